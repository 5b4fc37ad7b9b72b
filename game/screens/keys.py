"""The keys, on the wall: F1 or ?."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from game.i18n import _
from game.screens import parts
from game.screens.doings import Doing, Keymap, keymap, keys_text
from game.screens.kit import pieces
from game.screens.kit.scenery import veil
from game.screens.kit.text import BODY, HEAVY, draw_fitted, draw_label, fit
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.ringers import KEY
from game.screens.scenes.onward import DOT_STEP, MOST_DOTS, draw_page_mark
from game.screens.screen import Hotspot, Look, Outcome, Pop, Push, Screen, Stay
from game.screens.settings import Settings

ROW = 74.0
TALL_ROW = 150.0


def rows(settings: Settings | None = None) -> list[tuple[str, str]]:
    """(keys, what they do) as they are now, the most wanted first."""
    settings = settings or Settings()
    chosen = keymap(settings.keys)

    def now(*doings: Doing, most: int = 9) -> str:
        return "    ".join(text for doing in doings if (text := _now(chosen, doing, most)))

    told = [
        (now(Doing.NEXT), _("next")),
        (now(Doing.PREVIOUS), _("previous; choose a button")),
        (_("Tab, Shift+Tab"), _("from button to button")),
        ("1 – 8", _("teams: bells, and whose answer it is")),
        ("Q R T Y U I O L", _("second bell keys of teams 1 to 8")),
        (_bells(settings), _("bells of teams, as they were rung")),
        (_("A – G, Delete"), _("options, an order; takes it back")),
        (_("0 – 9  .  −"), _("an estimate; points, while judging")),
        ("G, F", _("after a ring: right, wrong")),
        ("V, E", _("another card or view; write the plan")),
        ("R", _("in the debrief: play a moment again")),
        (now(Doing.UNDO, Doing.REDO, most=1), _("undo, redo")),
        (now(Doing.CLOCK, Doing.MORE_TIME), _("clock: pause, 30 seconds more")),
        (now(Doing.PAUSE), _("pause everything")),
        (now(Doing.EYES, Doing.BREAK, Doing.END_PLAY), _("eyes here, break, end play")),
        (
            now(Doing.OPEN_BELLS, Doing.CLOSE_BELLS, Doing.RESET_BELLS),
            _("bells: open, close, reset"),
        ),
        (now(Doing.BLACK, Doing.WHITE), _("black wall, white wall")),
        (now(Doing.NOTE, Doing.RELOAD), _("note an insight, reload the decks")),
        (now(Doing.MUTE, Doing.LOUDER, Doing.SOFTER, most=1), _("mute, louder, softer")),
        (now(Doing.FULLSCREEN, Doing.START, most=2), _("full screen; a clicker’s “start”")),
        (now(Doing.MENU, Doing.KEYS), _("desk (or right-click), these keys")),
        (now(Doing.NOTHING), _("nothing")),
    ]
    return [(keys, does) for keys, does in told if keys]


def _now(chosen: Keymap, doing: Doing, most: int) -> str:
    """The keys of a doing: all that were chosen, of the habits so many."""
    keys = chosen.keys(doing)
    own = [key for key, _doing in chosen.chosen if key in keys]
    return keys_text(keys, max(most, len(own)))


def _bells(settings: Settings) -> str:
    keys = [button.removeprefix(KEY) for button, _seat in settings.bells if button.startswith(KEY)]
    return keys_text(keys)


class KeysScreen(Screen):
    """Over the running game; any Next or Esc takes it away, after the last page."""

    overlay = True

    def __init__(self, told: Callable[[], list[tuple[str, str]]] | None = None) -> None:
        self._told = told
        """Gives the keys of what lies beneath, where those are not the game's."""
        self._page = 0

    def key(self, look: Look) -> Hashable:
        """The page, and the keys as they are now."""
        return (self._page, look.settings.keys, look.settings.bells)

    def _sheet(self, wall: Wall) -> Box:
        return wall.box.inset(wall.margin, wall.margin * 0.8)

    def _body(self, wall: Wall) -> Box:
        return self._sheet(wall).inset(52, 28).cut_top(92 * min(wall.seat, 1.4), 10)[1]

    def _columns(self, wall: Wall) -> int:
        return 2 if wall.kind == "wide" and not wall.is_far else 1

    def _row(self, wall: Wall) -> float:
        return (TALL_ROW if wall.kind == "tall" else ROW) * wall.seat

    def pages(self, look: Look) -> list[list[tuple[str, str]]]:
        """The rows on as many pages as they need, about equally full."""
        wall = look.wall
        every = rows(look.settings) if self._told is None else self._told()
        fits = max(1, int(self._body(wall).h / self._row(wall))) * self._columns(wall)
        count = -(-len(every) // fits)
        each = -(-len(every) // count)
        return [every[i : i + each] for i in range(0, len(every), each)]

    def paint(self, canvas: Canvas, look: Look) -> None:
        """A sheet of keys, in one or two columns."""
        wall = canvas.wall
        veil(canvas, 0.7)
        sheet = self._sheet(wall)
        pieces.sheet(canvas, sheet)
        pages = self.pages(look)
        at = min(self._page, len(pages) - 1)
        head, change = self._head(look)
        if change is not None:
            parts.button(change, _("Change them"), Stay(), small=True).draw(canvas)
        if len(pages) > 1:
            mark, head = head.cut_right(DOT_STEP * min(len(pages), MOST_DOTS), 24)
            draw_page_mark(canvas, len(pages), at, mark.cx, mark.cy)
        draw_label(canvas, _("Keys"), head, size=(wall.L, wall.S), weight=HEAVY)
        columns = self._columns(wall)
        per = -(-len(pages[at]) // columns)
        h = min(self._row(wall) * 1.2, self._body(wall).h / per)
        for column, area in enumerate(self._body(wall).columns(columns, 56)):
            for i, row in enumerate(pages[at][column * per : (column + 1) * per]):
                self._draw_row(canvas, Box(area.x, area.y + i * h, area.w, h), *row)

    def _draw_row(self, canvas: Canvas, box: Box, keys: str, does: str) -> None:
        wall = canvas.wall
        least = wall.S * 0.94
        if wall.kind == "tall":
            cap, words = box.inset(0, 6).cut_top(box.h * 0.48, 2)
        else:
            share = 0.52 if wall.kind == "wide" and not wall.is_far else 0.42
            cap, words = box.inset(0, 5).cut_left(box.w * share, 20)
        pieces.inset(canvas, cap, radius=20)
        inner = cap.inset(14, 2)
        # On one line if at all possible: two of them fill their cap from rim to rim.
        line = fit(wall, keys, inner.w, inner.h, size=(wall.S, least), weight=HEAVY, lines=1)
        if line.overflow:
            draw_label(canvas, keys, inner, size=(wall.S, least), weight=HEAVY, lines=2)
        else:
            draw_fitted(canvas, line, inner, valign="middle")
        draw_label(canvas, does, words, size=(wall.S * 1.1, wall.S * 0.9), weight=BODY, lines=2)

    def _head(self, look: Look) -> tuple[Box, Box | None]:
        """(title, the button that changes keys); a deck's preview has keys of its own."""
        wall = look.wall
        head = self._sheet(wall).inset(52, 28).cut_top(92 * min(wall.seat, 1.4))[0]
        if self._told is not None:
            return head, None
        wanted = min(head.w * 0.6, parts.button_width(wall, _("Change them")))
        change, title = head.cut_right(wanted, 32)
        return title, change.centred(change.w, max(66.0, change.h * 0.84))

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """Anywhere: on. At the top right, where it is shown, to the change of keys."""
        change, wall = self._head(look)[1], look.wall
        if change is None:
            return (Hotspot(wall.box, lambda: self.on_next(look), radius=0),)
        low = Box(0, change.bottom + 8, wall.width, wall.height - change.bottom - 8)
        return (
            Hotspot(low, lambda: self.on_next(look), radius=0),
            Hotspot(change, self._change, _("Change them")),
        )

    def _change(self) -> Outcome:
        from game.screens.devices import RemapScreen

        return Push(RemapScreen())

    def on_next(self, look: Look) -> Outcome | None:
        """The next page, then away."""
        if self._page + 1 < len(self.pages(look)):
            self._page += 1
            return Stay()
        return Pop()

    def on_previous(self, look: Look) -> Outcome | None:
        """The page before."""
        self._page = max(0, self._page - 1)
        return Stay()
