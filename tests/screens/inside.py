"""What tests of the board and the calm scenes share: real decks, moments, and what moves."""

from __future__ import annotations

from functools import cache
from typing import Any

import pygame

from game.rules.actions import Action, Begin, Next
from game.rules.apply import apply
from game.rules.board import Board
from game.rules.content import Content
from game.rules.events import Event
from game.rules.ruleset import Plan, Rules, Turns
from game.rules.start import new_state
from game.rules.state import COLOURS, State, evolve
from game.screens.kit.layer import Dirty, Layer
from game.screens.kit.wall import Wall
from game.screens.screen import Do, Look, Screen
from game.screens.settings import Settings
from game.session.assemble import Choices, assemble
from tests.screens.outside import library

NAMES = ("Orange", "Sky", "Green", "Yellow", "Blue", "Rust", "Pink", "Ink")
LONG = (
    "De Onvermoeibare Klachtenbehandelaars", "Wij van de Hypotheekadministratie",
    "Klantcontactcentrum Noordoost-Brabant", "Team", "Blij", "Samen voor de klant van morgen",
    "The Quite Extraordinarily Long Team Name", "Roest",
)  # fmt: skip
SMALL = Wall((640, 360))
"""Quick to paint: for tests that do not look at the layout."""


@cache
def _content(language: str, deck: str) -> Content:
    return _setup(language, deck, "journey").content


@cache
def _board(language: str, board: str) -> Board:
    return _setup(language, "outside-in", board).board


@cache
def _setup(language: str, deck: str, board: str) -> State:
    choices = Choices(decks=(deck,), board=board, language=language, seed=3)
    return assemble(choices, library()).lobby()


def lobby(
    teams: int = 4,
    *,
    language: str = "en",
    together: bool = False,
    names: tuple[str, ...] = NAMES,
    deck: str = "outside-in",
    board: str = "journey",
    rounds: int = 6,
    play_ms: int = 36 * 60_000,
    seed: int = 3,
    **rules: Any,
) -> State:
    """A session that has not begun, with the game's own decks."""
    turns = Turns.TOGETHER if together else Turns.ONE_BY_ONE
    return new_state(
        _content(language, deck),
        _board(language, board),
        Rules(**rules),
        Plan(turns=turns, rounds=rounds, play_ms=play_ms, round_ms=play_ms // rounds, minutes=60),
        list(zip(names, COLOURS, strict=True))[:teams],
        seed,
    )


def play(state: State, *actions: Action, at: int = 0) -> State:
    """The state after these actions."""
    for action in actions:
        state, _events = apply(state, action, at)
    return state


def ready(teams: int = 4, **setup: Any) -> State:
    """The first team waits for the die; personas are drawn."""
    state = play(lobby(teams, **setup), Begin(), Next())
    return play(state, Next()) if state.round == 0 else state


def scored(state: State, *scores: int) -> State:
    """The same with other scores, in order of turns."""
    found = (*scores, *(0,) * len(state.teams))
    return evolve(
        state,
        teams=tuple(evolve(t, customers=n) for t, n in zip(state.teams, found, strict=False)),
    )


def spread(state: State, *spaces: int) -> State:
    """The same with pawns elsewhere, in order of turns."""
    found = (*spaces, *(0,) * len(state.teams))
    return evolve(
        state,
        teams=tuple(evolve(t, position=n) for t, n in zip(state.teams, found, strict=False)),
        customer=evolve(state.customer, position=found[0]),
    )


def seen(state: State, wall: Wall = SMALL, *, now: int = 1000, version: int = 1,
         at: int = 0, **more: Any) -> Look:  # fmt: skip
    """What a scene sees."""
    settings = Settings(theme="stage" if wall.theme.is_stage else "daylight", seat=wall.seat)
    return Look(wall=wall, settings=settings, now=now, state=state, version=version, at=at, **more)


def happen(scene: Screen, look: Look, action: Action) -> tuple[Look, tuple[Event, ...]]:
    """Do something: the scene hears of it, at the same moment."""
    before = look.game
    state, events = apply(before, action, look.at)
    after = seen(state, look.wall, now=look.now, version=look.version + 1, at=look.at)
    scene.hear(events, before, after)
    return after, events


def later(look: Look, ms: float) -> Look:
    """The same a little later."""
    return seen(look.game, look.wall, now=look.now + round(ms), version=look.version,
                at=look.at, pictures=look.pictures, notice=look.notice)  # fmt: skip


def settle(scene: Screen, look: Look, most_ms: int = 20_000) -> int:
    """How long it moves, to a hundredth of a second; fails if it never ends."""
    for ms in range(0, most_ms, 10):
        if not scene.moving(later(look, ms)):
            return ms
    raise AssertionError("still moving")


def frame(scene: Screen, look: Look) -> tuple[pygame.Surface, pygame.Surface, list[pygame.Rect]]:
    """(the still picture, the whole frame, what moved over it)."""
    layer, dirty = Layer(), Dirty()
    layer.prepare(look.wall, 0, lambda canvas: scene.paint(canvas, look))
    target = look.wall.surface()
    layer.show(target)
    dirty.begin(layer, target)
    scene.move(look.wall.canvas(target), look, dirty)
    return layer.surface, target, dirty.rects()


def check_frame(scene: Screen, look: Look) -> bool:
    """Nothing was drawn beside the rectangles that are told; True if anything was drawn."""
    still, whole, rects = frame(scene, look)
    changed = still.copy()
    changed.blit(whole, (0, 0))
    for rect in rects:
        part = rect.clip(changed.get_rect())
        changed.blit(still, part, part)
    assert pygame.image.tobytes(changed, "RGB") == pygame.image.tobytes(still, "RGB")
    return pygame.image.tobytes(whole, "RGB") != pygame.image.tobytes(still, "RGB")


def shown(scene: Screen, look: Look) -> bytes:
    """The pixels of a whole frame."""
    return pygame.image.tobytes(frame(scene, look)[1], "RGB")


def check_legal(scene: Screen, look: Look) -> int:
    """Whatever can be pointed at is legal; gives how many places there are."""
    spots = scene.hotspots(look)
    for spot in spots:
        outcome = spot.activate()
        if isinstance(outcome, Do):
            apply(look.game, outcome.action, look.at)
    return len(spots)


def private(state: State) -> list[str]:
    """What is for the facilitator's eyes only."""
    cards = [card.notes for card in state.content.cards]
    return [note for note in (*cards, *(m.notes for m in state.content.mirrors)) if note]
