"""Where a persona's card has its picture and its words, and how many cards fill a page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from game.rules.cards import Persona
from game.rules.state import State, Team
from game.screens.kit.text import BOLD, HEAVY, Fitted, fit
from game.screens.kit.wall import Box, Wall
from game.screens.scenes.onward import heading_height

TOKEN = 72.0
DOTS = 40.0
GAP = 24.0


@dataclass(frozen=True)
class Eyes:
    """A persona and the team that looks through it; None for the customer of all."""

    team: Team | None
    persona: Persona


def drawn(state: State) -> list[Eyes]:
    """Who looks through whose eyes, in order of turns."""
    known = state.content.persona_by_id
    if state.rules.together:
        persona = known.get(state.customer.persona)
        return [Eyes(None, persona)] if persona else []
    return [Eyes(team, known[team.persona]) for team in state.teams if team.persona in known]


@dataclass(frozen=True)
class Place:
    """Where the parts of one card stand."""

    box: Box
    picture: Box
    team: Fitted
    team_box: Box
    name: Fitted
    name_box: Box
    line: Fitted
    line_box: Box

    @property
    def overflow(self) -> bool:
        """Some of its words do not fit."""
        return self.team.overflow or self.name.overflow or self.line.overflow


def _place(wall: Wall, eyes: Eyes, box: Box, n: int) -> Place:
    """One of n cards on a page: picture beside the words where the card is wide."""
    inner = box.inset(min(32, box.w * 0.05), min(26, box.h * 0.05))
    alone = eyes.team is None
    beside = box.w > box.h * 1.15
    if beside:
        share = 0.36 if n <= 4 else 0.29
        picture, words = inner.cut_left(min(inner.w * share, inner.h * 0.76), 28)
    else:
        picture, words = inner.cut_top(inner.h * (0.46 if alone else 0.34), 14)
    team = fit(
        wall,
        eyes.team.name if eyes.team else "",
        words.w - TOKEN - 18,
        size=(wall.M, wall.S),
        weight=BOLD,
        leading=1.1,
        lines=2,
    )
    above, words = words.cut_top(0 if alone else max(TOKEN, team.height), 8)
    large = wall.XL if alone else min(wall.L, wall.M * 1.35)
    name = fit(
        wall,
        eyes.persona.name,
        words.w,
        words.h * 0.5,
        size=(large, wall.M),
        weight=HEAVY,
        leading=1.12,
        lines=2,
    )
    head, rest = words.cut_top(name.height, 6)
    line = fit(
        wall,
        eyes.persona.line,
        rest.w,
        rest.h,
        size=(wall.L if alone else wall.M * 1.1, wall.M),
        leading=1.25,
    )
    spare = max(0.0, rest.h - line.height)
    if beside:
        spare /= 2
        picture = picture.centred(picture.w, min(picture.h, picture.w * 1.32))
    else:
        spare = min(spare, inner.h * 0.24)
        picture = Box(picture.x, picture.y, picture.w, picture.h + spare)
    return Place(
        box,
        picture,
        team,
        above.moved(0, spare),
        name,
        head.moved(0, spare),
        line,
        rest.moved(0, spare),
    )


def _columns(wall: Wall, n: int) -> int:
    """How many cards stand beside one another, with n on a page."""
    if wall.kind == "tall":
        return 1 if n <= 4 else 2
    if n <= 3:
        return n
    return 2 if n == 4 else -(-n // 2)


@lru_cache(maxsize=8)
def lay(wall: Wall, eyes: tuple[Eyes, ...]) -> tuple[tuple[Place, ...], ...]:
    """Pages of cards: as many on one as can be read from the last row."""
    top = heading_height(wall)
    body = Box(wall.margin, top, wall.width - 2 * wall.margin, wall.height - top - wall.margin)
    pages: tuple[tuple[Place, ...], ...] = ()
    n = len(eyes)
    for each in sorted({-(-n // parts) for parts in range(1, n + 1)}, reverse=True):
        room = body if each == n else body.cut_bottom(DOTS, 8)[1]
        cells = room.grid(each, _columns(wall, each), GAP)
        pages = tuple(
            tuple(
                _place(wall, one, cell, each)
                for one, cell in zip(eyes[i : i + each], cells, strict=False)
            )
            for i in range(0, n, each)
        )
        if not any(place.overflow for page in pages for place in page):
            break
    return pages
