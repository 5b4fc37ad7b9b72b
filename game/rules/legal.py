"""What can be done now: the one source for buttons and for the rules' own verdict.

`apply` refuses exactly what no offer allows, so buttons and rules cannot disagree.
"""

from __future__ import annotations

from functools import lru_cache

from game.rules.actions import (
    AddTeam,
    Adjust,
    Begin,
    ChangeRule,
    ChooseCategory,
    EditTeam,
    EndPlay,
    ExtendClock,
    Hold,
    Judge,
    JudgeView,
    LockAnswer,
    MarkBell,
    Next,
    NoteInsight,
    PassCard,
    PauseClock,
    PutNext,
    Release,
    RemoveTeam,
    ReplaceCard,
    ResumeClock,
    RingBell,
    Roll,
    SetAnswer,
    SetTurn,
    SkipCard,
    StopClock,
    TimeUp,
    Vote,
    WritePlan,
)
from game.rules.bell import left_to_ring
from game.rules.cards import (
    Card,
    ChoiceCard,
    CommitCard,
    EstimateCard,
    OpenCard,
    OrderCard,
    Play,
)
from game.rules.clocks import MOST_CLOCK_MS
from game.rules.domains import (
    AnyNumber,
    Between,
    Domain,
    NewName,
    Offer,
    OneOf,
    Ordering,
    OrNone,
    PlanWords,
    Words,
)
from game.rules.facilitator import may_give_turn, may_replace
from game.rules.judging import MOST_PLAN, judged_by, voters
from game.rules.piles import choices, find_same_kind
from game.rules.cards import Judging
from game.rules.ruleset import BOUNDS, Turns
from game.rules.scoring import MOST_TEAMS
from game.rules.state import (
    COLOURS,
    BellPhase,
    Choosing,
    Held,
    Lobby,
    OnCard,
    Over,
    Phase,
    Ready,
    State,
    Step,
)

MOST_WORDS = 10_000
"""Characters of an insight or a reason."""
MOST_POINTS = 99
_ANY_TIME = Between(0, 2**53)
_NEXT = Offer(Next)
_HOLD = Offer(Hold, (("how", OneOf(tuple(Held))),))
_FLAGS = ("floor_at_zero", "other_view", "hide_scores", "personas", "winning", "awards")
_RULES = (
    *(Offer(ChangeRule, (("rule", OneOf((name,))), ("value", Between(*bounds))))
      for name, bounds in BOUNDS.items()),
    *(Offer(ChangeRule, (("rule", OneOf((name,))), ("value", OneOf((False, True)))))
      for name in _FLAGS),
    Offer(ChangeRule, (("rule", OneOf(("turns",))), ("value", OneOf(tuple(map(str, Turns)))))),
    Offer(ChangeRule, (("rule", OneOf(("judge",))), ("value", OneOf(tuple(map(str, Judging)))))),
)


def legal_actions(state: State) -> tuple[Offer, ...]:
    """Every action that is legal now, as templates with their bounds; the table's first."""
    found: tuple[Offer, ...] | None = state.__dict__.get("_offers")
    if found is None:
        found = (*_table(state), *_clock(state), *_facilitator(state))
        # Kept beside the fields: equality and copies do not see it.
        state.__dict__["_offers"] = found
    return found


def offers_of(state: State, action: type) -> tuple[Offer, ...]:
    """The offers for one kind of action; empty if it is not legal now."""
    return tuple(offer for offer in legal_actions(state) if offer.action is action)


def _table(state: State) -> list[Offer]:
    """What teams and facilitator do to play."""
    stage = state.stage
    if isinstance(stage, Over):
        return []
    offers = [_NEXT]
    match stage:
        case Lobby():
            offers.append(Offer(Begin))
        case Ready():
            if not state.held:
                offers.append(Offer(Roll))
        case Choosing():
            names = choices(state)
            if names:
                offers.append(Offer(ChooseCategory, (("category", OneOf(names)),)))
        case OnCard():
            offers += _card(state, stage)
        case _:
            pass
    return offers


def _card(state: State, stage: OnCard) -> list[Offer]:
    card = state.card
    assert card is not None
    match stage.step:
        case Step.READ | Step.DISCUSS:
            return _answering(state, stage, card)
        case Step.GRID:
            return _answering(state, stage, card)
        case Step.BELL:
            return _ringing(state, stage)
        case Step.VIEW:
            return _ringing(state, stage)
        case Step.VIEW_TAKEN:
            return _viewing(state, stage, card) + _ringing(state, stage)
        case Step.JUDGE:
            return _judging(state, stage, card)
        case Step.REVEAL | Step.TALK:
            return []


def answer_domain(card: Card) -> Domain | None:
    """What an answer to this card can be; None for kinds that are judged."""
    match card:
        case ChoiceCard():
            return _indices(len(card.options))
        case EstimateCard():
            return AnyNumber()
        case OrderCard():
            return Ordering(len(card.items))
        case OpenCard() | CommitCard():
            return None


@lru_cache(maxsize=16)
def _indices(n: int) -> Domain:
    return OneOf(tuple(range(n)))


def _answering(state: State, stage: OnCard, card: Card) -> list[Offer]:
    offers: list[Offer] = []
    domain = answer_domain(card)
    if stage.play is Play.EVERYONE:
        assert domain is not None
        ids = tuple(team.id for team in state.teams)
        return [Offer(SetAnswer, (("team", OneOf(ids)), ("answer", OrNone(domain))))]
    mine = OneOf((stage.team,))
    if domain is not None:
        offers += [Offer(SetAnswer, (("team", mine), ("answer", OrNone(domain)))),
                   Offer(LockAnswer, (("team", mine), ("answer", domain)))]
    if isinstance(card, CommitCard):
        offers.append(_plan(stage))
    if (state.team(stage.team).passes > 0 and card.play is Play.TURN
            and find_same_kind(state, card.kind, stage.pile)):
        offers.append(Offer(PassCard, (("team", mine),)))
    return offers


def _plan(stage: OnCard) -> Offer:
    return Offer(WritePlan, (("team", OneOf((stage.team,))), ("plan", PlanWords(MOST_PLAN))))


def _ringing(state: State, stage: OnCard) -> list[Offer]:
    bell = stage.bell
    offers: list[Offer] = []
    if bell is None:
        return offers
    if not state.held:
        heard = {ring.team for ring in bell.rings}
        may = tuple(team for team in left_to_ring(bell) if team not in heard)
        if may and bell.phase is not BellPhase.CLOSED:
            offers.append(Offer(RingBell, (("team", OneOf(may)), ("at", _ANY_TIME))))
    if stage.step is Step.BELL and bell.phase is BellPhase.TAKEN:
        offers.append(Offer(MarkBell, (("right", OneOf((False, True))),)))
    return offers


def _viewing(state: State, stage: OnCard, card: Card) -> list[Offer]:
    assert stage.viewer is not None
    if not isinstance(card, ChoiceCard):
        return []
    options = range(len(card.options))
    if stage.play is Play.EVERYONE:
        # Each other team may change once, to anything but what it has.
        return [Offer(SetAnswer, (("team", OneOf((team.id,))), ("answer", OneOf(tuple(
                    i for i in options if i != stage.answer(team.id))))))
                for team in state.teams
                if team.id != stage.viewer and team.id not in stage.changed]
    other = OneOf(tuple(i for i in options if i != stage.answer(stage.team)))
    viewer = OneOf((stage.viewer,))
    return [Offer(SetAnswer, (("team", viewer), ("answer", OrNone(other)))),
            Offer(LockAnswer, (("team", viewer), ("answer", other)))]


def _judging(state: State, stage: OnCard, card: Card) -> list[Offer]:
    offers: list[Offer] = []
    mine = OneOf((stage.team,))
    if isinstance(card, CommitCard):
        return [_plan(stage), Offer(Judge, (("team", mine), ("points", Between(0, 1))))]
    peers = voters(state)
    if peers:
        offers.append(Offer(Vote, (("team", OneOf(peers)), ("points", Between(0, 3)))))
    if judged_by(state) is Judging.FACILITATOR:
        offers.append(Offer(Judge, (("team", mine), ("points", Between(0, 3)))))
    if stage.viewer is not None:
        offers.append(Offer(JudgeView, (("points", Between(0, 2)),)))
    return offers


def _clock(state: State) -> list[Offer]:
    clock = state.clock
    if clock is None:
        return []
    offers = [Offer(ExtendClock, (("ms", Between(-MOST_CLOCK_MS, MOST_CLOCK_MS)),)),
              Offer(StopClock)]
    if clock.running or state.clock_ran:
        offers.append(Offer(PauseClock))
    elif clock.left_ms > 0:
        offers.append(Offer(ResumeClock))
    if clock.running:
        offers.append(Offer(TimeUp))
    return offers


def _facilitator(state: State) -> tuple[Offer, ...]:
    stage = state.stage
    if isinstance(stage, Over):
        return ()
    offers = [_HOLD]
    if state.held:
        offers.append(Offer(Release))
    if may_replace(stage):
        offers.append(Offer(SkipCard))
        if not isinstance(stage, OnCard) or len(state.content.cards) > 1:
            offers.append(Offer(ReplaceCard))
    if may_give_turn(stage) and len(state.teams) > 1:
        others = tuple(team.id for team in state.teams if team.id != state.active)
        offers.append(Offer(SetTurn, (("team", OneOf(others)),)))
    if state.phase is Phase.PLAY and not getattr(stage, "final", False):
        offers.append(Offer(EndPlay))
        offers.append(_put_next(state))
    everyone = (*state.teams, *state.joining)
    teams = tuple((team.id, team.name, team.colour) for team in everyone)
    return (*offers, *_teams(teams, tuple(team.id for team in state.teams), state.leaving),
            *_RULES)


def _put_next(state: State) -> Offer:
    open_now = state.stage.card if isinstance(state.stage, OnCard) else ""
    return _put_next_but(state.content.card_ids, open_now)


@lru_cache(maxsize=64)
def _put_next_but(cards: tuple[str, ...], open_now: str) -> Offer:
    return Offer(PutNext, (("card", OneOf(("", *(c for c in cards if c != open_now)))),))


@lru_cache(maxsize=64)
def _teams(teams: tuple[tuple[int, str, str], ...], playing: tuple[int, ...],
           leaving: tuple[int, ...]) -> tuple[Offer, ...]:
    """What can be done to teams; the same for as long as nobody comes, goes or is renamed."""
    used = {colour for _, _, colour in teams}
    free = tuple(colour for colour in COLOURS if colour not in used)
    offers = [
        Offer(Adjust, (("team", OneOf(playing)), ("points", Between(-MOST_POINTS, MOST_POINTS)),
                       ("reason", Words(MOST_WORDS)))),
        Offer(NoteInsight, (("team", OrNone(OneOf(playing))), ("text", Words(MOST_WORDS, 1)))),
    ]
    for team, _, colour in teams:
        others = tuple(name for other, name, _ in teams if other != team)
        offers.append(Offer(EditTeam, (("team", OneOf((team,))), ("name", NewName(others)),
                                       ("colour", OneOf((colour, *free))))))
    if free and len(teams) < MOST_TEAMS:
        names = tuple(name for _, name, _ in teams)
        offers.append(Offer(AddTeam, (("name", NewName(names)), ("colour", OneOf(free)))))
    staying = tuple(team for team in playing if team not in leaving)
    waiting = tuple(team for team, _, _ in teams if team not in playing)
    gone = (*(staying if len(staying) > 1 else ()), *waiting)
    if gone:
        offers.append(Offer(RemoveTeam, (("team", OneOf(gone)),)))
    return tuple(offers)
