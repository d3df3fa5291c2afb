"""Lengthen a name by what belongs to it: 37号院, 二期, 东延, 新校区, A区."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.extract.finding import NameFinding

if TYPE_CHECKING:
    from collections.abc import Sequence

_COMPOUND = re.compile(r"(?:[甲乙丙丁]字?)?\d+(?:-\d+)?号(?:家属院|大院|院|楼)")
_LANE = re.compile(r"\d+号?(?:巷|弄)")
"""A lane that is called by its number: 康宁路66号巷."""
_HOUSE = re.compile(r"(?:[甲乙丙丁]字?)?\d+(?:-\d+)?号(?![院楼线巷弄])")
_SUBDISTRICT = re.compile(
    r"街道(?!路面|绿化|立面|改造|整治|两侧|景观|环境|提升|照明|路灯|建设|综合|清扫|保洁|亮化|美化|沿线|工程|施工|维修)"
)
"""A subdistrict that is named like a road: 新建南路街道; no street that is worked on: 长江路街道改造."""
PHASE = re.compile(r"第?[一二三四五六七八九十]+期|[\d]期")
_TEAM = re.compile(r"第?(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:队|组|社)(?![长员干])")
"""A part of a village: 某南村二四队."""
_PHASE_IN_BRACKETS = re.compile(r"\(第?[一二三四五六七八九十\d]+期\)")
_ROAD_EXTENSION = re.compile(
    r"[东西南北]?(?:延长|延伸)(?:线|段)|[东西南北][延拓](?:段|线)?|[东西南北]?[辅匝]道|[东西南北]支(?:路|线|巷)?"
    r"|[东西南北]段(?!路[东西南北]|[由从自至为往到])"
)
_BRIDGE = re.compile(r"(?:上跨|下穿|跨)[\u4e00-\u9fff]{2,8}?(?:立交桥?|大桥|高架桥?|桥)")
_TUNNEL = re.compile(r"(?:上跨|下穿|跨)[\u4e00-\u9fff]{2,8}?(?:隧道|通道)")
"""What leads a road over or under another way: 某路|上跨某铁路立交桥."""
_STATION = re.compile(r"站(?![台点立位岗着住长])")
"""A stop that is called by the road or the bridge at which it lies: 大同路站."""
_JUNCTION = re.compile(r"[\u4e00-\u9fff]{2,5}?(?:出入口|出口|入口|互通|收费站|服务区)")
"""Where a motorway is left: 沪昆高速|金华东出口."""
_MOTORWAY = ("高速", "高速公路")
_RAMP = re.compile(r"[东西南北]?[辅匝]道")
_CAMPUS = re.compile(
    r"(?:[新老东西南北中]|[\u4e00-\u9fff]{2,3})?(?:校区|院区|园区|分校|分院|分园|分馆|新址|新馆)"
)
_GATE = re.compile(r"[东西南北正](?:[东西南北])?门(?!口?[外内])")
_PART = re.compile(r"[A-Z一二三四五六七八九十\d]{1,2}区")
"""A part of a phase: 某安置区三期二区."""
_WING = re.compile(r"[A-Z东西南北中]区")
_SHORT = re.compile(r"(?<=、)\d+(?:-\d+)?号(?:家属院|大院|院|楼|(?!线|巷|弄))|(?<=[、和])\d+号?(?:巷|弄)")
_NUMBERED = re.compile(r"\d+(?:-\d+)?号")
_PART_WORDS = r"(?:第?[一二三四五六七八九十]{1,2}|\d{1,2}|[A-Z东西南北])(?:区|村|社区|小区|组团|号楼)"
_NUMBERED_PART = re.compile(rf"{_PART_WORDS}\Z")
_SHORT_PART = re.compile(rf"[、和及]({_PART_WORDS})(?=[、和及等,。;])")
_SHORTEST_OWN = 2
_ESTATES = frozenset({"estate", "compound", "park", "zone", "market", "industrial_park", "community"})
_STOPS = frozenset({"road", "bridge"})
_HOUSES = frozenset({"compound", "poi"})
_GATED = frozenset({"school", "hospital", "facility", "station", "park", "estate"})
_CAMPUSES = frozenset({"school", "hospital", "facility"})
_OF_ROADS = (
    (_COMPOUND, "compound"),
    (_TUNNEL, "tunnel"),
    (_BRIDGE, "bridge"),
    (_LANE, None),
    (_HOUSE, "poi"),
)
"""What stands at a road and is called by it, and of what kind it is; a lane is a road, too."""


def extend(text: str, name: NameFinding, end: int) -> NameFinding:
    """Return the name with what belongs to it."""
    if name.kind in _STOPS and (station := _STATION.match(text, name.end, end)):
        return replace(name, end=station.end(), kind="station")
    if name.kind == "road":
        return _extend_road(text, name, end)
    if name.kind == "bridge" and (ramp := _RAMP.match(text, name.end, end)):
        return replace(name, end=ramp.end())
    if name.kind in _GATED and (gate := _GATE.match(text, name.end, end)):
        return replace(name, end=gate.end(), kind="poi")
    if name.kind in _CAMPUSES and (campus := _CAMPUS.match(text, name.end, end)):
        return replace(name, end=campus.end())
    if name.kind in _ESTATES and (wing := _WING.match(text, name.end, end)):
        name = replace(name, end=wing.end())
    team = _TEAM.match(text, name.end, end) if name.kind == "village" else None
    in_brackets = text.startswith("(", name.end)
    phase = team or (_PHASE_IN_BRACKETS if in_brackets else PHASE).match(text, name.end, end)
    part = _PART.match(text, phase.end(), end) if phase and name.kind in _ESTATES else None
    return replace(name, end=(part or phase).end()) if phase else name


def _extend_road(text: str, road: NameFinding, end: int) -> NameFinding:
    for pattern, kind in _OF_ROADS:
        if match := pattern.match(text, road.end, end):
            return replace(road, end=match.end(), kind=kind or road.kind)
    if text.endswith(_MOTORWAY, road.start, road.end) and (way_out := _JUNCTION.match(text, road.end, end)):
        return replace(road, end=way_out.end(), kind="poi")
    if _SUBDISTRICT.match(text, road.end, end):
        return replace(road, end=road.end + len("街道"), kind="subdistrict")
    extension = _ROAD_EXTENSION.match(text, road.end, end) or PHASE.match(text, road.end, end)
    return replace(road, end=extension.end()) if extension else road


def inherited_parts(text: str, names: Sequence[NameFinding], end: int) -> list[NameFinding]:
    """Return numbered estates that take their name from the item before: 工房一区、|二区|."""
    found: list[NameFinding] = []
    for name in names:
        own = _NUMBERED_PART.search(text, name.start, name.end)
        if own is None or own.start() - name.start < _SHORTEST_OWN or own.end() != name.end:
            continue
        whole, position = text[name.start : own.start()], name.end
        while (short := _SHORT_PART.match(text, position, end)) and short[1][-1] == text[name.end - 1]:
            found.append(NameFinding(*short.span(1), name.kind, full=whole + short[1]))
            position = short.end()
    return found


def inherited_compounds(text: str, names: Sequence[NameFinding], end: int) -> list[NameFinding]:
    """Return compounds that take their road from the item before: 建设路12号院、|14号院|."""
    found: list[NameFinding] = []
    for name in names:
        house = _NUMBERED.search(text, name.start, name.end)
        is_lane = house is not None and name.kind == "road" and _LANE.match(text, house.start(), name.end)
        if house is None or not (name.kind in _HOUSES or is_lane):
            continue
        road, position = text[name.start : house.start()], name.end
        while short := _SHORT.match(text, position + 1, end):
            found.append(NameFinding(short.start(), short.end(), name.kind, full=road + short.group()))
            position = short.end()
    return found
