"""Join ES modules into one: a page opened from a folder cannot import files."""

from __future__ import annotations

import re
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from geo.errors import InputError, describe

if TYPE_CHECKING:
    from collections.abc import Mapping

_IMPORT = re.compile(r"^import\s*(?:\{[^}]*\}\s*from\s*)?'\./([\w-]+\.js)';\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class)\b)", re.MULTILINE)
_TOP_LEVEL_NAME = re.compile(r"^(?:export )?(?:async )?(?:function\*?|const|let|class) (\w+)", re.MULTILINE)


def join_modules(modules: Mapping[str, str]) -> str:
    """Return one script in which every module stands after those that it imports.

    Imports are named imports of sibling files, without renaming; so every top-level name must be
    unique over all modules.

    Raises
    ------
    InputError
        Where a module imports a file that is not there, modules import each other in a circle, or
        two modules declare the same top-level name.
    """
    _refuse_shared_names(modules)
    return "\n".join(_without_module_syntax(modules[name]) for name in _in_order(modules))


def reached_from(modules: Mapping[str, str], *entries: str) -> dict[str, str]:
    """Return the modules that some entries need: themselves and what they import, however far.

    Raises
    ------
    InputError
        Where a module that is needed is not there.
    """
    reached: dict[str, str] = {}
    waiting = list(entries)
    while waiting:
        name = waiting.pop()
        if name not in modules:
            raise InputError(
                describe(
                    where=name,
                    what="is imported and not there",
                    remedy="add the file or drop the import",
                )
            )
        if name not in reached:
            reached[name] = modules[name]
            waiting += _IMPORT.findall(modules[name])
    return reached


def _in_order(modules: Mapping[str, str]) -> list[str]:
    imported = {name: sorted(set(_IMPORT.findall(text))) for name, text in sorted(modules.items())}
    for name, needed in imported.items():
        for missing in (other for other in needed if other not in modules):
            raise InputError(
                describe(
                    where=name,
                    what="imports a file that is not there",
                    value=missing,
                    remedy="add the file or drop the import",
                )
            )
    try:
        return list(TopologicalSorter(imported).static_order())
    except CycleError as error:
        circle = " -> ".join(error.args[1])
        raise InputError(
            describe(
                where=circle,
                what="modules import each other in a circle",
                remedy="move what they share into a third",
            )
        ) from error


def _refuse_shared_names(modules: Mapping[str, str]) -> None:
    home: dict[str, str] = {}
    for name, text in sorted(modules.items()):
        for declared in _TOP_LEVEL_NAME.findall(text):
            if declared in home:
                raise InputError(
                    describe(
                        where=f"{home[declared]} and {name}",
                        what="both declare a top-level name",
                        value=declared,
                        remedy="rename one of them",
                    )
                )
            home[declared] = name


def _without_module_syntax(text: str) -> str:
    return _EXPORT.sub("", _IMPORT.sub("", text))
