"""Rounds and turns: who is next, whether another round fits, and the end of play."""

from __future__ import annotations

from game.rules.cards import Persona
from game.rules.events import (
    LastRound,
    PersonaDrawn,
    PlayEnded,
    PodiumShown,
    RollGranted,
    RoundBegan,
    StandingsShown,
    TeamJoined,
    TeamLeft,
    TurnBegan,
    TurnEnded,
)
from game.rules.move import Move
from game.rules.ruleset import Turns
from game.rules.state import Podium, Ready, Standings, State, Team, evolve


def draw_personas(move: Move) -> None:
    """Everyone gets other eyes at random: each team, or the customer."""
    if move.state.rules.together:
        draw_customer(move)
        return
    for team in move.state.teams:
        draw_persona(move, team)


def draw_persona(move: Move, team: Team) -> None:
    """Eyes nobody else looks through, as long as there are enough."""
    taken = {other.persona for other in move.state.teams}
    free = [p for p in move.state.content.personas if p.id not in taken]
    persona, fell = _pick(move, free or list(move.state.content.personas))
    move.team(team.id, persona=persona.id)
    move.say(PersonaDrawn(team.id, persona.id, (fell,)))


def draw_customer(move: Move) -> None:
    """The customer on the board becomes somebody else."""
    customer = move.state.customer
    others = [p for p in move.state.content.personas if p.id != customer.persona]
    persona, fell = _pick(move, others or list(move.state.content.personas))
    move.set(customer=evolve(customer, persona=persona.id, cards=0))
    move.say(PersonaDrawn(None, persona.id, (fell,)))


def _pick(move: Move, personas: list[Persona]) -> tuple[Persona, int]:
    fell = move.chance.below(len(personas))
    return personas[fell], fell


def has_personas(state: State) -> bool:
    """True when personas are drawn in this session."""
    return state.rules.personas and bool(state.content.personas)


def begin_play(move: Move) -> None:
    """The first round."""
    move.set(play_began=move.at, idle_ms=0, held_at=move.at)
    begin_round(move)


def begin_round(move: Move) -> None:
    """One more round: late teams join, and it is announced if it is the last."""
    _change_turns(move)
    _let_in(move)
    state = move.state
    number = state.round + 1
    last = number >= state.plan.rounds or not _fits(state, move.at, rounds=2)
    ids = move.ids()
    if state.rules.together:
        active, queue = following(ids, state.active), ids[:0]
    else:
        active, queue = ids[0], ids[1:]
    move.set(round=number, active=active, queue=queue, last_round=last)
    move.say(RoundBegan(number, last))
    _begin_turn(move)


def following(ids: tuple[int, ...], active: int) -> int:
    """Whose the die is next, in rotation; the first if the last holder has left."""
    if active not in ids:
        return next((i for i in ids if i > active), ids[0])
    return ids[(ids.index(active) + 1) % len(ids)]


def _begin_turn(move: Move) -> None:
    move.set(stage=Ready(), roll_again=False, rolled_again=False)
    move.clear_clock()
    move.say(TurnBegan(move.state.active))


def _fits(state: State, at: int, rounds: int) -> bool:
    """Whether so many whole rounds fit into what is left of play, at this session's pace."""
    if state.round == 0 or state.plan.play_ms <= 0:
        return True
    elapsed = state.play_elapsed(at)
    pace = elapsed / state.round
    return elapsed + rounds * pace <= state.plan.play_ms


def end_turn(move: Move) -> None:
    """The turn is over: the same team once more, the next team, or the end of the round."""
    state = move.state
    if state.roll_again and not state.rolled_again and not state.end_reached:
        move.set(stage=Ready(), roll_again=False, rolled_again=True)
        move.clear_clock()
        move.say(RollGranted(state.active))
        return
    for team in state.teams:
        if state.rules.together or team.id == state.active:
            move.team(team.id, turns=team.turns + 1)
    if state.rules.together:
        move.set(customer=evolve(state.customer, cards=state.customer.cards + 1))
    move.say(TurnEnded(state.active))
    move.clear_clock()
    let_out(move)
    hand_on(move)


def hand_on(move: Move) -> None:
    """The turn goes to the next team of the queue, or the round ends."""
    queue = tuple(team for team in move.state.queue if team in move.ids())
    if queue:
        move.set(active=queue[0], queue=queue[1:])
        _begin_turn(move)
    else:
        move.set(queue=())
        _end_round(move)


def _end_round(move: Move) -> None:
    because = _why_over(move.state, move.at)
    if because:
        end_play(move, because)
        return
    state = move.state
    rules = state.rules
    every = rules.standings_every_together if rules.together else rules.standings_every
    if every and state.round % every == 0 and not rules.hide_scores:
        move.set(stage=Standings())
        move.say(StandingsShown(False))
    else:
        begin_round(move)


def _why_over(state: State, at: int) -> str:
    if state.end_reached:
        return "end"
    if state.round >= state.plan.rounds:
        return "plan"
    if state.last_round or not _fits(state, at, rounds=1):
        return "time"
    return ""


def announce_last(move: Move) -> None:
    """It has become clear in mid-round that this round is the last."""
    if not move.state.last_round:
        move.set(last_round=True)
        move.say(LastRound())


def end_play(move: Move, because: str) -> None:
    """Play ends; the final standings, then the podium."""
    move.clear_clock()
    let_out(move)
    move.set(queue=(), roll_again=False)
    move.say(PlayEnded(because))
    if move.state.rules.hide_scores:
        show_podium(move)
    else:
        move.set(stage=Standings(final=True))
        move.say(StandingsShown(True))


def show_podium(move: Move) -> None:
    """Who won, and the awards."""
    move.set(stage=Podium())
    move.say(PodiumShown())


def _let_in(move: Move) -> None:
    """Late teams join, last in order, at the rearmost pawn, with the median score."""
    for late in move.state.joining:
        teams = move.state.teams
        rear = min(teams, key=lambda team: (team.laps, team.position))
        scores = sorted(team.customers for team in teams)
        middle = scores[(len(scores) - 1) // 2]
        move.set(teams=(*teams, evolve(late, position=rear.position, laps=rear.laps,
                                       customers=middle)))
        move.say(TeamJoined(late.id, late.name, False))
        if has_personas(move.state) and not move.state.rules.together:
            draw_persona(move, late)
    move.set(joining=())


def let_out(move: Move) -> None:
    """Teams that were to leave when the card is done, leave."""
    state = move.state
    for leaving in state.leaving:
        staying = tuple(team for team in move.state.teams if team.id != leaving)
        gone = tuple(team for team in move.state.teams if team.id == leaving)
        if gone and staying:
            move.set(teams=staying, left=(*move.state.left, *gone))
            move.say(TeamLeft(leaving, False))
    move.set(leaving=())


def _change_turns(move: Move) -> None:
    """The other way of taking turns, if the facilitator asked for it."""
    state = move.state
    if not state.new_turns:
        return
    turns = Turns(state.new_turns)
    left = max(0, state.plan.play_ms - state.play_elapsed(move.at))
    # The pace of one way says nothing about the other: keep the share of play that is left.
    factor = len(state.teams) if turns is Turns.TOGETHER else 1 / len(state.teams)
    remaining = max(1, round((state.plan.rounds - state.round) * factor))
    plan = evolve(state.plan, turns=turns, rounds=state.round + remaining,
                  round_ms=left // remaining)
    move.set(rules=evolve(state.rules, turns=turns), plan=plan, new_turns="")
    if turns is Turns.TOGETHER and has_personas(state) and not state.customer.persona:
        draw_customer(move)
