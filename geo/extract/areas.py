"""Split an area off the name of what lies in it: 桐庐县|城南街道, 下杭社区|南洋新村, 西山大道|金柏路."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.extract.finding import NameFinding, is_proper

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.lexicon_patterns import Patterns

_AREA = re.compile(
    r"[\u4e00-\u9fff]{1,4}?(?:自治县|新区|开发区|高新区|(?<!城)市|[省县镇乡]|(?<![小园新景片校院厂库住展商务宿])区|街道|社区)(?![道域内外场间政直级位])"
)
_KINDS = {
    "省": "region",
    "市": "city",
    "区": "district",
    "县": "district",
    "镇": "town",
    "乡": "town",
    "道": "subdistrict",
}
_KINDS_BY_LAST = {
    **dict.fromkeys("道街路巷", "road"),
    "桥": "bridge",
    "河": "river",
    "园": "park",
    "场": "square",
}
_ROAD = re.compile(r"[\w·]{1,5}?(?:大道|大街(?!道)|路|街(?!道)|巷)(?=[\w·]{2,})")
_BESIDE_ROADS = {"road": 3, "village": 3, "town": 3}
"""Kinds that may be written right behind a road, and how long their names are at least: 东巷 is its lane."""
_SIDE_LANE = re.compile(r"[东西南北中]?(?:[一二三四五六七八九]?十)?[一二三四五六七八九十]")
"""What numbers a lane beside a road: 某路|十二|巷; 八一 is no number."""
_THEMED = re.compile(
    r"(?:休闲|餐饮|家居|生活|文化|风情|夜市|商贸|服装|娱乐|酒吧|小吃|美食|古玩|特色|步行|商业|购物|旅游)+街"
)
"""A street with a purpose that is called by the road it lies at: 某路|休闲餐饮街."""
_BESIDE = re.compile(r"(?:[东西南北]侧|[旁后前])$")
"""A lane beside something that stands at a road is called by both: 某路某菜馆西侧巷."""
_SPLIT = frozenset(
    {
        "district",
        "town",
        "subdistrict",
        "community",
        "village",
        "estate",
        "compound",
        "road",
        "zone",
        "market",
        "bridge",
        "tunnel",
        "square",
    }
)
_TOWNS = frozenset("镇乡")
_NEVER_BARE = frozenset({"subdistrict", "road"})
"""Kinds whose names may begin like an area and are none without it: 蒲鞋市街道, 鄞县大道."""
_LARGE = frozenset("市区县")
_INSTITUTIONS = frozenset({"school", "hospital"})
"""An area's school is one of a kind; its market is any of them."""
_ONE_OF_A_TOWN = frozenset({"district", "market"})
_ZONES = ("新区", "开发区", "高新区")
_NAMED_AFTER_ZONES = frozenset({"school", "hospital", "facility", "station", "substation", "park"})
_SMALL_PARKS = ("口袋公园", "游园")
"""A zone has many of them: 三江新区口袋公园 is none by name."""
_RANKED = re.compile(
    r"(?:第?[一二三四五六七八九十百\d]+|人民|中心|中医|中西医结合|妇幼|妇女|儿童|口腔|肿瘤|胸科|传染病|精神|卫生|康复|老年|附属"
    r"|实验|外国语|高级|职业|技术|中等|特殊教育|师范|工业|直属|机关|公立|市立|区立|幼儿|少年|开放)*"
)
"""What numbers or sorts the institutions of a city: 郑州市|第一人民|医院 is one, 长沙市|湘雅医院 are two."""
_ONE_OF_A_KIND = re.compile(r"(?:馆|宫|剧院|体育场|福利院|疾控中心|(?:政务|行政|市民|体育|文化|会展)中心)$")
"""What a district or a city has one of: 某区图书馆."""
_OF_TOWN = re.compile(r"[\u4e00-\u9fff]{2,4}(?:街道|镇|乡)")
"""An institution that is called by its town lies in a district: 某区|某街道卫生院."""
_SHORTEST_OWN = 3
"""So long is a name before 学校 or 医院 that stands behind a road and is not called by it."""
_FACILITIES = frozenset({"facility", "building", "hotel", "station"})
_CALLED_BY_ROAD = re.compile(r"停车|车库|充电|公交|地铁|(?:转运|中转|垃圾|消防|换热|热力|泵|闸|水)站|厂\Z")
"""A facility that is called by the road it lies at, whatever its sort: 某路货运|停车场."""
_SHORTEST_FACILITY = 2
"""So long is one before 加油站 or 大楼."""
_SIDE = re.compile(
    r"(?P<where>[\w·]{1,6}?(?:大道|大街|路|街|巷|桥|河|公园|广场))[东西南北]{1,2}侧(?=[\w·]{2,})"
)
"""Beside what a place lies that is named behind it: 某桥东侧|某名都."""
_SHORTEST_AREA = {"省": 2, "市": 3, "区": 3, "县": 2, "镇": 2, "乡": 2, "道": 3}


def split_areas(text: str, name: NameFinding, at: int, patterns: Patterns) -> Iterator[NameFinding]:
    """Yield the areas that a name begins with, and the rest where it is a name by itself.

    `at` is where the name's suffix begins. A rest that is a common noun (鱼峰区|农贸市场) is dropped.
    """
    start = name.start
    while area := _AREA.match(text, start, at):
        last = text[area.end() - 1]
        is_community = text.endswith("社区", start, area.end())
        rest_is_common = not is_proper(text[area.end() : at], name.kind, patterns)
        nothing_left = area.end() == at
        is_its_own = (last == "市" and name.kind == "town") or (last in _TOWNS and name.kind == "community")
        is_its_bridge = last in _TOWNS and name.kind == "bridge"
        if nothing_left and (name.kind in _NEVER_BARE or is_its_own or is_its_bridge):
            break
        if last in _TOWNS and not is_proper(text[start : area.end() - 1], "town", patterns):
            break
        is_large = last in _LARGE and not is_community
        is_its = rest_is_common and is_large and _is_any(text, name, area.end(), nothing_left=nothing_left)
        is_towns = name.kind == "park" and not is_community and not rest_is_common
        is_zones = is_large and text[area.end() : name.end] in _SMALL_PARKS
        is_citys = last == "市" and name.kind in _INSTITUTIONS and not _RANKED.fullmatch(text, area.end(), at)
        if name.kind in _ONE_OF_A_TOWN and rest_is_common and not is_large:
            break
        if name.kind == "facility" and nothing_left and _ONE_OF_A_KIND.search(text, at, name.end):
            break
        is_where = is_large and _road_before(text, NameFinding(area.end(), name.end, name.kind), at, patterns)
        splits = name.kind in _SPLIT or is_its or is_towns or is_where or is_zones
        is_of_town = last == "区" and name.kind in _INSTITUTIONS and _OF_TOWN.match(text, area.end(), at)
        if area.end() - start < _SHORTEST_AREA.get(last, 1) or not (
            splits or is_of_town or (is_citys and not rest_is_common)
        ):
            break
        yield NameFinding(start, area.end(), _kind_of_area(text, start, area.end()))
        start = area.end()
    if start > name.start and not is_proper(text[start:at], name.kind, patterns):
        return
    yield from _split_roads(text, NameFinding(start, name.end, name.kind), at, patterns)


def _is_any(text: str, name: NameFinding, area_end: int, *, nothing_left: bool) -> bool:
    """Tell whether a common noun after an area is any such place there, not one named after it."""
    if text.endswith(_ZONES, 0, area_end):
        return name.kind not in _NAMED_AFTER_ZONES
    return (nothing_left and name.kind != "hospital") or name.kind not in _INSTITUTIONS


def _kind_of_area(text: str, start: int, end: int) -> str:
    if text.endswith("社区", start, end):
        return "community"
    return "zone" if text.endswith(_ZONES, start, end) else _KINDS[text[end - 1]]


def _road_before(text: str, name: NameFinding, at: int, patterns: Patterns) -> int:
    """Return where a road ends behind which an institution has a name of its own, else 0: A路|B商业学校.

    A路小学 and A路第一小学 are called by their road.
    """
    is_facility = name.kind in _FACILITIES and not _CALLED_BY_ROAD.search(text, at, name.end)
    road = _ROAD.match(text, name.start, at) if is_facility or name.kind in _INSTITUTIONS else None
    shortest = _SHORTEST_FACILITY if is_facility else _SHORTEST_OWN
    if road is None or at - road.end() < shortest or _RANKED.fullmatch(text, road.end(), at):
        return 0
    is_road = is_proper(text[name.start : road.end() - 1], "road", patterns)
    return road.end() if is_road and is_proper(text[road.end() : at], name.kind, patterns) else 0


def _split_roads(text: str, name: NameFinding, at: int, patterns: Patterns) -> Iterator[NameFinding]:
    """Yield a road and the one that is written right after it: A路B路至C路."""
    if end := _road_before(text, name, at, patterns):
        yield NameFinding(name.start, end, "road")
        yield from split_areas(text, NameFinding(end, name.end, name.kind), at, patterns)
        return
    has_side = name.kind in _SPLIT and text.find("侧", name.start, at) >= 0
    beside = _SIDE.match(text, name.start, at) if has_side else None
    if beside and is_proper(text[beside.end() : at], name.kind, patterns):
        yield NameFinding(*beside.span("where"), _KINDS_BY_LAST[beside["where"][-1]])
        yield NameFinding(beside.end(), name.end, name.kind)
        return
    first = _ROAD.match(text, name.start, name.end) if name.kind in _BESIDE_ROADS else None
    if first and name.kind == "road" and text[first.end() : at] == "交叉":
        yield NameFinding(name.start, first.end(), "road")
        return
    if first and (first.end() == at or _BESIDE.search(text, first.end(), at)):
        first = None
    too_short = first is None or name.end - first.end() < _BESIDE_ROADS[name.kind]
    called_by_it = first and (
        _SIDE_LANE.fullmatch(text, first.end(), at) or _THEMED.fullmatch(text, first.end(), name.end)
    )
    if first and not too_short and not called_by_it:
        yield NameFinding(name.start, first.end(), "road")
        yield NameFinding(first.end(), name.end, name.kind)
    else:
        yield name
