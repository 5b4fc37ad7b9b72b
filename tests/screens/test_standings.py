"""The standings: who stands where, what came since, and what is to come."""

from __future__ import annotations

import pytest

from game.rules.actions import Next
from game.rules.events import StandingsShown
from game.rules.state import Gain, Record, Standings, State, Why, evolve
from game.screens.kit.theme import STAGE
from game.screens.kit.wall import Wall
from game.screens.scenes.ranking import earlier_order, earlier_scores, lines, note, title, to_go
from game.screens.scenes.standings import StandingsScene
from game.screens.screen import Do, Look, Stay
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
from tests.screens.outside import check_places, draw, every_wall_in_its_language, picture, speak


def after(
    state: State, number: int, gains: dict[int, int] | None = None, *, final: bool = False
) -> State:
    """Standings after this round, in which teams won that much."""
    won = tuple(
        Gain(team=team, asked=n, applied=n, why=Why.ANSWER) for team, n in (gains or {}).items()
    )
    record = Record(card="c", round=number, team=0, answers=(), before=(), gains=won, viewer=None)
    return evolve(state, round=number, records=(record,), stage=Standings(final=final))


@every_wall_in_its_language
def test_all_rows_can_be_read_on_every_wall(
    wall: Wall, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(language)
    many = scored(ready(8, language=language, together=True, names=LONG), 18, 16, 16, 15, 140, 0)
    few = scored(ready(2, language=language, winning=False), 3, 9)
    for state in (after(many, 4), after(few, 2), after(many, 12, final=True)):
        scene, look = StandingsScene(), seen(state, wall)
        words = ""
        while True:
            drawn = draw(scene, look, monkeypatch)
            assert drawn.overflowing() == []
            check_places(scene, look)
            words += drawn.words.replace("\n", " ") + " "
            if not isinstance(scene.on_next(look), Stay):
                break
        for team in state.teams:
            assert team.name.split()[0][:8] in words


def test_equal_scores_share_a_place() -> None:
    table = lines(after(scored(ready(4), 9, 18, 9, 3), 2))
    assert [(line.place, line.team.name) for line in table] == [
        (1, "Sky"), (2, "Orange"), (2, "Green"), (4, "Yellow"),
    ]  # fmt: skip


def test_where_nobody_is_to_win_there_are_no_places(monkeypatch: pytest.MonkeyPatch) -> None:
    state = after(scored(ready(3, winning=False), 1, 18, 9), 2)
    assert [(line.place, line.team.name) for line in lines(state)] == [
        (0, "Orange"), (0, "Sky"), (0, "Green"),
    ]  # fmt: skip
    drawn = draw(StandingsScene(), seen(state, Wall((1920, 1080))), monkeypatch)
    assert "28 happy customers, together" in drawn.words


def test_earlier_scores_are_those_of_the_standings_before() -> None:
    state = scored(ready(3), 9, 8, 2)
    assert earlier_scores(after(state, 2, {0: 6, 1: 1})) == {0: 3, 1: 7, 2: 2}
    assert earlier_order(after(state, 2, {0: 6, 1: 1})) == [1, 0, 2]
    every_other = evolve(state, rules=evolve(state.rules, standings_every=2))
    old = evolve(after(every_other, 2, {0: 6}), round=4)
    assert earlier_scores(old) == {0: 9, 1: 8, 2: 2}
    assert earlier_scores(evolve(old, round=2)) == {0: 3, 1: 8, 2: 2}
    never = evolve(state, rules=evolve(state.rules, standings_every=0))
    assert earlier_scores(after(never, 6, {0: 20}, final=True))[0] == 0


def test_titles_and_what_is_to_come() -> None:
    state = scored(ready(3, rounds=6), 1)
    assert title(after(state, 3)) == "After round 3"
    assert note(after(state, 2), 0) == "Four rounds to go"
    assert note(after(state, 5), 0) == "The last round comes now"
    together = scored(ready(8, together=True, rounds=12), 1)
    assert title(after(together, 8)) == "After card 8"
    assert note(after(together, 8), 0) == "Four cards to go"
    assert note(after(together, 11), 0) == "The last card comes now"
    assert title(after(state, 6, final=True)) == "Final standings"
    assert note(after(state, 6, final=True), 0) == "1 happy customer, together"


def test_rounds_to_go_follow_the_pace_of_this_session() -> None:
    state = after(ready(3, rounds=6, play_ms=36 * 60_000), 2)
    assert to_go(state, 12 * 60_000) == 4
    assert to_go(state, 18 * 60_000) == 2
    assert to_go(state, 30 * 60_000) == 1
    assert to_go(state, 90 * 60_000) == 1


def sliding(wall: Wall | None = None) -> tuple[StandingsScene, Look]:
    state = after(scored(ready(4), 9, 8, 2, 5), 2, {0: 6, 3: 4})
    scene, look = StandingsScene(), seen(state, wall or Wall((960, 540)))
    scene.hear((StandingsShown(False),), state, look)
    return scene, look


def test_rows_slide_and_then_customers_come() -> None:
    scene, look = sliding()
    assert settle(scene, look) == pytest.approx(220 + 400 + 300, abs=10)
    frames = [shown(scene, later(look, ms)) for ms in (0, 240, 420, 640, 760)]
    assert len(set(frames)) >= 4
    rested = later(look, 2000)
    assert shown(scene, rested) == shown(StandingsScene(), rested)


@pytest.mark.parametrize("wall", [Wall((960, 540)), Wall((640, 800), STAGE)])
def test_no_frame_draws_beside_what_it_tells(wall: Wall) -> None:
    scene, look = sliding(wall)
    shown(scene, look)
    for ms in (230, 400, 600, 700, 900):
        assert check_frame(scene, later(look, ms))


def test_nothing_moves_where_nothing_changed() -> None:
    state = after(scored(ready(3), 9, 8, 2), 2)
    scene, look = StandingsScene(), seen(state)
    scene.hear((StandingsShown(False),), state, look)
    assert not scene.moving(look)
    assert picture(scene, look) == picture(StandingsScene(), look)


def test_next_in_mid_motion_shows_the_end() -> None:
    scene, look = sliding()
    scene.finish(later(look, 300))
    middle = later(look, 300)
    assert not scene.moving(middle)
    assert shown(scene, middle) == shown(StandingsScene(), middle)


def test_reduced_motion_shows_the_end() -> None:
    state = after(scored(ready(4), 9, 8, 2, 5), 2, {0: 6, 3: 4})
    scene, look = StandingsScene(), seen(state, Wall((640, 360), reduced_motion=True))
    scene.hear((StandingsShown(False),), state, look)
    assert not scene.moving(look)


def test_a_far_row_turns_pages() -> None:
    state = after(scored(ready(8, names=LONG), 9, 8, 2, 5), 2)
    scene, look = StandingsScene(), seen(state, Wall((1024, 768), seat=1.69))
    first, key = picture(scene, look), scene.key(look)
    assert scene.on_next(look) == Stay()
    assert scene.key(look) != key
    assert picture(scene, look) != first
    assert scene.on_next(look) is None
    assert scene.on_previous(look) == Stay()
    assert scene.on_previous(look) is None


def test_next_alone_begins_the_next_round() -> None:
    state = after(scored(ready(3), 1), 2)
    scene, look = StandingsScene(), seen(state)
    assert scene.on_next(look) is None
    assert scene.hotspots(look)[0].activate() == Do(Next())
    assert play(state, Next()).round == 3


@pytest.mark.parametrize("final", [False, True])
@pytest.mark.parametrize("winning", [True, False])
def test_hidden_scores_are_told_by_nothing(
    final: bool, winning: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Scores can be hidden while the standings are on the wall: then two games look the same."""

    def hidden(*scores: int) -> State:
        state = after(scored(ready(4, winning=winning), *scores), 2, {0: 6, 3: 4}, final=final)
        return evolve(state, rules=evolve(state.rules, hide_scores=True))

    one, other = hidden(9, 8, 2, 5), hidden(16, 17, 25, 41)
    assert [line.team.name for line in lines(one)] == ["Orange", "Sky", "Green", "Yellow"]
    assert earlier_order(one) == [0, 1, 2, 3]
    words = draw(StandingsScene(), seen(one), monkeypatch).words
    assert not any(char.isdigit() for char in words.replace(title(one), ""))
    assert all(team.name in words for team in one.teams)
    assert picture(StandingsScene(), seen(one)) == picture(StandingsScene(), seen(other))
    scene = StandingsScene()
    scene.hear((StandingsShown(final),), one, seen(one))
    assert not scene.moving(seen(one))


def test_scores_that_are_hidden_while_faces_come_are_gone_at_once() -> None:
    scene, look = sliding()
    shown(scene, later(look, 700))
    state = look.game
    hidden = seen(evolve(state, rules=evolve(state.rules, hide_scores=True)), look.wall, version=2)
    still = shown(StandingsScene(), hidden)
    assert shown(scene, later(hidden, 700)) == still
    assert shown(scene, later(hidden, 2000)) == still
