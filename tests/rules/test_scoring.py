"""What answers are worth, who stands where, and awards."""

from __future__ import annotations

from itertools import permutations

import pytest

from game.rules.cards import Bands, ChoiceCard, Option
from game.rules.scoring import (
    AwardKind,
    answer_meters,
    answer_points,
    awards,
    camps,
    closest,
    estimate_points,
    leaders,
    median,
    order_points,
    outside_largest,
    podium_awards,
    standings,
    trailers,
)
from game.rules.state import COLOURS, State, Team
from tests.rules.pieces import dilemma, estimate, open_card, quiz
from tests.rules.table import NAMES, game, with_team

ABSOLUTE = Bands(relative=False, widths=(3, 8, 15))
RELATIVE = Bands(relative=True, widths=(10, 25, 50))


@pytest.mark.parametrize(
    ("guess", "points"),
    [
        (80, 3),
        (77, 3),
        (83, 3),
        (76.9, 2),
        (83.1, 2),
        (72, 2),
        (88, 2),
        (71, 1),
        (65, 1),
        (95, 1),
        (64.9, 0),
        (95.1, 0),
        (0, 0),
        (-80, 0),
    ],
)
def test_absolute_bands_pay_three_two_one_with_their_ends(guess: float, points: int) -> None:
    assert estimate_points(80, ABSOLUTE, guess) == points


@pytest.mark.parametrize(
    ("answer", "guess", "points"),
    [
        (80, 72, 3),
        (80, 88, 3),
        (80, 71.9, 2),
        (80, 60, 2),
        (80, 100, 2),
        (80, 40, 1),
        (80, 120, 1),
        (80, 39, 0),
        (80, 121, 0),
        (0.3, 0.33, 3),
        (0.3, 0.27, 3),
        (1100, 1210, 3),
        (-50, -55, 3),
        (-50, -62.5, 2),
        (-50, 50, 0),
        (0, 0, 3),
        (0, 0.1, 0),
    ],
)
def test_relative_bands_are_per_cent_of_the_answer(
    answer: float, guess: float, points: int
) -> None:
    assert estimate_points(answer, RELATIVE, guess) == points


@pytest.mark.parametrize(
    ("given", "points"),
    [
        ((0, 1, 2, 3), 3),  # 6 of 6
        ((1, 0, 2, 3), 2),  # 5 of 6, over four fifths
        ((1, 0, 3, 2), 1),  # 4 of 6, over three fifths
        ((1, 2, 0, 3), 1),
        ((2, 0, 3, 1), 0),  # 3 of 6
        ((3, 2, 1, 0), 0),
    ],
)
def test_order_pays_by_pairs_in_the_right_order(given: tuple[int, ...], points: int) -> None:
    assert order_points([0, 1, 2, 3], given) == points


def test_exactly_four_and_three_fifths_of_the_pairs_are_enough() -> None:
    ranks = [0, 1, 2, 3, 4]  # 10 pairs
    by_right = {
        right: order_points(ranks, given)
        for given in permutations(range(5))
        for right in [sum(a < b for i, a in enumerate(given) for b in given[i + 1 :])]
    }
    assert by_right == {10: 3, 9: 2, 8: 2, 7: 1, 6: 1, 5: 0, 4: 0, 3: 0, 2: 0, 1: 0, 0: 0}


def test_items_of_equal_rank_are_not_counted() -> None:
    assert order_points([0, 1, 1, 2], (0, 2, 1, 3)) == 3
    # 5 pairs count: 4 right are four fifths, 3 are three.
    assert order_points([0, 1, 1, 2], (2, 0, 1, 3)) == 2
    assert order_points([0, 1, 1, 2], (2, 1, 0, 3)) == 1
    assert order_points([0, 1, 1, 2], (3, 0, 1, 2)) == 0
    assert order_points([0, 1, 1, 2], (1, 2, 3, 0)) == 0


def test_items_that_are_all_equal_are_always_in_order() -> None:
    assert order_points([0, 0, 0], (2, 0, 1)) == 3


def test_a_quizs_key_pays_three_and_the_rest_nothing() -> None:
    assert [answer_points(quiz("q", key=2), option) for option in range(3)] == [0, 0, 3]


def test_a_dilemma_grades_each_option() -> None:
    assert [answer_points(dilemma("d", (2, 0, 3, 1)), i) for i in range(4)] == [2, 0, 3, 1]


def test_kinds_that_are_judged_pay_nothing_by_themselves() -> None:
    assert answer_points(open_card("o"), 2) == 0


def test_meters_of_an_option_go_with_the_option_whatever_it_pays() -> None:
    card = ChoiceCard(
        id="c",
        category="x",
        title="",
        prompt="",
        options=(
            Option(text="a", points=0, meters=(("connection", -2),)),
            Option(text="b", points=3),
        ),
    )
    assert answer_meters(card, 0, 0) == (("connection", -2),)
    assert answer_meters(card, 1, 3) == ()
    assert answer_meters(card, None, 2) == ()


def test_meters_of_a_card_go_to_those_who_earned_a_point() -> None:
    card = open_card("o")
    assert answer_meters(card, None, 1) == (("connection", 1),)
    assert answer_meters(card, None, 0) == ()


def test_closest_is_each_of_those_tied_inside_a_band() -> None:
    card = estimate("e", answer=80)
    assert closest(card, [(0, 70), (1, 84), (2, 76)]) == (1, 2)
    assert closest(card, [(0, 80), (1, 84)]) == (0,)
    assert closest(card, [(0, 30), (1, 20)]) == ()
    assert closest(card, []) == ()


@pytest.mark.parametrize(
    ("votes", "middle"),
    [
        ([], 0),
        ([2], 2),
        ([0, 3], 2),
        ([1, 2], 2),
        ([2, 3], 3),
        ([0, 1, 3], 1),
        ([3, 0, 0], 0),
        ([3, 3, 0, 0], 2),
        ([1, 1, 2, 2], 2),
        ([-3, 0], -1),
        ([-1, -2], -1),
    ],
)
def test_the_median_is_rounded_up_at_a_half(votes: list[int], middle: int) -> None:
    assert median(votes) == middle


def teams(*scores: int) -> tuple[Team, ...]:
    return tuple(
        Team(id=i, name=NAMES[i], colour=COLOURS[i], customers=score)
        for i, score in enumerate(scores)
    )


def test_equal_scores_share_the_place() -> None:
    assert [(one.place, one.team.id) for one in standings(teams(4, 9, 4, 7, 1))] == [
        (1, 1),
        (2, 3),
        (3, 0),
        (3, 2),
        (5, 4),
    ]


def test_leader_and_last_are_all_who_share_the_place() -> None:
    assert leaders(teams(4, 9, 9, 1)) == (1, 2)
    assert trailers(teams(4, 0, 9, 0)) == (1, 3)


def test_nobody_leads_or_is_last_while_all_are_equal() -> None:
    assert leaders(teams(3, 3, 3)) == trailers(teams(3, 3, 3)) == ()
    assert leaders(teams(3)) == trailers(teams(3)) == ()


def test_camps_are_teams_that_share_an_answer_the_largest_first() -> None:
    assert camps([(0, 2), (1, 0), (2, 2), (3, 1)]) == [(2, (0, 2)), (0, (1,)), (1, (3,))]


@pytest.mark.parametrize(
    ("answers", "may"),
    [
        ([(0, 1), (1, 1), (2, 0)], (2,)),
        ([(0, 1), (1, 1), (2, 0), (3, 2)], (2, 3)),
        ([(0, 1), (1, 0)], (0, 1)),  # no camp is the largest
        ([(0, 1), (1, 1), (2, 0), (3, 0), (4, 2)], (0, 1, 2, 3, 4)),
        ([(0, 1), (1, 1)], ()),  # of one mind
        ([(0, 1)], ()),
        ([], ()),
    ],
)
def test_teams_outside_the_largest_camp(
    answers: list[tuple[int, int]], may: tuple[int, ...]
) -> None:
    assert outside_largest(answers) == may


def proud(**fields: tuple[int, ...]) -> State:
    """Three teams with these counts each."""
    state = game(3)
    for field, values in fields.items():
        for team, value in enumerate(values):
            if field in ("connection", "progress"):
                old = dict(state.teams[team].meters)
                state = with_team(state, team, meters=tuple(sorted({**old, field: value}.items())))
            else:
                state = with_team(state, team, **{field: value})
    return state


def test_awards_go_to_all_who_share_the_most() -> None:
    state = proud(
        views_won=(1, 0, 1),
        connection=(2, 5, 1),
        progress=(0, -1, 0),
        agreed=(0, 0, 4),
        bells_won=(0, 0, 0),
    )
    assert [(award.kind, award.teams, award.value) for award in awards(state)] == [
        (AwardKind.OTHER_EYES, (0, 2), 1),
        (AwardKind.CONNECTOR, (1,), 5),
        (AwardKind.CONSENSUS, (2,), 4),
    ]


def test_nobody_is_awarded_for_nothing() -> None:
    assert awards(game(3)) == ()


def test_awards_can_be_switched_off() -> None:
    state = proud(views_won=(1, 0, 0))
    assert awards(state)
    assert awards(game(3, awards=False)) == ()


def test_the_podium_lets_more_than_one_team_be_proud() -> None:
    state = proud(
        views_won=(3, 0, 0),
        connection=(4, 0, 0),
        progress=(5, 0, 0),
        agreed=(0, 2, 0),
        bells_won=(0, 0, 1),
    )
    chosen = podium_awards(state)
    assert len({award.kind for award in chosen}) == len(chosen) == 3
    assert {team for award in chosen for team in award.teams} == {0, 1, 2}
    assert len(podium_awards(state, most=1)) == 1
    # Nobody gets the same one twice, however few there are.
    assert podium_awards(proud(views_won=(1, 0, 0))) == awards(proud(views_won=(1, 0, 0)))
