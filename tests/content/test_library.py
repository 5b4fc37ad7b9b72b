"""The shelf: which decks there are, and one that is broken beside others that are not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.content import (
    DeckFile,
    DeckState,
    Level,
    find_boards,
    find_decks,
    find_rulesets,
    library,
    load_deck,
)
from game.content.kinds import FileKind, kind_of
from tests.content import test_boards, test_rulesets
from tests.content.author import whole, write_deck


def test_decks_are_found_as_folders_and_as_files(tmp_path: Path) -> None:
    write_deck(
        tmp_path / "one",
        "id: one\ntitle: The first\npreset: 45\ndescription: D",
        nl="overlay: one\ntitle: De eerste",
    )
    (tmp_path / "two.yaml").write_text(whole("id: two"))
    (tmp_path / "three.yml").write_text(whole("id: three"))
    write_deck(tmp_path / "shelf" / "four", "id: four")
    (tmp_path / "notes.txt").write_text("not a deck")
    found = find_decks([tmp_path])
    assert [entry.id for entry in found] == ["one", "four", "three", "two"]
    first = found[0]
    assert (first.title, first.titles) == ("The first", {"en": "The first", "nl": "De eerste"})
    assert (first.languages, first.cards, first.preset) == (("en", "nl"), 1, 45)
    assert (first.state, first.ready, first.problems) == (DeckState.READY, True, ())
    assert first.description == "D"
    assert load_deck(first.path).id == "one"


def test_an_ending_in_capitals_is_an_ending(tmp_path: Path) -> None:
    (tmp_path / "ONE.YAML").write_text(whole("id: one"))
    (tmp_path / "ONE.nl.YAML").write_text("format: 1\noverlay: one\nlanguage: nl\ntitle: Een")
    (tmp_path / "two.Yml").write_text(whole("id: two"))
    found = {entry.id: entry.languages for entry in find_decks([tmp_path])}
    assert found == {"one": ("en", "nl"), "two": ("en",)}


def test_a_broken_deck_is_set_aside_with_its_reason_and_the_rest_loads(tmp_path: Path) -> None:
    """OpenKH #1064: one malformed file kept the whole program from opening."""
    write_deck(tmp_path / "a-broken", "id: broken\ntitle: Broken deck\ncolour: red")
    (tmp_path / "b-garbage").mkdir()
    (tmp_path / "b-garbage" / "deck.yaml").write_bytes(b"\x00\xff")
    write_deck(tmp_path / "c-fine", "id: fine")
    fine, broken, garbage = find_decks([tmp_path])
    assert (fine.id, fine.ready) == ("fine", True)
    assert (broken.id, broken.title, broken.state) == ("broken", "Broken deck", DeckState.SET_ASIDE)
    assert (broken.languages, broken.cards, broken.titles) == ((), 0, {})
    assert [problem.check for problem in broken.problems] == ["unknown-field"]
    assert (garbage.id, garbage.title) == ("b-garbage", "b-garbage")
    assert garbage.problems[0].check == "encoding"


def test_the_later_folder_wins_and_says_so(tmp_path: Path) -> None:
    write_deck(tmp_path / "shipped" / "x", "id: same\ntitle: Shipped")
    write_deck(tmp_path / "shipped" / "y", "id: other")
    write_deck(tmp_path / "own" / "x", "id: same\ntitle: Own")
    found = find_decks([tmp_path / "shipped", tmp_path / "own"])
    assert {entry.id: entry.title for entry in found} == {"same": "Own", "other": "Example"}
    own = found[0]
    assert own.ready
    (notice,) = own.problems
    assert (notice.level, notice.check) == (Level.ADVICE, "duplicate-deck")
    assert str(tmp_path / "shipped" / "x" / "deck.yaml") in notice.text


def test_a_broken_deck_of_ones_own_leaves_the_shipped_one(tmp_path: Path) -> None:
    write_deck(tmp_path / "shipped" / "x", "id: same\ntitle: Shipped")
    write_deck(tmp_path / "own" / "x", "id: same\ntitle: Own\ncolour: red")
    found = find_decks([tmp_path / "shipped", tmp_path / "own"])
    assert [(entry.title, entry.ready) for entry in found] == [("Shipped", True), ("Own", False)]


def test_of_two_in_one_folder_the_second_is_set_aside(tmp_path: Path) -> None:
    write_deck(tmp_path / "a", "id: same")
    write_deck(tmp_path / "b", "id: same")
    first, second = find_decks([tmp_path])
    assert (first.path.parent.name, first.ready, first.problems) == ("a", True, ())
    assert (second.path.parent.name, second.ready, second.cards) == ("b", False, 0)
    assert second.problems[0].text.endswith('/a/deck.yaml has the id "same" too')


def test_the_same_deck_by_two_ways_is_one_deck(tmp_path: Path) -> None:
    write_deck(tmp_path / "a", "id: a")
    found = find_decks([tmp_path, tmp_path / "a", tmp_path / "a" / "deck.yaml"])
    assert [(entry.id, entry.problems) for entry in found] == [("a", ())]


def test_folders_that_are_not_there_hold_nothing(tmp_path: Path) -> None:
    assert find_decks([tmp_path / "gone", Path("\0")]) == []
    assert not find_boards([tmp_path / "gone"])
    assert not find_rulesets([tmp_path / "gone"])


def test_what_lies_in_the_folder_of_a_deck_is_no_deck(tmp_path: Path) -> None:
    write_deck(tmp_path / "a", "id: a")
    (tmp_path / "a" / "draft.yaml").write_text(whole("id: draft"))
    write_deck(tmp_path / "a" / "old", "id: old")
    assert [entry.id for entry in find_decks([tmp_path])] == ["a"]


def test_hidden_folders_and_deep_ones_are_not_looked_into(tmp_path: Path) -> None:
    write_deck(tmp_path / ".trash" / "a", "id: a")
    write_deck(tmp_path / "1" / "2" / "3" / "4", "id: deep")
    write_deck(tmp_path / "1" / "2" / "3", "id: deep-enough")
    assert [entry.id for entry in find_decks([tmp_path])] == ["deep-enough"]


def test_a_lone_translation_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "mine.nl.yaml").write_text("format: 1\noverlay: mine\nlanguage: nl\n")
    (entry,) = find_decks([tmp_path])
    assert not entry.ready
    assert "its deck does not lie beside it" in entry.problems[0].text


def test_a_deck_of_another_version_and_its_reason(tmp_path: Path) -> None:
    write_deck(tmp_path / "a", "format: 2\nid: from-the-future\ntitle: Future")
    (entry,) = find_decks([tmp_path])
    assert (entry.id, entry.title, entry.ready) == ("from-the-future", "Future", False)
    assert [problem.check for problem in entry.problems] == ["format"]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_links_in_a_circle_end(tmp_path: Path) -> None:
    write_deck(tmp_path / "a", "id: a")
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "self.yaml").symlink_to(tmp_path / "self.yaml")
    found = find_decks([tmp_path])
    assert [(entry.id, entry.ready) for entry in found] == [("a", True), ("self", False)]
    assert found[1].problems[0].text == "the file is a link that leads back to itself"


def test_boards_and_rulesets_are_told_from_decks(tmp_path: Path) -> None:
    (tmp_path / "boards").mkdir()
    board = test_boards.board(tmp_path / "boards", "id: walk")
    rules = test_rulesets.ruleset(tmp_path, "id: house")
    write_deck(tmp_path / "deck", "id: a")
    assert [found.id for found in find_boards([tmp_path])] == [board.id]
    assert [found.id for found in find_rulesets([tmp_path])] == [rules.id]
    assert [found.id for found in find_decks([tmp_path])] == ["a"]


def test_a_board_of_ones_own_wins_unless_it_is_broken(tmp_path: Path) -> None:
    for name in ("shipped", "own"):
        (tmp_path / name).mkdir()
        test_boards.board(tmp_path / name, f"title: {name}")
    folders = [tmp_path / "shipped", tmp_path / "own"]
    assert [found.title for found in find_boards(folders)] == ["own"]
    test_boards.board(tmp_path / "own", "title: own\ncolour: red")
    assert [found.title for found in find_boards(folders)] == ["shipped"]


def test_a_ruleset_of_ones_own_wins_unless_it_is_broken(tmp_path: Path) -> None:
    for name in ("shipped", "own"):
        (tmp_path / name).mkdir()
        test_rulesets.ruleset(tmp_path / name, f"title: {name}")
    folders = [tmp_path / "shipped", tmp_path / "own"]
    assert [found.title for found in find_rulesets(folders)] == ["own"]
    test_rulesets.ruleset(tmp_path / "own", "title: own\ncolour: red")
    assert [found.title for found in find_rulesets(folders)] == ["shipped"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("cards: []", FileKind.DECK),
        ("id: a\nspaces: [", FileKind.BOARD),
        ('id: a\n"zones": x', FileKind.BOARD),
        ("presets:\n", FileKind.RULESET),
        ("description: >-\n  rules: of play\ncards:\n", FileKind.DECK),
        ("{format: 1,\n rules: {}}", FileKind.RULESET),
        ("nothing: known", FileKind.DECK),
        ("", FileKind.DECK),
    ],
)
def test_kinds_are_told_by_their_fields(tmp_path: Path, text: str, kind: FileKind) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(text)
    assert kind_of(path) is kind
    assert kind_of(tmp_path / "gone.yaml") is FileKind.DECK


def test_a_deck_is_read_anew_only_when_one_of_its_files_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads = []

    def counted(path: Path) -> DeckFile:
        reads.append(path)
        return load_deck(path)

    monkeypatch.setattr(library, "load_deck", counted)
    monkeypatch.setattr(library, "_SETTLED_NS", 0)
    deck = write_deck(tmp_path / "a", "title: One", nl="title: Een")
    assert [entry.title for entry in find_decks([tmp_path])] == ["One"]
    assert [entry.title for entry in find_decks([tmp_path])] == ["One"]
    assert len(reads) == 1
    write_deck(tmp_path / "a", "title: Two!", nl="title: Een")
    assert [entry.title for entry in find_decks([tmp_path])] == ["Two!"]
    (deck / "deck.nl.yaml").write_text("nonsense", "utf-8")
    assert [entry.languages for entry in find_decks([tmp_path])] == [("en",)]
    assert len(reads) == 3


def test_what_was_changed_a_moment_ago_is_always_read(tmp_path: Path) -> None:
    write_deck(tmp_path / "a", "title: One")
    find_decks([tmp_path])
    assert tmp_path / "a" not in library._seen
