"""Read a work report: text in, records out. Pure.

`unwrap` joins broken lines, `sections` finds the units, `names`, `times`, `quantities`, `lists` and
`segments` find what stands in the text, `clauses` cuts it, `tasks` puts it together.
"""

from geo.extract.interface import report_as_json
from geo.extract.reader import read_report

__all__ = ["read_report", "report_as_json"]
