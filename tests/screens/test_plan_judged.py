"""A plan that is judged: all of it is read, and the button to change it stands below it."""

from __future__ import annotations

import pytest

from game.rules.cards import CommitCard
from game.screens.kit.wall import SEATS, Box, Wall
from game.screens.scenes.judge import JudgeScene
from game.screens.scenes.judgepaint import judged_body
from game.screens.scenes.judgeplaces import FEW, judge_places
from game.screens.scenes.judgeplan import plan_buttons
from game.screens.scenes.showing import plan_to_read
from tests.screens.cardtable import look_of, planned, stage_of
from tests.screens.outside import OLD, TOTEM, WIDE, draw, speak

TOTEM_FAR = Wall(TOTEM, seat=SEATS[-1])


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("teams", [2, FEW, 8])
@pytest.mark.parametrize(
    "wall", [Wall(size, seat=seat) for size in (OLD, WIDE, TOTEM) for seat in SEATS]
)
def test_the_whole_plan_stands_above_the_button_that_changes_it(
    wall: Wall, teams: int, language: str
) -> None:
    speak(language)
    state = planned(teams=teams, language=language)
    card = state.card
    assert isinstance(card, CommitCard)
    spots = judge_places(wall, teams, 0, view=False, plan=True)
    edit = plan_buttons(wall, spots)[0]
    body = judged_body(wall, spots)
    right = 104 if wall.is_tight else 0  # what it won stands there
    room = Box(body.x + 36, body.y + 18, body.w - 72 - right, edit.y - body.y - 40)
    form = plan_to_read(wall, stage_of(state).plan, room, example=card.example)
    assert not form.overflow
    assert form.box.bottom <= edit.y - 8


def test_a_plan_that_takes_the_strips_room_has_no_plates_to_point_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    speak("en")
    for teams in (FEW, 8):
        state = planned(teams=teams)
        look = look_of(state, TOTEM_FAR)
        scene = JudgeScene()
        shown = len(scene.plates(look)) if teams == FEW else 1
        words = draw(scene, look, monkeypatch).words
        assert len(scene.plates(look)) == (teams if teams == FEW else 0)
        assert sum(team.name in words for team in state.teams) == shown


@pytest.mark.parametrize(
    "wall", [Wall(size, seat=seat) for size in (WIDE, TOTEM) for seat in SEATS]
)
def test_what_a_plan_has_is_told_in_one_size(wall: Wall, monkeypatch: pytest.MonkeyPatch) -> None:
    speak("nl")
    found = draw(JudgeScene(), look_of(planned(teams=8, language="nl"), wall), monkeypatch)
    told = ("een moment en een actie", "door wie en wanneer", "maandag te zien")
    sizes = {t.px for t in found.texts if " ".join(t.lines) in told}
    assert len(sizes) == 1
