"""Decks that are mended while the wall shows them: from the key to the quiet line over the game."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.stage import Stage
from game.rules.actions import Adjust, Next, PutNext, SetAnswer
from game.rules.state import OnCard, Step
from game.screens.decktrouble import TroubleScreen
from game.screens.desk import DeskScreen
from game.screens.game import GameScreen
from game.screens.inputs import Press
from game.session.assemble import Choices
from tests.content.drawings import SVG, put
from tests.session.test_rereading import write


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """A card of a deck of one's own is discussed, and its first option is marked."""
    monkeypatch.setenv("CXGAME_HOME", str(tmp_path))
    made = Stage(tmp_path, (640, 360), rounds=1)
    put(tmp_path / "decks" / "example", "cup.svg", SVG)
    deck = write(tmp_path / "decks" / "example")
    choices = Choices(decks=(str(deck),), language="en", seed=1)
    screen = made.program.begin(choices, practise=False)
    assert screen is not None
    made.program.director.apply_screen(screen)
    to_coffee(made)
    yield made
    made.program.close()


def to_coffee(stage: Stage) -> None:
    evening = stage.program.evening
    assert evening is not None
    assert evening.do(PutNext("example/coffee"), "test") is None
    for _ in range(40):
        now = evening.state.stage
        if isinstance(now, OnCard) and now.step is Step.DISCUSS:
            assert evening.do(SetAnswer(now.team, 0), "test") is None
            return
        assert evening.do(Next(), "test") is None
    raise AssertionError("no card is discussed")


def deck_of(stage: Stage, tmp_path: Path) -> Path:
    return tmp_path / "decks" / "example"


def press(
    stage: Stage, name: str, *, shift: bool = False, ctrl: bool = False, alt: bool = False
) -> None:
    stage.program.director.take(
        Press(name, shift=shift, ctrl=ctrl, alt=alt), stage.program.look(stage.painter.wall)
    )


def title(stage: Stage) -> str:
    evening = stage.program.evening
    assert evening is not None
    card = evening.state.card
    assert card is not None
    return card.title


def test_with_one_key_the_mended_card_is_on_the_wall(stage: Stage, tmp_path: Path) -> None:
    evening = stage.program.evening
    assert evening is not None
    before = evening.state
    stage.turn()
    write(deck_of(stage, tmp_path), title="Five coffees")
    press(stage, "r", ctrl=True)
    assert title(stage) == "Five coffees"
    assert stage.program.notice() == "The decks were reloaded: 1 card changed."
    assert (evening.state.stage, evening.state.clock) == (before.stage, before.clock)
    stage.settle()
    stage.turn()


def test_a_plain_r_is_a_bell_and_reloads_nothing(stage: Stage, tmp_path: Path) -> None:
    write(deck_of(stage, tmp_path), title="Five coffees")
    press(stage, "r")
    assert title(stage) == "Coffee"


def test_what_windows_makes_of_altgr_reloads_nothing(stage: Stage, tmp_path: Path) -> None:
    """AltGr is Ctrl and Alt there; with R it types ® on a keyboard as many have in Holland."""
    write(deck_of(stage, tmp_path), title="Five coffees")
    press(stage, "r", ctrl=True, alt=True)
    assert title(stage) == "Coffee"


def test_nor_does_it_take_back_an_undo(stage: Stage) -> None:
    evening = stage.program.evening
    assert evening is not None
    press(stage, "z")
    undone = evening.state
    press(stage, "y", ctrl=True, alt=True)
    assert evening.state == undone
    press(stage, "y", ctrl=True)
    assert evening.state != undone


def test_from_the_menu_a_broken_save_is_one_quiet_line_and_a_page(
    stage: Stage, tmp_path: Path
) -> None:
    director = stage.program.director
    write(deck_of(stage, tmp_path), points="three")
    press(stage, "escape")
    choose(stage, "Read the decks again")
    assert isinstance(director.top, GameScreen)
    assert stage.program.notice() == (
        "The decks were not reloaded: 1 problem. The menu (Esc) says which."
    )
    assert title(stage) == "Coffee"
    press(stage, "escape")
    assert items(stage)[0] == "Decks", "the menu says which, on its first page and at its top"
    choose(stage, "Decks")
    assert isinstance(director.top, TroubleScreen)
    stage.turn()
    press(stage, "space")
    assert isinstance(director.top, DeskScreen)
    # Mended, and the page has gone from the menu.
    write(deck_of(stage, tmp_path), title="Five coffees")
    choose(stage, "Read the decks again")
    assert title(stage) == "Five coffees"
    press(stage, "escape")
    assert "Decks" not in items(stage)


def items(stage: Stage) -> list[str]:
    look = stage.program.look(stage.painter.wall)
    top = stage.program.director.top
    assert isinstance(top, DeskScreen)
    return [row.text for row in top.page.rows(look)]


def choose(stage: Stage, name: str) -> None:
    """Press a button of the menu."""
    director = stage.program.director
    look = stage.program.look(stage.painter.wall)
    assert isinstance(director.top, DeskScreen)
    row = next(row for row in director.top.page.rows(look) if row.text == name)
    outcome = row.does() if callable(row.does) else row.does
    assert outcome is not None
    director.apply(outcome, look)


def test_decks_as_they_were_say_so(stage: Stage) -> None:
    press(stage, "r", ctrl=True)
    assert stage.program.notice() == "The decks are as they were."


def test_undo_over_a_reload_says_what_comes_back(stage: Stage, tmp_path: Path) -> None:
    evening = stage.program.evening
    assert evening is not None
    write(deck_of(stage, tmp_path), title="Five coffees")
    press(stage, "r", ctrl=True)
    evening.do(Adjust(evening.state.active, 1, ""), "test")
    press(stage, "z")
    assert "as they were then" not in stage.program.notice()
    press(stage, "z")
    assert title(stage) == "Coffee"
    assert "the decks are as they were then" in stage.program.notice()
    press(stage, "z", shift=True)
    assert title(stage) == "Five coffees"


def test_what_was_entered_for_the_old_card_is_not_kept_for_the_new(
    stage: Stage, tmp_path: Path
) -> None:
    director = stage.program.director
    game = director.top
    assert isinstance(game, GameScreen)
    look = stage.program.look(stage.painter.wall)
    scene = game.scene(look)
    assert game.scene(look) is scene
    write(deck_of(stage, tmp_path), title="Five coffees")
    press(stage, "r", ctrl=True)
    mended = game.scene(stage.program.look(stage.painter.wall))
    assert mended is not scene
    # Another card that was mended leaves the open one and its scene alone.
    file = deck_of(stage, tmp_path) / "deck.yaml"
    file.write_text(file.read_text("utf-8").replace("Plan.", "Plan it."), "utf-8")
    press(stage, "r", ctrl=True)
    assert game.scene(stage.program.look(stage.painter.wall)) is mended


def test_a_session_that_is_resumed_finds_its_decks(stage: Stage, tmp_path: Path) -> None:
    program = stage.program
    assert program.evening is not None
    path = program.evening.session.path
    assert path is not None
    program.home()
    write(deck_of(stage, tmp_path), title="Five coffees")
    screen = program.resume(path)
    assert screen is not None
    assert "the menu (Esc) can reload them" in program.notice()
    program.director.apply_screen(screen)
    press(stage, "r", ctrl=True)
    assert title(stage) == "Five coffees"


@pytest.mark.parametrize("key", ["escape", "f1"])
def test_the_key_reloads_over_a_sheet_as_well(stage: Stage, tmp_path: Path, key: str) -> None:
    press(stage, key)
    assert not isinstance(stage.program.director.top, GameScreen)
    write(deck_of(stage, tmp_path), title="Five coffees")
    press(stage, "r", ctrl=True)
    assert title(stage) == "Five coffees"
    assert isinstance(stage.program.director.top, GameScreen)
