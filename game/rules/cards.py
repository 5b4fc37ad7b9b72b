"""What lies on the table: cards, twists, mirrors, personas, and the categories they belong to.

Every class is a plain frozen dataclass, so that the floor above can validate a
deck against the very same definition (one definition of a card, no dependency).
Texts are already in the language of play.
"""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import Literal, TypeAlias

from game.rules.frozen import frozen

MeterEffects: TypeAlias = tuple[tuple[str, int], ...]
"""(meter id, −2…+2) pairs."""


class Kind(StrEnum):
    """What a team does with a card."""

    CHOICE = "choice"
    ESTIMATE = "estimate"
    ORDER = "order"
    OPEN = "open"
    COMMIT = "commit"


class Play(StrEnum):
    """Who answers a card."""

    TURN = "turn"
    BELL = "bell"
    EVERYONE = "everyone"


class Judging(StrEnum):
    """Who gives the points of an `open` card."""

    FACILITATOR = "facilitator"
    PEERS = "peers"


class Measure(StrEnum):
    """What the number of an `estimate` card is; years and percentages have absolute bands."""

    NUMBER = "number"
    PERCENTAGE = "percentage"
    YEAR = "year"


class Evidence(StrEnum):
    """What kind of evidence a fact rests on."""

    STUDY = "study"
    SURVEY = "survey"
    VENDOR = "vendor"
    """Somebody who sells what it speaks for."""
    CONTESTED = "contested"
    """Others have found otherwise."""


@frozen(kw_only=True)
class Option:
    """One answer of a `choice` card."""

    text: str
    points: int
    """0–3; 3 for the key of a quiz, 0 for its distractors."""
    feedback: str = ""
    """What this choice leads to, shown with the reveal."""
    meters: MeterEffects = ()


@frozen(kw_only=True)
class Item:
    """One thing to put in order."""

    text: str
    rank: int
    """0 comes first; items of equal rank are not compared with one another."""


@frozen(kw_only=True)
class Bands:
    """How near an estimate must be for 3, 2 and 1 points, the ends included."""

    relative: bool
    """True: widths are per cent of the answer. False: widths are in the answer's unit."""
    widths: tuple[float, float, float]
    """Growing; a guess within the first earns 3, the second 2, the third 1."""


@frozen(kw_only=True)
class PlanExample:
    """An if-then plan that shows the form on a `commit` card."""

    cue: str
    action: str


@frozen(kw_only=True)
class _CardBase:
    id: str
    """Qualified by its deck: `outside-in/five-coffees`."""
    category: str
    """Id of its category."""
    title: str
    prompt: str
    """What is read aloud: the story, and what it asks."""
    play: Play = Play.TURN
    """Who answers it; together, `turn` cards are played as `everyone`."""
    picture: str = ""
    """Name of a picture of the deck, or "" for none."""
    sound: str = ""
    """Name of a sound of the deck, heard when the card comes up; or "" for none."""
    reading: int = 0
    """Seconds to read it aloud; 0 means: reckoned from the words."""
    thinking: int = 0
    """Seconds to discuss; 0 means: the ruleset's."""
    meters: MeterEffects = ()
    """Effects of a card (not of an option) that earned a point or more."""
    why: str = ""
    """Shown after the reveal."""
    reflect: str = ""
    """The question to talk about afterwards."""
    notes: str = ""
    """For the facilitator's eyes only; never drawn on the wall."""
    source: str = ""
    """Where a fact is from."""
    year: int | None = None
    """When it was found out."""
    evidence: Evidence | None = None
    tags: tuple[str, ...] = ()
    """Words its author sorts cards by; the game does nothing with them."""


@frozen(kw_only=True)
class ChoiceCard(_CardBase):
    """Pick one of 2–6 options: a quiz with one right option, or a graded dilemma."""

    options: tuple[Option, ...]
    key: int | None = None
    """Index of the right option of a quiz; None for a dilemma."""
    kind: Literal[Kind.CHOICE] = field(default=Kind.CHOICE, init=False)

    @property
    def quiz(self) -> bool:
        """True when one option is right, False for a dilemma."""
        return self.key is not None


@frozen(kw_only=True)
class EstimateCard(_CardBase):
    """Name a number; bands pay 3, 2 or 1."""

    answer: float
    bands: Bands
    measure: Measure = Measure.NUMBER
    unit: str = ""
    """Shown beside the number, as "minutes" or "in 100"; or ""."""
    kind: Literal[Kind.ESTIMATE] = field(default=Kind.ESTIMATE, init=False)


@frozen(kw_only=True)
class OrderCard(_CardBase):
    """Put 3–7 items in order; `items` holds them in the right one."""

    items: tuple[Item, ...]
    kind: Literal[Kind.ORDER] = field(default=Kind.ORDER, init=False)


@frozen(kw_only=True)
class OpenCard(_CardBase):
    """Act, tell, play or explain; judged 0–3 by the facilitator or by peers."""

    criteria: tuple[str, ...] = ()
    """What a good answer shows."""
    judge: Judging | None = None
    """None leaves it to the ruleset."""
    kind: Literal[Kind.OPEN] = field(default=Kind.OPEN, init=False)


@frozen(kw_only=True)
class CommitCard(_CardBase):
    """Write an if-then plan."""

    example: PlanExample | None = None
    kind: Literal[Kind.COMMIT] = field(default=Kind.COMMIT, init=False)


Card: TypeAlias = ChoiceCard | EstimateCard | OrderCard | OpenCard | CommitCard


class Who(StrEnum):
    """Whom a twist befalls; leader and last are all who share the place."""

    SELF = "self"
    LEADER = "leader"
    LAST = "last"
    OTHERS = "others"
    ALL = "all"


class SwapWith(StrEnum):
    """With whom a team changes places on the board."""

    LEADER = "leader"
    LAST = "last"
    NEXT = "next"


@frozen(kw_only=True)
class CustomersEffect:
    """Customers come or go: −3…+3 for each team it befalls."""

    who: Who
    customers: int


@frozen(kw_only=True)
class SpacesEffect:
    """Pawns move −6…+6 spaces; no card is drawn and start never pays."""

    who: Who
    spaces: int


@frozen(kw_only=True)
class SwapEffect:
    """The team changes places with another; scores are untouched."""

    swap: SwapWith


@frozen(kw_only=True)
class RollEffect:
    """The team rolls and plays once more in this turn."""


Effect: TypeAlias = CustomersEffect | SpacesEffect | SwapEffect | RollEffect


@frozen(kw_only=True)
class Twist:
    """An event, not a question: a short story and bounded effects."""

    id: str
    title: str
    prompt: str
    effects: tuple[Effect, ...]
    picture: str = ""
    sound: str = ""


@frozen(kw_only=True)
class Mirror:
    """A question to talk about; it is the turn's card."""

    id: str
    title: str
    prompt: str
    notes: str = ""
    picture: str = ""
    sound: str = ""


@frozen(kw_only=True)
class Persona:
    """Other eyes to look through; worth no points by itself."""

    id: str
    name: str
    line: str
    picture: str = ""


@frozen(kw_only=True)
class Category:
    """A pile of cards with a name and an icon."""

    id: str
    name: str
    icon: str = ""


@frozen(kw_only=True)
class Meter:
    """Something choices have an effect on beside the score, such as connection."""

    id: str
    name: str
