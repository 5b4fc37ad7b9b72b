"""Teams that come late, leave, or are called otherwise."""

from __future__ import annotations

import pytest

from game.rules.actions import (
    AddTeam,
    Adjust,
    Begin,
    EditTeam,
    EndPlay,
    Next,
    RemoveTeam,
    Roll,
    SetTurn,
)
from game.rules.cards import Judging, RollEffect, Twist
from game.rules.events import PersonaDrawn, TeamEdited, TeamJoined, TeamLeft, TurnBegan, TurnGiven
from game.rules.ruleset import Turns
from game.rules.state import OnCard, Personas, Ready, Standings, State, Step, evolve
from tests.rules.pieces import DILEMMAS, dilemma, open_card, quiz
from tests.rules.table import (
    NAMES,
    by_next,
    each,
    game,
    happens,
    on_card,
    play,
    ready,
    refused,
    the,
    through_turn,
    to_ready,
    to_step,
    with_team,
)


def test_a_late_team_joins_in_the_next_round_last_in_order() -> None:
    state, events = happens(ready(2), AddTeam("Late ", "ink"))
    assert the(events, TeamJoined) == TeamJoined(2, "Late", waits=True)
    assert len(state.teams) == 2
    joined: list[TeamJoined] = []
    for _, told, after in by_next(state):
        joined += each(told, TeamJoined)
        state = after
        if state.round == 2:
            break
    assert joined == [TeamJoined(2, "Late", waits=False)]
    assert [team.name for team in state.teams] == ["Orange", "Sky", "Late"]
    assert state.joining == ()
    assert (state.active, state.queue) == (0, (1, 2))


def late(state: State) -> State:
    """The first moment of the second round, with a team that came late."""
    state = play(state, AddTeam("Late", "ink"))
    return next(after for _, _events, after in by_next(state) if after.round == 2)


def test_a_late_team_begins_at_the_rearmost_pawn_with_the_median_score() -> None:
    state = ready(4, path="s" + "?" * 30)
    for team, (laps, place, score) in enumerate([(1, 9, 5), (0, 14, 2), (1, 0, 9), (2, 1, 4)]):
        state = with_team(state, team, laps=laps, position=place, customers=score)
    state = late(evolve(state, rules=evolve(state.rules, die=1, start_bonus=0)))
    newcomer = state.teams[-1]
    assert (newcomer.laps, newcomer.position) == (0, 15)
    assert newcomer.customers == 5  # of 2, 4, 5 and 9: four and a half, rounded up


def test_late_teams_do_not_count_one_another() -> None:
    state = play(ready(2), Adjust(0, 8, ""), AddTeam("Late", "ink"), AddTeam("Later", "pink"))
    state = next(after for _, _events, after in by_next(state) if after.round == 2)
    assert [team.customers for team in state.teams] == [8, 0, 4, 4]


def test_a_late_team_has_tokens_passes_and_eyes() -> None:
    state = late(to_ready(game(2, cards=DILEMMAS)))
    newcomer = state.teams[-1]
    assert (newcomer.tokens, newcomer.passes) == (2, 2)
    assert newcomer.persona
    assert newcomer.persona not in {team.persona for team in state.teams[:-1]}


def test_before_play_a_team_joins_at_once() -> None:
    state, events = happens(game(2), AddTeam("Third", "ink"))
    assert the(events, TeamJoined).waits is False
    assert len(state.teams) == 3
    told = play(state, Next(), Next())
    fourth, events = happens(told, AddTeam("Fourth", "pink"))
    assert fourth.teams[-1].persona
    assert each(events, PersonaDrawn)


def test_who_joins_while_eyes_are_shown_gets_eyes_and_together_there_are_none_to_get() -> None:
    for turns in Turns:
        state = play(game(2, turns=turns), Begin(), Next())
        assert isinstance(state.stage, Personas)
        joined = play(state, AddTeam("New", "ink")).teams[-1]
        assert bool(joined.persona) is (turns is Turns.ONE_BY_ONE)


def test_there_are_eight_teams_at_most() -> None:
    state = game(8)
    assert refused(state, AddTeam("Ninth", "orange")) == "too_many_teams"
    waiting = play(ready(7), AddTeam("Eighth", "ink"))
    assert refused(waiting, AddTeam("Ninth", "ink")) == "too_many_teams"


def test_after_play_nobody_joins_any_more() -> None:
    state = play(ready(2), EndPlay())
    assert refused(state, AddTeam("Late", "ink")) == "not_now"


@pytest.mark.parametrize(
    ("name", "colour", "why"),
    [
        ("", "ink", "name_empty"),
        ("  ", "ink", "name_empty"),
        ("sky", "ink", "name_taken"),
        (" SKY ", "ink", "name_taken"),
        ("New", "sky", "colour_taken"),
        ("New", "mauve", "out_of_bounds"),
        ("x" * 41, "ink", "out_of_bounds"),
    ],
)
def test_names_and_colours_are_a_teams_own(name: str, colour: str, why: str) -> None:
    assert refused(ready(2), AddTeam(name, colour)) == why
    assert refused(ready(2), EditTeam(0, name, colour)) == why


def test_a_team_can_be_renamed_and_recoloured_also_while_it_waits() -> None:
    state, events = happens(ready(2), EditTeam(1, " The  Desk ", "ink"))
    assert the(events, TeamEdited) == TeamEdited(1, "The Desk", "ink")
    assert (state.teams[1].name, state.teams[1].colour) == ("The Desk", "ink")
    # Its own name, in other letters, is still its own.
    assert play(state, EditTeam(1, "THE DESK", "ink")).teams[1].name == "THE DESK"
    waiting = play(state, AddTeam("Late", "pink"))
    assert play(waiting, EditTeam(2, "Later", "pink")).joining[0].name == "Later"
    assert refused(waiting, EditTeam(0, "Late", "orange")) == "name_taken"
    assert refused(waiting, EditTeam(2, "Orange", "pink")) == "name_taken"


def test_removing_a_team_waits_for_the_cards_end() -> None:
    state, events = happens(on_card(dilemma("x")), RemoveTeam(1))
    assert the(events, TeamLeft) == TeamLeft(1, waits=True)
    assert len(state.teams) == 3
    assert refused(state, RemoveTeam(1)) == "not_this_team"
    state = to_step(state, Step.TALK)
    state, events = happens(state, Next())
    assert the(events, TeamLeft) == TeamLeft(1, waits=False)
    assert [team.id for team in state.teams] == [0, 2]
    assert [team.id for team in state.left] == [1]
    assert (state.active, state.queue) == (2, ())
    assert state.leaving == ()


def test_between_cards_a_team_leaves_at_once() -> None:
    state, events = happens(ready(3), RemoveTeam(2))
    assert each(events, TeamLeft) == [TeamLeft(2, waits=False)]
    assert state.queue == (1,)


def test_when_the_team_whose_turn_it_is_leaves_the_turn_goes_on() -> None:
    state, events = happens(ready(3), RemoveTeam(0))
    assert state.active == 1
    assert the(events, TurnBegan) == TurnBegan(1)
    # The last team of a round: the round is over.
    state = play(through_turn(ready(2)), RemoveTeam(1))
    assert isinstance(state.stage, Standings)


def test_together_the_die_goes_on_when_its_team_leaves() -> None:
    state = play(ready(3, turns=Turns.TOGETHER), RemoveTeam(0))
    assert (state.active, state.round) == (1, 1)
    state = play(on_card(dilemma("x"), 3, dilemma("y"), turns=Turns.TOGETHER), RemoveTeam(0))
    assert through_turn(state).active == 1


def test_together_the_die_goes_on_from_where_its_team_stood() -> None:
    state = play(on_card(dilemma("x"), 3, dilemma("y"), turns=Turns.TOGETHER), SetTurn(1))
    assert through_turn(play(state, RemoveTeam(1))).active == 2
    # After the last one it begins again with the first.
    state = play(state, SetTurn(2), RemoveTeam(2))
    assert through_turn(state).active == 0


def test_together_it_is_said_who_has_the_die_now() -> None:
    events = happens(ready(3, turns=Turns.TOGETHER), RemoveTeam(0))[1]
    assert the(events, TurnGiven) == TurnGiven(1)


def test_a_team_that_leaves_with_its_card_gets_no_extra_roll() -> None:
    twists = [Twist(id=f"t{i}", title="", prompt="", effects=(RollEffect(),)) for i in range(3)]
    state = play(ready(path="st", die=1, twists=twists), Roll(), Next(), Next(), Next())
    assert state.roll_again
    assert through_turn(play(state, RemoveTeam(0))).active == 1
    # And another that leaves is gone before the extra roll.
    state = play(to_step(play(state, RemoveTeam(2)), Step.TALK), Next())
    assert isinstance(state.stage, Ready)
    assert state.rolled_again
    assert [team.id for team in state.teams] == [0, 1]
    assert state.queue == (1,)


def test_a_team_that_waits_can_be_sent_away_again() -> None:
    state = play(ready(2), AddTeam("Late", "ink"))
    state, events = happens(state, RemoveTeam(2))
    assert the(events, TeamLeft) == TeamLeft(2, waits=False)
    assert state.joining == ()


def test_a_team_is_known_while_it_plays_waits_and_after_it_left() -> None:
    state = play(ready(3), AddTeam("Late", "ink"), RemoveTeam(1))
    known = [state.anyone(team) for team in range(5)]
    assert [team.name if team else None for team in known] == [*NAMES[:3], "Late", None]


def test_the_last_team_stays() -> None:
    assert refused(ready(1), RemoveTeam(0)) == "last_team"
    state = play(on_card(dilemma("x"), 2), RemoveTeam(1))
    assert refused(state, RemoveTeam(0)) == "last_team"


def test_with_one_team_left_there_is_no_bell_no_other_view_and_no_peers() -> None:
    state = play(
        ready(
            2,
            cards=[quiz("q"), dilemma("d"), open_card("o", judge=Judging.PEERS)],
            twists=(),
            mirrors=(),
        ),
        RemoveTeam(1),
    )
    for _, _events, after in by_next(state):
        if isinstance(after.stage, OnCard):
            assert after.stage.bell is None
            assert after.stage.step not in (Step.BELL, Step.VIEW)


def test_a_teams_id_is_never_given_again() -> None:
    state = play(game(3), RemoveTeam(2), AddTeam("New", "ink"))
    assert [team.id for team in state.teams] == [0, 1, 3]
    state = play(ready(2), AddTeam("Late", "ink"), AddTeam("Later", "pink"), RemoveTeam(3))
    state = play(state, AddTeam("Last", "rust"))
    assert [team.id for team in state.joining] == [2, 4]
