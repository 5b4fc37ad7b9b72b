"""Whatever an author gets wrong is said in the author's words, at its line and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content import Level
from tests.content.author import CARD, card, load, only_problem

QUIZ = "{text: A, right: yes}, {text: B}"
HEAD = [
    (
        "id: «Five Coffees",
        'id is "Five Coffees"; expected lower-case words with hyphens, '
        "such as five-coffees; write five-coffees",
    ),
    (
        "id: «a--b",
        'id is "a--b"; expected lower-case words with hyphens, such as five-coffees; write a-b',
    ),
    (
        "id: «Café",
        'id is "Café"; expected lower-case words with hyphens, such as five-coffees; write cafe',
    ),
    (
        f"id: «{'a' * 61}",
        f'id is "{"a" * 39}…"; expected lower-case words with hyphens, such as '
        "five-coffees; it has 61 characters; expected at most 60",
    ),
    (
        "title: «[a]",
        "title is a list; expected text of at most 80 characters; if this is one "
        "text, put all of it in quotes: it begins with a bracket or a hyphen",
    ),
    ("title:«", "title is empty; expected text of at most 80 characters"),
    (f"title: «{'x' * 81}", "title has 81 characters; expected at most 80"),
    (
        "language: «English",
        'language is "English"; expected the code of a language, such as en, nl or pt-BR; '
        'did you mean "en"?',
    ),
    ("preset: «3", 'preset is "3"; expected a whole number from 5 to 480'),
    (
        "preset: «1.000",
        'preset is "1.000"; expected a whole number from 5 to 480; write it '
        "without separators: 1000",
    ),
    (
        "preset: «1_000",
        'preset is "1_000"; expected a whole number from 5 to 480; write it '
        "without separators: 1000",
    ),
    ("preset: «60.5", 'preset is "60.5"; expected a whole number from 5 to 480'),
    ("preset: «[60]", "preset is a list; expected a whole number from 5 to 480"),
    ("categories: «[]", "categories has 0 entries; expected 1 to 12 categories"),
    (
        "categories:\n  - «insights\ncards: [{id: a, kind: open, category: insights, title: T, "
        "prompt: P}]",
        'category 1: found "insights"; expected fields such as id, name; write '
        '"id: " in front of it',
    ),
    (
        "debrief: «Who?",
        'debrief is "Who?"; expected a list of 0 to 20 questions; write each '
        'question on a line of its own, behind "- "',
    ),
    (
        "debrief: [Who?, «'']",
        "debrief question 2: found empty; expected text of at most 300 characters",
    ),
    ("cards: «[]", "cards has 0 entries; expected 1 or more cards"),
    (
        "cards:«",
        "cards is empty; expected a list of 1 or more cards; write each card on a "
        'line of its own, behind "- "',
    ),
    (
        "cards:\n  «monday: {kind: open}",
        'cards is a group of fields; expected a list of 1 or more cards; begin each card with "- "',
    ),
]
CARDS = [
    (
        "cards:\n  - «monday",
        'card 1: found "monday"; expected a card: fields such as id, kind, category, title, prompt',
    ),
    (
        f"cards:\n  - «{{{CARD}}}",
        'card "it": kind is missing; expected choice, estimate, order, open or commit',
    ),
    (
        card("kind: «choise"),
        'card "it": kind is "choise"; expected choice, estimate, order, open '
        'or commit; did you mean "choice"?',
    ),
    (
        card("kind: open, play: «everybody"),
        'card "it": play is "everybody"; expected turn, bell or everyone; did you mean "everyone"?',
    ),
    (
        card("kind: open, reading: «0"),
        'card "it": reading is "0"; expected a whole number from 1 to 600',
    ),
    (
        card("kind: open, thinking: «a minute"),
        'card "it": thinking is "a minute"; expected a whole number from 5 to 1800',
    ),
    (
        card("kind: open, meters: {progress: «3}"),
        'card "it": meter "progress" is "3"; expected a whole number from −2 to 2',
    ),
    (
        card("kind: open, meters: {progress: «−1}"),
        'card "it": meter "progress" is "−1"; expected '
        'a whole number from −2 to 2; write the minus as "-"',
    ),
    (
        card("kind: open, meters: «[progress]"),
        'card "it": meters is a list; expected meters and '
        "their change, such as {progress: 1, connection: -1}",
    ),
    (
        card("kind: open, evidence: «hearsay"),
        'card "it": evidence is "hearsay"; expected study, survey, vendor or contested',
    ),
    (
        card("kind: open, year: «20010"),
        'card "it": year is "20010"; expected a whole number from 1000 to 2100',
    ),
    (
        card("kind: open, tags: «fast"),
        'card "it": tags is "fast"; expected a list of 0 to 20 '
        'tags; write each tag on a line of its own, behind "- "',
    ),
    (
        card(r'kind: open, why: «"a\ab"'),
        'card "it": why has the invisible character U+0007 in it; remove it',
    ),
    (
        card("kind: open, criteria: «[one]"),
        'card "it": criteria has 1 entry; expected 2 to 4 lines',
    ),
    (
        card("kind: open, criteria: [one, «{two: x}]"),
        'card "it", criterion 2: found a group of '
        "fields; expected text of at most 200 characters; if this is one text, put all of it in "
        'quotes: it has ": " in it',
    ),
    (
        card("kind: commit, example: «{cue: it rings}"),
        'card "it", example: action is missing; expected text of at most 200 characters',
    ),
    (
        card("kind: commit, example: «if it rings"),
        'card "it": example is "if it rings"; expected '
        'fields such as cue, action; write "cue: " in front of it',
    ),
]
PLAYS = [
    (
        card("kind: open, play: «everyone"),
        'card "it": an open card is played by one team; expected play: turn',
    ),
    (
        card("kind: commit, play: «everyone"),
        'card "it": a commit card is played by one team; expected play: turn',
    ),
    (
        card("kind: open, play: «bell"),
        'card "it": a bell card is a quiz or an estimate; expected play: turn',
    ),
    (
        card("kind: order, play: «bell, items: [{text: a}, {text: b}, {text: c}]"),
        'card "it": a bell card is a quiz or an estimate; expected play: turn or everyone',
    ),
    (
        card("kind: choice, play: «bell, options: [{text: A, points: 1}, {text: B, points: 2}]"),
        'card "it": a bell card is a quiz or an estimate; this is a dilemma; mark one option right: '  # noqa: E501 - as an author reads it
        "true instead of giving points",
    ),
    (
        card(
            "kind: order, play: everyone, items: «[{text: a}, {text: b}, {text: c}, {text: d}, "
            "{text: e}]"
        ),
        'card "it": items has 5 entries; expected at most 4 with play: everyone',
    ),
]
CHOICES = [
    (
        card("kind: choice, options: [{text: A, points: «3 points}, {text: B, points: 1}]"),
        'card "it", option 1: points is "3 points"; expected a whole number from 0 to 3; '
        "write the number alone, in digits",
    ),
    (
        card(f"kind: choice, options: [{{text: A, right: yes, meters: {{«progress:1}}}}, {QUIZ}]"),
        'card "it", option 1: "progress:1" is no meter and its change; '
        'no space stands behind the colon; write "progress: 1"',
    ),
    (
        card("kind: choice, options: [{text: A, points: «'3,0'}, {text: B, points: 1}]"),
        'card "it", option 1: points is "3,0"; expected a whole number from 0 to 3; write 3',
    ),
    (
        card("kind: choice, options: [{text: A, points: «'2,5'}, {text: B, points: 1}]"),
        'card "it", option 1: points is "2,5"; expected a whole number from 0 to 3',
    ),
    (
        card("kind: choice, options: [{«text:A: , points: 3}, {text: B, points: 1}]"),
        'card "it", option 1: "text:A" is no field of an option; '
        'no space stands behind the colon; write "text: A"',
    ),
    (
        card("kind: choice, options: [{text: Rosa, «34, right: yes}, {text: B}]"),
        'card "it", option 1: "34" is no field of an option; '
        "a text with a comma in it needs quotes inside {…}",
    ),
    # What is meant is plain, so nobody is told that it is missing, too.
    (
        card("kind: choice, options: [{«Text: A, points: 3}, {text: B, points: 1}]"),
        'card "it", option 1: "Text" is no field of an option; did you mean "text"?',
    ),
    (
        card(f"kind: choice, options: [{QUIZ}], «He says: help"),
        'card "it": "He says" is no field of a choice card; if it belongs to the text above, '
        "indent it further, and put all of that text in quotes",
    ),
    (
        card(f"kind: choice, options: [{QUIZ}], «meters: {{progress: 1}}"),
        'card "it": "meters" is '
        "no field of a choice card; on a choice card the meters belong to each option",
    ),
    (
        card("kind: choice, options: «[{text: A, right: yes}]"),
        'card "it": options has 1 entry; expected 2 to 6 options',
    ),
    (
        card(
            f"kind: choice, options: «[{QUIZ}, {{text: C}}, {{text: D}}, {{text: E}}, {{text: F}}, "
            "{text: G}]"
        ),
        'card "it": options has 7 entries; expected 2 to 6 options',
    ),
    (
        card("kind: choice, options: [{text: A, points: «three}, {text: B, points: 1}]"),
        'card "it", option 1: points is "three"; expected a whole number from 0 to 3',
    ),
    (
        card("kind: choice, options: [{text: A, points: 3}, {text: B, points: «4}]"),
        'card "it", option 2: points is "4"; expected a whole number from 0 to 3',
    ),
    (
        card("kind: choice, options: [{text: A, points: 3}, «{text: B}]"),
        'card "it", option 2: '
        "points is missing; expected a whole number from 0 to 3, as on the other options",
    ),
    (
        card("kind: choice, options: «[{text: A}, {text: B}]"),
        'card "it": no option has points '
        "and none is right; give every option points (a dilemma), or one of them right: true "
        "(a quiz)",
    ),
    (
        card("kind: choice, options: «[{text: A, right: no}, {text: B}]"),
        'card "it": no option is right; expected exactly one',
    ),
    (
        card("kind: choice, options: [{text: A, right: yes}, {text: B, right: «true}]"),
        'card "it", option 2: option 1 is right already; expected exactly one; a dilemma, where '
        "several are good, has points on every option",
    ),
    (
        card("kind: choice, options: [{text: A, right: «maybe}, {text: B}]"),
        'card "it", option 1: right is "maybe"; expected yes or no',
    ),
    (
        card(
            "kind: choice, options: [{text: A, «right: yes}, {text: B, points: 0}, "
            "{text: C, points: 0}]"
        ),
        'card "it", option 1: points and right are mixed on one card; '
        "expected one of them alone; a quiz has right: true on one option, a dilemma points on "
        "every one",
    ),
    (
        card("kind: choice, options: [«{points: 1}, {text: B, points: 0}]"),
        'card "it", option 1: text is missing; expected text of at most 200 characters',
    ),
]


@pytest.mark.parametrize(("text", "said"), [*HEAD, *CARDS, *PLAYS, *CHOICES])
def test_a_mistake_is_said_in_words(tmp_path: Path, text: str, said: str) -> None:
    problem = only_problem(tmp_path, text)
    assert problem.sentence == said
    assert problem.level is Level.ERROR


def test_a_group_of_fields_misses_what_it_must_have_where_it_begins(tmp_path: Path) -> None:
    deck = load(tmp_path, "cards:\n\n  - title: It\n    kind: estimate\n")
    line = 9
    assert [
        (problem.line, problem.column, problem.text.split(" is ")[0]) for problem in deck.reasons
    ] == [(line, 5, name) for name in ("id", "category", "prompt", "answer", "bands")]


def test_what_was_refused_in_parsing_is_not_complained_of_again(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, card("kind: open, reading: «*soon"))
    assert problem.check == "yaml"


def test_every_option_of_a_half_dilemma_is_told(tmp_path: Path) -> None:
    deck = load(
        tmp_path,
        "cards:\n  - " + f"{{{CARD}, kind: choice, options: "
        "[{text: A, points: 1}, {text: B}, {text: C}]}\n",
    )
    assert [problem.path for problem in deck.reasons] == [
        'card "it", option 2',
        'card "it", option 3',
    ]


def test_of_ten_thousand_problems_a_thousand_are_kept_and_the_rest_told(tmp_path: Path) -> None:
    deck = load(tmp_path, "cards:\n" + "  - nonsense\n" * 10_000)
    assert len(deck.problems) == 1001
    assert deck.problems[-1].text == "these are the first 1000 problems; there are more"


@pytest.mark.parametrize(
    "fields",
    [
        "kind: open, criteria: [a, b]",
        "kind: open, criteria: [a, b, c, d]",
        "kind: open, reading: 1, thinking: 5",
        "kind: open, reading: 600, thinking: 1800",
        "kind: open, meters: {progress: -2}",
        "kind: open, meters: {progress: 2}",
        "kind: choice, options: [{text: A, points: 0}, {text: B, points: 3}]",
        f"kind: choice, options: [{QUIZ}, {{text: C}}, {{text: D}}, {{text: E}}, {{text: F}}]",
        f"kind: choice, play: bell, options: [{QUIZ}]",
        f"kind: choice, play: everyone, options: [{QUIZ}]",
        "kind: estimate, play: bell, answer: 8, bands: {absolute: [0, 1, 2]}",
        "kind: estimate, play: everyone, answer: 8, bands: {relative: [0, 1, 100]}",
        "kind: estimate, answer: 0, bands: {absolute: [0, 1, 2]}",
        "kind: order, items: [{text: a}, {text: b}, {text: c}]",
        f"kind: order, items: [{', '.join(['{text: a}'] * 7)}]",
        "kind: order, play: everyone, items: [{text: a}, {text: b}, {text: c}, {text: d}]",
        "kind: order, items: [{text: a}, {text: b, rank: 1}, {text: c}]",
    ],
)
def test_what_is_within_bounds_is_right(tmp_path: Path, fields: str) -> None:
    assert load(tmp_path, card(fields)).problems == ()
