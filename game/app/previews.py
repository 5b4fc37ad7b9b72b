"""The deck that is being looked at while it is written, as far as the program knows of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game import i18n
from game.screens.kit.wall import Wall

if TYPE_CHECKING:
    from game.app.preview import Preview
    from game.app.program import Program


class Previews:
    """One preview at most, for as long as its screen is on; nothing is imported before it."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.now: Preview | None = None
        """The one that is on."""
        self.alone = False
        """True where the window is for nothing else: then no settings are kept."""

    def open(self, path: Path, language: str, *, leave: bool) -> Preview:
        """Begin to watch a deck. Raises `MissingFolderError` for a damaged installation."""
        from game.app.preview import Preview, props

        self.close()
        self.now = Preview(path, props(), language, leave=leave)
        return self.now

    def show(self, path: Path, language: str = "", card: str = "") -> None:
        """A deck and nothing else, from this card on. Raises `MissingFolderError`."""
        self.alone = True
        preview = self.open(path, language, leave=False)
        i18n.set_language(preview.interface)
        preview.stand.find(card)
        self._program.director.apply_screen(preview.screen)

    def tick(self, wall: Wall) -> None:
        """Look on, or stop looking where the screen is gone."""
        if self.now is None:
            return
        stack = self._program.director.stack
        if self.now.screen in stack:
            self.now.tick(self._program, wall)
            return
        self.close()
        for screen in stack:  # the deck may be another one now
            screen.restock(self._program.desk.library())

    def due_in(self) -> int | None:
        """Milliseconds until there is something to do."""
        return self.now.due_in(self._program.now()) if self.now is not None else None

    def close(self) -> None:
        """Look at no deck any more."""
        if self.now is not None:
            self.now.close()
            self.now = None
