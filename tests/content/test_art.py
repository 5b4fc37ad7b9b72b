"""Every category and twist of the game's own decks has a drawing, and every zone of its boards."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pygame
import pytest

from game import paths
from game.content.boards import read_board
from game.content.load import load_deck
from game.screens.kit.svg import art

DECKS = sorted(deck.parent for deck in paths.scenarios_dir().glob("*/deck.yaml"))
BOARDS = sorted((paths.scenarios_dir() / "boards").glob("*.yaml"))
ART = paths.assets_dir() / "art"
SMALL = 60
"""Pixels, at which a drawing is still read."""
SVG = "{http://www.w3.org/2000/svg}"


def drawing(name: str) -> Path:
    return ART / f"{name}.svg"


@pytest.mark.parametrize("folder", DECKS, ids=lambda folder: folder.name)
def test_every_category_and_twist_has_a_drawing_of_its_own(folder: Path) -> None:
    deck = load_deck(folder).in_language("en")
    icons = [category.icon for category in deck.categories]
    assert not [name for name, times in Counter(icons).items() if times > 1]
    assert [icon for icon in icons if not drawing(f"cat-{icon}").is_file()] == []
    pictures = [twist.picture for twist in deck.twists]
    assert not [name for name, times in Counter(pictures).items() if times > 1]
    assert [name for name in pictures if not drawing(name).is_file()] == []


@pytest.mark.parametrize("path", BOARDS, ids=lambda path: path.stem)
def test_every_zone_has_a_drawing(path: Path) -> None:
    zones = read_board(path).in_language("en").zones
    assert [zone.id for zone in zones if not drawing(zone.picture).is_file()] == []


def test_drawings_bring_all_they_show_and_no_words() -> None:
    for path in ART.glob("*.svg"):
        root = ElementTree.parse(path).getroot()
        assert re.fullmatch(r"0 0 \d+ \d+", root.attrib["viewBox"]), path.name
        names = {element.tag.removeprefix(SVG) for element in root.iter()}
        assert not names & {"text", "image", "use", "script", "style", "foreignObject"}, path.name
        assert "href" not in path.read_text("utf-8"), path.name


def test_drawings_still_show_something_when_they_are_small() -> None:
    for kind in ("cat", "twist", "zone"):
        for path in ART.glob(f"{kind}-*.svg"):
            surface = art(path.stem, SMALL, SMALL)
            seen = pygame.mask.from_surface(surface, 127).count()
            assert seen >= 0.08 * SMALL * SMALL, path.name
