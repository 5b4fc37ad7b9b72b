"""Refusals: an action no offer allows, and the reason why."""

from __future__ import annotations

from game.rules.actions import (
    Action,
    AddTeam,
    ChangeRule,
    ChooseCategory,
    EditTeam,
    ExtendClock,
    LockAnswer,
    PassCard,
    PauseClock,
    PutNext,
    RemoveTeam,
    ResumeClock,
    RingBell,
    SetAnswer,
    StopClock,
    TimeUp,
)
from game.rules.answering import may_ring_for_view
from game.rules.domains import NewName, Offer, OneOf
from game.rules.legal import legal_actions, offers_of
from game.rules.refusal import IllegalAction, Refusal
from game.rules.scoring import MOST_TEAMS
from game.rules.state import COLOURS, BellPhase, OnCard, State, Step


def verify(state: State, action: Action, at: int = 0) -> None:
    """Raise IllegalAction, with its reason, unless the action is legal at `at` ms."""
    kind = action.__class__
    for offer in legal_actions(state):
        if offer.action is kind and offer.allows(action):
            break
    else:
        raise IllegalAction(_why(state, action), action)
    if kind is TimeUp and state.clock is not None and state.clock.left(at) > 0:
        raise IllegalAction(Refusal.TOO_SOON, action)


def can(state: State, action: Action, at: int = 0) -> bool:
    """True if the action is legal at `at` ms."""
    try:
        verify(state, action, at)
    except IllegalAction:
        return False
    return True


def _why(state: State, action: Action) -> Refusal:
    """The reason a person can do something with."""
    team = getattr(action, "team", None)
    known = {t.id for t in (*state.teams, *state.joining)}
    if team is not None and team not in known:
        return Refusal.NO_SUCH_TEAM
    offers = offers_of(state, type(action))
    match action:
        case RingBell():
            return _why_no_bell(state, action)
        case PassCard():
            return _why_no_pass(state, action)
        case PauseClock() | ResumeClock() | StopClock() | ExtendClock() if state.clock is None:
            return Refusal.NO_CLOCK
        case TimeUp():
            return Refusal.NO_CLOCK
        case AddTeam() if not offers:
            full = len(known) >= MOST_TEAMS
            return Refusal.TOO_MANY_TEAMS if full else Refusal.NOT_NOW
        case AddTeam() | EditTeam() if offers:
            return _why_no_team(offers, action)
        case RemoveTeam():
            alone = len(state.teams) - len(state.leaving) < 2
            return Refusal.LAST_TEAM if alone else Refusal.NOT_THIS_TEAM
        case ChooseCategory() if offers:
            return Refusal.NO_SUCH_CATEGORY
        case PutNext() if offers:
            return Refusal.NO_SUCH_CARD
        case ChangeRule() if not any(_field_allows(o, "rule", action.rule) for o in offers):
            return Refusal.NO_SUCH_RULE
        case SetAnswer() | LockAnswer() if offers:
            return _why_no_answer(state, offers, action)
    if not offers:
        return Refusal.HELD if state.held else Refusal.NOT_NOW
    if team is not None and not any(_field_allows(o, "team", team) for o in offers):
        return Refusal.NOT_THIS_TEAM
    return Refusal.OUT_OF_BOUNDS


def _field_allows(offer: Offer, name: str, value: object) -> bool:
    domain = offer.field(name)
    return domain is not None and domain.allows(value)


def _why_no_answer(state: State, offers: tuple[Offer, ...],
                   action: SetAnswer | LockAnswer) -> Refusal:
    if any(_field_allows(offer, "team", action.team) for offer in offers):
        return Refusal.NOT_AN_ANSWER
    stage = state.stage
    if isinstance(stage, OnCard) and action.team in stage.changed:
        return Refusal.ALREADY_CHANGED
    return Refusal.NOT_THIS_TEAM


def _why_no_bell(state: State, action: RingBell) -> Refusal:
    stage = state.stage
    bell = stage.bell if isinstance(stage, OnCard) else None
    if bell is None or bell.phase is BellPhase.CLOSED:
        return Refusal.BELL_CLOSED
    if state.held:
        return Refusal.HELD
    if action.team in bell.out or any(ring.team == action.team for ring in bell.rings):
        return Refusal.ALREADY_RUNG
    if action.team not in bell.eligible:
        view = isinstance(stage, OnCard) and stage.step in (Step.VIEW, Step.VIEW_TAKEN)
        spent = view and state.team(action.team).tokens == 0 and action.team not in (
            may_ring_for_view(state))
        return Refusal.NO_TOKENS if spent else Refusal.NOT_THIS_TEAM
    return Refusal.OUT_OF_BOUNDS


def _why_no_pass(state: State, action: PassCard) -> Refusal:
    stage, card = state.stage, state.card
    if (not isinstance(stage, OnCard) or card is None or card.play != "turn"
            or stage.play != "turn" or stage.step not in (Step.READ, Step.DISCUSS)):
        return Refusal.NOT_NOW
    if action.team != stage.team:
        return Refusal.NOT_THIS_TEAM
    if state.team(action.team).passes == 0:
        return Refusal.NO_PASSES
    return Refusal.NO_OTHER_CARD


def _why_no_team(offers: tuple[Offer, ...], action: AddTeam | EditTeam) -> Refusal:
    if not action.name.strip():
        return Refusal.NAME_EMPTY
    if isinstance(action, EditTeam):
        offers = tuple(o for o in offers if o.field("team") == OneOf((action.team,)))
    for offer in offers:
        name = offer.field("name")
        taken = isinstance(name, NewName) and not NewName(name.taken).allows(action.name[:40])
        if taken:
            return Refusal.NAME_TAKEN
        if not _field_allows(offer, "colour", action.colour):
            return Refusal.COLOUR_TAKEN if action.colour in COLOURS else Refusal.OUT_OF_BOUNDS
    return Refusal.OUT_OF_BOUNDS
