"""The talk after the reveal: the question, the reason, and what it brought."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.screens.insight import InsightEditor
from game.screens.kit.text import fit
from game.screens.kit.theme import DAYLIGHT
from game.screens.kit.wall import Box, Wall
from game.screens.scenes.reveal import RevealScene
from game.screens.scenes.talk import brought, talk_faces
from game.screens.screen import Push
from tests.screens.cardtable import HALF, WIDE, look_of, moment, stage_of
from tests.screens.revealed import choice, words_of


def test_the_question_the_reason_and_the_source_are_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state = moment("talk-number")
    card = state.card
    assert card is not None
    for wall in HALF:
        told = words_of(state, monkeypatch, wall).split()
        for part in (card.reflect, card.source, "survey"):
            assert "".join(part.split()) in "".join(told), wall
        assert set(card.why.split()) <= set(told), "on one face or, seen from far, on more"


def test_a_card_without_a_question_asks_one_all_the_same() -> None:
    card = replace(choice(1, 2), why="", reflect="")
    faces = talk_faces(WIDE, card, WIDE.box.inset(100, 100))
    assert len(faces) == 1
    assert faces[0].question is not None
    assert " ".join(faces[0].question.lines) == "What do you take from this card?"
    assert faces[0].why is None


def test_long_words_take_two_faces_and_are_never_cut() -> None:
    card = replace(choice(1, 2), why="why " * 150, reflect="what if " * 20)
    faces = talk_faces(WIDE, card, WIDE.box.inset(100, 100))
    assert len(faces) == 2
    assert faces[0].question is not None
    assert not faces[0].question.overflow
    assert faces[1].why is not None


@pytest.mark.parametrize("high", [520.0, 600.0, 700.0])
def test_a_reason_that_is_long_for_a_far_row_goes_on_and_is_never_cut(high: float) -> None:
    """Every word of it, in order, on faces that are about as full as one another."""
    wall = Wall((1024, 768), DAYLIGHT, 1.69)
    card = replace(
        choice(1, 2), why=" ".join(f"word{n}" for n in range(60)), source="S. Omeone", year=1990
    )
    _first, *rest = talk_faces(wall, card, Box(0, 0, 1200, high))
    told = [face.why for face in rest if face.why is not None]
    assert len(told) == len(rest) > 1
    assert " ".join(line for part in told for line in part.lines) == card.why
    assert not any(part.overflow for part in told)
    area = rest[0].why_box
    source = fit(wall, rest[-1].source, area.w - 80, size=wall.S, leading=1.2).height
    room = area.h - 36 - wall.M * 1.3
    assert all(part.height <= room + 1 for part in told[:-1])
    assert told[-1].height <= room - source + 1
    assert [face.source for face in rest[:-1]] == [""] * (len(rest) - 1)


def test_what_it_brought_has_a_line_for_everybody_with_a_part() -> None:
    state = moment("talk-dilemma")
    assert state.card is not None
    lines = brought(state, state.card, stage_of(state))
    assert [(line.label, line.bell, line.points) for line in lines] == [
        ("A", False, 2),
        ("B", True, 1),
    ]
    assert [line.best for line in lines] == [False, True]


def test_wrong_and_right_bells_are_told_with_their_points() -> None:
    state = moment("talk-bell")
    assert state.card is not None
    lines = brought(state, state.card, stage_of(state))
    assert {line.points for line in lines} == {2, -1}
    assert all(line.bell for line in lines)


def test_an_insight_can_be_noted() -> None:
    scene, look = RevealScene(), look_of(moment("talk-dilemma"))
    note = next(s for s in scene.hotspots(look) if s.name == "Note an insight")
    outcome = note.activate()
    assert isinstance(outcome, Push)
    assert isinstance(outcome.screen, InsightEditor)
