"""What has to arrive from hands: each team's bell, and the keys of the clicker."""

from __future__ import annotations

from collections.abc import Hashable

from game.i18n import _
from game.screens import parts
from game.screens.devices import BuzzersScreen, RemapScreen
from game.screens.devices.frame import GAP, Words, panel
from game.screens.devices.seatcards import Sitter, seat_grid
from game.screens.doings import Doing, doing_name, keymap, keys_text, use_of
from game.screens.inputs import Press, Rang
from game.screens.keynames import key_text
from game.screens.kit import pieces
from game.screens.kit.text import BOLD, HEAVY, draw_label
from game.screens.kit.wall import Box, Canvas
from game.screens.parts import Part
from game.screens.rehearsal.room import Step
from game.screens.ringers import KEY, button_text
from game.screens.screen import Look, Outcome, Pop, Push, Stay
from game.session.seats import default_teams

WANTED = (Doing.NEXT, Doing.PREVIOUS, Doing.BLACK)
"""What a clicker is for."""
ALSO = (Doing.START, Doing.MENU)
"""What some send beside it, and nobody needs."""


class BellsStep(Step):
    """Every team rings once, by whatever it will ring with."""

    def __init__(self, teams: int) -> None:
        super().__init__()
        self._count = teams
        self._rang: set[int] = set()
        self._last: tuple[int, str] | None = None
        self._strange = ""

    @property
    def _teams(self) -> list[Sitter]:
        """As they are called in the language now spoken."""
        named = enumerate(default_teams(self._count))
        return [Sitter(name, colour, seat) for seat, (name, colour) in named]

    def title(self) -> str:
        """What is tried."""
        return _("Bells")

    def asks(self, look: Look) -> str:
        """Who is to ring, and who did last."""
        if self._strange:
            return _("Nobody has this yet: {button}").format(button=self._strange)
        if self._last is not None:
            seat, text = self._last
            return _("{team} rang: {button}").format(team=self._teams[seat].name, button=text)
        if self._count == 2:
            return _("Press each bell once, keys too: 1 and 2.")
        return _("Press each bell once, keys too: 1 to {n}.").format(n=self._count)

    def no(self) -> str:
        """The machine hears for itself."""
        return ""

    def key(self, look: Look) -> Hashable:
        """Who rang."""
        return (frozenset(self._rang), self._last, self._strange, tuple(look.devices()))

    def on_rang(self, rang: Rang, look: Look) -> None:
        """By a button, or a key that was given to a bell."""
        text = button_text(rang.button, rang.device)
        if rang.seat is None or rang.seat >= self._count:
            self._strange = text
        else:
            self._ring(rang.seat, text)

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """By a team's own key."""
        if press.bell is None or press.bell >= self._count:
            return None
        self._ring(press.bell, button_text(KEY + press.key))
        return Stay()

    def _ring(self, seat: int, text: str) -> None:
        self._rang.add(seat)
        self._last, self._strange = (seat, text), ""

    def parts(self, box: Box, look: Look) -> list[Part]:
        """A card for each team, checked when it rang; and the way to give bells to teams."""
        wall = look.wall
        last = self._last[0] if self._last is not None else None
        if wall.is_far:
            # The cards need all of it; pointing at one leads to the same.
            return seat_grid(look, box, self._teams, last, self._point, done=self._rang)
        foot, area = box.cut_bottom(max(72.0, 80.0 * wall.seat), GAP)
        text = _("Give buttons to teams")
        place = foot.cut_left(min(foot.w, parts.button_width(wall, text) + 40))[0]
        return [
            *seat_grid(look, area, self._teams, last, self._point, done=self._rang),
            parts.button(place, text, lambda: Push(BuzzersScreen()), rank=60, small=True),
        ]

    def _point(self, which: int) -> Outcome:
        return Push(BuzzersScreen())

    def missing(self, look: Look) -> list[str]:
        """Bells nobody rang."""
        silent = [team.name for team in self._teams if team.seat not in self._rang]
        if not silent:
            return []
        return [_("Bells that did not ring: {teams}.").format(teams=", ".join(silent))]


class ClickerStep(Step):
    """Whatever a key or a clicker sends is shown; twice Next goes on."""

    def __init__(self) -> None:
        super().__init__()
        self._last = ""
        self._came: set[Doing] = set()

    def title(self) -> str:
        """What is tried."""
        return _("Clicker")

    def asks(self, look: Look) -> str:
        """What has to be pressed."""
        return _("Press every button of the clicker. Next twice goes on.")

    def no(self) -> str:
        """The machine sees for itself."""
        return ""

    def key(self, look: Look) -> Hashable:
        """What came."""
        return (self._last, frozenset(self._came))

    def on_key(self, press: Press, look: Look) -> Outcome | None:
        """Shown, and nothing else, unless it is the way on or out for the second time."""
        key = press.key
        if look.focus is not None or not key or key in ("tab", "shift+tab", "f11"):
            return None
        again, self._last = key == self._last, key
        doing = keymap(look.settings.keys).doing(key)
        if doing is not None:
            self._came.add(doing)
        if again and doing is Doing.NEXT:
            return None
        return Pop() if again and doing is Doing.MENU else Stay()

    def parts(self, box: Box, look: Look) -> list[Part]:
        """What came last beside what is waited for; and the way to give a key something else."""
        wall = look.wall
        text = _("Give keys something else to do")
        foot, area = box.cut_bottom(max(72.0, 80.0 * wall.seat), GAP)
        place = foot.cut_left(min(foot.w, parts.button_width(wall, text) + 40))[0]
        tall = wall.kind != "wide"
        shown, wanted = (
            area.cut_top(area.h * 0.4, GAP) if tall else area.cut_left(area.w * 0.55, GAP)
        )
        use = use_of(keymap(look.settings.keys), self._last)
        told = (
            [
                Words(_("You pressed"), wall.M),
                Words(key_text(self._last), wall.XL, HEAVY),
                Words(use or _("It does nothing yet."), wall.M, BOLD),
            ]
            if self._last
            else [Words(_("Press any key"), wall.L, HEAVY)]
        )
        return [
            panel(shown, told),
            Part(lambda canvas: self._draw_wanted(canvas, wanted, look)),
            parts.button(place, text, lambda: Push(RemapScreen()), rank=60, small=True),
        ]

    def _draw_wanted(self, canvas: Canvas, box: Box, look: Look) -> None:
        wall, theme = canvas.wall, canvas.theme
        doings = (*WANTED, *(() if wall.is_far and wall.kind != "tall" else ALSO))
        for doing, row in zip(doings, box.rows(len(doings), 12), strict=True):
            came = doing in self._came
            pieces.inset(canvas, row, radius=24, chosen=came, line=4)
            inner = row.inset(20, 2)
            size = min(inner.h * 0.7, wall.S * 1.1)
            if came:
                pieces.icon(canvas, "icon-check", inner.x + size / 2, row.cy, size)
            words = inner.cut_left(size, 16)[1]
            note = "" if came else keys_text(keymap(look.settings.keys).keys(doing), 2)
            name, keys = words.cut_left(words.w * 0.56, 10)
            weight = BOLD if doing in WANTED else 400
            draw_label(canvas, doing_name(doing), name, size=wall.S, weight=weight, lines=2)
            draw_label(canvas, note, keys, size=wall.S, color=theme.text_2, align="right")

    def missing(self, look: Look) -> list[str]:
        """What a clicker should do and did not."""
        gone = [doing_name(doing) for doing in WANTED if doing not in self._came]
        if not gone:
            return []
        return [_("Keys that did not arrive: {doings}.").format(doings=", ".join(gone))]
