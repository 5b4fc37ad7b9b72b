"""A deck that is written while the wall shows it: loaded with each save, looked at in between."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

import pygame

from game import i18n
from game.app.examine import Examination
from game.app.splash import NAME
from game.app.watch import Watch
from game.content.deck import DeckFile
from game.content.disk import entries, is_dir, is_file
from game.content.load import DECK_NAMES, base_of_overlay, deck_path, load_deck
from game.content.merge import media, media_names
from game.content.problem import ContentError, Problem
from game.i18n import _
from game.screens.kit.wall import Wall
from game.screens.preview import PreviewScreen
from game.screens.preview.panel import count_line
from game.screens.preview.stand import Loaded, Props, Stand
from game.session.library import Library

if TYPE_CHECKING:
    from game.app.program import Program

DEEPEST, MOST_FOLDERS = 3, 60
"""Of the folders inside a deck's folder, in which its pictures may lie."""
CALM_MS = 300
"""The checks wait until nobody has gone to another card for so long."""
PATIENCE_SECONDS = 0.3
"""An editor that saves by renaming leaves a moment without the file; so long it is waited for."""


class Preview:
    """What a preview needs of the program: its screen, and somebody who watches the disk."""

    def __init__(
        self, path: Path, props: Props, language: str = "", *, leave: bool = False
    ) -> None:
        self.path = deck_path(path)
        loaded = load(self.path)
        asked = language or language_of(path)
        self.stand = Stand(props, asked if _speaks(loaded.file, asked) else "")
        self.screen = PreviewScreen(self.stand, leave=leave)
        self._saved: SimpleQueue[Loaded] = SimpleQueue()
        self._last = loaded
        self._examination = Examination(self.stand)
        self._seen = self._calm_at = 0
        self._named: tuple[int, str] | None = None
        self._take(loaded)
        self._watch = Watch(self._folders, self._changed)

    @property
    def interface(self) -> str:
        """What the words around a card are spoken in: the deck's language, as in a session."""
        spoken = self.stand.spoken.partition("-")[0]
        return spoken if spoken in i18n.available() else i18n.language()

    def close(self) -> None:
        """Nobody looks any more."""
        self._watch.close()
        pygame.display.set_caption(NAME)

    # -- in the thread of the watch

    def _folders(self) -> Sequence[Path]:
        return folders_of(self.path, self._last.file)

    def _changed(self) -> None:
        """Something was saved: read it here, so that the wall does not wait for it."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not is_file(self.path) and time.monotonic() < end:
            time.sleep(PATIENCE_SECONDS / 10)
        loaded = load(self.path)
        if same(loaded, self._last):
            return
        self._last = loaded
        self._saved.put(loaded)
        with suppress(pygame.error):  # the window is gone
            pygame.event.post(pygame.Event(pygame.USEREVENT))

    # -- in the loop

    def tick(self, program: Program, wall: Wall) -> None:
        """Show what was saved since; look at a little of it while nothing else is to be done."""
        newest = None
        with suppress(Empty):
            while True:
                newest = self._saved.get_nowait()
        if newest is not None:
            self._take(newest)
            if self.stand.told.broken and self.screen.alone:
                program.say(_("The file cannot be played as it was saved."))
        else:
            self._look_on(program, wall)
        self._tell_window()

    def _look_on(self, program: Program, wall: Wall) -> None:
        """A step of the checks, unless somebody is walking through the cards."""
        now = program.now()
        if self._seen != self.stand.version:
            self._seen, self._calm_at = self.stand.version, now + CALM_MS
        if now >= self._calm_at and not program.director.top.moving(program.look(wall)):
            self._examination.step()
            self._seen = self.stand.version  # raised by what the checks told, not by walking on

    def _tell_window(self) -> None:
        """The window is called after its card, and says in a list of windows what is wrong."""
        if self._named == (now := (self.stand.version, i18n.language())):
            return
        self._named = now
        entry = self.stand.entry
        title = entry.title if entry is not None else self.stand.title
        parts = (title, count_line(self.stand.told), NAME)
        pygame.display.set_caption(" – ".join(part for part in parts if part))

    def due_in(self, now: int) -> int | None:
        """Milliseconds until there is something to look at."""
        return max(1, self._calm_at - now) if self._examination.busy else None

    def _take(self, loaded: Loaded) -> None:
        self.stand.take(loaded)
        self._examination.begin(loaded)
        self._seen = self.stand.version  # raised by the save: its checks begin at once


def load(path: Path) -> Loaded:
    """The deck as it lies on the disk, with everything wrong with it; never raises."""
    file = load_deck(path)
    found: Mapping[str, bytes] = {}
    problems: tuple[Problem, ...] = file.problems
    if file.ready:
        try:
            found = media([file])
        except ContentError as error:  # one was taken away in this very moment
            problems = (*problems, *error.problems)
    return Loaded(file, found, problems)


def same(one: Loaded, other: Loaded) -> bool:
    """Nothing that can be seen or told is different."""
    return (one.file.digest, one.problems) == (other.file.digest, other.problems)


def language_of(path: Path) -> str:
    """The language of a translation that is asked for by its file; "" for anything else."""
    return path.stem.rpartition(".")[2] if base_of_overlay(path) == deck_path(path) else ""


def _speaks(file: DeckFile, language: str) -> bool:
    """True for its own languages, and for `nl-BE` where it has `nl`."""
    return not {language, language.partition("-")[0]}.isdisjoint(file.languages)


def folders_of(path: Path, file: DeckFile) -> list[Path]:
    """Where the files of a deck lie, and the folder its file is a link into."""
    folder = path.parent
    found = [folder]
    if path.name in DECK_NAMES:
        found += _inside(folder, DEEPEST)
    else:
        found += [(folder / name).parent for name in media_names(file)]
    with suppress(OSError, RuntimeError):
        found.append(path.resolve().parent)
    return [one for one in dict.fromkeys(found) if is_dir(one)][:MOST_FOLDERS]


def _inside(folder: Path, deepest: int) -> Iterator[Path]:
    for path in entries(folder):
        if is_dir(path) and not path.name.startswith("."):
            yield path
            if deepest > 1:
                yield from _inside(path, deepest - 1)


def props() -> Props:
    """The board and the house rules that a session has when nobody chooses.

    Raises `MissingFolderError` for a damaged installation.
    """
    from game.paths import scenarios_dir

    shipped = scenarios_dir()
    # Not the whole library: its decks would have to be loaded, and are not looked at.
    library = Library.of([shipped / "boards", shipped / "rulesets"])
    return Props(library.board(), library.ruleset())
