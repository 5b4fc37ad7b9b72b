"""Nothing is a dead end: Next alone ends every session, and every screen can be left."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.app.director import Director
from game.app.tour import screens
from game.app.tourpractise import Practising
from game.rules.actions import Hold, Next
from game.rules.apply import apply
from game.rules.refusal import IllegalAction
from game.rules.state import Held, Over, State, evolve
from game.screens.game import AFTER_RING_MS, GameScreen
from game.screens.inputs import Press
from game.screens.kit.wall import Wall
from game.screens.screen import Do, Home, Look, Outcome, Pop, Quit, Reset, Screen, Stay
from game.screens.settings import Settings
from tests.docs.presses import moments
from tests.properties.games import evening, lobbies

SMALL = Wall((640, 360))
MOST_NEXTS = 400
MOST_FACES = 24
"""Faces of one moment that Next may turn before the game goes on."""


def ends(state: State) -> bool:
    """Next, and nothing but Next, from here to the end; play has no more rounds than this one."""
    state = evolve(state, plan=evolve(state.plan, rounds=max(1, state.round)))
    for _press in range(MOST_NEXTS):
        if isinstance(state.stage, Over):
            return True
        after, _events = apply(state, Next(), 0)
        assert after != state, state.stage
        state = after
    return False


@cache
def reached() -> tuple[tuple[State, int], ...]:
    """A state of each kind, and it held, with clocks stopped, with a card chosen."""
    return tuple(moments())


def held(state: State, at: int) -> Iterator[State]:
    for how in Held:
        try:
            yield apply(state, Hold(how), at)[0]
        except IllegalAction:
            continue


def test_next_alone_ends_it_from_every_kind_of_state() -> None:
    stuck = [state.stage for state, _at in reached() if not ends(state)]
    assert stuck == []


def test_next_alone_ends_it_however_it_is_held() -> None:
    kinds = {type(state.stage): (state, at) for state, at in reached() if state.held is None}
    assert len(kinds) > 8
    for state, at in kinds.values():
        assert all(ends(one) for one in held(state, at))


@settings(max_examples=15)
@given(lobbies(), st.integers(0, 2**32))
def test_next_alone_ends_it_from_wherever_a_random_game_came(lobby: State, seed: int) -> None:
    state = lobby
    for moment in evening(lobby, seed, 40):
        state = moment.after
    assert ends(state)


def test_on_the_wall_next_comes_from_every_scene_to_another_state() -> None:
    for version, (state, at) in enumerate(reached()):
        game, done = GameScreen(), False
        for face in range(MOST_FACES):
            look = Look(
                wall=SMALL, settings=Settings(), now=AFTER_RING_MS * face, at=at,
                state=state, version=version,
            )  # fmt: skip
            game.finish(look)
            outcome = game.on_next(look)
            if isinstance(outcome, Do):
                assert apply(state, outcome.action, at)[0] != state
                done = True
                break
            assert isinstance(outcome, Stay), (state.stage, outcome)
        assert done, state.stage


# -- screens


class Left(Exception):  # noqa: N818 – it is no error: the screen let go
    """The whole program went elsewhere."""


class Host:
    """A program without a window, in which going elsewhere ends the walk."""

    def __init__(self, state: State | None) -> None:
        self.settings = Settings()
        self.evening: Any = None
        self.state = state

    def __getattr__(self, name: str) -> Any:
        def ask(*_told: Any) -> Any:
            if name in ("begin", "resume", "home"):
                raise Left
            return {"notice": "", "pictures": {}, "devices": ()}.get(name)

        return ask


class Below(Screen):
    """Whatever the screen lies on."""


def look_of(host: Host, director: Director) -> Look:
    return Look(
        wall=SMALL, settings=host.settings, now=10**6, state=host.state, focus=director.focus
    )


def left_by(key: str, screen: Screen, state: State | None) -> bool:
    """True where a few presses of a key lead away from a screen that lies on another."""
    host = Host(state)
    director = Director(host, Below())
    director.stack.append(screen)
    try:
        for _press in range(12):
            director.take(Press(key), look_of(host, director))
            if screen not in director.stack or not director.running:
                return True
    except Left:
        return True
    return False


@cache
def walked() -> tuple[tuple[str, Screen, State | None], ...]:
    return tuple(screens("en"))


def test_every_screen_can_be_left_by_esc_or_next() -> None:
    names = [name for name, _screen, _state in walked()]
    assert len(names) > 30
    stuck = []
    for name, shown, state in walked():
        screen = shown.screen if isinstance(shown, Practising) else shown
        if isinstance(screen, GameScreen) or type(screen).__name__ == "StartScreen":
            continue  # the one ends by Next, as above; the other is what one leaves for
        if name == "preview":
            continue  # all there is of its program, which is quit: see below
        if not left_by("escape", screen, state) and not left_by("space", screen, state):
            stuck.append(name)
    assert stuck == []


def test_a_preview_that_is_all_there_is_can_be_quit_by_its_menu() -> None:
    screen = next(one for found, one, _state in screens("en") if found == "preview")
    host = Host(None)
    director = Director(host, screen)
    director.take(Press("escape"), look_of(host, director))
    assert director.top is not screen
    for wanted in ("Quit", "Yes, quit"):
        for _press in range(20):
            director.take(Press("tab"), look_of(host, director))
            spot = director.focused(look_of(host, director))
            if spot is not None and spot.name == wanted:
                break
        director.take(Press("space"), look_of(host, director))
    assert not director.running


@pytest.mark.parametrize("name", ["start", "start-old"])
def test_the_start_screen_leads_on_by_next(name: str) -> None:
    screen = next(one for found, one, _state in walked() if found == name)
    outcome: Outcome | None = screen.on_next(Look(wall=SMALL, settings=Settings(), now=0))
    assert outcome is not None
    assert not isinstance(outcome, Stay | Pop | Home | Quit | Reset)
