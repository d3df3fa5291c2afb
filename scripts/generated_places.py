"""Generate places with plausible Chinese names, the same ones each time, for the benchmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_HEADS = (
    "人民中山建设解放和平幸福光明文化朝阳东风长江黄河淮河航海嵩山太行大学科技兴华新华振兴康乐金水碧沙"
    "紫荆花园丰庆农业商城城南京广铁路桐柏互助棉纺伏牛秦岭郑密连云港湾双湖祥盛瑞达银屏莲合欢翠竹樱桃"
    "龙凤腾飞翔云鹤鸣泰安宁静远志诚信义德化善福寿禧乾坤元亨利贞春夏秋冬梅兰菊松柏杨柳榆槐桃李杏枣"
    "张王李赵刘陈孙周吴郑冯程侯马孔曹严魏姜范彭鲁韦昌苗凤方任袁柳鲍史唐薛雷贺倪汤罗毕郝安常于傅康伍"
    "余顾孟黄穆萧尹姚邵汪祁毛狄米贝明臧计成戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾娄江童颜郭盛林"
    "钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房干解应宗丁宣邓郁单杭洪包诸左石崔吉龚嵇邢滑裴陆荣翁荀"
)
_DIRECTIONS = ("",) * 8 + ("东", "西", "南", "北", "中")
_ENDINGS = (
    ("road", ("路", "路", "路", "街", "大道", "巷", "胡同"), 0.35),
    ("village", ("村", "庄", "寨", "营", "岗", "沟", "屯"), 0.25),
    ("estate", ("小区", "花园", "家园", "佳苑", "新村", "公寓"), 0.15),
    ("school", ("小学", "中学", "幼儿园"), 0.06),
    ("hospital", ("医院", "卫生院", "社区卫生服务中心"), 0.03),
    ("market", ("市场", "商城", "购物广场", "批发市场"), 0.04),
    ("park", ("公园", "游园", "广场"), 0.03),
    ("building", ("大厦", "写字楼", "商务楼"), 0.04),
    ("poi", ("加油站", "派出所", "邮政所", "水库", "变电站"), 0.05),
)


def generate_places(count: int, *, seed: int) -> tuple[list[str], list[str], NDArray[np.float64]]:
    """Return names, kinds and WGS 84 positions, shape (count, 2), over an area as large as Henan.

    A name has one to three characters of some 300, then perhaps a direction, then the ending of its kind;
    frequent characters come as often as Zipf's law has it, so that many roads have one name.
    """
    random = np.random.default_rng(seed)
    heads = np.array(sorted(set(_HEADS)))
    shares = 1.0 / np.arange(3, len(heads) + 3)
    shares /= shares.sum()
    letters = random.permutation(heads)[random.choice(len(heads), size=(count, 3), p=shares)]
    lengths = random.choice((1, 2, 3), size=count, p=(0.08, 0.72, 0.2))
    directions = random.choice(np.array(_DIRECTIONS), size=count)
    families = random.choice(len(_ENDINGS), size=count, p=[share for *_, share in _ENDINGS])
    picks = random.integers(0, 1_000_000, size=count)
    names, kinds = [], []
    rows = zip(
        letters.tolist(),
        lengths.tolist(),
        directions.tolist(),
        families.tolist(),
        picks.tolist(),
        strict=True,
    )
    for three, length, direction, family, pick in rows:
        kind, endings, _ = _ENDINGS[family]
        middle = direction if kind == "road" else ""
        names.append("".join(three[:length]) + middle + endings[pick % len(endings)])
        kinds.append(kind)
    lonlat = np.round(random.uniform((110.4, 31.4), (116.6, 36.3), (count, 2)), 7)
    return names, kinds, lonlat
