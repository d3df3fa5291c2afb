"""Read a report's file into text: plain text, Markdown, Word, PDF with a text layer, HTML.

Plain text is read as it stands. The other formats are read in a worker process with a limit of memory and
processor time, because their files can make any reader use up the machine, and become text that says
with Markdown's signs what the layout says: ``#`` for headings, ``**`` around lines that are bold as a
whole, a blank line between paragraphs, one line for each row of a table with tabs between its cells.
"""

from geo.io.documents.encoding import decode_text, encoding_of
from geo.io.documents.read import read_document

__all__ = ["decode_text", "encoding_of", "read_document"]
