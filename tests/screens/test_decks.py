"""The decks on the wall: what each is for and holds, and why some are set aside."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.content.deck import DeckFile
from game.paths import HOME_VARIABLE, scenarios_dir, user_decks_dir
from game.screens.deckleaves import _tiles, items_of, place_text, short_path
from game.screens.decks import DecksScreen
from game.screens.kit.wall import Wall
from game.screens.screen import Pop, Push, Stay
from game.session.library import Library
from tests.screens.outside import (
    NEAR,
    OLD,
    TOTEM,
    FakeDesk,
    activate,
    check_places,
    draw,
    every_wall_in_its_language,
    library,
    look_at,
    picture,
    speak,
)

LOOK = look_at()
BROKEN = """\
format: 1
id: kick-off
title: Kick-off in the spring
language: en
catgories: []
cards:
  - id: Not An Id
    kind: chioce
    title: 7
"""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The game's decks, and a broken deck, board and house rules; nobody changes them."""
    mine = tmp_path_factory.mktemp("decks") / "mine"
    mine.mkdir()
    (mine / "kick-off.yaml").write_text(BROKEN, encoding="utf-8")
    (mine / "board.yaml").write_text("id: wide\nshape: star\n", encoding="utf-8")
    (mine / "rules.yaml").write_text("id: strict\nrules: {die: 99}\n", encoding="utf-8")
    return Library.of([scenarios_dir(), mine])


@pytest.fixture(autouse=True)
def _home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders of a usual length: those of tests are longer than any person's."""
    monkeypatch.setenv(HOME_VARIABLE, "/home/ada/cxgame")


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen reads every deck; between these tests none of them changes."""
    read = Library.deck

    def deck(shelf: Library, word: str) -> DeckFile:
        entry = shelf.entry(word)
        place = entry.path if entry is not None else Path(word)
        if place not in _READ:
            _READ[place] = read(shelf, word)
        return _READ[place]

    monkeypatch.setattr(Library, "deck", deck)


_READ: dict[Path, DeckFile] = {}


def bare(text: str) -> str:
    """Without spaces: lines break where they like."""
    return "".join(text.split())


def words(screen: DecksScreen, monkeypatch: pytest.MonkeyPatch, wall: Wall = NEAR) -> str:
    return draw(screen, look_at(wall), monkeypatch).words


def told(screen: DecksScreen, monkeypatch: pytest.MonkeyPatch, wall: Wall = NEAR) -> str:
    """Everything there is to read, turned by Next."""
    found = []
    for _ in range(200):
        found.append(words(screen, monkeypatch, wall))
        if screen.on_next(look_at(wall)) == Pop():
            return "\n".join(found)
    pytest.fail("Next never leaves")


def test_a_deck_tells_what_it_is_for_and_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    text = words(DecksScreen(library()), monkeypatch)
    for part in ("Outside-in", "For teams of any organisation", "English, Nederlands",
                 "made for 60 minutes", "dilemmas", "personas", "40 cards"):  # fmt: skip
        assert part in text


def test_every_card_is_counted_under_its_kind() -> None:
    """On its own tile; the last three count twists, mirrors and personas."""
    met: set[str] = set()
    for item in items_of(library()):
        deck = item.deck
        assert deck is not None
        tiles = _tiles(deck)
        beside = [len(deck.twists), len(deck.mirrors), len(deck.personas)]
        counted = len(deck.cards) + sum(beside)
        assert sum(number for number, _word in tiles) == counted, deck.id
        met |= {word for _number, word in tiles}
    assert {"dilemmas", "quizzes", "estimates", "plans"} <= met


def test_the_deck_speaks_the_interfaces_language(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = DecksScreen(library())
    speak("nl")
    text = words(screen, monkeypatch)
    assert "Van buiten naar binnen" in text
    assert "Voor teams van elke organisatie" in text


def test_every_problem_of_a_deck_set_aside_can_be_read(
    shelf: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = shelf.set_aside[0]
    assert len(entry.problems) > 3
    text = told(DecksScreen(shelf, entry.id), monkeypatch)
    for problem in entry.problems:
        assert bare(f"mine/kick-off.yaml:{problem.line}: {problem.sentence}") in bare(text)
    assert "It cannot be played until this is mended:" in text


def test_every_problem_can_be_read_from_the_last_row(
    shelf: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    far = Wall((1920, 1080), seat=1.69)
    text = bare(told(DecksScreen(shelf, "kick-off"), monkeypatch, far))
    for problem in shelf.set_aside[0].problems:
        assert bare(place_text(problem)) in text


def test_boards_and_rules_that_are_set_aside_are_there_too(
    shelf: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = told(DecksScreen(shelf), monkeypatch)
    assert "Board: wide" in text
    assert "House rules: strict" in text
    assert "rules.yaml:2:" in text


def test_a_deck_that_went_away_meanwhile_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = replace(library().decks[0], path=Path("/nowhere/deck.yaml"), id="gone")
    assert not items_of(replace(library(), decks=(gone,)))[0].ready


def test_where_ones_own_decks_are_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    text = words(DecksScreen(library()), monkeypatch).replace("\n", "")
    assert "Your own decks:" in text
    assert user_decks_dir().name in text


def test_a_path_is_told_from_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert short_path(tmp_path / "decks") == str(Path("~") / "decks")
    assert short_path(Path("/elsewhere")) == "/elsewhere"


def test_next_goes_through_all_and_then_away(shelf: Library) -> None:
    screen = DecksScreen(shelf)
    shown = [screen.key(LOOK)]
    while screen.on_next(LOOK) == Stay():
        shown.append(screen.key(LOOK))
    assert len(set(shown)) == len(shown) >= len(screen.items())


def test_a_deck_is_chosen_in_the_list(shelf: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = DecksScreen(shelf)
    before = screen.key(LOOK), picture(screen, LOOK)
    assert activate(screen, LOOK, "CX facts: guess first") == Stay()
    assert "Guess first, then" in words(screen, monkeypatch).replace("\n", " ")
    assert screen.key(LOOK) != before[0]
    assert picture(screen, LOOK) != before[1]
    assert activate(screen, LOOK, "Back") == Pop()


@pytest.mark.parametrize("wall", [Wall(OLD, seat=1.69), Wall(TOTEM, seat=1.69)])
def test_without_room_for_the_list_discs_turn_it(wall: Wall, shelf: Library) -> None:
    look = look_at(wall)
    screen = DecksScreen(shelf)
    back, on = (spot for spot in screen.hotspots(look) if not spot.name)
    on.activate()
    assert screen.key(look) != DecksScreen(shelf).key(look)
    back.activate()
    back.activate()
    assert screen._at == len(screen.items()) - 1


def test_no_deck_at_all_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = DecksScreen(Library())
    assert "There is no deck that can be played." in words(screen, monkeypatch)
    assert screen.on_next(LOOK) == Pop()


@every_wall_in_its_language
def test_it_fits_every_wall(
    language: str, wall: Wall, shelf: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(language)
    look = look_at(wall)
    desk = FakeDesk()
    for screen in (
        DecksScreen(shelf),
        DecksScreen(shelf, "kick-off"),
        DecksScreen(shelf, preview=desk.open_preview),
    ):
        check_places(screen, look)
        for _ in range(4):
            drawn = draw(screen, look, monkeypatch)
            assert not drawn.overflowing()
            assert not drawn.smaller_than(wall.S)
            if screen.on_next(look) == Pop():
                break


def test_a_deck_can_be_looked_at_card_by_card_also_one_to_be_mended(shelf: Library) -> None:
    desk = FakeDesk()
    aside = shelf.set_aside[0]
    for entry in (shelf.decks[0], aside):
        screen = DecksScreen(shelf, entry.id, preview=desk.open_preview)
        outcome = activate(screen, look_at(), "Preview")
        assert isinstance(outcome, Push)
    assert desk.previewed == [shelf.decks[0].path, aside.path]
    # Nothing is pushed where no screen can be had, and nothing offered where nobody can make one.
    nowhere = DecksScreen(shelf, preview=lambda path: None)
    assert activate(nowhere, look_at(), "Preview") == Stay()
    assert "Preview" not in [spot.name for spot in DecksScreen(shelf).hotspots(look_at())]
