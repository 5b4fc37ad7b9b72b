"""Whether play keeps to its time, and what is offered where it does not."""

from __future__ import annotations

from typing import Unpack

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules.actions import ChangeRule, EndPlay, Hold, Next, Release, SetRounds
from game.rules.apply import apply
from game.rules.cards import Card
from game.rules.events import PlayEnded, RoundBegan
from game.rules.pace import LEAST_TALK, OfferKind, Pace, pace
from game.rules.ruleset import Turns
from game.rules.state import Held, Standings, State, evolve
from game.rules.verify import can
from tests.rules.pieces import DILEMMAS, commit, dilemma, quiz
from tests.rules.setups import Setup
from tests.rules.table import by_next, game, play, to_ready

MINUTE = 60_000


def ready(teams: int = 2, *, minutes: int = 40, **setup: Unpack[Setup]) -> State:
    """The first team at the die, at 0 ms, with so many rounds in so many minutes."""
    setup = {"rounds": 4, "cards": DILEMMAS, "path": "s" + "?" * 11, "personas": (), **setup}
    rounds, setup["play_ms"] = setup["rounds"], minutes * MINUTE
    state = to_ready(game(teams, **setup))
    return evolve(state, plan=evolve(state.plan, minutes=60, round_ms=minutes * MINUTE // rounds))


def now(state: State, at: int) -> Pace:
    found = pace(state, at)
    assert found is not None
    return found


def to_round(state: State, number: int, step_ms: int) -> tuple[State, int]:
    """The first moment of that round and its time, every Next taking so long."""
    at = 0
    for _before, events, after in by_next(state, step_ms=step_ms):
        at += step_ms
        if any(isinstance(event, RoundBegan) and event.round == number for event in events):
            return after, at
    raise AssertionError(f"round {number} never began")


def test_there_is_no_pace_before_and_after_play() -> None:
    assert pace(game(2), 0) is None
    assert pace(play(ready(), EndPlay()), 0) is None


def test_the_first_round_is_reckoned_as_planned() -> None:
    state = ready()
    seen = now(state, 0)
    assert (seen.rounds_left, seen.rounds_fit, seen.round_ms) == (3, 3, 10 * MINUTE)
    assert (seen.play_left_ms, seen.debrief_ms) == (40 * MINUTE, 20 * MINUTE)
    assert (seen.behind_ms, seen.offers, seen.protects) == (0, (), False)


def test_the_debrief_has_what_its_preset_says() -> None:
    state = ready()
    plan = evolve(state.plan, debrief_ms=17 * MINUTE)
    assert now(evolve(state, plan=plan), 0).debrief_ms == 17 * MINUTE


def test_within_its_slot_a_turn_is_neither_ahead_nor_behind() -> None:
    state = ready()
    assert now(state, 4 * MINUTE).behind_ms == 0
    assert now(state, 9 * MINUTE).behind_ms == 4 * MINUTE, "a turn of two has five minutes"
    state, at = to_round(state, 2, step_ms=1_000)
    assert now(state, at).behind_ms == at - 10 * MINUTE


def test_a_break_makes_nobody_late() -> None:
    state = play(ready(), Hold(Held.BREAK, 10 * MINUTE), at=MINUTE)
    assert now(state, 30 * MINUTE).behind_ms == 0
    state = play(state, Release(), at=30 * MINUTE)
    assert now(state, 31 * MINUTE).play_left_ms == 38 * MINUTE


def test_a_slow_round_leaves_time_for_fewer_and_says_what_can_be_done() -> None:
    state, at = to_round(ready(discuss_seconds=300), 2, step_ms=55_000)
    seen = now(state, at)
    assert seen.round_ms == at
    assert seen.rounds_left == 2
    # What is left after this round, at the pace of the first.
    assert seen.rounds_fit == (40 * MINUTE - 2 * at) // at
    kinds = [offer.kind for offer in seen.offers]
    assert kinds == [OfferKind.FEWER_ROUNDS, OfferKind.SHORTER_TALKS, OfferKind.DEBRIEF]
    fewer, shorter, debrief = seen.offers
    assert fewer.action == SetRounds(2 + seen.rounds_fit)
    assert fewer.saves_ms == (2 - seen.rounds_fit) * seen.round_ms
    assert isinstance(shorter.action, ChangeRule)
    assert LEAST_TALK <= int(shorter.action.value) < 300
    assert int(shorter.action.value) % 5 == 0
    assert (debrief.action, debrief.rounds) == (EndPlay(), 2)
    # This round to its end, and as many more as fit.
    assert debrief.saves_ms == (1 + seen.rounds_fit) * at


def second_round(teams: int = 2, **setup: Unpack[Setup]) -> State:
    """The first moment of the second of six rounds in an hour, the first took twelve minutes."""
    setup = {"rounds": 6, "discuss_seconds": 300, **setup}
    state = ready(teams, minutes=60, **setup)
    together = state.rules.together
    return evolve(state, round=2, queue=() if together else tuple(range(1, teams)))


@pytest.mark.parametrize(
    ("together", "now_seconds", "seconds", "saves_seconds"),
    [
        # One round of four is missing: twelve minutes, of eight cards or of four.
        (False, 300, 210, 8 * 90),
        (False, 298, 205, 8 * 93),
        (True, 300, 120, 4 * 180),
    ],
)
def test_the_talk_that_is_offered_is_the_longest_with_which_all_rounds_fit(
    together: bool, now_seconds: int, seconds: int, saves_seconds: int
) -> None:
    turns = Turns.TOGETHER if together else Turns.ONE_BY_ONE
    state = second_round(turns=turns, discuss_seconds=now_seconds)
    seen = now(state, 12 * MINUTE)
    assert (seen.rounds_left, seen.rounds_fit) == (4, 3)
    fewer, shorter, _end = seen.offers
    assert (fewer.action, fewer.rounds, fewer.saves_ms) == (SetRounds(5), 5, 12 * MINUTE)
    assert shorter.action == ChangeRule("discuss_seconds", seconds)
    assert shorter.saves_ms == saves_seconds * 1000
    assert shorter.rounds == 6


def test_no_talk_is_offered_that_is_too_short_to_be_one() -> None:
    seen = now(second_round(discuss_seconds=60), 12 * MINUTE)
    shorter = next(offer for offer in seen.offers if offer.kind is OfferKind.SHORTER_TALKS)
    assert shorter.action == ChangeRule("discuss_seconds", LEAST_TALK)
    assert shorter.saves_ms == 8 * 30 * 1000
    # Rounds of eleven minutes then, and 36 are left after this one: three of four fit.
    assert shorter.rounds == 5
    kinds = [offer.kind for offer in now(second_round(discuss_seconds=30), 12 * MINUTE).offers]
    assert kinds == [OfferKind.FEWER_ROUNDS, OfferKind.DEBRIEF]


def test_only_cards_with_a_discussion_can_be_talked_about_for_less() -> None:
    talks = [dilemma(str(i), thinking=200) for i in range(9)]
    cards: list[Card] = [*talks, quiz("bell"), commit("plan")]
    kinds = [offer.kind for offer in now(second_round(cards=cards), 12 * MINUTE).offers]
    assert kinds == [OfferKind.FEWER_ROUNDS, OfferKind.DEBRIEF]


def test_between_two_rounds_the_pace_is_that_of_whole_rounds() -> None:
    state = evolve(ready(), stage=Standings(), round=1, active=1, queue=())
    seen = now(state, 12 * MINUTE)
    assert (seen.round_ms, seen.behind_ms) == (12 * MINUTE, 2 * MINUTE)
    assert now(state, 9 * MINUTE).behind_ms == -MINUTE


def test_only_rounds_since_the_way_of_taking_turns_changed_say_how_long_one_takes() -> None:
    state = evolve(second_round(), round=4, paced_from=(2, 20 * MINUTE))
    assert now(state, 32 * MINUTE).round_ms == 12 * MINUTE


def test_where_the_end_of_the_road_was_reached_no_round_is_left() -> None:
    seen = now(evolve(second_round(), end_reached=True), 12 * MINUTE)
    assert (seen.rounds_left, seen.offers) == (0, ())


def test_cards_that_say_their_own_time_are_not_offered_to_be_shortened() -> None:
    cards = [dilemma(str(i), thinking=200) for i in range(20)]
    state, at = to_round(ready(cards=cards), 2, step_ms=55_000)
    kinds = [offer.kind for offer in now(state, at).offers]
    assert OfferKind.FEWER_ROUNDS in kinds
    assert OfferKind.SHORTER_TALKS not in kinds


def test_when_the_round_no_longer_fits_the_debrief_is_protected() -> None:
    state, at = to_round(ready(rounds=2), 2, step_ms=1_000)
    assert not now(state, at).protects
    late = now(state, 41 * MINUTE)
    assert (late.protects, late.play_left_ms) == (True, 0)
    assert [offer.kind for offer in late.offers] == [OfferKind.DEBRIEF]


def test_without_a_limit_in_time_everything_fits() -> None:
    state, at = to_round(ready(minutes=0), 2, step_ms=10 * MINUTE)
    seen = now(state, at)
    assert (seen.rounds_left, seen.rounds_fit, seen.play_left_ms) == (2, 2, 0)
    assert (seen.behind_ms, seen.offers, seen.protects) == (0, (), False)


def test_a_new_way_of_taking_turns_has_an_even_pace_of_its_own() -> None:
    state = play(ready(4, rounds=4, minutes=40), ChangeRule("turns", "together"))
    state, at = to_round(state, 2, step_ms=30_000)
    assert state.rules.turns is Turns.TOGETHER
    assert now(state, at).behind_ms == 0


evenings = st.builds(
    lambda teams, rounds, minutes, together: ready(
        teams,
        rounds=rounds,
        minutes=minutes,
        turns=Turns.TOGETHER if together else Turns.ONE_BY_ONE,
    ),
    st.integers(1, 5),
    st.integers(1, 9),
    st.integers(1, 60),
    st.booleans(),
)
presses = st.lists(st.integers(0, 150_000), min_size=5, max_size=40)
"""Milliseconds from one Next to the following, again and again."""


@settings(max_examples=25)
@given(evenings, presses)
def test_a_round_starts_only_if_a_whole_one_fits_and_turns_are_equal(
    state: State, pauses: list[int]
) -> None:
    at = i = 0
    while state.round < 60:
        before = state
        at += pauses[i % len(pauses)]
        i += 1
        state, events = apply(state, Next(), at)
        began = [event.round for event in events if isinstance(event, RoundBegan)]
        if began:
            elapsed = before.play_elapsed(at)
            mean = elapsed / before.round
            assert elapsed + mean <= before.plan.play_ms
            assert began[0] <= before.plan.rounds
            assert before.round > 0
            assert len({team.turns for team in state.teams}) == 1
        if any(isinstance(event, PlayEnded) for event in events):
            break
    assert len({team.turns for team in state.teams}) == 1


@settings(max_examples=30)
@given(evenings, presses, st.integers(1, 80))
def test_taking_an_offer_never_makes_it_later(state: State, pauses: list[int], moves: int) -> None:
    at = 0
    for i in range(moves):
        at += pauses[i % len(pauses)]
        if isinstance(state.stage, Standings) and state.stage.final:
            break
        state = play(state, Next(), at=at)
    seen = pace(state, at)
    for offer in seen.offers if seen is not None else ():
        assert seen is not None
        assert offer.saves_ms >= 0
        assert state.round <= offer.rounds <= state.plan.rounds
        assert can(state, offer.action, at)
        taken = pace(play(state, offer.action, at=at), at)
        if taken is None:
            assert offer.kind is OfferKind.DEBRIEF
            continue
        assert taken.behind_ms <= seen.behind_ms
        assert taken.rounds_left <= seen.rounds_left
        assert taken.play_left_ms == seen.play_left_ms
        if offer.kind is OfferKind.FEWER_ROUNDS:
            assert taken.rounds_left == taken.rounds_fit == seen.rounds_fit
            assert OfferKind.FEWER_ROUNDS not in [one.kind for one in taken.offers]


@pytest.mark.parametrize("step_ms", [20_000, 60_000, 130_000])
def test_between_rounds_what_fits_is_what_is_begun(step_ms: int) -> None:
    at = 0
    for before, events, after in by_next(ready(3, rounds=9, minutes=30), step_ms=step_ms):
        at += step_ms
        if isinstance(before.stage, Standings) and not before.stage.final:
            fits = now(before, at)
            began = any(isinstance(event, RoundBegan) for event in events)
            assert began == (min(fits.rounds_fit, fits.rounds_left) > 0)
        if isinstance(after.stage, Standings) and after.stage.final:
            return
