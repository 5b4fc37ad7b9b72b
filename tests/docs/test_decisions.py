"""docs/decisions: each page has context, decision and consequences; the index has every page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "docs" / "decisions"
PAGES = sorted(FOLDER.glob("0*.md"))
INDEX = (FOLDER / "README.md").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_tells_context_decision_and_consequences(page: Path) -> None:
    text = page.read_text("utf-8")
    assert text.startswith(f"# {int(page.stem[:4])}. ")
    assert re.findall(r"^## (.+)$", text, re.M) == ["Context", "Decision", "Consequences"]


def test_the_index_has_every_page_in_order() -> None:
    rows = re.findall(r"^\| \[(\d{4})\]\(([^)]+)\) \|", INDEX, re.M)
    assert rows == [(page.stem[:4], page.name) for page in PAGES]
