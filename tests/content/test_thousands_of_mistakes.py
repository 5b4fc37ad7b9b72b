"""The ten thousandth mistake takes no longer than the first."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any

import pytest

from game.content import disk as content_disk
from game.content import load_deck, shelf
from game.content.checks import reference, structure
from game.content.nodes import Node
from game.content.report import MOST_PROBLEMS
from tests.content.author import write_deck
from tests.content.drawings import SVG, put


@pytest.fixture
def searches(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words for which something near was looked for: each search takes its time."""
    words: list[str] = []
    found = difflib.get_close_matches

    def counted(word: str, *others: Any, **more: Any) -> list[str]:
        words.append(word)
        return found(word, *others, **more)

    monkeypatch.setattr(difflib, "get_close_matches", counted)
    return words


def test_a_translation_of_another_deck_is_not_looked_through_for_ever(
    tmp_path: Path, searches: list[str]
) -> None:
    """Ten thousand ids, each compared with ten thousand others, took minutes."""
    words = "".join(f"  d{n}: {{title: T}}\n" for n in range(3000))
    write_deck(tmp_path, "", nl=f"cards:\n{words}")
    file = load_deck(tmp_path)
    assert len(file.problems) == MOST_PROBLEMS + 1
    assert file.problems[-1].text.startswith("these are the first 1000 problems")
    assert len(searches) <= reference.MOST_HINTED


def test_references_that_lead_nowhere_by_the_thousand(tmp_path: Path, searches: list[str]) -> None:
    card = "kind: open, category: nosights, title: T, prompt: P"
    write_deck(tmp_path, "cards:\n" + "".join(f"  - {{id: c{n}, {card}}}\n" for n in range(2000)))
    assert len(load_deck(tmp_path).problems) == MOST_PROBLEMS + 1
    assert len(searches) <= reference.MOST_HINTED


def test_fields_nobody_knows_by_the_thousand(tmp_path: Path, searches: list[str]) -> None:
    """They took quarter of a minute, most of it for what nobody was told."""
    write_deck(tmp_path, "".join(f"a{n}: 1\n" for n in range(5000)))
    assert len(load_deck(tmp_path).problems) == MOST_PROBLEMS + 1
    assert len(searches) <= MOST_PROBLEMS + 1


def test_a_list_of_anything_but_cards_is_not_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []
    found = structure.found

    def counted(node: Node) -> str:
        read.append(node)
        return found(node)

    monkeypatch.setattr(structure, "found", counted)
    write_deck(tmp_path, f"cards: [{'a, ' * 5000}]")
    assert len(load_deck(tmp_path).problems) == MOST_PROBLEMS + 1
    assert len(read) <= MOST_PROBLEMS + 1


def test_a_folder_of_pictures_is_listed_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = []
    entries = content_disk.entries

    def counted(folder: Path) -> list[Path]:
        listed.append(folder)
        return entries(folder)

    monkeypatch.setattr(shelf, "entries", counted)
    for n in range(20):
        put(tmp_path, f"p{n}.svg", SVG)
    mirrors = "".join(
        f"  - {{id: m{n}, title: A, prompt: P, picture: p{n}.svg}}\n" for n in range(25)
    )
    write_deck(tmp_path, f"mirrors:\n{mirrors}")
    assert len(load_deck(tmp_path).problems) == 5
    assert len(listed) == 1
