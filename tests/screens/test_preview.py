"""The preview of a deck: every state of every card, problems beside it, keys and buttons."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.content.deck import DeckFile
from game.content.problem import Level, Problem
from game.rules.ruleset import Turns
from game.screens.game import GameScreen
from game.screens.keys import KeysScreen
from game.screens.kit.layer import Dirty
from game.screens.kit.wall import Wall
from game.screens.menu import MenuScreen
from game.screens.preview import PreviewScreen
from game.screens.preview.frame import inset_of
from game.screens.preview.menu import PreviewMenu
from game.screens.preview.search import SearchScreen
from game.screens.preview.shelf import Entry
from game.screens.preview.stand import Stand
from game.screens.preview.told import tell
from game.screens.preview.words import key_rows, moment_name
from game.screens.screen import Change, Look, Push, Stay
from tests.screens.inside import check_frame
from tests.screens.outside import activate, check_places, every_wall, look_at, picture, speak
from tests.screens.preview_decks import ALL, ONE, SMALL, entry, here, loaded, press_on


def names(there: Stand, id_: str, turns: Turns = ONE) -> list[str]:
    assert there.find(id_)
    return [moment.name for moment in there.moments if moment.turns is turns]


# -- every state


@pytest.mark.parametrize(
    ("id_", "one", "all_"),
    [
        (
            "five-coffees",
            "read discuss answered view view-taken reveal talk",
            "read discuss grid grid-full view view-taken view-changed reveal talk",
        ),
        ("quiz", "read discuss grid grid-full view view-taken view-changed reveal talk", ""),
        ("bell", "bell-armed bell-open bell-taken reveal talk", ""),
        ("steps", "read discuss answered reveal talk", "read discuss grid grid-full reveal talk"),
        (
            "tell",
            "read discuss view view-taken judge judged reveal talk",
            "read discuss view view-taken judge judged reveal talk",
        ),
        (
            "plan",
            "read discuss answered judge judged reveal talk",
            "read discuss answered judge judged reveal talk",
        ),
        ("power-cut", "twist twist-done", "twist twist-done"),
        ("own-cup", "mirror", ""),
        ("ann", "persona persona-card", "persona persona-card"),
    ],
)
def test_a_card_goes_through_all_of_its_states(
    coffee: Stand, id_: str, one: str, all_: str
) -> None:
    assert names(coffee, id_, ONE) == one.split()
    assert names(coffee, id_, ALL) == all_.split()


def test_each_state_has_a_name_of_its_own_in_both_languages(coffee: Stand) -> None:
    there = {moment.name for entry in coffee.entries for moment in at(coffee, entry).moments}
    for language in ("en", "nl"):
        speak(language)
        shown = [moment_name(name) for name in there]
        assert len(set(shown)) == len(there)
        assert not there.intersection(shown)


def at(there: Stand, entry: Entry) -> Stand:
    assert there.find(entry.id)
    return there


def test_a_persona_is_the_first_teams_and_nobody_elses(coffee: Stand) -> None:
    for id_ in ("ann", "bob"):
        assert coffee.find(id_)
        for moment in coffee.moments:
            state = moment.state
            if moment.turns is ALL:
                assert state.customer.persona == f"coffee/{id_}"
            else:
                eyes = [team.persona for team in state.teams]
                assert eyes[0] == f"coffee/{id_}"


def test_next_walks_through_everything_once_and_stays_at_the_end(coffee: Stand) -> None:
    walked = [(coffee.at, coffee.step)]
    while coffee.forward():
        walked.append((coffee.at, coffee.step))
    whole = []
    for i, _entry in enumerate(coffee.entries):
        assert coffee.go(i)
        whole += [(i, step) for step in range(len(coffee.moments))]
    assert walked == whole
    coffee.go(len(coffee.entries) - 1, 99)
    back = [(coffee.at, coffee.step)]
    while coffee.back():
        back.append((coffee.at, coffee.step))
    assert back == whole[::-1]


def test_so_many_teams_sit_at_the_table(coffee: Stand) -> None:
    for teams in (2, 8):
        coffee.seat(teams)
        assert all(
            len(moment.state.teams) == teams
            for entry in coffee.entries
            for moment in at(coffee, entry).moments
        )


# -- what is wrong


def problem(level: Level, *steps: str | int, text: str = "") -> Problem:
    return Problem(file="deck.yaml", line=3, column=5, level=level, check="x", path="", text=text,
                   steps=steps)  # fmt: skip


def test_problems_are_told_beside_their_card_errors_of_the_file_first(folder: Path) -> None:
    file: DeckFile = loaded(folder).file
    told = tell(
        [
            problem(Level.ADVICE, text="whole"),
            problem(Level.ADVICE, "cards", 1, "prompt", text="quiz"),
            problem(Level.WARNING, "cards", "quiz", "title", text="quiz in Dutch"),
            problem(Level.WARNING, "cards", 0, text="other card"),
            problem(Level.ERROR, "cards", 2, text="error elsewhere"),
        ],
        file.source,
        broken=False,
    )
    quiz = entry("cards", "quiz")
    assert [r.problem.text for r in told.beside(quiz)] == [
        "error elsewhere",
        "quiz in Dutch",
        "quiz",
        "whole",
    ]
    assert [r.problem.text for r in told.beside(entry("twists", "quiz"))] == [
        "error elsewhere",
        "whole",
    ]
    assert told.count(quiz) == {Level.WARNING: 1, Level.ADVICE: 1}
    assert told.remarks[0].place == "deck.yaml:3:5"


# -- on the wall


def test_the_picture_is_the_walls_own(coffee: Stand) -> None:
    screen, look = PreviewScreen(coffee), look_at(Wall((960, 540)))
    coffee.go(0, 2)
    moment = coffee.moment
    assert moment is not None
    surface = look.wall.surface()
    screen.paint(look.wall.canvas(surface), look)
    inset = inset_of(look.wall, alone=False)
    inside = surface.subsurface((*inset.origin, *inset.wall.size))
    scene = Look(wall=inset.wall, settings=look.settings, now=0, state=moment.state, at=moment.at)
    alone = inset.wall.surface()
    GameScreen().paint(inset.wall.canvas(alone), scene)
    assert pygame.image.tobytes(inside, "RGB") == pygame.image.tobytes(alone, "RGB")
    # Alone, it is all there is.
    press_on(screen, look, "f5")
    whole = look.wall.surface()
    room = Look(wall=look.wall, settings=look.settings, now=0, state=moment.state, at=moment.at)
    GameScreen().paint(look.wall.canvas(whole), room)
    assert picture(screen, look) == pygame.image.tobytes(whole, "RGB")


@every_wall
def test_every_button_lies_on_the_wall_and_on_no_other(coffee: Stand, wall: Wall) -> None:
    coffee.tell([problem(Level.WARNING, text="long words " * 60)] * 3, loaded_file(coffee))
    for language in ("en", "nl"):
        speak(language)
        for id_ in ("five-coffees", "own-cup"):
            coffee.find(id_)
            coffee.other_turns()
            check_places(PreviewScreen(coffee, leave=True), look_at(wall), least=56)


def loaded_file(there: Stand) -> DeckFile:
    assert there.file is not None
    return there.file


def test_the_clickers_next_turns_faces_states_and_cards(coffee: Stand) -> None:
    screen, look = PreviewScreen(coffee), look_at(Wall((640, 360), seat=1.69))
    seen = [here(coffee)]
    presses = 0
    while here(coffee) != ("ann", "persona"):
        assert isinstance(screen.on_next(look), Stay)
        screen.finish(look)
        presses += 1
        assert presses < 400
        if here(coffee) != seen[-1]:
            seen.append(here(coffee))
    assert seen[:2] == [("five-coffees", "read"), ("five-coffees", "discuss")]
    # Seen from far a card has more faces than one: they are turned as well.
    assert presses > len(seen)


def test_up_and_down_go_from_card_to_card(coffee: Stand) -> None:
    screen, look = PreviewScreen(coffee), look_at(SMALL)
    screen.on_next(look)
    press_on(screen, look, "down")
    assert here(coffee) == ("quiz", "read")
    press_on(screen, look, "up")
    assert here(coffee) == ("five-coffees", "read")
    press_on(screen, look, "up")
    assert here(coffee) == ("five-coffees", "read")
    press_on(screen, look, "end")
    assert here(coffee)[0] == "bob"
    screen.on_previous(look)
    assert here(coffee) == ("ann", "persona-card")
    press_on(screen, look, "home")
    assert here(coffee) == ("five-coffees", "read")


def test_keys_switch_how_the_deck_is_seen(coffee: Stand) -> None:
    screen, look = PreviewScreen(coffee), look_at(SMALL)
    assert press_on(screen, look, "t") == Change("theme", "stage")
    assert press_on(screen, look, "d") == Change("seat", 1.34)
    assert press_on(screen, look, "r") == Change("reduced_motion", True)
    assert press_on(screen, look, "l") == Change("language", "nl")
    assert coffee.entry is not None
    assert coffee.entry.title == "Vijf koffie"
    press_on(screen, look, "o")
    assert coffee.moment is not None
    assert coffee.moment.turns is ALL
    press_on(screen, look, "6")
    assert coffee.teams == 6
    pushed = [press_on(screen, look, name) for name in ("f", "/", "f1", "escape")]
    assert [type(p.screen) for p in pushed if isinstance(p, Push)] == [
        SearchScreen,
        SearchScreen,
        KeysScreen,
        PreviewMenu,
    ]


def test_its_keys_are_on_the_wall_and_so_is_its_menu(coffee: Stand) -> None:
    told = dict(key_rows())
    assert len(told) == len(key_rows())
    assert {"L", "T", "D", "R", "O", "E", "Esc"} <= told.keys()
    menu: MenuScreen = PreviewMenu(coffee)
    look = look_at()
    labels = [item.label for item in menu.items(look)]
    assert {"Search", "Keys", "Language", "Light", "Last row", "Motion", "Quit"} <= {*labels}
    assert "Sound" not in labels
    assert activate(menu, look, "Language") == Change("language", "nl")
    assert coffee.spoken == "nl"


def test_what_moves_stays_within_what_is_told_of_it(coffee: Stand) -> None:
    look = look_at(Wall((640, 360)))
    moved = 0
    for id_ in ("five-coffees", "bell", "steps"):
        coffee.find(id_)
        screen = PreviewScreen(coffee)
        while here(coffee)[1] != "talk":
            screen.on_next(look)
            if screen.moving(look):
                moved += check_frame(screen, look)
            screen.finish(look)
    assert moved > 0


def test_a_window_of_any_shape_is_drawn(coffee: Stand) -> None:
    for size in ((200, 150), (1600, 300), (300, 900), (1, 1)):
        wall = Wall(size)
        look = look_at(wall)
        screen = PreviewScreen(coffee)
        surface = wall.surface()
        screen.paint(wall.canvas(surface), look)
        screen.move(wall.canvas(surface), look, Dirty())
        assert screen.hotspots(look)
