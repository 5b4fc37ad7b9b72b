"""What is chosen at set-up: decks, board, language, debrief and room."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.paths import scenarios_dir
from game.screens.decks import DecksScreen
from game.screens.kit.wall import Wall
from game.screens.screen import Change, Pop, Push, Stay
from game.screens.setup import SetupScreen
from game.session.library import Library
from tests.screens.outside import (
    NEAR,
    OLD,
    TOTEM,
    activate,
    check_places,
    draw,
    library,
    look_at,
    speak,
    spot,
)
from tests.screens.settingup import FAR, LOOK, begun, fresh


def test_decks_are_chosen_and_left() -> None:
    screen = fresh()
    activate(screen, LOOK, "CX facts: guess first")
    assert [deck.id for deck in begun(screen).content.decks] == ["outside-in", "cx-facts"]
    activate(screen, LOOK, "Outside-in")
    assert [deck.id for deck in begun(screen).content.decks] == ["cx-facts"]


def test_without_a_deck_it_cannot_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = fresh()
    screen.toggle_deck("outside-in")
    assert "Choose a deck first." in draw(screen, LOOK, monkeypatch).words
    assert screen.on_next(LOOK) == Stay()
    screen.toggle_deck("cx-facts")
    screen.turn_to("main")
    begun(screen)


def test_the_cards_speak_their_own_language() -> None:
    screen = fresh()
    activate(screen, LOOK, "Nederlands")
    assert begun(screen).content.decks[0].title == "Van buiten naar binnen"
    assert spot(screen, LOOK, "Outside-in")


def test_the_cards_speak_the_interfaces_language_unless_told() -> None:
    screen = fresh()
    speak("nl")
    assert begun(screen).content.decks[0].title == "Van buiten naar binnen"
    assert spot(screen, LOOK, "Van buiten naar binnen")


@pytest.mark.parametrize("wall", [NEAR, Wall(OLD), Wall(TOTEM), FAR])
def test_boards_that_have_no_room_are_counted_and_come_by_that_count(wall: Wall) -> None:
    look = look_at(wall)
    screen = fresh()
    if not any(s.name in ("The journey", "De reis") for s in screen.hotspots(look)):
        screen.turn_to("time")
    titles = {board.in_language("en").title for board in screen.draft.boards()}
    met: set[str] = set()
    chosen = set()
    for _board in titles:
        chosen.add(begun(screen).board.id)
        shown = [s.name for s in screen.hotspots(look) if s.name in titles]
        more = f"+{len(titles) - len(shown)}"
        met.update(shown)
        if any(s.name == more for s in screen.hotspots(look)):
            activate(screen, look, more)
        else:
            # Room for one: pressing it is the next.
            assert len(shown) in (1, len(titles)), shown
            activate(screen, look, shown[0])
    assert met == titles
    assert len(chosen) > 1


def asked(screen: SetupScreen) -> str:
    """Id of what a session that begins now would ask in its debrief."""
    template = begun(screen).template
    return "" if template is None else template.id


def test_what_the_debrief_asks_is_chosen_at_a_glance_or_by_its_name() -> None:
    screen = fresh()
    assert asked(screen) == "six-phases"
    activate(screen, LOOK, "Debrief: Six phases")
    chosen = screen.draft.debrief
    assert chosen is not None
    assert chosen.id != "six-phases"
    far = look_at(FAR)
    screen.turn_to("time")
    activate(screen, far, "ORID")
    assert asked(screen) == "orid"


def test_every_debrief_is_reached_from_the_overview() -> None:
    screen = fresh()
    met = []
    for _debrief in screen.draft.debriefs():
        met.append(asked(screen))
        screen.next_debrief()
    assert sorted(met) == sorted(debrief.id for debrief in screen.draft.debriefs())
    assert asked(screen) == met[0]


def test_the_last_row_changes_the_setting_and_stays_in_sight() -> None:
    screen = fresh()
    assert activate(screen, LOOK, "10") == Change("seat", 1.69)
    far = look_at(FAR)
    assert spot(screen, far, "10")
    assert activate(screen, far, "6") == Change("seat", 1.0)
    activate(screen, LOOK, "Back")
    assert activate(screen, LOOK, "Back") == Pop() or activate(screen, LOOK, "Back") == Pop()


def test_the_smallest_letters_are_told_in_pixels(monkeypatch: pytest.MonkeyPatch) -> None:
    for size, px in (((1920, 1080), 34), ((3840, 2160), 68)):
        look = look_at(Wall(size))
        assert f"letters {px} px" in draw(fresh(), look, monkeypatch).words


BROKEN = "format: 1\nid: broken\ntitle: A broken deck\nlanguage: en\ncards: 7\n"


def with_broken(folder: Path) -> Library:
    (folder / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    return Library.of([scenarios_dir(), folder])


def test_a_deck_that_is_set_aside_leads_to_its_reasons(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = with_broken(tmp_path)
    # Few enough for one page: the list is turned in other tests.
    shelf = replace(shelf, decks=tuple(one for one in shelf.decks if one.id == "outside-in"))
    screen = fresh(shelf=shelf)
    outcome = activate(screen, LOOK, "A broken deck")
    assert isinstance(outcome, Push)
    assert isinstance(outcome.screen, DecksScreen)
    assert "broken.yaml:5: cards" in draw(outcome.screen, LOOK, monkeypatch).words
    assert screen.draft.decks == ["outside-in"]


def test_decks_of_ones_own_stand_before_those_of_the_game(tmp_path: Path) -> None:
    shelf = library()
    own = [
        replace(shelf.decks[0], id=name, title=f"My {name}", titles={}, path=tmp_path / name)
        for name in ("alpha", "zebra")
    ]
    screen = fresh(shelf=replace(shelf, decks=(*shelf.decks, *own)))
    assert [entry.id for entry in screen.draft.entries()][:3] == ["alpha", "zebra", "outside-in"]
    # Beside the one that is chosen unless somebody chooses, they are in sight at once.
    names = [place.name for place in screen.hotspots(LOOK)]
    assert names.index("Outside-in") < names.index("My alpha") < names.index("My zebra")
    screen.turn_to("decks")
    names = [place.name for place in screen.hotspots(LOOK)]
    assert names.index("My alpha") < names.index("My zebra") < names.index("Outside-in")
    assert screen.draft.decks == ["outside-in"]


@pytest.mark.parametrize("wall", [NEAR, Wall((1280, 800)), Wall((3840, 2160))])
@pytest.mark.parametrize("title", ["Onze eigen kaarten van dit jaar", "De reis van een verzekerde"])
def test_a_deck_of_two_lines_keeps_off_the_edges_of_its_chip(
    wall: Wall, title: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak("nl")
    shelf = library()
    own = replace(shelf.decks[0], id="own", title=title, titles={}, path=tmp_path / "own")
    screen, look = fresh(shelf=replace(shelf, decks=(*shelf.decks, own))), look_at(wall)
    drawn = draw(screen, look, monkeypatch)
    words = [one for one in drawn.texts if " ".join(one.lines) in (title, "Van buiten naar binnen")]
    assert len(words) == 2
    chips = [spot(screen, look, name).box for name in ("Van buiten naar binnen", title)]
    for told, chip in zip(words, chips, strict=True):
        assert told.size > wall.S * 0.9
        assert chip.h - told.height >= 14
    assert chips[0].y == chips[1].y
    assert chips[0].right < chips[1].x


def many(n: int) -> Library:
    decks = tuple(
        replace(library().decks[0], id=f"deck-{i}", title=f"Deck {i}", titles={}, languages=("en",))
        for i in range(n)
    )
    return replace(library(), decks=decks)


@pytest.mark.parametrize("wall", [NEAR, Wall(OLD), FAR, Wall(TOTEM)])
def test_every_one_of_many_decks_can_be_chosen(wall: Wall) -> None:
    look = look_at(wall)
    screen = fresh(shelf=many(17))
    activate(screen, look, "All 17 decks…" if wall is NEAR else "Decks")
    reached = set()
    for _ in range(17):
        check_places(screen, look)
        for place in screen.hotspots(look):
            if place.name.startswith("Deck "):
                reached.add(place.name)
        if all(place.name != "More decks" for place in screen.hotspots(look)):
            break
        activate(screen, look, "More decks")
    assert reached == {f"Deck {i}" for i in range(17)}


def test_no_deck_at_all_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = fresh(shelf=replace(library(), decks=()))
    assert "There is no deck that can be played." in draw(screen, LOOK, monkeypatch).words
    assert screen.on_next(LOOK) == Stay()


def test_a_damaged_installation_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = fresh(shelf=replace(library(), boards=(), rulesets=()))
    assert "boards and house rules are missing" in draw(screen, LOOK, monkeypatch).words
    assert screen.on_next(LOOK) == Stay()
