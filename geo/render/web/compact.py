"""Leave out of scripts and style sheets what only their readers need: a page is read by a browser."""

from __future__ import annotations

import re

_SCRIPT_COMMENT = re.compile(r"^[ \t]*(?:/\*(?:[^*]|\*(?!/))*\*/|//[^\n]*)[ \t]*\n", re.MULTILINE)
_TYPE_CAST = re.compile(r"/\*\* @type [^\n]*?\*/ ?")
_INDENT = re.compile(r"^\s+", re.MULTILINE)
_STYLE_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_SPACE_ROUND_MARKS = re.compile(r" ?([{};,]) ?|(?<=:) ")


def compact_script(text: str) -> str:
    r"""Return a script without the comments that have lines of their own, types, indents and empty lines.

    A template literal over several lines would lose its indents.

    >>> compact_script("/** Say it. */\nfunction f() {\n  // twice\n  return 2; // two\n}\n\n")
    'function f() {\nreturn 2; // two\n}\n'
    >>> compact_script("const a = /** @type {Set<string>} */ (new Set());\n")
    'const a = (new Set());\n'
    """
    return _INDENT.sub("", _TYPE_CAST.sub("", _SCRIPT_COMMENT.sub("", text)))


def compact_style(text: str) -> str:
    """Return a style sheet without comments, on one line.

    >>> compact_style("/* Rows. */ .row > a, b { margin: 0 2px;  top: calc(1px + 2px); }")
    '.row > a,b{margin:0 2px;top:calc(1px + 2px);}'
    """
    flat = _SPACE.sub(" ", _STYLE_COMMENT.sub("", text)).strip()
    return _SPACE_ROUND_MARKS.sub(lambda mark: mark[1] or "", flat)
