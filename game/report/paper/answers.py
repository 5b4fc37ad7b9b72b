"""Answer cards to hold up: a letter on the front, a number for the peers' vote on the back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from game.look.box import Box
from game.look.theme import team as look_of
from game.report.paper.face import CardSpec, Head, Side
from game.report.paper.ink import WHITE, Ink
from game.report.paper.sizes import BLEED
from game.report.paper.typeset import CAP_HEIGHT, HEAVY, MM
from game.session.seats import default_teams

LETTERS = "ABCDEF"
"""As many as a card has options at the most."""
VOTES = "0123"
_FRAME = 9.0
"""Width of the coloured frame."""
_LETTER = 250.0
"""Points of a letter: its 59 millimetres are read from the other side of any room."""
_TOKEN = 17.0


def answer_specs(teams: int) -> Iterator[CardSpec]:
    """Six cards for each of so many teams, in the colours they play in."""
    for name, colour in default_teams(teams):
        for i, letter in enumerate(LETTERS):
            vote = VOTES[i] if i < len(VOTES) else ""
            yield CardSpec(
                id=f"{colour}/{letter}",
                front=_side(letter, _sign(colour, name, letter)),
                back=_side(vote or letter, _sign(colour, name, vote)),
            )


def _side(title: str, cover: Callable[[Ink, Box], None]) -> Side:
    head = Head(title=title, over="", icon="", tint=WHITE)
    return Side(head=head, say=lambda size: (), cover=cover)


def _sign(colour: str, name: str, sign: str) -> Callable[[Ink, Box], None]:
    return lambda ink, at: _draw(ink, at, colour, name, sign)


def _draw(ink: Ink, at: Box, colour: str, name: str, sign: str) -> None:
    """A frame in the team's colour, its shape, its name; the sign as large as the card allows."""
    ink.rect(
        Box(at.x - BLEED, at.y - BLEED, at.w + 2 * BLEED, at.h + 2 * BLEED), look_of(colour).fill
    )
    inner = at.inset(_FRAME)
    ink.rect(inner, WHITE, radius=5.0)
    foot, middle = inner.inset(5.0).cut_bottom(_TOKEN)
    if sign:
        _large(ink, middle, sign)
        ink.picture(f"token-{colour}", Box(foot.x, foot.y, _TOKEN, _TOKEN))
        words = foot.cut_left(_TOKEN, 3.0)[1]
        if sign in VOTES:
            words = words.cut_right(_TOKEN, 2.0)[1]
        ink.line(name, words, _fitting(ink, name, words.w), weight=HEAVY)
        _vote(ink, foot, sign)
    else:
        ink.picture(f"token-{colour}", middle.centred(52.0, 52.0))
        ink.line(name, foot, _fitting(ink, name, foot.w), weight=HEAVY, align="center")


def _large(ink: Ink, box: Box, sign: str) -> None:
    """A sign whose capital, not whose line, stands in the middle of the box."""
    size = _LETTER
    # A line is set by ascent and descent; a capital sits a little above their middle.
    lift = size * MM * (0.5 * CAP_HEIGHT - 0.334)
    line = Box(box.x, box.cy - size * MM / 2 + lift, box.w, size * MM)
    ink.line(sign, line, size, weight=HEAVY, align="center")


def _vote(ink: Ink, foot: Box, sign: str) -> None:
    """A face beside the number, so that a vote is told from an answer at a glance."""
    if sign in VOTES:
        ink.picture(f"vote-{sign}", Box(foot.right - _TOKEN, foot.y, _TOKEN, _TOKEN))


def _fitting(ink: Ink, name: str, width: float, sizes: Sequence[float] = (20, 17, 14, 12)) -> float:
    return next((s for s in sizes if ink.type.width(name, HEAVY, s) <= width), sizes[-1])
