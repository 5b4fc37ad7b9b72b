"""Silence: a check that is not to be told, for a deck or one entry, by id and with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from game.content import Level, check_paths, load_deck
from game.content.check import examine
from game.content.checks import Check, all_checks, sift_deck
from game.content.deck import Deck, Subject
from game.content.measure import Measure, Overflow
from game.content.problem import Problem
from tests.content.author import found_by, only_problem, write_deck

CARD = "kind: choice, category: insights, title: It, prompt: Do it."
FACT = f"{CARD}, options: [{{text: A, right: yes, feedback: F}}, {{text: B, feedback: G}}]"
REASON = "the room knows the study"


def deck(head: str = "", card: str = "", other: str = "") -> str:
    """Two quizzes without a source, with silence at the head or on one of them."""
    silent = [f", silence: {one}" if one else "" for one in (card, other)]
    cards = [f"  - {{id: {id_}, {FACT}{end}}}" for id_, end in zip("ab", silent, strict=True)]
    return "\n".join([f"silence: {head}" if head else "title: Two", "cards:", *cards])


@pytest.mark.parametrize(
    ("head", "card", "told"),
    [
        ("", "", ['card "a"', 'card "b"']),
        ("", f"{{facts-source: {REASON}}}", ['card "b"']),
        (f"{{facts-source: {REASON}}}", "", []),
        (f"{{facts-source: {REASON}}}", f"{{facts-source: {REASON}}}", []),
    ],
)
def test_a_check_is_silent_for_a_card_or_for_all(
    tmp_path: Path, head: str, card: str, told: list[str]
) -> None:
    write_deck(tmp_path, deck(head, card))
    assert [problem.path for problem in found_by("facts-source", tmp_path)] == told
    assert found_by("silence-unused", tmp_path) == []
    silenced = [one for one in examine([tmp_path]).silenced if one.problem.check == "facts-source"]
    assert len(silenced) == 2 - len(told)
    assert {one.reason for one in silenced} <= {REASON}


@pytest.mark.parametrize("section", ["twists", "mirrors", "personas"])
def test_every_entry_of_cards_may_have_silence(tmp_path: Path, section: str) -> None:
    fields = {
        "twists": "title: A, prompt: P, effects: [{who: all, spaces: 1}]",
        "mirrors": "title: A, prompt: P",
        "personas": "name: A, line: L",
    }[section]
    entry = f"{section}: [{{id: a, {fields}, silence: {{translation-missing: Names stay.}}}}]"
    write_deck(tmp_path, entry, nl="title: Voorbeeld")
    told = {problem.path for problem in found_by("translation-missing", tmp_path)}
    assert told == {'category "insights"', 'card "monday"'}
    # Who plays it sees nothing of the silence.
    (made,) = getattr(load_deck(tmp_path).in_language("en"), section)
    assert not hasattr(made, "silence")


def test_a_card_silences_its_translations(tmp_path: Path) -> None:
    text = (
        f"cards:\n  - {{id: a, {FACT}, silence: {{quiz-key-length: it is a joke}}}}\n"
        f"  - {{id: b, {FACT}}}"
    )
    long = f"options: [{{text: {'lang ' * 5}}}, {{text: kort}}]"
    write_deck(tmp_path, text, nl=f"cards:\n  a: {{{long}}}\n  b: {{{long}}}")
    (told,) = found_by("quiz-key-length", tmp_path)
    assert (Path(told.file).name, told.path) == ("deck.nl.yaml", 'card "b", option 1')
    (silenced,) = [
        one for one in examine([tmp_path]).silenced if one.problem.check == "quiz-key-length"
    ]
    assert (Path(silenced.problem.file).name, silenced.reason) == ("deck.nl.yaml", "it is a joke")


def test_a_folded_reason_is_one_line(tmp_path: Path) -> None:
    write_deck(tmp_path, "silence:\n  category-depth: >-\n    One card\n    is enough.")
    assert [one.reason for one in examine([tmp_path]).silenced] == ["One card is enough."]


@pytest.mark.parametrize(
    ("silence", "said"),
    [
        ("{«facts-sourse: x}", '"facts-sourse" is no check; did you mean "facts-source"?'),
        ("{«qqqq: x}", '"qqqq" is no check; see cxgame explain --list'),
        ("{«structure: x}", '"structure" finds errors, which cannot be silenced'),
        ("{«silence-unused: x}", '"silence-unused" cannot be silenced'),
        (
            "{facts-source: «}",
            'no reason is given for silencing "facts-source"; expected a text; '
            "such as facts-source: the order tells a story",
        ),
        (
            "{facts-source: «[a]}",
            'no reason is given for silencing "facts-source"; expected a text; '
            "such as facts-source: the order tells a story",
        ),
        (
            "{facts-source: known, «as said before}",
            '"as said before" is no check; a text with a comma in it needs quotes inside {…}',
        ),
        (
            "{facts-source: «" + "x" * 201 + "}",
            'the reason for silencing "facts-source" has 201 characters; expected at most 200',
        ),
    ],
)
def test_silence_that_makes_no_sense(tmp_path: Path, silence: str, said: str) -> None:
    problem = only_problem(
        tmp_path, f"mirrors: [{{id: a, title: A, prompt: P, silence: {silence}}}]"
    )
    assert (problem.sentence, problem.check) == (f'mirror "a": {said}', "silence")


def test_a_reason_may_have_two_hundred_characters(tmp_path: Path) -> None:
    write_deck(tmp_path, deck(head=f"{{facts-source: {'x' * 200}}}"))
    assert load_deck(tmp_path).problems == ()


@pytest.mark.parametrize("silence", ["«facts-source", "«[facts-source]"])
def test_silence_without_reasons(tmp_path: Path, silence: str) -> None:
    problem = only_problem(tmp_path, f"silence: {silence}")
    assert problem.text.endswith(
        "expected a check and the reason, such as {key-position: the order tells a story}"
    )
    assert problem.check == "structure"


def test_silence_in_a_translation_belongs_in_the_deck(tmp_path: Path) -> None:
    for words in (
        "«silence: {facts-source: x}",
        "cards: {monday: {«silence: {facts-source: x}}}",
    ):
        problem = only_problem(tmp_path, "", nl=words)
        assert "a translation" in problem.hint


def test_silence_that_silences_nothing_is_said(tmp_path: Path) -> None:
    write_deck(tmp_path, deck("{key-position: it is meant}", "", f"{{facts-source: {REASON}}}"))
    (unused,) = found_by("silence-unused", tmp_path)
    assert (
        unused.sentence == '"key-position" is silenced and finds nothing here; remove the silence'
    )
    assert (unused.line, unused.column, unused.level) == (7, 11, Level.ADVICE)


# --------------------------------------------------------------------------- measured


class Ruler:
    """Measures every title as too long."""

    def overflows(self, deck: Deck) -> Iterable[Overflow]:
        for index, _ in enumerate(deck.cards):
            yield Overflow("cards", index, "title", "the title is too long for the wall")


def check_measured(subject: Subject, measure: Measure) -> Iterable[Problem]:
    for found in measure.overflows(subject.deck):
        yield subject.source.problem(
            "fit", Level.WARNING, (found.section, found.index), found.text, field=found.field
        )


@pytest.fixture
def fit(monkeypatch: pytest.MonkeyPatch) -> None:
    check = Check(id="fit", level=Level.WARNING, manual="", run=None, run_measured=check_measured)
    checks = {**all_checks(), "fit": check}
    monkeypatch.setattr("game.content.checks.all_checks", lambda: checks)


@pytest.mark.usefixtures("fit")
def test_what_needs_a_measurer_is_asked_where_there_is_one(tmp_path: Path) -> None:
    write_deck(tmp_path, deck("", "{fit: It is cut on purpose.}"))
    (told,) = [one for one in check_paths([tmp_path], measure=Ruler()) if one.check == "fit"]
    assert (told.path, told.line, told.column) == ('card "b"', 9, 54)
    assert found_by("fit", tmp_path) == []
    assert [one.check for one in sift_deck(load_deck(tmp_path), Ruler()).told].count("fit") == 1


@pytest.mark.usefixtures("fit")
def test_what_could_not_be_measured_may_be_silenced_for_all_we_know(tmp_path: Path) -> None:
    write_deck(tmp_path, deck("{fit: It is cut on purpose.}"))
    assert found_by("silence-unused", tmp_path) == []
