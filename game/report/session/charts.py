"""The two pictures of a report, as places on paper: scores by round, and the map.

They are drawn by the page's template as vectors, with a table beside each for those who do not see
them; a team is told by its colour, its shape and its name, and its line carries its shape along.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from markupsafe import Markup

from game import paths
from game.look.box import Box
from game.look.theme import hex_of, team
from game.look.ways import lay_ways
from game.report.session.facts import SessionFacts

WIDTH, HEIGHT = 750.0, 320.0
LEFT, RIGHT, TOP, BOTTOM = 46.0, 216.0, 22.0, 36.0
"""Margins: figures to the left, names to the right."""
LINE = 17.0
"""From line to line of a name."""
NAME_LETTERS = 21
"""Letters of a name's line beside the chart."""
NAME_LINES = 2
MOST_LABELS = 16
"""Rounds that are named below the chart; of more, only some are."""
PLOT = Box(40.0, 44.0, 400.0, 340.0)
"""Of the map: where the teams go; around it are the words."""
CORNER_LETTERS = 24
APART = 3.4
"""Between two lines of the map that go the same way."""
TOKEN = 26.0
_FEW = 4
"""Teams whose lines carry their shape at every round; of more, at every third one."""
_TICKS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, kw_only=True)
class Line:
    """A team's line, and where its token and name stand."""

    colour: str
    """As `#RRGGBB`."""
    token: Markup
    """The inside of its token's drawing, 100 by 100."""
    points: tuple[tuple[float, float], ...]
    end: tuple[float, float]
    """Of its large token."""
    marks: tuple[tuple[float, float], ...] = ()
    """Of small ones on its way."""
    name: tuple[str, ...] = ()
    """In lines."""
    name_y: float = 0.0
    """The middle of the name."""

    @property
    def path(self) -> str:
        """The line as an SVG path."""
        return " ".join(
            f"{'L' if i else 'M'}{x:.1f} {y:.1f}" for i, (x, y) in enumerate(self.points)
        )


@dataclass(frozen=True, kw_only=True)
class Chart:
    """Lines between two axes."""

    lines: tuple[Line, ...]
    across: tuple[tuple[float, str], ...]
    """(x, label) of each tick."""
    up: tuple[tuple[float, str], ...]
    """(y, label)."""
    corners: tuple[tuple[str, ...], ...] = ()
    """Of the map: what each corner means, in lines; upper left and right, lower left and right."""


def scores_chart(facts: SessionFacts) -> Chart | None:
    """Customers after each round; None where there are not two points to draw a line between."""
    columns = len(facts.round_names)
    shown = [one for one in facts.teams if not one.waiting]
    if columns < 2 or not shown:
        return None
    scores = [score for team in shown for score in team.scores]
    low, high, step = _scale(min(0, *scores), max(1, *scores))
    xs = _spread(columns, LEFT, WIDTH - RIGHT)
    every = 1 if len(shown) <= _FEW else 3
    lines = []
    for i, one in enumerate(shown):
        points = tuple((x, _at(score, low, high)) for x, score in zip(xs, one.scores, strict=True))
        lines.append(
            Line(
                colour=hex_of(team(one.colour).fill),
                token=token(one.colour),
                points=points,
                end=points[-1],
                marks=points[i % every : -1 : every],
                name=_in_lines(one.name, NAME_LETTERS),
                name_y=points[-1][1],
            )
        )
    ticks = range(low, high + 1, step)
    return Chart(
        lines=_parted(lines),
        across=_labelled(xs, facts.round_names),
        up=tuple((_at(tick, low, high), str(tick)) for tick in ticks),
    )


def map_chart(facts: SessionFacts) -> Chart | None:
    """Every team's way on the map; None without one."""
    if not facts.axes or not any(len(one.way) > 1 for one in facts.teams):
        return None
    # Who left before its first step has no end to show.
    shown = [one for one in facts.teams if one.way]
    laid = lay_ways(
        PLOT.inset(TOKEN * 0.8), [one.way for one in shown], apart=APART, end=TOKEN * 0.94
    )
    lines = [
        Line(
            colour=hex_of(team(one.colour).fill),
            token=token(one.colour),
            points=points,
            end=end,
            marks=points[1:-1],
        )
        for one, points, end in zip(shown, laid.points, laid.ends, strict=True)
    ]
    x, y = laid.zero
    corners = tuple(_in_lines(corner, CORNER_LETTERS) for corner in facts.corners)
    return Chart(lines=tuple(lines), across=((x, "0"),), up=((y, "0"),), corners=corners)


def _in_lines(text: str, letters: int) -> tuple[str, ...]:
    """A name in so many lines at most, the last one shortened where there is more."""
    return tuple(
        textwrap.wrap(text, letters, max_lines=NAME_LINES, placeholder="…") or [text[:letters]]
    )


def _labelled(xs: Sequence[float], names: Sequence[str]) -> tuple[tuple[float, str], ...]:
    """The rounds that are named: all, or of many every second, third … and the last one."""
    every = -(-len(names) // MOST_LABELS)
    last = len(names) - 1
    return tuple(
        (x, name)
        for i, (x, name) in enumerate(zip(xs, names, strict=True))
        if i == last or (i % every == 0 and last - i >= every)
    )


def _parted(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Names that would lie on one another make room, in their order of height."""
    placed = sorted(lines, key=lambda one: one.name_y)
    highest = 0.0
    for i, line in enumerate(placed):
        half = LINE * len(line.name) / 2 + 2
        placed[i] = replace(line, name_y=max(line.name_y, highest + half))
        highest = placed[i].name_y + half
    lowest = HEIGHT
    for i, line in reversed(list(enumerate(placed))):
        half = LINE * len(line.name) / 2 + 2
        placed[i] = replace(line, name_y=min(line.name_y, lowest - half))
        lowest = placed[i].name_y - half
    return tuple(placed)


def _spread(n: int, low: float, high: float) -> list[float]:
    return [low + (high - low) * i / (n - 1) for i in range(n)]


def _at(score: int, low: int, high: int) -> float:
    return TOP + (HEIGHT - TOP - BOTTOM) * (high - score) / (high - low)


def _scale(low: int, high: int) -> tuple[int, int, int]:
    """Ends and step of an axis with at most eight ticks."""
    step = next((tick for tick in _TICKS if (high - low) / tick <= 7), _TICKS[-1])
    return low // step * step, -(-high // step) * step, step


@cache
def token(colour: str) -> Markup:
    """What is inside the drawing of a team's token; it is the game's own."""
    path = paths.assets_dir() / "art" / f"token-{team(colour).key}.svg"
    inside = re.sub(r"</?svg[^>]*>", "", path.read_text("utf-8"))
    return Markup(inside)
