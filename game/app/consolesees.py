"""What the program tells the console of itself: settings, buzzers, the evening under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game import i18n
from game.i18n import _
from game.remote.view import MOST_STEPS, Around, Choice, Game, Setting
from game.screens.kit.wall import SEATS

if TYPE_CHECKING:
    from game.app.evening import Evening
    from game.app.program import Program

SEAT_HEIGHTS = (6, 8, 10)
"""Picture heights to the last row, for each of `SEATS`."""


def settings_of(program: Program) -> tuple[Setting, ...]:
    """What can be switched on the wall at any moment."""
    now = program.settings
    seats = tuple(
        Choice(value=seat, label=_("{n} picture heights").format(n=n))
        for seat, n in zip(SEATS, SEAT_HEIGHTS, strict=True)
    )
    languages = tuple(Choice(value=code, label=i18n.endonym(code)) for code in i18n.available())
    lights = (
        Choice(value="daylight", label=_("Daylight")),
        Choice(value="stage", label=_("Stage")),
    )
    volumes = tuple(Choice(value=n, label=_("{n} of 10").format(n=n)) for n in range(11))
    found = [
        Setting(name="theme", label=_("Light"), value=now.theme, choices=lights),
        Setting(name="seat", label=_("Last row"), value=now.seat, choices=seats),
        Setting(name="language", label=_("Language"), value=i18n.language(), choices=languages),
        Setting(name="volume", label=_("Volume"), value=now.volume, choices=volumes),
        Setting(name="mute", label=_("Sound off"), value=now.mute),
        Setting(name="reduced_motion", label=_("Reduced motion"), value=now.reduced_motion),
        Setting(name="fullscreen", label=_("Full screen"), value=now.fullscreen),
    ]
    displays = program.desk.displays()
    if len(displays) > 1:
        choices = tuple(
            Choice(value=place, label=f"{place + 1}: {w} × {h}")
            for place, (w, h) in enumerate(displays)
        )
        found.append(Setting(name="display", label=_("Screen"), value=now.display, choices=choices))
    return tuple(found)


def around_of(program: Program, consoles: tuple[tuple[int, str], ...], notice: str) -> Around:
    """Settings and devices."""
    return Around(
        settings=settings_of(program),
        buzzers=tuple(_buzzer(program, name, seats) for name, seats in program.devices()),
        consoles=consoles,
        notice=notice,
    )


def _buzzer(program: Program, name: str, seats: tuple[int, ...]) -> str:
    """A device and whose bell it is."""
    teams = program.evening.state.teams if program.evening is not None else ()
    whose = [
        teams[seat].name if seat < len(teams) else _("team {n}").format(n=seat + 1)
        for seat in seats
    ]
    return f"{name}: {', '.join(whose)}" if whose else name


def game_of(evening: Evening) -> Game:
    """The session under way."""
    from game.session.history import history

    session = evening.session
    return Game(
        state=evening.state,
        at=evening.now(),
        version=evening.version,
        name=session.header.name or _("CX Game"),
        can_undo=bool(session.can_undo),
        can_redo=bool(session.can_redo),
        steps=history(session, MOST_STEPS),
    )
