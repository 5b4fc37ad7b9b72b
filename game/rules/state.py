"""The whole truth of a session, frozen: equal states compare equal.

Times are milliseconds since the session began, as told by whoever holds the
clock (`apply` is told the time, it never reads one).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, TypeAlias, TypeVar

from game.rules.board import Board
from game.rules.cards import Card, Content, Play
from game.rules.frozen import frozen
from game.rules.ruleset import Plan, Rules

COLOURS = ("orange", "sky", "green", "yellow", "blue", "rust", "pink", "ink")
"""The eight team colours; each has a shape of its own, so colour never stands alone."""

Answer: TypeAlias = int | float | tuple[int, ...]
"""Index of an option, a number, or item indices in the order the team put them."""

T = TypeVar("T")

_new = object.__new__
_set = object.__setattr__


def evolve(thing: T, **changes: Any) -> T:
    """A copy of a frozen dataclass with some fields changed.

    Like `dataclasses.replace` at a tenth of its cost, which is most of the
    cost of a move: nothing is re-initialised, so it is only for classes
    without `__post_init__`, slots and cached properties.
    """
    new = _new(thing.__class__)
    # Unpacked, not merged with |: that would share the keys of all instances, and reading fields
    # from such a dictionary takes three times as long.
    _set(new, "__dict__", {**thing.__dict__, **changes})
    return new


class Phase(StrEnum):
    """Where in the evening the session is."""

    LOBBY = "lobby"
    BRIEF = "brief"
    PERSONAS = "personas"
    PLAY = "play"
    PODIUM = "podium"
    DEBRIEF = "debrief"
    OVER = "over"


@frozen(kw_only=True)
class Team:
    """One team and all it has."""

    id: int
    """Given once, never used again after the team has left."""
    name: str
    colour: str
    """One of COLOURS."""
    position: int = 0
    """Index of the space its pawn stands on; 0 throughout when playing together."""
    laps: int = 0
    """How often it passed start forward, less the times it was taken back over it."""
    customers: int = 0
    """Happy customers: the score."""
    meters: tuple[tuple[str, int], ...] = ()
    tokens: int = 0
    """Other-view tokens left."""
    passes: int = 0
    """Passes left."""
    persona: str = ""
    turns: int = 0
    """Turns taken (one by one) or cards answered (together)."""
    views_won: int = 0
    """Other views that won something."""
    bells_won: int = 0
    """Bell cards answered rightly."""
    agreed: int = 0
    """How often it was in the largest camp of an `everyone` choice."""

    def meter(self, meter: str) -> int:
        """What this team has gathered on a meter; 0 if nothing yet."""
        return dict(self.meters).get(meter, 0)


class ClockFor(StrEnum):
    """What the one clock is counting down for."""

    DISCUSS = "discuss"
    BELL = "bell"
    """Bells stay open until it ends; never drawn, since teams must react, not anticipate."""
    ANSWER = "answer"
    """The team that rang must speak."""
    ARGUE = "argue"
    """Another view is being argued."""


@frozen(kw_only=True)
class Clock:
    """A countdown, held in one place: what was left, and since when it runs."""

    purpose: ClockFor
    total_ms: int
    left_ms: int
    """Left at `since`, or left for good while it stands."""
    since: int | None = None
    """Running since then; None while it stands still."""

    def left(self, at: int) -> int:
        """Milliseconds left at that time, never below 0."""
        if self.since is None:
            return self.left_ms
        return max(0, self.left_ms - (at - self.since))

    @property
    def running(self) -> bool:
        """True while it counts down."""
        return self.since is not None

    def stopped(self, at: int) -> Clock:
        """The same clock standing still, with what was left at that time."""
        return self if self.since is None else evolve(self, left_ms=self.left(at), since=None)

    def started(self, at: int) -> Clock:
        """The same clock running from that time."""
        return self if self.since is not None else evolve(self, since=at)


class BellPhase(StrEnum):
    """Closed → armed (the card is being read) → open → taken → closed."""

    CLOSED = "closed"
    ARMED = "armed"
    OPEN = "open"
    TAKEN = "taken"


@frozen(kw_only=True)
class Ring:
    """A bell that was heard, and when."""

    team: int
    at: int


@frozen(kw_only=True)
class Bell:
    """The bells of all teams, as far as this card concerns them."""

    phase: BellPhase
    eligible: tuple[int, ...]
    """Teams that may ring."""
    rings: tuple[Ring, ...] = ()
    """Since the bells opened, in order of arrival, one a team."""
    winner: int | None = None
    together: int = 0
    """How many rang together with the first, the first included; the draw decided if over 1."""
    out: tuple[int, ...] = ()
    """Teams that answered this card already, wrongly."""
    locked: tuple[tuple[int, int], ...] = ()
    """(team, until): rang too early and cannot ring before `until`, in ms."""

    def locked_until(self, team: int) -> int:
        """When the lock-out of a team ends, in ms; 0 if it has none."""
        return dict(self.locked).get(team, 0)

    @property
    def runners_up(self) -> tuple[tuple[int, int], ...]:
        """(team, ms after the first ring) of those heard clearly after the winner."""
        return tuple((r.team, r.at - self.rings[0].at) for r in self.rings[self.together :])


class Held(StrEnum):
    """Why everything stands still; Next lets it go on."""

    RESUMED = "resumed"
    """After undo and resume, clocks stand and bells are closed until Next."""
    PAUSED = "paused"
    BLACK = "black"
    WHITE = "white"


@frozen(kw_only=True)
class Lobby:
    """Set up, not begun."""


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
    path: tuple[int, ...]


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


class Why(StrEnum):
    """Why a score changed."""

    ANSWER = "answer"
    CLOSEST = "closest"
    BELL = "bell"
    VIEW = "view"
    JUDGED = "judged"
    PLAN = "plan"
    MIRROR = "mirror"
    START = "start"
    TWIST = "twist"
    ADJUSTED = "adjusted"


@frozen(kw_only=True)
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
    pile: str
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


@frozen(kw_only=True)
class Debrief:
    """The questions after the game, one a step."""

    step: int = 0


@frozen(kw_only=True)
class Over:
    """The session is closed."""


Stage: TypeAlias = (
    Lobby
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

_PHASES: dict[type, Phase] = {
    Lobby: Phase.LOBBY,
    Brief: Phase.BRIEF,
    Personas: Phase.PERSONAS,
    Podium: Phase.PODIUM,
    Debrief: Phase.DEBRIEF,
    Over: Phase.OVER,
}


@frozen(kw_only=True)
class Pile:
    """Cards to draw, the next one first, and those played from it."""

    name: str
    """A category id, or one of BELL, TWIST and MIRROR."""
    cards: tuple[str, ...]
    played: tuple[str, ...] = ()


BELL, TWIST, MIRROR = "*bell", "*twist", "*mirror"
"""Names of the piles that are not a category (an id cannot hold an asterisk)."""


@frozen(kw_only=True)
class Customer:
    """The one pawn of a session played together."""

    position: int = 0
    laps: int = 0
    persona: str = ""
    cards: int = 0
    """Cards played with this persona."""


@frozen(kw_only=True)
class Insight:
    """Something a team said that is worth keeping."""

    team: int | None
    text: str
    about: str
    """Id of the card, mirror or twist it was about, or ""."""


@frozen(kw_only=True)
class Commitment:
    """An if-then plan a team leaves with."""

    team: int
    plan: IfThen
    card: str


@frozen(kw_only=True)
class Record:
    """A card that was played to its end: what the debrief and the awards look back on."""

    card: str
    round: int
    team: int
    answers: tuple[tuple[int, Answer], ...]
    before: tuple[tuple[int, Answer], ...]
    gains: tuple[Gain, ...]
    viewer: int | None


@frozen(kw_only=True)
class State:
    """Everything there is to know about a session at one moment."""

    content: Content
    board: Board
    rules: Rules
    plan: Plan
    seed: int
    teams: tuple[Team, ...]
    """In order of turns."""
    next_team: int
    """Id for the next team that joins."""
    draws: int = 0
    """How often chance was asked, which is the counter its numbers come from."""
    piles: tuple[Pile, ...] = ()
    stage: Stage = Lobby()
    round: int = 0
    """1 in the first round; 0 before."""
    active: int = -1
    """Id of the team whose turn it is, or that has the die; −1 before play."""
    queue: tuple[int, ...] = ()
    """Ids of teams still to have their turn in this round, after the active one."""
    customer: Customer = Customer()
    clock: Clock | None = None
    clock_ran: bool = False
    """The clock ran when everything was held, and runs again afterwards."""
    held: Held | None = None
    held_at: int = 0
    idle_ms: int = 0
    """Time held so far, which play does not pay for."""
    play_began: int = 0
    """When the first round began, in ms."""
    paced_from: tuple[int, int] = (0, 0)
    """(rounds, ms of play) when the way of taking turns last changed: the pace starts there."""
    last_round: bool = False
    """Announced: play ends with this round."""
    end_reached: bool = False
    """A team stands at the end of the road."""
    roll_again: bool = False
    """A twist gave the active team another roll."""
    rolled_again: bool = False
    """It has been used in this turn."""
    put_next: str = ""
    """Card the facilitator wants next."""
    new_turns: str = ""
    """Way of taking turns from the next round on, if it was changed."""
    joining: tuple[Team, ...] = ()
    """Late teams, playing from the next round."""
    leaving: tuple[int, ...] = ()
    """Ids of teams that leave when the card is done."""
    left: tuple[Team, ...] = ()
    """Teams that have left, as they were."""
    insights: tuple[Insight, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    records: tuple[Record, ...] = ()

    def team(self, team_id: int) -> Team:
        """The team with that id; KeyError if it is not playing."""
        for team in self.teams:
            if team.id == team_id:
                return team
        raise KeyError(team_id)

    @property
    def phase(self) -> Phase:
        """Where in the evening this is."""
        return _PHASES.get(type(self.stage), Phase.PLAY)

    @property
    def card(self) -> Card | None:
        """The card open on the wall, if any."""
        if isinstance(self.stage, OnCard):
            return self.content.card_by_id[self.stage.card]
        return None

    def pile(self, name: str) -> Pile | None:
        """The pile of that name, or None if no deck in play has it."""
        for pile in self.piles:
            if pile.name == name:
                return pile
        return None

    def play_elapsed(self, at: int) -> int:
        """Milliseconds of play so far, without the time everything was held; 0 before round 1."""
        if self.round == 0:
            return 0
        idle = self.idle_ms + (at - self.held_at if self.held else 0)
        return max(0, at - self.play_began - idle)
