"""Choosing among more piles than there are letters for options."""

from __future__ import annotations

from functools import cache

import pytest

from game.rules.actions import Begin, ChooseCategory, Next
from game.rules.piles import choices
from game.rules.state import ChooseFor, Choosing, State, evolve
from game.screens.kit import pieces
from game.screens.kit.names import is_label
from game.screens.kit.text import fit_label
from game.screens.kit.wall import Canvas, Wall
from game.screens.scenes import categories
from game.screens.scenes.board import BoardScene
from game.screens.scenes.categories import PILE_KEYS, draw_panel, panel_sheets
from game.screens.scenes.frame import category_name
from game.screens.screen import Do
from game.session.assemble import Choices, assemble
from tests.screens.inside import play, seen
from tests.screens.outside import LAPTOP, every_wall, library, press


@cache
def choosing(most: int | None = None) -> State:
    """All decks at once, or the first so many: more categories than options have letters."""
    decks = tuple(deck.id for deck in library().decks[:most])
    state = play(assemble(Choices(decks=decks, seed=1), library()).lobby(), Begin(), Next(), Next())
    return evolve(state, stage=Choosing(why=ChooseFor.SPACE))


def caps_and_discs(
    monkeypatch: pytest.MonkeyPatch, wall: Wall, state: State, sheet: int
) -> tuple[list[str], int]:
    """Keys drawn on a sheet, and how many pictures of categories."""
    caps: list[str] = []
    discs: list[str] = []
    with monkeypatch.context() as patch:
        patch.setattr(pieces, "key_cap", lambda _c, _b, letter, **_: caps.append(letter))
        patch.setattr(pieces, "icon_disc", lambda _c, name, *_: discs.append(name))
        draw_panel(Canvas(wall.surface(), wall), state, sheet)
    return caps, len(discs)


@every_wall
def test_every_sheet_has_keys_of_its_own(monkeypatch: pytest.MonkeyPatch, wall: Wall) -> None:
    """Whatever is seen with a cap is chosen by it, and nothing that is on another sheet."""
    state = choosing()
    scene, look = BoardScene(), seen(state, wall)
    sheets = panel_sheets(wall, state)
    met: list[str] = []
    for sheet in range(sheets):
        caps, _discs = caps_and_discs(monkeypatch, wall, state, sheet)
        shown = [spot.name for spot in scene.hotspots(look)][: -1 if sheets > 1 else None]
        pressed = [scene.on_press(press(key.lower()), look) for key in caps]
        ids = [do.action.category for do in pressed
               if isinstance(do, Do) and isinstance(do.action, ChooseCategory)]  # fmt: skip
        assert caps == list("ABCDEFG")[: len(shown)]
        assert {category_name(state, id_) for id_ in ids} <= set(shown)
        for other in [*PILE_KEYS[len(caps) :], "h", "space", "", "ab"]:
            assert scene.on_press(press(other), look) is None
        met += ids
        if sheets > 1:
            assert len(shown) <= len(PILE_KEYS)
            scene.hotspots(look)[-1].activate()
    assert met == list(choices(state))[: len(met)]
    assert len(met) == (len(choices(state)) if sheets > 1 else len(PILE_KEYS))
    assert scene.on_press(press("g", ctrl=True), look) is None


def test_a_pile_without_a_key_shows_its_picture_in_that_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state, wall = choosing(2), Wall(LAPTOP)
    assert panel_sheets(wall, state) == 1
    caps, discs = caps_and_discs(monkeypatch, wall, state, 0)
    assert caps == list("ABCDEFG")
    assert discs == len(BoardScene().hotspots(seen(state, wall))) - len(caps)


@every_wall
def test_several_sheets_say_which_of_them_is_shown(
    monkeypatch: pytest.MonkeyPatch, wall: Wall
) -> None:
    state = choosing()
    sheets = panel_sheets(wall, state)
    marks: list[tuple[int, int]] = []
    with monkeypatch.context() as patch:
        patch.setattr(categories, "draw_dots", lambda _c, n, at, *_: marks.append((n, at)))
        for sheet in range(sheets + 1):
            draw_panel(Canvas(wall.surface(), wall), state, sheet)
    turned = [(sheets, sheet % sheets) for sheet in range(sheets + 1)]
    assert marks == (turned if sheets > 1 and not wall.is_narrow else [])


@every_wall
def test_who_chooses_is_told_in_labels_beside_the_dots(
    monkeypatch: pytest.MonkeyPatch, wall: Wall
) -> None:
    state = choosing()
    state = evolve(state, teams=tuple(evolve(t, name="Hemelbestormers") for t in state.teams))
    heads = []
    with monkeypatch.context() as patch:
        patch.setattr(
            categories, "draw_label",
            lambda canvas, words, box, **how: heads.append(
                fit_label(canvas.wall, words, box.w, box.h, **how)
            ),
        )  # fmt: skip
        draw_panel(Canvas(wall.surface(), wall), state)
    assert "".join(heads[-1].lines).startswith("Hemelbestormers")
    assert is_label(wall, heads[-1].size)
