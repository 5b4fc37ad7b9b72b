"""What the facilitator can put right at any moment, without stopping the game."""

from __future__ import annotations

from game.rules import rounds, walking
from game.rules.actions import (
    AddTeam,
    ChangeRule,
    EditTeam,
)
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
from game.rules.move import Move
from game.rules.opening import open_card
from game.rules.piles import put_played, put_under, take, take_same_kind
from game.rules.ruleset import Turns
from game.rules.state import (
    MIRROR,
    TWIST,
    Brief,
    ChooseFor,
    Insight,
    Lobby,
    MirrorTold,
    OnCard,
    Personas,
    Podium,
    Ready,
    Standings,
    Step,
    Team,
    TwistTold,
    evolve,
)

BETWEEN = (Lobby, Brief, Personas, Ready, Standings, Podium)
"""Stages in which no card is open and no pawn under way."""


def pass_card(move: Move, team: int) -> None:
    """Another card of the same kind; the passed one goes under its pile."""
    stage, card = move.on_card, move.state.card
    assert card is not None
    found = take_same_kind(move, card.kind, stage.pile)
    assert found is not None, "a pass is only offered when there is another card"
    put_under(move, stage.pile, stage.card)
    move.team(team, passes=move.state.team(team).passes - 1)
    move.say(Passed(team, stage.card))
    open_card(move, *found)


def skip(move: Move) -> None:
    """Put the open card aside: the turn ends; after a twist the team still draws."""
    stage = move.state.stage
    match stage:
        case OnCard():
            move.say(Skipped(stage.card))
            put_played(move, stage.pile, stage.card)
            rounds.end_turn(move)
        case MirrorTold():
            move.say(Skipped(stage.mirror))
            put_played(move, MIRROR, stage.mirror)
            rounds.end_turn(move)
        case TwistTold():
            move.say(Skipped(stage.twist))
            put_played(move, TWIST, stage.twist)
            walking.choose(move, ChooseFor.TWIST)
        case _:
            raise AssertionError("only an open card can be skipped")


def replace_card(move: Move) -> None:
    """Another one from the same pile; the open one goes under it."""
    stage = move.state.stage
    match stage:
        case OnCard():
            card, pile = stage.card, stage.pile
        case MirrorTold():
            card, pile = stage.mirror, MIRROR
        case TwistTold():
            card, pile = stage.twist, TWIST
        case _:
            raise AssertionError("only an open card can be replaced")
    move.say(Replaced(card))
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
    move.say(PutOnTop(card))


def set_turn(move: Move, team: int) -> None:
    """It is another team's turn; the one that had it is next, if it has not played yet."""
    state = move.state
    queue = state.queue
    if not state.rules.together and team in queue:
        queue = (state.active, *(waiting for waiting in queue if waiting != team))
    elif not state.rules.together:
        queue = (state.active, *queue)
    move.set(active=team, queue=queue)
    if isinstance(state.stage, OnCard):
        move.stage(team=team, answers=(), asked=False, plan=None)
    move.say(TurnGiven(team))


def add_team(move: Move, action: AddTeam) -> None:
    """A team joins: at once before play, else in the next round."""
    state = move.state
    team = Team(id=state.next_team, name=tidy(action.name), colour=action.colour,
                tokens=state.rules.view_tokens, passes=state.rules.passes)
    waits = state.round > 0
    if waits:
        move.set(joining=(*state.joining, team), next_team=team.id + 1)
    else:
        move.set(teams=(*state.teams, team), next_team=team.id + 1)
        if isinstance(state.stage, Personas) and not state.rules.together:
            rounds.draw_persona(move, team)
    move.say(TeamJoined(team.id, team.name, waits))


def remove_team(move: Move, team: int) -> None:
    """A team leaves; while a card is open or a pawn under way, when that is done."""
    state = move.state
    if any(late.id == team for late in state.joining):
        move.set(joining=tuple(late for late in state.joining if late.id != team))
        move.say(TeamLeft(team, False))
        return
    if not isinstance(state.stage, BETWEEN):
        move.set(leaving=(*state.leaving, team))
        move.say(TeamLeft(team, True))
        return
    move.set(leaving=(team,))
    rounds.let_out(move)
    move.set(queue=tuple(waiting for waiting in move.state.queue if waiting != team))
    if isinstance(state.stage, Ready) and state.active == team:
        if state.rules.together:
            move.set(active=rounds.following(move.ids(), team))
            move.say(TurnGiven(move.state.active))
        else:
            rounds.hand_on(move)


def edit_team(move: Move, action: EditTeam) -> None:
    """Another name or colour, for a team that plays or waits to."""
    def edited(team: Team) -> Team:
        if team.id != action.team:
            return team
        return evolve(team, name=tidy(action.name), colour=action.colour)

    move.set(teams=tuple(map(edited, move.state.teams)),
             joining=tuple(map(edited, move.state.joining)))
    move.say(TeamEdited(action.team, tidy(action.name), action.colour))


def change_rule(move: Move, action: ChangeRule) -> None:
    """A house rule, from now on; the way of taking turns from the next round on."""
    state = move.state
    if action.rule == "turns" and state.round > 0:
        wanted = "" if state.rules.turns == action.value else str(action.value)
        move.set(new_turns=wanted)
    elif action.rule == "turns":
        turns = Turns(str(action.value))
        move.set(rules=evolve(state.rules, turns=turns), plan=evolve(state.plan, turns=turns))
    elif action.rule == "judge":
        move.set(rules=evolve(state.rules, judge=Judging(str(action.value))))
    else:
        move.set(rules=evolve(state.rules, **{action.rule: action.value}))
    move.say(RuleChanged(action.rule, action.value))


def note_insight(move: Move, team: int | None, text: str) -> None:
    """Keep what was said, with what it was about."""
    stage = move.state.stage
    match stage:
        case OnCard():
            about = stage.card
        case MirrorTold():
            about = stage.mirror
        case TwistTold():
            about = stage.twist
        case _:
            about = ""
    insight = Insight(team=team, text=text, about=about)
    move.set(insights=(*move.state.insights, insight))
    move.say(InsightNoted(team, text))


def tidy(name: str) -> str:
    """A name without the spaces nobody sees."""
    return " ".join(name.split())


def may_replace(stage: object) -> bool:
    """True for an open card that has not been revealed."""
    if isinstance(stage, OnCard):
        return stage.step not in (Step.REVEAL, Step.TALK)
    return isinstance(stage, TwistTold | MirrorTold)


def may_give_turn(stage: object) -> bool:
    """True while a turn, or a `turn` card nobody has answered, can change hands."""
    if isinstance(stage, OnCard):
        return stage.play is Play.TURN and stage.step in (Step.READ, Step.DISCUSS)
    return isinstance(stage, Ready)

