"""Choosing among more piles than there are letters for options."""

from __future__ import annotations

import pytest

from game.rules.actions import Begin, ChooseCategory, Next
from game.rules.piles import choices
from game.rules.state import ChooseFor, Choosing, State, evolve
from game.screens.kit import pieces
from game.screens.kit.wall import Canvas, Wall
from game.screens.scenes.board import BoardScene
from game.screens.scenes.categories import PILE_KEYS, draw_panel, piles_of
from game.screens.screen import Do
from game.session.assemble import Choices, assemble
from tests.screens.inside import play, seen
from tests.screens.outside import LAPTOP, library, press


def choosing() -> State:
    """All decks at once: more categories than options have letters."""
    decks = tuple(deck.id for deck in library().decks)
    state = play(assemble(Choices(decks=decks, seed=1), library()).lobby(), Begin(), Next(), Next())
    return evolve(state, stage=Choosing(why=ChooseFor.SPACE))


def test_a_key_for_seven_piles_and_none_for_more() -> None:
    state = choosing()
    names = choices(state)
    assert len(names) > len(PILE_KEYS) == 7
    scene, look = BoardScene(), seen(state)
    for key, name in zip("abcdefg", names, strict=False):
        assert scene.on_press(press(key), look) == Do(ChooseCategory(name))
    for other in ("h", "space", "", "ab"):
        assert scene.on_press(press(other), look) is None
    assert scene.on_press(press("g", ctrl=True), look) is None
    assert [pile.letter for pile in piles_of(state)][:8] == [*"ABCDEFG", ""]


def test_a_pile_without_a_key_shows_its_picture_in_that_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state, wall = choosing(), Wall(LAPTOP)
    caps: list[str] = []
    discs: list[str] = []
    monkeypatch.setattr(pieces, "key_cap", lambda _c, _b, letter, **_: caps.append(letter))
    monkeypatch.setattr(pieces, "icon_disc", lambda _c, name, *_: discs.append(name))
    draw_panel(Canvas(wall.surface(), wall), state)
    assert caps == list("ABCDEFG")
    assert len(discs) == len(BoardScene().hotspots(seen(state, wall))) - 1 - len(caps)
