"""The whole truth of a session, frozen: equal states compare equal.

Times are milliseconds since the session began, as told by whoever holds the
clock (`apply` is told the time, it never reads one). What a state is made of
lies in `pieces` and `stages`; all of it is had from here.
"""

from __future__ import annotations

from enum import StrEnum

from game.rules.board import Board
from game.rules.cards import Card, Play
from game.rules.content import Content
from game.rules.frozen import evolve, frozen
from game.rules.pieces import COLOURS, Bell, BellPhase, Clock, ClockFor, Ring, Team
from game.rules.plans import Commitment, Earlier, Status
from game.rules.ruleset import Plan, Rules
from game.rules.stages import (
    PHASES,
    Answer,
    Brief,
    ChooseFor,
    Choosing,
    Debrief,
    Gain,
    IfThen,
    Landed,
    Lobby,
    MirrorTold,
    OnCard,
    Over,
    Part,
    Personas,
    Phase,
    Podium,
    Ready,
    Review,
    Stage,
    Standings,
    Step,
    TwistTold,
    Why,
)
from game.rules.template import DebriefPhase, DebriefTemplate, Question

__all__ = [
    "BELL",
    "COLOURS",
    "MIRROR",
    "TWIST",
    "Answer",
    "Bell",
    "BellPhase",
    "Brief",
    "ChooseFor",
    "Choosing",
    "Clock",
    "ClockFor",
    "Commitment",
    "Customer",
    "Debrief",
    "DebriefPhase",
    "DebriefTemplate",
    "Earlier",
    "Gain",
    "Held",
    "IfThen",
    "Insight",
    "Landed",
    "Lobby",
    "MirrorTold",
    "OnCard",
    "Over",
    "Part",
    "Personas",
    "Phase",
    "Pile",
    "Podium",
    "Question",
    "Ready",
    "Record",
    "Review",
    "Ring",
    "Stage",
    "Standings",
    "State",
    "Status",
    "Step",
    "Team",
    "TwistTold",
    "Why",
    "evolve",
]


class Held(StrEnum):
    """Why everything stands still; Next lets it go on."""

    RESUMED = "resumed"
    """After undo and resume, clocks stand and bells are closed until Next."""
    PAUSED = "paused"
    BLACK = "black"
    WHITE = "white"
    BREAK = "break"
    """`State.held_until` says when it ends; only the facilitator ends it."""
    EYES = "eyes"
    """"Eyes here": the room looks at whoever speaks, not at the wall."""


@frozen(kw_only=True)
class Pile:
    """Cards to draw, the next one first, and those played from it."""

    name: str
    """A category id, or one of BELL, TWIST and MIRROR."""
    cards: tuple[str, ...]
    """Ids of those to draw."""
    played: tuple[str, ...] = ()
    """Ids of those played, in the order they were; shuffled in again when all piles are through."""


BELL, TWIST, MIRROR = "*bell", "*twist", "*mirror"
"""Names of the piles that are not a category (an id cannot hold an asterisk)."""


@frozen(kw_only=True)
class Customer:
    """The one pawn of a session played together."""

    position: int = 0
    """Index of the space it stands on."""
    laps: int = 0
    """How often it passed start, or began a road again, less the times it was taken back."""
    persona: str = ""
    """Id of the persona it carries, or ""."""
    cards: int = 0
    """Cards played with this persona."""


@frozen(kw_only=True)
class Insight:
    """Something a team said that is worth keeping."""

    team: int | None
    text: str
    about: str
    """Id of the card, mirror or twist it was about, or ""."""
    question: str = ""
    """The debrief's question it answers, as it was asked, or ""."""


@frozen(kw_only=True)
class Record:
    """A card that was played to its end: what the debrief and the awards look back on."""

    card: str
    """Its qualified id."""
    round: int
    """The round it was played in, from 1."""
    team: int
    """Whose turn it was, or who had the die."""
    answers: tuple[tuple[int, Answer], ...]
    """(team, answer) as they were revealed."""
    before: tuple[tuple[int, Answer], ...]
    """`everyone`: (team, answer) before another view was argued; empty where none was."""
    gains: tuple[Gain, ...]
    """What it paid, to whom and for what."""
    viewer: int | None
    """The team that had another view, or None."""
    play: Play = Play.TURN
    """As it was played."""
    rang: tuple[int, ...] = ()
    """Teams that rang on it, for the answer or for another view, each once, in order of ids."""
    wrong: tuple[int, ...] = ()
    """Of those, on a bell card, the ones that answered wrongly."""
    began: int = 0
    """When it came up, in ms."""
    ended: int = 0
    """When it was done, in ms."""
    talked_ms: int = 0
    """Time of discussing, arguing and talking, without what was held."""
    after: tuple[Team, ...] = ()
    """Every team as it stood when the card was done, in order of turns."""


@frozen(kw_only=True)
class State:
    """Everything there is to know about a session at one moment."""

    content: Content
    board: Board
    rules: Rules
    plan: Plan
    seed: int
    """All of the session's chance follows from it."""
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
    held_until: int = 0
    """When a break ends, in ms; 0 for none, or for as long as it takes."""
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
    """In the order they were made."""
    next_plan: int = 0
    """Number of the next commitment."""
    template: DebriefTemplate | None = None
    """What the debrief asks; None: there is no debrief after the podium."""
    earlier: tuple[Earlier, ...] = ()
    """Plans of an earlier session, and what is told of them."""
    records: tuple[Record, ...] = ()
    after_rounds: tuple[tuple[Team, ...], ...] = ()
    """Of each round that was played to its end, every team as it stood then."""

    def team(self, team_id: int) -> Team:
        """The team with that id; KeyError if it is not playing."""
        for team in self.teams:
            if team.id == team_id:
                return team
        raise KeyError(team_id)

    def anyone(self, team_id: int) -> Team | None:
        """The team with that id, also one that waits to join or has left; None if unknown."""
        for team in (*self.teams, *self.joining, *self.left):
            if team.id == team_id:
                return team
        return None

    @property
    def phase(self) -> Phase:
        """Where in the evening this is."""
        return PHASES.get(type(self.stage), Phase.PLAY)

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

    def played(self, at: int) -> int:
        """Milliseconds at `at` without those in which everything was held, to measure talk by."""
        return at - self.idle_ms - (at - self.held_at if self.held else 0)

    def play_elapsed(self, at: int) -> int:
        """Milliseconds of play so far, without the time everything was held; 0 before round 1."""
        if self.round == 0:
            return 0
        idle = self.idle_ms + (at - self.held_at if self.held else 0)
        return max(0, at - self.play_began - idle)
