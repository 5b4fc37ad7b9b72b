"""What a deck is made of: every field, what it holds, and whether it must be there.

This is docs/deck-format.md as data; the rules between fields are in `game.content.cards` and
`game.content.twists`.
"""

from __future__ import annotations

from typing import assert_never

from game.content import cards, twists
from game.content.checks.twist_bounds import ID as TWIST_BOUNDS
from game.content.checks.twist_bounds import MOST_CUSTOMERS, MOST_SPACES
from game.content.fields import (
    ENDLESS,
    Decimal,
    Flag,
    Id,
    Language,
    Picture,
    Sound,
    Text,
    Whole,
    Word,
)
from game.content.records import (
    ENDLESS_LIST,
    Effects,
    Field,
    Group,
    ListOf,
    Record,
    in_words,
    made_by,
    needed,
    optional,
)
from game.content.report import Named
from game.content.silence import Silences
from game.rules.cards import (
    Category,
    Evidence,
    Judging,
    Kind,
    Measure,
    Meter,
    Mirror,
    Persona,
    PlanExample,
    Play,
    SwapWith,
    Twist,
    Who,
)

_NAME = Text(40)
_TITLE = Text(80)
_PROMPT = Text(1000, lines=True)
_STORY = Text(800, lines=True)
_LINE = Text(200)
_NOTES = Text(2000, lines=True)
_ANY_NUMBER = Decimal(-ENDLESS, ENDLESS)
_SILENCE = optional(Silences())


_COMMON = {
    "id": needed(Id(Named.CARD)),
    "kind": needed(Word(Kind)),
    "play": optional(Word(Play)),
    "category": needed(Id(Named.CATEGORY, refers=True)),
    "title": needed(_TITLE),
    "prompt": needed(_PROMPT),
    "picture": optional(Picture()),
    "sound": optional(Sound()),
    "reading": optional(Whole(1, 600)),
    "thinking": optional(Whole(5, 1800)),
    "why": optional(_STORY),
    "reflect": optional(_STORY),
    "notes": optional(_NOTES),
    "source": optional(Text(300, due=False)),
    "year": optional(Whole(1000, 2100)),
    "evidence": optional(Word(Evidence)),
    "tags": optional(ListOf(Text(30, words=False), 0, 20, "tag", "tags")),
    "silence": _SILENCE,
}
_METERS = {"meters": optional(Effects())}

OPTION = Record(
    "option",
    {
        "text": needed(_LINE),
        "points": optional(Whole(0, 3)),
        "right": optional(Flag()),
        "feedback": optional(_STORY),
        "meters": optional(Effects()),
    },
)
ITEM = Record("item", {"text": needed(_LINE), "rank": optional(Whole(1, 7))})
BANDS = Record(
    "bands",
    {
        "absolute": optional(ListOf(Decimal(0, ENDLESS), 3, 3, "band", "growing numbers")),
        "relative": optional(ListOf(Decimal(0, 100), 3, 3, "band", "growing numbers")),
    },
    such="how far off a guess may be, such as {absolute: [2, 5, 10]} or {relative: [10, 25, 50]}",
)
EXAMPLE = Record("example", {"cue": needed(_LINE), "action": needed(_LINE)})


def _own(kind: Kind) -> dict[str, Field]:
    """The fields that cards of a kind have beside those of all cards."""
    match kind:
        case Kind.CHOICE:
            return {"options": needed(ListOf(Group(OPTION), 2, 6, "option", "options"))}
        case Kind.ESTIMATE:
            return {
                "answer": needed(_ANY_NUMBER),
                "measure": optional(Word(Measure)),
                "unit": optional(Text(30)),
                "bands": needed(Group(BANDS, cards.make_bands, cards.check_bands)),
                **_METERS,
            }
        case Kind.ORDER:
            return {"items": needed(ListOf(Group(ITEM), 3, 7, "item", "items")), **_METERS}
        case Kind.OPEN:
            return {
                "judge": optional(Word(Judging)),
                "criteria": optional(ListOf(_LINE, 2, 4, "criterion", "lines")),
                **_METERS,
            }
        case Kind.COMMIT:
            return {"example": optional(Group(EXAMPLE, made_by(PlanExample))), **_METERS}
        case _:
            assert_never(kind)


_OWN = {kind: _own(kind) for kind in Kind}


def _elsewhere(kind: Kind) -> dict[str, str]:
    """Fields of the other kinds of cards, and what to say of them on this one."""
    found = {}
    for other, fields in _OWN.items():
        for name in fields.keys() - _OWN[kind].keys():
            found[name] = f"it is a field of {other} cards"
    if kind is Kind.CHOICE:
        found["meters"] = "on a choice card the meters belong to each option"
    return found


CARDS = {
    kind: Record(f"{kind} card", _COMMON | own, _elsewhere(kind)) for kind, own in _OWN.items()
}
CARD_OF_NO_KIND = Record(
    "card",
    _COMMON | {name: optional(field.type) for own in _OWN.values() for name, field in own.items()},
)
"""What is read of a card whose kind is missing or wrong, to say what else is wrong with it."""

EFFECT = Record(
    "effect",
    {
        "who": needed(Word(Who)),
        "customers": optional(Whole(-MOST_CUSTOMERS, MOST_CUSTOMERS, TWIST_BOUNDS)),
        "spaces": optional(Whole(-MOST_SPACES, MOST_SPACES, TWIST_BOUNDS)),
        "swap": optional(Word(SwapWith)),
        "roll": optional(Flag()),
    },
)
TWIST = Record(
    "twist",
    {
        "id": needed(Id(Named.TWIST)),
        "title": needed(_TITLE),
        "prompt": needed(_PROMPT),
        "effects": needed(
            ListOf(
                Group(EFFECT, twists.make_effect, twists.check_effect), 1, 4, "effect", "effects"
            )
        ),
        "picture": optional(Picture()),
        "sound": optional(Sound()),
        "silence": _SILENCE,
    },
)
MIRROR = Record(
    "mirror",
    {
        "id": needed(Id(Named.MIRROR)),
        "title": needed(_TITLE),
        "prompt": needed(_PROMPT),
        "notes": optional(_NOTES),
        "picture": optional(Picture()),
        "sound": optional(Sound()),
        "silence": _SILENCE,
    },
)
PERSONA = Record(
    "persona",
    {
        "id": needed(Id(Named.PERSONA)),
        "name": needed(_NAME),
        "line": needed(_LINE),
        "picture": optional(Picture()),
        "silence": _SILENCE,
    },
)
CATEGORY = Record(
    "category",
    {
        "id": needed(Id(Named.CATEGORY)),
        "name": needed(_NAME),
        "icon": optional(Picture(Named.CATEGORY)),
    },
)
METER = Record("meter", {"id": needed(Id(Named.METER)), "name": needed(_NAME)})

_FORMAT = optional(Text(20, words=False))  # `game.content.checks.version` has looked at it


_MOST = ENDLESS_LIST

DECK = Record(
    "deck",
    {
        "format": _FORMAT,
        "id": needed(Id()),
        "title": needed(_TITLE),
        "language": needed(Language()),
        "description": optional(_PROMPT),
        "preset": optional(Whole(5, 480)),
        "silence": _SILENCE,
        "categories": needed(
            ListOf(Group(CATEGORY, made_by(Category)), 1, 12, "category", "categories")
        ),
        "meters": optional(ListOf(Group(METER, made_by(Meter)), 0, 6, "meter", "meters")),
        "debrief": optional(ListOf(Text(300), 0, 20, "question", "questions")),
        "cards": needed(ListOf(cards.CardType(CARDS, CARD_OF_NO_KIND), 1, _MOST, "card", "cards")),
        "twists": optional(
            ListOf(Group(TWIST, made_by(Twist), twists.check_twist), 0, _MOST, "twist", "twists")
        ),
        "mirrors": optional(ListOf(Group(MIRROR, made_by(Mirror)), 0, _MOST, "mirror", "mirrors")),
        "personas": optional(
            ListOf(Group(PERSONA, made_by(Persona)), 0, _MOST, "persona", "personas")
        ),
    },
    {"overlay": "a translation belongs in a file of its own, such as deck.nl.yaml"},
)

CARDS_IN_WORDS = {kind: in_words(record) for kind, record in CARDS.items()}
IN_WORDS = {
    "categories": in_words(CATEGORY),
    "meters": in_words(METER),
    "twists": in_words(TWIST),
    "mirrors": in_words(MIRROR),
    "personas": in_words(PERSONA),
}
"""What a translation holds of each entry of these sections, by id; cards go by their kind."""

HEAD = ("title", "description", "debrief")
"""What is translated of the deck itself."""
HEAD_IN_WORDS = in_words(Record("translation", {name: DECK.fields[name] for name in HEAD}))
