"""Cards, decks, boards and templates to test with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from game.rules.board import Board, Shape, Space, SpaceKind, Zone
from game.rules.cards import (
    Bands,
    Card,
    Category,
    ChoiceCard,
    CommitCard,
    CustomersEffect,
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
from game.rules.content import Content, DeckInfo
from game.rules.state import DebriefPhase, DebriefTemplate, Earlier, IfThen, Question


def _head(card_id: str, category: str) -> dict[str, Any]:
    """What every card has."""
    return {"id": card_id, "category": category, "title": card_id, "prompt": "?"}


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
        **_head(card_id, category),
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
        **_head(card_id, category),
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
        **_head(card_id, category),
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
        **_head(card_id, category),
        play=play,
        items=tuple(Item(text=f"item {i}", rank=r) for i, r in enumerate(ranks)),
    )


def open_card(
    card_id: str, category: str = "culture", judge: Judging | None = Judging.FACILITATOR
) -> OpenCard:
    """Something to act out."""
    return OpenCard(
        **_head(card_id, category),
        judge=judge,
        criteria=("names it", "acts"),
        meters=(("connection", 1),),
    )


def commit(card_id: str, category: str = "culture") -> CommitCard:
    """A plan to make."""
    return CommitCard(**_head(card_id, category))


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


DILEMMAS = tuple(dilemma(str(i)) for i in range(20))
"""Enough of one kind for a whole game."""


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
