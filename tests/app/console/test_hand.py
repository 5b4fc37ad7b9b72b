"""The facilitator's hand from a browser: controls, undo, steps gone to."""

from __future__ import annotations

import pytest

pytest.importorskip("uvicorn", reason="the console needs cx-game[remote]")

from game.remote.view import groups, offered
from game.rules.actions import Adjust
from game.rules.cards import Play
from game.rules.state import Held, Phase
from game.session.controls import controls
from tests.app.console.hands import Hands, evening_of, held, to_card, to_play


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
    there = controls(evening.state, 1, 1, evening.now())
    shown = groups(offered(evening.state, evening.now()))
    told = {one["id"]: one for group in shown for one in group["controls"]}
    assert set(told) == {one.id for one in there} - {"next", "undo", "redo"}
    assert told["adjust"]["fields"][0]["choices"]
    assert all(one["label"] for one in told.values())


def test_a_dark_wall_comes_back_to_where_it_was(hands: Hands) -> None:
    to_card(hands.stage, Play.TURN)
    evening = evening_of(hands.stage)
    before = evening.state.stage
    assert hands.control("black").done
    assert held(evening) is Held.BLACK
    assert hands.ask("next").done
    assert held(evening) is None
    assert evening.state.stage == before
