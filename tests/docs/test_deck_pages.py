"""The trainers' pages of the decks name cards that are there, and each lesson has two at least."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game import paths
from game.content.load import load_deck

PAGES = Path(__file__).parents[2] / "docs" / "decks"
DECKS = sorted(path.parent for path in paths.scenarios_dir().glob("*/deck.yaml"))
ROW = re.compile(r"^\| (?P<lesson>.+?) \| (?P<cards>.*`.*) \|$", re.MULTILINE)
NAME = re.compile(r"`([a-z0-9-]+)`")


def test_every_deck_has_a_page_and_the_index_names_it() -> None:
    assert {path.stem for path in PAGES.glob("*.md")} == {folder.name for folder in DECKS}
    index = (PAGES.parent / "decks.md").read_text("utf-8")
    assert [folder.name for folder in DECKS if f"(decks/{folder.name}.md)" not in index] == []


@pytest.mark.parametrize("folder", DECKS, ids=lambda folder: folder.name)
def test_every_lesson_is_in_two_cards_that_are_there(folder: Path) -> None:
    deck = load_deck(folder).in_language("en")
    entries = (*deck.cards, *deck.twists, *deck.mirrors, *deck.personas)
    there = {entry.id for entry in entries}
    page = (PAGES / f"{folder.name}.md").read_text("utf-8")
    rows = list(ROW.finditer(page))
    assert len(rows) >= 5
    for row in rows:
        named = NAME.findall(row["cards"])
        assert len(set(named)) >= 2, row["lesson"]
    assert set(NAME.findall(page)) - there == set()
