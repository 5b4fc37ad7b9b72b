"""What a deck holds, and what games with it come to."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.deck import Deck
from game.session.assemble import Choices, assemble
from game.session.deckstats import KINDS, Holdings, holdings, preset_figures
from tests.content.author import load
from tests.screens.outside import library

DECK = """\
categories: [{id: insights, name: Insights}, {id: design, name: Design}]
meters: [{id: connection, name: Connection}, {id: progress, name: Progress}]
cards:
  - {id: d1, kind: choice, category: insights, title: One, prompt: What now and then?, options: [
      {text: A, points: 3, meters: {connection: 2}}, {text: B, points: 3, meters: {progress: -1}},
      {text: C, points: 0, meters: {connection: -2}}]}
  - {id: q1, kind: choice, category: insights, play: bell, title: Two, prompt: Which?, options: [
      {text: A}, {text: B, right: yes}, {text: C}]}
  - {id: q2, kind: choice, category: design, play: everyone, title: Three, prompt: Which?,
     options: [{text: A}, {text: B, right: yes}]}
  - {id: e1, kind: estimate, category: design, title: Four, prompt: How many?, answer: 10,
     thinking: 30, bands: {relative: [5, 10, 20]}}
  - {id: c1, kind: commit, category: design, title: Five, prompt: Plan., reading: 60}
"""


def deck(folder: Path, text: str = DECK) -> Deck:
    found = load(folder, text)
    assert found.deck is not None, found.problems
    return found.deck


@pytest.fixture
def held(tmp_path: Path) -> Holdings:
    return holdings(deck(tmp_path), 90)


def test_kinds_by_who_answers_them(held: Holdings) -> None:
    assert [(one.kind, one.turn, one.bell, one.everyone) for one in held.kinds] == [
        ("dilemma", 1, 0, 0),
        ("quiz", 0, 1, 1),
        ("estimate", 1, 0, 0),
        ("commit", 1, 0, 0),
    ]
    assert sum(one.cards for one in held.kinds) == held.cards == 5


def test_categories_with_their_bell_cards_apart(held: Holdings) -> None:
    assert [(one.id, one.cards, one.bell) for one in held.categories] == [
        ("insights", 1, 1),
        ("design", 3, 0),
    ]


def test_places_of_keys_and_of_what_is_best(held: Holdings) -> None:
    assert [(one.place, one.keys, one.best) for one in held.places] == [
        (1, 0, 1),
        (2, 2, 1),
        (3, 0, 0),
    ]


def test_what_meters_can_win_and_lose(held: Holdings) -> None:
    assert [(one.id, one.up, one.down) for one in held.meters] == [
        ("connection", 2, -2),
        ("progress", 0, -1),
    ]


def test_minutes_to_read_and_to_discuss(held: Holdings, tmp_path: Path) -> None:
    # The dilemma, the quiz for everyone and the plan take the ruleset's time; bells none.
    assert held.discussing_minutes == (90 * 3 + 30) / 60
    assert held.reading_minutes > 1
    assert holdings(deck(tmp_path), 0).discussing_minutes == 0


def options(*points: int) -> str:
    return ", ".join(f"{{text: {chr(65 + i)}, points: {n}}}" for i, n in enumerate(points))


@pytest.mark.parametrize(("pays", "fair"), [((3, 1, 0), True), ((3, 3, 2), False)])
def test_kinds_that_pay_apart_are_told(tmp_path: Path, pays: tuple[int, ...], fair: bool) -> None:
    cards = [
        f"  - {{id: d{n}, kind: choice, category: insights, title: T, prompt: P, "
        f"options: [{options(*pays)}]}}\n"
        f"  - {{id: q{n}, kind: choice, category: insights, title: T, prompt: P, "
        "options: [{text: A, right: yes}, {text: B}, {text: C}]}\n"
        for n in range(3)
    ]
    told = holdings(deck(tmp_path, "cards:\n" + "".join(cards)), 90)
    assert [one.fair for one in told.points] == [fair, fair]
    assert sum(one.apart for one in told.points) == pytest.approx(0)
    assert told.mean_points == pytest.approx(sum(one.mean for one in told.points) / 2)


def test_a_deck_without_choices_has_no_points_to_compare(tmp_path: Path) -> None:
    told = holdings(deck(tmp_path, ""), 90)
    assert (told.points, told.places, told.mean_points) == ((), (), 0)


def test_it_is_plain_for_a_program(held: Holdings) -> None:
    plain = held.plain()
    assert plain["id"] == "example"
    assert plain["kinds"] == [
        {"kind": one.kind, "turn": one.turn, "bell": one.bell, "everyone": one.everyone}
        for one in held.kinds
    ]
    assert {one.kind for one in held.kinds} <= {*KINDS}


def test_games_of_one_length() -> None:
    setup = assemble(Choices(decks=("cx-facts",), preset="taster", seed=1), library())
    heard: list[int] = []
    found = preset_figures(setup, 4, 1, heard.append)
    assert sum(heard) == 4
    assert found == preset_figures(setup, 4, 1)
    assert [count.card for count in found.cards] == list(setup.content.card_ids)
    assert sum(count.a_game for count in found.cards) == pytest.approx(found.cards_a_game)
    assert found.never == sum(count.a_game == 0 for count in found.cards)
    assert (found.preset, found.minutes) == ("taster", 15)
    assert found.gap.least <= found.scores.most
