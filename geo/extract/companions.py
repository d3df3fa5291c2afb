"""Find names without a suffix beside whole names in a list: 临溪花园、瑞德康城 即将招投标.

An item that is no more than a few characters, none of them a word for a thing or a doing, is a place
where at least as many items beside it are whole names.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from geo.extract.boundaries import find_cuts, name_start
from geo.extract.finding import NameFinding
from geo.extract.lexicon_patterns import find_suffixes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.extract.lexicon_patterns import Patterns
    from geo.extract.spans import Span

_NAME = re.compile(r"[\u4e00-\u9fff·]{2,6}")
_MANY_MORE = 2
"""So many times more whole names stand beside bare ones where they are of several kinds."""
_AREAS = frozenset({"community", "town", "subdistrict", "district", "city", "region"})
_HOMES = frozenset({"estate", "compound", "village", "poi", "community"})


def companions(
    text: str, items: Sequence[Span], names: Sequence[NameFinding], patterns: Patterns
) -> list[NameFinding]:
    """Return the bare items of a list in which at least as many items are whole names of one kind.

    The last item may go on (瑞德康城|即将招投标); the first may begin with what is done.
    """
    if len(items) == 1 or not names:
        return []
    own = [name for name in names if name.kind not in _AREAS]
    starts = [name.start for name in own]
    areas = {name.start: name.end for name in names if name.kind in _AREAS}
    whole, bare = [], []
    for start, end in items:
        inside = own[bisect_left(starts, start) : bisect_left(starts, end)][:1]
        if not inside:
            bare.append((_behind(start, end, areas), end))
        elif _fills(text, inside[0], _behind(start, end, areas), end, items):
            whole.append(inside[0])
    kinds = {name.kind for name in whole}
    alike = len(kinds) == 1 or kinds <= _HOMES
    if not bare or len(whole) < len(bare) * (1 if alike else _MANY_MORE):
        return []
    kind = whole[0].kind if alike else "poi"
    spans = [_bare_name(text, *item, patterns, is_first=item[0] <= items[0][0]) for item in bare]
    return [NameFinding(*span, kind, suffixed=False) for span in spans if span]


def _fills(text: str, name: NameFinding, start: int, end: int, items: Sequence[Span]) -> bool:
    """Tell whether an item is no more than a name; the first may begin and the last end with other words."""
    begins = name.start == start or start == items[0][0]
    ends = name.end == end or end == items[-1][1] or text.startswith("(", name.end)
    return begins and ends


def _behind(start: int, end: int, areas: Mapping[int, int]) -> int:
    """Return where an item begins behind the areas that it begins with (`areas`: ends by starts)."""
    while areas.get(start, end) < end:
        start = areas[start]
    return start


def _bare_name(text: str, start: int, end: int, patterns: Patterns, *, is_first: bool) -> Span | None:
    bracket = text.find("(", start, end)
    end = bracket if bracket > 0 else end
    begin = name_start(text, start, end, patterns, find_cuts(text, start, end, patterns))
    if is_first:
        start = begin
    stops = patterns.bare_end.search(text, start + 2, end)
    stop = stops.start() if stops else end
    words = text[start:stop]
    if not _NAME.fullmatch(words) or words.endswith(
        (*patterns.things, *patterns.thing_letters, *patterns.doings)
    ):
        return None
    is_common = patterns.generic.fullmatch(words) or _has_suffix(text, start, stop, patterns)
    has_verb = any(len(match.group()) > 1 for match in patterns.boundary.finditer(words))
    return None if is_common or has_verb else (start, stop)


def _has_suffix(text: str, start: int, stop: int, patterns: Patterns) -> bool:
    """Tell whether words end like a place that is none by name: 停车场."""
    return any(end == stop for _, end in find_suffixes(text, start, stop, patterns))
