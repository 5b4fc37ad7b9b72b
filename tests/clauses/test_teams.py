"""Teams: who has the turn, who comes late, leaves, or is called otherwise."""

from __future__ import annotations

from game.rules.actions import (
    AddTeam,
    EditTeam,
    EndPlay,
    LockAnswer,
    Next,
    RemoveTeam,
    SetAnswer,
    SetTurn,
)
from game.rules.events import Asked, TeamJoined, TeamLeft, TurnGiven
from game.rules.state import Ready, State, Step, evolve
from tests.clauses.asides import cards, end_of_card
from tests.clauses.moments import MOMENTS, READ, READY
from tests.rules.pieces import dilemma
from tests.rules.table import (
    customers,
    each,
    happens,
    on_card,
    play,
    refused,
    stage,
    the,
    to_step,
    with_team,
)


def test_the_turn_is_given_to_another_team_and_the_one_that_had_it_is_next() -> None:
    state, events = happens(READY, SetTurn(2))
    assert the(events, TurnGiven) == TurnGiven(2)
    assert (state.active, state.queue) == (2, (0, 1))


def test_an_open_card_goes_along_without_the_first_teams_answer() -> None:
    state = play(to_step(cards(), Step.DISCUSS), SetAnswer(0, 1), SetTurn(1))
    assert (stage(state).team, stage(state).answers) == (1, ())
    assert refused(state, LockAnswer(0, 1)) == "not_this_team"
    state = to_step(play(state, LockAnswer(1, 1)), Step.REVEAL)
    assert customers(state) == (0, 3, 0)


def test_who_gets_the_turn_of_an_open_card_is_asked_for_an_answer_anew() -> None:
    asked = play(to_step(READ, Step.DISCUSS), Next())
    assert stage(asked).asked
    state, events = happens(play(asked, SetTurn(2)), Next())
    assert the(events, Asked) == Asked((2,))
    assert stage(state).step is Step.DISCUSS


def test_a_turn_does_not_change_hands_after_the_answer() -> None:
    for name in ("view", "reveal", "landed"):
        assert refused(MOMENTS[name], SetTurn(1)) == "not_now"


def late(*scores: int, at: tuple[int, ...]) -> State:
    """A team joins at these scores and pawns; then the round is played to its end."""
    state = on_card(dilemma("c"), len(scores), dilemma("d"), path="s" + "?" * 20, standings_every=0)
    state = play(state, AddTeam("Late", "ink"))
    while state.round == 1:
        for team, (score, space) in enumerate(zip(scores, at, strict=True)):
            state = with_team(state, team, customers=score, position=space)
        state = play(state, Next())
    return state


def test_a_late_team_joins_in_the_next_round_last_in_order() -> None:
    waiting, events = happens(READ, AddTeam("Late", "ink"))
    assert the(events, TeamJoined) == TeamJoined(3, "Late", True)
    assert len(waiting.teams) == 3
    state = late(3, 0, 9, at=(6, 4, 8))
    assert [team.name for team in state.teams][-1] == "Late"
    assert (state.round, state.active, state.queue) == (2, 0, (1, 2, 3))
    assert state.joining == (), "it joins once"


def test_a_late_team_stands_at_the_rearmost_pawn_with_the_median_score() -> None:
    joined = late(3, 0, 9, at=(6, 4, 8)).teams[-1]
    assert (joined.position, joined.customers) == (4, 3)
    assert (joined.tokens, joined.passes) == (2, 2)
    assert joined.persona, "and looks through eyes of its own, as every team does"


def test_a_pawn_a_lap_behind_is_the_rearmost() -> None:
    state = play(MOMENTS["talk"], AddTeam("Late", "ink"))
    while state.round == 1:
        for team, (space, laps) in enumerate(((1, 1), (7, 0), (3, 2))):
            state = with_team(state, team, position=space, laps=laps)
        state = play(state, Next())
    assert (state.teams[-1].position, state.teams[-1].laps) == (7, 0)


def test_before_play_a_team_joins_at_once() -> None:
    state = play(MOMENTS["brief"], AddTeam("Early", "ink"))
    assert [team.name for team in state.teams][-1] == "Early"
    personas = play(MOMENTS["personas"], AddTeam("Early", "ink"))
    assert personas.teams[-1].persona


def test_a_team_needs_a_name_and_a_colour_of_its_own_and_there_are_eight_at_most() -> None:
    assert refused(READY, AddTeam(" orange ", "ink")) == "name_taken"
    assert refused(READY, AddTeam("Owls", "orange")) == "colour_taken"
    assert refused(READY, AddTeam("  ", "ink")) == "name_empty"
    eight = on_card(dilemma("c"), 8)
    assert refused(eight, AddTeam("Owls", "ink")) == "too_many_teams"


def test_removing_a_team_waits_for_the_cards_end() -> None:
    state, events = happens(READ, RemoveTeam(0))
    assert the(events, TeamLeft) == TeamLeft(0, True)
    assert len(state.teams) == 3
    after = end_of_card(play(state, LockAnswer(0, 1)))
    assert [team.id for team in after.teams] == [1, 2]
    assert [(team.id, team.customers) for team in after.left] == [(0, 3)]
    assert after.active == 1


def test_a_team_that_left_before_its_turn_has_none() -> None:
    state = end_of_card(play(READ, RemoveTeam(1)))
    assert (state.round, state.active, state.queue, state.leaving) == (1, 2, (), ())


def test_it_leaves_with_the_card_though_the_same_team_rolls_again() -> None:
    state = end_of_card(play(evolve(READ, roll_again=True), RemoveTeam(1)))
    assert isinstance(state.stage, Ready)
    assert (state.active, [team.id for team in state.teams]) == (0, [0, 2])


def test_a_team_that_was_to_leave_is_gone_when_play_is_ended() -> None:
    state, events = happens(play(READ, RemoveTeam(1)), EndPlay())
    assert the(events, TeamLeft) == TeamLeft(1, False)
    assert ([team.id for team in state.teams], [team.id for team in state.left]) == ([0, 2], [1])
    assert state.queue == (), "nobody has a turn to come"


def test_between_cards_a_team_leaves_at_once_and_the_next_has_the_turn() -> None:
    state, events = happens(READY, RemoveTeam(0))
    assert each(events, TeamLeft) == [TeamLeft(0, False)]
    assert [team.id for team in state.teams] == [1, 2]
    assert state.active == 1


def test_the_last_team_stays() -> None:
    state = play(READ, RemoveTeam(0), RemoveTeam(1))
    assert refused(state, RemoveTeam(2)) == "last_team"


def test_a_late_team_that_waits_can_be_taken_back() -> None:
    state = play(READ, AddTeam("Late", "ink"), RemoveTeam(3))
    assert state.joining == ()
    assert refused(state, RemoveTeam(3)) == "no_such_team"


def test_a_team_gets_another_name_and_colour_and_keeps_all_else() -> None:
    before = with_team(READY, 1, customers=7)
    state = play(before, EditTeam(1, " The  Owls ", "pink"))
    assert state.teams[1] == evolve(before.teams[1], name="The Owls", colour="pink")
    assert refused(state, EditTeam(1, "Orange", "pink")) == "name_taken"
    assert refused(state, EditTeam(1, "Owls", "green")) == "colour_taken"
