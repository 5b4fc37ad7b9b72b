"""Setting a session up: by pointing, by keys, by Next alone; what is wrong is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.i18n import available
from game.rules.ruleset import Rules
from game.rules.state import COLOURS
from game.screens.kit.wall import Wall
from game.screens.screen import Begin, Outcome, Stay
from game.screens.setup import SetupScreen
from game.session.assemble import assemble
from tests.screens.outside import (
    OLD,
    TOTEM,
    FakeDesk,
    activate,
    check_places,
    draw,
    every_wall,
    every_wall_in_its_language,
    library,
    look_at,
    picture,
    speak,
)
from tests.screens.settingup import FAR, LONG, LOOK, begun, fresh

SUBJECTS = ("Teams", "Decks", "Time and room", "House rules")


# -- Next alone
def test_next_begins_at_once_with_what_suits_most() -> None:
    setup = begun(fresh())
    assert [colour for _name, colour in setup.teams] == list(COLOURS[:4])
    assert [deck.id for deck in setup.content.decks] == ["outside-in"]
    assert setup.plan.minutes == 60
    assert setup.board.id == "journey"
    assert setup.rules == replace(Rules(), turns=setup.plan.turns)


def test_practising_is_a_taster_with_three_teams_of_bots() -> None:
    screen = fresh(practise=True)
    outcome = screen.on_next(LOOK)
    assert isinstance(outcome, Begin)
    assert outcome.practise
    setup = assemble(outcome.choices, library())
    assert len(setup.teams) == 3
    assert setup.plan.minutes == 15


def test_practising_says_who_plays(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Bots play the teams" in draw(fresh(practise=True), LOOK, monkeypatch).words
    assert "Bots" not in draw(fresh(), LOOK, monkeypatch).words


@every_wall
def test_previous_and_next_reach_and_work_everything(wall: Wall) -> None:
    look = look_at(wall)
    for i in range(len(fresh().hotspots(look))):
        screen = fresh()
        outcome = screen.hotspots(look)[i].activate()
        assert outcome is not None
        screen.hotspots(look)


@pytest.mark.parametrize("wall", [Wall(OLD), FAR, Wall(TOTEM)])
def test_next_alone_comes_back_from_every_page(wall: Wall) -> None:
    look = look_at(wall)
    for subject in SUBJECTS:
        screen = fresh()
        activate(screen, look, subject)
        for _ in range(9):
            outcome = screen.on_next(look)
            if isinstance(outcome, Begin):
                break
        else:
            pytest.fail(f"Next never leaves {subject}")


# -- what is plugged in
def test_buzzers_are_told_with_their_teams(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = fresh(plugged=(("USB", (0,)), ("USB", (1,)), ("USB", (7,))))
    assert "2 buzzers: Orange, Sky" in draw(screen, LOOK, monkeypatch).words


def test_without_buzzers_the_keys_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "keys 1 to 4 ring the bells" in draw(fresh(), LOOK, monkeypatch).words
    two = fresh()
    for _team in range(2):
        two.draft.remove_team(0)
    assert "keys 1 and 2 ring the bells" in draw(two, LOOK, monkeypatch).words


def test_a_buzzer_for_every_team_needs_no_list(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = fresh(plugged=(("Box", (0, 1, 2, 3, 4)),))
    assert "4 buzzers: all teams" in draw(screen, LOOK, monkeypatch).words


def test_a_buzzer_that_is_plugged_in_changes_the_picture() -> None:
    desk = FakeDesk()
    screen = SetupScreen(desk)
    before = screen.key(LOOK), picture(screen, LOOK)
    desk.plugged = (("USB", (0,)),)
    assert screen.key(LOOK) != before[0]
    assert picture(screen, LOOK) != before[1]


def test_the_sound_can_be_tried() -> None:
    desk = FakeDesk()
    screen = SetupScreen(desk)
    assert activate(screen, LOOK, "Try the sound") == Stay()
    assert desk.played == ["bell-1"]


# -- how it looks
def test_the_picture_changes_with_everything_that_is_chosen() -> None:
    screen = fresh()
    seen = [(screen.key(LOOK), picture(screen, LOOK))]
    changes: list[Outcome | None] = []
    for step in (
        "Teams +", "Colour of Sky", "CX facts: guess first", "45", "+3",
        "Nederlands", "One by one", "Green", "House rules", "Time to discuss +",
    ):  # fmt: skip
        changes.append(activate(screen, LOOK, step))
        seen.append((screen.key(LOOK), picture(screen, LOOK)))
    assert changes == [Stay()] * len(changes)
    assert len({key for key, _ in seen}) == len({shot for _, shot in seen}) == len(seen)


def test_only_the_page_that_holds_everything_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = draw(fresh(), LOOK, monkeypatch).words
    pages = draw(fresh(), look_at(FAR), monkeypatch).words
    assert "Orange" in whole
    assert "Orange" not in pages


@every_wall_in_its_language
@pytest.mark.parametrize("page", ["main", "teams", "decks", "time", "rules"])
def test_every_page_fits_every_wall(
    page: str, language: str, wall: Wall, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(language)
    look = look_at(wall)
    for practise in (False, True) if page == "main" else (True,):
        screen = fresh(practise=practise, plugged=(("USB", (0, 1)),))
        if practise:
            for _ in range(5):
                screen.add_team()
        screen.turn_to(page)
        for _ in range(8):
            check_places(screen, look)
            drawn = draw(screen, look, monkeypatch)
            assert not drawn.overflowing()
            assert not drawn.smaller_than(wall.S)
            if screen.on_next(look) != Stay():
                break


@every_wall
def test_long_names_are_never_cut(wall: Wall, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = fresh()
    for _ in range(4):
        screen.add_team()
    for i in range(8):
        screen.draft.rename(i, f"{i} {LONG}"[:40])
    screen.draft.rename(7, f"0 {LONG}"[:40])
    look = look_at(wall)
    for page in ("main", "teams"):
        screen.turn_to(page)
        for editing in (None, 3):
            if editing is not None and page == "teams":
                screen.edit(editing)
            check_places(screen, look)
            assert not draw(screen, look, monkeypatch).overflowing()


def test_there_is_a_second_language_to_switch_to() -> None:
    assert len(available()) > 1
