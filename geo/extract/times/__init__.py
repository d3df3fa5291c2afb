"""Read times against the report's date, never against today.

Each module holds rules of one kind; `finding` lists them all in the order in which they are tried.
"""

from geo.extract.times.finding import find_times
from geo.extract.times.following import following_days
from geo.extract.times.meaning import TimeFinding, as_event, one_year_before, promoted

__all__ = ["TimeFinding", "as_event", "find_times", "following_days", "one_year_before", "promoted"]
