"""The round plan, what fits into the play time, and the end of play."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content import load_ruleset
from game.rules.actions import (
    AddTeam,
    Begin,
    ChangeRule,
    EndPlay,
    Hold,
    LockAnswer,
    Next,
    Release,
    RemoveTeam,
)
from game.rules.events import LastRound, PlayEnded, RoundBegan, StandingsShown
from game.rules.ruleset import Plan, Preset, Turns, make_plan, replan, suggest_turns
from game.rules.state import Held, OnCard, Podium, Standings, State, Step, evolve
from tests.rules.pieces import dilemma
from tests.rules.table import (
    by_next,
    each,
    game,
    happens,
    on_card,
    play,
    refused,
    the,
    to_card,
    to_ready,
    to_step,
)

STANDARD = Path(__file__).parents[2] / "scenarios" / "rulesets" / "standard.yaml"
PRESETS = {preset.minutes: preset for preset in load_ruleset(STANDARD, "en").presets}
MINUTE = 60_000

ROUNDS = {
    # minutes: rounds one by one for 2 to 8 teams, cards together
    15: ((2, 1, 1, 1, 1, 1, 1), 3),
    45: ((6, 4, 3, 2, 2, 1, 1), 9),
    60: ((8, 5, 4, 3, 2, 2, 2), 12),
    90: ((12, 8, 6, 4, 4, 3, 3), 18),
    120: ((16, 11, 8, 6, 5, 4, 4), 25),
}


def test_there_are_five_lengths_of_session() -> None:
    assert sorted(PRESETS) == sorted(ROUNDS)


@pytest.mark.parametrize("minutes", ROUNDS)
def test_the_plan_says_how_often_each_team_rolls(minutes: int) -> None:
    plans = [make_plan(PRESETS[minutes], teams, Turns.ONE_BY_ONE) for teams in range(2, 9)]
    assert tuple(plan.rounds for plan in plans) == ROUNDS[minutes][0]


@pytest.mark.parametrize("minutes", ROUNDS)
@pytest.mark.parametrize("teams", range(1, 9))
def test_the_plan_says_how_many_cards_there_are_for_everybody(minutes: int, teams: int) -> None:
    plan = make_plan(PRESETS[minutes], teams, Turns.TOGETHER)
    assert plan.rounds == ROUNDS[minutes][1]


@pytest.mark.parametrize("minutes", ROUNDS)
@pytest.mark.parametrize("turns", list(Turns))
@pytest.mark.parametrize("teams", range(1, 9))
def test_planned_rounds_fit_into_play_and_one_more_would_not(
    minutes: int, turns: Turns, teams: int
) -> None:
    preset = PRESETS[minutes]
    plan = make_plan(preset, teams, turns)
    assert plan.play_ms == (preset.minutes - preset.brief - preset.debrief) * MINUTE
    assert plan.minutes == minutes
    assert plan.turns is turns
    assert plan.rounds * plan.round_ms <= plan.play_ms or plan.rounds == 1
    assert (plan.rounds + 1) * plan.round_ms > plan.play_ms


def test_sixty_minutes_for_eight_teams_is_two_turns_each_or_twelve_cards_together() -> None:
    preset = Preset(id="60", name="60", minutes=60, brief=4, debrief=20)
    assert make_plan(preset, 8, Turns.ONE_BY_ONE).rounds == 2
    assert make_plan(preset, 8, Turns.TOGETHER).rounds == 12


def test_the_debrief_keeps_about_a_third_of_every_session() -> None:
    for preset in PRESETS.values():
        assert 0.3 <= preset.debrief / preset.minutes <= 0.36


@pytest.mark.parametrize("minutes", ROUNDS)
def test_one_by_one_is_suggested_for_two_to_four_teams_that_roll_three_times(minutes: int) -> None:
    suggested = [suggest_turns(PRESETS[minutes], teams) for teams in range(2, 9)]
    expected = [
        Turns.ONE_BY_ONE if teams <= 4 and rounds >= 3 else Turns.TOGETHER
        for teams, rounds in zip(range(2, 9), ROUNDS[minutes][0], strict=True)
    ]
    assert suggested == expected


def test_a_plan_has_one_round_at_least() -> None:
    short = Preset(id="s", name="s", minutes=10, brief=3, debrief=6)
    assert make_plan(short, 8, Turns.ONE_BY_ONE).rounds == 1


# Time


def timed(teams: int = 2, minutes: int = 20, rounds: int = 99, **setup: object) -> State:
    """Waiting for the first roll, with so many minutes of play."""
    setup = {"personas": (), "twists": (), "mirrors": (), **setup}
    return to_ready(game(teams, rounds=rounds, play_ms=minutes * MINUTE, **setup))


def rounds_at(state: State, minutes: float) -> tuple[list[RoundBegan], str, list[LastRound]]:
    """Rounds that begin when each takes so many minutes, why play ends, and announcements."""
    per_round = sum(1 for _ in _first_round(state))
    began: list[RoundBegan] = []
    announced: list[LastRound] = []
    because = ""
    for _, events, _after in by_next(state, step_ms=round(minutes * MINUTE / per_round)):
        began += each(events, RoundBegan)
        announced += each(events, LastRound)
        because = because or next((event.because for event in each(events, PlayEnded)), "")
    return began, because, announced


def _first_round(state: State) -> list[int]:
    presses = []
    for n, (_, events, _after) in enumerate(by_next(state)):
        presses.append(n)
        if each(events, RoundBegan):
            return presses
    return presses


EVEN = {"path": "s" + "?" * 11, "cards": [dilemma(str(i)) for i in range(40)], "standings_every": 1}


@pytest.mark.parametrize(("pace", "rounds"), [(5, 4), (6, 3), (9, 2), (19, 1), (30, 1)])
def test_a_round_starts_only_if_a_whole_one_fits_into_what_is_left(
    pace: float, rounds: int
) -> None:
    began, because, _ = rounds_at(timed(**EVEN), pace)
    assert 1 + len(began) == rounds
    assert because == "time"


def test_the_last_round_that_fits_is_announced() -> None:
    began, because, _ = rounds_at(timed(**EVEN), 6)
    assert began == [RoundBegan(2, False), RoundBegan(3, True)]
    assert because == "time"


def test_a_round_in_which_time_runs_short_is_announced_as_the_last_on_the_way() -> None:
    state = timed(3, 30, **EVEN)
    at = 0

    def turn(state: State, minutes: float) -> tuple[State, tuple[object, ...]]:
        nonlocal at
        state = to_step(to_card(state, at=at), Step.TALK, at=at)
        at += round(minutes * MINUTE)
        after, events = happens(state, Next(), at)
        return after, events

    for _ in range(3):
        state, _ = turn(state, 2)  # six minutes for the first round
    state, events = happens(state, Next(), at)
    assert RoundBegan(2, False) in events
    state, events = turn(state, 13)  # a long story
    assert LastRound() in events
    assert state.last_round
    state, events = turn(state, 1)
    assert LastRound() not in events
    state, events = turn(state, 1)
    assert the(events, PlayEnded) == PlayEnded("time")
    assert {team.turns for team in state.teams} == {2}


def test_one_slow_turn_in_the_first_round_does_not_end_play() -> None:
    state = timed(3, 30, **EVEN)
    state = to_step(to_card(state), Step.TALK)
    _, events = happens(state, Next(), 5 * MINUTE)
    assert not each(events, LastRound)


def test_play_does_not_pay_for_time_that_was_held() -> None:
    state = play(timed(**EVEN), Hold(Held.PAUSED), at=0)
    state = play(state, Release(), at=60 * MINUTE)
    assert state.play_elapsed(60 * MINUTE) == 0
    assert state.play_elapsed(61 * MINUTE) == MINUTE


def test_a_round_does_not_begin_when_the_standings_took_its_time() -> None:
    state = timed(**EVEN)
    for _, _events, after in by_next(state, step_ms=MINUTE // 4):
        state = after
        if isinstance(state.stage, Standings):
            break
    assert not state.stage.final
    assert isinstance(state.stage, Standings)
    state, events = happens(state, Next(), 19 * MINUTE)
    assert the(events, PlayEnded) == PlayEnded("time")
    assert state.stage == Standings(final=True)


def test_what_was_held_before_the_first_round_is_not_taken_from_play() -> None:
    state = play(play(game(2, personas=()), Begin()), Hold(Held.PAUSED), at=1_000)
    state = play(play(state, Release(), at=61_000), Next(), at=70_000)
    assert state.play_elapsed(100_000) == 30_000


def test_the_brief_is_not_play() -> None:
    state = game(2, personas=(), play_ms=20 * MINUTE)
    state = play(state, Next(), at=MINUTE)
    state = play(state, Next(), at=9 * MINUTE)
    assert state.play_began == 9 * MINUTE
    assert state.play_elapsed(10 * MINUTE) == MINUTE


def test_without_a_limit_the_plans_rounds_are_played() -> None:
    began, because, _ = rounds_at(timed(minutes=0, rounds=5, **EVEN), 99)
    assert (len(began), because) == (4, "plan")


# The end


def test_play_ends_with_the_plans_last_round() -> None:
    events = [event for _, told, _after in by_next(to_ready(game(2, rounds=2))) for event in told]
    assert the(events, PlayEnded) == PlayEnded("plan")


@pytest.mark.parametrize("step", [Step.READ, Step.DISCUSS, Step.VIEW, Step.REVEAL, Step.TALK])
def test_play_ends_when_the_facilitator_says_so(step: Step) -> None:
    state = on_card(dilemma("x", (2, 3, 1)))
    if step not in (Step.READ, Step.DISCUSS):
        state = play(state, LockAnswer(0, 1))
    state = to_step(state, step)
    state, events = happens(state, EndPlay())
    assert the(events, PlayEnded) == PlayEnded("facilitator")
    assert each(events, StandingsShown) == [StandingsShown(True)]
    assert state.clock is None
    # What was revealed is remembered; what was not has never been played.
    assert [record.card for record in state.records] == (
        ["x"] if step in (Step.REVEAL, Step.TALK) else []
    )
    pile = state.pile("insights")
    assert pile is not None
    assert pile.played == ("x",)
    state = play(state, Next())
    assert isinstance(state.stage, Podium)


def test_play_cannot_end_twice_or_before_it_began() -> None:
    assert refused(game(), EndPlay()) == "not_now"
    state = play(to_ready(game()), EndPlay())
    assert refused(state, EndPlay()) == "not_now"
    assert refused(play(state, Next()), EndPlay()) == "not_now"


# Another way, or other teams

PLANNED = Plan(turns=Turns.ONE_BY_ONE, rounds=4, play_ms=36 * MINUTE, round_ms=540_000)


def test_changing_the_way_before_play_plans_again() -> None:
    state = evolve(game(4), plan=PLANNED)
    state = play(state, ChangeRule("turns", "together"))
    assert state.rules.turns is Turns.TOGETHER
    assert (state.plan.rounds, state.plan.turns, state.plan.round_ms) == (
        12,
        Turns.TOGETHER,
        180_000,
    )
    assert play(state, ChangeRule("turns", "one_by_one")).plan == PLANNED


def test_another_number_of_teams_before_play_plans_again() -> None:
    state = play(evolve(game(4), plan=PLANNED), RemoveTeam(3), RemoveTeam(2))
    assert state.plan.rounds == 8
    assert play(state, AddTeam("Late", "ink")).plan.rounds == 5


def test_a_change_of_way_during_play_waits_for_the_next_round() -> None:
    state = evolve(timed(4, **EVEN), plan=PLANNED)
    state = play(state, ChangeRule("turns", "together"))
    assert state.rules.turns is Turns.ONE_BY_ONE
    assert state.new_turns == "together"
    assert play(state, ChangeRule("turns", "one_by_one")).new_turns == ""
    for _, _events, after in by_next(state, step_ms=15_000):
        state = after
        if state.round == 2:
            break
    assert state.rules.turns is state.plan.turns is Turns.TOGETHER
    # The nine minutes of the first round are gone; cards of three minutes fill the rest.
    left = 36 * MINUTE - state.paced_from[1]
    assert state.plan.rounds == 1 + left // 180_000


def test_the_pace_of_one_way_says_nothing_about_the_other() -> None:
    state = evolve(timed(4, **EVEN), plan=PLANNED)
    state = play(state, ChangeRule("turns", "together"))
    # A first round of eighteen minutes, half of play; then cards of two minutes each.
    per_press = 18 * MINUTE // len(_first_round(state))
    at = 0
    for _, _events, after in by_next(state, step_ms=per_press):
        at += per_press
        state = after
        if state.round == 2:
            break
    rounds = 1
    for before, events, after in by_next(state, at=at, step_ms=2 * MINUTE // 7):
        rounds += len(each(events, RoundBegan))
        if isinstance(after.stage, OnCard) and not isinstance(before.stage, OnCard):
            assert after.stage.team in range(4)
    assert rounds >= 5


def test_without_a_limit_in_time_a_change_of_way_keeps_the_length() -> None:
    plan = Plan(turns=Turns.ONE_BY_ONE, rounds=6, play_ms=0, round_ms=0)
    # Four rounds left, of four turns of 135 s: twelve cards of 180 s.
    assert replan(plan, Turns.TOGETHER, 4, done=2).rounds == 14
    back = evolve(plan, turns=Turns.TOGETHER, rounds=14)
    assert replan(back, Turns.ONE_BY_ONE, 4, done=2).rounds == 6


def test_from_one_by_one_to_together_the_customer_walks_with_a_persona() -> None:
    state = to_ready(game(2, rounds=2))
    state = play(state, ChangeRule("turns", "together"))
    state = next(after for _, _events, after in by_next(state) if after.round == 2)
    assert state.customer.persona
    assert state.customer.position == 0


def test_from_together_to_one_by_one_every_team_gets_eyes_of_its_own() -> None:
    state = to_ready(game(3, turns=Turns.TOGETHER, rounds=4))
    state = play(state, ChangeRule("turns", "one_by_one"))
    state = next(after for _, _events, after in by_next(state) if after.round == 2)
    assert state.rules.turns is Turns.ONE_BY_ONE
    assert len({team.persona for team in state.teams}) == 3
    assert (state.active, state.queue) == (0, (1, 2))
