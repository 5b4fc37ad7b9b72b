"""The plan of a session, and what becomes of it when teams or turns change."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content import load_ruleset
from game.rules.actions import AddTeam, ChangeRule, RemoveTeam
from game.rules.events import RoundBegan
from game.rules.ruleset import Plan, Preset, Turns, make_plan, replan, suggest_turns
from game.rules.state import OnCard, evolve
from tests.rules.table import by_next, each, game, play, to_ready
from tests.rules.timed import EVEN, MINUTE, first_round, timed

STANDARD = Path(__file__).parents[2] / "scenarios" / "rulesets" / "standard.yaml"
PRESETS = {preset.minutes: preset for preset in load_ruleset(STANDARD, "en").presets}
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


@pytest.mark.parametrize("minutes", PRESETS)
def test_a_plan_has_the_times_of_its_preset_to_the_second(minutes: int) -> None:
    preset = PRESETS[minutes]
    plan = make_plan(preset, 4, Turns.ONE_BY_ONE)
    assert (plan.minutes, plan.play_ms) == (minutes, preset.play_minutes * MINUTE)
    assert plan.debrief_ms == preset.debrief * MINUTE
    assert (plan.turn_ms, plan.together_ms) == (
        preset.turn_seconds * 1000,
        preset.together_seconds * 1000,
    )
    assert plan.round_ms == 4 * plan.turn_ms


def test_a_plan_has_one_round_at_least() -> None:
    short = Preset(id="s", name="s", minutes=10, brief=3, debrief=6)
    assert make_plan(short, 8, Turns.ONE_BY_ONE).rounds == 1


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
    per_press = 18 * MINUTE // len(first_round(state))
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
