"""What the rehearsal asks of the program, and what each of its steps is."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Protocol

from game.i18n import _
from game.screens.inputs import Press, Rang
from game.screens.kit.wall import Box, Canvas
from game.screens.parts import Part
from game.screens.screen import Look, Outcome


class Room(Protocol):
    """The program, as far as the rehearsal asks."""

    def displays(self) -> Sequence[tuple[int, int]]:
        """Sizes in pixels of the displays the wall could be on."""

    def play_in_turn(self, names: Sequence[str], every_ms: int) -> bool:
        """Play sounds one after the other, or none any more; False where none can be played."""


class Step:
    """One thing to look at, to hear or to press."""

    whole = False
    """True for what takes the wall up to its edges."""

    def __init__(self) -> None:
        self.doubted = False
        """Somebody said that it was not as it should be."""
        self.met = False
        """It was shown."""

    def title(self) -> str:
        """What is tried."""
        raise NotImplementedError

    def asks(self, look: Look) -> str:
        """What the facilitator is asked, or told to do."""
        raise NotImplementedError

    def no(self) -> str:
        """The answer that finds something wrong; "" where the machine sees for itself."""
        return _("No")

    def key(self, look: Look) -> Hashable:
        """Everything it shows beside the settings."""
        return None

    def draw(self, canvas: Canvas, box: Box, look: Look) -> None:
        """What there is to look at."""

    def parts(self, box: Box, look: Look) -> list[Part]:
        """What there is to look at and to point at."""
        return [Part(lambda canvas: self.draw(canvas, box, look))]

    def enter(self, look: Look) -> None:
        """It is shown now."""

    def leave(self) -> None:
        """It is not shown any more."""

    def wakes_at(self, look: Look) -> int | None:
        """The `now` at which it looks different by itself."""
        return None

    def on_key(self, press: Press, look: Look) -> Outcome | None:
        """A key as it came; None leaves it to what it does everywhere."""
        return None

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """A key by what it means; None leaves it alone."""
        return None

    def on_rang(self, rang: Rang, look: Look) -> None:
        """A button went down."""

    def missing(self, look: Look) -> list[str]:
        """What did not arrive, or was not as it should be; each a sentence that says what to do."""
        return []
