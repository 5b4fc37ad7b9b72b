"""Every wall around play, as the tour shows it: words whole, large enough, and none over others."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest

from game.app.tour import screens
from game.rules.state import State
from game.screens import decks, sessions
from game.screens.kit.wall import SEATS, Wall
from game.screens.screen import Screen
from tests.screens.outside import OLD, TOTEM, WIDE, look_at, speak
from tests.screens.placed import place
from tests.screens.settingup import fresh

NEAR, _MIDDLE, FARTHEST = SEATS
AUTHORS = ("preview",)
"""Drawn by a wall within the wall, and measured there."""
OVER_PLAY = ("practise-card", "practise-late")
"""Scenes, which the tour of the last row measures, under a card that lies over them."""
FACILITATORS = ("desk", "practise-list")
"""Read by whoever leads, from beside the wall: their labels do not grow."""
POINTER = ("desk-team", "desk-pointer")
SMALLER, AT_POINTER = 0.9, 0.8
"""Of a label's size: what is set smaller where a word is long, and the sheet of a right-click."""
NAME = 0.74
"""The same of a session's name in fifty letters on a totem, and of why one cannot be opened."""
EDGE = 8.0
"""Units that any word keeps from the wall's edge."""

Met = tuple[str, Screen, State | None]


@cache
def _walls(language: str) -> tuple[Met, ...]:
    speak(language)
    met = [one for one in screens(language) if one[0] not in (*AUTHORS, *OVER_PLAY)]
    for page in ("teams", "decks", "time", "rules"):
        screen = fresh(plugged=(("USB buzzer", (0,)), ("USB buzzer", (1,))))
        for _more in range(4):
            screen.add_team()
        screen.turn_to(page)
        met.append((f"setup-{page}", screen, None))
    return tuple(met)


def _least(name: str, wall: Wall) -> float:
    """The size below which nothing may be set, in units."""
    if name in POINTER:
        return Wall(wall.size).S * AT_POINTER
    if name.startswith(FACILITATORS):
        return Wall(wall.size).S * SMALLER
    totem = wall.kind == "tall" and wall.is_far and name.startswith("sessions")
    return wall.S * (NAME if totem else SMALLER)


@pytest.mark.xdist_group("tour")
@pytest.mark.parametrize(
    ("wall", "language"),
    [
        *(
            (Wall(size, seat=seat), "nl")
            for size in (OLD, WIDE, TOTEM)
            for seat in (NEAR, FARTHEST)
        ),
        (Wall(WIDE, seat=NEAR), "en"),
        (Wall(OLD, seat=FARTHEST), "en"),
    ],
)
def test_words_around_play_are_whole_large_enough_and_clear_of_others(
    wall: Wall, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (decks, sessions):  # a test's folders have longer names than anybody's
        monkeypatch.setattr(module, "short_path", lambda path: f"~/.local/share/cxgame/{path.name}")
    walls = _walls(language)
    speak(language)
    wrong: dict[str, Sequence[object]] = {}
    for name, screen, state in walls:
        found = place(screen, look_at(wall, state, version=1), monkeypatch)
        faults = [
            *found.smaller_than(_least(name, wall)), *found.cut(),
            *found.over(), *found.off(wall.box, EDGE),
        ]  # fmt: skip
        if faults:
            wrong[name] = faults
    assert wrong == {}
