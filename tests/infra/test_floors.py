"""The floors of the house: imports go downward only."""

import ast
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RULES = sorted((ROOT / "game" / "rules").rglob("*.py"))


def test_every_contract_is_kept() -> None:
    """The contracts stand in pyproject.toml, each with its name."""
    said = _lint_imports(ROOT / "pyproject.toml")
    assert said.returncode == 0, said.stdout + said.stderr
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = table["tool"]["importlinter"]["contracts"]
    assert f"{len(contracts)} kept, 0 broken" in said.stdout


def test_a_broken_floor_is_noticed(tmp_path: Path) -> None:
    """The same contracts, on a house whose cellar looks out of the roof."""
    game = tmp_path / "game"
    floors = ("rules", "content", "session", "screens", "report", "i18n")
    for floor in (*floors, "screens/kit", "screens/scenes", "report/paper", "report/session"):
        (game / floor).mkdir(parents=True)
        (game / floor / "__init__.py").touch()
    for module in ("__init__", "__main__", "paths", "screens/screen"):
        (game / f"{module}.py").touch()
    (game / "rules" / "__init__.py").write_text("import game.screens\nimport yaml\n")
    (game / "screens" / "kit" / "__init__.py").write_text("import game.session\n")
    (game / "report" / "paper" / "__init__.py").write_text("import game.report.session\n")
    said = _lint_imports(ROOT / "pyproject.toml", cwd=tmp_path)
    assert said.returncode == 1
    assert "Imports go downward only BROKEN" in said.stdout
    assert "The rules know nothing of files, folders or languages BROKEN" in said.stdout
    assert "The drawing kit knows nothing of the game or its screens BROKEN" in said.stdout
    assert "Decks on paper and reports of sessions are apart BROKEN" in said.stdout


@pytest.mark.parametrize("file", RULES, ids=lambda file: file.stem)
def test_rules_import_only_the_standard_library(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            names = [node.module or ""]
        else:
            continue
        for name in names:
            inside = name == "game.rules" or name.startswith("game.rules.")
            assert inside or name.partition(".")[0] in sys.stdlib_module_names


@pytest.mark.parametrize("file", RULES, ids=lambda file: file.stem)
def test_rules_read_no_clock_and_have_no_chance_of_their_own(file: Path) -> None:
    """Time is handed to them; chance falls in draw.py, or comes from a generator handed in."""
    banned = {"time", "datetime", "random", "secrets", "uuid", "os", "io", "pathlib", "logging"}
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            assert banned.isdisjoint(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            assert names <= {"random.Random"} or (node.module or "") not in banned
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id != "Random"


def _lint_imports(config: Path, cwd: Path = ROOT) -> "subprocess.CompletedProcess[str]":
    command = (
        "import sys; from importlinter.cli import lint_imports_command as run; sys.exit(run())"
    )
    return subprocess.run(
        [sys.executable, "-c", command, "--config", str(config), "--no-cache"],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(cwd), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
