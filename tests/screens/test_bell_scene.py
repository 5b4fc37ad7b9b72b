"""The bell card: the question alone, no countdown, and who rang."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pygame
import pytest

from game.rules.actions import MarkBell, Next, RingBell
from game.rules.cards import ChoiceCard
from game.rules.state import BellPhase, State, Step
from game.screens.game import GameScreen
from game.screens.inputs import SECOND_BELLS, Pointer, Press, Rang
from game.screens.kit import digits, text
from game.screens.kit.glyphs import line_surface
from game.screens.kit.layer import Dirty
from game.screens.kit.wall import Box, Wall
from game.screens.scenes.bell import BellScene
from game.screens.screen import Do, Look, Stay
from tests.rules.table import bells
from tests.screens.cardtable import (
    BELL_NUMBER,
    BELL_QUIZ,
    WIDE,
    bell_taken,
    early,
    ids,
    moment,
    on_card,
    stage_of,
)
from tests.screens.inside import frame, happen, later, play, seen
from tests.screens.outside import draw, every_wall, picture


def table(state: State, at: int = 9000, wall: Wall = WIDE) -> tuple[BellScene, Look]:
    return BellScene(), seen(state, wall, at=at)


def opened(**setup: Any) -> State:
    return play(on_card(BELL_QUIZ, **setup), Next(), at=3000)


def moved_words(scene: BellScene, look: Look, monkeypatch: pytest.MonkeyPatch) -> str:
    """What is written in `move`."""
    lines: list[str] = []
    with monkeypatch.context() as patch:
        for module in (text, digits):
            patch.setattr(module, "line_surface", _noting(lines))
        scene.move(look.wall.canvas(look.wall.surface()), look, Dirty())
    return " ".join(lines)


# ----------------------------------------------------------------------------- the question


@pytest.mark.parametrize("name", ["bell-armed", "bell-open", "bell-taken", "bell-again"])
@pytest.mark.parametrize("seat", [1.0, 1.69])
def test_the_question_stands_alone(name: str, seat: float, monkeypatch: pytest.MonkeyPatch) -> None:
    state = moment(name)
    card = state.card
    assert isinstance(card, ChoiceCard)
    scene, look = table(state, wall=Wall((960, 540), seat=seat))
    words = draw(scene, look, monkeypatch).words.replace("\n", " ")
    for option in card.options:
        assert option.text not in words
    if seat == 1:
        assert card.prompt[:60] in words


def test_the_answer_of_an_estimate_is_not_on_the_wall(monkeypatch: pytest.MonkeyPatch) -> None:
    numbers: list[str] = []
    for module in (text, digits):
        monkeypatch.setattr(module, "line_surface", _noting(numbers))
    for state in (on_card(BELL_NUMBER), bell_taken(BELL_NUMBER)):
        scene, look = table(state)
        picture(scene, look)
    assert not any("3,750" in n or "3750" in n for n in numbers)


def _noting(lines: list[str]) -> Callable[..., pygame.Surface]:
    """What puts a line on the wall, and notes it."""

    def note(line: str, *args: Any, **kwargs: Any) -> pygame.Surface:
        lines.append(line)
        return line_surface(line, *args, **kwargs)

    return note


# ------------------------------------------------------------------------------- too early


def test_who_rang_too_early_is_named_until_it_is_back(monkeypatch: pytest.MonkeyPatch) -> None:
    state = early()
    until = bells(state).locked_until(ids(state)[0])
    scene, look = table(state, at=200)
    words = moved_words(scene, look, monkeypatch)
    assert "Orange, too early" in words
    assert "back in 2 seconds" in words
    assert scene.wakes_at(look) == look.now + until - 200, "a frame when it is back"
    scene, look = table(state, at=until)
    assert moved_words(scene, look, monkeypatch) == ""
    assert scene.wakes_at(look) is None


def test_the_words_do_not_count_down(monkeypatch: pytest.MonkeyPatch) -> None:
    scene, look = table(early(), at=1900)
    assert "back in 2 seconds" in moved_words(scene, look, monkeypatch)


def test_the_chip_shakes_while_armed_and_stands_while_open() -> None:
    state = on_card(BELL_QUIZ)
    scene, look = table(state, at=100)
    look = happen(scene, look, RingBell(ids(state)[0], 100))[0]
    assert scene.moving(look)
    still = frame(scene, look)[1]
    assert frame(scene, later(look, 30))[1].get_buffer().raw != still.get_buffer().raw
    assert not scene.moving(later(look, 300))
    look = happen(scene, look, Next())[0]
    assert not scene.moving(look)


def test_a_locked_out_team_that_rings_again_while_bells_are_open_moves_nothing() -> None:
    state = play(early(), Next(), at=150)
    scene, look = table(state, at=200)
    look = happen(scene, look, RingBell(ids(state)[0], 200))[0]
    assert bells(look.game).phase is BellPhase.OPEN
    assert not scene.moving(look)


def test_every_early_team_has_its_chip(monkeypatch: pytest.MonkeyPatch) -> None:
    state = on_card(BELL_QUIZ, teams=8)
    for team in ids(state):
        state = play(state, RingBell(team, 100), at=100)
    scene, look = table(state, at=150)
    assert moved_words(scene, look, monkeypatch).count("too early") == 8


# ------------------------------------------------------------------------------------ open


def test_nothing_counts_down_to_the_end_of_the_bells(monkeypatch: pytest.MonkeyPatch) -> None:
    state = opened()
    assert state.clock is not None
    scene, look = table(state, at=5000)
    assert moved_words(scene, look, monkeypatch) == ""
    assert scene.wakes_at(look) is None
    assert not scene.moving(look)


def test_armed_and_open_are_told_apart_without_colour() -> None:
    assert picture(*table(on_card(BELL_QUIZ))) != picture(*table(opened()))


def test_the_mouse_rings_for_a_team_only_while_bells_are_open() -> None:
    scene, look = table(on_card(BELL_QUIZ))
    assert [s.activate() for s in scene.hotspots(look)] == [Do(Next()), Do(Next())]
    scene, look = table(opened())
    rung = [s.activate() for s in scene.hotspots(look)]
    assert rung == [*(Do(RingBell(i, look.at)) for i in ids(look.game)), Do(Next())]


@every_wall
def test_the_drawn_bell_opens_and_then_is_nobodys(wall: Wall) -> None:
    """One click cannot tell which team it was: open, only the teams' plates ring."""
    scene, look = table(on_card(BELL_QUIZ), wall=wall)
    onward, bell = scene.hotspots(look)
    assert bell.activate() == onward.activate() == Do(Next())
    assert not bell.box.meets(onward.box)
    middle = Box(bell.box.cx, bell.box.cy, 1, 1)
    assert middle.meets(wall.box)
    assert min(bell.box.w, bell.box.h) >= 60
    scene, look = table(opened(), wall=wall)
    assert not [s for s in scene.hotspots(look) if s.box.meets(middle)]


@pytest.mark.parametrize("phase", ["armed", "open", "taken"])
def test_no_key_of_this_screen_is_a_bells(phase: str) -> None:
    state = {"armed": on_card(BELL_QUIZ), "open": opened(), "taken": bell_taken()}[phase]
    scene, look = table(state)
    for key in (*"12345678", *SECOND_BELLS):
        assert scene.on_press(Press(key), look) is None


def test_keys_and_buzzers_ring() -> None:
    look = seen(opened(), WIDE, at=9000)
    second = Do(RingBell(ids(look.game)[1], 9000))
    assert GameScreen().on_press(Press("2"), look) == second
    assert GameScreen().on_press(Press("r"), look) == second
    assert GameScreen().on_rang(Rang(1), look) == second


# ----------------------------------------------------------------------------------- taken


def test_who_rang_and_how_late_the_others_were(monkeypatch: pytest.MonkeyPatch) -> None:
    words = draw(*table(bell_taken()), monkeypatch).words.replace("\n", " ")
    assert "Green rang" in words
    assert "+90 ms" in words
    assert "+180 ms" in words


def test_together_names_the_draw_and_no_milliseconds(monkeypatch: pytest.MonkeyPatch) -> None:
    state = opened()
    a, b = ids(state)[:2]
    state = play(state, RingBell(a, 4000), RingBell(b, 4000), at=4000)
    words = draw(*table(state), monkeypatch).words.replace("\n", " ")
    assert "Together: the draw decided" in words
    assert " ms" not in words


def test_a_finger_on_the_closed_bell_opens_nothing() -> None:
    """On a touch screen it is that of a player who cannot wait; the mouse is the facilitator's."""
    scene, look = table(on_card(BELL_QUIZ))
    onward, bell = scene.hotspots(look)
    finger, click = (Pointer("down", bell.box.cx, bell.box.cy, touch=t) for t in (True, False))
    assert scene.on_pointer(finger, look) == Stay()
    assert scene.on_pointer(click, look) is None
    beside = Pointer("down", onward.box.cx, onward.box.cy, touch=True)
    assert scene.on_pointer(beside, look) is None
    scene, look = table(opened())
    assert scene.on_pointer(finger, look) is None


def test_right_comes_first_and_keys_mark() -> None:
    scene, look = table(bell_taken())
    marks = [s.activate() for s in scene.hotspots(look)]
    assert marks == [Do(MarkBell(True)), Do(MarkBell(False))]
    assert scene.on_press(Press("g"), look) == Do(MarkBell(True))
    assert scene.on_press(Press("f"), look) == Do(MarkBell(False))
    assert scene.on_press(Press("f", ctrl=True), look) is None


def test_nobody_is_marked_before_somebody_rang() -> None:
    for state in (on_card(BELL_QUIZ), opened()):
        scene, look = table(state)
        assert scene.on_press(Press("g"), look) is None


def test_the_buttons_say_what_they_are_worth(monkeypatch: pytest.MonkeyPatch) -> None:
    words = draw(*table(bell_taken(bell_right=3, bell_wrong=-2)), monkeypatch).words
    assert "Right +3" in words
    assert "Wrong −2" in words


def test_the_seconds_to_speak_are_shown_as_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    scene, look = table(bell_taken(), at=5000)
    assert "4" in moved_words(scene, look, monkeypatch).split()
    assert scene.wakes_at(look) == look.now + 1


def test_the_swing_waits_for_rings_that_are_still_arriving() -> None:
    state = opened()
    scene, look = table(state, at=4000)
    look = happen(scene, look, RingBell(ids(state)[1], 4000))[0]
    drawn = picture(scene, look)
    assert not scene.moving(look)
    assert not scene.moving(later(look, 149))
    assert scene.moving(later(look, 151))
    assert scene.moving(later(look, 700))
    assert not scene.moving(later(look, 801))
    assert picture(scene, later(look, 801)) != drawn, "then bell and token stand in the picture"


def test_after_a_wrong_answer_the_bells_open_for_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state = play(bell_taken(), MarkBell(False), at=5000)
    scene, look = table(state)
    words = draw(scene, look, monkeypatch).words
    assert "Open again for the others." in words
    out = ids(state)[2]
    rung = [s.activate() for s in scene.hotspots(look)]
    assert Do(RingBell(out, look.at)) not in rung


def test_next_alone_marks_wrong_until_nobody_is_left() -> None:
    state = opened(teams=2)
    for team in ids(state):
        state = play(state, RingBell(team, 4000), at=4000)
        state = play(state, Next(), at=4100)
    assert stage_of(state).step is Step.REVEAL
