"""The console as the program has it: what browsers ask is done between two frames, or refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pygame
import pytest

pytest.importorskip("uvicorn", reason="the console needs cx-game[remote]")

from benchmarks.stage import Stage
from game.app.console import WOKEN, Console
from game.app.consoledoes import Doer
from game.app.consolesees import around_of, game_of, settings_of
from game.app.evening import Evening
from game.remote.bridge import Bridge, Command, Receipt
from game.remote.table import moment
from game.remote.view import around_parts, game_parts, groups
from game.rules.actions import Adjust, Hold, Next, PutNext, RingBell
from game.rules.cards import Play
from game.rules.state import BellPhase, Held, OnCard, Phase
from game.screens.console import ConsoleScreen
from game.screens.menu import MenuScreen
from game.screens.screen import OpenConsole
from game.session.bots import Bots
from game.session.controls import controls
from game.session.session import Session
from tests.remote.served import until


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """One window for all tests; each plays a session of its own in it."""
    made = Stage(tmp_path_factory.mktemp("console"), (320, 180), rounds=2)
    yield made
    made.program.close()


@pytest.fixture
def stage(window: Stage, tmp_path: Path) -> Iterator[Stage]:
    program = window.program
    program.console = Console(program)
    program.show_session(Session.create(tmp_path / "one.cxsession", window.session.header))
    yield window
    program.console.close()
    program.say("")


class Hands:
    """Somebody at a browser, without the browser."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.doer = Doer(stage.program)
        self._count = 0

    def ask(self, do: str, **told: Any) -> Receipt:
        """Ask for something, of the very moment the game is in unless it is told otherwise."""
        self._count += 1
        evening = self.stage.program.evening
        if evening is not None:
            told = {"moment": moment(evening.state), "version": evening.version, **told}
        command = Command(str(self._count), do, told)
        receipt = self.doer.do(command, self.stage.painter)
        assert receipt.id == command.id
        return receipt

    def control(self, name: str, **values: str) -> Receipt:
        return self.ask("control", control=name, values=values)


@pytest.fixture
def hands(stage: Stage) -> Hands:
    return Hands(stage)


def evening_of(stage: Stage) -> Any:
    assert stage.program.evening is not None
    return stage.program.evening


def to_play(stage: Stage) -> None:
    evening = evening_of(stage)
    while evening.state.phase is not Phase.PLAY:
        assert evening.do(Next(), "test") is None
    stage.program.director.top.finish(stage.program.look(stage.painter.wall))


def to_card(stage: Stage, play: Play) -> None:
    """A card that is played that way is open."""
    to_play(stage)
    evening = evening_of(stage)
    card = next(card for card in evening.state.content.cards if card.play is play)
    evening.do(PutNext(card.id), "test")
    while not isinstance(evening.state.stage, OnCard) or evening.state.stage.card != card.id:
        evening.do(Next(), "test")


# -- as on the wall


def test_next_is_the_walls_next_and_a_second_tap_is_not_for_what_came_of_it(hands: Hands) -> None:
    evening = evening_of(hands.stage)
    seen = moment(evening.state)
    assert hands.ask("next").done
    assert evening.state.phase is not Phase.LOBBY
    after = evening.state
    receipt = hands.ask("next", moment=seen)
    assert not receipt.done
    assert "moved on" in receipt.sentence
    assert evening.state == after
    assert evening.session.history[-1].source == "console"


def test_next_right_after_a_ring_is_ignored_here_too(hands: Hands) -> None:
    stage = hands.stage
    to_card(stage, Play.BELL)
    evening = evening_of(stage)
    while evening.state.stage.bell.phase is not BellPhase.OPEN:
        evening.do(Next(), "test")
    hands.stage.program.director.top.finish(stage.program.look(stage.painter.wall))
    evening.do(RingBell(evening.state.teams[0].id, evening.now()), "test")
    taken = evening.state
    hands.ask("next")
    assert evening.state.stage == taken.stage


def test_what_lies_over_the_wall_stays_there_while_the_console_goes_on(hands: Hands) -> None:
    stage = hands.stage
    to_play(stage)
    sheet = MenuScreen()
    stage.program.director.stack.append(sheet)
    before = evening_of(stage).state
    assert hands.ask("next").done
    assert evening_of(stage).state != before
    assert stage.program.director.top is sheet


@pytest.mark.parametrize(
    ("key", "held"), [(".", Held.BLACK), (",", Held.WHITE), ("page down", None)]
)
def test_keys_of_a_clicker_mean_what_they_mean_on_the_wall(
    hands: Hands, key: str, held: Held | None
) -> None:
    to_play(hands.stage)
    before = evening_of(hands.stage).state
    assert hands.ask("press", key=key).done
    assert evening_of(hands.stage).state.held is held
    assert evening_of(hands.stage).state != before


@pytest.mark.parametrize("key", ["q", "1", "escape", "f11", "f5", "", "end", 7, None])
def test_no_other_key_comes_through(hands: Hands, key: object) -> None:
    to_play(hands.stage)
    before = evening_of(hands.stage).state, len(hands.stage.program.director.stack)
    assert not hands.ask("press", key=key).done
    assert (evening_of(hands.stage).state, len(hands.stage.program.director.stack)) == before


# -- the facilitator's hand


def test_customers_are_given_with_a_reason_and_undone(hands: Hands) -> None:
    evening = evening_of(hands.stage)
    to_play(hands.stage)
    team = str(evening.state.teams[0].id)
    assert hands.control("adjust", team=team, points="-3", reason="").done
    assert evening.state.teams[0].customers == 0
    assert hands.control("adjust", team=team, points="2", reason="They helped Green").done
    assert evening.state.teams[0].customers == 2
    assert hands.ask("undo").done
    assert evening.state.teams[0].customers == 0
    assert hands.ask("redo").done
    assert evening.state.teams[0].customers == 2


def test_what_was_entered_wrongly_is_said_beside_its_field_and_changes_nothing(
    hands: Hands,
) -> None:
    to_play(hands.stage)
    evening = evening_of(hands.stage)
    before, team = evening.version, str(evening.state.teams[0].id)
    for values, field in (
        ({"team": team, "points": "many"}, "points"),
        ({"team": team, "points": "1000"}, "points"),
        ({"team": "99", "points": "1"}, "team"),
        ({"team": team, "points": "1", "reason": "x" * 10_001}, "reason"),
    ):
        receipt = hands.control("adjust", **values)
        assert not receipt.done
        assert receipt.field == field
        assert receipt.sentence
    assert not hands.control("quit").done
    assert not hands.control("adjust", team=team, points="1", nonsense="1").done
    assert not hands.ask("control", control=7, values=3).done
    assert evening.version == before


def test_undo_is_of_what_was_seen(hands: Hands) -> None:
    evening = evening_of(hands.stage)
    to_play(hands.stage)
    seen = evening.version
    evening.do(Adjust(evening.state.teams[0].id, 2, ""), "wall")
    assert not hands.ask("undo", version=seen).done
    assert evening.state.teams[0].customers == 2
    assert not hands.ask("go", n=0, version=seen).done


def test_any_step_can_be_gone_to_and_what_is_none_is_refused(hands: Hands) -> None:
    evening = evening_of(hands.stage)
    to_play(hands.stage)
    end = evening.state.phase
    steps = evening.history()
    assert hands.ask("go", n=steps[0].n).done
    assert evening.state.phase is Phase.LOBBY
    assert hands.ask("go", n=steps[-1].n).done
    assert evening.state.phase is end
    for n in (99_999, -4, "3", True, None):
        assert not hands.ask("go", n=n).done
    assert evening.state.phase is end


def test_an_insight_is_noted_whatever_has_come_up_meanwhile(hands: Hands) -> None:
    evening = evening_of(hands.stage)
    to_play(hands.stage)
    receipt = hands.ask(
        "control", control="insight", values={"text": "We never call back."}, moment="another"
    )
    assert receipt.done
    assert evening.state.insights[-1].text == "We never call back."


def test_every_control_that_is_offered_can_be_found_again_and_is_told_in_full(
    hands: Hands,
) -> None:
    to_card(hands.stage, Play.TURN)
    evening = evening_of(hands.stage)
    offered = controls(evening.state, 1, 1, evening.now())
    told = {one["id"]: one for group in groups(offered) for one in group["controls"]}
    assert set(told) == {one.id for one in offered} - {"next", "undo", "redo"}
    assert told["adjust"]["fields"][0]["choices"]
    assert all(one["label"] for one in told.values())


def test_a_dark_wall_comes_back_to_where_it_was(hands: Hands) -> None:
    to_card(hands.stage, Play.TURN)
    evening = evening_of(hands.stage)
    before = evening.state.stage
    assert hands.control("black").done
    assert evening.state.held is Held.BLACK
    assert hands.ask("next").done
    assert evening.state.held is None
    assert evening.state.stage == before


# -- the wall


def test_settings_are_switched_by_their_place_and_nothing_else_is_taken(hands: Hands) -> None:
    program = hands.stage.program
    assert hands.ask("setting", name="theme", value=1).done
    assert program.settings.theme == "stage"
    assert hands.ask("setting", name="seat", value=2).done
    assert program.settings.seat == 1.69
    assert hands.ask("setting", name="mute", value=True).done
    assert program.settings.mute
    before = program.settings
    for name, value in (
        ("theme", 9), ("theme", True), ("theme", "stage"), ("mute", 1), ("software", "no"),
        ("keys", "x"), (None, 1), ("volume", -1),
    ):  # fmt: skip
        assert not hands.ask("setting", name=name, value=value).done
    assert program.settings == before
    assert {one.name for one in settings_of(program)} >= {"language", "fullscreen", "volume"}


def test_who_has_gone_already_cannot_be_sent_home(hands: Hands) -> None:
    for guest in (7, "7", True, None):
        receipt = hands.ask("home", guest=guest)
        assert (receipt.done, receipt.sentence) == (
            False,
            "That console is not connected any more.",
        )


def test_between_sessions_the_page_stays_and_the_wall_hears_next(hands: Hands) -> None:
    program = hands.stage.program
    program.director.apply_screen(program.home())
    assert not hands.ask("undo").done
    assert not hands.control("adjust").done
    assert hands.ask("next").done


# -- what is shown


def test_what_is_shown_can_be_sent_and_holds_what_the_room_must_not_see(stage: Stage) -> None:
    to_card(stage, Play.TURN)
    evening = evening_of(stage)
    parts = game_parts(game_of(evening))
    around = around_parts(around_of(stage.program, ((1, "iPad"),), "Notice"))
    assert json.loads(json.dumps({**parts, **around})) == {**parts, **around}
    card = evening.state.card
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


def turns(stage: Stage, true: Any) -> Any:
    """The loop goes on until something is so."""

    def once() -> Any:
        pygame.event.post(pygame.Event(WOKEN))
        stage.turn()
        return true()

    return until(once)


def test_a_console_is_opened_shown_and_closed_without_the_game_noticing(stage: Stage) -> None:
    from websockets.sync.client import connect

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
    with connect(f"ws://{host}/socket", origin=f"http://{host}", proxy=None) as page:  # type: ignore[arg-type]
        page.send(json.dumps({"ticket": ticket}))
        assert "welcome" in json.loads(page.recv(10))
        turns(stage, lambda: program.console.told().devices)
        shown = json.loads(page.recv(10))["parts"]
        assert shown["top"]["where"].startswith("Round 1")
        assert "127.0.0.1" in program.notice()
        assert program.console.due_in() > 80, "nothing new: the loop sleeps on"
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
    assert server.ticket_waits
    program.director.stack.remove(sheet)
    stage.turn()
    assert not server.ticket_waits
    assert program.console.told().code == ()
    program.console.close_network()
    assert not program.console.told().network


def test_a_missing_extra_gets_its_sentence_and_the_game_goes_on(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.remote.extra.find_spec", lambda name: None)
    program = stage.program
    sheet = program.open_console()
    assert 'pip install "cx-game[remote]"' in program.console.told().trouble
    program.console.open_here()
    program.console.open_network()
    stage.turn()
    assert 'pip install "cx-game[remote]"' in program.notice()
    assert [label for label, _does in sheet.buttons()] == ["Back"]  # type: ignore[attr-defined]


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
