"""Who wins: most happy customers; and awards, so that more than one team can be proud."""

from __future__ import annotations

import pytest

from game.rules.actions import LockAnswer
from game.rules.scoring import AwardKind, awards, podium_awards, standings
from game.rules.state import State
from tests.rules.pieces import dilemma
from tests.rules.table import game, on_card, play, ring, with_team


def scores(*points: int) -> State:
    state = game(len(points))
    for team, score in enumerate(points):
        state = with_team(state, team, customers=score)
    return state


@pytest.mark.parametrize(
    ("points", "places"),
    [
        ((7, 5, 5, 3), [(1, 0), (2, 1), (2, 2), (4, 3)]),
        ((3, 5, 5, 7), [(1, 3), (2, 1), (2, 2), (4, 0)]),
        ((4, 4), [(1, 0), (1, 1)]),
        ((0, 2, 2), [(1, 1), (1, 2), (3, 0)]),
    ],
)
def test_most_happy_customers_win_and_equal_scores_share_the_place(
    points: tuple[int, ...], places: list[tuple[int, int]]
) -> None:
    assert [(s.place, s.team.id) for s in standings(scores(*points).teams)] == places


def test_awards_go_to_whoever_has_most_of_something() -> None:
    state = scores(0, 0, 0, 0)
    state = with_team(state, 0, views_won=2, meters=(("connection", 3), ("progress", 1)))
    state = with_team(state, 1, meters=(("connection", 1), ("progress", 5)), bells_won=1)
    state = with_team(state, 2, agreed=4, views_won=2)
    assert {award.kind: (award.teams, award.value) for award in awards(state)} == {
        AwardKind.OTHER_EYES: ((0, 2), 2),
        AwardKind.CONNECTOR: ((0,), 3),
        AwardKind.MOVER: ((1,), 5),
        AwardKind.CONSENSUS: ((2,), 4),
        AwardKind.BELL: ((1,), 1),
    }


def test_nobody_has_an_award_for_nothing_and_a_ruleset_may_turn_them_off() -> None:
    state = with_team(scores(4, 2), 0, meters=(("connection", -1),))
    assert awards(state) == ()
    assert awards(with_team(game(2, awards=False), 0, views_won=2)) == ()


def test_no_award_is_given_twice() -> None:
    state = with_team(scores(4, 2), 1, bells_won=1)
    assert [award.kind for award in podium_awards(state)] == [AwardKind.BELL]


def test_more_than_one_team_has_something_to_be_proud_of() -> None:
    state = scores(0, 0, 0)
    state = with_team(
        state, 0, views_won=3, agreed=3, bells_won=3, meters=(("connection", 3), ("progress", 1))
    )
    state = with_team(state, 1, meters=(("progress", 4),))
    state = with_team(state, 2, agreed=3)
    proud = {team for award in podium_awards(state) for team in award.teams}
    assert proud == {0, 1, 2}
    assert len(podium_awards(state)) == 3


def test_other_eyes_comes_from_views_that_won_at_the_table() -> None:
    state = play(on_card(dilemma("c", (0, 3))), LockAnswer(0, 0))
    state = play(ring(state, 2), LockAnswer(2, 1))
    assert (AwardKind.OTHER_EYES, (2,)) in [(a.kind, a.teams) for a in awards(state)]
