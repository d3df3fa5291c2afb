"""What the levels of the services are worth: a precision class and an uncertainty in metres.

No service publishes how far its points lie from the truth, save Baidu for its ``confidence``; the metres
are our own estimates of the extent of such a thing in a Chinese city. A point of one service alone is
never ``exact``: that takes a second service that says the same (`geo.geocode.online`).

Amap's list is that of its notice of 2023-12-07 (lbs.amap.com/news/geocoder_api), which has more levels
than it had before: 门牌号, 楼层, 房间, 公交地铁站点, 小巷. Baidu's is that of its geocoding 3.0 reference.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from geo.model import Precision

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Level:
    """What a level of a service is worth."""

    precision: Precision
    uncertainty_m: float
    kind: str | None = None
    """Kind of place that it must be, or None where it may be any."""


ADDRESS = Level(Precision.STREET, 50.0)
SITE = Level(Precision.STREET, 100.0, "poi")
CROSSING = Level(Precision.STREET, 50.0)
ROAD = Level(Precision.STREET, 500.0, "road")
"""A point somewhere on the road, and not its line."""
LANE = Level(Precision.STREET, 200.0, "road")
BRIDGE = Level(Precision.STREET, 200.0, "bridge")
TUNNEL = Level(Precision.STREET, 500.0, "tunnel")
ESTATE = Level(Precision.AREA, 300.0, "estate")
VILLAGE = Level(Precision.AREA, 500.0, "village")
QUARTER = Level(Precision.AREA, 500.0)
TOWN = Level(Precision.ZONE, 2000.0)

TOO_COARSE = frozenset({"国家", "省", "市", "城市", "区县"})
"""The centre of such an area is what a service gives for a name that it does not know."""

LEVELS: Mapping[str, Level] = MappingProxyType(
    {
        **dict.fromkeys(("门址", "门牌号", "单元号", "楼层", "房间"), ADDRESS),
        **dict.fromkeys(("交叉路口", "道路交叉路口"), CROSSING),
        **dict.fromkeys(("兴趣点", "公交地铁站点"), SITE),
        **dict.fromkeys(("道路", "街道"), ROAD),
        "小巷": LANE,
        "桥": BRIDGE,
        **dict.fromkeys(("住宅区", "地产小区"), ESTATE),
        "村庄": VILLAGE,
        **dict.fromkeys(("热点商圈", "商圈"), QUARTER),
        **dict.fromkeys(("乡镇", "开发区", "工业园区"), TOWN),
        # What Baidu calls a place of interest, one word a trade.
        **dict.fromkeys(
            (
                "商务大厦", "政府机构", "生活服务", "休闲娱乐", "餐饮", "宾馆", "购物", "金融", "教育",
                "医疗", "旅游景点", "汽车服务", "火车站", "长途汽车站", "停车场/停车区", "港口/码头",
                "收费区/收费站", "收费处/收费站", "飞机场", "机场", "加油站", "绿地",
            ),
            SITE,
        ),
    }
)  # fmt: skip


def grade(level: str) -> tuple[Level | None, str | None]:
    """Return what a level is worth, or None and why: ``too_coarse`` or ``unknown_level``.

    >>> grade("区县")
    (None, 'too_coarse')
    """
    if level in TOO_COARSE:
        return None, "too_coarse"
    return (LEVELS[level], None) if level in LEVELS else (None, "unknown_level")


def is_line(level: Level) -> bool:
    """Tell whether a point of this level stands for a line."""
    return level.kind in {ROAD.kind, TUNNEL.kind}
