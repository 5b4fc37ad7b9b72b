"""`check_paths`: everything wrong with everything at a path."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.content import Level, MissingPathError, check_paths
from tests.content import test_boards, test_rulesets
from tests.content.author import found_by, whole, write_deck


def test_a_folder_of_decks_boards_and_rulesets(tmp_path: Path) -> None:
    write_deck(tmp_path / "a", "colour: red", nl="title: Voorbeeld")
    write_deck(tmp_path / "b", "", nl="title: Voorbeeld")
    (tmp_path / "c").mkdir()
    test_boards.board(tmp_path / "c", "colour: red")
    (tmp_path / "d").mkdir()
    test_rulesets.ruleset(tmp_path / "d", "rules: {dice: 6}")
    found = [
        (Path(problem.file).relative_to(tmp_path).as_posix(), problem.check)
        for problem in check_paths([tmp_path])
    ]
    assert found == [
        *[("a/deck.nl.yaml", "translation-missing")] * 2,
        ("a/deck.yaml", "category-depth"),
        ("a/deck.yaml", "full-deck"),
        ("a/deck.yaml", "unknown-field"),
        *[("b/deck.nl.yaml", "translation-missing")] * 2,
        ("b/deck.yaml", "duplicate-deck"),
        ("b/deck.yaml", "category-depth"),
        ("b/deck.yaml", "full-deck"),
        ("c/walk.yaml", "unknown-field"),
        ("d/house.yaml", "unknown-field"),
    ]


def test_single_files_and_several_paths(tmp_path: Path) -> None:
    write_deck(tmp_path / "a", "colour: red")
    board = test_boards.board(tmp_path, "colour: red").path
    found = check_paths([board, tmp_path / "a" / "deck.yaml", tmp_path / "a", board])
    errors = [problem for problem in found if problem.level is Level.ERROR]
    assert [(Path(problem.file).name, problem.line) for problem in errors] == [
        ("deck.yaml", 9),
        ("walk.yaml", 8),
    ]
    assert len(found) == len(set(found))


def test_two_decks_of_one_id_in_a_folder(tmp_path: Path) -> None:
    for name in "abc":
        write_deck(tmp_path / name, "id: ring" if name != "b" else "")
    (problem,) = found_by("duplicate-deck", tmp_path)
    assert Path(problem.file) == tmp_path / "c" / "deck.yaml"
    assert problem.sentence == (
        f'the deck {tmp_path / "a" / "deck.yaml"} has the id "ring" too; '
        "give one of them another id"
    )
    assert (problem.line, problem.column, problem.level) == (8, 5, Level.ERROR)
    # Named one by one, one of them may be what stands in for the other.
    assert not any(
        problem.check == "duplicate-deck"
        for problem in check_paths([tmp_path / "a", tmp_path / "a", tmp_path / "c"])
    )


def test_a_translation_is_checked_with_its_deck(tmp_path: Path) -> None:
    write_deck(tmp_path, "", nl="colour: red")
    (problem,) = [
        problem
        for problem in check_paths([tmp_path / "deck.nl.yaml"])
        if problem.level is Level.ERROR
    ]
    assert Path(problem.file).name == "deck.nl.yaml"


@pytest.mark.parametrize("name", ["gone.yaml", "gone/deck.yaml", "x" * 5000])
def test_a_path_that_does_not_exist_is_wrong_use(tmp_path: Path, name: str) -> None:
    write_deck(tmp_path, "")
    with pytest.raises(MissingPathError, match="There is no file or folder") as raised:
        check_paths([tmp_path, tmp_path / name])
    assert raised.value.path == tmp_path / name


def test_a_folder_with_nothing_in_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("hello")
    (problem,) = check_paths([tmp_path])
    assert problem.text == "no deck, board, ruleset or debrief lies in this folder"
    assert (problem.line, problem.column, problem.check) == (1, 1, "file")


@pytest.mark.parametrize("name", ["deck.yaml.txt", "Deck.YML.TXT", "road.yaml.txt"])
def test_a_name_that_windows_does_not_show_whole_is_told(tmp_path: Path, name: str) -> None:
    """Notepad adds the ending, and Explorer hides it: her `deck.yaml` is there, as she sees it."""
    (tmp_path / name).write_text(whole(""))
    (problem,) = check_paths([tmp_path])
    assert problem.text == "no deck, board, ruleset or debrief lies in this folder"
    assert problem.hint == f'take ".txt" off the name "{name}": Windows hides such endings'


def test_any_file_may_be_named(tmp_path: Path) -> None:
    (tmp_path / "deck.txt").write_text(whole("colour: red"))
    *_, problem = check_paths([tmp_path / "deck.txt"])
    assert problem.check == "unknown-field"
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (problem,) = check_paths([tmp_path / "picture.png"])
    assert problem.text == "the file is a picture; expected text in YAML"


def test_relative_paths_are_said_as_they_were_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_deck(tmp_path / "a", "colour: red")
    monkeypatch.chdir(tmp_path)
    assert {problem.file for problem in check_paths([Path("a")])} == {str(Path("a/deck.yaml"))}
    monkeypatch.chdir(tmp_path / "a")
    assert {problem.file for problem in check_paths([Path()])} == {"deck.yaml"}


def test_found_by_finds_what_the_others_rely_on(tmp_path: Path) -> None:
    """A helper of these tests that always came home empty would hide what it is for."""
    write_deck(tmp_path, "colour: red")
    assert len(found_by("unknown-field", tmp_path)) == 1


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs permissions that count")
def test_a_folder_and_a_file_nobody_may_open(tmp_path: Path) -> None:
    write_deck(tmp_path / "a", "")
    (tmp_path / "a" / "deck.yaml").chmod(0)
    (problem,) = check_paths([tmp_path / "a"])
    assert problem.text == "the file may not be read: no permission"
    (tmp_path / "a").chmod(0)
    try:
        (problem,) = check_paths([tmp_path / "a"])
        assert problem.text == "the folder may not be opened: no permission"
    finally:
        (tmp_path / "a").chmod(0o700)
