"""A field to type in: cursor, selection, clipboard, accents and input methods."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

import pygame

from game.screens.inputs import Composing, Press, Typed
from game.screens.kit.runs import clusters

MOST_UNDONE = 200
"""Changes that can be taken back in one field."""


@dataclass
class TextField:
    """What is typed, and where the cursor stands in it."""

    text: str = ""
    most: int = 2000
    """Characters; more is not taken."""
    cursor: int = 0
    anchor: int | None = None
    """The other end of the selection, or None."""
    composing: str = ""
    """What an input method is making; shown underlined, not entered yet."""
    left_out: int = 0
    """Characters of what was entered last for which there was no room."""
    _before: list[tuple[str, int]] = field(default_factory=list)
    """(text, cursor) before each change, to go back to; the oldest first."""
    _after: list[tuple[str, int]] = field(default_factory=list)
    """What was gone back from."""
    _typing_on: bool = False
    """The last change was a sign, typed: the next one is taken back together with it."""

    def __post_init__(self) -> None:
        self.text = one_line(self.text)[: self.most]
        self.cursor = len(self.text)

    @property
    def selection(self) -> tuple[int, int]:
        """(from, to) of the selection; equal where there is none."""
        if self.anchor is None:
            return self.cursor, self.cursor
        return min(self.anchor, self.cursor), max(self.anchor, self.cursor)

    @property
    def shown(self) -> str:
        """The text with what is being composed in place of the selection."""
        if not self.composing:
            return self.text
        start, end = self.selection
        return self.text[:start] + self.composing + self.text[end:]

    def select_all(self) -> None:
        """All of it, so that typing replaces it."""
        self.anchor, self.cursor = 0, len(self.text)

    def place(self, at: int, *, extend: bool = False) -> None:
        """The cursor was put there by pointing; `extend` draws the selection along."""
        self.composing = ""
        self._typing_on = False
        if extend and self.anchor is None:
            self.anchor = self.cursor
        elif not extend:
            self.anchor = None
        self.cursor = min(len(self.text), max(0, at))

    def type(self, typed: Typed | Composing) -> None:
        """Text was entered, or is being composed."""
        if isinstance(typed, Composing):
            self.composing = one_line(typed.text)
            return
        self.composing = ""
        self.insert(typed.text)

    def insert(self, text: str) -> None:
        """Put text in place of the selection, as much of it as there is room for."""
        start, end = self.selection
        room = self.most - (len(self.text) - (end - start))
        whole = one_line(text)
        text = whole if len(whole) <= room else _whole_clusters(whole, max(0, room))
        self.left_out = len(whole) - len(text)
        goes_on = len(whole) == 1 and not whole.isspace() and start == end
        if text or start != end:
            self._remember(joined=goes_on and self._typing_on)
        self._typing_on = goes_on
        self.text = self.text[:start] + text + self.text[end:]
        self.cursor, self.anchor = start + len(text), None

    def _remember(self, *, joined: bool = False) -> None:
        """Keep what stands, to go back to it; `joined` to the change before."""
        if not joined or not self._before:
            self._before.append((self.text, self.cursor))
            del self._before[:-MOST_UNDONE]
        self._after.clear()

    def undo(self) -> None:
        """Take the last change back; nothing where there is none."""
        self._swap(self._before, self._after)

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._swap(self._after, self._before)

    def _swap(self, source: list[tuple[str, int]], goal: list[tuple[str, int]]) -> None:
        if source:
            goal.append((self.text, self.cursor))
            self.text, self.cursor = source.pop()
            self.anchor = None
        self._typing_on = False

    def press(self, press: Press) -> bool:
        """A key that edits; True if it did."""
        if self.composing:
            return press.name in ("left", "right", "backspace", "delete", "home", "end")
        ctrl = press.ctrl and not press.alt  # both together are Windows' AltGr, which types á or æ
        if ctrl and press.name in ("z", "y"):
            if press.name == "y" or press.shift:
                self.redo()
            else:
                self.undo()
            return True
        if ctrl and press.name in ("a", "c", "x", "v"):
            self._clipboard(press.name)
            return True
        match press.name:
            case "left" | "right" | "home" | "end":
                self._move(press)
            case "backspace" | "delete":
                self._erase(press)
            case _:
                return False
        return True

    def _move(self, press: Press) -> None:
        self._typing_on = False
        start, end = self.selection
        if press.shift and self.anchor is None:
            self.anchor = self.cursor
        if press.name == "home":
            self.cursor = 0
        elif press.name == "end":
            self.cursor = len(self.text)
        elif not press.shift and start != end and not press.ctrl:
            self.cursor = start if press.name == "left" else end
        else:
            step = -1 if press.name == "left" else 1
            self.cursor = self._word(step) if press.ctrl else self._sign(step)
        if not press.shift:
            self.anchor = None

    def _sign(self, step: int) -> int:
        """The other side of what a reader takes for one sign, its accents included."""
        edges = [0]
        for cluster in clusters(self.text):
            edges.append(edges[-1] + len(cluster))
        if step > 0:
            return next((edge for edge in edges if edge > self.cursor), len(self.text))
        return next((edge for edge in reversed(edges) if edge < self.cursor), 0)

    def _word(self, step: int) -> int:
        """The other end of the word the cursor stands at."""
        at = self.cursor
        behind = -1 if step < 0 else 0
        while 0 <= at + behind < len(self.text) and self.text[at + behind].isspace():
            at += step
        while 0 <= at + behind < len(self.text) and not self.text[at + behind].isspace():
            at += step
        return at

    def _erase(self, press: Press) -> None:
        start, end = self.selection
        if start == end:
            step = -1 if press.name == "backspace" else 1
            other = self._word(step) if press.ctrl else self._sign(step)
            start, end = min(self.cursor, other), max(self.cursor, other)
        if start != end:
            self._remember()
        self._typing_on, self.left_out = False, 0
        self.text = self.text[:start] + self.text[end:]
        self.cursor, self.anchor = start, None

    def _clipboard(self, name: str) -> None:
        start, end = self.selection
        if name == "a":
            self.select_all()
        elif name == "v":
            self.insert(_pasted())
        elif start != end:
            _copy(self.text[start:end])
            if name == "x":
                self.insert("")


def one_line(text: str) -> str:
    """Text as one line: what would break it becomes a space, what cannot be seen goes.

    Letters and the accents that follow them become one sign where there is one.
    """
    if text.isascii() and text.isprintable():
        return text
    kept = []
    for char in text.replace("\r\n", "\n"):
        if char in "\n\r\t\v\f\x85\u2028\u2029":
            kept.append(" ")
        elif unicodedata.category(char) not in ("Cc", "Cs"):
            kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept))


def _whole_clusters(text: str, room: int) -> str:
    """As much of a text as there is room for, no sign cut in two."""
    kept = ""
    for cluster in clusters(text):
        if len(kept) + len(cluster) > room:
            break
        kept += cluster
    return kept


_NO_CLIPBOARD = (pygame.error, NotImplementedError, UnicodeError)
"""No window system, no clipboard module, or something in it that is no text."""


def _copy(text: str) -> None:
    try:
        pygame.scrap.put_text(text)
    except _NO_CLIPBOARD:
        return  # nothing is lost: the text still stands


def _pasted() -> str:
    try:
        return pygame.scrap.get_text() or ""
    except _NO_CLIPBOARD:
        return ""
