"""What happened: chance has already fallen.

An event that chance had a hand in carries what fell in `fell`, in the order it
was drawn; a replay believes it rather than draw again. Screens animate events,
logs tell them, nobody decides by them.
"""

from __future__ import annotations

from typing import TypeAlias, get_args

from game.rules.frozen import frozen
from game.rules.state import Answer, BellPhase, Held, IfThen, Step, Why


@frozen
class Begun:
    """The lobby is left: the piles lie ready."""


@frozen
class PileShuffled:
    """A pile was shuffled."""

    pile: str
    cards: int
    fell: tuple[int, ...]


@frozen
class PileGaveWay:
    """An empty pile gave way to the fullest other."""

    wanted: str
    instead: str


@frozen
class BriefBegan:
    """The brief is on the wall."""


@frozen
class PersonaDrawn:
    """A team, or the customer (None), looks through these eyes."""

    team: int | None
    persona: str
    fell: tuple[int, ...]


@frozen
class RoundBegan:
    """A round has begun; `last` announces that play ends with it."""

    round: int
    last: bool


@frozen
class LastRound:
    """It has become clear that this round is the last."""


@frozen
class TurnBegan:
    """It is this team's turn, or it has the die."""

    team: int


@frozen
class Rolled:
    """The die fell."""

    team: int
    pips: int
    fell: tuple[int, ...]


@frozen
class PawnMoved:
    """A pawn, or the customer's (None), went over these spaces in order."""

    team: int | None
    start: int
    path: tuple[int, ...]


@frozen
class Swapped:
    """Two teams changed places on the board."""

    team: int
    other: int
    fell: tuple[int, ...] = ()


@frozen
class CategoryDue:
    """The active team may choose its category."""


@frozen
class CardDrawn:
    """A card came up; `fell` is the order an `order` card's items are shown in."""

    card: str
    pile: str
    fell: tuple[int, ...] = ()


@frozen
class TwistDrawn:
    """A twist came up."""

    twist: str


@frozen
class TwistDone:
    """Its effects have been told in the events before this one."""

    twist: str


@frozen
class RollGranted:
    """The team rolls once more: told with the twist, and again when its moment has come."""

    team: int


@frozen
class MirrorDrawn:
    """A mirror came up."""

    mirror: str


@frozen
class StepBegan:
    """A card has come this far."""

    card: str
    step: Step


@frozen
class AnswerSet:
    """A team answers this, for now; None: it took its answer back."""

    team: int
    answer: Answer | None


@frozen
class AnswerLocked:
    """A team's answer stands; None: it has none."""

    team: int
    answer: Answer | None


@frozen
class Asked:
    """Next found something missing: of these teams, or of the facilitator (none named)."""

    missing: tuple[int, ...]


@frozen
class BellChanged:
    """The bells are now closed, armed, open or taken."""

    phase: BellPhase


@frozen
class RangTooEarly:
    """A team rang before the bells opened, and is locked out until then (ms)."""

    team: int
    until: int


@frozen
class RangLocked:
    """A team rang while it was locked out, until then (ms)."""

    team: int
    until: int


@frozen
class BellWon:
    """This team has the bell; `together` teams rang at once, and the draw decided if over 1."""

    team: int
    together: int
    fell: tuple[int, ...] = ()


@frozen
class RangToo:
    """A runner-up: rang so many ms after the first, or together with it (None) and lost."""

    team: int
    gap: int | None
    fell: tuple[int, ...] = ()


@frozen
class BellMarked:
    """The answer of the team that rang was right or wrong."""

    team: int
    right: bool


@frozen
class ChangedMind:
    """A team joined, or left, another option after the other view."""

    team: int
    before: Answer | None
    after: Answer


@frozen
class ViewSettled:
    """What the other view was worth; the token comes back when it won anything."""

    team: int
    won: int
    token_back: bool


@frozen
class Judged:
    """Points of the facilitator, of peers (median), or for "visible on Monday"."""

    team: int
    points: int


@frozen
class ViewJudged:
    """The facilitator's points for the added view."""

    points: int


@frozen
class Voted:
    """A team's vote is in."""

    team: int
    points: int


@frozen
class PlanWritten:
    """A team wrote an if-then plan."""

    team: int
    plan: IfThen


@frozen
class Scored:
    """Customers came (or went): `asked` by the card, `applied` above the floor."""

    team: int
    asked: int
    applied: int
    why: Why
    reason: str = ""
    """The facilitator's words, when adjusted."""


@frozen
class MeterMoved:
    """A choice moved a meter."""

    team: int
    meter: str
    by: int


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
class TurnEnded:
    """The turn is over."""

    team: int


@frozen
class StandingsShown:
    """Between rounds, or final."""

    final: bool


@frozen
class PlayEnded:
    """No more rounds: the plan is done, the time is up, the end was reached, or so decided."""

    because: str
    """`plan`, `time`, `end` or `facilitator`."""


@frozen
class PodiumShown:
    """The podium is on the wall."""


@frozen
class Closed:
    """The session is closed."""


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
    """Everything stands still."""

    how: Held


@frozen
class Released:
    """It goes on."""


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


Event: TypeAlias = (
    Begun
    | PileShuffled
    | PileGaveWay
    | BriefBegan
    | PersonaDrawn
    | RoundBegan
    | LastRound
    | TurnBegan
    | Rolled
    | PawnMoved
    | Swapped
    | CategoryDue
    | CardDrawn
    | TwistDrawn
    | TwistDone
    | RollGranted
    | MirrorDrawn
    | StepBegan
    | AnswerSet
    | AnswerLocked
    | Asked
    | BellChanged
    | RangTooEarly
    | RangLocked
    | BellWon
    | RangToo
    | BellMarked
    | ChangedMind
    | ViewSettled
    | Judged
    | ViewJudged
    | Voted
    | PlanWritten
    | Scored
    | MeterMoved
    | Passed
    | Skipped
    | Replaced
    | PutOnTop
    | TurnEnded
    | StandingsShown
    | PlayEnded
    | PodiumShown
    | Closed
    | ClockSet
    | TimeWasUp
    | HeldStill
    | Released
    | InsightNoted
    | TurnGiven
    | TeamJoined
    | TeamLeft
    | TeamEdited
    | RuleChanged
    | ContentReloaded
)

EVENTS: dict[str, type[Event]] = {cls.__name__: cls for cls in get_args(Event)}
"""Every event by its name, as it stands in a log."""
