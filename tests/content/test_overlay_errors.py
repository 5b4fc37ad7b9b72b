"""What is wrong with a translation sets that language aside, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content import Level, load_deck
from tests.content.author import load, only_problem, write_deck
from tests.content.carpet import SOURCE

ERRORS = [
    (
        "overlay: «other",
        "translation",
        'overlay is "other"; expected example, the id of the deck beside it',
    ),
    ("language: «de", "translation", 'language is "de"; expected nl, as in the name of the file'),
    ("format: «2", "format", "format is 2, and this version of the game reads format 1"),
    ("«colour: red", "unknown-field", '"colour" is no field of a translation'),
    ("«preset: 60", "unknown-field", '"preset" is no field of a translation'),
    ("«id: example", "unknown-field", '"id" is no field of a translation'),
    (
        "cards: «[]",
        "structure",
        "cards is a list with nothing in it; expected ids, and under each its words",
    ),
    ("cards:\n  «carpt: {title: A}", "reference", '"carpt" is not a card of this deck'),
    ("twists:\n  «carpet: {title: A}", "reference", '"carpet" is not a twist of this deck'),
    (
        "cards:\n  carpet: «De loper",
        "structure",
        'found "De loper"; expected its words, field by field',
    ),
    ("cards:\n  carpet: {«titel: A}", "unknown-field", '"titel" is no field of a choice card'),
    (
        "cards:\n  carpet: {«category: A}",
        "unknown-field",
        '"category" is no field of a choice card',
    ),
    (
        "cards:\n  ring: {«options: [{text: A}]}",
        "unknown-field",
        '"options" is no field of an open card',
    ),
    (
        "cards:\n  carpet: {options: «[{text: A}]}",
        "translation",
        "options has 1 entry; expected 2, as in the deck",
    ),
    (
        "cards:\n  annoys: {items: «[{}, {}, {}, {}]}",
        "translation",
        "items has 4 entries; expected 3, as in the deck",
    ),
    (
        "cards:\n  ring: {criteria: «[a]}",
        "translation",
        "criteria has 1 entry; expected 2, as in the deck",
    ),
    ("debrief: «[Wie?]", "translation", "debrief has 1 entry; expected 2, as in the deck"),
    (
        "cards:\n  carpet: {options: [{«points: 3}, {}]}",
        "unknown-field",
        '"points" is no field of an option',
    ),
    (
        "cards:\n  carpet: {title: «[A]}",
        "structure",
        "title is a list; expected text of at most 80 characters",
    ),
    (
        "cards:\n  ring: {criteria: [a, «{b: c}]}",
        "structure",
        "found a group of fields; expected text of at most 200 characters",
    ),
]


@pytest.mark.parametrize(("words", "check", "said"), ERRORS)
def test_an_error_in_a_translation_sets_that_language_aside(
    tmp_path: Path, words: str, check: str, said: str
) -> None:
    problem = only_problem(tmp_path, SOURCE, nl=words)
    assert (problem.check, problem.text, problem.level) == (check, said, Level.ERROR)
    file = load_deck(tmp_path)
    assert file.ready
    assert file.languages == ("en",)
    assert file.in_language("nl") == file.in_language("en")


def test_a_slip_in_an_id_is_answered_with_the_one_that_was_meant(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, SOURCE, nl="cards:\n  «carpt: {title: A}")
    assert (problem.path, problem.hint) == ('card "carpt"', 'did you mean "carpet"?')


def test_points_have_no_place_in_a_translation(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, SOURCE, nl="cards:\n  carpet: {options: [{«points: 3}, {}]}")
    assert problem.path == 'card "carpet", option 1'
    assert problem.hint == "a translation of an option holds only words: text, feedback"


def test_an_example_the_deck_does_not_have(tmp_path: Path) -> None:
    problem = only_problem(
        tmp_path,
        SOURCE.replace("    example: {cue: it rings, action: I answer}\n", ""),
        nl="cards:\n  plan:\n    «example: {cue: A, action: B}",
    )
    assert problem.text == "example is translated, and the deck has none"


def test_a_translation_to_the_language_of_the_deck(tmp_path: Path) -> None:
    write_deck(tmp_path, SOURCE, en="language: en\n")
    (problem,) = load_deck(tmp_path).problems
    assert (problem.text, problem.line, problem.column) == (
        'language is "en", which is the deck\'s own',
        3,
        11,
    )


def test_all_errors_of_a_translation_are_said_at_once(tmp_path: Path) -> None:
    file = load(tmp_path, SOURCE, nl="colour: x\ncards:\n  carpt: {}\n  ring: {criteria: [a]}\n")
    assert [problem.line for problem in file.problems] == [4, 6, 7]


def test_a_translation_that_is_no_yaml_leaves_the_deck_alone(tmp_path: Path) -> None:
    file = load(tmp_path, SOURCE, nl="title: 'open\n", de="language: de\ntitle: Beispiel\n")
    assert file.languages == ("en", "de")
    assert [problem.check for problem in file.problems] == ["yaml"]
