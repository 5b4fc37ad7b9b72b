"""Golden pictures: what the wall looks like, small, with cards made for it.

`python -m tests.goldens` makes them anew. They are compared with a tolerance, since libraries
round edges differently; where one differs, the computed picture is laid beside the expected one
in build/golden.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame

from game import i18n
from game.app.gallery import REST_MS, picture
from game.rules.actions import Action, Judge, LockAnswer, MarkBell, Next, RingBell, SetAnswer, Vote
from game.rules.cards import ChoiceCard, Judging, Option, Play
from game.rules.ruleset import Turns
from game.rules.state import State, evolve
from game.screens.game import GameScreen
from game.screens.kit.theme import DAYLIGHT, STAGE
from game.screens.kit.wall import Wall
from game.screens.screen import Look
from game.screens.settings import Settings
from tests.rules import pieces, table

FOLDER = Path(__file__).with_name("golden") / "pictures"
DIFFERENT = Path(__file__).resolve().parent.parent / "build" / "golden"
SIZE = (640, 360)
CLEARLY = 48
"""A channel that is so much off, of 255, is another colour and not another edge."""
MOST_OFF = 0.15
"""Per cent of a picture that may be clearly off: less than a token takes."""


@dataclass(frozen=True)
class Golden:
    """One picture."""

    name: str
    state: State
    theme: str = "daylight"
    language: str = "en"
    size: tuple[int, int] = SIZE

    @property
    def path(self) -> Path:
        """The file it is kept in."""
        return FOLDER / f"{self.name}.png"


def _story(card_id: str, play: Play = Play.TURN) -> ChoiceCard:
    """A dilemma that reads like one."""
    options = tuple(
        Option(text=text, points=points, feedback=feedback)
        for text, points, feedback in (
            ("Read one of the letters aloud.", 2, "The laughing stops. Nobody knows what to say."),
            (
                "Ask her to follow one customer.",
                3,
                "She rings him every Friday, and tells his story.",
            ),
            ("Send her the waiting times.", 1, "They join forty others that nobody opens."),
        )
    )
    return ChoiceCard(
        id=card_id,
        category="insights",
        title="Our own red carpet",
        play=play,
        options=options,
        prompt="Her own loan took four days. “What do people complain about?” she asks. Customers "
        "wait five weeks.",
        why="Insiders take another road than customers.",
        reflect="When were you last a customer of your own organisation?",
    )


def goldens() -> Iterator[Golden]:
    """Every picture that is kept: most moments once, some in another light, size or language."""
    for name, state in _moments():
        yield Golden(name, state)
    states = dict(_moments())
    yield Golden("board-stage", states["board"], theme="stage")
    yield Golden("dilemma-stage-dutch", states["discuss"], theme="stage", language="nl")
    yield Golden("dilemma-portrait", states["discuss"], size=(360, 640))
    yield Golden("dilemma-four-three", states["discuss"], size=(640, 480))
    yield Golden("podium-stage", states["podium"], theme="stage")


def _moments() -> Iterator[tuple[str, State]]:
    start = table.game(4, path="sibd?xtcmidb" * 2, rounds=1, seed=5)
    at_brief = table.play(start, Next())
    yield "brief", at_brief
    personas = table.play(at_brief, Next())
    yield "personas", personas
    board = table.play(personas, Next())
    yield "board", board
    yield "landed", table.play(board, Next())
    yield (
        "together",
        table.play(table.game(8, turns=Turns.TOGETHER, path="sibd?xtcmidb" * 2), *[Next()] * 4),
    )
    read = table.on_card(_story("a"), 4)
    discuss = table.play(read, Next())
    yield "discuss", discuss
    view = table.play(discuss, LockAnswer(0, 2))
    yield "view", view
    reveal = table.play(view, RingBell(2, 0), LockAnswer(2, 1))
    yield "reveal", reveal
    yield "talk", table.play(reveal, Next())
    everyone = _answered(table.on_card(_story("b", Play.EVERYONE), 6), (0, 1, 1, 2, 0, 1))
    yield "grid", everyone
    yield "everyone", table.play(everyone, *[Next()] * 2)
    yield from _bells()
    peers = table.on_card(pieces.open_card("o", judge=Judging.PEERS), 4)
    peers = table.play(peers, *[Next()] * 3, Vote(1, 3))
    yield "peers", peers
    yield "judged", table.play(table.on_card(pieces.open_card("f"), 3), *[Next()] * 3, Judge(0, 2))
    yield "standings", table.play(_scored(board), *_to_the_end(_scored(board)))
    ended = table.play(_scored(board), *_to_the_end(_scored(board)), Next())
    yield "podium", ended


def _answered(state: State, answers: tuple[int, ...]) -> State:
    grid = table.play(state, *[Next()] * 2)
    return table.play(grid, *[SetAnswer(team, answer) for team, answer in enumerate(answers)])


def _bells() -> Iterator[tuple[str, State]]:
    armed = table.play(table.on_card(pieces.quiz("q"), 4), RingBell(0, 0))
    yield "bell-armed", armed
    opened = table.play(armed, Next(), at=5000)
    yield "bell-open", opened
    taken = table.play(opened, RingBell(1, 6000), RingBell(2, 6084), at=6000)
    yield "bell-taken", taken
    yield "bell-again", table.play(taken, MarkBell(False), at=7000)


def _scored(state: State) -> State:
    """The same moment with some customers won."""
    return evolve(
        state,
        teams=tuple(
            evolve(team, customers=n) for team, n in zip(state.teams, (11, 14, 14, 9), strict=True)
        ),
    )


def _to_the_end(state: State) -> list[Action]:
    from game.rules.actions import EndPlay

    return [EndPlay()]


def draw(golden: Golden) -> pygame.Surface:
    """The picture as it is drawn now."""
    if not pygame.display.get_init():
        pygame.display.init()
    if not pygame.font.get_init():
        pygame.font.init()
    i18n.set_language(golden.language)
    theme = STAGE if golden.theme == "stage" else DAYLIGHT
    look = Look(
        wall=Wall(golden.size, theme), settings=Settings(), now=REST_MS, at=7000, state=golden.state
    )
    try:
        return picture(GameScreen(), look)
    finally:
        i18n.set_language("en")


def difference(one: pygame.Surface, other: pygame.Surface) -> float:
    """Per cent of the picture that is clearly another; 100 where sizes differ."""
    if one.get_size() != other.get_size():
        return 100.0
    a, b = (pygame.image.tobytes(surface, "RGB") for surface in (one, other))
    return 100 * sum(abs(x - y) > CLEARLY for x, y in zip(a, b, strict=True)) / len(a)


def regenerate() -> int:
    """Write all pictures; how many."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    found = list(goldens())
    for golden in found:
        pygame.image.save(draw(golden), str(golden.path))
    return len(found)


def beside(golden: Golden, now: pygame.Surface, then: pygame.Surface | None) -> Path:
    """Expected and computed side by side, to look at."""
    DIFFERENT.mkdir(parents=True, exist_ok=True)
    w, h = now.get_size()
    both = pygame.Surface((2 * w + 10, h))
    both.fill("red")
    if then is not None:
        both.blit(then, (0, 0))
    both.blit(now, (w + 10, 0))
    path = DIFFERENT / f"{golden.name}.png"
    pygame.image.save(both, str(path))
    return path
