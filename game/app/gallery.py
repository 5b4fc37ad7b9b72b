"""Pictures of the wall: what a screen looks like when all has come to rest.

`Recorder` keeps one of each screen met in a session; `cxgame demo --out` and
`make shots` both use it. Nothing here needs a window.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pygame

from game.content.disk import write_whole
from game.rules.cards import Kind, OpenCard, Play
from game.rules.judging import judged_by
from game.rules.state import (
    Choosing,
    Debrief,
    Landed,
    OnCard,
    Ready,
    Standings,
    State,
    Step,
)
from game.screens.game import GameScreen
from game.screens.kit.layer import Dirty
from game.screens.kit.wall import Wall
from game.screens.screen import Look, Screen
from game.screens.settings import Settings

REST_MS = 10**9
"""A `now` by which every motion has ended."""


def picture(screen: Screen, look: Look) -> pygame.Surface:
    """The wall as it looks with this screen, at rest."""
    surface = look.wall.surface()
    canvas = look.wall.canvas(surface)
    if screen.overlay and look.state is not None:
        GameScreen().paint(canvas, look)
    screen.finish(look)
    screen.paint(canvas, look)
    screen.move(canvas, look, Dirty())
    return surface


def save(surface: pygame.Surface, path: Path) -> None:
    """Write a PNG, all of it or nothing. Raises OSError where it cannot be written."""
    # Made in memory: pygame says nothing of a disk that is full, and leaves an empty file.
    made = io.BytesIO()
    pygame.image.save(surface, made, "picture.png")
    write_whole(path, made.getvalue())


def moment(state: State) -> str:
    """A name for what is on the wall, the same for all states that look alike."""
    stage = state.stage
    match stage:
        case OnCard():
            return _card_moment(state, stage)
        case Ready():
            return "board-together" if state.rules.together else "board"
        case Landed():
            return "board-landed"
        case Choosing():
            return "board-choosing"
        case Standings():
            return "standings-final" if stage.final else "standings"
        case Debrief():
            return f"debrief-{stage.part}{'-asked' if stage.asked else ''}"
        case _:
            return type(stage).__name__.lower()


def _card_moment(state: State, stage: OnCard) -> str:
    card = state.card
    assert card is not None
    kind = str(card.kind)
    if card.kind is Kind.CHOICE:
        kind = "quiz" if getattr(card, "key", None) is not None else "dilemma"
    parts = [kind, stage.play.value, stage.step.value.replace("_", "-")]
    if stage.step is Step.BELL and stage.bell is not None:
        parts[-1] = f"bell-{stage.bell.phase.value}"
        if stage.bell.out:
            parts.append("again")
        if stage.bell.locked and stage.bell.phase.value == "armed":
            parts.append("too-early")
    if stage.step is Step.JUDGE and isinstance(card, OpenCard):
        parts.append(judged_by(state).value)
    if stage.step is Step.GRID or (stage.play is Play.TURN and stage.step is Step.DISCUSS):
        answered = len(stage.answers)
        whole = len(state.teams) if stage.play is Play.EVERYONE else 1
        if answered == whole and card.kind not in (Kind.OPEN, Kind.COMMIT):
            parts.append("answered")
    if stage.asked:
        parts.append("asked")
    return "-".join(parts)


class Recorder:
    """Keeps a picture of each screen met, in the order they were met."""

    def __init__(
        self,
        out: Path,
        size: tuple[int, int] = (1920, 1080),
        settings: Settings | None = None,
        pictures: Mapping[str, bytes] | None = None,
    ) -> None:
        from game.screens.kit.theme import DAYLIGHT, STAGE

        if not pygame.font.get_init():
            pygame.font.init()
        self.out = out
        self.settings = settings or Settings()
        theme = STAGE if self.settings.theme == "stage" else DAYLIGHT
        self.wall = Wall(size, theme, self.settings.seat)
        self._pictures = pictures or {}
        self._seen: set[str] = set()
        self._screen = GameScreen()
        self._version = 0

    def see(self, state: State, at: int = 0) -> Path | None:
        """Keep a picture, if this screen was not met before; the file it is in."""
        name = moment(state)
        if name in self._seen:
            return None
        self._seen.add(name)
        return self.keep(name, self._screen, state, at)

    def keep(self, name: str, screen: Screen, state: State | None = None, at: int = 0) -> Path:
        """Keep a picture of a screen under a name, with its number before it."""
        self._version += 1
        look = self.look(state, at)
        self.out.mkdir(parents=True, exist_ok=True)
        path = self.out / f"{self._version:02d}-{name}.png"
        save(picture(screen, look), path)
        return path

    def screen(self) -> Screen:
        """A session's screen that remembers nothing."""
        return GameScreen()

    def look(self, state: State | None, at: int) -> Look:
        """What the screen may see."""
        look = Look(
            wall=self.wall,
            settings=self.settings,
            now=REST_MS,
            at=at,
            version=self._version,
            pictures=self._pictures,
        )
        return look if state is None else replace(look, state=state)
