"""README.md of this folder: the clauses, and the tests that hold them."""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).parent
PAGE = (HERE / "README.md").read_text("utf-8")


def test_every_clause_is_held_by_tests_that_are_there() -> None:
    files = sorted(HERE.glob("test_*.py"))
    there = re.findall(r"^def (test_\w+)", "\n".join(f.read_text("utf-8") for f in files), re.M)
    rows = [line for line in PAGE.splitlines() if line.startswith("| ")]
    clauses = [row.strip("| ").split(" | ") for row in rows if not row.startswith("| clause")]
    assert len(clauses) > 60
    for clause, held_by in clauses:
        named = re.findall(r"`(test_\w+)`", held_by)
        elsewhere = re.findall(r"`(\w+/test_\w+\.py)`", held_by)
        assert named or elsewhere, clause
        assert [name for name in named if name not in there] == [], clause
        assert [file for file in elsewhere if not (HERE.parent / file).is_file()] == [], clause
