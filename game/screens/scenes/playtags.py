"""The tags in the board's upper corners: how far play has come, and how long it lasts."""

from __future__ import annotations

from dataclasses import dataclass

from game.i18n import _, ngettext
from game.rules.state import State
from game.screens.kit.board import BoardPicture
from game.screens.kit.pieces import TAG_SIDE, tag
from game.screens.kit.text import BOLD, text_width
from game.screens.kit.wall import Canvas
from game.screens.screen import Look

MINUTE = 60_000


@dataclass(frozen=True)
class Tag:
    """A few words over a bar."""

    text: str
    part: float
    icon: str = ""
    brief: str = ""
    """Said instead where the corner has no room for all of it."""


def round_tag(state: State) -> Tag | None:
    """Which round, or card, of how many; the last one is announced."""
    if state.round == 0:
        return None
    whole = max(state.round, state.plan.rounds)
    if state.last_round:
        text = _("Last card") if state.rules.together else _("Last round")
        return Tag(text, 1.0, "icon-flag")
    said = _("Card {n} of {of}") if state.rules.together else _("Round {n} of {of}")
    return Tag(said.format(n=state.round, of=whole), state.round / whole)


def minutes_left(state: State, at: int) -> int | None:
    """Whole minutes of play left, rounded up; None where play has no length."""
    if state.round == 0 or state.plan.play_ms <= 0:
        return None
    return max(0, -(-(state.plan.play_ms - state.play_elapsed(at)) // MINUTE))


def time_tag(state: State, at: int) -> Tag | None:
    """How long play lasts still; changes once a minute."""
    n = minutes_left(state, at)
    if n is None:
        return None
    text = (
        ngettext("{n} min of play left", "{n} min of play left", n).format(n=n)
        if n
        else _("Time for the last cards")
    )
    # In whole minutes, so that the board is composed anew once a minute at most.
    part = 1 - min(1.0, n * MINUTE / state.plan.play_ms)
    brief = ngettext("{n} min left", "{n} min left", n).format(n=n) if n else ""
    return Tag(text, part, "icon-clock", brief)


def next_minute(look: Look) -> int | None:
    """The `now` at which the minutes left change; None while nothing is counted."""
    state = look.game
    if state.held or not minutes_left(state, look.at):
        return None
    left = state.plan.play_ms - state.play_elapsed(look.at)
    return look.now + (left % MINUTE or MINUTE)


def draw_tags(canvas: Canvas, board: BoardPicture, left: Tag | None, right: Tag | None) -> None:
    """Both tags, no wider than the board keeps free for them."""
    places = board.tag_places()
    y = 26.0 if canvas.wall.kind != "tall" else 30.0
    if left is not None:
        tag(canvas, left.text, left.part, 32, y, icon_name=left.icon or None, largest=places[0].w)
    if right is not None:
        wall, words = canvas.wall, right.text
        if right.brief and text_width(wall, words, wall.S, BOLD) > places[1].w - TAG_SIDE:
            words = right.brief
        tag(
            canvas,
            words,
            right.part,
            canvas.wall.width - 32,
            y,
            icon_name=right.icon or None,
            align="right",
            largest=places[1].w,
        )
