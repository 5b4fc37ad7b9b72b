"""Next where a category is chosen: it always does something, however that moment was come to."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pygame
import pytest

from benchmarks.stage import Stage
from game.app.evening import Evening
from game.rules.actions import Hold, Next
from game.rules.state import Choosing, Held


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """One window with a session in it."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("choosing")
        patch.setenv("CXGAME_HOME", str(folder))
        made = Stage(folder, (640, 360), rounds=30)
        yield made
        made.program.close()


def evening(stage: Stage) -> Evening:
    """What the program has under way."""
    found = stage.program.evening
    assert found is not None
    return found


def turn(stage: Stage) -> None:
    """Once round the loop, without waiting."""
    pygame.event.post(pygame.Event(pygame.USEREVENT))
    stage.turn()


def to_choosing(stage: Stage) -> None:
    """On by Next, until a team is to choose; what moves goes on moving."""
    now = evening(stage)
    now.do(Next(), "wall")
    for _press in range(400):
        if isinstance(now.state.stage, Choosing):
            turn(stage)
            return
        now.do(Next(), "wall")
    pytest.fail("nobody ever chose")


def at_rest(stage: Stage) -> None:
    """The sheet lies there, and nothing moves."""
    look = stage.program.look(stage.painter.wall)
    stage.program.director.top.finish(look)
    stage.painter.finish()
    turn(stage)


def press(stage: Stage, *names: str, up: bool = True) -> None:
    """Keys that go down and come up before anybody looks, as a clicker's do in a long frame."""
    for name in names:
        stage.post(name)
        if up:
            code = pygame.key.key_code(name)
            pygame.event.post(pygame.Event(pygame.KEYUP, key=code, mod=0))
    turn(stage)


def seen(stage: Stage) -> object:
    """What the wall shows of the moment."""
    look = stage.program.look(stage.painter.wall)
    now = evening(stage)
    focus = stage.program.director.focus
    return now.state, stage.program.director.top.key(look), focus


def still_walking(_stage: Stage) -> None:
    """The pawn has not arrived."""


def key_nobody_saw_come_up(stage: Stage) -> None:
    at_rest(stage)
    before = evening(stage).state
    press(stage, "space", up=False)
    assert evening(stage).state != before
    to_choosing(stage)
    at_rest(stage)


def undone(stage: Stage) -> None:
    at_rest(stage)
    press(stage, "space")
    press(stage, "z")
    assert isinstance(evening(stage).state.stage, Choosing)


def paused(stage: Stage) -> None:
    at_rest(stage)
    evening(stage).do(Hold(Held.PAUSED), "wall")


def ringed(stage: Stage) -> None:
    at_rest(stage)
    press(stage, "tab", "tab")
    assert stage.program.director.focus == 1


def ring_on_the_last(stage: Stage) -> None:
    at_rest(stage)
    press(stage, "up")  # the way back is a ring's as well, where a screen has nothing before


def sheet_turned(stage: Stage) -> None:
    at_rest(stage)
    look = stage.program.look(stage.painter.wall)
    stage.program.director.top.hotspots(look)[-1].activate()


BEFORE: tuple[Callable[[Stage], None], ...] = (
    at_rest, still_walking, key_nobody_saw_come_up, undone, paused, ringed, ring_on_the_last,
    sheet_turned,
)  # fmt: skip


@pytest.mark.parametrize("before", BEFORE)
def test_next_changes_what_is_seen(stage: Stage, before: Callable[[Stage], None]) -> None:
    for key in ("space", "right"):
        to_choosing(stage)
        before(stage)
        was = seen(stage)
        press(stage, key)
        assert seen(stage) != was
        assert not evening(stage).state.held
