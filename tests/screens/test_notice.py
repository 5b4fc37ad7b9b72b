"""What is told in passing finds a place where it covers neither words nor what Next presses."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pygame
import pytest

from game.i18n import _
from game.screens import game, partscreen, start
from game.screens.game import GameScreen
from game.screens.kit.text import HEAVY, draw_text
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes import notice
from game.screens.screen import Hotspot, Look, Screen, Stay
from game.screens.setup import SetupScreen
from game.screens.start import StartScreen
from tests.screens.cardtable import HALF, MOMENTS, look_of, moment
from tests.screens.outside import FakeDesk, look_at, speak

TOLD = "Console verbonden: iPad van Annemieke"


class Seen:
    """The last notice on a wall, and what was drawn before it."""

    words: tuple[pygame.Rect, ...]
    teams: tuple[pygame.Rect, ...]
    spots: tuple[Hotspot, ...]
    place: pygame.Rect
    canvas: Canvas

    def covered(self, least: float = 0) -> list[pygame.Rect]:
        """Words beside the plates of teams that it lies over, from a height in units on."""
        high = least * 0.9 * self.canvas.wall.u
        return [
            rect
            for rect in self.words
            if rect.h >= high
            and self.place.colliderect(rect)
            and not any(plate.contains(rect) for plate in self.teams)
        ]


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Seen:
    found = Seen()

    def draw(canvas: Canvas, words: str, **given: Any) -> pygame.Rect:
        found.words = tuple(canvas.words)
        found.canvas = canvas
        found.spots = tuple(given.get("spots", ()))
        found.teams = tuple(map(canvas.rect, given.get("teams", ())))
        found.place = notice.draw_notice(canvas, words, **given)
        return found.place

    for module in (game, partscreen, start):
        monkeypatch.setattr(module, "draw_notice", draw)
    return found


def paint(screen: Screen, look: Look) -> None:
    screen.paint(look.wall.canvas(look.wall.surface()), replace(look, notice=TOLD))


def next_button(screen: Screen, look: Look) -> pygame.Rect:
    spots = screen.hotspots(look)
    wanted = next((spot for spot in spots if spot.name == _("Next")), spots[0])
    return look.wall.rect(wanted.box)


@pytest.mark.parametrize("wall", [HALF[0], HALF[2], HALF[3], HALF[6]])
@pytest.mark.parametrize("name", MOMENTS)
def test_it_never_covers_the_card_nor_what_next_again_does(
    name: str, wall: Wall, seen: Seen
) -> None:
    speak("nl")
    look = look_of(moment(name), wall)
    screen = GameScreen()
    paint(screen, look)
    # On a far wall nothing may be free; then it is labels that are missed, not what is asked.
    assert seen.covered(wall.M if wall.is_far else 0) == []
    go = [spot for spot in seen.spots if spot.name == _("Next")]
    assert not any(seen.place.colliderect(wall.rect(spot.box)) for spot in go)
    assert wall.rect(wall.box).contains(seen.place)


@pytest.mark.parametrize("wall", HALF)
@pytest.mark.parametrize("make", [lambda: StartScreen(FakeDesk()), lambda: SetupScreen(FakeDesk())])
def test_it_covers_neither_title_nor_the_way_on(wall: Wall, make: Any, seen: Seen) -> None:
    speak("nl")
    screen, look = make(), look_at(wall)
    paint(screen, look)
    assert seen.covered(wall.L) == []
    assert not seen.place.colliderect(next_button(screen, look))


def test_on_a_full_wall_the_teams_are_missed_for_a_moment() -> None:
    wall = HALF[0]
    canvas = wall.canvas(wall.surface())
    card, strip = wall.box.cut_bottom(120)[::-1]
    draw_text(canvas, "Words " * 400, card, size=wall.S)
    draw_text(canvas, "Blue", strip.inset(40, 20), size=wall.S, weight=HEAVY)
    place = notice.draw_notice(canvas, TOLD, teams=(strip,))
    assert canvas.rect(strip).contains(place)


def test_it_keeps_off_a_button_that_has_no_words() -> None:
    wall = HALF[0]
    usual = notice.draw_notice(wall.canvas(wall.surface()), TOLD)
    spot = Hotspot(Box(*(value / wall.u for value in usual)), Stay(), "roll")
    other = notice.draw_notice(wall.canvas(wall.surface()), TOLD, spots=(spot,))
    assert not other.colliderect(usual)


def test_it_stays_below_what_hangs_from_the_upper_edge() -> None:
    wall = HALF[0]
    canvas = wall.canvas(wall.surface())
    low = Box(0, 300, wall.width, wall.height - 300)
    draw_text(canvas, "Words " * 900, low, size=wall.S)
    place = notice.draw_notice(canvas, TOLD, below=100)
    assert wall.px(100) < place.top < place.bottom <= wall.px(300)
