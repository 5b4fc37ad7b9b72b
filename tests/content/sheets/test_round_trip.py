"""Whatever a deck holds, it comes back the same: from a workbook, from a CSV, from YAML."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from game.content import DeckFile, load_deck
from game.content.nodes import MapNode, Node, TextNode
from game.content.parse import parse
from game.content.sheets.commas import read_commas
from game.content.sheets.reading import read_grids
from game.content.sheets.workbook import read_workbook
from game.content.sheets.writing import csv_of, workbook_of
from game.content.write import WIDTH, yaml_of
from game.paths import scenarios_dir
from tests.content.sheets.decks import Tree, decks, loaded, source

HERE = Path("deck.xlsx")


def from_workbook(file: DeckFile, language: str) -> DeckFile:
    return read_grids(HERE, read_workbook(workbook_of(file, language)))


def from_csv(file: DeckFile, language: str) -> DeckFile:
    return read_grids(HERE, [read_commas(csv_of(file, language), "deck.csv")])


def assert_same(found: DeckFile, file: DeckFile) -> None:
    assert found.problems == ()
    assert found.deck == file.deck
    words = {language: one.deck for language, one in found.overlays.items()}
    assert words == {language: one.deck for language, one in file.overlays.items()}
    assert unplayed(found) == unplayed(file)


def unplayed(file: DeckFile) -> dict[tuple[object, ...], str]:
    """What a deck holds for its authors alone: silence, and what a translation remembers."""
    assert file.source is not None
    roots = {"": file.source.root} | {name: one.source.root for name, one in file.overlays.items()}
    return {
        (name, *way): text
        for name, root in roots.items()
        for way, text in texts(root)
        if "silence" in way or "sources" in way
    }


def texts(node: Node, *way: object) -> Iterator[tuple[tuple[object, ...], str]]:
    if isinstance(node, TextNode):
        yield way, " ".join(node.text.split())
        return
    inside = node.entries.items() if isinstance(node, MapNode) else enumerate(node.entries)
    for step, inner in inside:
        yield from texts(inner, *way, step)


SHIPPED = sorted(path.parent.name for path in scenarios_dir().glob("*/deck.yaml"))


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_decks_come_back_the_same(name: str) -> None:
    file = load_deck(scenarios_dir() / name)
    assert_same(from_workbook(file, "nl"), file)
    assert_same(from_csv(file, "nl"), file)


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_decks_are_written_as_their_authors_would(name: str, tmp_path: Path) -> None:
    file = load_deck(scenarios_dir() / name)
    assert file.source is not None
    text = yaml_of(file.source.root)
    assert max(map(len, text.splitlines())) <= WIDTH
    (tmp_path / "deck.yaml").write_text(text, "utf-8")
    for language, overlay in file.overlays.items():
        (tmp_path / f"deck.{language}.yaml").write_text(yaml_of(overlay.source.root), "utf-8")
    assert_same(load_deck(tmp_path), file)


@given(decks())
@settings(max_examples=4, phases=[Phase.explicit, Phase.reuse, Phase.generate])
def test_any_deck_comes_back_from_a_workbook(trees: tuple[Tree, Tree]) -> None:
    file = loaded(*map(source, trees))
    assert_same(from_workbook(file, "en"), file)


@given(decks())
@settings(max_examples=12)
def test_any_deck_comes_back_from_a_csv(trees: tuple[Tree, Tree]) -> None:
    file = loaded(*map(source, trees))
    for make in (partial(from_csv, language="en"), partial(from_csv, language="nl")):
        assert_same(make(file), file)


@given(decks())
@settings(max_examples=20)
def test_any_deck_comes_back_from_yaml(trees: tuple[Tree, Tree]) -> None:
    file = loaded(*map(source, trees))
    again = []
    for one in map(source, trees):
        parsed = parse(yaml_of(one.root).encode("utf-8"), "deck.yaml")
        assert parsed.problems == ()
        assert parsed.source is not None
        again.append(parsed.source)
    assert_same(loaded(*again), file)
