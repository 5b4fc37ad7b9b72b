"""A card for each team: its token, its name, and everything that rings its bell."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from game.i18n import _
from game.screens.inputs import SECOND_BELLS
from game.screens.kit import pieces
from game.screens.kit.people import token
from game.screens.kit.text import BOLD, draw_label
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.parts import Part
from game.screens.ringers import PAD, button_text
from game.screens.screen import Hotspot, Look, Outcome

LARGEST = 280.0
"""Of a card with its gap, in units: more would only be empty."""


@dataclass(frozen=True)
class Sitter:
    """A team as it sits at the table."""

    name: str
    colour: str
    seat: int
    """Its place: what its bell belongs to."""


def rings_with(look: Look, team: Sitter, key: int) -> list[str]:
    """What rings for a place: its two keys, what was rung for it, or what is plugged in."""
    seat = team.seat
    plugged = [name for name, seats in look.devices() if seat in seats]
    told = []
    for button, owner in look.settings.bells:
        if owner == seat:
            gone = button.startswith(PAD) and not plugged
            text = button_text(button, plugged[0] if plugged else "")
            told.append(_("{button} (not plugged in)").format(button=text) if gone else text)
    return [f"{key + 1} {SECOND_BELLS[key].upper()}", *(told or plugged[:1])]


def columns_of(wall: Wall, count: int) -> int:
    """How many cards beside one another."""
    if wall.kind == "tall":
        return 1 if wall.is_far else 2
    return min(count, 2 if wall.is_far or wall.kind != "wide" else 4 if count > 4 else 2)


def seat_grid(
    look: Look,
    box: Box,
    teams: Sequence[Sitter],
    rung: int | None,
    choose: Callable[[int], Outcome],
    done: Collection[int] = (),
) -> list[Part]:
    """A card each; the one that rang is lifted out, those that are done have a check.

    `done` and `rung` are places at the table, `choose` is told the index of a team.
    """
    columns = columns_of(look.wall, len(teams))
    rows = -(-len(teams) // columns)
    h = min((box.h + 20) / rows, LARGEST * look.wall.seat) * rows - 20
    cells = box.cut_top(h)[0].grid(len(teams), columns, 20)
    found = []
    for i, (team, place) in enumerate(zip(teams, cells, strict=True)):
        spot = Hotspot(place, lambda i=i: choose(i), team.name)  # type: ignore[misc]
        rings = rings_with(look, team, i)
        found.append(Part(_card(place, team, rings, team.seat == rung, team.seat in done), spot))
    return found


def _card(
    box: Box, team: Sitter, rings: Sequence[str], rung: bool, done: bool
) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        wall, theme = canvas.wall, canvas.theme
        if rung:
            pieces.sheet(canvas, box, radius=32, level="active", fill=theme.brass_soft)
            pieces.outlined(canvas, box, radius=32, width=8, color=theme.brass_edge)
        else:
            pieces.chip(canvas, box, radius=32)
        inner = box.inset(min(24.0, box.w * 0.05), 10)
        size = min(inner.h * 0.62, inner.w * 0.24, 110.0)
        token(canvas, team.colour, inner.x + size / 2, inner.cy, size)
        words = inner.cut_left(size, 18)[1]
        if done:
            mark = min(56.0, words.h * 0.5)
            pieces.check_disc(canvas, words.right - mark / 2, box.cy, mark)
            words = words.cut_right(mark, 8)[1]
        words = words.centred(words.w, min(words.h, 4.2 * wall.S))
        head, low = words.cut_top(words.h * (0.42 if words.h > 3 * wall.S else 0.5))
        draw_label(canvas, team.name, head, size=(wall.M, wall.S), weight=BOLD, lines=1)
        color = theme.text if rung else theme.text_2
        draw_label(canvas, " · ".join(rings), low, size=wall.S, color=color, lines=3)

    return draw
