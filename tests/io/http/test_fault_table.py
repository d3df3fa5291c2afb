"""docs/services.md names every test of a fault, and no test that is not there."""

import ast
import re
from pathlib import Path

REPOSITORY = Path(__file__).parents[3]


def names_of_tests_in(path):
    tree = ast.parse((REPOSITORY / path).read_text(encoding="utf-8"))
    names = {part.name for part in tree.body if isinstance(part, ast.FunctionDef)}
    return {name for name in names if name.startswith("test_")}


def named_in_table():
    table = (REPOSITORY / "docs/services.md").read_text(encoding="utf-8")
    return re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", table)


def test_each_test_that_the_table_names_is_there():
    assert [f"{path}::{name}" for path, name in named_in_table() if name not in names_of_tests_in(path)] == []


def test_the_table_names_each_test_of_a_fault():
    faults = "tests/io/http/test_faults.py"
    assert names_of_tests_in(faults) == {name for path, name in named_in_table() if path == faults}
