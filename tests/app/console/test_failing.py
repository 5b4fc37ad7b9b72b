"""A console that cannot be opened, or that no browser comes to: said, and tried again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

pytest.importorskip("uvicorn", reason="the console needs cx-game[remote]")

from benchmarks.stage import Stage
from game.remote.bridge import Receipt
from game.rules.actions import Next
from tests.app.console.hands import evening_of
from tests.remote.served import until


def turn_until(stage: Stage, true: Callable[[], object]) -> None:
    """Let the game's loop go round until something is so."""

    def once_more() -> object:
        stage.turn()
        return true()

    until(once_more)


def full(*_address: object) -> None:
    raise OSError(24, "Too many open files")


def test_what_could_not_listen_can_be_tried_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Most likely something else had the place, and is gone by now."""
    console, opened = stage.program.console, list[str]()
    console._browse = opened.append
    with monkeypatch.context() as patch:
        patch.setattr("game.remote.server.bind", full)
        for again in (console.open_here, console.open_network):
            console.screen()
            again()
            turn_until(stage, lambda: console.told().trouble)
            assert "Too many open files" in console.told().trouble
    console.screen()
    assert not console.told().trouble
    console.open_here()
    turn_until(stage, lambda: opened)
    assert console.told().here


def no_such_program(_url: str) -> bool:
    raise OSError(2, "No such file")


@pytest.mark.parametrize("browse", [lambda _url: False, no_such_program])
def test_where_no_browser_starts_that_is_said(
    stage: Stage, browse: Callable[[str], object]
) -> None:
    """`webbrowser` tells it in either way: who waits for a page should know that none comes."""
    console = stage.program.console
    console._browse = browse
    console.open_here()
    turn_until(stage, lambda: "No browser" in stage.program.notice())
    assert console.told().here
    assert not console.told().trouble, "a tablet can still come in"


class Tablet:
    """A browser that came in."""

    device = "iPad"

    def stir(self) -> None: ...

    def hand(self, receipt: Receipt) -> None: ...

    def send_home(self) -> None: ...


def test_one_that_fails_is_closed_and_the_game_goes_on(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    console = stage.program.console
    console._browse = lambda _url: True
    console.open_here()
    turn_until(stage, lambda: console.told().here)

    def broken(_game: object) -> None:
        raise KeyError("card")

    with monkeypatch.context() as patch:
        patch.setattr("game.remote.view.game_parts", broken)
        assert console._bridge is not None
        console._bridge.join(Tablet())
        turn_until(stage, lambda: "closed" in stage.program.notice())
    assert not console.told().here
    assert console.due_in() is None
    assert evening_of(stage).do(Next(), "test") is None
    console.open_here()
    turn_until(stage, lambda: console.told().here)
