import re

import pytest

from geo.errors import InputError
from geo.io.assets import web_assets
from geo.render.web.modules import join_modules, reached_from


def test_a_module_stands_after_those_that_it_imports():
    joined = join_modules({"a.js": "import { b } from './b.js';\nb();\n", "b.js": "export function b() {}\n"})
    assert joined == "function b() {}\n\nb();\n"


def test_an_import_over_several_lines_is_followed():
    joined = join_modules(
        {"a.js": "import {\n  b,\n} from './b.js';\nb();\n", "b.js": "export const b = 1;\n"}
    )
    assert joined == "const b = 1;\n\nb();\n"


def test_an_import_of_a_missing_file_is_refused():
    with pytest.raises(InputError, match=r"a\.js \(\"c\.js\"\): imports a file that is not there"):
        join_modules({"a.js": "import { c } from './c.js';\n"})


def test_modules_in_a_circle_are_refused():
    with pytest.raises(InputError, match="circle"):
        join_modules({"a.js": "import { b } from './b.js';\n", "b.js": "import { a } from './a.js';\n"})


def test_a_name_that_two_modules_declare_is_refused():
    with pytest.raises(InputError, match="both declare"):
        join_modules({"a.js": "const x = 1;\n", "b.js": "export function x() {}\n"})


def test_our_modules_never_write_markup():
    joined = join_modules(web_assets(".js"))
    forbidden = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|bindPopup|bindTooltip"
    )
    assert not re.findall(forbidden, joined)


def test_our_modules_and_sheets_take_colours_from_the_style_table():
    for name, text in (web_assets(".js") | web_assets(".css")).items():
        assert not re.findall(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b(?![\w-])", text), name


def test_no_template_literal_of_ours_goes_over_several_lines():
    """Indents are left out of the page, so such a text would change."""
    for name, text in web_assets(".js").items():
        assert not [line for line in text.splitlines() if line.count("`") % 2], name


def test_only_what_an_entry_needs_is_taken_however_far():
    modules = {
        "main.js": "import { a } from './a.js';\na();\n",
        "a.js": "import { b } from './b.js';\nexport const a = () => b();\n",
        "b.js": "export const b = () => 1;\n",
        "more.js": "import './main.js';\nimport { c } from './c.js';\nc();\n",
        "c.js": "export const c = () => 2;\n",
    }
    assert sorted(reached_from(modules, "main.js")) == ["a.js", "b.js", "main.js"]
    assert sorted(reached_from(modules, "main.js", "more.js")) == sorted(modules)


def test_a_module_that_is_needed_and_missing_is_named():
    with pytest.raises(InputError, match=r"b\.js: is imported and not there"):
        reached_from({"a.js": "import { b } from './b.js';\n"}, "a.js")
