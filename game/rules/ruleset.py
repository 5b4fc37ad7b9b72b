"""House rules, presets, and the plan computed from them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from game.rules.cards import Judging
from game.rules.frozen import frozen


class Turns(StrEnum):
    """The two ways of taking turns."""

    ONE_BY_ONE = "one_by_one"
    TOGETHER = "together"


_TOGETHER = Turns.TOGETHER


@frozen(kw_only=True)
class Rules:
    """Every house rule; a facilitator can change each of them, also during play."""

    turns: Turns = Turns.ONE_BY_ONE
    """Changed during play, it holds from the next round on."""
    die: int = 6
    """Sides of the die, 2–20; 1 means `step`: always one space."""
    start_bonus: int = 2
    """Customers for passing or reaching start forward."""
    floor_at_zero: bool = True
    """A score never sinks below 0."""
    other_view: bool = True
    view_tokens: int = 2
    """Other-view tokens a team begins with."""
    view_seconds: int = 30
    """Seconds to argue another view."""
    view_together_max: int = 2
    """Most customers an other view can win on an `everyone` card."""
    passes: int = 2
    """How often a team may pass a card in a session."""
    lockout_ms: int = 2000
    """How long a team that rang too early is locked out, in milliseconds."""
    together_ms: int = 10
    """Rings less than this apart, in milliseconds, are together."""
    bell_right: int = 2
    """Customers for a right answer to a bell card."""
    bell_wrong: int = -1
    """Customers a wrong answer costs, or silence; 0 or less."""
    bell_answer_seconds: int = 5
    """Seconds for the team that rang to speak."""
    judge: Judging = Judging.FACILITATOR
    """Who judges `open` cards that do not say."""
    discuss_seconds: int = 90
    """Discussion time of a card that does not say; 0 is off."""
    hide_scores: bool = False
    """The wall tells no score and shows no standings before the podium, the final ones included."""
    standings_every: int = 1
    """Standings after so many rounds, one by one; 0 is never."""
    standings_every_together: int = 4
    """Standings after so many cards, together; 0 is never."""
    customer_cards: int = 5
    """Together: the customer carries another persona after so many cards."""
    mirror_points: int = 1
    """Customers for whoever looked into a mirror."""
    personas: bool = True
    """Personas are drawn, if a deck has them."""
    winning: bool = True
    """Off: the podium names nobody first; everybody's customers are one total."""
    awards: bool = True
    """Awards beside the places on the podium."""

    @property
    def together(self) -> bool:
        """True when every team answers every card."""
        return self.turns is _TOGETHER


BOUNDS: dict[str, tuple[int, int]] = {
    "die": (1, 20),
    "start_bonus": (0, 5),
    "view_tokens": (0, 9),
    "view_seconds": (0, 300),
    "view_together_max": (0, 7),
    "passes": (0, 9),
    "lockout_ms": (0, 10_000),
    "together_ms": (0, 100),
    "bell_right": (0, 5),
    "bell_wrong": (-5, 0),
    "bell_answer_seconds": (1, 60),
    "discuss_seconds": (0, 1800),
    "standings_every": (0, 20),
    "standings_every_together": (0, 40),
    "customer_cards": (1, 40),
    "mirror_points": (0, 3),
}
"""Least and most of every house rule that is a whole number."""


TURN_SECONDS = 135
"""What one team's turn takes, one by one, where a preset does not say."""
TOGETHER_SECONDS = 180
"""What one card for everybody takes, where a preset does not say."""


@dataclass(frozen=True, kw_only=True)
class Preset:
    """A length of session and how its minutes are shared out."""

    id: str
    name: str
    minutes: int
    brief: int
    """Minutes for set-up talk, brief and personas."""
    debrief: int
    """Minutes kept for the debrief, about a third."""
    turn_seconds: int = TURN_SECONDS
    """Seconds one team's turn takes, one by one."""
    together_seconds: int = TOGETHER_SECONDS
    """Seconds one card for everybody takes."""
    discuss_seconds: int | None = None
    """Overrides the ruleset's discussion time."""

    @property
    def play_minutes(self) -> int:
        """Minutes of play between brief and debrief."""
        return self.minutes - self.brief - self.debrief


@dataclass(frozen=True, kw_only=True)
class Ruleset:
    """A named set of house rules with its presets, as loaded from YAML."""

    id: str
    title: str
    rules: Rules
    presets: tuple[Preset, ...]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """How many rounds a session has time for."""

    turns: Turns
    rounds: int
    """At least 1. One by one: turns of each team. Together: cards for everybody."""
    play_ms: int
    """Milliseconds of play."""
    round_ms: int
    """Milliseconds a round is expected to take."""
    minutes: int = 0
    """The session's whole length."""
    turn_ms: int = TURN_SECONDS * 1000
    """Milliseconds one team's turn is expected to take, one by one."""
    together_ms: int = TOGETHER_SECONDS * 1000
    """Milliseconds one card for everybody is expected to take."""
    debrief_ms: int = 0
    """Milliseconds kept for the debrief; 0: nobody said."""

    def length_of_round(self, turns: Turns, teams: int) -> int:
        """Milliseconds a round of so many teams is expected to take."""
        return self.together_ms if turns is Turns.TOGETHER else self.turn_ms * teams


def make_plan(preset: Preset, teams: int, turns: Turns) -> Plan:
    """The plan for `teams` teams: as many whole rounds as fit into the preset's play time."""
    empty = Plan(
        turns=turns,
        rounds=1,
        play_ms=preset.play_minutes * 60_000,
        round_ms=0,
        minutes=preset.minutes,
        turn_ms=preset.turn_seconds * 1000,
        together_ms=preset.together_seconds * 1000,
        debrief_ms=preset.debrief * 60_000,
    )
    return replan(empty, turns, teams)


def replan(plan: Plan, turns: Turns, teams: int, done: int = 0, elapsed: int = 0) -> Plan:
    """The plan where turns are taken like this from here on, by so many teams.

    `done` rounds have been played, in `elapsed` ms. What is left of play is filled with whole
    rounds, at least one; without a limit in time, with as many as the rounds left would take.
    """
    round_ms = plan.length_of_round(turns, teams)
    left = plan.play_ms - elapsed
    if plan.play_ms <= 0:
        left = (plan.rounds - done) * plan.length_of_round(plan.turns, teams)
    rounds = done + max(1, left // round_ms)
    return replace(plan, turns=turns, rounds=rounds, round_ms=round_ms)


def suggest_turns(preset: Preset, teams: int) -> Turns:
    """The better way of taking turns: one by one for two to four teams that get three rounds.

    With more teams, or less time, a team would sit idle for most of the session
    (seven eighths of it with eight teams).
    """
    if teams <= 4 and make_plan(preset, teams, Turns.ONE_BY_ONE).rounds >= 3:
        return Turns.ONE_BY_ONE
    return Turns.TOGETHER
