"""Whole games without a screen: what the numbers of decks, boards and house rules lead to.

Bots of equal skill play; what differs between seats is therefore the rules' doing. The same
seeds give the same games, on one processor or on many.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field

from game.rules.apply import apply
from game.rules.events import CardDrawn, Event, Scored, TurnEnded
from game.rules.state import Phase, State, Why, evolve
from game.session.bots import SKILL, Bots, next_move

_ANSWERING = (Why.ANSWER, Why.JUDGED, Why.PLAN, Why.BELL)
"""What a card pays for being answered; the closest estimate adds to one of these."""

_WORTH_A_PROCESS = 40
"""Games below which starting another process costs more than it saves."""

_MOST_PROCESSES = 61
"""More than these Windows cannot wait for; ProcessPoolExecutor refuses to begin there."""

_CHUNK = 10
"""Games handed to a process at once."""

Ways = tuple[tuple[str, int, int], ...]
"""(name, how often, points in all), by name."""


@dataclass(frozen=True, kw_only=True)
class GamePlayed:
    """What one game came to."""

    seed: int
    rounds: int
    turns: int
    """Turns of all teams, or cards for everybody."""
    ms: int
    """From the lobby to the podium."""
    play_ms: int
    """Of which play: from the first roll on."""
    scores: tuple[int, ...]
    """In the order of seats."""
    earlier: tuple[int, ...]
    """The same after two thirds of the turns."""
    cards: tuple[str, ...]
    """Every card as it came up, in that order."""
    kinds: Ways
    """By kind and play of card ("choice, turn"): answers, and points for them."""
    sources: Ways
    """By why a score changed: how often, and points."""


def play_game(lobby: State, seed: int, skill: int = SKILL) -> GamePlayed:
    """Play one game from its lobby to the podium."""
    bots = Bots(seed, skill)
    state = evolve(lobby, seed=seed)
    at = began = 0
    book = _Book()
    while state.phase is not Phase.PODIUM:
        action, wait = next_move(state, bots, at)
        at += wait
        after, events = apply(state, action, at)
        for event in events:
            book.note(event, state, after)
        if state.round == 0 and after.round:
            began = at
        state = after
    return GamePlayed(
        seed=seed,
        rounds=state.round,
        turns=len(book.course),
        ms=at,
        play_ms=at - began,
        scores=tuple(team.customers for team in state.teams),
        earlier=book.earlier(),
        cards=tuple(book.cards),
        kinds=_sorted(book.kinds),
        sources=_sorted(book.sources),
    )


def play_games(
    lobby: State,
    games: int,
    *,
    seed: int = 0,
    skill: int = SKILL,
    processes: int | None = None,
    played: Callable[[int], None] = lambda games: None,
) -> list[GamePlayed]:
    """Play `games` games, with the seeds from `seed` on, in the order of their seeds.

    `processes` None takes as many as the machine has; `played` hears how many more games are
    done. The games are the same whatever the number of processes.
    """
    seeds = range(seed, seed + games)
    chunks = [seeds[i : i + _CHUNK] for i in range(0, games, _CHUNK)]
    if processes is None:
        processes = min(os.cpu_count() or 1, games // _WORTH_A_PROCESS, _MOST_PROCESSES)
    found: list[GamePlayed] = []
    for chunk in _played(lobby, chunks, skill, processes):
        found += chunk
        played(len(chunk))
    return found


def _played(
    lobby: State, chunks: Sequence[Sequence[int]], skill: int, processes: int
) -> Iterator[list[GamePlayed]]:
    if processes < 2:
        for chunk in chunks:
            yield [play_game(lobby, seed, skill) for seed in chunk]
        return
    # The table is sent once a process, not once a game: it holds every card.
    with ProcessPoolExecutor(processes, initializer=_sit_down, initargs=(lobby, skill)) as pool:
        yield from pool.map(_play_here, chunks)


_HERE: list[tuple[State, int]] = []
"""In a process of its own: the lobby its games start from, and the skill of its bots."""


def _sit_down(lobby: State, skill: int) -> None:
    _HERE[:] = [(lobby, skill)]


def _play_here(seeds: Sequence[int]) -> list[GamePlayed]:
    lobby, skill = _HERE[0]
    return [play_game(lobby, seed, skill) for seed in seeds]


@dataclass
class _Book:
    """What is written down while one game is played."""

    cards: list[str] = field(default_factory=list)
    kinds: dict[str, tuple[int, int]] = field(default_factory=dict)
    sources: dict[str, tuple[int, int]] = field(default_factory=dict)
    course: list[tuple[int, ...]] = field(default_factory=list)
    """Scores after each turn, in the order of seats."""

    def note(self, event: Event, before: State, after: State) -> None:
        """One event, between the state it came from and the one it led to."""
        match event:
            case CardDrawn():
                self.cards.append(event.card)
            case Scored():
                _add(self.sources, event.why, 1, event.applied)
                self._score(event, before)
            case TurnEnded():
                self.course.append(tuple(team.customers for team in after.teams))
            case _:
                pass

    def _score(self, event: Scored, before: State) -> None:
        card = before.card
        if card is None or (event.why not in _ANSWERING and event.why is not Why.CLOSEST):
            return
        stage_play = getattr(before.stage, "play", card.play)
        answers = 0 if event.why is Why.CLOSEST else 1
        _add(self.kinds, f"{card.kind}, {stage_play}", answers, event.asked)

    def earlier(self) -> tuple[int, ...]:
        """Scores after two thirds of the turns."""
        return self.course[max(0, len(self.course) * 2 // 3 - 1)]


def _add(ways: dict[str, tuple[int, int]], name: str, often: int, points: int) -> None:
    so_far = ways.get(name, (0, 0))
    ways[name] = (so_far[0] + often, so_far[1] + points)


def _sorted(ways: dict[str, tuple[int, int]]) -> Ways:
    return tuple((name, often, points) for name, (often, points) in sorted(ways.items()))
