"""A console that is opened, looked at and gone, and the game that goes on beside it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pygame
import pytest

pytest.importorskip("uvicorn", reason="the console needs cx-game[remote]")

from websockets.sync.client import connect
from websockets.typing import Origin

from benchmarks.stage import Stage
from game.app.console import WOKEN
from game.app.consolesees import around_of, game_of
from game.app.evening import Evening
from game.remote.bridge import Bridge
from game.remote.view import around_parts, game_parts
from game.rules.actions import Hold, RingBell
from game.rules.cards import Play
from game.rules.state import Held
from game.screens.console import ConsoleScreen
from game.screens.screen import OpenConsole
from game.session.bots import Bots
from game.session.session import Session
from tests.app.console.hands import evening_of, to_card, to_play
from tests.remote.served import until

# -- what is shown


def test_what_is_shown_can_be_sent_and_holds_what_the_room_must_not_see(stage: Stage) -> None:
    to_card(stage, Play.TURN)
    evening = evening_of(stage)
    parts = game_parts(game_of(evening))
    around = around_parts(around_of(stage.program, ((1, "iPad"),), "Notice"))
    assert json.loads(json.dumps({**parts, **around})) == {**parts, **around}
    card = evening.state.card
    assert card is not None
    assert parts["card"]["notes"] == card.notes
    assert parts["card"]["title"] == card.title
    assert len(parts["teams"]) == len(evening.state.teams)
    assert parts["history"][-1]["here"]


def test_an_evening_with_a_console_is_the_same_evening(window: Stage) -> None:
    """Byte for byte: bells fall to whom they would have fallen, and clocks stand where they did."""

    def played(watched: bool) -> list[bytes]:
        now = [0.0]
        session = Session.create(None, window.session.header)
        evening, bots, bridge = (
            Evening(session, clock=lambda: now[0]),
            Bots(7),
            Bridge(lambda: None),
        )
        for _move in range(60):
            action, delay = bots.next_action(evening.state, evening.now())
            now[0] += delay / 1000
            if isinstance(action, RingBell):
                action = RingBell(action.team, evening.now())
            evening.do(action, "bots")
            evening.tick()
            if watched:
                bridge.show(game_parts(game_of(evening)), evening.now())
        return session._lines

    assert played(watched=True) == played(watched=False)


# -- opened, looked at, and gone


def turns(stage: Stage, true: Callable[[], object]) -> None:
    """The loop goes on until something is so."""

    def once() -> object:
        pygame.event.post(pygame.Event(WOKEN))
        stage.turn()
        return true()

    until(once)


def test_a_console_is_opened_shown_and_closed_without_the_game_noticing(stage: Stage) -> None:
    program, urls = stage.program, list[str]()
    console = program.console
    console._browse = urls.append
    to_play(stage)
    stage.settle()
    console.open_here()
    assert console.told().opening
    turns(stage, lambda: urls)
    address, _hash, ticket = urls[0].partition("#")
    host = address.removeprefix("http://").rstrip("/")
    before = evening_of(stage).state
    mine = Origin(f"http://{host}")
    with connect(f"ws://{host}/socket", origin=mine, proxy=None) as page:
        page.send(json.dumps({"ticket": ticket}))
        assert "welcome" in json.loads(page.recv(10))
        turns(stage, lambda: program.console.told().devices)
        shown = json.loads(page.recv(10))["parts"]
        assert shown["top"]["where"].startswith("Round 1")
        assert "127.0.0.1" in program.notice()
        due = program.console.due_in()
        assert due is not None
        assert due > 80, "nothing new: the loop sleeps on"
        page.send(json.dumps({"id": "1", "do": "press", "key": ".", "moment": "old"}))
        turns(stage, lambda: "receipt" in page.recv(10) or True)
    turns(stage, lambda: not program.console.told().devices)
    assert evening_of(stage).state == before


def test_a_code_lets_nobody_in_once_its_sheet_is_gone(stage: Stage) -> None:
    program = stage.program
    program.show_console()
    sheet = program.director.top
    assert isinstance(sheet, ConsoleScreen)
    turns(stage, lambda: not program.console.told().opening)
    server = program.console._server
    assert server is not None
    assert server.on_network
    waited = server.ticket_waits
    program.director.stack.remove(sheet)
    stage.turn()
    assert (waited, server.ticket_waits) == (True, False)
    assert program.console.told().code == ()
    program.console.close_network()
    assert not program.console.told().network


def test_a_missing_extra_gets_its_sentence_and_the_game_goes_on(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.remote.extra.find_spec", lambda name: None)
    program = stage.program
    sheet = program.open_console()
    assert isinstance(sheet, ConsoleScreen)
    assert 'pip install "cx-game[remote]"' in program.console.told().trouble
    program.console.open_here()
    program.console.open_network()
    stage.turn()
    assert 'pip install "cx-game[remote]"' in program.notice()
    assert [label for label, _does in sheet.buttons()] == ["Back"]


def test_where_nothing_can_listen_that_is_said(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_address: object) -> None:
        raise OSError(24, "Too many open files")

    monkeypatch.setattr("game.remote.server.bind", full)
    stage.program.console.open_here()
    turns(stage, lambda: stage.program.console.told().trouble)
    assert "Too many open files" in stage.program.console.told().trouble
    assert evening_of(stage).do(Hold(Held.PAUSED), "test") is None


def test_a_screen_that_wants_the_console_gets_its_sheet(stage: Stage) -> None:
    director = stage.program.director
    director.apply(OpenConsole(), stage.program.look(stage.painter.wall))
    assert isinstance(director.top, ConsoleScreen)
    stage.post("escape")
    stage.turn()
    assert not director.top.overlay
