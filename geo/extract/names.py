"""Find place names: a proper name between a boundary and a suffix that only places bear.

A name's end is told by its suffix (路, 变电站) and its beginning by what cannot be part of it (see
`boundaries`). What is left must be more than a common noun (老旧小区, 核心板块 are none). Areas that stand
before it are names of their own (`areas`), and what belongs to it lengthens it (`extensions`). Names
without a suffix are found by `lists` from the company they keep.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.extract.areas import split_areas
from geo.extract.boundaries import find_cuts, name_start, run_start
from geo.extract.extensions import PHASE, extend, inherited_compounds, inherited_parts
from geo.extract.finding import NameFinding, is_proper, keep_longest
from geo.extract.lexicon_patterns import find_suffixes
from geo.extract.numbered_lanes import LANE_MARK, find_numbered_lanes
from geo.extract.phases import PHASE_MARK, find_phased
from geo.extract.spans import Spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from geo.extract.lexicon_patterns import Patterns
    from geo.extract.spans import Span

NOTHING = Spans()

_RING_ROAD = re.compile(
    r"[东西南北中]{1,2}[一二三四五六]环(?:路(?!灯))?|[内中外]环(?:线|路(?!灯))|(?<![一二三四五六七八九十纵横])[二三四五六]环(?:路|线)(?!网)"
)
_NUMBERED_ROAD = re.compile(
    r"(?<![A-Za-z0-9])(?:[国省县]道)?[GSXY]\d{1,3}(?!\d)(?:国道|省道|线)?|\d{3}[国省县]道|[国省县]道\d{3}"
    r"|规划(?:[纵横经纬东西南北]?[一二三四五六七八九十\d]{1,3}号?(?:路|街)|支路[一二三四五六七八九十\d]{1,3})"
)
_RAIL = re.compile(r"(?:轨道交通|地铁|城轨|轻轨)[A-Z\d一二三四五六七八九十]{1,3}号线(?:第?[一二三四五]期)?")
_RINGS = "一二三四五六"
_NUMERALS = "一两二三四五六七八九十"
_WINGS = frozenset("ABCDEFGH")
"""A part of an estate is called so: 某民|A区."""
_COUNTED = frozenset({"路", "组团", "板块", "片区", "商圈", "核", "轴"})
"""Behind a numeral alone these are counted: 一核、两路、六组团."""
_MAY_BE_NUMBERED = re.compile(r"[环国省县线规GSXY]")
"""Every ring road, every numbered road and every line has one of these."""
_RIVER = re.compile(
    r"[河渠江溪沟](?=(?:[东西南北]+岸|两岸|沿岸|岸边|沿线|河道|流域|综合|段(?![由从自至])|生态|景观|黑臭|水环境|水系|治理|整治|工程|疏浚|清淤|改造"
    r"|滨水|交叉|交汇|交会|交口|路口|[一二三四五六]期|等?\d+条内?[河江渠沟溪]|[)、]|以[东西南北]|两侧|新建|\([^()]{2,12}[至到—~-]))"
)
_LAKE = re.compile(r"湖(?=畔|水系|[东西南北]+岸|水质|水体|水环境|清淤|疏浚|治理|整治|生态修复|综合治理)")
_WAY = re.compile(
    r"道(?<![街大隧管河人行车绿步轨渠便巷频赛匝辅栈林]道)"
    r"(?:(?=\([^()]{2,20}[至到—~-])|(?=[、和与][^、,。;()]{1,6}[路街道巷])|(?<=[路街道巷]、[^、,。;()]道)|(?<=[路街道巷]、[^、,。;()]{2}道))"
)
_AFTER_TO = re.compile(r"[至到—–~]\w{2,8}$")
"""What stands before the last road of a stretch: 打通A路至B路|段."""
_WAY_PREFIX = range(2, 5)
_NO_WAY = re.compile(r"车道|通道|信道|街道|步行道|便民道")
_STREETS = frozenset(("路", "街", "大道", "大街", "巷"))
"""A street may be called by a word that begins no other name: 建设路, but 建成|绿道."""
_WATERS = frozenset("河江湖渠溪")
_ROAD_BEFORE = re.compile(r"[\u4e00-\u9fff]{2,4}(?:大道|大街|路|街)(?=[\u4e00-\u9fff])")
"""What a river's name does not reach over: 某禾路|皂河."""
_RIVER_PREFIX = range(1, 5)
_NO_RIVER = ("边", "排水", "管", "截水", "盖板")
_PART_OF_ROAD = re.compile(r"(?:路|街|大道|巷)[东西南北中]?段")
_LONGEST_PLAIN, _SHORTEST_PLAIN = 6, 2
_CONTACT_BEFORE = re.compile(r"(?:地址|电话|热线|邮编|咨询|联系(?:人|方式|电话))[^。;]{0,12}$")
_CONTACT_AFTER = re.compile(
    r"[^,。;]{0,10}[,;(]?(?:咨询|联系)?(?:电话|热线)|现场(?:咨询|办理|报名|登记|领取)|(?:咨询|办理|领取)窗口"
)
_CONTACT_WINDOW = 20
_CITY_NAME = _DISTRICT_NAME = 2
_NEAR_DISTRICT = 2000
_CITY_PARTS = frozenset({"district", "subdistrict"})
_LINKED = re.compile(r"(?:(?<!\w)|(?<=[、和及]))[\u4e00-\u9fff]{2,6}[至到]\Z")
"""The first of the two towns that a motorway or a railway is called by."""
_LONGEST_LINK = 8
_UP_TO = ("至", "到")
_COUNTED_KINDS = frozenset({"facility", "market", "park", "school", "hospital", "square"})
_COUNTED_BEHIND = re.compile(r"(?!1[座处个所家])\d+[座处个所家](?=[、,。;]|$)")
"""Behind a noun for what is many: 建成生活污水处理厂|24座."""
_CROSSES = frozenset({"下穿", "上跨"})
_WHAT_IS_CROSSED = re.compile(r"[\u4e00-\u9fff]{2,4}?(?:铁路|高速|高铁|快速路|大道|路|街|河|江|桥)")
"""Behind a verb: 某路下穿|某铁路部分."""
_LONG_WAYS = frozenset({"高速公路", "高速", "铁路"})


def find_names(
    text: str,
    start: int,
    end: int,
    patterns: Patterns,
    *,
    taken: Spans = NOTHING,
    known: frozenset[str] = frozenset(),
) -> list[NameFinding]:
    """Return the place names of a stretch of flat text, in order, none overlapping another.

    Parameters
    ----------
    text, start, end
        The stretch.
    patterns
        The lexicon.
    taken
        Spans, such as those of times, into which no name reaches.
    known
        Names that stand elsewhere in the report with nothing before them; see `plain_names`.

    Returns
    -------
    list of NameFinding
        Where two candidates overlap the longer one stays. The address of an office is no place.
    """
    candidates = [
        *_find_listed(text, start, end, patterns),
        *_find_by_last_word(text, start, end, patterns, taken=taken, known=known),
        *_find_numbered(text, start, end),
        *_find_ways(text, start, end, patterns),
    ]
    if text.find(PHASE_MARK, start, end) >= 0:
        candidates += find_phased(text, start, end, patterns)
    if text.find(LANE_MARK, start, end) >= 0:
        candidates += find_numbered_lanes(text, start, end, patterns)
    free = [c for c in candidates if not taken.overlaps(c.start, c.end)]
    if not free:
        return []
    names = [name for name in keep_longest(free) if not _is_contact(text, name)]
    inherited = (*inherited_compounds(text, names, end), *inherited_parts(text, names, end))
    return keep_longest([*names, *inherited])


def plain_names(text: str, patterns: Patterns) -> frozenset[str]:
    """Return the names of a text that stand with nothing before them: after punctuation, at a line's start.

    They tell where the same name begins where no word before it is known: 首条整治线武宁路.
    """
    found = set()
    for at, stop in find_suffixes(text, 0, len(text), patterns):
        begin = run_start(text, max(0, at - _LONGEST_PLAIN - 1), at)
        if not _SHORTEST_PLAIN <= at - begin <= _LONGEST_PLAIN or patterns.boundary.search(text, begin, at):
            continue
        if is_proper(text[begin:at], patterns.suffix_kind[text[at:stop]], patterns):
            found.add(text[begin:stop])
    return frozenset(found)


def _find_listed(text: str, start: int, end: int, patterns: Patterns) -> Iterator[NameFinding]:
    for match in patterns.region.finditer(text, start, end):
        yield NameFinding(match.start(), match.end(), "region")
    for match in patterns.relative.finditer(text, start, end):
        yield NameFinding(match.start(), match.end(), "town")


def _find_numbered(text: str, start: int, end: int) -> Iterator[NameFinding]:
    if not _MAY_BE_NUMBERED.search(text, start, end):
        return
    for pattern in (_RING_ROAD, _NUMBERED_ROAD):
        for match in pattern.finditer(text, start, end):
            yield extend(text, NameFinding(match.start(), match.end(), "road"), end)
    for match in _RAIL.finditer(text, start, end):
        yield NameFinding(match.start(), match.end(), "rail")


def _find_ways(text: str, start: int, end: int, patterns: Patterns) -> Iterator[NameFinding]:
    """Yield roads called 道 where their ends or other roads tell it: 鞍山道(A路至B路), 林荫路、鞍山道."""
    for match in _WAY.finditer(text, start, end):
        at = match.end() - 1
        begin = name_start(text, start, at, patterns, find_cuts(text, start, at, patterns))
        if at - begin in _WAY_PREFIX and not _NO_WAY.search(text[begin : match.end()]):
            yield NameFinding(begin, match.end(), "road")


def _find_by_last_word(
    text: str, start: int, end: int, patterns: Patterns, *, taken: Spans, known: frozenset[str]
) -> Iterator[NameFinding]:
    """Yield the names that their last word tells; the words before are looked for only where one stands."""
    suffixes = [
        span
        for span in find_suffixes(text, start, end, patterns)
        if not _is_inside_a_word(text, *span, patterns)
    ]
    rivers = [*_RIVER.finditer(text, start, end), *_LAKE.finditer(text, start, end)]
    if suffixes or rivers:
        cuts = find_cuts(text, start, end, patterns)
        yield from _find_suffixed(text, start, end, suffixes, patterns, taken=taken, cuts=cuts, known=known)
        yield from _find_rivers(text, start, rivers, patterns, cuts)


def _find_rivers(
    text: str, start: int, rivers: Iterable[re.Match[str]], patterns: Patterns, cuts: Mapping[int, int]
) -> Iterator[NameFinding]:
    """Yield rivers where they are a place of work or a crossing; elsewhere their words are common ones."""
    for match in rivers:
        begin = name_start(text, start, match.start(), patterns, cuts, shortest=1)
        road = _ROAD_BEFORE.match(text, begin, match.start())
        begin = road.end() if road else begin
        is_common = patterns.generic.fullmatch(text, begin, match.start()) or text.endswith(
            _NO_RIVER, begin, match.start()
        )
        if match.start() - begin in _RIVER_PREFIX and not is_common:
            yield extend(text, NameFinding(begin, match.start() + 1, "river"), len(text))


def _find_suffixed(
    text: str,
    start: int,
    end: int,
    suffixes: Iterable[Span],
    patterns: Patterns,
    *,
    taken: Spans,
    cuts: Mapping[int, int],
    known: frozenset[str],
) -> Iterator[NameFinding]:
    for at, stop in suffixes:
        suffix = text[at:stop]
        floor = taken.last_end_before(at, least=start)
        kind = patterns.suffix_kind[suffix]
        begin = name_start(
            text, floor, at, patterns, cuts, shortest=suffix in _STREETS, whole_words=kind == "estate"
        )
        begin = _known_start(text, begin, at, stop, known)
        if kind in _CITY_PARTS and (own := _start_behind_city(text, begin, at, stop)) > begin:
            yield NameFinding(begin, own, "city")
            begin = own
        begin = _start_by_suffix(text, begin, at, suffix, patterns, cuts)
        if suffix == "区" and (_is_numbered(text, begin, at) or text[at - 1] in _WINGS):
            kind = "estate"
        is_phase = kind == "facility" and begin == at and PHASE.match(text, stop, end)
        if suffix not in patterns.unique and not is_phase and not is_proper(text[begin:at], kind, patterns):
            continue
        if _is_something_else(text, begin, at, stop, patterns):
            continue
        for part in split_areas(text, NameFinding(begin, stop, kind), at, patterns):
            yield extend(text, part, end)


def _known_start(text: str, begin: int, at: int, stop: int, known: frozenset[str]) -> int:
    """Return where a known name begins that ends where the candidate does, or where the candidate begins."""
    if not known or text[begin:stop] in known:
        return begin
    for position in range(begin + 1, at - 1):
        if text[position:stop] in known and text[position] not in "省市县区":
            return position
    return begin


def _start_by_suffix(
    text: str, begin: int, at: int, suffix: str, patterns: Patterns, cuts: Mapping[int, int]
) -> int:
    """Return where a name begins of which its suffix tells more: 在|中医院, 建设|甲州至乙州高速公路."""
    if suffix in patterns.unique and text[at - 1 : at] in patterns.boundary_letters:
        return at
    if suffix in _LONG_WAYS and text[begin - 1 : begin] in _UP_TO:
        first = _LINKED.search(text, max(0, begin - _LONGEST_LINK), begin)
        starts = range(first.start(), begin - len("甲州")) if first else range(0)
        return next((start for start in reversed(starts) if start in cuts or start == starts[0]), begin)
    return begin


def _is_numbered(text: str, begin: int, at: int) -> bool:
    """Tell whether a name ends with one numeral of its own: 工房一|区, but not 二七|区."""
    own = at - begin > len("二七")
    return own and text[at - 1] in _NUMERALS and text[at - 2] not in _NUMERALS


def _start_behind_city(text: str, begin: int, at: int, stop: int) -> int:
    """Return where a district's own name begins that also stands near by without its city: 安阳|殷都区."""
    own = at - _DISTRICT_NAME
    if own - begin != _CITY_NAME:
        return begin
    near = (max(0, begin - _NEAR_DISTRICT), stop + _NEAR_DISTRICT)
    return own if text.count(text[own:stop], *near) > text.count(text[begin:stop], *near) else begin


def _is_something_else(text: str, begin: int, at: int, stop: int, patterns: Patterns) -> bool:
    """Tell whether a proper name before a suffix makes no name of a place with it: 两|路, A路|路, A路东段."""
    suffix = text[at:stop]
    if suffix in _COUNTED and at - begin == 1 and text[begin] in _NUMERALS:
        return True
    if (suffix == "路" and text[at - 1] in "路街") or (suffix == "环路" and text[at - 1] in _RINGS):
        return True
    if _is_counted_or_crosses(text, begin, at, stop, patterns):
        return True
    is_city_area = text[at - 1] == "城" and at - begin > len("东城")
    if suffix == "区" and (is_city_area or at - begin == 1):
        return True
    if suffix in patterns.weak_suffixes and not _stands_alone(text, begin, stop):
        return True
    is_tail = _is_name_with_tail(text, begin, stop, patterns)
    return is_tail or _PART_OF_ROAD.search(text, begin, at) is not None


def _is_counted_or_crosses(text: str, begin: int, at: int, stop: int, patterns: Patterns) -> bool:
    """Tell whether what follows makes a common noun of a suffix, or a verb: 处理厂24座, 下穿某铁路."""
    suffix = text[at:stop]
    if suffix in _CROSSES:
        return _WHAT_IS_CROSSED.match(text, stop) is not None
    if not text[stop : stop + 1].isdigit():
        return False
    is_item = text[begin - 1 : begin] in ("、", "和", "与", "及")
    may_be = patterns.suffix_kind[suffix] in _COUNTED_KINDS and not is_item
    return may_be and _COUNTED_BEHIND.match(text, stop) is not None


def _is_name_with_tail(text: str, begin: int, stop: int, patterns: Patterns) -> bool:
    """Tell whether a candidate is another name and what lies along it: A路带状公园, but not A河带状公园."""
    tail = patterns.last_tail.search(text, begin + 2, stop)
    return tail is not None and text[tail.start() - 1] not in _WATERS


def _is_inside_a_word(text: str, suffix_start: int, end: int, patterns: Patterns) -> bool:
    suffix = text[suffix_start:end]
    if text.startswith(patterns.not_followed.get(suffix, ()), end):
        stretch = text.startswith("段", end) and _AFTER_TO.search(text, max(0, end - 10), end)
        if not stretch and not text.startswith("桥涵", end):
            return True
    return text.endswith(patterns.not_preceded.get(suffix, ()), 0, suffix_start)


def _stands_alone(text: str, begin: int, stop: int) -> bool:
    before = text[begin - 1] if begin else "\n"
    after = text[stop] if stop < len(text) else "\n"
    return before in "、,。;:\n“(" and after in "、,。;:\n”)等"


def _is_contact(text: str, name: NameFinding) -> bool:
    """Tell whether a name is where an office can be reached: 地址:赭山东路12号, 电话…."""
    if text[name.end - 1] != "号":
        return False
    before = text[max(0, name.start - _CONTACT_WINDOW) : name.start]
    return bool(_CONTACT_BEFORE.search(before) or _CONTACT_AFTER.match(text, name.end))
