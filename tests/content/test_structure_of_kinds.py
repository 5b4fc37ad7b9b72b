"""Mistakes in estimates, orders and twists, each in the author's words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.author import card, only_problem

ESTIMATES = [
    (
        "answer: «a lot, bands: {absolute: [1, 2, 3]}",
        'answer is "a lot"; expected a number in digits, such as 80 or 12.5',
    ),
    (
        "answer: «'12,5', bands: {absolute: [1, 2, 3]}",
        'answer is "12,5"; expected a number in '
        "digits, such as 80 or 12.5; write a decimal point: 12.5",
    ),
    (
        "answer: «ca. 80, bands: {absolute: [1, 2, 3]}",
        'answer is "ca. 80"; expected a number in digits, such as 80 or 12.5; '
        "write the number alone, in digits",
    ),
    (
        "answer: 80, bands: «10",
        'bands is "10"; expected how far off a guess may be, such as {absolute: [2, 5, 10]} or '
        "{relative: [10, 25, 50]}",
    ),
    (
        "answer: «80%, bands: {absolute: [1, 2, 3]}",
        'answer is "80%"; expected a number in digits, such as 80 or 12.5; leave out the "%"',
    ),
    (
        "answer: «1'000, bands: {absolute: [1, 2, 3]}",
        'answer is "1\'000"; expected a number in '
        "digits, such as 80 or 12.5; write it without separators: 1000",
    ),
    (
        "answer: «6.200, bands: {absolute: [1, 2, 3]}",
        'answer is "6.200"; expected a number in '
        "digits, such as 80 or 12.5; write 6200, or 6.2 if that is meant",
    ),
    (
        "answer: 8, bands: {absolute: «[0,5, 1, 2]}",
        "bands: absolute has 4 entries; expected 3 growing numbers; decimals have a point: 0.5",
    ),
    (
        "answer: «1e5, bands: {absolute: [1, 2, 3]}",
        'answer is "1e5"; expected a number in digits, such as 80 or 12.5',
    ),
    (
        "answer: «2004.5, measure: year, bands: {absolute: [1, 2, 3]}",
        'answer is "2004.5"; expected a year',
    ),
    (
        "answer: 8, measure: «percent, bands: {absolute: [1, 2, 3]}",
        'measure is "percent"; expected number, percentage or year; did you mean "percentage"?',
    ),
    (
        "answer: 8, bands: «{absolute: [1, 2, 3], relative: [1, 2, 3]}",
        "bands: the bands are both absolute and relative; expected one of them",
    ),
    (
        "answer: 8, bands: «{}",
        "bands: the bands are neither absolute nor relative; expected one of them",
    ),
    (
        "answer: 8, bands: {absolute: «[1, 2]}",
        "bands: absolute has 2 entries; expected 3 growing numbers",
    ),
    (
        "answer: 8, bands: {absolute: «[3, 3, 15]}",
        "bands: absolute is 3, 3, 15; expected each band wider than the one before",
    ),
    (
        "answer: 8, bands: {absolute: [«-1, 2, 3]}",
        'bands, band 1: found "-1"; expected a number of 0 or more, such as 80 or 12.5',
    ),
    (
        "answer: 8, bands: {relative: [1, 2, «101]}",
        'bands, band 3: found "101"; expected a number from 0 to 100',
    ),
    (
        "answer: 8, measure: percentage, bands: {«relative: [10, 25, 50]}",
        "bands: the bands of "
        "percentages are absolute; found relative; write how far a guess may be off: absolute: "
        "[3, 8, 15]",
    ),
    (
        "answer: 2004, measure: year, bands: {«relative: [10, 25, 50]}",
        "bands: the bands of years "
        "are absolute; found relative; write how far a guess may be off: absolute: [3, 8, 15]",
    ),
    (
        "answer: 0, bands: {«relative: [10, 25, 50]}",
        "bands: the bands of an answer of 0 are absolute; found relative",
    ),
]
ORDERS = [
    ("«[{text: a}, {text: b}]", "items has 2 entries; expected 3 to 7 items"),
    (
        "[{text: a}, {text: b}, «c]",
        'item 3: found "c"; expected fields such as text; write "text: " in front of it',
    ),
    (
        "[{text: a}, {text: b}, {text: c, rank: «1}]",
        "item 3: rank is 1, after an item of rank 2; expected the items in the right order",
    ),
    (
        "[{text: a}, {text: b}, {text: c, rank: «0}]",
        'item 3: rank is "0"; expected a whole number from 1 to 7',
    ),
    (
        "«[{text: a}, {text: b, rank: 1}, {text: c, rank: 1}]",
        "all items have the same rank; expected an order between at least two of them",
    ),
]
TWISTS = [
    (
        "«{who: self}",
        "structure",
        "effect 1: nothing happens; expected one of customers, spaces, swap or roll",
    ),
    (
        "«{who: self, spaces: 1, roll: yes}",
        "structure",
        "effect 1: it does 2 things; expected one "
        "of customers, spaces, swap or roll; give each an effect of its own",
    ),
    (
        "«{customers: 1}",
        "structure",
        "effect 1: who is missing; expected self, leader, last, others or all",
    ),
    (
        "{who: «everyone, customers: 1}",
        "structure",
        'effect 1: who is "everyone"; expected self, leader, last, others or all; '
        'did you mean "all"?',
    ),
    (
        "{who: self, customers: «0}",
        "structure",
        'effect 1: customers is "0"; expected a number other than 0',
    ),
    (
        "{who: self, customers: «many}",
        "structure",
        'effect 1: customers is "many"; expected a whole number from −3 to 3',
    ),
    (
        "{who: self, customers: «4}",
        "twist-bounds",
        'effect 1: customers is "4"; expected a whole number from −3 to 3',
    ),
    (
        "{who: last, spaces: «-7}",
        "twist-bounds",
        'effect 1: spaces is "-7"; expected a whole number from −6 to 6',
    ),
    (
        "{who: self, swap: «others}",
        "structure",
        'effect 1: swap is "others"; expected leader, last or next',
    ),
    (
        "{who: «leader, swap: last}",
        "twist-bounds",
        "effect 1: swap befalls another team than the one on turn; expected who: self",
    ),
    (
        "{who: «all, roll: yes}",
        "twist-bounds",
        "effect 1: roll befalls another team than the one on turn; expected who: self",
    ),
    ("{who: self, roll: «no}", "structure", 'effect 1: roll is "no"; expected yes'),
]


@pytest.mark.parametrize(("fields", "said"), ESTIMATES)
def test_a_mistake_in_an_estimate(tmp_path: Path, fields: str, said: str) -> None:
    problem = only_problem(tmp_path, card(f"kind: estimate, {fields}"))
    own = said.startswith(("bands: ", "bands, "))
    assert problem.sentence == f'card "it"{", " if own else ": "}{said}'
    assert problem.check == "structure"


@pytest.mark.parametrize(("items", "said"), ORDERS)
def test_a_mistake_in_an_order(tmp_path: Path, items: str, said: str) -> None:
    problem = only_problem(tmp_path, card(f"kind: order, items: {items}"))
    own = said.startswith("item ")
    assert problem.sentence == f'card "it"{", " if own else ": "}{said}'
    assert problem.check == "structure"


@pytest.mark.parametrize(("effect", "check", "said"), TWISTS)
def test_a_mistake_in_a_twist(tmp_path: Path, effect: str, check: str, said: str) -> None:
    problem = only_problem(
        tmp_path,
        "twists:\n  - id: storm\n    title: Storm\n    prompt: It "
        f"rains.\n    effects:\n      - {effect}\n",
    )
    assert problem.sentence == f'twist "storm", {said}'
    assert problem.check == check


@pytest.mark.parametrize("effects", ["«[]", f"«[{', '.join(['{who: all, spaces: 1}'] * 5)}]"])
def test_a_twist_has_one_to_four_effects(tmp_path: Path, effects: str) -> None:
    problem = only_problem(
        tmp_path,
        f"twists:\n  - {{id: storm, title: Storm, prompt: It rains, effects: {effects}}}\n",
    )
    assert "expected 1 to 4 effects" in problem.text
