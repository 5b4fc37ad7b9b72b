"""Each check against its own manual, and against what its manual has no room for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.content import Level, load_deck
from game.content.checks import all_checks, sift_deck
from game.content.manual import manual_of
from tests.content.author import OVERLAY, found_by, load, only_problem, whole

WITHOUT_EXAMPLES = {"archive", "file", "duplicate-deck", "name-clash", "sheet"}
"""What they find lies between files, in a folder or in a table, where a few lines show nothing."""


def write(folder: Path, example: str) -> None:
    """The example as files; `<E9>` is a byte, and `# deck.nl.yaml` begins a translation."""
    deck, _, words = example.partition("# deck.nl.yaml\n")
    for name, text in (
        ("deck.yaml", whole(deck)),
        ("deck.nl.yaml", whole(words, OVERLAY) if words else ""),
    ):
        if text:
            data = re.sub(
                rb"<([0-9A-F]{2})>", lambda hit: bytes.fromhex(hit[1].decode()), text.encode()
            )
            (folder / name).write_bytes(data)


@pytest.mark.parametrize("check", sorted(all_checks().keys() - WITHOUT_EXAMPLES))
def test_the_examples_of_a_manual_pass_and_fail(check: str, tmp_path: Path) -> None:
    manual = manual_of(all_checks()[check])
    passing = manual.passing
    assert passing
    assert manual.failing
    for number, example in enumerate((*passing, *manual.failing)):
        folder = tmp_path / str(number)
        folder.mkdir()
        write(folder, example)
        found = found_by(check, folder)
        assert bool(found) is (number >= len(passing)), "\n".join(map(str, found))
        assert all(problem.level is all_checks()[check].level for problem in found)


@pytest.mark.parametrize("check", sorted(all_checks().keys() - WITHOUT_EXAMPLES))
def test_an_example_that_passes_has_no_error_at_all(check: str, tmp_path: Path) -> None:
    for example in manual_of(all_checks()[check]).passing:
        write(tmp_path, example)
        assert load_deck(tmp_path).problems == ()


def test_a_manual_begins_with_a_rule_in_one_line() -> None:
    for check in all_checks().values():
        first, blank, *_ = check.manual.splitlines()
        assert first.endswith(".")
        assert blank == ""


def test_every_id_that_is_said_has_a_manual() -> None:
    """An id is given in one place, and that is a file of this folder."""
    folder = Path(__file__).parents[2] / "game" / "content"
    ids = [
        match[1]
        for path in folder.rglob("*.py")
        for match in re.finditer(r'^ID = "(.+)"$', path.read_text("utf-8"), re.MULTILINE)
    ]
    assert sorted(ids) == sorted(all_checks())


def test_a_file_that_cannot_be_read_is_not_checked_further(tmp_path: Path) -> None:
    assert sift_deck(load(tmp_path, "format: 2")).told == []
    assert sift_deck(load(tmp_path, "cards: [")).told == []


ALL_OF_A_DECK = (
    "expected format, id, title, language, description, preset, silence, categories, meters, "
    "debrief, cards, twists, mirrors or personas"
)


# --------------------------------------------------------------------------- while reading


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("«colour: red", f'"colour" is no field of a deck; {ALL_OF_A_DECK}'),
        ("«descripton: x", '"descripton" is no field of a deck; did you mean "description"?'),
        ("«overlay-of: x", f'"overlay-of" is no field of a deck; {ALL_OF_A_DECK}'),
        (
            "mirrors: [{id: a, title: A, prompt: P, «question: x}]",
            'mirror "a": "question" is no field of a mirror; did you mean "prompt"?',
        ),
        (
            "personas: [{id: a, name: A, line: loud, «and proud}]",
            'persona "a": "and proud" is no field '
            "of a persona; a text with a comma in it needs quotes inside {…}",
        ),
        (
            "personas: [{id: a, name: “Henk, «81”, line: loud}]",
            'persona "a": "81”" is no field '
            'of a persona; a text with a comma in it needs straight quotes: "…"',
        ),
        (
            "meters: [{id: a, name: A, «icon: x}]",
            'meter "a": "icon" is no field of a meter; expected id or name',
        ),
        (
            "cards: [{id: a, kind: open, category: insights, title: A, prompt: P, «options: [x]}]",
            'card "a": "options" is no field of an open card; it is a field of choice cards',
        ),
        (
            "cards: [{id: a, kind: open, category: insights, title: A, prompt: P, «judgement: peers}]",  # noqa: E501 - as an author reads it
            'card "a": "judgement" is no field of an open card; did you mean "judge"?',
        ),
    ],
)
def test_a_field_nobody_knows(tmp_path: Path, text: str, said: str) -> None:
    problem = only_problem(tmp_path, text)
    assert (problem.sentence, problem.check) == (said, "unknown-field")


def test_a_field_is_shown_with_what_nobody_can_see_in_it(tmp_path: Path) -> None:
    """A space that came along from a web page looks like any other."""
    problem = only_problem(tmp_path, "«\u00a0preset: 60")
    assert problem.text == '"U+00A0preset" is no field of a deck'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "mirrors:\n  - {id: a, title: A, prompt: P}\n  - {id: «a, title: A, prompt: P}",
            'mirror "a": the id is also that of the mirror on line 10; give one of them another id',
        ),
        (
            "mirrors:\n  - {id: a, title: A, prompt: P}\npersonas:\n  - {id: «a, name: A, line: B}",
            'persona "a": the id is also that of the mirror on line 10; give one of them another id',  # noqa: E501 - as an author reads it
        ),
        (
            "meters:\n  - {id: a, name: A}\n  - {id: «a, name: B}",
            'meter "a": the id is also that of the meter on line 10; give one of them another id',
        ),
    ],
)
def test_an_id_given_twice(tmp_path: Path, text: str, said: str) -> None:
    problem = only_problem(tmp_path, text)
    assert (problem.sentence, problem.check) == (said, "duplicate-id")


def test_families_of_ids_do_not_mind_one_another(tmp_path: Path) -> None:
    text = "meters: [{id: insights, name: A}]\nmirrors: [{id: insights, title: A, prompt: P}]\n"
    assert load(tmp_path, text).problems == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "cards: [{id: a, kind: open, category: «insight, title: A, prompt: P}]",
            'card "a": "insight" is not a category of this deck; did you mean "insights"?',
        ),
        (
            "cards: [{id: a, kind: open, category: «metrics, title: A, prompt: P}]",
            'card "a": "metrics" is not a category of this deck; expected "insights"',
        ),
        (
            "cards: [{id: a, kind: open, category: insights, title: A, prompt: P, "
            "meters: {«progress: 1}}]",
            'card "a": "progress" is not a meter of this deck; the deck has none',
        ),
        (
            "meters: [{id: progress, name: P}]\ncards: [{id: a, kind: choice, category: insights, "
            "title: A, prompt: P, options: [{text: A, points: 1}, {text: B, points: 2, "
            "meters: {«proces: 1}}]}]",
            'card "a", option 2: "proces" is not a meter of this deck; did you mean "progress"?',
        ),
    ],
)
def test_a_name_that_leads_nowhere(tmp_path: Path, text: str, said: str) -> None:
    problem = only_problem(tmp_path, text)
    assert (problem.sentence, problem.check) == (said, "reference")


def test_without_categories_no_card_is_told_that_its_own_is_missing(tmp_path: Path) -> None:
    assert only_problem(tmp_path, "categories: «[]").check == "structure"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("«two", 'format is "two"; expected 1; write "format: 1" on the first line'),
        ("«1.0", 'format is "1.0"; expected 1; write "format: 1" on the first line'),
        ("«-1", 'format is "-1"; expected 1; write "format: 1" on the first line'),
        ("«[1]", 'format is no number; expected 1; write "format: 1" on the first line'),
        (
            "«2",
            "format is 2, and this version of the game reads format 1; a newer version of the "
            "game can open this file",
        ),
        (
            "«" + "9" * 5000,
            "format is 999999999, and this version of the game reads format 1; a "
            "newer version of the game can open this file",
        ),
    ],
)
def test_a_format_this_game_does_not_read(tmp_path: Path, value: str, said: str) -> None:
    # What the fields of another format mean is not known: nothing is said of them.
    problem = only_problem(tmp_path, f"format: {value}\ncolour: red\n")
    assert (problem.sentence, problem.check) == (said, "format")


def test_a_file_without_a_format_is_read_on(tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_text("id: a\ntitle: A\nlanguage: en\n")
    found = load_deck(tmp_path).problems
    assert (found[0].sentence, found[0].line) == (
        'format is missing; write "format: 1" on the first line',
        1,
    )
    assert {problem.text.split()[0] for problem in found[1:]} == {"categories", "cards"}


@pytest.mark.parametrize(
    ("effects", "said"),
    [
        ("{who: self, customers: 2}, {who: leader, customers: 2}", "4 customers"),
        ("{who: all, customers: -2}, {who: last, customers: -2}", "4 customers"),
        ("{who: others, spaces: -6}, {who: last, spaces: -1}", "7 spaces"),
        ("{who: self, spaces: 3}, {who: self, spaces: 3}, {who: all, spaces: 1}", "7 spaces"),
    ],
)
def test_effects_add_up_for_one_team(tmp_path: Path, effects: str, said: str) -> None:
    problem = only_problem(
        tmp_path, f"twists: [{{id: a, title: A, prompt: P, effects: «[{effects}]}}]"
    )
    assert said in problem.text
    assert (problem.check, problem.level) == ("twist-bounds", Level.ERROR)


@pytest.mark.parametrize(
    "effects",
    [
        "{who: self, customers: 3}, {who: others, customers: 3}",
        "{who: leader, customers: -3}, {who: last, customers: 3}",
        "{who: self, customers: 3}, {who: self, spaces: 6}",
        "{who: all, spaces: -6}, {who: last, spaces: 6}",
    ],
)
def test_effects_on_different_teams_do_not_add_up(tmp_path: Path, effects: str) -> None:
    assert (
        load(tmp_path, f"twists: [{{id: a, title: A, prompt: P, effects: [{effects}]}}]").problems
        == ()
    )
