"""Break the names of zones into two lines, at the boundary of a word and nowhere else."""

from __future__ import annotations

_LONGEST_LINE = 8
_LEAST = 2


def broken_name(name: str, endings: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name in one line, or two where it is long and ends with a known word.

    >>> broken_name("淮河路生态宜居片区", ("片区", "生态宜居片区"))
    ('淮河路', '生态宜居片区')
    >>> broken_name("马寨镇", ("镇",))
    ('马寨镇',)
    """
    if len(name) < _LONGEST_LINE:
        return (name,)
    fitting = [word for word in endings if name.endswith(word) and _LEAST <= len(word) <= len(name) - _LEAST]
    if not fitting:
        return (name,)
    longest = max(fitting, key=len)
    return name[: -len(longest)], longest
