"""A small table to test on: decks, boards and games that read as a sequence of play."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any, TypeVar

import pytest

from game.rules.actions import Action, Begin, LockAnswer, Next, SetAnswer
from game.rules.apply import apply
from game.rules.board import Board, Shape, Space, SpaceKind, Zone
from game.rules.cards import (
    Bands,
    Card,
    Category,
    ChoiceCard,
    CommitCard,
    Content,
    CustomersEffect,
    DeckInfo,
    EstimateCard,
    Item,
    Judging,
    Measure,
    Meter,
    Mirror,
    OpenCard,
    Option,
    OrderCard,
    Persona,
    Play,
    RollEffect,
    SpacesEffect,
    SwapEffect,
    SwapWith,
    Twist,
    Who,
)
from game.rules.domains import Offer
from game.rules.events import Event
from game.rules.legal import legal_actions
from game.rules.refusal import IllegalAction, Refusal
from game.rules.ruleset import Plan, Rules, Turns
from game.rules.start import new_state
from game.rules.state import (
    COLOURS,
    Answer,
    Bell,
    DebriefPhase,
    DebriefTemplate,
    Earlier,
    IfThen,
    OnCard,
    Over,
    Question,
    Ready,
    Standings,
    State,
    Step,
    evolve,
)

E = TypeVar("E")

NAMES = ("Orange", "Sky", "Green", "Yellow", "Blue", "Rust", "Pink", "Ink")


def dilemma(
    card_id: str,
    points: Sequence[int] = (2, 3, 1),
    category: str = "insights",
    play: Play = Play.TURN,
    **fields: Any,
) -> ChoiceCard:
    """A dilemma whose options pay these points and move both meters."""
    options = tuple(
        Option(text=f"{card_id} {i}", points=p, meters=(("connection", p - 1), ("progress", 1 - i)))
        for i, p in enumerate(points)
    )
    return ChoiceCard(
        id=card_id,
        category=category,
        title=card_id,
        prompt="?",
        play=play,
        options=options,
        **fields,
    )


def quiz(
    card_id: str, key: int = 1, category: str = "metrics", play: Play = Play.BELL
) -> ChoiceCard:
    """A quiz of three options."""
    options = tuple(Option(text=str(i), points=3 if i == key else 0) for i in range(3))
    return ChoiceCard(
        id=card_id,
        category=category,
        title=card_id,
        prompt="?",
        play=play,
        options=options,
        key=key,
    )


def estimate(
    card_id: str,
    answer: float = 80,
    category: str = "metrics",
    play: Play = Play.TURN,
    relative: bool = False,
    widths: tuple[float, float, float] = (3, 8, 15),
) -> EstimateCard:
    """An estimate of a percentage."""
    return EstimateCard(
        id=card_id,
        category=category,
        title=card_id,
        prompt="?",
        play=play,
        answer=answer,
        measure=Measure.PERCENTAGE,
        bands=Bands(relative=relative, widths=widths),
    )


def order(
    card_id: str,
    ranks: Sequence[int] = (0, 1, 2, 3),
    category: str = "design",
    play: Play = Play.TURN,
) -> OrderCard:
    """Things to put in order."""
    return OrderCard(
        id=card_id,
        category=category,
        title=card_id,
        prompt="?",
        play=play,
        items=tuple(Item(text=f"item {i}", rank=r) for i, r in enumerate(ranks)),
    )


def open_card(
    card_id: str, category: str = "culture", judge: Judging | None = Judging.FACILITATOR
) -> OpenCard:
    """Something to act out."""
    return OpenCard(
        id=card_id,
        category=category,
        title=card_id,
        prompt="?",
        judge=judge,
        criteria=("names it", "acts"),
        meters=(("connection", 1),),
    )


def commit(card_id: str, category: str = "culture") -> CommitCard:
    """A plan to make."""
    return CommitCard(id=card_id, category=category, title=card_id, prompt="?")


TWISTS = (
    Twist(
        id="t/last",
        title="Luck",
        prompt="…",
        effects=(
            SpacesEffect(who=Who.LAST, spaces=3),
            CustomersEffect(who=Who.LEADER, customers=-2),
        ),
    ),
    Twist(id="t/swap", title="Swap", prompt="…", effects=(SwapEffect(swap=SwapWith.LEADER),)),
    Twist(
        id="t/next",
        title="Swap",
        prompt="…",
        effects=(SwapEffect(swap=SwapWith.NEXT), SwapEffect(swap=SwapWith.LAST)),
    ),
    Twist(id="t/roll", title="Again", prompt="…", effects=(RollEffect(),)),
    Twist(
        id="t/back",
        title="Back",
        prompt="…",
        effects=(
            SpacesEffect(who=Who.SELF, spaces=-4),
            CustomersEffect(who=Who.OTHERS, customers=1),
            CustomersEffect(who=Who.ALL, customers=-3),
        ),
    ),
)
MIRRORS = tuple(Mirror(id=f"m/{i}", title="Mirror", prompt="?") for i in range(3))
PERSONAS = tuple(Persona(id=f"p/{i}", name=f"P{i}", line="…") for i in range(5))
CATEGORIES = tuple(
    Category(id=c, name=c.title(), icon=c) for c in ("insights", "metrics", "design", "culture")
)


def all_kinds() -> tuple[Card, ...]:
    """Every kind of card in every play the rules allow it."""
    both = (Play.TURN, Play.EVERYONE)
    return (
        *(dilemma(f"c/{play}{n}", play=play) for play in both for n in range(3)),
        *(
            quiz(f"q/{play}", play=play, category="metrics")
            for play in (Play.TURN, Play.BELL, Play.EVERYONE)
        ),
        *(estimate(f"e/{play}", play=play) for play in (Play.TURN, Play.BELL, Play.EVERYONE)),
        *(order(f"o/{play}", play=play) for play in both),
        order("o/long", (0, 1, 1, 2, 3, 4)),
        open_card("open/f"),
        open_card("open/p", judge=Judging.PEERS),
        open_card("open/none", judge=None),
        commit("commit/1"),
        commit("commit/2"),
    )


def content(
    cards: Sequence[Card] | None = None,
    twists: Sequence[Twist] = TWISTS,
    mirrors: Sequence[Mirror] = MIRRORS,
    personas: Sequence[Persona] = PERSONAS,
) -> Content:
    """A deck of these cards, or of every kind."""
    return Content(
        decks=(DeckInfo(id="d", title="D", language="en", digest="0"),),
        categories=CATEGORIES,
        cards=tuple(all_kinds() if cards is None else cards),
        twists=tuple(twists),
        mirrors=tuple(mirrors),
        personas=tuple(personas),
        meters=(Meter(id="progress", name="Progress"), Meter(id="connection", name="Connection")),
    )


_KIND_OF = {
    "s": SpaceKind.START,
    "?": SpaceKind.CHOOSE,
    "b": SpaceKind.BELL,
    "t": SpaceKind.TWIST,
    "m": SpaceKind.MIRROR,
}
_CATEGORY_OF = {"i": "insights", "x": "metrics", "d": "design", "c": "culture"}


def board(path: str = "sibd?xtcmidb", *, loop: bool = True) -> Board:
    """A board from letters: s start, ? choose, b bell, t twist, m mirror, i x d c categories."""
    return Board(
        id="test",
        title="Test",
        shape=Shape.LOOP if loop else Shape.ROAD,
        zones=(Zone(id="z", name="Zone"),),
        spaces=tuple(
            Space(
                kind=_KIND_OF.get(letter, SpaceKind.CATEGORY),
                zone="z",
                category=_CATEGORY_OF.get(letter, ""),
            )
            for letter in path
        ),
    )


def game(
    teams: int = 3,
    *,
    cards: Sequence[Card] | None = None,
    path: str = "sibd?xtcmidb",
    loop: bool = True,
    turns: Turns = Turns.ONE_BY_ONE,
    rounds: int = 4,
    play_ms: int = 0,
    seed: int = 1,
    twists: Sequence[Twist] = TWISTS,
    mirrors: Sequence[Mirror] = MIRRORS,
    personas: Sequence[Persona] = PERSONAS,
    template: DebriefTemplate | None = None,
    earlier: tuple[Earlier, ...] = (),
    **rules: Any,
) -> State:
    """A session in the lobby."""
    return new_state(
        content(cards, twists, mirrors, personas),
        board(path, loop=loop),
        Rules(**rules),
        Plan(turns=turns, rounds=rounds, play_ms=play_ms, round_ms=60_000),
        list(zip(NAMES, COLOURS, strict=True))[:teams],
        seed,
        template,
        earlier,
    )


TEMPLATE = DebriefTemplate(
    id="short",
    title="Short",
    phases=(
        DebriefPhase(
            id="feel",
            name="Feel",
            questions=(Question(text="How are you?", seconds=60), Question(text="Why?")),
        ),
        DebriefPhase(
            id="next",
            name="Next",
            decks=True,
            questions=(Question(text="What will you do?", seconds=180, notes="Who?"),),
        ),
    ),
)
LAST_TIME = (
    Earlier(
        number=0,
        team="Aces",
        colour="sky",
        plan=IfThen(cue="a customer calls twice", action="we ring back"),
    ),
    Earlier(
        number=1,
        team="Kings",
        colour="green",
        plan=IfThen(cue="it is Monday", action="we visit one", who="all", by_when="noon"),
    ),
)


def play(state: State, *actions: Action, at: int = 0) -> State:
    """The state after these actions."""
    for action in actions:
        state, _ = apply(state, action, at)
    return state


def happens(state: State, action: Action, at: int = 0) -> tuple[State, tuple[Event, ...]]:
    """The state after an action, and what happened."""
    return apply(state, action, at)


def to_ready(state: State) -> State:
    """Out of the lobby, to where the first team may roll."""
    state = play(state, Begin())
    while not isinstance(state.stage, Ready):
        state = play(state, Next())
    return state


def to_card(state: State, at: int = 0) -> State:
    """Next until a card is open."""
    for _ in range(40):
        if isinstance(state.stage, OnCard):
            return state
        state = play(state, Next(), at=at)
    raise AssertionError(f"no card came up, but {state.stage}")


def on_card(card: Card, teams: int = 3, *others: Card, **setup: Any) -> State:
    """A session with this card open, being read by the first team (or with its die)."""
    path = setup.pop("path", "s?" + "?" * 10)
    state = game(teams, cards=(card, *others), path=path, twists=(), mirrors=(), **setup)
    state = play(state, Begin())
    state = evolve(state, put_next=card.id)
    return to_card(state)


def the(events: Sequence[Event], kind: type[E]) -> E:
    """The one event of a kind among these."""
    (found,) = each(events, kind)
    return found


def each(events: Sequence[Event], kind: type[E]) -> list[E]:
    """All events of a kind among these."""
    return [event for event in events if isinstance(event, kind)]


def refused(state: State, action: Action, at: int = 0) -> Refusal:
    """Why an action is refused; fails if it is not."""
    with pytest.raises(IllegalAction) as refusal:
        apply(state, action, at)
    return refusal.value.reason


def customers(state: State) -> tuple[int, ...]:
    """Happy customers of the teams, in order of turns."""
    return tuple(team.customers for team in state.teams)


def stage(state: State) -> OnCard:
    """The stage, known to be a card."""
    assert isinstance(state.stage, OnCard), state.stage
    return state.stage


def bells(state: State) -> Bell:
    """The bells of the open card."""
    found = stage(state).bell
    assert found is not None
    return found


def with_team(state: State, team_id: int, **changes: Any) -> State:
    """The state with fields of a team changed, where a test begins in the middle."""
    return evolve(
        state,
        teams=tuple(
            evolve(team, **changes) if team.id == team_id else team for team in state.teams
        ),
    )


def to_step(state: State, step: Step, at: int = 0) -> State:
    """Next until the card has come this far."""
    for _ in range(12):
        if stage(state).step is step:
            return state
        state = play(state, Next(), at=at)
    raise AssertionError(f"the card never came to {step}, but to {stage(state).step}")


def answered(state: State, *answers: Answer | None) -> State:
    """The revealed card with these answers: of the team that plays, or of each team in turn."""
    if len(answers) == 1 and answers[0] is not None:
        return to_step(play(state, LockAnswer(stage(state).team, answers[0])), Step.REVEAL)
    for team, answer in zip(state.teams, answers, strict=True):
        if answer is not None:
            state = play(state, SetAnswer(team.id, answer))
    return to_step(state, Step.REVEAL)


def by_next(
    state: State, at: int = 0, step_ms: int = 0
) -> Iterator[tuple[State, tuple[Event, ...], State]]:
    """(before, events, after) of every Next until the session is closed."""
    for _ in range(5000):
        if isinstance(state.stage, Over):
            return
        before = state
        at += step_ms
        state, events = apply(state, Next(), at)
        yield before, events, state
    raise AssertionError(f"Next alone does not end the session; it is at {state.stage}")


def through_turn(state: State) -> State:
    """To the end of the turn by Next alone."""
    active, number = state.active, state.round
    for _, _events, after in by_next(state):
        if (after.active, after.round) != (active, number) or isinstance(after.stage, Standings):
            return after
    raise AssertionError


def random_action(state: State, random: Random) -> Action:
    """Any legal action, the table's more often than the facilitator's."""
    by_kind: dict[type, list[Offer]] = {}
    for offer in legal_actions(state):
        by_kind.setdefault(offer.action, []).append(offer)
    kinds = list(by_kind)
    weights = [_WEIGHTS.get(kind.__name__, 0.2) for kind in kinds]
    offer = random.choice(by_kind[random.choices(kinds, weights)[0]])
    action: Action = offer.sample(random)
    return action


_WEIGHTS = {
    "Next": 5,
    "SetAnswer": 5,
    "LockAnswer": 5,
    "RingBell": 8,
    "MarkBell": 8,
    "Judge": 3,
    "JudgeView": 3,
    "Vote": 6,
    "WritePlan": 3,
    "Roll": 3,
    "ChooseCategory": 3,
    "PassCard": 1,
    "ChangeRule": 0.4,
    "EndPlay": 0.02,
}
"""How often each kind of action is taken; the others now and then."""
