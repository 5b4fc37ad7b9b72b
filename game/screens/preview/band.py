"""The band below the picture: which card, which of its states, and buttons for what keys do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from game.i18n import _, ngettext
from game.screens import parts
from game.screens.kit import pieces
from game.screens.kit.text import BODY, BOLD, HEAVY, draw_label, text_width
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.menu import seat_heights, theme_name
from game.screens.parts import Part
from game.screens.preview.frame import BETWEEN, SMALL, Frame
from game.screens.preview.stand import Stand
from game.screens.preview.words import language_name, moment_name, section_name, turns_name
from game.screens.screen import Hotspot, Outcome
from game.screens.settings import Settings

WIDEST_STEP = 240.0
"""Units a state takes where there is room: one that stands alone need not fill the band."""


@dataclass(frozen=True)
class Button:
    """Something a key does as well."""

    text: str
    does: parts.Does
    icon: str = ""
    """Instead of words; `text` then only names it."""
    primary: bool = False
    """The brass one: what Next does."""


def head_parts(
    wall: Wall, box: Box, stand: Stand, counts: str, back: parts.Does | None
) -> list[Part]:
    """The card's title; what and where it is; how many problems the deck has."""
    entry = stand.entry
    found: list[Part] = []
    if back is not None:
        disc, box = box.cut_left(box.h, 20)
        found.append(parts.back_button(disc, back, _("Back")))
    title = entry.title if entry is not None else stand.title
    line = _line(stand)

    def draw(canvas: Canvas) -> None:
        told = counts or _("No problems")
        right, left = box.cut_right(min(box.w * 0.4, text_width(wall, told, SMALL, BOLD) + 60), 24)
        pieces.pill(canvas, right.centred(right.w, SMALL * 1.9), chosen=bool(counts))
        draw_label(canvas, told, right.inset(22, 2), size=(SMALL, SMALL * 0.7), weight=BOLD,
                   align="center")  # fmt: skip
        top, low = left.cut_top(left.h * 0.56)
        draw_label(canvas, title, top, size=(wall.M * 0.9, wall.S * 0.9), weight=HEAVY)
        draw_label(canvas, line, low, size=(SMALL, SMALL * 0.8), color=canvas.theme.text_2)

    return [*found, Part(draw)]


def _line(stand: Stand) -> str:
    """`Card 3 of 40 · five-coffees`."""
    entry = stand.entry
    if entry is None:
        return ""
    peers = [one for one in stand.entries if one.section == entry.section]
    where = _("{what} {n} of {count}").format(
        what=section_name(entry.section), n=peers.index(entry) + 1, count=len(peers)
    )
    return f"{where} · {entry.id}"


def chip_parts(
    wall: Wall, frame: Frame, stand: Stand, jump: Callable[[int], Outcome], turn: parts.Does
) -> list[Part]:
    """The states of the card in this way of taking turns; the one shown is lifted out."""
    now = stand.moment
    if now is None:
        return []
    found: list[Part] = []
    row = frame.chips
    if len({moment.turns for moment in stand.moments}) > 1:
        text = turns_name(now.turns)
        found.append(parts.button(frame.turns, text, turn, small=True, rank=30))
        if frame.turns.meets(row):
            row = row.cut_left(frame.turns.w, 16)[1]
    shown = [(i, m) for i, m in enumerate(stand.moments) if m.turns is now.turns]
    picks = [parts.Pick(moment_name(m.name), partial(jump, i), m is now) for i, m in shown]
    return [*found, *_steps(wall, row, picks)]


def _steps(wall: Wall, row: Box, picks: Sequence[parts.Pick]) -> list[Part]:
    """Each as wide as its words ask: in a line, in two where all is full, or a part of that."""
    wished = [_width(wall, [pick.text]) for pick in picks]
    if sum(wished) > row.w:
        wished = [_width(wall, pick.text.split()) for pick in picks]
    whole = min(row.w, max(sum(wished), len(picks) * WIDEST_STEP))
    spare = max(0.0, whole - sum(wished)) / len(picks)
    scale = min(1.0, whole / sum(wished))
    found = [Part(lambda canvas: pieces.pill(canvas, row.cut_left(whole)[0]))]
    x = row.x
    for pick, w in zip(picks, wished, strict=True):
        cell = Box(x, row.y, w * scale + spare, row.h)
        x = cell.right
        spot = Hotspot(cell, pick.does, pick.text, radius=cell.h / 2)
        found.append(Part(partial(_draw_step, cell=cell, pick=pick), spot, rank=20))
    return found


def _width(wall: Wall, lines: Sequence[str]) -> float:
    return max(text_width(wall, line, SMALL, BOLD) for line in lines) + 32


def _draw_step(canvas: Canvas, cell: Box, pick: parts.Pick) -> None:
    if pick.on:
        pieces.pill(canvas, cell, chosen=True)
    draw_label(canvas, pick.text, cell.inset(10, 2), size=(SMALL, SMALL * 0.8),
               weight=BOLD if pick.on else BODY, align="center", lines=2)  # fmt: skip


def settings_buttons(
    stand: Stand, settings: Settings, does: Callable[[str], parts.Does]
) -> list[Button]:
    """What can be switched, each showing what it is now; `does` gives what a key does."""
    found = []
    if len(stand.languages) > 1:
        found.append(Button(language_name(stand.spoken), does("l")))
    found += [
        Button(theme_name(settings.theme), does("t")),
        Button(_("Last row {n}").format(n=seat_heights(settings.seat)), does("d")),
        Button(ngettext("{n} team", "{n} teams", stand.teams).format(n=stand.teams), does("teams")),
        Button(_("Wall alone"), does("v")),
    ]
    return found


def button_parts(
    wall: Wall, frame: Frame, walk: Sequence[Button], words: Sequence[Button]
) -> list[Part]:
    """Discs to walk with, then words; in portrait below one another."""
    row = frame.buttons
    if wall.kind == "tall":
        row, low = row.rows(2, BETWEEN)
    side = row.h
    found = []
    for i, button in enumerate(walk):
        place = Box(row.x + i * (side + BETWEEN), row.y, side, side)
        found.append(_disc(place, button, rank=0 if button.primary else i + 1))
    area = low if wall.kind == "tall" else row.cut_left(len(walk) * (side + BETWEEN), 8)[1]
    for place, button in zip(_places(wall, area, words), words, strict=True):
        found.append(_worded(place, button))
    return found


def _places(wall: Wall, area: Box, words: Sequence[Button]) -> list[Box]:
    """Columns alike, but for words that ask for more: what those take the others give up."""
    even = area.columns(len(words), BETWEEN)[0].w
    wished = [_width(wall, button.text.split()) for button in words]
    larger = [w for w in wished if w > even]
    rest = sum(larger) + BETWEEN * (len(words) - 1)
    share = (area.w - rest) / max(1, len(words) - len(larger))
    if not larger or share < max((w for w in wished if w <= even), default=0):
        return area.columns(len(words), BETWEEN)
    x, found = area.x, []
    for w in wished:
        found.append(Box(x, area.y, w if w > even else share, area.h))
        x = found[-1].right + BETWEEN
    return found


def _disc(box: Box, button: Button, rank: int) -> Part:
    def draw(canvas: Canvas) -> None:
        brass = canvas.theme.brass if button.primary else None
        pieces.chip(canvas, box, radius=box.w / 2, fill=brass)
        ink = canvas.theme.on_brass if button.primary else canvas.theme.text
        pieces.icon(canvas, button.icon, box.cx, box.cy, box.w * 0.5, color=ink)

    return Part(draw, Hotspot(box, button.does, button.text, radius=box.w / 2), rank=rank)


def _worded(box: Box, button: Button) -> Part:
    def draw(canvas: Canvas) -> None:
        pieces.chip(canvas, box, radius=min(36.0, box.h / 2))
        draw_label(canvas, button.text, box.inset(14, 4), size=(SMALL, SMALL * 0.8), weight=BOLD,
                   align="center", lines=2)  # fmt: skip

    return Part(draw, Hotspot(box, button.does, button.text, radius=36), rank=50)
