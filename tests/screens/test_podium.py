"""The podium: places shared, awards for more than one, and an end to the rain."""

from __future__ import annotations

from typing import Any

import pytest

from game.rules.actions import Next
from game.rules.events import PodiumShown
from game.rules.scoring import Award, AwardKind, podium_awards
from game.rules.state import Over, Podium, State, evolve
from game.screens.kit.wall import Wall
from game.screens.scenes.podium import (
    PodiumScene,
    award_boxes,
    page_count,
    podium_room,
)
from game.screens.scenes.ranking import together
from game.screens.scenes.steps import RAIN_MS, blocks, groups
from game.screens.scenes.words import number_word
from game.screens.screen import Do, Stay
from game.session.telling.awards import award_line, award_name
from tests.screens.inside import (
    LONG,
    check_frame,
    later,
    play,
    ready,
    scored,
    seen,
    settle,
    shown,
)
from tests.screens.outside import (
    WALLS,
    check_places,
    draw,
    every_wall_in_its_language,
    picture,
    speak,
)

WIDE = Wall((1920, 1080))
EQUAL = (9,) * 8
SCORES = [(9, 7, 5), (9, 9, 5), (9, 5, 5, 5), (9, 7, 5, 5, 5, 5, 5, 5), EQUAL, (18, 16, 16, 15)]


def podium(*scores: int, awards: bool = True, **setup: Any) -> State:
    state = scored(ready(len(scores), **setup), *scores)
    if awards:
        proud = (
            evolve(team, views_won=3 if i == 0 else 1, bells_won=int(i == 1),
                   meters=(("connection", 5 if i == 1 else 1), ("progress", i)))
            for i, team in enumerate(state.teams)
        )  # fmt: skip
        state = evolve(state, teams=tuple(proud))
    return evolve(state, stage=Podium())


@every_wall_in_its_language
def test_every_podium_fits_every_wall(
    wall: Wall, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(language)
    for state in (
        podium(9, 7, 5, language=language),
        podium(*EQUAL, language=language, names=LONG),
        podium(3, 4, 5, 6, 7, language=language, winning=False),
    ):
        scene, look = PodiumScene(), seen(state, wall)
        words = ""
        while True:
            drawn = draw(scene, look, monkeypatch)
            assert drawn.overflowing() == []
            check_places(scene, look)
            words += drawn.words + "\n"
            if not isinstance(scene.on_next(look), Stay):
                break
        for award in podium_awards(state):
            assert award_name(award.kind).split()[0] in words


@pytest.mark.parametrize("scores", SCORES)
def test_blocks_stand_on_the_wall_and_beside_one_another(scores: tuple[int, ...]) -> None:
    state = podium(*scores)
    for wall in WALLS:
        room = podium_room(wall, state)
        found = blocks(wall, state, room)
        for block in found:
            assert block.box.x >= room.x - 0.5
            assert block.box.right <= room.right + 0.5
            assert block.box.bottom > wall.height
            assert block.box.y - block.pawn >= room.y - 24
        if all(block.column for block in found):
            for i, one in enumerate(found):
                assert not any(one.box.meets(other.box) for other in found[i + 1 :])


@pytest.mark.parametrize("scores", SCORES)
def test_the_better_the_place_the_higher_the_block(scores: tuple[int, ...]) -> None:
    state = podium(*scores)
    for wall in WALLS:
        found = blocks(wall, state, podium_room(wall, state))
        for one in found:
            for other in found:
                if one.place < other.place:
                    assert one.box.y < other.box.y
                    assert one.order > other.order


def test_three_places_are_shown_however_many_share_them() -> None:
    def on(*scores: int) -> list[tuple[str, int]]:
        state = podium(*scores)
        found = blocks(WIDE, state, podium_room(WIDE, state))
        ordered = sorted(found, key=lambda block: block.box.x)
        return [(team.name, block.place) for block in ordered for team in block.teams]

    assert on(16, 18, 16, 9) == [("Orange", 2), ("Sky", 1), ("Green", 2)]
    assert on(9, 9, 5, 2) == [("Green", 3), ("Orange", 1), ("Sky", 1)]
    assert on(9, 4) == [("Sky", 2), ("Orange", 1)]
    assert on(7) == [("Orange", 1)]
    assert len(on(9, 7, 5, 5, 5)) == 5


def test_where_all_are_equal_everybody_stands_on_one_step() -> None:
    state = podium(*EQUAL)
    (block,) = blocks(WIDE, state, podium_room(WIDE, state))
    assert (block.teams, block.place) == (state.teams, 1)
    room = podium_room(Wall((1024, 768)), state)
    tiers = blocks(Wall((1024, 768)), state, room)
    assert [team for tier in tiers for team in tier.teams] == list(state.teams)
    assert {tier.order for tier in tiers} == {0}


def test_where_nobody_is_to_win_there_is_no_place_and_no_score(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state = podium(31, 42, 53, winning=False)
    (block,) = blocks(WIDE, state, podium_room(WIDE, state))
    assert block.place == 0
    words = draw(PodiumScene(), seen(state, WIDE), monkeypatch).words
    assert "126 happy customers, together" in words
    assert not any(number in words.split() for number in ("31", "42", "53"))


def test_teams_that_left_count_in_the_total() -> None:
    state = podium(3, 4)
    gone = evolve(state, teams=state.teams[:1], left=state.teams[1:])
    assert together(gone) == together(state) == "7 happy customers, together"


def test_awards_stand_beside_the_podium_or_on_their_own_page() -> None:
    near = podium(9, 7, 5)
    assert page_count(WIDE, near) == 1
    for wall in (Wall((1024, 768)), Wall((1080, 1920)), Wall((1920, 1080), seat=1.69)):
        assert page_count(wall, near) == 2
    assert page_count(WIDE, podium(*EQUAL)) == 2
    assert page_count(Wall((1024, 768)), podium(9, 7, 5, awards=False)) == 1
    for wall in WALLS:
        boxes = award_boxes(wall, near, 3)
        assert boxes[-1].bottom <= wall.height
        assert not boxes[0].meets(boxes[1])


def test_every_award_says_what_for() -> None:
    for kind in AwardKind:
        assert award_name(kind)
        assert award_line(Award(kind, (0,), 3), number_word)
    assert award_line(Award(AwardKind.OTHER_EYES, (0,), 3), number_word) == "three views that won"
    assert award_line(Award(AwardKind.OTHER_EYES, (0,), 1), number_word) == "one view that won"
    assert award_line(Award(AwardKind.BELL, (0,), 1), number_word) == "one bell answered rightly"


def rising(*scores: int) -> tuple[PodiumScene, State]:
    state = podium(*scores)
    scene = PodiumScene()
    scene.hear((PodiumShown(),), state, seen(state, Wall((960, 540))))
    return scene, state


@pytest.mark.parametrize(("scores", "steps"), [((9, 7, 5), 3), ((9, 7, 7), 2), ((4, 4, 4), 1)])
def test_blocks_rise_from_the_last_to_the_first_then_it_rains_three_seconds(
    scores: tuple[int, ...], steps: int
) -> None:
    scene, state = rising(*scores)
    look = seen(state, Wall((960, 540)))
    found = blocks(look.wall, state, podium_room(look.wall, state))
    assert groups(found) == steps
    ends = settle(scene, look)
    assert ends == pytest.approx(220 + steps * 600 + RAIN_MS, abs=10)
    assert check_frame(scene, later(look, ends - 1500))
    rested = later(look, ends + 1)
    assert not check_frame(scene, rested), "nothing is drawn once it is over"
    assert shown(scene, rested) == shown(PodiumScene(), rested)


def test_no_frame_draws_beside_what_it_tells() -> None:
    scene, state = rising(9, 7, 7, 2)
    look = seen(state, Wall((960, 540)))
    for ms in (280, 400, 620, 700, 1200, 1500, 2500, 4300):
        check_frame(scene, later(look, ms))


def test_the_last_face_has_fallen_when_the_rain_ends() -> None:
    scene, state = rising(9, 7, 5)
    look = seen(state, Wall((960, 540)))
    ends = settle(scene, look)
    assert not check_frame(scene, later(look, ends - 20))


def test_next_in_the_rain_ends_it() -> None:
    scene, state = rising(9, 7, 5)
    look = later(seen(state, Wall((960, 540))), 900)
    scene.finish(look)
    assert not scene.moving(look)
    assert shown(scene, look) == shown(PodiumScene(), look)


def test_reduced_motion_shows_the_end() -> None:
    state = podium(9, 7, 5)
    scene, look = PodiumScene(), seen(state, Wall((640, 360), reduced_motion=True))
    scene.hear((PodiumShown(),), state, look)
    assert not scene.moving(look)


def test_next_alone_leaves_it_after_the_awards() -> None:
    state = podium(9, 7, 5)
    scene, look = PodiumScene(), seen(state, Wall((1024, 768)))
    before, key = picture(scene, look), scene.key(look)
    assert scene.hotspots(look)[0].activate() == Stay()
    assert scene.key(look) != key
    assert picture(scene, look) != before
    assert scene.hotspots(look)[0].activate() == Do(Next())
    assert scene.on_previous(look) == Stay()
    assert isinstance(play(state, Next()).stage, Over)
