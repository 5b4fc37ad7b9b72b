"""What an open card asks to be shown, and the form of an if-then plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.i18n import _
from game.rules.cards import CommitCard, PlanExample
from game.rules.state import IfThen
from game.screens.kit import pieces, shapes
from game.screens.kit.text import (
    BODY,
    BOLD,
    HEAVY,
    OPTION,
    Fitted,
    draw_fitted,
    draw_label,
    fit,
    text_width,
)
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.story import ALONE, Laid, Manners
from game.screens.screen import Hotspot, Outcome


def criteria_part(
    wall: Wall,
    criteria: tuple[str, ...],
    box: Box,
    *,
    gap: float = 18,
    spread: bool = False,
    smallest: float | None = None,
) -> Laid:
    """What a good answer shows, in a line each; along the bottom of a box, or all over it."""
    pad, head = 36.0, wall.M * 1.25
    w = box.w - 2 * pad - 58
    low = wall.M if smallest is None else min(wall.M, smallest)
    sizes = [wall.M - (wall.M - low) * part for part in (0, 0.25, 0.5, 0.75, 1)]
    for size, space in (*((size, gap) for size in sizes), (low, gap / 3)):
        texts = [fit(wall, text, w, size=size, leading=1.2) for text in criteria]
        tight = head + 2 * 22 + sum(t.height for t in texts) + space * len(texts)
        if tight <= box.h:
            break
    panel = box if spread else box.cut_bottom(min(tight, box.h))[0]
    extra = max(0.0, panel.h - tight) / (len(texts) + 1)

    def paint(canvas: Canvas) -> None:
        pieces.inset(canvas, panel)
        title = Box(panel.x + pad, panel.y + 20, panel.w - 2 * pad, head)
        draw_label(canvas, _("A good answer"), title, size=(wall.M, wall.S), weight=HEAVY)
        y = title.bottom + min(space, 14) + extra * 0.5
        for text in texts:
            _bullet(canvas, panel.x + pad + 14, y + text.size * 0.6)
            draw_fitted(canvas, text, Box(panel.x + pad + 58, y, w, text.height))
            y += text.height + space + extra * 0.6

    return Laid(panel.y, tight > box.h + 0.5, paint)


def criteria_list(wall: Wall, criteria: tuple[str, ...], box: Box) -> Laid:
    """The same lines all over a box, under a heading that stands elsewhere."""
    for size, gap in ((wall.M, 18.0), ((wall.M + wall.S) / 2, 14.0), (wall.S, 6.0), (34.0, 6.0)):
        texts = [fit(wall, text, box.w - 58, size=size, leading=1.2) for text in criteria]
        high = sum(text.height for text in texts)
        if high + gap * (len(texts) - 1) <= box.h:
            break
    room = min(48.0, max(0.0, (box.h - high) / (len(texts) + 1)))

    def paint(canvas: Canvas) -> None:
        y = box.cy - (high + room * (len(texts) - 1)) / 2
        for text in texts:
            _bullet(canvas, box.x + 14, y + text.size * 0.6)
            draw_fitted(canvas, text, Box(box.x + 58, y, box.w - 58, text.height))
            y += text.height + room

    return Laid(box.y, high > box.h + 0.5, paint)


def _bullet(canvas: Canvas, cx: float, cy: float) -> None:
    theme = canvas.theme
    shapes.disc(canvas.surface, canvas.point(cx, cy), canvas.px(16), theme.brass_edge)
    shapes.disc(canvas.surface, canvas.point(cx, cy), canvas.px(12), theme.brass)


@dataclass(frozen=True)
class PlanForm:
    """The rows of an if-then plan, laid into a box."""

    rows: tuple[tuple[Box, str, Fitted, bool], ...]
    """(box, label, words, written)."""
    overflow: bool

    @property
    def cut(self) -> bool:
        """Some of the words do not fit their row."""
        return any(words.overflow for _box, _label, words, _written in self.rows)

    @property
    def box(self) -> Box:
        """All of it."""
        return self.rows[0][0].joined(self.rows[-1][0])


def plan_form(
    wall: Wall,
    plan: IfThen | None,
    box: Box,
    *,
    example: PlanExample | None = None,
    size: float | None = None,
    lines: int = 2,
    bottom: bool = True,
) -> PlanForm:
    """`If … then … by whom … by when …`; what is not written yet shows the example, quietly."""
    plan = plan or IfThen()
    first = (
        (_("If"), plan.cue, example.cue if example else ""),
        (_("then"), plan.action, example.action if example else ""),
    )
    last = ((_("by whom"), plan.who, ""), (_("by when"), plan.by_when, ""))
    most = size or wall.M
    gap, pad = (12.0, 28.0) if most > wall.S else (8.0, 14.0)
    label_w = max(text_width(wall, label, wall.S, BOLD) for label, _a, _b in first) + 28
    low_w = max(text_width(wall, label, wall.S, BOLD) for label, _a, _b in last) + 28
    stacked = box.w < 2 * (low_w + 260)
    half = box.w if stacked else (box.w - gap) / 2
    heads = [
        _words(wall, words, hint, box.w - label_w - 56, most, lines) for _l, words, hint in first
    ]
    tails = [_words(wall, words, hint, half - low_w - 56, most, lines) for _l, words, hint in last]
    high = [max(84.0, f.height + pad) for f in heads]
    tail_high = [max(84.0, f.height + pad) for f in tails]
    if not stacked:
        tail_high = [max(tail_high)] * 2
    total = sum(high) + (sum(tail_high) if stacked else tail_high[0]) + gap * (3 if stacked else 2)
    y = max(box.y, box.bottom - total) if bottom else box.y
    rows: list[tuple[Box, str, Fitted, bool]] = []
    for (label, words, _hint), fitted, h in zip(first, heads, high, strict=True):
        rows.append((Box(box.x, y, box.w, h), label, fitted, bool(words.strip())))
        y += h + gap
    for i, ((label, words, _hint), fitted) in enumerate(zip(last, tails, strict=True)):
        at = Box(box.x if stacked else box.x + i * (half + gap), y, half, tail_high[i])
        rows.append((at, label, fitted, bool(words.strip())))
        y += tail_high[i] + gap if stacked else 0
    return PlanForm(tuple(rows), total > box.h + 0.5)


def _words(wall: Wall, words: str, hint: str, w: float, size: float, lines: int) -> Fitted:
    text = words.strip() or (_("e.g. {example}").format(example=hint) if hint else "…")
    weight = OPTION if words.strip() else BODY
    return fit(
        wall,
        text,
        w,
        size * 1.2 * lines + 2,
        size=(size, min(size, wall.M)),
        weight=weight,
        leading=1.2,
        lines=lines,
    )


def plan_to_read(
    wall: Wall, plan: IfThen | None, box: Box, *, example: PlanExample | None = None
) -> PlanForm:
    """The form as large as it goes, for a plan that is read aloud."""
    sizes = ((wall.M * 1.16, 4), (wall.M, 4), (wall.M * 0.86, 4), (wall.S, 6), (wall.S * 0.8, 5))
    for size, lines in sizes:
        form = plan_form(wall, plan, box, example=example, size=size, lines=lines, bottom=False)
        if not form.overflow and not form.cut:
            break
    return form


def draw_plan(canvas: Canvas, form: PlanForm) -> None:
    """The form with what is written in it."""
    wall, theme = canvas.wall, canvas.theme
    for box, label, words, written in form.rows:
        pieces.inset(canvas, box, radius=24)
        wide = text_width(wall, label, wall.S, BOLD)
        place = Box(box.x + 24, box.y, wide + 4, box.h)
        draw_label(canvas, label, place, size=wall.S, weight=BOLD)
        inner = box.cut_left(wide + 24 + 22)[1].cut_right(24)[1]
        draw_fitted(
            canvas, words, inner, valign="middle", color=theme.text if written else theme.text_2
        )


def plan_part(
    wall: Wall,
    card: CommitCard,
    plan: IfThen | None,
    box: Box,
    way: Manners,
    *,
    write: Callable[[], Outcome | None] | None,
) -> Laid:
    """The form, and the button that opens its editor."""
    high = 84.0 if way.row <= ALONE or wall.is_tight else 112.0
    bar, rest = box.cut_bottom(max(high, wall.S * 1.6), 14)
    for lines in (2, 3, 4):
        form = plan_form(wall, plan, rest, example=card.example, lines=lines)
        if not form.cut:
            break
    if form.overflow and way.row > ALONE:
        form = plan_to_read(wall, plan, rest, example=card.example)
    label = _("Write the plan") if plan is None or not plan.points else _("Change the plan")
    w = min(bar.w, text_width(wall, label, wall.M, BOLD) + 190)
    place = Box(bar.x, bar.y, w, bar.h)

    def paint(canvas: Canvas) -> None:
        draw_plan(canvas, form)
        if write is not None:
            capped_button(canvas, place, "E", label, primary=plan is None or not plan.points)

    spots = (Hotspot(place, write, label), Hotspot(form.box, write)) if write is not None else ()
    return Laid(form.rows[0][0].y, form.overflow, paint, spots)


def capped_button(
    canvas: Canvas, box: Box, cap: str, label: str, *, primary: bool = False, chosen: bool = False
) -> None:
    """A button with the key that does the same at its left."""
    wall, theme = canvas.wall, canvas.theme
    fill = theme.brass if primary else theme.brass_soft if chosen else theme.sheet
    pieces.sheet(canvas, box, radius=28, level="low", fill=fill)
    side = min(64.0, box.h - 20)
    key = Box(box.x + (box.h - side) / 2, box.cy - side / 2, side, side)
    pieces.key_cap(canvas, key, cap)
    words = Box(key.right + 18, box.y, box.right - key.right - 34, box.h)
    one = text_width(wall, label, wall.S, BOLD) <= words.w
    draw_label(
        canvas,
        label,
        words,
        size=(wall.M, wall.S),
        weight=BOLD,
        color=theme.on_brass if primary else theme.text,
        lines=1 if one else 2,
    )


def small_button(canvas: Canvas, box: Box, cap: str, label: str) -> None:
    """A quiet button for what is seldom wanted: its key, and words at the size of a label."""
    wall = canvas.wall
    pieces.inset(canvas, box, radius=min(34.0, box.h / 2))
    side = min(max(48.0, wall.S * 1.36), box.h - 12)
    key = Box(box.x + 14, box.cy - side / 2, side, side)
    words = Box(key.right + 12, box.y, box.right - key.right - 28, box.h)
    if fit(wall, label, words.w, words.h, size=wall.S, leading=1.1, lines=2).overflow:
        words = box.inset(16, 0)  # the keys on screen tell its key as well
    else:
        pieces.key_cap(canvas, key, cap)
    draw_label(canvas, label, words, size=wall.S, lines=2)
