"""A gazetteer of one's own: import files of places into indexes, and look names up in them.

Each file has its own index, ``.planmap/gazetteer/<file>.sqlite`` in the workspace: importing a file again
replaces what it gave before, and deleting the index takes it away.
"""

from geo.io.gazetteer.imports import ImportOptions, ImportReport, import_places
from geo.io.gazetteer.index import CloseName, GazetteerIndex, GazetteerIndexes

__all__ = [
    "CloseName",
    "GazetteerIndex",
    "GazetteerIndexes",
    "ImportOptions",
    "ImportReport",
    "import_places",
]
