"""What became of decks that were dropped on the window, deck by deck, over the screen beneath."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from pathlib import Path

from game.content.problem import Level, errors_of
from game.i18n import _, ngettext
from game.screens import parts
from game.screens.deckleaves import place_text
from game.screens.inputs import Pointer
from game.screens.kit.scenery import veil
from game.screens.kit.text import BOLD, HEAVY, Fitted, draw_fitted, fit, pages
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.parts import Part
from game.screens.scenes.onward import Pages, draw_page_mark
from game.screens.screen import Hotspot, Look, Outcome, Pop, Screen, Stay
from game.session.arrivals import Arrival

MOST_TOLD = 12
"""Problems of one deck on the wall; whoever mends more has the command line."""
INNER = (56.0, 40.0)
"""Units from the sheet's edge to what stands on it."""
BETWEEN, AFTER_DECK = 14.0, 40.0
"""Units between the paragraphs of a deck, and behind it."""

Replace = Callable[[Path], None]
"""Adds a deck once more, in the place of the one that is there."""
Leaf = tuple[Sequence[tuple[Fitted, float]], Sequence[Arrival]]
"""(paragraphs, each with the units below it; decks on it that could replace another)."""


class ArrivalsScreen(Screen):
    """A sheet over whatever is on the wall; Next goes through its leaves, then away."""

    overlay = True

    def __init__(self, arrivals: Sequence[Arrival], replace: Replace) -> None:
        self._arrivals = list(arrivals)
        self._replace = replace
        self._leaf = Pages()

    def more(self, arrivals: Sequence[Arrival]) -> None:
        """Others came while the sheet lies there; what is told anew is told once."""
        again = {arrival.path for arrival in arrivals}
        kept = [arrival for arrival in self._arrivals if arrival.path not in again]
        self._arrivals = [*arrivals, *kept]
        self._leaf = Pages()

    def amend(self, arrival: Arrival) -> None:
        """There is more to tell of one that is told already; nobody is turned back for it."""
        self._arrivals = [
            arrival if one.path == arrival.path and one.added == arrival.added else one
            for one in self._arrivals
        ]

    def key(self, look: Look) -> Hashable:
        """The leaf, and how much there is to tell of each deck."""
        told = tuple((one.path, one.sentence, len(one.problems)) for one in self._arrivals)
        return (self._leaf.at(99), told, look.settings)

    # -- layout

    def _sheet(self, wall: Wall) -> Box:
        """As high as the wall, or as its one leaf needs."""
        whole = _whole(wall)
        (told, _replaceable), *others = self.leaves(wall)
        used = sum(block.height + gap for block, gap in told)
        return whole if others else whole.inset(0, (self._body(wall, whole).h - used) / 2)

    def _foot(self, wall: Wall, sheet: Box) -> Box:
        return sheet.inset(*INNER).cut_bottom(104 * min(wall.seat, 1.4))[0]

    def _body(self, wall: Wall, sheet: Box) -> Box:
        inner = sheet.inset(*INNER).cut_top(wall.L * 1.2, 20)[1]
        return inner.cut_bottom(self._foot(wall, sheet).h, 28)[1]

    def title(self) -> str:
        """How it went, in a word or two."""
        added = [arrival.added for arrival in self._arrivals if arrival.added is not None]
        n = len(self._arrivals)
        if not added:
            return ngettext("Not added", "{n} decks not added", n).format(n=n)
        if len(added) < n:
            return _("{n} of {count} decks added").format(n=len(added), count=n)
        if all(one.unchanged for one in added):
            return _("Already there")
        return ngettext("Deck added", "{n} decks added", n).format(n=n)

    def leaves(self, wall: Wall) -> list[Leaf]:
        """Every deck's paragraphs, on as many leaves as they take."""
        body = self._body(wall, _whole(wall))
        found: list[Leaf] = []
        told: list[tuple[Fitted, float]] = []
        replaceable: list[Arrival] = []
        left = body.h
        for arrival in self._arrivals:
            blocks = _paragraphs(wall, arrival, body)
            for i, block in enumerate(blocks):
                # A name does not stand alone at the foot of a leaf.
                need = block.height + (blocks[1].height if i == 0 and len(blocks) > 1 else 0)
                full = need > left or (arrival.replaceable and i == 0 and bool(replaceable))
                if told and full:
                    found.append((told, replaceable))
                    told, replaceable, left = [], [], body.h
                gap = (AFTER_DECK if i + 1 == len(blocks) else BETWEEN) * wall.seat
                told.append((block, gap))
                left -= block.height + gap
            if arrival.replaceable:
                replaceable.append(arrival)
        return [*found, (told, replaceable)]

    def parts(self, look: Look) -> list[Part]:
        """Title, one leaf, the mark of the leaves, and the buttons."""
        wall = look.wall
        leaves = self.leaves(wall)
        at = self._leaf.at(len(leaves))
        told, replaceable = leaves[at]
        sheet = self._sheet(wall)
        body, foot = self._body(wall, sheet), self._foot(wall, sheet)
        head = sheet.inset(*INNER).cut_top(wall.L * 1.2)[0]

        def draw(canvas: Canvas) -> None:
            rest = body
            for block, gap in told:
                draw_fitted(canvas, block, rest)
                rest = rest.cut_top(block.height, gap)[1]

        found = [
            parts.sheet(sheet),
            parts.label(self.title(), head, size=(wall.L, wall.M), weight=HEAVY, lines=1),
            Part(draw),
        ]
        onward, rest = foot.cut_right(min(foot.w * 0.36, 420 * wall.seat), 28)
        last = at + 1 == len(leaves)
        words = _("Go on") if last else _("More")
        found.append(parts.primary_button(onward, words, lambda: self.on_next(look), large=False))
        if replaceable:
            arrival = replaceable[0]
            place = rest.cut_left(min(rest.w, 700 * wall.seat))[0]
            text = _("Replace the one that is there")
            found.append(parts.button(place, text, lambda: self._replaced(arrival), small=True))
        elif len(leaves) > 1:
            found.append(Part(lambda canvas: draw_page_mark(
                canvas, len(leaves), at, rest.cx, rest.cy
            )))  # fmt: skip
        return found

    def paint(self, canvas: Canvas, look: Look) -> None:
        """The sheet."""
        veil(canvas, 0.7)
        parts.paint_parts(canvas, self.parts(look))

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """Onward, then what else can be done."""
        return parts.spots_of(self.parts(look))

    # -- what people do

    def _replaced(self, arrival: Arrival) -> Outcome:
        """Ask for it; the sheet tells when it is done."""
        self._replace(arrival.path)
        return Stay()

    def on_pointer(self, pointer: Pointer, look: Look) -> Outcome | None:
        """Beside the sheet: back to what lies beneath."""
        if pointer.kind == "down" and not self._sheet(look.wall).holds(pointer.x, pointer.y):
            return Pop()
        return None

    def on_next(self, look: Look) -> Outcome | None:
        """The next leaf, then away."""
        return self._leaf.forward(len(self.leaves(look.wall))) or Pop()


def _whole(wall: Wall) -> Box:
    """The largest sheet."""
    return wall.box.inset(wall.margin * (1 if wall.kind == "tall" else 2), wall.margin)


def _paragraphs(wall: Wall, arrival: Arrival, body: Box) -> list[Fitted]:
    """A deck's name, what became of it, and what is wrong with it."""
    size = wall.M if not arrival.problems else (wall.M, wall.S)
    found = [fit(wall, arrival.title, body.w, size=wall.M, weight=BOLD, leading=1.15)]
    found += pages(wall, arrival.sentence, body.w, body.h, size=size, leading=1.24)
    refused = errors_of(arrival.problems)  # why it was: what else is wrong can wait
    problems = refused or [one for one in arrival.problems if one.level is not Level.ADVICE]
    lines = [place_text(one) for one in problems[:MOST_TOLD]]
    if len(problems) > MOST_TOLD:
        more = _("… and {n} more; cxgame check shows all.")
        lines.append(more.format(n=len(problems) - MOST_TOLD))
    for line in lines:
        found += pages(wall, line, body.w, body.h, size=wall.S, leading=1.24)
    return found
