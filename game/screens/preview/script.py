"""What people would do with a card, so that it comes through all of its states.

Answers differ as they would in a room: there is a larger and a smaller camp, another view that
wins something, a bell that is first, votes that are not all the same.
"""

from __future__ import annotations

from typing import assert_never

from game.i18n import _
from game.rules.actions import (
    Action,
    Judge,
    JudgeView,
    LockAnswer,
    MarkBell,
    Next,
    RingBell,
    SetAnswer,
    Vote,
    WritePlan,
)
from game.rules.cards import (
    Card,
    ChoiceCard,
    CommitCard,
    EstimateCard,
    Measure,
    OpenCard,
    OrderCard,
    Play,
)
from game.rules.judging import judged_by, missing_judgement, voters
from game.rules.legal import offers_of
from game.rules.state import Answer, BellPhase, IfThen, OnCard, State, Step

GAP_MS = 84
"""Between the first bell and those after it."""
VOTES = (2, 3, 1, 2, 3, 2, 0, 2)
CAMPS = (0, 1, 1, 2, 1, 0, 1, 2)
"""What teams choose, in their order: most of them the second option."""


def moment_of(state: State) -> str:
    """A name for how far a card has come; the same for states that look alike."""
    stage = state.stage
    assert isinstance(stage, OnCard)
    match stage.step:
        case Step.DISCUSS if stage.answers or stage.plan is not None:
            return "answered"
        case Step.GRID if stage.answers:
            return "grid-full"
        case Step.BELL:
            assert stage.bell is not None
            return f"bell-{stage.bell.phase.value}"
        case Step.VIEW_TAKEN if stage.changed:
            return "view-changed"
        case Step.JUDGE if missing_judgement(state) is None:
            return "judged"
        case step:
            return step.value.replace("_", "-")


def wanted(state: State, at: int) -> list[Action]:
    """What is done next, at that time; nothing more once the card is talked about."""
    stage, card = state.stage, state.card
    assert isinstance(stage, OnCard)
    assert card is not None
    match stage.step:
        case Step.DISCUSS:
            return _discussed(stage, card)
        case Step.GRID if not stage.answers:
            return [
                SetAnswer(team.id, answer_of(card, i, stage)) for i, team in enumerate(state.teams)
            ]
        case Step.BELL:
            return _bell(state, stage, at)
        case Step.VIEW:
            return _rings(state, at, most=1) or [Next()]
        case Step.VIEW_TAKEN:
            return _argued(state, stage, card)
        case Step.JUDGE if missing_judgement(state) is not None:
            return _judged(state, stage)
        case Step.TALK:
            return []
        case _:
            return [Next()]


def _discussed(stage: OnCard, card: Card) -> list[Action]:
    if stage.play is Play.EVERYONE or stage.answers or isinstance(card, OpenCard):
        return [Next()]
    if isinstance(card, CommitCard):
        return [Next()] if stage.plan is not None else [WritePlan(stage.team, _plan(card))]
    return [SetAnswer(stage.team, answer_of(card, 0, stage))]


def _bell(state: State, stage: OnCard, at: int) -> list[Action]:
    assert stage.bell is not None
    match stage.bell.phase:
        case BellPhase.OPEN:
            return _rings(state, at, most=2)
        case BellPhase.TAKEN:
            return [MarkBell(True)]
        case _:
            return [Next()]


def _rings(state: State, at: int, most: int) -> list[Action]:
    """Bells of those who may ring, the last in the order of turns first."""
    offers = offers_of(state, RingBell)
    may = [t.id for t in reversed(state.teams) if any(o.allows(RingBell(t.id, at)) for o in offers)]
    return [RingBell(team, at + GAP_MS * i) for i, team in enumerate(may[:most])]


def _argued(state: State, stage: OnCard, card: Card) -> list[Action]:
    viewer = stage.viewer
    assert viewer is not None
    if not isinstance(card, ChoiceCard):
        return [Next()]
    if stage.play is not Play.EVERYONE:
        first = stage.answer(stage.team)
        others = [i for i in range(len(card.options)) if i != first]
        return [LockAnswer(viewer, max(others, key=lambda i: card.options[i].points))]
    view = stage.answer(viewer)
    if stage.changed or view is None:
        return [Next()]
    convinced = [t.id for t in state.teams if t.id != viewer and stage.answer(t.id) != view]
    return [SetAnswer(convinced[0], view)] if convinced else [Next()]


def _judged(state: State, stage: OnCard) -> list[Action]:
    if isinstance(state.card, CommitCard):
        return [Judge(stage.team, 1)]
    found: list[Action] = [
        Vote(team, VOTES[i % len(VOTES)]) for i, team in enumerate(voters(state))
    ]
    if not found and judged_by(state):
        found.append(Judge(stage.team, 2))
    if stage.viewer is not None:
        found.append(JudgeView(1))
    return found


def answer_of(card: Card, seat: int, stage: OnCard) -> Answer:
    """What the team in that seat answers: a card for everyone splits the room."""
    match card:
        case ChoiceCard():
            if stage.play is Play.EVERYONE:
                return CAMPS[seat % len(CAMPS)] % len(card.options)
            # One that leaves something for another view to win.
            return min(range(len(card.options)), key=lambda i: card.options[i].points)
        case EstimateCard():
            return _guess(card, seat)
        case OrderCard():
            order = list(range(len(card.items)))
            order.insert(seat % len(order), order.pop())
            return tuple(order)
        case OpenCard() | CommitCard():
            raise AssertionError("open and commit cards are judged")
        case _:
            assert_never(card)


def _guess(card: EstimateCard, seat: int) -> float:
    """Near the answer, each team a little further from it, on both sides."""
    width = card.bands.widths[seat % 3]
    if card.bands.relative:
        width = abs(card.answer) * width / 100
    found = card.answer + (width if seat % 2 else -width)
    if card.measure is Measure.NUMBER and card.answer != int(card.answer):
        return round(found, 2)
    return round(found)


def _plan(card: CommitCard) -> IfThen:
    """The card's own example, or one of ours."""
    example = card.example
    return IfThen(
        cue=example.cue if example else _("a customer tells me the same thing twice"),
        action=example.action if example else _("I write it where the next colleague sees it"),
        who=_("Fatma and Ruud"),
        by_when=_("Friday"),
    )
