"""Every wall of the tour for the farthest row: what is read from there is as large as a label."""

from __future__ import annotations

from functools import cache
from itertools import chain

import pytest

from game.app.shots import LONG_NAMES
from game.app.tour import states
from game.app.tourdebrief import debriefing
from game.rules.state import State
from game.screens.game import GameScreen
from game.screens.kit.wall import Wall
from game.screens.screen import Screen
from tests.screens.outside import Drawn, draw, look_at, speak

FARTHEST = 1.69
WALLS = ((1024, 768), (1920, 1080), (1080, 1920))
NAMES = {(1024, 768): 0.5, (1920, 1080): 0.88, (1080, 1920): 0.8}
"""Of a label's size, that a team's name may be set in: eight long ones share a narrow wall."""
WORDS = {(1024, 768): 0.9, (1920, 1080): 0.92, (1080, 1920): 0.87}
"""The same of other words; a totem is as narrow as it is seldom."""
READ = 0.78
"""The same of what has been read, and is judged now: plans, and what a good answer shows."""
Met = tuple[str, Screen | None, State | None, int]


@cache
def _tour(language: str) -> tuple[Met, ...]:
    speak(language)
    names = LONG_NAMES[language]
    closing = ((name, screen, state, 0) for name, screen, state in debriefing(language, names))
    met = ((name, None, state, at) for name, state, at in states(language, names))
    return tuple(chain(closing, met))


def _bare(words: str) -> str:
    return words.replace("-", "").replace(" ", "")


def _small(wall: Wall, drawn: Drawn, names: set[str], zones: set[str], least: float) -> list[str]:
    """Words below a label's size; keys are for the hand beside them, places are seen as well."""
    found = []
    for fitted in drawn.texts:
        said = _bare("".join(fitted.lines))
        known = said in names
        if (
            len(said) <= 2
            or said in zones
            or fitted.size >= wall.S * (NAMES[wall.size] if known else least)
        ):
            continue
        found.append(f"{' '.join(fitted.lines)} ({fitted.size / wall.S:.2f})")
    return found


@pytest.mark.xdist_group("tour")
@pytest.mark.parametrize(
    # Dutch is the longer one; English is looked at where there is least room.
    ("size", "language"),
    [*((size, "nl") for size in WALLS), (WALLS[0], "en")],
)
def test_nothing_on_the_tour_is_smaller_than_a_label(
    size: tuple[int, int], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tour, wall = _tour(language), Wall(size, seat=FARTHEST)
    speak(language)
    small: dict[str, list[str]] = {}
    for version, (name, screen, state, at) in enumerate(tour):
        look = look_at(wall, state, at=at, version=version)
        names = {_bare(team.name) for team in state.teams} if state is not None else set()
        zones = {_bare(zone.name) for zone in state.board.zones} if state is not None else set()
        least = READ if "-judge" in name else WORDS[size]
        found = _small(wall, draw(screen or GameScreen(), look, monkeypatch), names, zones, least)
        if found:
            small[name] = found
    assert small == {}
