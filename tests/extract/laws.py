"""What holds of every text that is read, and the pieces of language that a hard text is made of."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.errors import PlanmapError
from geo.extract import read_report
from geo.model import Document

if TYPE_CHECKING:
    from geo.model import Lexicon, Report

DAY = date(2020, 8, 1)

SIGNS = "、,。;:()()“”《》【】[]—-~至到/|#*\t\n"
WORDS = "年月日底前末初路街区镇村园站桥段的等共和与及在由于其一两三十百千万亿零〇1205"
BREAKS = ("\n\n", "\r\n", "\u3000", "\u200b", "## ")
TIMES = "9月 月至 30日 上旬 年底前 下半年 三季度 春节前 每月2日、7日 每周三 去年 6月1日起 本月底 2月30日"
YEARS = "2021年 二〇二一年 三年行动计划 十四五末"
NUMBERS = "第 12 3至6 80% 1~2 37号 14号院 5条 8个 3万平方米"
PLACES = (
    "人民路 东方大道 一环 幸福小区 老镇区 东延 二期 以东 街道 号院 A路 城关镇 变电站 集团 管委会 农贸市场"
)
GLUE = """其中 其余 等5条道路 加快 完成 启动 力争 已完工 已开工 建成通车 整治 建设 如不受汛情影响 责任单位:
一、 (一) 1. ** —— ......"""
PIECES_WITHOUT_YEAR = (*BREAKS, *TIMES.split(), *PLACES.split(), *GLUE.split())
PIECES = (*SIGNS, *WORDS, *PIECES_WITHOUT_YEAR, *YEARS.split(), *NUMBERS.split())


def read(text: str, lexicon: Lexicon, *, day: date | None = DAY) -> Report | None:
    """Read a text; None where the reader refuses it with an error of its own."""
    try:
        return read_report(Document("report.txt", text, ""), reference=day, lexicon=lexicon)
    except PlanmapError:
        return None


def broken_laws(report: Report) -> list[str]:
    """Name the laws that a reading breaks: none, whatever the text is."""
    text = report.text
    records = (*report.tasks, *report.mentions, *report.times, *report.quantities)
    broken = [f"offset of {r.id}" for r in records if not r.surface or text[r.start : r.end] != r.surface]
    ordered = sorted((task.start, task.end) for task in report.tasks)
    broken += [f"tasks overlap at {b[0]}" for a, b in pairwise(ordered) if a[1] > b[0]]
    joined = "".join(text[section.start : section.end] for section in report.sections)
    if not text.endswith(joined) or text[: len(text) - len(joined)].strip():
        broken.append("sections do not give the text back")
    known = {mention.id for mention in report.mentions}
    for entry in (*report.lists, *report.tasks):
        members = entry.members if hasattr(entry, "members") else entry.places
        broken += [f"{entry.id} names a place that is not there" for member in members if member not in known]
    return broken
