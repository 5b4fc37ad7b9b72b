"""What the facilitator can put right at any moment, without stopping the game."""

from __future__ import annotations

from game.rules import debrief, personas, rounds, walking
from game.rules.actions import AddTeam, ChangeRule, EditTeam
from game.rules.cards import Judging, Play
from game.rules.events import (
    InsightNoted,
    Passed,
    PutOnTop,
    Replaced,
    RuleChanged,
    Skipped,
    TeamEdited,
    TeamJoined,
    TeamLeft,
    TurnGiven,
)
from game.rules.leeway import moment
from game.rules.move import Move
from game.rules.opening import close_card, open_card
from game.rules.piles import put_played, put_under, take, take_same_kind
from game.rules.ruleset import Turns, replan
from game.rules.start import tidy
from game.rules.state import (
    MIRROR,
    TWIST,
    Brief,
    ChooseFor,
    ClockFor,
    Insight,
    Lobby,
    MirrorTold,
    OnCard,
    Personas,
    Podium,
    Ready,
    Standings,
    Team,
    TwistTold,
    evolve,
)

_BETWEEN = (Lobby, Brief, Personas, Ready, Standings, Podium)
"""Stages in which no card is open and no pawn under way."""


def pass_card(move: Move, team: int) -> None:
    """Another card of the same kind; the passed one goes under its pile."""
    stage, card = move.on_card, move.state.card
    assert card is not None
    found = take_same_kind(move, card.kind, stage.pile)
    assert found is not None, "a pass is only offered when there is another card"
    put_under(move, stage.pile, stage.card)
    move.team(team, passes=move.state.team(team).passes - 1)
    move.events.append(Passed(team, stage.card))
    open_card(move, *found)


def skip(move: Move) -> None:
    """Put the open card aside: the turn ends; after a twist the team still draws."""
    stage = move.state.stage
    card, pile = _open_now(stage)
    move.events.append(Skipped(card))
    put_played(move, pile, card)
    if isinstance(stage, TwistTold):
        walking.choose(move, ChooseFor.TWIST)
    else:
        rounds.end_turn(move)


def _open_now(stage: object) -> tuple[str, str]:
    """The card, twist or mirror on the wall, and its pile."""
    match stage:
        case OnCard():
            return stage.card, stage.pile
        case MirrorTold():
            return stage.mirror, MIRROR
        case TwistTold():
            return stage.twist, TWIST
        case _:
            raise AssertionError("no card is open")


def end_play(move: Move) -> None:
    """Play ends here; an open card counts as played, and is remembered if it was revealed."""
    stage = move.state.stage
    if moment(stage).card:
        card, pile = _open_now(stage)
        put_played(move, pile, card)
    elif isinstance(stage, OnCard):
        close_card(move)
    rounds.end_play(move, "facilitator")


def replace_card(move: Move) -> None:
    """Another one from the same pile; the open one goes under it."""
    card, pile = _open_now(move.state.stage)
    move.events.append(Replaced(card))
    # Draw first, so that a pile with nothing else does not give back the same card.
    drawn, source = take(move, pile)
    put_under(move, pile, card)
    if source == TWIST:
        walking.tell_twist(move, drawn)
    elif source == MIRROR:
        walking.tell_mirror(move, drawn)
    else:
        open_card(move, drawn, source)


def put_next(move: Move, card: str) -> None:
    """This card comes up at the next draw."""
    move.set(put_next=card)
    move.events.append(PutOnTop(card))


def set_turn(move: Move, team: int) -> None:
    """It is another team's turn; the one that had it is next, if it has not played yet."""
    state = move.state
    queue = state.queue
    if not state.rules.together:
        queue = (state.active, *(waiting for waiting in queue if waiting != team))
    move.set(active=team, queue=queue, roll_again=False, rolled_again=False)
    stage = state.stage
    if isinstance(stage, OnCard) and stage.play is Play.TURN:
        move.stage(team=team, answers=(), asked=False, plan=None)
    elif isinstance(stage, OnCard):
        move.stage(team=team)
    move.events.append(TurnGiven(team))


def add_team(move: Move, action: AddTeam) -> None:
    """A team joins: at once before play, else in the next round."""
    state = move.state
    team = Team(
        id=state.next_team,
        name=tidy(action.name),
        colour=action.colour,
        tokens=state.rules.view_tokens,
        passes=state.rules.passes,
    )
    waits = state.round > 0
    if waits:
        move.set(joining=(*state.joining, team), next_team=team.id + 1)
    else:
        move.set(teams=(*state.teams, team), next_team=team.id + 1)
        shown = isinstance(state.stage, Personas) and not state.rules.together
        # A reload may have taken the last persona out of the decks since they were drawn.
        if shown and state.content.personas:
            personas.draw_persona(move, team)
        _plan_again(move)
    move.events.append(TeamJoined(team.id, team.name, waits))


def remove_team(move: Move, team: int) -> None:
    """A team leaves; while a card is open or a pawn under way, when that is done."""
    state = move.state
    if any(late.id == team for late in state.joining):
        move.set(joining=tuple(late for late in state.joining if late.id != team))
        move.events.append(TeamLeft(team, False))
        return
    if not isinstance(state.stage, _BETWEEN):
        move.set(leaving=(*state.leaving, team))
        move.events.append(TeamLeft(team, True))
        return
    move.set(leaving=(team,))
    rounds.let_out(move)
    _plan_again(move)
    if isinstance(state.stage, Ready) and state.active == team:
        if state.rules.together:
            move.set(active=rounds.following(move.ids(), team))
            move.events.append(TurnGiven(move.state.active))
        else:
            rounds.hand_on(move)


def _plan_again(move: Move) -> None:
    """Before play, the plan goes with the number of teams and the way they take turns."""
    state = move.state
    if state.round == 0:
        move.set(plan=replan(state.plan, state.rules.turns, len(state.teams)))


def edit_team(move: Move, action: EditTeam) -> None:
    """Another name or colour, for a team that plays or waits to."""

    def edited(team: Team) -> Team:
        if team.id != action.team:
            return team
        return evolve(team, name=tidy(action.name), colour=action.colour)

    move.set(
        teams=tuple(map(edited, move.state.teams)), joining=tuple(map(edited, move.state.joining))
    )
    move.events.append(TeamEdited(action.team, tidy(action.name), action.colour))


def change_rule(move: Move, action: ChangeRule) -> None:
    """A house rule, from now on; the way of taking turns from the next round on."""
    state = move.state
    if action.rule == "turns" and state.round > 0:
        wanted = "" if state.rules.turns == action.value else str(action.value)
        move.set(new_turns=wanted)
    elif action.rule == "turns":
        move.set(rules=evolve(state.rules, turns=Turns(str(action.value))))
        _plan_again(move)
    elif action.rule == "judge":
        move.set(rules=evolve(state.rules, judge=Judging(str(action.value))))
    else:
        _issue(move, action)
        if action.rule == "discuss_seconds" and not action.value:
            _no_clock(move)
        move.set(rules=evolve(state.rules, **{action.rule: action.value}))
    move.events.append(RuleChanged(action.rule, action.value))


def _no_clock(move: Move) -> None:
    """Discussions have no clock any more, the one going on included."""
    clock = move.state.clock
    if clock is not None and clock.purpose is ClockFor.DISCUSS:
        move.clear_clock()


def _issue(move: Move, action: ChangeRule) -> None:
    """More tokens or passes for a session are more for every team, and fewer are fewer."""
    field = {"view_tokens": "tokens", "passes": "passes"}.get(action.rule)
    if field is None:
        return
    more = int(action.value) - int(getattr(move.state.rules, action.rule))

    def issued(team: Team) -> Team:
        return evolve(team, **{field: max(0, getattr(team, field) + more)})

    move.set(
        teams=tuple(map(issued, move.state.teams)), joining=tuple(map(issued, move.state.joining))
    )


def note_insight(move: Move, team: int | None, text: str) -> None:
    """Keep what was said, with what it was about."""
    stage = move.state.stage
    told = isinstance(stage, OnCard | MirrorTold | TwistTold)
    about = _open_now(stage)[0] if told else debrief.card_on_page(move.state)
    asked = debrief.asking(move.state)
    question = asked.question.text if asked is not None else ""
    insight = Insight(team=team, text=text, about=about, question=question)
    move.set(insights=(*move.state.insights, insight))
    move.events.append(InsightNoted(team, text))
