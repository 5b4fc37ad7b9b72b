"""Two buttons are enough: whole cards played with Next and Previous alone."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from game.app.director import Director
from game.rules.apply import apply
from game.rules.refusal import IllegalAction
from game.rules.state import OnCard, State, Step
from game.screens.game import GameScreen
from game.screens.inputs import Press
from game.screens.kit.wall import Wall
from game.screens.screen import Look
from game.screens.settings import Settings
from tests.screens.cardtable import (
    ALL_DILEMMA,
    ALL_NUMBER,
    ALL_ORDER,
    DILEMMA,
    HALF,
    NUMBER,
    OPEN,
    ORDER,
    ids,
    on_card,
    stage_of,
)


class Room:
    """A wall, a clicker, and the session behind them."""

    def __init__(self, state: State, wall: Wall = HALF[0]) -> None:
        self.state, self.version, self.now = state, 1, 10_000
        self.settings = Settings(seat=wall.seat)
        self.wall = wall
        self.evening: Any = self
        self.can_reload, self.deck_trouble = False, ()
        self.report = ""
        self.session = SimpleNamespace(can_undo=False, can_redo=False, trouble=None)
        self.director = Director(self, GameScreen())  # type: ignore[arg-type]  # enough of a host

    def step(self) -> Step:
        """How far the card has come."""
        return self.stage.step

    # -- the director's host and evening

    def notice(self) -> str:
        return ""

    def devices(self) -> tuple[()]:
        return ()

    def history(self) -> tuple[()]:
        return ()

    def replay(self, _moment: int) -> tuple[()]:
        return ()

    def practise(self) -> None:
        return None

    def pictures(self) -> dict[str, bytes]:
        return {}

    def refused(self, reason: object) -> None:
        raise AssertionError(f"refused: {reason}")

    def do(self, action: Any, _source: str, at: int | None = None) -> Any:
        before = self.state
        try:
            self.state, events = apply(before, action, at or self.now)
        except IllegalAction as refusal:
            return refusal.reason
        self.version += 1
        self.director.hear(events, before, self.look())
        return None

    def look(self) -> Look:
        return self.director.look(self.wall, self.now, self.now)

    # -- what the facilitator does

    def press(self, key: str) -> None:
        self.now += 3000  # whatever moved has ended
        self.director.take(Press(key), self.look())

    def next(self) -> None:
        self.press("right")

    def focus_on(self, name: str) -> None:
        """Previous until a place of that name has the focus."""
        for _ in range(80):
            spot = self.director.focused(self.look())
            if spot is not None and spot.name == name:
                return
            self.press("left")
        raise AssertionError(f"Previous never reaches {name!r}")

    def choose(self, name: str) -> None:
        """Reach a place with Previous, and activate it with Next."""
        self.focus_on(name)
        self.next()

    @property
    def stage(self) -> OnCard:
        return stage_of(self.state)


@pytest.mark.parametrize("wall", [HALF[0], HALF[2], HALF[3], HALF[6]])
def test_a_dilemma(wall: Wall) -> None:
    room = Room(on_card(DILEMMA), wall)
    while room.step() is Step.READ:
        room.next()
    room.choose("B")
    assert room.stage.answer(room.stage.team) == 1
    room.next()
    assert room.step() is Step.VIEW
    other = next(t for t in room.state.teams if t.id != room.stage.team)
    room.choose(other.name)
    assert room.stage.viewer == other.id
    room.choose("A")
    room.next()
    assert room.step() is Step.REVEAL
    assert room.stage.answer(other.id) == 0


def test_a_number() -> None:
    room = Room(on_card(NUMBER))
    room.next()
    spots = room.director.top.hotspots(room.look())
    for digit in (2, 5):
        room.director.focus = digit - 1 if digit == 2 else digit
        room.next()
    room.director.focus = 0
    room.next()
    assert room.stage.answer(room.stage.team) == 25
    room.next()
    assert room.step() is Step.REVEAL
    assert spots


def test_an_order() -> None:
    room = Room(on_card(ORDER))
    room.next()
    for letter in "CABED":
        room.choose(letter)
    answer = room.stage.answer(room.stage.team)
    assert answer == tuple(room.stage.shown[i] for i in (2, 0, 1, 4, 3))


def test_everyones_cards_and_a_changed_mind() -> None:
    room = Room(on_card(ALL_DILEMMA, together=True))
    while room.step() is not Step.GRID:
        room.next()
    for team, letter in zip(room.state.teams, "ABBB", strict=True):
        room.choose(f"{team.name} {letter}")
    room.next()
    assert room.step() is Step.VIEW
    first, second = room.state.teams[:2]
    room.choose(first.name)
    room.choose(second.name)
    room.choose("A")
    assert room.stage.answer(second.id) == 0
    room.next()
    assert room.step() is Step.REVEAL


@pytest.mark.parametrize("card", [ALL_NUMBER, ALL_ORDER])
def test_everyones_numbers_and_orders_can_be_left_out_by_next_alone(card: str) -> None:
    room = Room(on_card(card, together=True))
    for _ in range(12):
        if room.step() is Step.REVEAL:
            return
        room.next()
    raise AssertionError("never revealed")


def test_an_open_card_is_judged() -> None:
    room = Room(on_card(OPEN))
    while room.step() is not Step.JUDGE:
        room.next()
    room.choose("2")
    assert room.stage.judged == 2
    room.next()
    assert room.step() is Step.REVEAL


def test_a_bell_is_rung_and_marked() -> None:
    room = Room(on_card("cx-facts/cent-per-tail"))
    room.next()
    room.choose("Sky")
    assert room.stage.bell is not None
    assert room.stage.bell.winner == ids(room.state)[1]
    room.choose("Right")
    assert room.step() is Step.REVEAL


def test_a_next_meant_for_the_moment_before_a_ring_marks_nothing() -> None:
    room = Room(on_card("cx-facts/cent-per-tail"))
    room.next()
    room.press("2")
    room.now += 400
    room.director.take(Press("right"), room.look())
    assert room.stage.bell is not None
    assert room.stage.bell.winner == ids(room.state)[1], "still waiting for the answer"


def test_keys_of_teams_ring_and_letters_mark() -> None:
    room = Room(on_card("cx-facts/cent-per-tail"))
    room.next()
    room.press("t")
    assert room.stage.bell is not None
    assert room.stage.bell.winner == ids(room.state)[2]
    room.press("f")
    assert room.stage.bell.out == (ids(room.state)[2],)
    room.press("q")
    room.press("g")
    assert room.step() is Step.REVEAL
