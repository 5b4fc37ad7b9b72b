"""Play that began later than planned: told in the first round, with a shorter play to be taken."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules.actions import Begin, EndPlay, Next, SetTimeLeft
from game.rules.apply import apply
from game.rules.events import PlayEnded
from game.rules.pace import Offer, OfferKind, pace
from game.rules.ruleset import Preset, Turns, make_plan
from game.rules.state import Brief, Personas, Ready, Standings, State, evolve
from game.rules.verify import can
from tests.rules.pieces import DILEMMAS
from tests.rules.table import game, play

MINUTE = 60_000
TASTER = Preset(id="taster", name="Taster", minutes=15, brief=1, debrief=5)
HOUR = Preset(id="60", name="An hour", minutes=60, brief=4, debrief=20)


def begun(
    minutes: float, preset: Preset = TASTER, teams: int = 2, turns: Turns = Turns.TOGETHER
) -> tuple[State, int]:
    """The first round and its time: so many minutes were spent on what comes before."""
    state = game(teams, cards=DILEMMAS, path="s" + "?" * 11, personas=(), twists=())
    plan = make_plan(preset, teams, turns)
    state = play(evolve(state, plan=plan, rules=evolve(state.rules, turns=turns)), Begin())
    at = round(minutes * MINUTE)
    while isinstance(state.stage, Brief | Personas):
        state = play(state, Next(), at=at)
    return state, at


def offered(state: State, at: int) -> Offer | None:
    """The offer of a shorter play, if there is one."""
    seen = pace(state, at)
    of_late = (one for one in seen.offers if one.kind is OfferKind.LATE_START) if seen else ()
    return next(iter(of_late), None)


def late(state: State, at: int) -> int:
    seen = pace(state, at)
    assert seen is not None
    return seen.late_ms


def overrun(state: State) -> int:
    """Milliseconds by which the session ends late if play and debrief take what is theirs."""
    plan = state.plan
    return state.play_began + plan.play_ms + plan.debrief_ms - plan.minutes * MINUTE


@pytest.mark.parametrize("minutes", [0, 1, 1.99])
def test_a_brief_of_its_own_length_and_less_than_a_minute_more_is_none_too_long(
    minutes: float,
) -> None:
    state, at = begun(minutes)
    assert (late(state, at), offered(state, at)) == (0, None)


def test_a_brief_of_seven_minutes_is_told_with_what_makes_up_for_it() -> None:
    state, at = begun(7)
    seen = pace(state, at)
    assert seen is not None
    assert seen.late_ms == 6 * MINUTE
    offer, *others = seen.offers
    assert not others, "three rounds still fit into nine minutes"
    assert offer.kind is OfferKind.LATE_START
    assert offer.action == SetTimeLeft(3 * MINUTE)
    assert (offer.saves_ms, offer.rounds, offer.in_time) == (6 * MINUTE, 1, True)
    assert overrun(state) == 6 * MINUTE
    assert overrun(play(state, offer.action, at=at)) == 0


def test_it_counts_what_was_played_since() -> None:
    state, at = begun(10, HOUR)
    offer = offered(state, at + 2 * MINUTE)
    assert offer is not None
    assert offer.action == SetTimeLeft((36 - 6 - 2) * MINUTE)
    assert (offer.saves_ms, offer.rounds) == (6 * MINUTE, 9)
    assert overrun(play(state, offer.action, at=at + 2 * MINUTE)) == 0


def test_a_round_that_no_longer_fits_whole_is_not_said_to_be_in_time() -> None:
    state, at = begun(7, teams=4, turns=Turns.ONE_BY_ONE)
    offer = offered(state, at)
    assert offer is not None
    assert (offer.saves_ms, offer.rounds, offer.in_time) == (6 * MINUTE, 1, False)


def test_more_than_there_is_left_cannot_be_won() -> None:
    state, at = begun(12)
    offer = offered(state, at)
    assert offer is not None
    assert offer.action == SetTimeLeft(0)
    assert (offer.saves_ms, offer.in_time) == (9 * MINUTE, False)
    soon_over = at + 8 * MINUTE + 1
    assert offered(state, soon_over) is None, "less than a minute is left"
    assert late(state, soon_over) == 11 * MINUTE, "it is told all the same"


def test_it_is_offered_until_it_is_taken_and_again_where_that_is_undone() -> None:
    state, at = begun(7)
    offer = offered(state, at)
    assert offer is not None
    taken = play(state, offer.action, at=at)
    assert (late(taken, at), offered(taken, at)) == (0, None)
    assert offered(state, at + 1000) is not None


@pytest.mark.parametrize("seconds", [200, 1200])
def test_whoever_says_how_long_play_may_take_is_not_contradicted(seconds: int) -> None:
    state, at = begun(7)
    state = play(state, SetTimeLeft(seconds * 1000), at=at + 1)
    assert (late(state, at + 1), offered(state, at + 1)) == (0, None)


def test_in_the_second_round_it_is_too_late_to_speak_of() -> None:
    state, at = begun(10, HOUR)
    while state.round == 1:
        assert offered(state, at) is not None, state.stage
        at += 1000
        state = play(state, Next(), at=at)
    assert (late(state, at), offered(state, at)) == (0, None)


def test_without_a_length_nothing_is_late() -> None:
    state, at = begun(30)
    for plan in (evolve(state.plan, play_ms=0), evolve(state.plan, minutes=0)):
        assert late(evolve(state, plan=plan), at) == 0
    assert pace(play(state, EndPlay(), at=at), at) is None


briefs = st.builds(
    begun,
    st.floats(0, 40, allow_nan=False),
    st.builds(
        lambda brief, play_minutes, debrief: Preset(
            id="p", name="P", minutes=brief + play_minutes + debrief, brief=brief, debrief=debrief
        ),
        st.integers(0, 10),
        st.integers(1, 90),
        st.integers(1, 40),
    ),
    st.integers(1, 8),
    st.sampled_from(Turns),
)
presses = st.lists(st.integers(0, 150_000), min_size=5, max_size=40)


@settings(max_examples=60)
@given(briefs, presses, st.integers(0, 30), st.booleans())
def test_taken_in_time_the_minutes_hold(
    start: tuple[State, int], pauses: list[int], moves: int, hurries: bool
) -> None:
    """At any moment of the first round, however slow it is; and afterwards no round begins that
    the debrief would pay for."""
    state, at = start
    for i in range(moves):
        later = at + pauses[i % len(pauses)]
        after, _events = apply(state, Next(), later)
        if after.round != 1 or pace(after, later) is None:
            break
        state, at = after, later
    offer = offered(state, at)
    if offer is None:
        seen = pace(state, at)
        assert seen is not None
        assert seen.late_ms == 0 or seen.play_left_ms < MINUTE
        assert overrun(state) < MINUTE or seen.play_left_ms < MINUTE
        return
    assert can(state, offer.action, at)
    before, state = state, play(state, offer.action, at=at)
    assert offer.saves_ms >= MINUTE
    # Of what is lost no more can be won than there is left; a plan of 0 ms would be without end.
    lost = late(before, at) - offer.saves_ms
    assert overrun(state) in (lost, lost + 1)
    assert lost == 0 or not offer.in_time
    assert offered(state, at) is None
    seen = pace(state, at)
    assert seen is not None
    assert offer.rounds == state.round + min(seen.rounds_left, seen.rounds_fit)
    assert offer.in_time == (not seen.protects and lost == 0)
    round_ms = 1 if hurries else state.plan.round_ms
    while not isinstance(state.stage, Standings) or not state.stage.final:
        began = state.round
        elapsed = state.play_elapsed(at)
        state, events = apply(state, Next(), at)
        if state.round > began:
            assert elapsed < state.plan.play_ms
        if isinstance(state.stage, Ready):
            at += round_ms // len(state.teams)
        if any(isinstance(event, PlayEnded) for event in events):
            return
