"""Rounds and turns: who is next, whether another round fits, and the end of play."""

from __future__ import annotations

from dataclasses import replace

from game.rules.events import (
    LastRound,
    PlayEnded,
    PodiumShown,
    RollGranted,
    RoundBegan,
    RoundsSet,
    StandingsShown,
    TeamJoined,
    TeamLeft,
    TimeLeftSet,
    TurnBegan,
    TurnEnded,
)
from game.rules.move import Move
from game.rules.pace import fits, pace, round_ms
from game.rules.personas import deal_personas
from game.rules.ruleset import Turns, replan
from game.rules.scoring import median
from game.rules.state import Podium, Ready, Standings, State, evolve


def begin_play(move: Move) -> None:
    """The first round."""
    move.set(play_began=move.at, idle_ms=0)
    begin_round(move)


def go_on(move: Move) -> None:
    """After the standings: the next round, unless they took its time or it is planned no more."""
    because = _why_over(move.state, move.at)
    if because:
        end_play(move, because)
    else:
        begin_round(move)


def begin_round(move: Move) -> None:
    """One more round: late teams join, and it is announced if it is the last."""
    _let_in(move)
    _change_turns(move)
    deal_personas(move)
    state = move.state
    number = state.round + 1
    last = number >= state.plan.rounds or not fits(state, move.at, rounds=2)
    ids = move.ids()
    if state.rules.together:
        active, queue = following(ids, state.active), ids[:0]
    else:
        active, queue = ids[0], ids[1:]
    move.set(round=number, active=active, queue=queue, last_round=last)
    move.events.append(RoundBegan(number, last))
    _begin_turn(move)


def following(ids: tuple[int, ...], active: int) -> int:
    """Whose the die is next, in rotation, also where the one who had it has left."""
    # Ids grow in order of turns: who joins late comes last.
    return next((i for i in ids if i > active), ids[0])


def _begin_turn(move: Move) -> None:
    move.set(stage=Ready(), roll_again=False, rolled_again=False)
    move.clear_clock()
    move.events.append(TurnBegan(move.state.active))


def end_turn(move: Move) -> None:
    """The turn is over: the same team once more, the next team, or the end of the round."""
    if _rolls_again(move.state):
        let_out(move)
        _roll_again(move)
        return
    state = move.state
    if state.rules.together:
        move.set(
            customer=evolve(state.customer, cards=state.customer.cards + 1),
            teams=tuple([evolve(team, turns=team.turns + 1) for team in state.teams]),
        )
    else:
        move.team(state.active, turns=state.team(state.active).turns + 1)
    move.events.append(TurnEnded(state.active))
    move.clear_clock()
    let_out(move)
    hand_on(move)


def _rolls_again(state: State) -> bool:
    """A twist's extra roll is due: once a turn, and not for a pawn at the end of its road."""
    return (
        state.roll_again
        and not state.rolled_again
        and state.active not in state.leaving
        and not state.board.at_end(state.team(state.active).position)
    )


def _roll_again(move: Move) -> None:
    move.set(stage=Ready(), roll_again=False, rolled_again=True)
    move.clear_clock()
    move.events.append(RollGranted(move.state.active))


def hand_on(move: Move) -> None:
    """The turn goes to the next team of the queue, or the round ends."""
    queue = move.state.queue
    if queue:
        _see_the_end(move, len(queue) / len(move.state.teams))
        move.set(active=queue[0], queue=queue[1:])
        _begin_turn(move)
    else:
        _end_round(move)


def _end_round(move: Move) -> None:
    move.set(after_rounds=(*move.state.after_rounds, move.state.teams))
    because = _why_over(move.state, move.at)
    if because:
        end_play(move, because)
        return
    state = move.state
    rules = state.rules
    every = rules.standings_every_together if rules.together else rules.standings_every
    if every and state.round % every == 0 and not rules.hide_scores:
        move.set(stage=Standings())
        move.events.append(StandingsShown(False))
    else:
        begin_round(move)


def _why_over(state: State, at: int) -> str:
    if state.end_reached:
        return "end"
    if state.round >= state.plan.rounds:
        return "plan"
    if state.last_round or not fits(state, at, rounds=1):
        return "time"
    return ""


def _see_the_end(move: Move, left: float) -> None:
    """Announce in mid-round, with this share of it left, that no other round fits after it."""
    state = move.state
    if state.plan.play_ms <= 0:
        return
    elapsed = state.play_elapsed(move.at)
    takes = round_ms(state, elapsed, state.round - left)
    if elapsed + (left + 1) * takes > state.plan.play_ms:
        announce_last(move)


def announce_last(move: Move) -> None:
    """It has become clear in mid-round that this round is the last."""
    if not move.state.last_round:
        move.set(last_round=True)
        move.events.append(LastRound())


def set_rounds(move: Move, rounds: int) -> None:
    """Play ends after so many rounds, if there is time for them."""
    move.set(plan=replace(move.state.plan, rounds=rounds))
    move.events.append(RoundsSet(rounds, _see_anew(move)))


def set_time_left(move: Move, ms: int) -> None:
    """Play has so much time from now on; the plan's rounds stay, as far as they fit."""
    elapsed = move.state.play_elapsed(move.at)
    # A plan of 0 ms has no limit at all.
    move.set(plan=replace(move.state.plan, play_ms=max(1, elapsed + ms)))
    move.events.append(TimeLeftSet(ms, _see_anew(move)))


def _see_anew(move: Move) -> bool:
    """Whether this round is the last, now that the plan is another; the facilitator said so."""
    now = pace(move.state, move.at)
    # Whoever asks for more rounds does not get time the debrief needs.
    last = now is None or min(now.rounds_left, now.rounds_fit) == 0
    move.set(last_round=last)
    return last


def end_play(move: Move, because: str) -> None:
    """Play ends; the final standings, then the podium."""
    move.clear_clock()
    let_out(move)
    move.set(queue=(), roll_again=False)
    move.events.append(PlayEnded(because))
    if move.state.rules.hide_scores:
        show_podium(move)
    else:
        move.set(stage=Standings(final=True))
        move.events.append(StandingsShown(True))


def show_podium(move: Move) -> None:
    """Who won, and the awards."""
    move.set(stage=Podium())
    move.events.append(PodiumShown())


def _let_in(move: Move) -> None:
    """Late teams join, last in order, at the rearmost pawn, with the median score."""
    state = move.state
    if not state.joining:
        return
    rear = min(state.teams, key=lambda team: (team.laps, team.position))
    middle = median([team.customers for team in state.teams])
    for late in state.joining:
        move.events.append(TeamJoined(late.id, late.name, False))
    move.set(
        joining=(),
        teams=(
            *state.teams,
            *(
                evolve(late, position=rear.position, laps=rear.laps, customers=middle)
                for late in state.joining
            ),
        ),
    )


def let_out(move: Move) -> None:
    """Teams that were to leave when the card is done, leave."""
    state = move.state
    if not state.leaving:
        return
    for leaving in state.leaving:
        staying = tuple(team for team in move.state.teams if team.id != leaving)
        gone = tuple(team for team in move.state.teams if team.id == leaving)
        if gone and staying:
            move.set(teams=staying, left=(*move.state.left, *gone))
            move.events.append(TeamLeft(leaving, False))
    playing = move.ids()
    move.set(leaving=(), queue=tuple([team for team in state.queue if team in playing]))


def _change_turns(move: Move) -> None:
    """The other way of taking turns, if the facilitator asked for it."""
    state = move.state
    if not state.new_turns:
        return
    turns = Turns(state.new_turns)
    elapsed = state.play_elapsed(move.at)
    plan = replan(state.plan, turns, len(state.teams), state.round, elapsed)
    move.set(
        rules=evolve(state.rules, turns=turns),
        plan=plan,
        new_turns="",
        paced_from=(state.round, elapsed),
    )
