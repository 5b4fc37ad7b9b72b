"""Every sound of the game, each with its name while it plays."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from game.i18n import _
from game.screens.kit import pieces
from game.screens.kit.text import BODY, BOLD, draw_label
from game.screens.kit.wall import Box, Canvas
from game.screens.parts import Part
from game.screens.rehearsal.room import Room, Step
from game.screens.screen import Hotspot, Look, Outcome, Stay
from game.session.seats import default_teams

EVERY_MS = 1300
"""From one sound to the next: the longest but one, the bell, has rung out by then."""


def sound_names() -> dict[str, str]:
    """Every sound of the game, by its file, and what it tells."""
    bells = {
        f"bell-{n}": _("bell: {team}").format(team=name)
        for n, (name, _colour) in enumerate(default_teams(8), 1)
    }
    return {
        **bells,
        "open": _("bells are open"),
        "too-early": _("too early"),
        "right": _("right"),
        "wrong": _("wrong"),
        "tick": _("last seconds"),
        "time-up": _("time is up"),
        "card": _("a card"),
        "lock": _("locked in"),
        "die": _("the die"),
        "hop": _("a hop"),
        "joy": _("happy customers"),
        "lose": _("customers lost"),
        "twist": _("a twist"),
        "stage-change": _("a new round"),
        "fanfare": _("the podium"),
    }


class SoundsStep(Step):
    """Plays them in turn; any of them again when it is pointed at."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._began: int | None = None
        self._works = True
        self._first = 0
        """Index of the sound the playing began with."""
        self._last = 0

    def title(self) -> str:
        """What is tried."""
        return _("Sounds")

    def asks(self, look: Look) -> str:
        """What has to be heard, or why nothing can be."""
        if not self._works:
            return _("No sound can be played here. Whatever is heard is also seen.")
        if self._silent(look):
            return _("Sound is off: + makes it louder, M switches it on.")
        return _("Are they heard in the last row, and not too loud in the first?")

    def _silent(self, look: Look) -> bool:
        return look.settings.mute or look.settings.volume == 0

    def key(self, look: Look) -> Hashable:
        """Which one plays."""
        return (self._at(look), self._works)

    def enter(self, look: Look) -> None:
        """All of them, from the first on."""
        self._play(look, 0, len(sound_names()))

    def leave(self) -> None:
        """Silence."""
        self._began = None
        self._room.play_in_turn((), EVERY_MS)

    def _play(self, look: Look, first: int, last: int) -> Outcome:
        self._began, self._first, self._last = look.now, first, last
        self._works = self._room.play_in_turn(list(sound_names())[first:last], EVERY_MS)
        return Stay()

    def _at(self, look: Look) -> int | None:
        """Index of the sound that plays."""
        if self._began is None or not self._works or self._silent(look):
            return None
        at = self._first + (look.now - self._began) // EVERY_MS
        return at if at < self._last else None

    def wakes_at(self, look: Look) -> int | None:
        """When the next one plays."""
        at = self._at(look)
        if at is None or self._began is None:
            return None
        return self._began + (at - self._first + 1) * EVERY_MS

    def parts(self, box: Box, look: Look) -> list[Part]:
        """A chip for each; the one that plays is lifted out."""
        wall = look.wall
        columns = {"wide": 4, "four_three": 3, "tall": 2}[wall.kind]
        at, names = self._at(look), list(sound_names().values())
        cells = box.grid(len(names), columns, 12)
        return [
            Part(
                _chip(cell, name, playing=i == at),
                Hotspot(cell, lambda i=i: self._play(look, i, i + 1), name, radius=24),  # type: ignore[misc]
            )
            for i, (name, cell) in enumerate(zip(names, cells, strict=True))
        ]

    def missing(self, look: Look) -> list[str]:
        """What was not heard, and why."""
        if not self._works:
            return [_("Sound: no loudspeaker was found. Plug one in, and look again.")]
        if self._silent(look):
            return [_("Sound is off.")]
        if self.doubted:
            return [_("Sounds were not heard well: turn the room’s or the laptop’s volume.")]
        return []


def _chip(cell: Box, name: str, *, playing: bool) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        wall, theme = canvas.wall, canvas.theme
        fill = theme.brass_soft if playing else theme.sheet
        pieces.sheet(canvas, cell, radius=24, level="active" if playing else "low", fill=fill)
        if playing:
            pieces.outlined(canvas, cell, radius=24, width=6, color=theme.brass_edge)
        draw_label(
            canvas, name, cell.inset(8, 2), size=wall.S, weight=BOLD if playing else BODY,
            align="center", lines=2,
        )  # fmt: skip

    return draw
