"""What browsers ask is done between two frames, as it would be at the wall, or refused."""

from __future__ import annotations

import pytest

pytest.importorskip("uvicorn", reason="the console needs cx-game[remote]")

from game.app.consolesees import settings_of
from game.remote.table import moment
from game.rules.actions import Next, RingBell
from game.rules.cards import Play
from game.rules.state import BellPhase, Held, Phase
from game.screens.menu import MenuScreen
from tests.app.console.hands import Hands, evening_of, to_card, to_play
from tests.rules.table import bells


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
    while bells(evening.state).phase is not BellPhase.OPEN:
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


ODD = ("", "x", "٣", -1, 2**53, True, {"a": "b"})
"""What can stand in a message that is well formed, and means nothing."""


@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_what_no_page_of_ours_asks_is_refused_and_changes_nothing(
    hands: Hands, odd: object
) -> None:
    to_play(hands.stage)
    before = evening_of(hands.stage).state
    for do, name in (
        ("press", "key"), ("setting", "name"), ("setting", "value"), ("home", "guest"),
        ("go", "n"), ("offer", "offer"), ("control", "control"), ("control", "values"),
        ("next", "moment"), ("undo", "version"), ("redo", "version"),
    ):  # fmt: skip
        receipt = hands.ask(do, **{name: odd})
        assert not receipt.done
        assert receipt.sentence
    assert evening_of(hands.stage).state is before
