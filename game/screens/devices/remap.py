"""Keys as the facilitator wants them: what arrives, what it does, and what it shall do.

Choose what a key shall do, then press that key: whatever a clicker sends can be given away,
Esc and Tab too. What it did before is told first, and has to be agreed to.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from game.i18n import _
from game.screens import parts
from game.screens.devices.frame import GAP, Words, body, buttons, heading, panel, row_part
from game.screens.doings import Doing, Keymap, KeyTakenError, doing_name, keymap, keys_text, use_of
from game.screens.inputs import Press
from game.screens.keynames import key_text
from game.screens.kit.text import BOLD, HEAVY
from game.screens.kit.wall import Box, Wall
from game.screens.parts import Does, Part
from game.screens.partscreen import PartScreen
from game.screens.ringers import KEY
from game.screens.scenes.onward import Pages
from game.screens.screen import Change, Look, Outcome, Pop, Stay

ROW = 84.0
TALL_PANEL, WIDE_PANEL = 0.34, 0.4


@dataclass(frozen=True)
class Clash:
    """A key that was pressed for one doing and has another already."""

    key: str
    use: str


class RemapScreen(PartScreen):
    """Gives keys something else to do. On every screen, from then on, and tomorrow."""

    def __init__(self) -> None:
        self._last = ""
        """The key that arrived last, while none is asked for."""
        self._wanted: Doing | None = None
        """What the next key shall do."""
        self._clash: Clash | None = None
        self._said = ""
        self._pages = Pages()

    def key(self, look: Look) -> Hashable:
        """What is asked for, what arrived, and the page."""
        at = self._pages.at(self._count(look.wall))
        return (self._last, self._wanted, self._clash, self._said, at, look.settings)

    # -- what arrives

    def on_key(self, press: Press, look: Look) -> Outcome | None:
        """Every key is shown as it came; while one is asked for, it does nothing else."""
        key = press.key
        if self._clash is not None:
            return None
        if self._wanted is not None:
            return self._pressed(key, self._wanted, look) if key else Stay()
        if not key:
            return None
        again, self._last, self._said = key == self._last, key, ""
        if keymap(look.settings.keys).doing(key) is Doing.MENU:
            return Pop() if again else Stay()
        return None

    def _pressed(self, key: str, wanted: Doing, look: Look) -> Outcome:
        now = keymap(look.settings.keys)
        stays = _("{key} stays what it is: {use}.")
        if (bell := KEY + key) in dict(look.settings.bells):
            self._said = stays.format(key=key_text(key), use=_bell_name(bell, look))
            return Stay()
        try:
            changed = now.with_key(key, wanted)
        except KeyTakenError as taken:
            self._said = stays.format(key=key_text(key), use=taken)
            return Stay()
        use = use_of(now, key)
        if now.doing(key) is not wanted and use:
            self._clash = Clash(key, use)
            return Stay()
        return self._give(key, wanted, changed)

    def _give(self, key: str, wanted: Doing, changed: Keymap) -> Outcome:
        told = _("{key} now does: {doing}.")
        self._said = told.format(key=key_text(key), doing=doing_name(wanted))
        self._wanted, self._clash, self._last = None, None, ""
        return Change("keys", changed.chosen)

    def _agree(self, look: Look) -> Outcome:
        clash, wanted = self._clash, self._wanted
        if clash is None or wanted is None:
            return Stay()
        return self._give(clash.key, wanted, keymap(look.settings.keys).with_key(clash.key, wanted))

    def _leave(self) -> Outcome:
        self._clash = self._wanted = None
        self._said = ""
        return Stay()

    def _choose(self, doing: Doing) -> Outcome:
        self._wanted, self._clash, self._said, self._last = doing, None, "", ""
        return Stay()

    def _reset(self) -> Outcome:
        self._leave()
        self._said = _("All keys are as they were made.")
        return Change("keys", ())

    # -- how it looks

    def _areas(self, wall: Wall) -> tuple[Box, Box]:
        """(what arrives, what can be done)."""
        box = body(wall)
        if wall.kind == "wide":
            return box.cut_left(box.w * WIDE_PANEL, GAP + 8)
        return box.cut_top(box.h * TALL_PANEL, GAP + 8)

    def _columns(self, wall: Wall) -> int:
        return 1 if wall.is_far else 2

    def _row(self, wall: Wall) -> float:
        lines = 2 if wall.kind != "wide" or wall.is_far else 1
        return max(64.0, ROW * wall.seat * (1.34 if lines > 1 else 1.0))

    def _fits(self, wall: Wall) -> int:
        area = self._areas(wall)[1]
        rows = int((area.h - 72 + 16) / (self._row(wall) + 16))
        return max(1, rows) * self._columns(wall)

    def _count(self, wall: Wall) -> int:
        return -(-len(Doing) // self._fits(wall))

    def parts(self, look: Look) -> list[Part]:
        """Heading, what arrives, and a row for everything a key can do."""
        wall = look.wall
        own = bool(look.settings.keys)
        action = (_("As they were made"), self._reset) if own else None
        found = heading(wall, _("Your keys"), action)
        shown, area = self._areas(wall)
        asks = self._asks(look)
        foot = Box(shown.x, shown.bottom, shown.w, 0)
        if asks:
            foot, shown = shown.cut_bottom(min(110 * wall.seat, shown.h * 0.34), 16)
        found.append(panel(shown, self._words(look)))
        if asks:
            found += buttons(wall, foot, asks)
        return found + self._rows(look, area)

    def _asks(self, look: Look) -> list[tuple[str, Does]]:
        if self._clash is not None:
            return [(_("No"), self._leave), (_("Yes"), lambda: self._agree(look))]
        if self._wanted is not None:
            return [(_("Stop"), self._leave)]
        return []

    def _words(self, look: Look) -> list[Words]:
        wall = look.wall
        if self._clash is not None and self._wanted is not None:
            key = key_text(self._clash.key)
            asks = _("Shall it do “{doing}” instead?").format(doing=doing_name(self._wanted))
            return [
                Words(_("{key} already does: {use}.").format(key=key, use=self._clash.use),
                      wall.M, BOLD),
                Words(asks, wall.M),
            ]  # fmt: skip
        if self._wanted is not None:
            return [
                Words(_("Press the key that shall do"), wall.M),
                Words(doing_name(self._wanted), wall.L * 1.2, HEAVY),
                Words(self._said or _now_text(look, self._wanted), wall.S, grey=not self._said),
            ]
        if self._last:
            use = use_of(keymap(look.settings.keys), self._last)
            if (bell := KEY + self._last) in dict(look.settings.bells):
                use = _bell_name(bell, look)
            return [
                Words(_("You pressed"), wall.M),
                Words(key_text(self._last), wall.XL, HEAVY),
                Words(use or _("It does nothing yet."), wall.M, BOLD),
                Words(self._way_out(look), wall.S, grey=True),
            ]
        return [
            Words(self._said, wall.M, BOLD),
            Words(_("Press any key"), wall.L, HEAVY),
            Words(_("What arrives is shown here. To change it, choose what a key shall do."),
                  wall.S, grey=True),
        ]  # fmt: skip

    def _way_out(self, look: Look) -> str:
        menu = keymap(look.settings.keys).doing(self._last) is Doing.MENU
        return _("Once more goes back.") if menu else ""

    def _rows(self, look: Look, area: Box) -> list[Part]:
        wall, chosen = look.wall, keymap(look.settings.keys)
        pages, fits = self._count(wall), self._fits(wall)
        at, columns = self._pages.at(pages), self._columns(wall)
        doings = list(Doing)[at * fits : (at + 1) * fits]
        h = self._row(wall)
        found = []
        for i, doing in enumerate(doings):
            column = area.columns(columns, 20)[i % columns]
            place = Box(column.x, area.y + (i // columns) * (h + 16), column.w, h)
            found.append(
                row_part(
                    place,
                    doing_name(doing),
                    keys_text(chosen.keys(doing), 3),
                    lambda doing=doing: self._choose(doing),  # type: ignore[misc]
                    on=doing is self._wanted,
                )
            )
        return found + parts.page_turner(
            area.cx, area.bottom - 32, pages, at, lambda: self._turn(pages), _("More")
        )

    def _turn(self, pages: int) -> Outcome:
        if self._pages.forward(pages) is None:
            self._pages = Pages()
        return Stay()

    def on_next(self, look: Look) -> Outcome | None:
        """The next page, round and round; a question is answered with no."""
        return self._leave() if self._clash is not None else self._turn(self._count(look.wall))

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """Esc takes a question back."""
        if press.name == "escape" and self._clash is not None:
            return self._leave()
        return None


def _now_text(look: Look, doing: Doing) -> str:
    keys = keymap(look.settings.keys).keys(doing)
    if not keys:
        return ""
    return _("Now: {keys}").format(keys=keys_text(keys))


def _bell_name(bell: str, look: Look) -> str:
    return _("the bell of team {n}").format(n=dict(look.settings.bells)[bell] + 1)
