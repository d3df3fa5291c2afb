"""Find a name without a suffix where it stands again: 甲、乙、丙3个市场…其中甲和丙两个市场.

What only the company of others told to be a place is known by its words in its section; a section where one
stood before that is read twice.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.extract.boundaries import RUN_EDGE, find_cuts
from geo.extract.finding import NameFinding

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from geo.extract.lexicon_patterns import Patterns
    from geo.extract.spans import Spans

_MOST = 80
"""So many names are kept of a section; the older go."""
_SHORTEST = 2
_GOES_ON = r"(?=[、和与及等”(]|[两二三四五六七八九十\d]+[个条家处所座]|均|都|已|将|正在|计划|预计|目前|力争)"
_SURE = 5
"""A name of so many characters is that name whatever stands around it."""
_GOES_ON_SURELY = (
    rf"(?:{_GOES_ON}|(?=\W|$|的|进行|改造|提升|建设|整治|征收|周边|沿线|附近|门口|一带|项目|工程|片区|地块"
    r"|[东西南北]{1,2}侧))"
)
"""What may stand behind a name that is known beforehand; it needs no company."""
_JOINERS = frozenset("和与及")


class BareNames:
    """The names without a suffix that a section has told so far, and their kinds."""

    def __init__(self) -> None:
        self._kinds: dict[str, str] = {}
        self._learnt_at: dict[str, int] = {}
        self._pattern: re.Pattern[str] | None = None

    @classmethod
    def given(cls, kinds: Mapping[str, str]) -> BareNames:
        """Return names that are known beforehand, with their kinds, such as those of a workspace."""
        names = cls()
        names._kinds = {words: kind for words, kind in kinds.items() if len(words) >= _SHORTEST}
        names._pattern = _compile(names._kinds, goes_on=_GOES_ON_SURELY) if names._kinds else None
        return names

    def learn(self, text: str, names: Sequence[NameFinding]) -> None:
        """Keep the names that only their company told."""
        if all(name.suffixed for name in names):
            return
        new = {
            text[name.start : name.end]: name.kind
            for name in names
            if not name.suffixed and name.end - name.start >= _SHORTEST
        }
        if new.keys() <= self._kinds.keys():
            return
        for name in names:
            self._learnt_at.setdefault(text[name.start : name.end], name.start)
        self._kinds |= new
        for words in list(self._kinds)[:-_MOST]:
            del self._kinds[words]
        self._pattern = _compile(self._kinds)

    def stood_before(self, text: str, start: int) -> bool:
        """Tell whether one of the names stands between a place and where its company told it."""
        return any(text.find(words, start, self._learnt_at[words]) >= 0 for words in self._kinds)

    def find(self, text: str, start: int, end: int, patterns: Patterns, *, taken: Spans) -> list[NameFinding]:
        """Return where they stand again: at an edge or behind a word that no name begins with."""
        if self._pattern is None or not self._pattern.search(text, start, end):
            return []
        cuts = find_cuts(text, start, end, patterns)
        found = []
        for match in self._pattern.finditer(text, start, end):
            at = match.start()
            edge = (
                at == start
                or RUN_EDGE.match(text, at - 1)
                or text[at - 1] in patterns.boundary_letters
                or at in cuts
            )
            sure = match.end() - at >= _SURE
            if (edge or sure) and not taken.overlaps(at, match.end()):
                found.append(NameFinding(at, match.end(), self._kinds[match.group()], suffixed=False))
        return found


def _compile(names: Collection[str], *, goes_on: str = _GOES_ON) -> re.Pattern[str]:
    """Return a pattern of the names, the longest first; a short one must be followed by what goes on."""
    longest_first = sorted(names, key=lambda words: (-len(words), words))
    return re.compile(
        "|".join(re.escape(words) + ("" if len(words) >= _SURE else goes_on) for words in longest_first)
    )
