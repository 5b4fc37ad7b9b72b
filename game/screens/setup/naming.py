"""Typing a name on the set-up screen: a team's, or the session's own."""

from __future__ import annotations

from game.rules.start import MOST_NAME
from game.screens.fieldview import lay_field
from game.screens.inputs import Composing, Pointer, Press, Typed
from game.screens.kit.wall import Box, Wall
from game.screens.setup.draft import Draft
from game.screens.textfield import TextField

SESSION = -1
"""Stands for the session's own name where a team's place is asked."""
MOST_SESSION_NAME = 60


class Naming:
    """The field of the name being typed; every key is in the draft at once."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self.place: int | None = None
        """Place of the team whose name is typed, SESSION, or None while nothing is typed."""
        self.field = TextField()
        self._before = ""
        self._laid: tuple[Box, float] | None = None
        self._dragging = False

    def lay(self, box: Box | None, size: float = 0.0) -> None:
        """Where the field stands now, and the size of its type; None where it is not seen."""
        self._laid = None if box is None else (box, size)

    def begin(self, place: int) -> None:
        """Type this one's name; what was typed before is kept."""
        self.keep()
        session = place == SESSION
        self._before = self._draft.name if session else self._draft.seats[place].name
        self.place = place
        self.field = TextField(self._before, MOST_SESSION_NAME if session else MOST_NAME)
        self.field.select_all()
        self._dragging = False

    def keep(self) -> None:
        """What was typed is the name, and typing ends."""
        if self.place is not None:
            self.write(self.field.text)
        self.place = None

    def leave(self) -> None:
        """The name is what it was, and typing ends."""
        if self.place is not None:
            self.write(self._before)
        self.place = None

    def write(self, text: str) -> None:
        """Put a name into the draft."""
        if self.place == SESSION:
            self._draft.name = " ".join(text.split())
        elif self.place is not None:
            self._draft.rename(self.place, text)

    def type(self, typed: Typed | Composing) -> None:
        """Text was entered, or is being composed."""
        self.field.type(typed)
        if isinstance(typed, Typed):
            self.write(self.field.text)

    def press(self, press: Press) -> None:
        """A key while a name is typed: edit, go on to another name, or leave it as it was."""
        if self.field.press(press):
            self.write(self.field.text)
        elif self.field.composing:
            pass  # the key was the input method's
        elif press.name == "escape":
            self.leave()
        elif press.name in ("return", "enter", "down") or (press.name == "tab" and not press.shift):
            self._step(1)
        elif press.name in ("up", "tab"):
            self._step(-1)
        elif press.name in ("page down", "page up"):
            self.keep()

    def _step(self, by: int) -> None:
        """To the name of another team; behind the last, and behind the session's, typing ends."""
        goal = -1 if self.place in (None, SESSION) else self.place + by
        if 0 <= goal < len(self._draft.seats):
            self.begin(goal)
        else:
            self.keep()

    def point(self, pointer: Pointer, wall: Wall) -> bool:
        """Put the cursor where the field is pointed at, or draw a selection; False elsewhere."""
        if pointer.kind == "up":
            self._dragging = False
            return False
        drawn = pointer.kind == "move" and self._dragging
        if self._laid is None or not (drawn or self._hit(pointer)):
            return False
        box, size = self._laid
        laid = lay_field(wall, box, self.field, size)
        self.field.place(laid.index_at(pointer.x, pointer.y), extend=drawn)
        self._dragging = True
        return True

    def _hit(self, pointer: Pointer) -> bool:
        assert self._laid is not None
        pressed = pointer.kind == "down" and pointer.button == 1
        return pressed and self._laid[0].holds(pointer.x, pointer.y)
