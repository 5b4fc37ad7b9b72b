"""What is said of single cards of a sound deck: facts, feedback, keys, categories."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content import Level
from tests.content.author import found_by, write_deck

CARD = "category: insights, title: It, prompt: Do it."
QUIZ = "kind: choice, options: [{text: A, right: yes}, {text: B}]"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (QUIZ, "source, year and evidence are missing"),
        (f"{QUIZ}, source: X", "year and evidence are missing"),
        (f"{QUIZ}, source: X, evidence: study", "year is missing"),
        ("kind: open, evidence: survey", "source and year are missing"),
    ],
)
def test_a_fact_without_all_it_needs(tmp_path: Path, fields: str, said: str) -> None:
    write_deck(tmp_path, f"cards:\n  - {{id: a, {CARD}, {fields}}}\n")
    (problem,) = found_by("facts-source", tmp_path)
    assert problem.text.startswith(said)
    assert (problem.path, problem.line, problem.column) == ('card "a"', 8, 5)


@pytest.mark.parametrize(
    "fields",
    [
        f"{QUIZ}, source: X, year: 2010, evidence: contested",
        "kind: open",
        "kind: choice, options: [{text: A, points: 1}, {text: B, points: 2}]",
    ],
)
def test_what_is_no_fact_or_has_all(tmp_path: Path, fields: str) -> None:
    write_deck(tmp_path, f"cards:\n  - {{id: a, {CARD}, {fields}}}\n")
    assert found_by("facts-source", tmp_path) == []


def test_feedback_is_missing_where_it_is_missing(tmp_path: Path) -> None:
    write_deck(
        tmp_path,
        f"cards:\n  - {{id: a, {CARD}, kind: choice, options: "
        "[{text: A, points: 1, feedback: F},\n     {text: B, points: 0}]}\n",
    )
    (problem,) = found_by("feedback-missing", tmp_path)
    assert (problem.path, problem.line, problem.column) == ('card "a", option 2', 9, 6)
    assert problem.level is Level.ADVICE


@pytest.mark.parametrize(
    ("key", "other", "stands_out"),
    [
        ("x" * 36, "y" * 24, True),
        ("x" * 35, "y" * 24, False),  # only eleven more
        ("x" * 59, "y" * 40, False),  # not half as long again
        ("x" * 60, "y" * 40, True),
        ("x" * 18, "y" * 7, False),  # only eleven more
        ("x" * 19, "y" * 7, True),
        ("x" * 7, "y" * 40, False),
    ],
)
def test_a_key_that_stands_out_by_its_length(
    tmp_path: Path, key: str, other: str, stands_out: bool
) -> None:
    write_deck(
        tmp_path,
        f"cards:\n  - {{id: a, {CARD}, kind: choice, options: [{{text: {other}}},"
        f"\n     {{text: {key}, right: yes}}, {{text: z}}]}}\n",
    )
    found = found_by("quiz-key-length", tmp_path)
    assert bool(found) is stands_out
    for problem in found:
        assert (problem.path, problem.line, problem.column) == ('card "a", option 2', 9, 13)


def test_a_key_that_stands_out_in_a_translation_is_said_there(tmp_path: Path) -> None:
    write_deck(
        tmp_path,
        f"cards: [{{id: a, {CARD}, {QUIZ}}}]",
        nl=f"cards:\n  a:\n    options:\n      - {{text: {'lang ' * 5}}}\n      - {{text: kort}}\n",
    )
    (problem,) = found_by("quiz-key-length", tmp_path)
    assert Path(problem.file).name == "deck.nl.yaml"
    assert (problem.path, problem.line, problem.column) == ('card "a", option 1', 7, 16)


def quizzes(keys: str) -> str:
    cards = []
    for number, key in enumerate(keys):
        options = ", ".join(
            f"{{text: {name}, right: yes}}" if name == key else f"{{text: {name}}}"
            for name in "ABC"
        )
        cards.append(f"  - {{id: q{number}, {CARD}, kind: choice, options: [{options}]}}")
    return "cards:\n" + "\n".join(cards)


@pytest.mark.parametrize("keys", ["AAA", "AABB", "ABCA", "ABCABC", "AAABBB"])
def test_keys_in_different_places(tmp_path: Path, keys: str) -> None:
    write_deck(tmp_path, quizzes(keys))
    assert found_by("key-position", tmp_path) == []


@pytest.mark.parametrize(
    ("keys", "place", "times", "line"), [("AAAA", 1, 4, 8), ("BCCC", 3, 3, 9), ("CABBB", 2, 3, 10)]
)
def test_keys_in_one_place_too_often(
    tmp_path: Path, keys: str, place: int, times: int, line: int
) -> None:
    write_deck(tmp_path, quizzes(keys))
    (problem,) = found_by("key-position", tmp_path)
    assert f"number {place} in {times} of the {len(keys)} quizzes" in problem.text
    assert problem.line == line
    assert problem.level is Level.ADVICE


def test_a_category_without_cards_and_one_with_few(tmp_path: Path) -> None:
    lines = [
        f"  - {{id: {name}, kind: open, category: {category}, title: T, prompt: P}}"
        for name, category in zip(
            "abcdef", ("full", "full", "full", "few", "few", "few"), strict=True
        )
    ]
    lines[5] = lines[5].replace(
        "kind: open", "kind: estimate, play: bell, answer: 1, bands: {absolute: [1, 2, 3]}"
    )
    write_deck(
        tmp_path,
        "categories:\n  - {id: full, name: A}\n  - {id: few, name: B}\n"
        "  - {id: none, name: C}\ncards:\n" + "\n".join(lines),
    )
    found = found_by("category-depth", tmp_path)
    assert [(problem.path, problem.text, problem.line) for problem in found] == [
        ('category "few"', "2 cards to draw in this category; expected 3 at least", 7),
        ('category "none"', "no cards to draw in this category; expected 3 at least", 8),
    ]
