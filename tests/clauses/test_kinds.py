"""The kinds of cards, and what each is scored by."""

from __future__ import annotations

import pytest

from game.rules.actions import Judge, LockAnswer, Next, SetAnswer, Vote, WritePlan
from game.rules.cards import Bands, Card, EstimateCard, Judging, Play
from game.rules.events import Judged
from game.rules.ruleset import Turns
from game.rules.scoring import estimate_points, order_points
from game.rules.state import Answer, IfThen, State, Step, Why
from tests.clauses.asides import judging
from tests.rules.pieces import commit, dilemma, estimate, open_card, order, quiz
from tests.rules.table import (
    answered,
    customers,
    each,
    happens,
    on_card,
    play,
    refused,
    stage,
    to_step,
)

FULL = IfThen(cue="a customer waits", action="I say how long", who="Ann", by_when="Monday")


def test_a_quiz_pays_three_for_its_key_and_nothing_else() -> None:
    card = quiz("q", key=1, play=Play.TURN)
    assert [customers(answered(on_card(card), choice))[0] for choice in range(3)] == [0, 3, 0]


def test_a_dilemma_grades_each_option() -> None:
    card = dilemma("c", (0, 1, 2, 3))
    assert [customers(answered(on_card(card), choice))[0] for choice in range(4)] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("guess", "points"),
    [
        (80, 3),
        (83, 3),
        (77, 3),
        (83.1, 2),
        (76.9, 2),
        (88, 2),
        (72, 2),
        (88.1, 1),
        (71.9, 1),
        (95, 1),
        (65, 1),
        (95.1, 0),
        (64.9, 0),
    ],
)
def test_absolute_bands_pay_three_two_one_their_ends_included(guess: float, points: int) -> None:
    card = estimate("e", answer=80, widths=(3, 8, 15))
    assert customers(answered(on_card(card), guess))[0] == points


@pytest.mark.parametrize(
    ("guess", "points"),
    [
        (220, 3),
        (180, 3),
        (221, 2),
        (179, 2),
        (250, 2),
        (150, 2),
        (251, 1),
        (300, 1),
        (100, 1),
        (301, 0),
        (99, 0),
    ],
)
def test_relative_bands_are_per_cent_of_the_answer_their_ends_included(
    guess: float, points: int
) -> None:
    card = estimate("e", answer=200, relative=True, widths=(10, 25, 50))
    assert customers(answered(on_card(card), guess))[0] == points


@pytest.mark.parametrize(
    ("answer", "high", "low"),
    [
        (0.07, 0.077, 0.063),
        (0.3, 0.33, 0.27),
        (1.1, 1.21, 0.99),
        (3.3, 3.63, 2.97),
        (2_900_000, 3_190_000, 2_610_000),
        (-40, -36, -44),
    ],
)
def test_the_ends_of_relative_bands_do_not_suffer_from_rounding(
    answer: float, high: float, low: float
) -> None:
    bands = Bands(relative=True, widths=(10, 25, 50))
    assert estimate_points(answer, bands, high) == 3
    assert estimate_points(answer, bands, low) == 3


def everyone(*guesses: Answer | None, card: EstimateCard | None = None) -> State:
    """The revealed estimate of 80 % with these guesses, one a team."""
    card = card or estimate("e", answer=80, play=Play.EVERYONE)
    state = to_step(on_card(card, len(guesses)), Step.GRID)
    return answered(state, *guesses)


def test_with_everyone_the_closest_wins_one_more() -> None:
    assert customers(everyone(82, 83, 90)) == (4, 3, 1)
    assert customers(everyone(10, 95, 90)) == (0, 1, 2), "inside the widest band too"


def test_the_closest_are_all_who_tie_also_from_both_sides() -> None:
    assert customers(everyone(78, 82, 90)) == (4, 4, 1)


def test_the_closest_wins_nothing_outside_the_bands() -> None:
    assert customers(everyone(10, 20, 100)) == (0, 0, 0)


def test_a_team_alone_has_nobody_to_be_closer_than() -> None:
    assert customers(answered(on_card(estimate("e", answer=80)), 80))[0] == 3


def test_a_team_may_sit_out_for_nothing() -> None:
    state = everyone(80, None, 90)
    assert customers(state) == (4, 0, 1)
    assert [gain.team for gain in stage(state).gains if gain.why is Why.ANSWER] == [0, 2]


@pytest.mark.parametrize(
    ("order_", "points"),
    [
        ((0, 1, 2, 3, 4), 3),
        ((1, 0, 2, 3, 4), 2),  # 9 of 10 pairs
        ((1, 2, 0, 3, 4), 2),  # 8 of 10: exactly four fifths
        ((1, 2, 3, 0, 4), 1),  # 7 of 10
        ((1, 2, 3, 4, 0), 1),  # 6 of 10: exactly three fifths
        ((2, 1, 3, 4, 0), 0),  # 5 of 10
        ((4, 3, 2, 1, 0), 0),
    ],
)
def test_order_pays_for_pairs_in_the_right_order(order_: tuple[int, ...], points: int) -> None:
    card = order("o", (0, 1, 2, 3, 4))
    assert customers(answered(on_card(card), order_))[0] == points


def test_items_of_equal_rank_are_not_counted() -> None:
    ranks = (0, 1, 1, 2)
    assert order_points(ranks, (0, 2, 1, 3)) == 3
    # Of five pairs that count, four are right; were all six counted, five of six would be.
    assert order_points(ranks, (0, 1, 3, 2)) == 2
    # Two right of three, equal ones aside: three fifths, not the four fifths of five of six.
    assert order_points((0, 0, 0, 1), (3, 0, 1, 2)) == 0
    assert order_points((0, 0, 0, 1), (0, 1, 3, 2)) == 1
    assert order_points((0, 0, 0, 1), (2, 1, 0, 3)) == 3
    # Three right of four are three quarters: less than four fifths.
    assert order_points((0, 0, 1, 1), (0, 2, 1, 3)) == 1


@pytest.mark.parametrize("points", [0, 1, 2, 3])
def test_an_open_card_is_judged_by_the_facilitator(points: int) -> None:
    state = judging(Judging.FACILITATOR, 3)
    revealed = play(state, Judge(0, points), Next())
    assert customers(revealed) == (points, 0, 0)
    assert [gain.why for gain in stage(revealed).gains] == [Why.JUDGED]
    assert refused(state, Judge(0, 4)) == "out_of_bounds"
    assert refused(state, Vote(1, 2)) == "not_now"


@pytest.mark.parametrize(
    ("votes", "points"),
    [
        ((0, 3), 2),
        ((1, 2), 2),
        ((0, 1), 1),
        ((2, 2), 2),
        ((0, 0, 3), 0),
        ((3, 1, 3), 3),
        ((0, 1, 2, 3), 2),
        ((0, 0, 1, 3), 1),
    ],
)
def test_peers_vote_and_the_median_counts_half_rounded_up(
    votes: tuple[int, ...], points: int
) -> None:
    state = judging(Judging.PEERS, len(votes) + 1)
    for team, vote in enumerate(votes, start=1):
        state = play(state, Vote(team, vote))
    state, events = happens(state, Next())
    assert customers(state)[0] == points
    assert each(events, Judged) == [Judged(0, points)]


def test_a_peer_never_votes_for_its_own() -> None:
    assert refused(judging(Judging.PEERS, 3), Vote(0, 3)) == "not_this_team"


def test_a_peer_has_one_vote_that_may_be_changed() -> None:
    state = play(judging(Judging.PEERS, 3), Vote(1, 0), Vote(1, 3), Vote(2, 3))
    assert customers(play(state, Next()))[0] == 3


def test_missing_votes_do_not_count() -> None:
    state = play(judging(Judging.PEERS, 4), Vote(2, 3), Next(), Next())
    assert customers(state)[0] == 3
    nobody = play(judging(Judging.PEERS, 4), Next(), Next())
    assert (stage(nobody).step, customers(nobody)[0]) == (Step.REVEAL, 0)


@pytest.mark.parametrize("teams", [1, 2])
def test_with_two_teams_or_one_the_facilitator_judges(teams: int) -> None:
    state = judging(Judging.PEERS, teams)
    assert customers(play(state, Judge(0, 2), Next()))[0] == 2


def test_the_ruleset_says_who_judges_a_card_that_does_not() -> None:
    state = judging(None, 3, judge=Judging.PEERS)
    assert refused(state, Judge(0, 1)) == "not_now"
    assert stage(play(state, Vote(1, 2))).votes == ((1, 2),)
    assert stage(play(judging(None, 3), Judge(0, 1))).judged == 1


@pytest.mark.parametrize(
    ("plan", "monday", "points"),
    [
        (IfThen(), 1, 0),
        (IfThen(cue="a customer waits"), 1, 0),
        (IfThen(action="I call"), 1, 0),
        (IfThen(cue="a customer waits", action="I call"), 0, 1),
        (IfThen(cue="a customer waits", action="I call", who="Ann"), 0, 1),
        (IfThen(cue="a customer waits", action="I call", by_when="Monday"), 0, 1),
        (IfThen(cue="a customer waits", action="I call"), 1, 2),
        (FULL, 0, 2),
        (FULL, 1, 3),
    ],
)
def test_a_plan_pays_for_cue_and_action_for_whom_and_when_and_for_being_visible_on_monday(
    plan: IfThen, monday: int, points: int
) -> None:
    state = to_step(on_card(commit("c")), Step.JUDGE)
    state = play(state, WritePlan(0, plan), Judge(0, monday), Next())
    if not plan.points:
        state = play(state, Next())
    assert stage(state).step is Step.REVEAL
    assert customers(state) == (points, 0, 0)
    assert [gain.why for gain in stage(state).gains] == [Why.PLAN]


def test_a_plan_that_nobody_wrote_pays_nothing_even_if_it_was_judged() -> None:
    state = play(to_step(on_card(commit("c")), Step.JUDGE), Judge(0, 1), Next(), Next())
    assert stage(state).step is Step.REVEAL
    assert (customers(state), state.commitments) == ((0, 0, 0), ())


def test_a_plan_is_kept_as_a_commitment() -> None:
    state = to_step(on_card(commit("c")), Step.JUDGE)
    state = play(state, WritePlan(0, FULL), Judge(0, 1), Next())
    assert [(made.team, made.plan) for made in state.commitments] == [(0, FULL)]


@pytest.mark.parametrize("card", [open_card("o"), commit("c")], ids=["open", "commit"])
def test_open_and_commit_are_never_for_everyone(card: Card) -> None:
    state = on_card(card, turns=Turns.TOGETHER)
    assert stage(state).play is Play.TURN
    assert refused(state, SetAnswer(1, 0)) == "not_now"


def test_an_answer_can_be_changed_until_it_is_locked() -> None:
    state = play(on_card(dilemma("c", (0, 3))), SetAnswer(0, 0), SetAnswer(0, 1), LockAnswer(0, 1))
    assert refused(state, SetAnswer(0, 0)) == "not_now"
    assert customers(to_step(state, Step.REVEAL))[0] == 3
