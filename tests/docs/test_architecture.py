"""docs/architecture.md: whatever it names is there, and no folder of the game is left out."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GAME = ROOT / "game"
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
ROWS = [
    re.findall(r"`([^`]+)`", row)[0].split() for row in PAGE.splitlines() if row.startswith("| `")
]
"""Of each table row, what it names: the first from its floor on, the others within that."""
CODE = sorted(set(re.findall(r"`([^`\s]+)`", PAGE)))


def named(row: list[str]) -> list[str]:
    floor = row[0].split("/")[0]
    return [row[0], *(f"{floor}/{name}" for name in row[1:])]


@pytest.mark.parametrize("row", ROWS, ids=" ".join)
def test_what_a_row_names_is_there(row: list[str]) -> None:
    missing = [name for name in named(row) if not (GAME / name).exists()]
    assert not missing


@pytest.mark.parametrize("name", [name for name in CODE if name.endswith(".py")])
def test_every_file_is_there(name: str) -> None:
    found = [*GAME.rglob(f"**/{name}"), *ROOT.glob(name), *(ROOT / "tools").glob(name)]
    assert any(path.as_posix().endswith(f"/{name}") for path in found)


@pytest.mark.parametrize(
    "name", [name for name in CODE if re.fullmatch(r"[a-z]+\.[a-z_]+", name) and name[-3:] != ".py"]
)
def test_every_function_is_there(name: str) -> None:
    module, function = name.split(".")
    trees = [ast.parse(path.read_text("utf-8")) for path in GAME.rglob(f"**/{module}.py")]
    defined = {
        node.name for tree in trees for node in tree.body if isinstance(node, ast.FunctionDef)
    }
    assert function in defined


def test_no_folder_is_left_out() -> None:
    folders = {path.parent for path in GAME.glob("*/**/__init__.py")} - {GAME / "i18n"}
    told = {GAME / name for row in ROWS for name in named(row)}
    within = told | {folder for path in told for folder in path.parents}
    assert not folders - within
