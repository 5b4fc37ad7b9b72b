"""Events of the clock and of the facilitator's hand."""

from __future__ import annotations

from game.rules.frozen import frozen
from game.rules.state import Held


@frozen
class Passed:
    """A team passed its card."""

    team: int
    card: str


@frozen
class Skipped:
    """The card was put aside."""

    card: str


@frozen
class Replaced:
    """The card went under its pile, another follows."""

    card: str


@frozen
class PutOnTop:
    """This card comes next; "" for none."""

    card: str


@frozen
class ClockSet:
    """The clock was set, changed, paused or taken away: ms left, None without a clock."""

    left_ms: int | None
    running: bool


@frozen
class TimeWasUp:
    """The clock ran out; nothing is lost."""


@frozen
class HeldStill:
    """Everything stands still; `until` is the end of a break in ms, 0 for none."""

    how: Held
    until: int = 0


@frozen
class Released:
    """It goes on."""


@frozen
class RoundsSet:
    """The plan has so many rounds now; `last`: the one being played is the last."""

    rounds: int
    last: bool


@frozen
class TimeLeftSet:
    """Play has so many ms left now; `last`: the round being played is the last."""

    ms: int
    last: bool


@frozen
class InsightNoted:
    """An insight was kept."""

    team: int | None
    text: str


@frozen
class TurnGiven:
    """The facilitator gave the turn to this team."""

    team: int


@frozen
class TeamJoined:
    """A team joined; or it waits until the next round, and a second event tells when it is in."""

    team: int
    name: str
    waits: bool


@frozen
class TeamLeft:
    """A team left; or it waits until the card is done, and a second event tells when it is out."""

    team: int
    waits: bool


@frozen
class TeamEdited:
    """A team has another name or colour."""

    team: int
    name: str
    colour: str


@frozen
class RuleChanged:
    """A house rule changed."""

    rule: str
    value: int | bool | str


@frozen
class ContentReloaded:
    """The decks were read again; ids of cards, twists, mirrors and personas, as decks have them.

    All three are empty where only names, questions for the debrief or pictures changed.
    """

    changed: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    waits: str = ""
    """The open card, if its new version can only take its place when it is done."""
    withdrawn: tuple[int, ...] = ()
    """Teams whose answer to the open card means nothing to its new version."""
    fell: tuple[int, ...] = ()
    """The order an `order` card's items are shown in anew, then places of cards in their piles."""
