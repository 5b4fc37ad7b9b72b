"""A card is read, discussed and answered: what keys, mouse and clicker do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.rules.actions import Next, PassCard, SetAnswer, WritePlan
from game.rules.cards import ChoiceCard
from game.rules.state import Held, IfThen, Step, evolve
from game.screens.inputs import Press
from game.screens.kit.layer import Dirty
from game.screens.kit.wall import Wall
from game.screens.planeditor import PlanEditor
from game.screens.scenes.question import QuestionScene
from game.screens.screen import Do, Look, Push, Stay
from tests.screens.asked import discussed, press, table, typed
from tests.screens.cardtable import (
    ALL_DILEMMA,
    BELL_QUIZ,
    DILEMMA,
    HALF,
    NUMBER,
    PLAN,
    WIDE,
    look_of,
    on_card,
    scene_of,
    stage_of,
)
from tests.screens.inside import happen, later, play
from tests.screens.outside import draw, picture

FAR = HALF[6]


# ------------------------------------------------------------------------------- options


def test_a_letter_chooses_and_another_changes() -> None:
    scene, look = table(discussed(DILEMMA))
    team = stage_of(look.game).team
    outcome, look = press(scene, look, "b")
    assert outcome == Do(SetAnswer(team, 1))
    outcome, look = press(scene, look, "c")
    assert stage_of(look.game).answer(team) == 2


def test_choosing_the_same_again_keeps_it() -> None:
    scene, look = table(discussed(DILEMMA))
    look = typed(scene, look, "aa")
    assert stage_of(look.game).answer(stage_of(look.game).team) == 0


def test_b_is_an_option_where_there_is_one_and_black_where_there_is_none() -> None:
    scene, look = table(discussed(DILEMMA))
    assert isinstance(scene.on_press(Press("b"), look), Do)
    scene, look = table(discussed(NUMBER))
    assert scene.on_press(Press("b"), look) is None
    assert scene.on_press(Press("b", ctrl=True), look) is None


def test_a_letter_without_an_option_is_left_to_the_shortcuts() -> None:
    scene, look = table(discussed(DILEMMA))
    card = look.game.card
    assert isinstance(card, ChoiceCard)
    assert len(card.options) == 3
    assert scene.on_press(Press("d"), look) is None


def test_a_click_on_a_row_chooses_it() -> None:
    scene, look = table(discussed(DILEMMA))
    rows = [spot for spot in scene.hotspots(look) if spot.name in ("A", "B", "C")]
    assert [spot.activate() for spot in rows] == [
        Do(SetAnswer(stage_of(look.game).team, i)) for i in range(3)
    ]


def test_next_locks_what_was_chosen_and_asks_where_nothing_was() -> None:
    scene, look = table(discussed(DILEMMA))
    look = happen(scene, look, Next())[0]
    assert stage_of(look.game).asked
    look = typed(scene, look, "a")
    look = happen(scene, look, Next())[0]
    assert stage_of(look.game).step is Step.VIEW


def test_nobody_chooses_while_everyone_discusses() -> None:
    scene, look = table(play(on_card(ALL_DILEMMA, together=True), Next()))
    assert scene.on_press(Press("a"), look) == Stay(), "not black, not anything else"


def test_an_answer_can_be_put_right_at_once_after_undo() -> None:
    state = evolve(discussed(DILEMMA), held=Held.RESUMED)
    scene, look = table(state)
    assert press(scene, look, "b")[0] == Do(SetAnswer(stage_of(state).team, 1))


def test_the_chosen_row_fills_from_its_left() -> None:
    scene, look = table(discussed(DILEMMA), Wall((960, 540)))
    empty = picture(scene, look)
    look = press(scene, look, "b")[1]
    assert scene.moving(look)
    assert picture(scene, look) == empty, "the still picture leaves the row to the motion"
    widths = []
    for ms in (30, 90, 140):
        surface = look.wall.surface()
        scene.paint(look.wall.canvas(surface), later(look, ms))
        dirty = Dirty()
        scene.move(look.wall.canvas(surface), later(look, ms), dirty)
        y = dirty.rects()[-1].bottom - 10
        brass = look.wall.theme.brass_soft
        widths.append(sum(surface.get_at((x, y))[:3] == brass for x in range(960)))
    assert widths[0] < widths[1] <= widths[2]
    assert not scene.moving(later(look, 200))
    assert picture(scene, later(look, 200)) != empty


def test_next_ends_the_filling() -> None:
    scene, look = table(discussed(DILEMMA))
    look = press(scene, look, "b")[1]
    scene.finish(look)
    assert not scene.moving(look)


# ---------------------------------------------------------------------------------- plans


def test_e_and_the_button_open_the_plans_editor() -> None:
    scene, look = table(discussed(PLAN))
    team = stage_of(look.game).team
    for outcome in (
        scene.on_press(Press("e"), look),
        next(s for s in scene.hotspots(look) if s.name == "Write the plan").activate(),
    ):
        assert isinstance(outcome, Push)
        assert isinstance(outcome.screen, PlanEditor)
    look = happen(scene, look, WritePlan(team, IfThen(cue="it rains", action="we call")))[0]
    assert any(spot.name == "Change the plan" for spot in scene.hotspots(look))


# ------------------------------------------------------------------------------ two faces


def test_next_turns_to_the_second_face_before_the_game_goes_on() -> None:
    scene, look = table(on_card(DILEMMA), FAR)
    story = picture(scene, look)
    turns = 0
    while scene.on_next(look) == Stay():
        turns += 1
    assert turns >= 1
    assert picture(scene, look) != story


def test_previous_turns_back_and_from_the_story_takes_the_focus_to_the_options() -> None:
    scene, look = table(discussed(DILEMMA), FAR)
    options = [spot.name for spot in scene.hotspots(look)]
    assert "A" in options, "a discussion begins at the options"
    while scene.on_previous(look) == Stay():
        pass
    assert [spot.name for spot in scene.hotspots(look)] == options
    scene.on_previous(look)
    assert "A" not in [spot.name for spot in scene.hotspots(look)]
    focused = replace(look, focus=0)
    assert scene.on_previous(focused) is None, "while there is a focus, Previous moves it"


def test_a_letter_answers_from_the_story_and_shows_the_options() -> None:
    scene, look = table(on_card(DILEMMA), FAR)
    assert "A" not in [spot.name for spot in scene.hotspots(look)]
    look = typed(scene, look, "a")
    assert "A" in [spot.name for spot in scene.hotspots(look)]


def test_the_story_of_the_far_row_is_told_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    state = on_card(DILEMMA)
    scene, look = table(state, FAR)
    card = state.card
    assert isinstance(card, ChoiceCard)
    prompt, told, drawn = "".join(card.prompt.split()), "", ""
    for _ in range(4):
        texts = ["".join("".join(f.lines).split()) for f in draw(scene, look, monkeypatch).texts]
        drawn += "".join(texts)
        told += "".join(text for text in texts if len(text) > 20 and text in prompt)
        if scene.on_next(look) is None:
            break
    assert told == prompt
    assert all("".join(option.text.split()) in drawn for option in card.options)


# -------------------------------------------------------------------------- another card


def test_another_card_is_offered_while_it_is_legal() -> None:
    scene, look = table(discussed(DILEMMA))
    spot = next(s for s in scene.hotspots(look) if s.name.startswith("Another card"))
    assert spot.name == "Another card (2)"
    assert spot.activate() == Do(PassCard(stage_of(look.game).team))
    scene, look = table(discussed(DILEMMA, passes=0))
    assert not any(s.name.startswith("Another card") for s in scene.hotspots(look))


def test_the_clock_needs_a_frame_a_second() -> None:
    state = play(on_card(DILEMMA), Next(), at=0)
    scene, look = table(state)
    assert look.at == 9000
    assert scene.wakes_at(look) == look.now + 1, "at a whole second, just after it"
    assert not scene.moving(look)


# ------------------------------------------------------------------------------- pictures


def pictured(card: str, data: bytes, wall: Wall = WIDE) -> Look:
    """The card carries a picture."""
    state = discussed(card) if card != BELL_QUIZ else on_card(card)
    found = state.card
    assert found is not None
    with_it = replace(found, picture="shop.svg")
    cards = tuple(with_it if c.id == found.id else c for c in state.content.cards)
    state = evolve(state, content=replace(state.content, cards=cards))
    return look_of(state, wall, pictures={"shop.svg": data})


RED = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
    b'<rect width="10" height="10" fill="#FE0102"/></svg>'
)


@pytest.mark.parametrize("card", [DILEMMA, NUMBER, BELL_QUIZ])
def test_a_cards_picture_is_shown_and_covers_no_words(
    card: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for wall in HALF:
        look = pictured(card, RED, wall)
        scene = scene_of(look.game)
        seen_red = False
        for _ in range(5):
            drawn = draw(scene, look, monkeypatch)
            assert not drawn.overflowing()
            seen_red |= bytes((254, 1, 2)) * 20 in picture(scene, look)
            if not isinstance(scene.on_previous(look), Stay):
                break
        assert seen_red, wall


def test_a_broken_picture_leaves_a_placeholder(monkeypatch: pytest.MonkeyPatch) -> None:
    look = pictured(DILEMMA, b"not a picture")
    drawn = draw(QuestionScene(), look, monkeypatch)
    assert "Our own red carpet" in drawn.words
