"""The two pictures of a report, as places on paper: scores by round, and the map.

They are drawn by the page's template as vectors, with a table beside each for those who do not see
them; a team is told by its colour, its shape and its name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from game import paths
from game.look.theme import hex_of, team
from game.report.session.facts import SessionFacts

WIDTH, HEIGHT = 750.0, 360.0
LEFT, RIGHT, TOP, BOTTOM = 54.0, 220.0, 24.0, 40.0
"""Margins: figures to the left, names to the right."""
SIDE = 460.0
"""Of the map, which is square."""
NAME_GAP = 24.0
"""Least distance of two names beside their lines."""
_TICKS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, kw_only=True)
class Line:
    """A team's line, and where its token and name stand."""

    name: str
    colour: str
    """As `#RRGGBB`."""
    token: Markup
    """The inside of its token's drawing, 100 by 100."""
    points: tuple[tuple[float, float], ...]
    name_y: float = 0.0

    @property
    def path(self) -> str:
        """The line as an SVG path."""
        return " ".join(
            f"{'L' if i else 'M'}{x:.1f} {y:.1f}" for i, (x, y) in enumerate(self.points)
        )

    @property
    def end(self) -> tuple[float, float]:
        """Where it ends."""
        return self.points[-1]


@dataclass(frozen=True, kw_only=True)
class Chart:
    """Lines between two axes."""

    lines: tuple[Line, ...]
    across: tuple[tuple[float, str], ...]
    """(x, label) of each tick."""
    up: tuple[tuple[float, str], ...]
    """(y, label)."""


def scores_chart(facts: SessionFacts) -> Chart | None:
    """Customers after each round; None where there are not two points to draw a line between."""
    columns = len(facts.round_names)
    if columns < 2 or not facts.teams:
        return None
    scores = [score for team in facts.teams for score in team.scores]
    low, high, step = _scale(min(0, *scores), max(1, *scores))
    xs = _spread(columns, LEFT, WIDTH - RIGHT)
    lines = [
        _line(one.name, one.colour, [
            (x, _at(score, low, high)) for x, score in zip(xs, one.scores, strict=True)
        ])
        for one in facts.teams
    ]  # fmt: skip
    ticks = range(low, high + 1, step)
    return Chart(
        lines=_parted(lines),
        across=tuple(zip(xs, facts.round_names, strict=True)),
        up=tuple((_at(tick, low, high), str(tick)) for tick in ticks),
    )


def map_chart(facts: SessionFacts) -> Chart | None:
    """Every team's way on the map; None without one."""
    if not facts.axes or not any(len(one.way) > 1 for one in facts.teams):
        return None
    places = [value for one in facts.teams for point in one.way for value in point]
    reach = max(4, *map(abs, places)) + 1  # room for a token, and for the corner's words
    inner = SIDE - 2 * LEFT

    def at(point: tuple[int, int]) -> tuple[float, float]:
        x, y = point
        return LEFT + inner * (x + reach) / (2 * reach), LEFT + inner * (reach - y) / (2 * reach)

    lines = [_line(one.name, one.colour, list(map(at, one.way))) for one in facts.teams]
    return Chart(lines=tuple(lines), across=((at((0, 0))[0], "0"),), up=((at((0, 0))[1], "0"),))


def _line(name: str, colour: str, points: Sequence[tuple[float, float]]) -> Line:
    return Line(
        name=name,
        colour=hex_of(team(colour).fill),
        token=token(colour),
        points=tuple(points),
        name_y=points[-1][1],
    )


def _parted(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Names that would lie on one another make room, in their order of height."""
    told = sorted(lines, key=lambda line: line.name_y)
    lowest = TOP
    placed = []
    for line in told:
        lowest = max(line.name_y, lowest)
        placed.append((line, lowest))
        lowest += NAME_GAP
    over = max(0.0, placed[-1][1] - (HEIGHT - BOTTOM)) if placed else 0.0
    return tuple(
        Line(name=line.name, colour=line.colour, token=line.token, points=line.points,
             name_y=y - over)
        for line, y in placed
    )  # fmt: skip


def _spread(n: int, low: float, high: float) -> list[float]:
    return [low + (high - low) * i / (n - 1) for i in range(n)]


def _at(score: int, low: int, high: int) -> float:
    return TOP + (HEIGHT - TOP - BOTTOM) * (high - score) / (high - low)


def _scale(low: int, high: int) -> tuple[int, int, int]:
    """Ends and step of an axis with at most eight ticks."""
    step = next((tick for tick in _TICKS if (high - low) / tick <= 7), _TICKS[-1])
    return -(-low // -step) * -step if low % step else low, -(-high // step) * step, step


@cache
def token(colour: str) -> Markup:
    """What is inside the drawing of a team's token; it is the game's own."""
    path = paths.assets_dir() / "art" / f"token-{team(colour).key}.svg"
    inside = re.sub(r"</?svg[^>]*>", "", path.read_text("utf-8"))
    return Markup(inside)
