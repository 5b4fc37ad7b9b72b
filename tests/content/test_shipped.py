"""What ships: every deck, board and ruleset loads without an error, in every language it has."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import load_decks
from game.content import (
    DeckEntry,
    check_paths,
    clashes,
    find_boards,
    find_decks,
    find_rulesets,
    load_deck,
    media,
    merge,
)
from game.content.library import content_files
from game.paths import scenarios_dir

FILES = [path for _, path in content_files(scenarios_dir())]
DECKS = find_decks([scenarios_dir()])


def test_something_ships() -> None:
    assert {"outside-in", "cx-facts"} <= {entry.id for entry in DECKS}
    assert find_boards([scenarios_dir()])
    assert find_rulesets([scenarios_dir()])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_it_has_no_problem_at_all(path: Path) -> None:
    """Not even advice; what `cxgame check --strict` measures is in the tests of the command."""
    found = check_paths([path])
    assert found == [], "\n".join(map(str, found))


@pytest.mark.parametrize("entry", DECKS, ids=lambda entry: entry.id)
def test_a_deck_is_whole_in_english_and_dutch(entry: DeckEntry) -> None:
    assert set(entry.languages) >= {"en", "nl"}
    file = load_deck(entry.path)
    english, dutch = merge([file], "en"), merge([file], "nl")
    assert [card.id for card in english.cards] == [card.id for card in dutch.cards]
    assert len(english.cards) >= 24
    assert min(len(english.twists), len(english.mirrors), len(english.personas)) > 0
    shown = {card.picture for card in english.cards if "/" in card.picture}
    assert shown <= media([file]).keys()


def test_all_decks_can_be_played_together() -> None:
    files = [load_deck(entry.path) for entry in DECKS]
    for language in ("en", "nl"):
        assert clashes(files, language) == []
        assert len(merge(files, language).cards) == sum(entry.cards for entry in DECKS)


def test_boards_draw_from_the_categories_of_the_first_deck() -> None:
    known = {
        category.id
        for category in load_deck(scenarios_dir() / "outside-in").in_language("en").categories
    }
    for board in find_boards([scenarios_dir()]):
        named = {space.category for space in board.in_language("en").spaces if space.category}
        assert named <= known
        assert set(board.titles) >= {"en", "nl"}


def test_importing_the_content_floor_reads_no_yaml() -> None:
    """The first frame does not wait for a parser; pydantic is not used at all."""
    lines = """
import sys
import game.content
assert "yaml" not in sys.modules, "yaml came along with the import"
from pathlib import Path
assert game.content.find_decks([Path(sys.argv[1])])
assert "yaml" in sys.modules
assert "pydantic" not in sys.modules
"""
    subprocess.run(
        [sys.executable, "-c", lines, str(scenarios_dir())], check=True, cwd=scenarios_dir().parent
    )


def test_the_benchmark_measures_decks_that_load() -> None:
    """Its figure is for `make bench`; here only that it runs, on cards of every kind."""
    (row,) = load_decks.rows(quick=True)
    assert row["value"] > 0
    assert row["limit"] == 1
    assert row["figure"].endswith("×")
