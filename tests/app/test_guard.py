"""A screen that fails does not take the session with it."""

from __future__ import annotations

from collections.abc import Callable

import pygame
import pytest

from game.rules.actions import Next
from game.rules.state import State
from game.screens import scenes
from game.screens.game import GameScreen
from game.screens.inputs import Pointer, Press, Typed
from game.screens.kit.layer import Dirty
from game.screens.kit.wall import Canvas, Wall
from game.screens.scenes.guard import words
from game.screens.screen import Do, Look, Screen
from game.screens.settings import Settings
from tests.rules.pieces import dilemma, quiz
from tests.rules.table import game, on_card, play


class Broken(Screen):
    """Fails wherever it is asked to draw."""

    def paint(self, canvas: Canvas, look: Look) -> None:
        raise ZeroDivisionError


def look_at(state: State) -> Look:
    pygame.font.init()
    return Look(wall=Wall((640, 360)), settings=Settings(), now=0, state=state)


def broken(state: State) -> Screen:
    return Broken()


def unmade(state: State) -> Screen:
    raise KeyError("picture")


@pytest.mark.parametrize("make", [broken, unmade])
def test_a_plain_scene_takes_its_place(
    monkeypatch: pytest.MonkeyPatch, make: Callable[[State], Screen]
) -> None:
    monkeypatch.setattr(scenes, "make", make)
    screen, look = GameScreen(), look_at(on_card(dilemma("a")))
    surface = look.wall.surface()
    screen.paint(look.wall.canvas(surface), look)
    colours = {tuple(surface.get_at((x, 60))) for x in range(0, 640, 3)}
    assert len(colours) > 3
    assert screen.on_next(look) == Do(Next())


def test_it_gives_no_answer_away() -> None:
    state = on_card(quiz("q", key=2))
    title, text = words(state)
    assert title == "q"
    assert text == "?"
    shown = words(play(state, Next(), Next()))[1]
    assert "C  2" in shown


def test_a_session_can_be_played_to_its_end_on_plain_scenes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(scenes, "make", broken)
    state, screen = game(2, rounds=1), GameScreen()
    for _ in range(300):
        look = look_at(state)
        screen.paint(look.wall.canvas(look.wall.surface()), look)
        if type(state.stage).__name__ == "Over":
            return
        state = play(state, Next())
    raise AssertionError("it never ended")


LOOKED_AT = (
    "key", "paint", "move", "moving", "holds_next", "wakes_at", "finish", "hear", "hotspots",
)  # fmt: skip
PRESSED = ("on_press", "on_typed", "on_pointer", "on_next", "on_previous")


@pytest.mark.parametrize("method", [*LOOKED_AT, *PRESSED])
def test_wherever_a_scene_fails_the_session_goes_on(
    monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    def fail(*_given: object) -> None:
        raise ZeroDivisionError

    failing = type("Failing", (Screen,), {method: fail})
    monkeypatch.setattr(scenes, "make", lambda _state: failing())
    screen, look = GameScreen(), look_at(on_card(dilemma("a")))
    canvas = look.wall.canvas(look.wall.surface())
    given: dict[str, tuple[object, ...]] = {
        "paint": (canvas, look), "move": (canvas, look, Dirty()), "hear": ((), look.game, look),
        "on_press": (Press("a"), look), "on_typed": (Typed("a"), look),
        "on_pointer": (Pointer("down", 1, 1), look),
    }  # fmt: skip
    getattr(screen, method)(*given.get(method, (look,)))
    key = screen.scene(look).key(look)
    assert isinstance(key, tuple)
    assert key[0] == "PlainScene"
    assert screen.on_next(look) == Do(Next())
