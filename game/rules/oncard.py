"""What can be done with the open card: answers, bells, other views, judging."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import assert_never

from game.rules.actions import (
    CloseBells,
    Judge,
    JudgeView,
    LockAnswer,
    MarkBell,
    Next,
    OpenBells,
    PassCard,
    ResetBells,
    RingBell,
    SetAnswer,
    Vote,
    WritePlan,
)
from game.rules.bell import may_ring
from game.rules.cards import (
    Card,
    ChoiceCard,
    CommitCard,
    EstimateCard,
    Judging,
    OpenCard,
    OrderCard,
    Play,
)
from game.rules.content import Content
from game.rules.domains import AnyNumber, Between, Domain, Offer, OneOf, Ordering, OrNone, PlanWords
from game.rules.judging import judged_by, voters
from game.rules.keep import keep_last
from game.rules.piles import has_same_kind
from game.rules.plans import MOST_PLAN
from game.rules.state import Answer, BellPhase, OnCard, Pile, State, Step, Team

NEXT = Offer(Next)
_MARK = Offer(MarkBell, (("right", OneOf((False, True))),))
_JUDGE_VIEW = Offer(JudgeView, (("points", Between(0, 2)),))
_OPEN_BELLS, _CLOSE_BELLS, _RESET_BELLS = map(Offer, (OpenBells, CloseBells, ResetBells))
_ANY_TIME = Between(0, 2**53)
_ANY_NUMBER = AnyNumber()


def answer_domain(card: Card) -> Domain | None:
    """What an answer to this card can be; None for kinds that are judged."""
    match card:
        case ChoiceCard():
            return _indices(len(card.options))
        case EstimateCard():
            return _ANY_NUMBER
        case OrderCard():
            return _ordering(len(card.items))
        case OpenCard() | CommitCard():
            return None
        case _:
            assert_never(card)


@lru_cache(maxsize=16)
def _indices(n: int) -> Domain:
    return OneOf(tuple(range(n)))


@lru_cache(maxsize=16)
def _ordering(n: int) -> Domain:
    return Ordering(n)


def _answering(state: State, stage: OnCard) -> tuple[Offer, ...]:
    content = state.content
    if stage.play is _EVERYONE:
        return _of_everyone(content.card_by_id[stage.card], state.teams)
    return _of_one(content, stage.card, stage.team, state.teams, state.piles, state.put_next)


@keep_last
def _of_everyone(card: Card, teams: tuple[Team, ...]) -> tuple[Offer, ...]:
    domain = answer_domain(card)
    assert domain is not None, "open and commit cards are never for everyone"
    return (NEXT, _grid(tuple([team.id for team in teams]), domain))


@keep_last
def _of_one(
    content: Content,
    open_now: str,
    team: int,
    teams: tuple[Team, ...],
    piles: tuple[Pile, ...],
    put_next: str,
) -> tuple[Offer, ...]:
    card = content.card_by_id[open_now]
    domain = answer_domain(card)
    offers = [NEXT]
    if domain is not None:
        offers += _own(team, domain)
    elif isinstance(card, CommitCard):
        offers.append(_plan(team))
    may_pass = card.play is Play.TURN and any(one.passes for one in teams if one.id == team)
    if may_pass and has_same_kind(content, piles, put_next, card.kind):
        offers.append(_pass(team))
    return tuple(offers)


@lru_cache(maxsize=64)
def _grid(teams: tuple[int, ...], domain: Domain) -> Offer:
    return Offer(SetAnswer, (("team", OneOf(teams)), ("answer", OrNone(domain))))


@lru_cache(maxsize=256)
def _own(team: int, domain: Domain) -> tuple[Offer, ...]:
    mine = OneOf((team,))
    return (
        Offer(SetAnswer, (("team", mine), ("answer", OrNone(domain)))),
        Offer(LockAnswer, (("team", mine), ("answer", domain))),
    )


@lru_cache(maxsize=64)
def _plan(team: int) -> Offer:
    return Offer(WritePlan, (("team", OneOf((team,))), ("plan", PlanWords(MOST_PLAN))))


@lru_cache(maxsize=64)
def _pass(team: int) -> Offer:
    return Offer(PassCard, (("team", OneOf((team,))),))


def _ringing(state: State, stage: OnCard) -> tuple[Offer, ...]:
    bell = stage.bell
    if bell is None:
        return (NEXT,)
    offers = [NEXT]
    held, phase = state.held is not None, bell.phase
    if not held and phase is not _CLOSED:
        may = may_ring(bell)
        if may:
            offers.append(_ring(may))
    offers += _BELLS[phase, held, bool(bell.locked)]
    if phase is _TAKEN and stage.step is Step.BELL:
        offers.append(_MARK)
    return tuple(offers)


def _bells(phase: BellPhase, held: bool, locked: bool) -> tuple[Offer, ...]:
    """What the facilitator can do to the bells of this step; held, they cannot be opened."""
    offers: tuple[Offer, ...] = ()
    if phase in (BellPhase.ARMED, BellPhase.CLOSED) and not held:
        offers += (_OPEN_BELLS,)
    if phase in (BellPhase.ARMED, BellPhase.OPEN):
        offers += (_CLOSE_BELLS,)
    if locked or phase in (BellPhase.TAKEN, BellPhase.CLOSED):
        offers += (_RESET_BELLS,)
    return offers


_BELLS = {
    (phase, held, locked): _bells(phase, held, locked)
    for phase in BellPhase
    for held in (False, True)
    for locked in (False, True)
}
_CLOSED, _TAKEN = BellPhase.CLOSED, BellPhase.TAKEN
_EVERYONE = Play.EVERYONE


@lru_cache(maxsize=256)
def _ring(teams: tuple[int, ...]) -> Offer:
    return Offer(RingBell, (("team", OneOf(teams)), ("at", _ANY_TIME)))


def _viewing(state: State, stage: OnCard) -> tuple[Offer, ...]:
    card, viewer = state.card, stage.viewer
    assert viewer is not None
    rings = _ringing(state, stage)
    if not isinstance(card, ChoiceCard):
        return rings
    options = len(card.options)
    if stage.play is not Play.EVERYONE:
        return (*rings, *_own(viewer, _other_than(options, stage.answer(stage.team))))
    return (
        *rings,
        *[
            _change(team.id, options, stage.answer(team.id))
            for team in state.teams
            if team.id != viewer and team.id not in stage.changed
        ],
    )


@lru_cache(maxsize=256)
def _change(team: int, options: int, now: Answer | None) -> Offer:
    """A team may change once, to anything but what it has."""
    return Offer(SetAnswer, (("team", OneOf((team,))), ("answer", _other_than(options, now))))


@lru_cache(maxsize=64)
def _other_than(options: int, taken: Answer | None) -> Domain:
    return OneOf(tuple(i for i in range(options) if i != taken))


def _judging(state: State, stage: OnCard) -> tuple[Offer, ...]:
    if isinstance(state.card, CommitCard):
        return (NEXT, _plan(stage.team), _judge(stage.team, 1))
    offers = [NEXT]
    peers = voters(state)
    if peers:
        offers.append(_vote(peers))
    if judged_by(state) is Judging.FACILITATOR:
        offers.append(_judge(stage.team, 3))
    if stage.viewer is not None:
        offers.append(_JUDGE_VIEW)
    return tuple(offers)


@lru_cache(maxsize=64)
def _judge(team: int, most: int) -> Offer:
    return Offer(Judge, (("team", OneOf((team,))), ("points", Between(0, most))))


@lru_cache(maxsize=64)
def _vote(peers: tuple[int, ...]) -> Offer:
    return Offer(Vote, (("team", OneOf(peers)), ("points", Between(0, 3))))


def _shown(state: State, stage: OnCard) -> tuple[Offer, ...]:
    return (NEXT,)


ON_CARD: dict[Step, Callable[[State, OnCard], tuple[Offer, ...]]] = {
    Step.READ: _answering,
    Step.DISCUSS: _answering,
    Step.GRID: _answering,
    Step.BELL: _ringing,
    Step.VIEW: _ringing,
    Step.VIEW_TAKEN: _viewing,
    Step.JUDGE: _judging,
    Step.REVEAL: _shown,
    Step.TALK: _shown,
}
"""What can be done with a card, by how far it has come."""
