"""The end: plans to read aloud, then thanks, then the start screen."""

from __future__ import annotations

from typing import Any

import pytest

from game.rules.actions import Next
from game.rules.state import Commitment, Debrief, IfThen, Insight, Over, State, evolve
from game.screens.kit.wall import Wall
from game.screens.scenes.over import OverScene, plan_sentence, plans_of
from game.screens.screen import Do, Home, Stay
from tests.screens.inside import LONG, play, ready, seen
from tests.screens.outside import check_places, draw, every_wall_in_its_language, picture, speak

PLANS = (
    IfThen(cue="a customer tells me the same thing twice", action="I write it where the next "
           "colleague sees it", who="Joris and I", by_when="Monday"),
    IfThen(cue="the phone rings", action="I let them finish"),
    IfThen(cue="only a cue"),
    IfThen(cue="x" * 60, action="y " * 120, who="all of us"),
)  # fmt: skip


def over(*plans: IfThen, insights: int = 0, **setup: Any) -> State:
    state = ready(4, **setup)
    made = tuple(Commitment(team=i % 4, plan=plan, card="c") for i, plan in enumerate(plans))
    noted = tuple(Insight(team=None, text="…", about="") for _n in range(insights))
    return evolve(state, stage=Over(), commitments=made, insights=noted)


@every_wall_in_its_language
def test_every_plan_can_be_read_on_every_wall(
    wall: Wall, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(language)
    state = over(*PLANS, *PLANS, insights=3, names=LONG)
    scene, look = OverScene(), seen(state, wall)
    words = ""
    while True:
        drawn = draw(scene, look, monkeypatch)
        assert drawn.overflowing() == []
        assert drawn.smaller_than(wall.S) == []
        check_places(scene, look)
        words += drawn.words.replace("\n", " ")
        if not isinstance(scene.on_next(look), Stay):
            break
    assert words.count("the next colleague") == 2
    assert words.count("all of us") == 2


def test_a_plan_is_said_in_a_sentence() -> None:
    said = [plan_sentence(Commitment(team=0, plan=plan, card="")) for plan in PLANS[:2]]
    assert said[0] == (
        "If a customer tells me the same thing twice, then I write it where the next "
        "colleague sees it. Joris and I, Monday."
    )
    assert said[1] == "If the phone rings, then I let them finish."
    full = IfThen(cue="it rains.", action="we go.", who="we", by_when="Friday.")
    sentence = plan_sentence(Commitment(team=0, plan=full, card=""))
    assert sentence == "If it rains, then we go. we, Friday."


def test_half_a_plan_is_not_read_aloud() -> None:
    assert [c.plan for c in plans_of(over(*PLANS))] == [PLANS[0], PLANS[1], PLANS[3]]


def thanks(state: State, monkeypatch: pytest.MonkeyPatch, **more: Any) -> str:
    scene, look = OverScene(), seen(state, Wall((1920, 1080)), **more)
    while scene.on_next(look) == Stay():
        pass
    return draw(scene, look, monkeypatch).words


def test_it_says_where_the_session_is_and_what_was_noted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = thanks(over(insights=2), monkeypatch).replace("\n", " ")
    assert "Thank you" in words
    assert "You can open it again from the start screen." in words
    assert "Two insights were noted." in words
    assert "noted" not in thanks(over(), monkeypatch)


def test_what_could_not_be_saved_is_not_said_to_be_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    words = thanks(over(), monkeypatch, unsaved="Not saved: the disk is full.")
    assert "kept" not in words
    # Something else that passes by is no reason to leave it out.
    assert "kept" in thanks(over(), monkeypatch, notice="Volume 3 of 10")


def test_next_goes_through_the_plans_and_then_home() -> None:
    scene, look = OverScene(), seen(over(*PLANS[:2]))
    first, key = picture(scene, look), scene.key(look)
    assert scene.on_next(look) == Stay()
    assert scene.key(look) != key
    assert picture(scene, look) != first
    assert scene.on_next(look) == Home()
    assert scene.hotspots(look)[0].activate() == Home()
    assert scene.on_previous(look) == Stay()
    assert scene.on_previous(look) is None


def test_without_plans_it_thanks_at_once() -> None:
    assert OverScene().on_next(seen(over())) == Home()


def test_a_debrief_that_is_not_there_yet_is_left_by_next() -> None:
    state = evolve(over(), stage=Debrief())
    scene, look = OverScene(), seen(state)
    assert scene.on_next(look) is None
    assert scene.hotspots(look)[0].activate() == Do(Next())
    assert isinstance(play(state, Next()).stage, Over)
