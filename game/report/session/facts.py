"""Everything a report tells: plain values, nothing of their form. `gather` finds them in a log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, kw_only=True)
class TeamFacts:
    """A team, as it stood at the end."""

    id: int
    name: str
    colour: str
    """Key of its colour and shape."""
    customers: int
    place: int
    """1 for most customers; equal scores share it. 0 where it has left, or winning is off."""
    meters: tuple[int, ...]
    """Across and upward on the map; empty without a map."""
    way: tuple[tuple[int, int], ...]
    """Its way on the map, from (0, 0)."""
    scores: tuple[int, ...]
    """Customers after each round that `SessionFacts.round_names` names; none where it waited."""
    waiting: bool = False
    """It was to join in a next round, which has not come: it played nothing."""


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """What a team answered to a card, and what it won."""

    team: str
    colour: str
    answer: str
    """"" where there is none to say: a performance, a plan."""
    before: str
    """What it had answered before another view was argued; "" where that is the same."""
    points: int
    team_id: int
    """A team that left and one that came later may have one name."""


@dataclass(frozen=True, kw_only=True)
class CardFacts:
    """A card that was played."""

    id: str
    language: str
    """Of its deck."""
    title: str
    category: str
    prompt: str
    right: str
    """The key of a quiz, the answer of an estimate, the order; "" where none is right."""
    why: str
    reflect: str
    source: str
    """With its year and what it rests on; "" for what is no fact."""
    round: int
    team: str
    minutes: float
    """Talked about, in minutes."""
    chosen: tuple[Chosen, ...]


@dataclass(frozen=True, kw_only=True)
class MomentFacts:
    """A card worth coming back to, and why."""

    sentence: str
    card: CardFacts


@dataclass(frozen=True, kw_only=True)
class InsightFacts:
    """Something worth keeping that was said."""

    team: str
    text: str
    about: str
    """Title of the card, or the debrief's question."""
    team_id: int | None = None
    """None where it was the room's, or nobody is to know whose."""


@dataclass(frozen=True, kw_only=True)
class PlanFacts:
    """An if-then plan."""

    team: str
    colour: str
    cue: str
    action: str
    who: str
    by_when: str
    """As it was typed."""
    missing: tuple[str, ...]
    """What is not written yet, in words."""
    status: str = ""
    """What became of it, of a plan of last time."""
    why: str = ""
    session: str = ""
    """The session it was made in, where that is another one."""
    due: date | None = None
    """The day that `by_when` means; None where its words name none."""
    team_id: int | None = None
    """None for a plan of last time: teams have other numbers in each session."""
    said: date | None = None
    """The day it was typed; None where the log does not tell."""
    number: int = 0
    """As it was given in its session, once."""


@dataclass(frozen=True, kw_only=True)
class Theme:
    """What the deck says about one of its categories, in the cards that were played."""

    name: str
    cards: tuple[CardFacts, ...]


@dataclass(frozen=True, kw_only=True)
class SessionFacts:
    """A whole session."""

    name: str
    created: datetime | None
    language: str
    """Of cards."""
    decks: tuple[str, ...]
    board: str
    rounds: int
    planned: int
    play_minutes: int
    """Of play, without breaks and pauses."""
    finished: bool
    winning: bool
    axes: tuple[str, ...]
    """Names of the map's axes, across and upward; empty without a map."""
    corners: tuple[str, ...]
    """What the map's corners mean: upper left and right, lower left and right."""
    round_names: tuple[str, ...]
    """Of each score; the end has one of its own where scores changed after the last round."""
    teams: tuple[TeamFacts, ...]
    """By place, then in order of turns; those who wait to join or who left come last."""
    awards: tuple[tuple[str, str, str], ...]
    """(name, teams, what for)."""
    cards: tuple[CardFacts, ...]
    moments: tuple[MomentFacts, ...]
    insights: tuple[InsightFacts, ...]
    plans: tuple[PlanFacts, ...]
    earlier: tuple[PlanFacts, ...]
    themes: tuple[Theme, ...]
    notices: tuple[str, ...]
    """What is wrong with the log, as sentences."""
    identity: str = ""
    """Tells this session from all others, whatever it, its teams or its file are called."""
