"""Where everything lies on the map of a session: corners, axes, paths and their ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from game.look.ways import lay_ways
from game.rules.state import State
from game.screens.kit.names import common_size, is_label, smallest_size
from game.screens.kit.text import BOLD, text_width
from game.screens.kit.wall import Box, Wall
from game.screens.scenes.onward import heading_height
from game.session.course import course, path

END, POINT = 76.0, 30.0
"""Sides of the token at the end of a path, and of those on the way, in units."""
APART = 7.0
"""Between two teams' lines where they go the same way."""
NAME_ASIDE = 112.0
"""What a token and the margins take of a name's place."""


@dataclass(frozen=True)
class Way:
    """A team's path over the wall."""

    team: int
    colour: str
    name: str
    values: tuple[tuple[int, int], ...]
    """(across, up) of each place it stood, from (0, 0)."""
    points: tuple[tuple[float, float], ...]
    """The same on the wall, in units."""
    end: tuple[float, float]
    """Where its large token lies: beside the last point where others end there too."""


@dataclass(frozen=True)
class MapLayout:
    """The whole map."""

    sheet: Box
    plot: Box
    up: Box
    """The name of the axis that goes up, to be turned; without width where corners tell enough."""
    above: Box
    below: Box
    legend: Box
    cells: tuple[Box, ...]
    """A place for each team's name."""
    ways: tuple[Way, ...]
    zero: tuple[float, float]
    """Where both are 0, in units."""


def lay_map(wall: Wall, state: State) -> MapLayout:
    """The map of this state."""
    found = course(state)
    teams = tuple((t.id, t.colour, t.name, path(found, t.id)) for t in state.teams)
    return _lay(wall, teams)


_Team = tuple[int, str, str, tuple[tuple[int, int], ...]]


@lru_cache(maxsize=8)
def _lay(wall: Wall, teams: tuple[_Team, ...]) -> MapLayout:
    top = heading_height(wall)
    body = Box(wall.margin, top, wall.width - 2 * wall.margin, wall.height - top - wall.margin)
    sheet, legend, cells = _legend(wall, body, teams)
    inner = sheet.inset(20, 12)
    line = corner_height(wall)
    axis = 0.0 if wall.is_tight else wall.S * 1.3
    above, inner = inner.cut_top(line, 10)
    below, inner = inner.cut_bottom(line + axis, 10)
    up, plot = inner.cut_left(axis, 10)
    above, below = (Box(plot.x, box.y, plot.w, box.h) for box in (above, below))
    ways, zero = _ways(plot.inset(END * 0.62, END * 0.62), teams)
    return MapLayout(sheet, plot, up, above, below, legend, cells, ways, zero)


def _legend(wall: Wall, body: Box, teams: tuple[_Team, ...]) -> tuple[Box, Box, tuple[Box, ...]]:
    """(map, names, a place for each)."""
    n = max(1, len(teams))
    if wall.kind == "wide":
        widest = max(
            (text_width(wall, name, wall.M, BOLD) for _i, _c, name, _p in teams), default=0
        )
        w = min(max(300.0, widest + END + 60), body.w * 0.32)
        legend, sheet = body.cut_right(w, 24)
        high = min(140.0, (legend.h - 12 * (n - 1)) / n)
        block = Box(legend.x, legend.y, legend.w, high * n + 12 * (n - 1))
        return sheet, legend, tuple(block.rows(n, 12))
    columns, high = _shape(wall, body.w, [name for _i, _c, name, _p in teams])
    down = -(-n // columns)
    legend, sheet = body.cut_bottom(high * down + 10 * (down - 1), 18)
    return sheet, legend, tuple(legend.grid(n, columns, 10))


def corner_height(wall: Wall) -> float:
    """Of what a corner means: for a far last row it takes two lines."""
    return wall.S * (2.3 if wall.is_far else 1.3)


def name_box(cell: Box) -> tuple[float, Box]:
    """(size of the token, where the name stands) in a team's place."""
    inner = cell.inset(16, 6)
    size = min(64.0, inner.h)
    return size, inner.cut_left(size, 16)[1]


def names_size(wall: Wall, laid: MapLayout) -> float:
    """The size of all names: that of the longest."""
    rooms = [(way.name, name_box(cell)[1]) for way, cell in zip(laid.ways, laid.cells, strict=True)]
    return common_size(wall, rooms, size=(wall.M, wall.S), weight=BOLD)


def _shape(wall: Wall, w: float, names: Sequence[str]) -> tuple[int, float]:
    """(columns, height of a row) of the names: as flat as they can still be read."""
    one, two = max(72.0, wall.S * 1.3), max(72.0, wall.S * 2.3 + 12)
    for columns, high in ((4, one), (3, one), (2, one), (2, two)):
        box = Box(0, 0, w / columns - 10 - NAME_ASIDE, high - 12)
        rooms = [(name, box) for name in names]
        if is_label(wall, smallest_size(wall, rooms, size=(wall.M, wall.S), weight=BOLD)):
            break
    return min(columns, max(1, len(names))), high


def _ways(room: Box, teams: tuple[_Team, ...]) -> tuple[tuple[Way, ...], tuple[float, float]]:
    laid = lay_ways(room, [way for _id, _colour, _name, way in teams], apart=APART, end=END * 0.94)
    ways = tuple(
        Way(team, colour, name, way, points, end)
        for (team, colour, name, way), points, end in zip(
            teams, laid.points, laid.ends, strict=True
        )
    )
    return ways, laid.zero
