"""Refusals: an action no offer allows, and the reason why."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from game.rules.actions import (
    Action,
    AddTeam,
    ChangeRule,
    ChooseCategory,
    CommitPlan,
    DropPlan,
    EditTeam,
    ExtendClock,
    GoTo,
    LockAnswer,
    PassCard,
    PauseClock,
    PutNext,
    RemoveTeam,
    ResumeClock,
    ReviewCommitment,
    RingBell,
    SetAnswer,
    StopClock,
    TimeUp,
)
from game.rules.answering import may_have_a_view
from game.rules.cards import Play
from game.rules.domains import Offer
from game.rules.legal import legal_actions, offers_of
from game.rules.plans import MOST_PLAN
from game.rules.refusal import IllegalAction, Refusal
from game.rules.scoring import MOST_TEAMS
from game.rules.start import same_name
from game.rules.state import (
    BellPhase,
    Debrief,
    IfThen,
    OnCard,
    Podium,
    Standings,
    State,
    Step,
    evolve,
)

Offers: TypeAlias = tuple[Offer, ...]
Why: TypeAlias = Callable[[State, Offers, Any], Refusal | None]


def verify(state: State, action: Action, at: int = 0) -> None:
    """Raise IllegalAction, with its reason, unless the action is legal at `at` ms."""
    kind = type(action)
    for offer in legal_actions(state):
        # Most actions are Next and have no fields, which spares a call.
        if offer.action is kind and (not offer.fields or offer.allows(action)):
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
    """The reason a person can do something with; the action may hold anything at all."""
    offers = offers_of(state, type(action))
    team = getattr(action, "team", None)
    if team is not None and not any(
        team == one.id and type(team) is int for one in (*state.teams, *state.joining)
    ):
        return Refusal.NO_SUCH_TEAM
    if not legal_actions(state):
        return Refusal.NOT_NOW
    special = _WHY.get(type(action))
    if special is not None:
        reason: Refusal | None = special(state, offers, action)
        if reason is not None:
            return reason
    if not offers:
        return Refusal.HELD if _only_held(state, action) else Refusal.NOT_NOW
    if team is not None and not any(_field_allows(o, "team", team) for o in offers):
        return Refusal.NOT_THIS_TEAM
    return Refusal.OUT_OF_BOUNDS


def _only_held(state: State, action: Action) -> bool:
    """True where it could be done if not everything stood still."""
    return state.held is not None and bool(offers_of(evolve(state, held=None), type(action)))


def _field_allows(offer: Offer, name: str, value: object) -> bool:
    domain = offer.field(name)
    return domain is not None and domain.allows(value)


def _why_no_answer(state: State, offers: Offers, action: SetAnswer | LockAnswer) -> Refusal | None:
    if any(_field_allows(offer, "team", action.team) for offer in offers):
        return Refusal.NOT_AN_ANSWER
    stage = state.stage
    changed = isinstance(stage, OnCard) and action.team in stage.changed
    return Refusal.ALREADY_CHANGED if changed else None


def _why_no_bell(state: State, offers: Offers, action: RingBell) -> Refusal:
    stage = state.stage
    bell = stage.bell if isinstance(stage, OnCard) else None
    if bell is None or bell.phase is BellPhase.CLOSED:
        return Refusal.BELL_CLOSED
    if state.held:
        return Refusal.HELD
    if action.team in bell.out or any(ring.team == action.team for ring in bell.rings):
        return Refusal.ALREADY_RUNG
    if action.team in bell.eligible:
        return Refusal.OUT_OF_BOUNDS
    # Only a view costs a token; a team that could have one and may not ring has none left.
    return Refusal.NO_TOKENS if action.team in may_have_a_view(state) else Refusal.NOT_THIS_TEAM


def _why_no_pass(state: State, offers: Offers, action: PassCard) -> Refusal:
    stage, card = state.stage, state.card
    if (
        not isinstance(stage, OnCard)
        or card is None
        or card.play is not Play.TURN
        or stage.play is not Play.TURN
        or stage.step not in (Step.READ, Step.DISCUSS)
    ):
        return Refusal.NOT_NOW
    if action.team != stage.team:
        return Refusal.NOT_THIS_TEAM
    if state.team(action.team).passes == 0:
        return Refusal.NO_PASSES
    return Refusal.NO_OTHER_CARD


def _why_no_clock(state: State, offers: Offers, action: Action) -> Refusal | None:
    return Refusal.NO_CLOCK if state.clock is None else None


def _why_no_time_up(state: State, offers: Offers, action: Action) -> Refusal:
    clock = state.clock
    if clock is None:
        return Refusal.NO_CLOCK
    if state.held:
        return Refusal.HELD
    return Refusal.TOO_SOON if clock.left_ms > 0 else Refusal.NOT_NOW


def _why_not_remove(state: State, offers: Offers, action: RemoveTeam) -> Refusal:
    alone = len(state.teams) - len(state.leaving) < 2
    return Refusal.LAST_TEAM if alone else Refusal.NOT_THIS_TEAM


def _why_not_add(state: State, offers: Offers, action: AddTeam) -> Refusal | None:
    if offers:
        return _why_no_name(state, offers, action)
    full = len(state.teams) + len(state.joining) >= MOST_TEAMS
    return Refusal.TOO_MANY_TEAMS if full else None


def _why_no_name(state: State, offers: Offers, action: AddTeam | EditTeam) -> Refusal | None:
    if type(action.name) is not str or type(action.colour) is not str:
        return None
    if not action.name.strip():
        return Refusal.NAME_EMPTY
    own = getattr(action, "team", None)
    others = [team for team in (*state.teams, *state.joining) if team.id != own]
    if any(same_name(action.name, other.name) for other in others):
        return Refusal.NAME_TAKEN
    if any(action.colour == other.colour for other in others):
        return Refusal.COLOUR_TAKEN
    return None


def _why_no_rule(state: State, offers: Offers, action: ChangeRule) -> Refusal | None:
    known = any(_field_allows(offer, "rule", action.rule) for offer in offers)
    return None if known else Refusal.NO_SUCH_RULE


def _why_no_plan(state: State, offers: Offers, action: CommitPlan) -> Refusal | None:
    if not any(_field_allows(offer, "team", action.team) for offer in offers):
        return None
    if type(action.plan) is not IfThen:
        return None
    parts = vars(action.plan).values()
    if any(type(part) is not str for part in parts):
        return None
    if not any(part.strip() for part in parts):
        return Refusal.PLAN_EMPTY
    if any(len(part) > MOST_PLAN for part in parts):
        return Refusal.PLAN_TOO_LONG
    return Refusal.TOO_MANY_PLANS if action.number is None else Refusal.NO_SUCH_PLAN


def _why_not_drop(state: State, offers: Offers, action: DropPlan) -> Refusal | None:
    plays = type(action.team) is int and any(team.id == action.team for team in state.teams)
    ended = isinstance(state.stage, Podium | Debrief) or state.stage == Standings(final=True)
    return Refusal.NO_SUCH_PLAN if plays and ended and state.template is not None else None


def _why_no_review(state: State, offers: Offers, action: ReviewCommitment) -> Refusal | None:
    known = any(_field_allows(offer, "number", action.number) for offer in offers)
    return None if known or not offers else Refusal.NO_SUCH_PLAN


def _where(reason: Refusal) -> Why:
    """This reason, where such an action is legal with other values."""
    return lambda state, offers, action: reason if offers else None


_WHY: dict[type[Action], Why] = {
    SetAnswer: _why_no_answer,
    LockAnswer: _why_no_answer,
    RingBell: _why_no_bell,
    PassCard: _why_no_pass,
    PauseClock: _why_no_clock,
    ResumeClock: _why_no_clock,
    StopClock: _why_no_clock,
    ExtendClock: _why_no_clock,
    TimeUp: _why_no_time_up,
    AddTeam: _why_not_add,
    EditTeam: _why_no_name,
    RemoveTeam: _why_not_remove,
    ChooseCategory: _where(Refusal.NO_SUCH_CATEGORY),
    PutNext: _where(Refusal.NO_SUCH_CARD),
    ChangeRule: _why_no_rule,
    GoTo: _where(Refusal.NO_SUCH_PAGE),
    CommitPlan: _why_no_plan,
    DropPlan: _why_not_drop,
    ReviewCommitment: _why_no_review,
}
"""Actions that have reasons of their own; None leaves it to the general ones."""
