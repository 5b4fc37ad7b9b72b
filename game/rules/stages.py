"""Where in the evening a session stands, and how far the open card has come."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from game.rules.cards import Play
from game.rules.frozen import frozen
from game.rules.pieces import Bell

Answer: TypeAlias = int | float | tuple[int, ...]
"""Index of an option, a number, or item indices in the order the team put them."""


class Phase(StrEnum):
    """Where in the evening the session is."""

    LOBBY = "lobby"
    REVIEW = "review"
    """Plans of an earlier session are asked after."""
    BRIEF = "brief"
    PERSONAS = "personas"
    PLAY = "play"
    PODIUM = "podium"
    DEBRIEF = "debrief"
    OVER = "over"


@frozen(kw_only=True)
class Lobby:
    """Set up, not begun."""


@frozen(kw_only=True)
class Review:
    """What became of the plans of an earlier session, one a page."""

    index: int = 0
    """In `State.earlier`."""


@frozen(kw_only=True)
class Brief:
    """One minute on the aim, the turn, the bell and the other view."""


@frozen(kw_only=True)
class Personas:
    """Who looks through whose eyes was drawn and is shown."""


@frozen(kw_only=True)
class Ready:
    """Waiting for the die; `State.active` has it."""


@frozen(kw_only=True)
class Landed:
    """The pawn stands on its space; Next draws the card (or tells, or asks to choose)."""

    rolled: int
    """Pips of the die; 1 for a step."""
    path: tuple[int, ...]
    """The spaces trodden, in order; empty for a pawn that stood at the end of a road."""


class ChooseFor(StrEnum):
    """Why a team may choose its category."""

    SPACE = "space"
    TWIST = "twist"


@frozen(kw_only=True)
class Choosing:
    """The active team picks a category; Next takes the fullest pile."""

    why: ChooseFor


@frozen(kw_only=True)
class TwistTold:
    """A twist is being told; Next does what it says, then a category is chosen."""

    twist: str


@frozen(kw_only=True)
class MirrorTold:
    """A mirror is being talked about; Next pays its customer and ends the turn."""

    mirror: str


class Step(StrEnum):
    """How far a card has come."""

    READ = "read"
    DISCUSS = "discuss"
    GRID = "grid"
    """`everyone`: cards are up and the facilitator enters them."""
    BELL = "bell"
    """`bell` play; `OnCard.bell.phase` says armed, open or taken."""
    VIEW = "view"
    """The bell is open for another view."""
    VIEW_TAKEN = "view_taken"
    """A team argues its other view."""
    JUDGE = "judge"
    """An `open` or `commit` card is being judged."""
    REVEAL = "reveal"
    TALK = "talk"


@frozen(kw_only=True)
class IfThen:
    """An if-then plan: if cue, then action, by whom, by when."""

    cue: str = ""
    action: str = ""
    who: str = ""
    by_when: str = ""

    @property
    def points(self) -> int:
        """0–2: cue and action 1, by whom and by when one more."""
        if not (self.cue.strip() and self.action.strip()):
            return 0
        return 2 if self.who.strip() and self.by_when.strip() else 1

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of the parts nobody wrote yet: `cue`, `action`, `who`, `by_when`."""
        parts = ("cue", "action", "who", "by_when")
        return tuple([part for part in parts if not getattr(self, part).strip()])

    @property
    def complete(self) -> bool:
        """True where no part is missing."""
        return not self.missing


class Why(StrEnum):
    """Why a score changed."""

    ANSWER = "answer"
    CLOSEST = "closest"
    """The estimate nearest to the answer."""
    BELL = "bell"
    """Right, wrong or silent after a ring."""
    VIEW = "view"
    """Another view."""
    JUDGED = "judged"
    """An open card, by the facilitator or by peers."""
    PLAN = "plan"
    """A `commit` card."""
    MIRROR = "mirror"
    START = "start"
    """Start was passed, or reached, forward."""
    TWIST = "twist"
    ADJUSTED = "adjusted"
    """By the facilitator; no gain of the open card."""


@frozen
class Gain:
    """What a team was given on the reveal."""

    team: int
    asked: int
    """By the card; differs from `applied` when the score would sink below its floor."""
    applied: int
    why: Why


@frozen(kw_only=True)
class OnCard:
    """A card is open on the wall."""

    card: str
    """Its qualified id."""
    pile: str
    """Name of the pile it came from, and goes back to."""
    play: Play
    """As it is played: together, `turn` cards are played as `everyone`."""
    for_room: bool
    """Together: an `open` or `commit` card of the active team, for every team's points."""
    team: int
    """The team that plays it (`turn`), or whose turn it is, or that has the die."""
    step: Step
    shown: tuple[int, ...] = ()
    """Item indices of an `order` card, as they are shown before the reveal."""
    answers: tuple[tuple[int, Answer], ...] = ()
    """(team, answer) in order of teams; until locked they may change."""
    locked: bool = False
    asked: bool = False
    """Next found something incomplete and asked; Next again goes on without."""
    bell: Bell | None = None
    viewer: int | None = None
    """The team with another view, once the bell for it is taken."""
    before: tuple[tuple[int, Answer], ...] = ()
    """`everyone`: the answers as they were when the view was argued."""
    changed: tuple[int, ...] = ()
    """Teams that used their one change of mind."""
    plan: IfThen | None = None
    judged: int | None = None
    """0–3 by the facilitator (`open`), or 0–1 "visible on Monday" (`commit`)."""
    view_judged: int | None = None
    """0–2 for the view added to an `open` card."""
    votes: tuple[tuple[int, int], ...] = ()
    """(team, 0–3) of peers."""
    gains: tuple[Gain, ...] = ()
    """Since the reveal."""
    began: int = 0
    """When it came up, in ms."""
    since: int = 0
    """When the talk of this step began, in ms of play without what was held."""
    talked_ms: int = 0
    """Talk of the steps before."""

    def answer(self, team: int) -> Answer | None:
        """What a team answers, or None while it has not."""
        for who, answer in self.answers:
            if who == team:
                return answer
        return None


@frozen(kw_only=True)
class Standings:
    """Between rounds, and once more when play has ended."""

    final: bool = False


@frozen(kw_only=True)
class Podium:
    """Who won, and the awards."""


class Part(StrEnum):
    """What there is after play, in the order it comes."""

    PODIUM = "podium"
    MAP = "map"
    """Every team's way through progress and connection."""
    MOMENT = "moment"
    """A card worth talking about, one a page."""
    QUESTION = "question"
    """The template's questions, and the decks' own, one a page."""
    COMMIT = "commit"
    """Every team writes its plans."""
    READ = "read"
    """The plans, one a page, to be read aloud."""


@frozen(kw_only=True)
class Debrief:
    """A page after the podium; `debrief.pages` has all there are."""

    part: Part = Part.MAP
    """Never PODIUM, which has a stage of its own."""
    index: int = 0
    """Which of its moments, questions or plans; 0 where there is one page."""
    asked: bool = False
    """Next found teams without a whole plan and asked; Next again goes on."""


@frozen(kw_only=True)
class Over:
    """The session is closed."""


Stage: TypeAlias = (
    Lobby
    | Review
    | Brief
    | Personas
    | Ready
    | Landed
    | Choosing
    | TwistTold
    | MirrorTold
    | OnCard
    | Standings
    | Podium
    | Debrief
    | Over
)

PHASES: dict[type, Phase] = {
    Lobby: Phase.LOBBY,
    Review: Phase.REVIEW,
    Brief: Phase.BRIEF,
    Personas: Phase.PERSONAS,
    Podium: Phase.PODIUM,
    Debrief: Phase.DEBRIEF,
    Over: Phase.OVER,
}
"""Stages outside play; every other is within it."""
