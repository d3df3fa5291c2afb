"""Find out which columns of a table hold names, other names, kinds and positions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.errors import LayerError, describe

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMES = ("name", "名称", "地名", "标准名称", "name:zh", "name_zh", "mc")
_ALIASES = ("aliases", "alias", "别名", "曾用名", "alt_name", "old_name", "short_name")
_KINDS = ("kind", "类型", "类别", "种类", "fclass", "type", "category")
POSITIONS = (("lon", "lat"), ("lng", "lat"), ("longitude", "latitude"), ("经度", "纬度"), ("x", "y"))

_SEPARATORS = re.compile("[、;；,，|/]")


@dataclass(frozen=True, slots=True)
class NameColumns:
    """Columns by their names as the file has them."""

    name: str
    aliases: tuple[str, ...]
    kind: str | None

    @property
    def all(self) -> list[str]:
        """All of them."""
        return [self.name, *self.aliases, *([self.kind] if self.kind else [])]


def choose_columns(columns: Sequence[str], *, stated: str | None, where: str) -> NameColumns:
    """Return the columns of names and kinds: the one that is stated, else the usual ones.

    Raises
    ------
    LayerError
        There is no such column.
    """
    by_lower = {column.strip().lower(): column for column in reversed(columns)}
    wanted = _NAMES if stated is None else (stated.strip().lower(),)
    name = next((by_lower[usual] for usual in wanted if usual in by_lower), None)
    if name is None:
        what = "has no column of names" if stated is None else f"has no column {stated}"
        remedy = f"say with --name-column which of these it is: {', '.join(columns) or 'it has none'}"
        raise LayerError(describe(where=where, what=what, remedy=remedy))
    return NameColumns(
        name=name,
        aliases=tuple(by_lower[usual] for usual in _ALIASES if usual in by_lower and by_lower[usual] != name),
        kind=next((by_lower[usual] for usual in _KINDS if usual in by_lower), None),
    )


def split_names(*cells: object) -> tuple[str, ...]:
    """Return the names in cells, in which several may stand one after the other.

    >>> split_names("双塔;二七塔", None, "二七大罢工纪念塔")
    ('双塔', '二七塔', '二七大罢工纪念塔')
    """
    texts = (cell for cell in cells if isinstance(cell, str))
    names = (name.strip() for text in texts for name in _SEPARATORS.split(text))
    return tuple(dict.fromkeys(filter(None, names)))
