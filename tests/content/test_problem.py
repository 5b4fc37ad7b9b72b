"""A problem is one line that anyone can act on."""

from __future__ import annotations

from dataclasses import replace

from game.content import ContentError, Level, Problem
from game.content.problem import errors_of, in_order

THREE = Problem(
    file="decks/deck.yaml",
    line=12,
    column=15,
    level=Level.ERROR,
    check="structure",
    path='card "five-coffees", option 2',
    text='points is "three"; expected a whole number from 0 to 3',
)


def test_a_problem_reads_as_place_level_sentence_and_check() -> None:
    assert str(THREE) == (
        'decks/deck.yaml:12:15: error: card "five-coffees", option 2: points is "three"; '
        "expected a whole number from 0 to 3 [structure]"
    )


def test_a_hint_follows_the_sentence() -> None:
    hinted = replace(THREE, path="", text='"titel" is no field', hint='did you mean "title"?')
    assert hinted.sentence == '"titel" is no field; did you mean "title"?'


def test_problems_go_by_place_and_are_said_once() -> None:
    later = replace(THREE, line=20, column=1)
    other = replace(THREE, file="boards/a.yaml", line=99)
    assert in_order([later, THREE, other, THREE]) == (other, THREE, later)


def test_lines_are_ordered_as_numbers() -> None:
    assert in_order([replace(THREE, line=100), replace(THREE, line=9)])[0].line == 9


def test_only_errors_keep_a_deck_from_being_played() -> None:
    advice = replace(THREE, level=Level.ADVICE)
    warning = replace(THREE, level=Level.WARNING)
    assert errors_of([advice, THREE, warning]) == (THREE,)


def test_an_error_of_content_says_all_its_problems() -> None:
    error = ContentError([THREE, replace(THREE, line=13)])
    assert str(error).count("points is") == 2
    assert error.problems[1].line == 13
