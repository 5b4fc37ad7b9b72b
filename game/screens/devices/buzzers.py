"""Whose bell each button is: "Ring now, Blue", team by team; and a test of what rings for whom.

Whatever rings first belongs to the team that was asked: a button, a d-pad or a trigger of a
gamepad, a button of a box of buzzers, or a key, since some USB buzzers are keyboards. It is kept
for tomorrow.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from game.i18n import _
from game.screens import parts
from game.screens.devices.frame import GAP, Words, body, buttons, draw_words, heading, panel
from game.screens.devices.seatcards import Sitter, seat_grid
from game.screens.doings import doing_name, keymap
from game.screens.inputs import Press, Rang
from game.screens.keynames import key_text
from game.screens.kit.people import token
from game.screens.kit.text import BOLD, HEAVY
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.parts import Part
from game.screens.partscreen import PartScreen
from game.screens.ringers import (
    KEY,
    Bells,
    button_text,
    given,
    may_be_one_push,
    refused_key,
    seats,
    without,
)
from game.screens.screen import Change, Look, Outcome, Pop, Stay
from game.session.seats import default_teams

HANDS = frozenset(
    {"right", "left", "page down", "page up", "escape", "tab", "shift+tab", "f11", "f1"}
)
"""Keys that keep their doing while a team is asked to ring, so that every step has a way on."""


TWICE_MS = 400
"""So long one push may go on being told: many pads tell a trigger as an axis and as a button."""


@dataclass(frozen=True)
class Ring:
    """The ring that came last."""

    seat: int | None
    text: str
    """What rang, in words."""


class BuzzersScreen(PartScreen):
    """Shows what rings for whom, lights up who rings, and goes through the teams.

    `teams` are those who will play, as (name, colour) in their order; without them, those of
    the running session, else all there can be.
    """

    def __init__(self, teams: Sequence[tuple[str, str]] = ()) -> None:
        self._teams = _sitters(teams)
        self._asked: int | None = None
        """Index of the team that is asked to ring."""
        self._alone = False
        """Only this team is asked."""
        self._run: dict[str, int] = {}
        """What has rung in this going through, and for whom."""
        self._sure = ""
        """A key that does something else, pressed once: a second time makes it a bell."""
        self._said = ""
        self._ring: Ring | None = None
        self._taken: tuple[str, int] = ("", 0)
        """What was taken last for a team, and when."""

    def key(self, look: Look) -> Hashable:
        """Who is asked, what rang, what is kept and plugged in."""
        plugged = tuple(look.devices())
        return (self._asked, self._said, self._ring, look.settings, plugged, self.teams(look))

    def teams(self, look: Look) -> tuple[Sitter, ...]:
        """Those who ring, in the order of their keys."""
        if self._teams:
            return self._teams
        state = look.state
        if state is None:
            return _sitters(default_teams(8))
        placed = seats(state)
        return tuple(Sitter(team.name, team.colour, placed[team.id]) for team in state.teams)

    def _team_in(self, seat: int | None, look: Look) -> Sitter | None:
        return next((team for team in self.teams(look) if team.seat == seat), None)

    # -- what rings

    def on_rang(self, rang: Rang, look: Look) -> Outcome | None:
        """A button: it belongs to the team that is asked; else its team lights up."""
        if self._asked is not None:
            if self._is_same_push(rang.button, look):
                return Stay()
            return self._take(rang.button, rang.device, self.teams(look)[self._asked], look)
        self._ring = Ring(rang.seat, button_text(rang.button, rang.device))
        return Stay()

    def _is_same_push(self, button: str, look: Look) -> bool:
        """What was just taken, told once more as something else on the same device."""
        before, at = self._taken
        return look.now - at < TWICE_MS and may_be_one_push(before, button)

    def on_key(self, press: Press, look: Look) -> Outcome | None:
        """A key can be a bell, too: some USB buzzers are keyboards."""
        key = press.key
        if self._asked is None or look.focus is not None or not key or key in HANDS:
            return None
        team = self.teams(look)[self._asked]
        if self._asked in (press.team, press.bell):
            self._said = _("{team} rings with {key} already.").format(
                team=team.name, key=key_text(key)
            )
            return self._on(look)
        if use := refused_key(key):
            self._said = _("{key} stays what it is: {use}.").format(key=key_text(key), use=use)
            return Stay()
        doing = keymap(look.settings.keys).doing(key)
        if doing is not None and self._sure != key and KEY + key not in dict(look.settings.bells):
            self._sure = key
            self._said = _("{key} is “{doing}”. Once more makes it this team’s bell.").format(
                key=key_text(key), doing=doing_name(doing)
            )
            return Stay()
        return self._take(KEY + key, "", team, look)

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """Esc ends the asking, then leaves; a team's own key lights it up."""
        if press.name == "escape":
            return self._stop() if self._asked is not None else Pop()
        if self._asked is None and press.bell is not None:
            teams = self.teams(look)
            seat = teams[press.bell].seat if press.bell < len(teams) else press.bell
            self._ring = Ring(seat, button_text(KEY + press.key))
            return Stay()
        return None

    def _take(self, button: str, device: str, team: Sitter, look: Look) -> Outcome:
        self._sure = ""
        owner = self._team_in(self._run.get(button), look)
        if owner is not None and owner != team:
            # A hand that presses twice must not ring for the next team.
            self._said = _("That is the bell of {team} already.").format(team=owner.name)
            return Stay()
        first = team.seat not in self._run.values()
        self._run[button] = team.seat
        self._taken = button, look.now
        bells = look.settings.bells
        kept: Bells = without(bells, team.seat) if first else bells
        text = button_text(button, device)
        self._said = _("{team}: {button}").format(team=team.name, button=text)
        self._ring = Ring(team.seat, text)
        self._on(look)
        return Change("bells", given(kept, button, team.seat))

    # -- team by team

    def ask(self, which: int, *, alone: bool = False) -> Outcome:
        """Ask a team (by its index) to ring: only this one, or all from this one on."""
        self._asked, self._alone, self._sure, self._said = which, alone, "", ""
        self._run, self._taken = {}, ("", 0)
        return Stay()

    def _on(self, look: Look) -> Outcome:
        """The next team, or the overview after the last."""
        assert self._asked is not None
        last = self._alone or self._asked + 1 >= len(self.teams(look))
        self._asked = None if last else self._asked + 1
        return Stay()

    def _skip(self, look: Look) -> Outcome:
        self._said, self._sure = "", ""
        return self._on(look)

    def _back(self, look: Look) -> Outcome:
        """The team before is asked again: what it rang with in this round is forgotten."""
        self._said, self._sure = "", ""
        if self._asked is not None and self._asked > 0 and not self._alone:
            self._asked -= 1
        if self._asked is not None:
            again = self.teams(look)[self._asked].seat
            self._run = {button: seat for button, seat in self._run.items() if seat != again}
        return Stay()

    def _stop(self) -> Outcome:
        self._asked, self._said = None, ""
        return Stay()

    def _forget(self) -> Outcome:
        self._said, self._ring = _("Nothing is kept: devices take free places, keys ring."), None
        return Change("bells", ())

    def on_next(self, look: Look) -> Outcome | None:
        """The next team while they are asked; else the asking begins."""
        return self.ask(0) if self._asked is None else self._skip(look)

    def on_previous(self, look: Look) -> Outcome | None:
        """The team before, while they are asked."""
        return self._back(look) if self._asked is not None else None

    # -- how it looks

    def parts(self, look: Look) -> list[Part]:
        """One of the two pictures."""
        return self._overview(look) if self._asked is None else self._asking(look, self._asked)

    def _overview(self, look: Look) -> list[Part]:
        wall = look.wall
        own = bool(look.settings.bells)
        action = (_("Forget all"), self._forget) if own else None
        rest = body(wall)
        foot, area = rest.cut_bottom(min(128.0 * wall.seat, rest.h * 0.22), GAP)
        told, place = foot.cut_left(foot.w * 0.56, GAP)
        ring = self._ring
        return [
            *heading(wall, _("Buzzers"), action),
            *seat_grid(look, area, self.teams(look), ring.seat if ring else None, self._choose),
            panel(told, [Words(self._told(look), wall.M, BOLD)]),
            parts.primary_button(place, _("Team by team"), lambda: self.ask(0), large=False),
        ]

    def _choose(self, which: int) -> Outcome:
        return self.ask(which, alone=True)

    def _told(self, look: Look) -> str:
        ring = self._ring
        if ring is None:
            return self._said or _("Ring, and see who it is.")
        if ring.seat is None:
            return _("Nobody has this yet: {button}").format(button=ring.text)
        team = self._team_in(ring.seat, look)
        if team is None:
            told = _("No team sits in place {n}: {button}")
            return told.format(n=ring.seat + 1, button=ring.text)
        return _("{team} rang: {button}").format(team=team.name, button=ring.text)

    def _asking(self, look: Look, which: int) -> list[Part]:
        wall, teams = look.wall, self.teams(look)
        team = teams[min(which, len(teams) - 1)]
        rest = body(wall)
        foot, area = rest.cut_bottom(min(110.0 * wall.seat, rest.h * 0.2), GAP)
        place = "" if self._alone else f"{which + 1} / {len(teams)}"
        told = [
            (_("Skip"), lambda: self._skip(look)),
            (_("Back") if which and not self._alone else _("Again"), lambda: self._back(look)),
            (_("Stop"), self._stop),
        ]
        return [
            *heading(wall, _("Buzzers")),
            Part(lambda canvas: _draw_asked(canvas, area, team, place, self._said)),
            *buttons(wall, foot, told),
        ]


def _draw_asked(canvas: Canvas, box: Box, team: Sitter, place: str, said: str) -> None:
    """The team's token, and what it is asked to do."""
    wall: Wall = canvas.wall
    parts.sheet(box).draw(canvas)
    inner = box.inset(48, 32)
    inner = inner.centred(inner.w, min(inner.h, inner.w))
    size = min(inner.h * 0.3, inner.w * 0.3)
    token(canvas, team.colour, inner.cx, inner.y + size / 2, size)
    rest = inner.cut_top(size, 20)[1]
    draw_words(
        canvas,
        rest,
        [
            Words(_("Ring now, {team}").format(team=team.name), wall.XL, HEAVY),
            Words(said or _("Press your buzzer once."), wall.M, BOLD if said else 400),
            Words(place, wall.S, grey=True),
        ],
    )


def _sitters(teams: Sequence[tuple[str, str]]) -> tuple[Sitter, ...]:
    return tuple(Sitter(name, colour, seat) for seat, (name, colour) in enumerate(teams))
