"""Read enumerations: which places stand together, how many there are said to be, and of what.

The company a word keeps tells what it is: 锦荣 in 世贸商城、欢乐湖、锦荣等专业市场 is a market although it
bears no suffix. An item without a suffix is taken for a place only where the enumeration ends with
等 or a count and a head that places have, and where another item bears a suffix or the head itself is
one of places only.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from geo.extract import crossings
from geo.extract.boundaries import find_cuts, name_start
from geo.extract.companions import companions
from geo.extract.counted_kinds import kind_of_head
from geo.extract.finding import NameFinding, keep_longest
from geo.extract.numerals import CHINESE, parse_number
from geo.extract.quantities import axes_count, counted_noun
from geo.extract.spans import within

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.extract.lexicon_patterns import Patterns

_OPEN, _CLOSE = "“(《「『", "”)》」』"
_COUNT = re.compile(
    rf"(?=[等共\d{CHINESE}])(等)?(?:共|共计)?(\d{{1,12}}|[{CHINESE}]{{1,12}})(?:余|多)?([个条项家处所座栋片宗块大件])"
)
_AREAS_FIRST = re.compile(r"等?(?:共|共计)?\d+个(?:街道|镇街?|乡镇?|社区)的?(?=\d+[个条处座所家])")
"""In how many areas they lie, before how many there are: 等5个街道|16个小区."""
_ITEM_MARKS = re.compile(f"[、{_OPEN}{_CLOSE}]|以及")
_HEAD_BEFORE_COUNT = re.compile(
    rf"等(?P<head>[\u4e00-\u9fff]{{2,12}}?)(?P<count>\d{{1,4}}|[{CHINESE}]{{1,4}})(?:余|多)?[个条处座所家](?=[,。;、]|$)"
)
"""等 and the noun before how many there are: 等地下停车场2个."""
_LISTS = re.compile("[、等]|以及")
"""Without one of these a clause is a single item, and no company tells a name."""
_NOTHING_BETWEEN = ("、", ",", "。", ";", "等")
_JOINERS = frozenset("和与及")
_JOINER = re.compile(r"以及|及|和|与|、")
_ANY = frozenset("某该各每")
"""No name begins so: 某厂."""
_BARE_NAME = re.compile(r"[\w+·]{2,10}")
_BETWEEN = re.compile(r"[\w·]{2,6}[至到-][\w·]{2,6}(?:道路|公路)")
"""A road that is called by what it joins: 甲坊至乙田道路."""
_QUOTED = re.compile(r"“([^“”]{2,20})”")
_ANNOUNCEMENT = re.compile(
    rf"(?P<count>(?:\d{{1,12}}|[{CHINESE}]{{1,12}})(?:个|条|处|家|座|所))[\w“”]{{2,12}}?"
    r"(?P<colon>(?:分别)?(?:为|是|有|包括)?:)"
)
_SOME_OF = re.compile(
    r"\d[家个处座所],(?P<items>[\u4e00-\u9fff]{2,5}(?:、[\u4e00-\u9fff]{2,5})+等)(?=已|均|正|将|计划)"
)
"""Some of what was counted before: 市场共8家,甲兰、乙岭等|已完工."""
_HEAD_COUNTED = re.compile(r"([\u4e00-\u9fff]{2})(?:共有?)?\d+$")
_LONGEST_HEAD = 8
_LABEL = re.compile(
    r"(?<=[\n;。●▲■◆·])\s*(?:\d+[.、])?[\u4e00-\u9fff]{1,6}?(?:新区|开发区|高新区|[区县镇乡]|街道|社区)(?:办事处)?"
    r"(?:\d+[个条处座所家]|\(\d+[个条处座所家]\))?:"
)
"""An area before the list of what lies in it."""
_EACH_WORD = re.compile(r"(?:分别[是为有]?|具体[是为有]|包括):?")
_EACH_OF = re.compile(
    rf"{_EACH_WORD.pattern}(?P<items>[^,。;:\n]{{2,20}}?(?:、[^,。;:\n、]{{2,40}})+)(?=[,。;\n]|$)"
)
_COUNT_BEFORE = re.compile(rf"(?P<count>\d{{1,3}}|[{CHINESE}]{{1,3}})(?:个|条|处|座|家|所|栋)(?=[^。;\n]*\Z)")
"""A count, and a list of as many items behind 分别是: each of them is a place."""
_COUNT_NEAR = 60
_ANY_PLACE = "poi"
_IF_ANY = "if any"
"""A place like the others, where one of them is one by its own name."""
_SHORTEST_SITE = 3
_SITES_BEFORE = re.compile(r"\d[处座所],?\Z")
"""Places that are counted by what counts nothing else: 正在建设5处,|分别是…."""
_PROJECT = "project"
_TELLING = frozenset({"subdistrict", "town", "market", "facility"})
"""Kinds whose names look like those of roads."""
_NUMERAL = re.compile(rf"[\d{CHINESE}]")
_BUILT = re.compile(r".{2}(?:基地|中心|[园厂城港谷馆库楼院站场])(?:[一二三四五六七八九十]期)?$")
_PART_OF_WAY = frozenset("上中下东西南北")
"""Before 段 these are a part of the name: 苹果山上段."""
_LONGEST_TAIL = 7
_FEWEST_ALIKE = 2
_LANES = ("街巷", "小巷", "里巷", "巷", "街", "胡同")
_LANE = re.compile(r"[东西南北中前后]?[一二三四五六七八九十]?(?:里|弄|条)")
"""By what a lane is called behind what it runs along."""
_FEWEST_EACH = 3
"""So many whole names stand for each bare one, where there are several."""
_HOMES = frozenset({"estate", "compound", "poi"})
"""Kinds that are listed together: 某小区、某路12号、某厂宿舍."""
_AREAS = frozenset({"community", "town", "subdistrict", "district"})
_ENDS_AFTER = re.compile(
    r"\([^()]*\)|\w{1,6}?(?:路|街|大道|巷|桥)(?:至|到|—+|-+|~)\w{1,6}?(?:路|街|大道|巷|桥)(?:路?段)?"
)
_SIDE = re.compile(r"(?:[东西南北]{1,2}[侧边面角]|桥?底?下|对面|隔壁|门口|旁边?)(?=[(、,。;和及与等\d]|$)")
"""Where a place lies beside the one that is named: 建委大厦西侧(…)、."""
_SIDE_AT_END = re.compile(r"(?:[东西南北]{1,2}[侧边面角]|对面|隔壁|门口|旁边?)\Z")
_NOUN_BEFORE_COUNT = re.compile(r"(?:的)?(?:口袋公园|小?游园|停车场|天桥|绿地|节点)(?=\d)")
"""What is built at the crossings of a list, before how many there are: A路与B路交叉口口袋公园6个."""
_AREA_AROUND = re.compile(r"(?:片区|区域|地块|路段|周边|附近)(?=[、,。;和及与等]|都|均|\d|$)")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_REACHED = ("进小区", "进社区", "进校园", "进园区", "进乡村", "进村", "进公园", "进商圈")
"""Where something goes, and no noun for what is listed: 城市书房等便民设施进小区."""
_AMONG_THEM = "在内的"
"""Behind one of those that are counted: 包括甲公园|在内的7个公园."""
_BUILT_AT = re.compile(
    r"(?:分别|各|共)?(?:新建|建设|设置|修建|增设|新增|建成|建)(?:一|各)?(?=[\d二两三四五六七八九十])"
)
"""Behind the places at which so many things are built: 在A站、B路、C市场|新建3座天桥."""
_NOUN_OF_ALL = re.compile(
    r"(?P<own>[\u4e00-\u9fff]{2,4}?)(?P<noun>旧村|城中村|棚户区|老旧小区|片区)(?=改造|征收|征迁|拆迁|整治|开发|更新)"
)
_LONGEST_BEFORE_NOUN = 5
_STRONG_HEADS = (
    "片区",
    "城中村",
    "棚户区",
    "自然村",
    "河道",
    "市场",
    "商场",
    "小区",
    "社区",
    "行政村",
    "安置区",
    "公园",
    "游园",
    "景区",
    "学校",
    "医院",
    "道路",
    "街道",
    "专业市场",
)


@dataclass(frozen=True, slots=True)
class Enumeration:
    """Places that stand together in the flat text."""

    members: tuple[NameFinding, ...]
    count: int | None
    head: str | None
    closed: bool
    at: int
    """Where it stands; its members may be named before."""


class _Item(NamedTuple):
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Close:
    """What stands after the last item: 等, a count, a head."""

    open_ended: bool
    count: int | None
    head: str | None


def announced_kinds(text: str, start: int, end: int, patterns: Patterns) -> list[tuple[int, int, str]]:
    """Return where a block lists bare names after a count and a colon, and their kind.

    3个城中村为:东区甲庄、乙堡;西区丙社。 What stands between the colon and the full stop are villages.
    """
    found = []
    for match in _ANNOUNCEMENT.finditer(text, start, end):
        head = text[match.end("count") : match.start("colon")]
        stop = text.find("。", match.end(), end)
        if head.endswith(_STRONG_HEADS):
            found.append((match.end(), stop if stop >= 0 else end, kind_of_head(head, patterns)))
    for match in _SOME_OF.finditer(text, start, end):
        noun = _HEAD_COUNTED.search(text, max(start, match.start() - _LONGEST_HEAD), match.start() + 1)
        if noun and noun[1].endswith(_STRONG_HEADS):
            found.append((*match.span("items"), kind_of_head(noun[1], patterns)))
    for match in _LABEL.finditer(text, start - 1, end):
        stops = [stop for mark in "。;" if (stop := text.find(mark, match.end(), end)) >= 0]
        found.append((match.end(), min(stops, default=end), _IF_ANY))
    for match in _EACH_OF.finditer(text, start, end):
        counts = _COUNT_BEFORE.finditer(text, max(start, match.start() - _COUNT_NEAR), match.start())
        items = _IN_BRACKETS.sub("", match["items"]).count("、") + 1
        is_short = len(match["items"]) < items * (_SHORTEST_SITE + 1) - 1
        if any(parse_number(count["count"]) == items for count in counts):
            is_sure = _SITES_BEFORE.search(text, max(start, match.start() - _COUNT_NEAR), match.start())
            found.append(
                (match.start(), match.end("items"), _ANY_PLACE if is_sure and not is_short else _IF_ANY)
            )
    return sorted(found)


def read_enumerations(
    text: str,
    start: int,
    end: int,
    names: Sequence[NameFinding],
    patterns: Patterns,
    *,
    announced: str | None = None,
) -> tuple[list[NameFinding], list[Enumeration]]:
    """Return all names of a clause, with those that only an enumeration tells, and its enumerations.

    `announced` is the kind of place that every item is said to be, see `announced_kinds`.
    """
    is_list = announced is not None or _LISTS.search(text, start, end) is not None
    items = _split_last(text, _items(text, start, end), names) if names or is_list else []
    if not items:
        return list(names), []
    all_names = list(names)
    if announced == _IF_ANY:
        announced = None if all(name.kind in _AREAS for name in names) else _ANY_PLACE
    if announced:
        all_names += _names_announced(text, items, names, announced, patterns)
    elif is_list:
        closing = _read_close(text, items[-1], end, patterns)
        all_names += _names_by_company(text, items, closing, names, patterns)
    kept = keep_longest(all_names) if len(all_names) > len(names) else all_names
    found = _enumerations(text, items, kept, end, patterns)
    return _typed_by_head(kept, found, patterns)


def _typed_by_head(
    names: list[NameFinding], found: list[Enumeration], patterns: Patterns
) -> tuple[list[NameFinding], list[Enumeration]]:
    """Give members the kind of what is counted where it tells more: 太乙路、文艺路等8个街道 are no roads."""
    kinds: dict[NameFinding, NameFinding] = {}
    for entry in found:
        kind = kind_of_head(entry.head, patterns) if entry.head else None
        if kind and kind != _PROJECT:
            told = (name for name in entry.members if kind in _TELLING or name.kind == _PROJECT)
            kinds.update({name: replace(name, kind=kind) for name in told})
    if not kinds:
        return names, found
    typed = [
        replace(entry, members=tuple(kinds.get(name, name) for name in entry.members)) for entry in found
    ]
    return [kinds.get(name, name) for name in names], typed


def _items(text: str, start: int, end: int) -> list[_Item]:
    """Cut a clause at 、 and 以及 outside brackets; items may be long."""
    depth = 0
    edges = [start]
    for match in _ITEM_MARKS.finditer(text, start, end):
        mark = match.group()
        if mark in _OPEN:
            depth += 1
        elif mark in _CLOSE:
            depth -= 1
        elif depth <= 0:
            edges += match.span()
    edges.append(end)
    return [_Item(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]


def _split_last(text: str, items: list[_Item], names: Sequence[NameFinding]) -> list[_Item]:
    """Split the last item before a whole name behind a joiner: 苹果山上段|和|金井路等5条."""
    if not items[1:]:
        return items
    start, end = items[-1]
    first = None
    for name in reversed(names):
        if name.start < start:
            break
        first = name
    if first is None or first.start - 1 <= start or text[first.start - 1] not in _JOINERS:
        return items
    return [*items[:-1], _Item(start, first.start - 1), _Item(first.start, end)]


def _read_close(text: str, last: _Item, end: int, patterns: Patterns) -> _Close:
    match = _COUNT.search(text, last.start, end)
    mark = text.find("等", last.start, end)
    if match and (mark < 0 or match.start() <= mark + 1):
        return _Close(
            match[1] is not None, int(parse_number(match[2]) or 0), _head(text, match.end(), end, patterns)
        )
    if mark >= 0:
        head_end = counted_noun(text, mark + 1, end, patterns)
        return _Close(open_ended=True, count=None, head=text[mark + 1 : head_end] or None)
    return _Close(open_ended=False, count=None, head=None)


def _head(text: str, position: int, end: int, patterns: Patterns) -> str | None:
    """Return the noun behind a count, also behind what is said of it: 3个社会资本投资的|棚户区."""
    head_end = counted_noun(text, position, end, patterns)
    if text.startswith("的", head_end) and not text.endswith(patterns.place_heads, position, head_end):
        further = counted_noun(text, head_end + 1, end, patterns)
        if text.endswith(patterns.place_heads, head_end + 1, further):
            return text[head_end + 1 : further]
    return text[position:head_end] or None


def _names_by_company(
    text: str, items: Sequence[_Item], closing: _Close, names: Sequence[NameFinding], patterns: Patterns
) -> list[NameFinding]:
    head = (closing.head or "").strip("“”")
    if head.startswith(patterns.actors) or head.endswith((*patterns.actors, *_REACHED)):
        return []
    if closing.count == len(items) and (counted := _names_counted(text, items, names, patterns)):
        return counted
    if not head and (implied := _names_before_noun(text, items, names, patterns)):
        return implied
    if not head.endswith(patterns.place_heads) or not (closing.open_ended or len(items) > 1):
        return (
            _names_among_alike(text, items, names, patterns)
            or _names_at_crossings(text, items, names, patterns)
            or companions(text, items, names, patterns)
        )
    starts = sorted(name.start for name in names if name.kind not in _AREAS)
    named = {
        item
        for item in items
        if bisect_left(starts, item.start) < bisect_left(starts, _before_brackets(text, item))
    }
    named |= {item for item in items if _is_area(item, names)}
    named -= {item for item in named if head.endswith(_LANES) and _goes_on(text, item, names)}
    strong = head.endswith(_STRONG_HEADS)
    if not named and not strong and not _QUOTED.search(text, items[0].start, items[-1].end):
        return _projects(text, items, closing, patterns) if head.endswith("项目") else []
    kind = kind_of_head(head, patterns)
    rest = [_behind_areas(text, item, names) for item in items if item not in named]
    return [
        NameFinding(*span, kind, suffixed=False)
        for item in rest
        if (span := _bare_item(text, item, patterns))
    ]


def _names_before_noun(
    text: str, items: Sequence[_Item], names: Sequence[NameFinding], patterns: Patterns
) -> list[NameFinding]:
    """Return the items of a list that ends with a noun for places of a kind: 法岩、金岐|旧村改造."""
    if len(items) == 1 or any(name.kind not in _AREAS for name in names):
        return []
    noun = _NOUN_OF_ALL.match(text, *items[-1])
    if noun is None:
        return []
    bare = [*items[:-1], _Item(items[-1].start, noun.end("own"))]
    spans = [_bare_item(text, item, patterns) for item in bare]
    named = [span for span in spans if span and span[1] - span[0] <= _LONGEST_BEFORE_NOUN]
    kind = kind_of_head(noun["noun"], patterns)
    return [NameFinding(*span, kind, suffixed=False) for span in named] if len(named) == len(bare) else []


def _names_counted(
    text: str, items: Sequence[_Item], names: Sequence[NameFinding], patterns: Patterns
) -> list[NameFinding]:
    """Return the bare items of a list that has as many items as are counted, one or more of them named."""
    starts = sorted(name.start for name in names)
    bare = [
        item
        for item in items
        if bisect_left(starts, item.start) == bisect_left(starts, _item_end(text, item))
    ]
    if not bare or len(bare) == len(items):
        return []
    spans = [_bare_item(text, item, patterns) for item in bare]
    return [NameFinding(*span, "poi", suffixed=False) for span in spans if span]


def _goes_on(text: str, item: _Item, names: Sequence[NameFinding]) -> bool:
    """Tell whether the one name in an item is only a part of what it names: 东小区东里 among lanes."""
    inside = [name for name in names if item.start <= name.start < item.end]
    end = _item_end(text, item)
    if len(inside) != 1 or inside[0].start != item.start or inside[0].end >= end:
        return False
    return _LANE.fullmatch(text, inside[0].end, end) is not None


def _before_brackets(text: str, item: _Item) -> int:
    """Return where an item's brackets begin, which say where it lies, or its end: 三里湾(A路与B路交口)."""
    at = text.find("(", item.start + 1, item.end)
    return at if at >= 0 else item.end


def _projects(text: str, items: Sequence[_Item], closing: _Close, patterns: Patterns) -> list[NameFinding]:
    """Return the items of 甲产业基地二期、乙加工中心2个项目: so many as are counted, each a building."""
    spans = [_bare_item(text, item, patterns) for item in items]
    built = [span for span in spans if span and _BUILT.search(text[slice(*span)])]
    if len(built) != len(items) or closing.count != len(items):
        return []
    return [NameFinding(*span, "project", suffixed=False) for span in built]


def _is_area(item: _Item, names: Sequence[NameFinding]) -> bool:
    """Tell whether an item ends with an area: A镇、B镇等5个乡镇."""
    return any(name.end == item.end for name in names if name.kind in _AREAS)


def _behind_areas(text: str, item: _Item, names: Sequence[NameFinding]) -> _Item:
    """Return what an item says behind the area in it: 第三批为A街道的B住宅."""
    ends = [name.end for name in names if name.kind in _AREAS and item.start <= name.start < item.end]
    if not ends:
        return item
    start = max(ends) + text.startswith("的", max(ends))
    return _Item(item.end, item.end) if _NUMERAL.match(text, start) else _Item(start, item.end)


def _names_announced(
    text: str, items: Sequence[_Item], names: Sequence[NameFinding], kind: str, patterns: Patterns
) -> list[NameFinding]:
    """Return the bare names of a list whose kind was announced; an area before a name is no part of it."""
    found = []
    in_order = sorted(names, key=lambda name: name.start)
    for item in items:
        inside = within(in_order, item.start, item.end)
        areas = [name.end for name in inside if name.kind in _AREAS and name.end < item.end]
        rest = _Item(max([item.start, *areas]), item.end)
        is_named = any(name.start >= rest.start and name.kind not in _AREAS for name in inside)
        span = None if is_named else _bare_item(text, rest, patterns)
        if span and (span[0] == rest.start or _EACH_WORD.fullmatch(text, rest.start, span[0])):
            found.append(NameFinding(*span, kind, suffixed=False))
    return found


def _names_among_alike(
    text: str, items: Sequence[_Item], names: Sequence[NameFinding], patterns: Patterns
) -> list[NameFinding]:
    """Return the few items without a suffix among others that are whole names of one kind.

    An area before a name is no part of the item, nor is what closes the list behind the last one: 等9条.
    """
    if len(names) < _FEWEST_ALIKE:
        return []
    areas = {name.start: name.end for name in names if name.kind in _AREAS}
    bare = [_Item(_after_areas(text, item, areas), _item_end(text, item)) for item in items]
    ends = {name.end: name for name in names}
    whole = {(name.start, name.end): name for name in names}
    exact = [whole[item.start, item.end] for item in bare if (item.start, item.end) in whole]
    others = [item for item in bare if (item.start, item.end) not in whole and item.end not in ends]
    kinds = {name.kind for name in exact}
    alike = len(kinds) == 1 or kinds <= _HOMES
    if not alike or not others or len(exact) < max(_FEWEST_ALIKE, _FEWEST_EACH * (len(others) - 1)):
        return []
    spans = [(other.start, _bare_item(text, other, patterns)) for other in others]
    kind = exact[0].kind
    return [NameFinding(*span, kind, suffixed=False) for start, span in spans if span and span[0] == start]


def _names_at_crossings(
    text: str, items: Sequence[_Item], names: Sequence[NameFinding], patterns: Patterns
) -> list[NameFinding]:
    """Return the bare items behind which brackets say at which crossing they lie: 三里湾(A路与B路交口)、."""
    if len(items) == 1:
        return []
    ends = {name.end for name in names}
    found = []
    for item in items:
        at = _before_brackets(text, item)
        span = _bare_item(text, item, patterns) if crossings.WORD.search(text, at, item.end) else None
        if span and not any(span[0] < end <= at for end in ends):
            found.append(NameFinding(*span, "poi", suffixed=False))
    return found


def _after_areas(text: str, item: _Item, areas: Mapping[int, int]) -> int:
    """Return where an item begins behind the areas that it begins with (`areas`: their ends by starts)."""
    start = item.start
    while areas.get(start, item.end) < item.end:
        start = areas[start]
        start += text.startswith("的", start)
    return start


def _bare_item(text: str, item: _Item, patterns: Patterns) -> tuple[int, int] | None:
    quoted = _QUOTED.search(text, item.start, item.end)
    if quoted and (quoted.end() == item.end or text.startswith("等", quoted.end())):
        start, end = quoted.span(1)
        return start, _without_tail(text, start, end, patterns)
    end = _without_tail(text, item.start, _item_end(text, item), patterns)
    start = name_start(text, item.start, end, patterns, find_cuts(text, item.start, end, patterns))
    if start > item.start:
        end = _without_tail(text, start, end, patterns)
    if _BETWEEN.fullmatch(text, item.start, end):
        return item.start, end
    surface = text[start:end]
    if not _BARE_NAME.fullmatch(surface) or patterns.generic.fullmatch(surface) or surface in patterns.things:
        return None
    if surface.endswith(patterns.doings) or surface[0] in _ANY or _has_verb_inside(surface, patterns):
        return None
    return start, end


def _item_end(text: str, item: _Item) -> int:
    """Return where what an item names ends: before a count, 等 or its brackets."""
    count = _COUNT.search(text, item.start + 1, item.end)
    marks = [text.find(mark, item.start + 1, item.end) for mark in "等("]
    ends = [position for position in (count.start() if count else -1, *marks) if position > 0]
    return min(ends, default=item.end)


def _without_tail(text: str, start: int, end: int, patterns: Patterns) -> int:
    side = _SIDE_AT_END.search(text, start + 2, end)
    end = side.start() if side else end
    tail = patterns.last_tail.search(text, start + 2, end)
    is_part = tail is not None and tail.group() == "段" and text[tail.start() - 1] in _PART_OF_WAY
    return tail.start() if tail and not is_part else end


def _has_verb_inside(surface: str, patterns: Patterns) -> bool:
    return any(len(match.group()) > 1 for match in patterns.boundary.finditer(surface))


def _enumerations(
    text: str, items: Sequence[_Item], names: Sequence[NameFinding], end: int, patterns: Patterns
) -> list[Enumeration]:
    if not names:
        return []
    starts = {name.start for name in names}
    areas = {
        name.start: behind
        for name in names
        if (
            name.kind in _AREAS
            or name.kind == "zone"
            or (name.kind == "road" and text.startswith("的", name.end))
        )
        and (behind := name.end + text.startswith("的", name.end)) in starts
    }
    beyond = _beyond(text, names, end, patterns)
    chains: list[list[NameFinding]] = [[]]
    passed = 0
    for name in names:
        if not items[0].start <= name.start < items[-1].end or name.start in areas or name.start < passed:
            continue
        passed = beyond.get(name.start, 0)
        if chains[-1] and _joined(text, chains[-1][-1], name, patterns, areas, beyond):
            chains[-1].append(name)
        else:
            chains.append([name])
    found = []
    for chain in filter(None, chains):
        entry = _close_chain(text, chain, items, end, patterns, beyond)
        if entry is not None:
            found.append(entry)
    return found


def _beyond(text: str, names: Sequence[NameFinding], end: int, patterns: Patterns) -> Mapping[int, int]:
    """Return where to go on behind names that say more: A公园(B路与C路交叉口), B路与C路交叉口; by starts."""
    found = {}
    for left, right in zip(names, [*names[1:], None], strict=True):
        bracket = None
        if (opens := text.find("(", left.end, min(end, left.end + _LONGEST_TAIL))) >= 0:
            tail = patterns.tail.match(text, left.end, opens) or _SIDE.match(text, left.end, opens + 1)
            bracket = _IN_BRACKETS.match(text, tail.end() if tail else left.end, end)
        pair = [left, right] if right else []
        if bracket and right and right.start < bracket.end():
            found[left.start] = _past_area(text, bracket.end(), end)
        elif pair and (stop := crossings.crossing_end(text, pair, end)):
            found[left.start] = _past_area(text, stop, end)
    return found


def _past_area(text: str, position: int, end: int) -> int:
    """Return where to go on behind what lies around a crossing or a stretch: A路与B路交叉口片区."""
    area = _AREA_AROUND.match(text, position, end)
    return area.end() if area else position


def _joined(
    text: str,
    left: NameFinding,
    right: NameFinding,
    patterns: Patterns,
    areas: Mapping[int, int],
    beyond: Mapping[int, int],
) -> bool:
    """Tell whether only a tail, brackets, a joiner and the right one's area stand between two names."""
    position = beyond.get(left.start) or _after_name(text, left, patterns)
    joiner = _JOINER.match(text, position)
    if not joiner:
        return False
    position = joiner.end()
    while position in areas:
        position = areas[position]
    return text[position : right.start] in ("", "“")


def _after_name(text: str, name: NameFinding, patterns: Patterns) -> int:
    position = name.end
    if text.startswith(_NOTHING_BETWEEN, position):
        return position
    for pattern in (_ENDS_AFTER, patterns.tail, patterns.item_works, _AREA_AROUND, _SIDE, _IN_BRACKETS):
        behind = pattern.match(text, position)
        position = behind.end() if behind else position
    return position + (text[position : position + 1] == "”")


def _close_chain(
    text: str,
    chain: list[NameFinding],
    items: Sequence[_Item],
    end: int,
    patterns: Patterns,
    beyond: Mapping[int, int],
) -> Enumeration | None:
    members, at = tuple(chain), chain[0].start
    after = beyond.get(chain[-1].start) or _after_name(text, chain[-1], patterns)
    axes = axes_count(text, after)
    if axes:
        return Enumeration(members, axes[0], None, closed=True, at=at)
    if crossings.WORD.match(text, after):
        return None
    if chain[-1].start in beyond and (noun := _NOUN_BEFORE_COUNT.match(text, after, end)):
        after = noun.end()
    after = _built_at(text, after, end, len(members)) or after
    after += len(_AMONG_THEM) * text.startswith(_AMONG_THEM, after)
    areas = _AREAS_FIRST.match(text, after, end) if chain[0].kind in _HOMES else None
    count = _COUNT.match(text, areas.end() if areas else after, end)
    is_one_of = text.endswith(_AMONG_THEM, 0, after)
    if count and (len(chain) > 1 or areas or count[1] or count[2] in ("1", "一") or is_one_of):
        head_end = counted_noun(text, count.end(), end, patterns)
        return Enumeration(
            members,
            int(parse_number(count[2]) or 0),
            text[count.end() : head_end] or None,
            closed=not (is_one_of or text.startswith("等", after)),
            at=at,
        )
    if text.startswith("等", after):
        return _open_ended(text, members, after, end, patterns)
    goes_on = _later_item_closes(text, after, items, end, patterns)
    if goes_on is not None:
        return Enumeration(members, goes_on.count, goes_on.head, closed=not goes_on.open_ended, at=at)
    return Enumeration(members, None, None, closed=True, at=at) if len(chain) > 1 else None


def _built_at(text: str, after: int, end: int, members: int) -> int:
    """Return where the count stands of what is built at the places, one at each; else 0."""
    built = _BUILT_AT.match(text, after, end)
    count = _COUNT.match(text, built.end(), end) if built else None
    is_one_each = count and members > 1 and parse_number(count[2]) == members
    return built.end() if built and is_one_each else 0


def _open_ended(
    text: str, members: tuple[NameFinding, ...], mark: int, end: int, patterns: Patterns
) -> Enumeration:
    """Return the list that ends with 等 at a position; a noun behind it may stand before the count."""
    at = members[0].start
    if headed := _HEAD_BEFORE_COUNT.match(text, mark, end):
        count = int(parse_number(headed["count"]) or 0)
        return Enumeration(members, count, headed["head"], closed=False, at=at)
    head_end = counted_noun(text, mark + 1, end, patterns)
    return Enumeration(members, None, text[mark + 1 : head_end] or None, closed=False, at=at)


def _later_item_closes(
    text: str, after: int, items: Sequence[_Item], end: int, patterns: Patterns
) -> _Close | None:
    """Return the close of an enumeration whose later items are no places: X商圈、5G基站建设等项目."""
    if not text.startswith("、", after) or items[-1].start <= after:
        return None
    closing = _read_close(text, items[-1], end, patterns)
    return closing if closing.open_ended else None
