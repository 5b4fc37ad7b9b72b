"""A session: brief, personas, rounds, the end of play, and who wins."""

from __future__ import annotations

from typing import Unpack

import pytest

from game.rules.actions import Begin, EndPlay, Hold, Next
from game.rules.events import (
    BriefBegan,
    LastRound,
    PersonaDrawn,
    PileShuffled,
    PlayEnded,
    PodiumShown,
    RoundBegan,
    StandingsShown,
    TurnEnded,
)
from game.rules.ruleset import Preset, Turns, make_plan, suggest_turns
from game.rules.state import Brief, Held, Over, Personas, Podium, Ready, Standings, State
from tests.rules.pieces import dilemma
from tests.rules.setups import Setup
from tests.rules.table import by_next, each, game, happens, on_card, play, the

HOUR = Preset(id="60", name="An hour", minutes=60, brief=4, debrief=20)
ONE_BY_ONE, TOGETHER = Turns.ONE_BY_ONE, Turns.TOGETHER


def test_a_session_begins_with_the_brief_and_shuffled_piles() -> None:
    state, events = happens(game(2), Begin())
    assert isinstance(state.stage, Brief)
    assert the(events, BriefBegan)
    assert {e.pile for e in each(events, PileShuffled)} == {pile.name for pile in state.piles}


def test_personas_are_drawn_at_random_if_the_deck_has_them() -> None:
    state, events = happens(play(game(3), Begin()), Next())
    assert isinstance(state.stage, Personas)
    drawn = each(events, PersonaDrawn)
    assert [e.team for e in drawn] == [0, 1, 2]
    assert [e.persona for e in drawn] == [team.persona for team in state.teams]
    first = {play(game(3, seed=seed), Begin(), Next()).teams[0].persona for seed in range(30)}
    assert len(first) == 5
    assert isinstance(play(game(3, personas=()), Begin(), Next()).stage, Ready)


# --- The plan -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("teams", "one_by_one", "suggested"),
    [
        (2, 8, ONE_BY_ONE),
        (3, 5, ONE_BY_ONE),
        (4, 4, ONE_BY_ONE),
        (5, 3, TOGETHER),
        (6, 2, TOGETHER),
        (7, 2, TOGETHER),
        (8, 2, TOGETHER),
    ],
)
def test_an_hour_has_these_rounds_and_the_better_way_is_suggested(
    teams: int, one_by_one: int, suggested: Turns
) -> None:
    assert HOUR.play_minutes == 36
    assert make_plan(HOUR, teams, ONE_BY_ONE).rounds == one_by_one
    assert make_plan(HOUR, teams, TOGETHER).rounds == 12
    assert suggest_turns(HOUR, teams) is suggested


@pytest.mark.parametrize(
    ("minutes", "brief", "debrief", "rounds"),
    [
        (45, 3, 15, {2: 6, 4: 3, 8: 1}),
        (60, 4, 20, {2: 8, 4: 4, 8: 2}),
        (90, 5, 30, {2: 12, 4: 6, 8: 3}),
        (120, 5, 40, {2: 16, 4: 8, 8: 4}),
    ],
)
def test_the_plan_is_as_many_whole_rounds_as_fit(
    minutes: int, brief: int, debrief: int, rounds: dict[int, int]
) -> None:
    preset = Preset(id="p", name="P", minutes=minutes, brief=brief, debrief=debrief)
    for teams, planned in rounds.items():
        plan = make_plan(preset, teams, ONE_BY_ONE)
        assert plan.rounds == planned
        assert plan.rounds * plan.round_ms <= plan.play_ms < (plan.rounds + 1) * plan.round_ms
    assert make_plan(preset, 8, TOGETHER).rounds == (minutes - brief - debrief) // 3


def test_there_is_always_one_round() -> None:
    short = Preset(id="s", name="S", minutes=15, brief=1, debrief=5)
    assert make_plan(short, 8, ONE_BY_ONE).rounds == 1


def test_with_little_time_even_few_teams_play_together() -> None:
    short = Preset(id="s", name="S", minutes=15, brief=1, debrief=5)
    assert suggest_turns(short, 2) is TOGETHER


# --- Rounds -------------------------------------------------------------------------------------


def rounds(teams: int = 1, **setup: Unpack[Setup]) -> State:
    """Cards alone, no personas, waiting for the first roll."""
    setup = {
        "personas": (),
        "path": "s?????",
        "twists": (),
        "mirrors": (),
        "cards": [dilemma(f"c{n}") for n in range(4)],
        "standings_every": 0,
        "rounds": 99,
        **setup,
    }
    return play(game(teams, **setup), Begin(), Next())


def turn(state: State, at: int) -> tuple[State, list[object]]:
    """One whole turn that ends at this time, and what came of it."""
    happened: list[object] = []
    while True:
        state, events = happens(state, Next(), at)
        happened += events
        if any(isinstance(event, TurnEnded) for event in events):
            return state, happened


@pytest.mark.parametrize(("at", "another"), [(49_000, True), (50_000, True), (50_001, False)])
def test_a_round_starts_only_if_a_whole_one_fits_at_this_sessions_pace(
    at: int, another: bool
) -> None:
    state, events = turn(rounds(play_ms=100_000), at)
    begun = [e for e in events if isinstance(e, RoundBegan)]
    ended = [e for e in events if isinstance(e, PlayEnded)]
    assert [e.round for e in begun] == ([2] if another else [])
    assert ended == ([] if another else [PlayEnded("time")])
    assert isinstance(state.stage, Ready if another else Standings)


def test_the_last_round_is_announced_when_it_begins_and_stays_the_last() -> None:
    state, events = turn(rounds(play_ms=100_000), 40_000)
    assert RoundBegan(2, True) in events, "after it, no other would fit"
    assert state.last_round
    state, events = turn(state, 41_000)
    assert PlayEnded("time") in events, "though quicker than its pace, it was announced"


def test_a_round_with_time_for_another_is_not_announced_as_the_last() -> None:
    _, events = turn(rounds(play_ms=100_000), 30_000)
    assert RoundBegan(2, False) in events


def test_the_plans_last_round_is_announced_and_ends_play() -> None:
    state, events = turn(rounds(rounds=2), 0)
    assert RoundBegan(2, True) in events
    _, events = turn(state, 0)
    assert PlayEnded("plan") in events


def test_in_mid_round_it_is_announced_as_soon_as_it_is_clear() -> None:
    # A round is expected to take 60 s: half a round and another whole one are 90 s.
    early, events = turn(rounds(2, play_ms=100_000), 10_000)
    assert LastRound() not in events
    assert not early.last_round
    late, events = turn(rounds(2, play_ms=100_000), 10_001)
    assert LastRound() in events
    assert late.last_round


def test_turns_are_equal_when_play_ends() -> None:
    state, _ = turn(rounds(3, play_ms=100_000), 90_000)
    state, _ = turn(state, 150_000)
    state, events = turn(state, 300_000)
    assert PlayEnded("time") in events
    assert [team.turns for team in state.teams] == [1, 1, 1]
    assert state.after_rounds == (state.teams,), "one round was played to its end"


def test_the_brief_does_not_count() -> None:
    brief = play(game(1, personas=(), play_ms=100_000), Begin(), Hold(Held.PAUSED), at=1_000)
    state = play(play(brief, Next(), at=200_000), Next(), at=300_000)
    assert (state.round, state.last_round) == (1, False)
    assert (state.play_elapsed(300_000), state.play_elapsed(340_000)) == (0, 40_000)


def test_held_time_does_not_count() -> None:
    state = play(rounds(play_ms=100_000), Hold(Held.PAUSED), at=1_000)
    state = play(state, Next(), at=61_000)
    assert state.play_elapsed(100_000) == 40_000
    assert RoundBegan(2, True) in turn(state, 100_000)[1]


def test_play_ends_when_a_team_reaches_the_end_of_a_road() -> None:
    state = play(
        game(
            2,
            personas=(),
            path="s??",
            loop=False,
            die=1,
            twists=(),
            mirrors=(),
            rounds=99,
            standings_every=0,
        ),
        Begin(),
        Next(),
    )
    begun, ended = [], []
    for _, events, _state in by_next(state):
        begun += each(events, RoundBegan)
        ended += each(events, PlayEnded)
    assert [e.round for e in begun] == [2]
    assert ended == [PlayEnded("end")]


def test_play_ends_when_the_facilitator_says_so() -> None:
    state, events = happens(on_card(dilemma("c")), EndPlay())
    assert the(events, PlayEnded) == PlayEnded("facilitator")
    assert state.stage == Standings(final=True)


# --- Standings ----------------------------------------------------------------------------------


def shown_after(**setup: Unpack[Setup]) -> list[int]:
    """The rounds after which the standings came, the final ones aside."""
    state = rounds(2, **setup)
    return [
        after.round
        for _, events, after in by_next(state)
        for e in each(events, StandingsShown)
        if not e.final
    ]


def test_one_by_one_the_standings_come_after_every_round() -> None:
    assert shown_after(rounds=4, standings_every=1) == [1, 2, 3]
    assert shown_after(rounds=5, standings_every=2) == [2, 4]
    assert shown_after(rounds=4, standings_every=0) == []


def test_together_the_standings_come_every_four_cards() -> None:
    assert shown_after(rounds=10, turns=TOGETHER) == [4, 8]
    assert shown_after(rounds=7, turns=TOGETHER, standings_every_together=3) == [3, 6]


def test_scores_can_be_hidden_all_session() -> None:
    state = rounds(2, rounds=3, standings_every=1, hide_scores=True)
    happened = [e for _, events, _ in by_next(state) for e in events]
    assert not [e for e in happened if isinstance(e, StandingsShown)]
    assert PodiumShown() in happened


def test_after_play_come_the_final_standings_the_podium_and_the_end() -> None:
    state = play(on_card(dilemma("c")), EndPlay())
    stages = []
    for _ in range(2):
        state = play(state, Next())
        stages.append(type(state.stage))
    assert stages == [Podium, Over]
