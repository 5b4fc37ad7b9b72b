"""What became of a plan of last time: done, busy, dropped or changed, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.i18n import _, pgettext
from game.rules.actions import EndReview, ReviewCommitment
from game.rules.state import COLOURS, Earlier, Review, Status
from game.screens.debrief.frame import DOTS, PageScene, evenly
from game.screens.debrief.planview import details, missing_words, plan_words
from game.screens.inputs import Press
from game.screens.kit import pieces
from game.screens.kit.people import token
from game.screens.kit.text import BOLD, HEAVY, Fitted, draw_fitted, draw_label, fit
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.cardwords import shortened
from game.screens.scenes.onward import draw_dots, heading, heading_height
from game.screens.screen import Do, Hotspot, Look, Outcome, Push

GAP = 16.0
STATUSES = tuple(Status)


def status_name(status: Status) -> str:
    """What became of a plan, as its button says it."""
    return {
        Status.DONE: pgettext("a plan", "Done"),
        Status.BUSY: _("Busy with it"),
        Status.DROPPED: _("Dropped"),
        Status.CHANGED: _("Changed"),
    }[status]


class ReviewScene(PageScene):
    """One plan, four answers, and a line for the reason; Next goes on with or without."""

    hills = (5, 1, 3)

    def _plan(self, look: Look) -> Earlier:
        stage = look.game.stage
        assert isinstance(stage, Review)
        return look.game.earlier[stage.index]

    def faces(self, look: Look) -> int:
        """As many as the plan needs."""
        return len(lay_earlier(look.wall, self._plan(look)))

    def paint(self, canvas: Canvas, look: Look) -> None:
        """The plan, what can have become of it, and why."""
        wall, theme, one = canvas.wall, canvas.theme, self._plan(look)
        self.ground(canvas)
        stage = look.game.stage
        assert isinstance(stage, Review)
        note = _("{n} of {all}").format(n=stage.index + 1, all=len(look.game.earlier))
        heading(canvas, _("What became of it?"), note)
        sheet, head, words = places(wall)
        pieces.sheet(canvas, sheet)
        colour = one.colour if one.colour in COLOURS else ""
        if colour:
            token(canvas, colour, head.x + head.h / 2, head.cy, head.h)
            head = head.cut_left(head.h, 24)[1]
        draw_label(canvas, one.team, head, size=(wall.M, wall.S), weight=HEAVY, lines=2)
        faces, at = lay_earlier(wall, one), self.at(look)
        text = faces[at]
        draw_fitted(canvas, text, words.moved(0, max(0.0, words.h - text.height) * 0.35))
        draw_dots(canvas, len(faces), at, sheet.cx, sheet.bottom - 24)
        for i, (status, box) in enumerate(zip(STATUSES, status_boxes(wall), strict=True)):
            on = status is one.status
            pieces.chip(canvas, box, radius=28, active=on, fill=theme.brass_soft if on else None)
            inner = box.inset(18, 8)
            cap = min(64.0, inner.h)
            pieces.key_cap(canvas, Box(inner.x, inner.cy - cap / 2, cap, cap), "ABCD"[i], on=on)
            draw_label(canvas, status_name(status), inner.cut_left(cap, 16)[1],
                       size=(wall.M, wall.S), weight=BOLD, lines=2)  # fmt: skip
        why, skip = foot_boxes(wall)
        _draw_why(canvas, one, why)
        pieces.button(canvas, skip, _("To the game"), icon_name="icon-skip", size=wall.S)

    def spots(self, look: Look) -> Sequence[Hotspot]:
        """The answers, the reason, and the way past the rest."""
        wall, one = look.wall, self._plan(look)
        found = [
            Hotspot(box, self._marker(one, status), status_name(status))
            for status, box in zip(STATUSES, status_boxes(wall), strict=True)
        ]
        why, skip = foot_boxes(wall)
        found.append(Hotspot(why, self._why(one), _("Why?")))
        return [*found, Hotspot(skip, Do(EndReview()), _("To the game"))]

    def _marker(self, one: Earlier, status: Status) -> Callable[[], Outcome]:
        # The same again takes it back: a slip of the hand is no fact.
        new = None if one.status is status else status
        return lambda: Do(ReviewCommitment(one.number, new, one.why))

    def _why(self, one: Earlier) -> Callable[[], Outcome]:
        from game.screens.debrief.writing import WhyEditor

        return lambda: Push(WhyEditor(one, one.status))

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """A–D mark it, E tells why."""
        one = self._plan(look)
        if press.option is not None and press.option < len(STATUSES):
            return self._marker(one, STATUSES[press.option])()
        if press.name == "e" and press.plain:
            return self._why(one)()
        return None


def _bottom(wall: Wall) -> float:
    return max(92.0, wall.S * 1.9)


def foot_boxes(wall: Wall) -> tuple[Box, Box]:
    """(why, on to the game)."""
    h = _bottom(wall)
    foot = Box(wall.margin, wall.height - wall.margin - h, wall.width - 2 * wall.margin, h)
    skip, why = foot.cut_right(
        foot.w * (0.3 if not wall.is_narrow else 0.38 if wall.kind != "tall" else 0.48), GAP
    )
    return why, skip


def status_boxes(wall: Wall) -> list[Box]:
    """The four answers."""
    foot = foot_boxes(wall)[0]
    columns = 4 if wall.kind == "wide" and not wall.is_far else 2
    down = len(STATUSES) // columns
    h = max(96.0, wall.M * 1.6)
    high = down * h + (down - 1) * GAP
    area = Box(wall.margin, foot.y - GAP - high, wall.width - 2 * wall.margin, high)
    return area.grid(len(STATUSES), columns, GAP)


def places(wall: Wall) -> tuple[Box, Box, Box]:
    """(sheet, team, words)."""
    top = heading_height(wall)
    bottom = status_boxes(wall)[0].y - 24
    sheet = Box(wall.margin, top, wall.width - 2 * wall.margin, bottom - top)
    inner = sheet.inset(52, 24)
    head, words = inner.cut_top(min(92.0 * min(wall.seat, 1.2), inner.h * 0.3), 14)
    return sheet, head, words.cut_bottom(DOTS * 0.6)[1]


def lay_earlier(wall: Wall, one: Earlier) -> list[Fitted]:
    """The plan, as large as it can be, on as many faces as it takes."""
    words = places(wall)[2]
    told = (plan_words(one.plan), details(one.plan), missing_words(one.plan))
    text = "\n".join(line for line in told if line)
    whole = fit(wall, text, words.w, words.h, size=(wall.L, wall.M), weight=BOLD, leading=1.2)
    if not whole.overflow:
        return [whole]
    return evenly(wall, text, words, size=(wall.M, wall.S), leading=1.22)


def _draw_why(canvas: Canvas, one: Earlier, box: Box) -> None:
    """The reason, or that there is room for one."""
    wall, theme = canvas.wall, canvas.theme
    pieces.chip(canvas, box, radius=28)
    inner = box.inset(18, 8)
    cap = min(60.0, inner.h)
    pieces.key_cap(canvas, Box(inner.x, inner.cy - cap / 2, cap, cap), "E")
    rest = inner.cut_left(cap, 18)[1]
    words = one.why.strip()
    if words:
        told = shortened(wall, words, rest.w, wall.S)
        draw_label(canvas, told, rest, size=wall.S)
    else:
        draw_label(canvas, _("Why?"), rest, size=(wall.M, wall.S), color=theme.text_2)
