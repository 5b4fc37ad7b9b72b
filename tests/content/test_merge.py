"""Decks on one table."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content import ContentError, DeckFile, Level, clashes, load_deck, merge
from game.rules.cards import Category, Meter
from game.rules.content import DeckInfo
from tests.content.author import sound, write_deck

ONE = """\
id: one
title: First
debrief: [Who?]
categories: [{id: insights, name: Insights, icon: insights}, {id: design, name: Design}]
meters: [{id: progress, name: Progress}]
cards:
  - {id: a, kind: open, category: insights, title: A, prompt: P, meters: {progress: 1}}
  - {id: b, kind: open, category: design, title: B, prompt: P}
twists: [{id: t, title: T, prompt: P, effects: [{who: all, spaces: 1}]}]
mirrors: [{id: m, title: M, prompt: P}]
personas: [{id: p, name: P, line: L, picture: customer-wim}]
"""
TWO = """\
id: two
title: Second
language: nl
categories: [{id: design, name: Ontwerp, icon: design}, {id: own, name: Eigen}]
meters: [{id: connection, name: Verbinding}, {id: progress, name: Progress}]
cards:
  - {id: a, kind: open, category: own, title: A, prompt: P}
"""


def both(folder: Path) -> list[DeckFile]:
    return [
        sound(folder / "one", ONE, nl="overlay: one\ntitle: Eerste\ncards: {a: {title: AA}}"),
        sound(folder / "two", TWO),
    ]


def test_ids_are_qualified_by_their_deck(tmp_path: Path) -> None:
    content = merge(both(tmp_path), "en")
    assert [card.id for card in content.cards] == ["one/a", "one/b", "two/a"]
    assert content.twists[0].id == "one/t"
    assert content.mirrors[0].id == "one/m"
    assert (content.personas[0].id, content.personas[0].picture) == ("one/p", "customer-wim")
    assert content.card_by_id["two/a"].category == "own"
    assert content.card_by_id["one/a"].meters == (("progress", 1),)


def test_categories_and_meters_of_one_id_are_one(tmp_path: Path) -> None:
    content = merge(both(tmp_path), "en")
    assert content.categories == (
        Category(id="insights", name="Insights", icon="insights"),
        Category(id="design", name="Design"),
        Category(id="own", name="Eigen"),
    )
    assert content.meters == (
        Meter(id="progress", name="Progress"),
        Meter(id="connection", name="Verbinding"),
    )


def test_each_deck_speaks_the_language_or_its_own(tmp_path: Path) -> None:
    files = both(tmp_path)
    content = merge(files, "nl")
    assert content.decks == (
        DeckInfo(
            id="one", title="Eerste", language="nl", digest=files[0].digest, debrief=("Who?",)
        ),
        DeckInfo(id="two", title="Second", language="nl", digest=files[1].digest),
    )
    assert [card.title for card in content.cards] == ["AA", "B", "A"]
    assert merge(files, "en").decks[1].language == "nl"


def test_equal_decks_make_equal_content(tmp_path: Path) -> None:
    assert merge(both(tmp_path), "nl") == merge(both(tmp_path / "copy"), "nl")


def test_a_deck_that_is_set_aside_cannot_be_merged(tmp_path: Path) -> None:
    write_deck(tmp_path, "colour: red")
    file = load_deck(tmp_path)
    with pytest.raises(ContentError) as raised:
        merge([file], "en")
    assert raised.value.problems == file.problems


def test_names_that_clash_are_noticed_at_their_place(tmp_path: Path) -> None:
    (found,) = clashes(both(tmp_path), "en")
    assert Path(found.file).parent.name == "two"
    assert (found.path, found.line, found.column) == ('category "design"', 5, 33)
    assert found.text == 'name is "Ontwerp", and the deck "one" names it "Design"'
    assert (found.check, found.level) == ("name-clash", Level.WARNING)


def test_names_that_clash_in_a_translation_are_noticed_there(tmp_path: Path) -> None:
    files = [
        sound(
            tmp_path / name,
            f"id: {name}",
            nl=f"overlay: {name}\ncategories:\n  insights: {{name: {dutch}}}",
        )
        for name, dutch in (("a", "A"), ("b", "B"))
    ]
    assert clashes(files, "en") == []
    (found,) = clashes(files, "nl")
    assert Path(found.file).name == "deck.nl.yaml"
    assert (found.path, found.line, found.column) == ('category "insights"', 5, 20)


def test_equal_names_do_not_clash_and_broken_decks_are_passed_over(tmp_path: Path) -> None:
    files = both(tmp_path)
    write_deck(tmp_path / "broken", "colour: red")
    assert clashes([files[0], load_deck(tmp_path / "broken"), files[0]], "en") == []


def test_the_digest_is_of_what_is_played(tmp_path: Path) -> None:
    write_deck(tmp_path / "a", ONE, nl="overlay: one")
    before = load_deck(tmp_path / "a").digest
    assert len(before) == 64
    write_deck(tmp_path / "b", ONE, nl="overlay: one")
    assert load_deck(tmp_path / "b").digest == before
    (tmp_path / "b" / "notes.txt").write_text("mine")
    assert load_deck(tmp_path / "b").digest == before
    write_deck(tmp_path / "b", ONE, nl="overlay: one\ntitle: Anders")
    changed = load_deck(tmp_path / "b").digest
    assert changed != before
    (tmp_path / "b" / "deck.nl.yaml").rename(tmp_path / "b" / "deck.de.yaml")
    assert load_deck(tmp_path / "b").digest not in (before, changed)
    write_deck(tmp_path / "a", ONE.replace("First", "Other"), nl="overlay: one")
    assert load_deck(tmp_path / "a").digest != before


def test_a_deck_that_becomes_a_single_file_stays_the_same(tmp_path: Path) -> None:
    folder = write_deck(tmp_path / "one", ONE, nl="overlay: one")
    before = load_deck(folder).digest
    (folder / "deck.yaml").rename(tmp_path / "one.yaml")
    (folder / "deck.nl.yaml").rename(tmp_path / "one.nl.yaml")
    assert load_deck(tmp_path / "one.yaml").digest == before
