import re

from geo.io.assets import web_assets
from geo.render.web.compact import compact_script, compact_style

TYPE = re.compile(r"(?<!^)/\*\* @type \{.*?\} \*/ ")


def test_a_comment_in_a_text_or_behind_code_stays():
    script = "const a = '/* no comment */';\nconst b = 1; // one\nconst c = '// none';\n"
    assert compact_script(script) == script


def test_comments_over_several_lines_go():
    assert compact_script("/**\n * What it does.\n */\nf();\n  // more\n  g();\n") == "f();\ng();\n"


def test_types_go_wherever_they_stand():
    script = "f(/** @type {Pair} */ ([1, 2]), /** @type {const} */ ('a'));\n  /** @type {Box[]} */\n  g();\n"
    assert compact_script(script) == "f(([1, 2]), ('a'));\ng();\n"
    script = "/** @type {Pair} */ (a).b();\nkept();\n// more\n/** @type {Pair} */\nc();\n"
    assert compact_script(script) == "(a).b();\nkept();\nc();\n"
    assert not [text for text in web_assets(".js").values() if "/**" in compact_script(text)]


def test_spaces_that_mean_something_in_a_style_sheet_stay():
    style = 'a b > c{margin:calc(1px + 2px) 0;content:"";}@media (max-width:3px){d:not(.e) f{top:0;}}'
    assert compact_style(style) == style


def test_our_own_files_keep_their_code():
    for text in web_assets(".js").values():
        code = [TYPE.sub("", line.strip()) for line in text.splitlines() if line.strip()]
        kept = [line for line in code if not line.startswith(("/**", "* ", "*/", "//"))]
        assert compact_script(text).splitlines() == kept
