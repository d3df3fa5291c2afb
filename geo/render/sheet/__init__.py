"""Printed sheets, true to scale: pages -> display lists in millimetres -> Typst's text."""

from geo.render.sheet.atlas import Atlas, atlas, oriented_sheets
from geo.render.sheet.display import Sheet
from geo.render.sheet.faces import Faces, read_face
from geo.render.sheet.glyphs import Legible, unknown_characters
from geo.render.sheet.index_tables import sheet_number
from geo.render.sheet.kit import SheetKit
from geo.render.sheet.paper import SCALES, Paper, scale_text
from geo.render.sheet.typesetting import typst_text

__all__ = [
    "SCALES",
    "Atlas",
    "Faces",
    "Legible",
    "Paper",
    "Sheet",
    "SheetKit",
    "atlas",
    "oriented_sheets",
    "read_face",
    "scale_text",
    "sheet_number",
    "typst_text",
    "unknown_characters",
]
