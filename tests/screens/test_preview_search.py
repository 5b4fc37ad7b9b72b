"""A card of the previewed deck is found: by its words, in the list."""

from __future__ import annotations

import pytest

from game.app.preview import load, props
from game.screens.inputs import Press, Typed
from game.screens.kit.wall import Wall
from game.screens.preview.search import SearchScreen
from game.screens.preview.shelf import matches
from game.screens.preview.stand import Stand
from game.screens.screen import Pop, Stay
from tests.screens.outside import OLD, TOTEM, WIDE, activate, draw, library, look_at
from tests.screens.preview_decks import SMALL, here


def test_what_begins_with_the_words_comes_first_and_prompts_last(coffee: Stand) -> None:
    def found(words: str) -> list[str]:
        return [coffee.entries[i].id for i in matches(coffee.entries, words)]

    assert found("steps") == ["steps"]
    assert found("BELL") == ["bell"]
    assert found("coffee")[0] == "five-coffees"
    assert found("cup best") == ["tell"]
    assert found("own")[0] == "own-cup"
    assert found("nothing of the kind") == []
    assert len(found("")) == len(coffee.entries)


def test_typing_searches_and_switches_nothing(coffee: Stand) -> None:
    screen, look = SearchScreen(coffee), look_at(SMALL)
    assert screen.typing
    for letter in "tld":
        assert isinstance(screen.on_press(Press(letter), look), Stay)
    for letter in "mon":
        screen.on_typed(Typed(letter), look)
    assert isinstance(screen.on_press(Press("return"), look), Pop)
    assert here(coffee) == ("plan", "read")


def test_the_list_is_gone_through_and_pointed_at(coffee: Stand) -> None:
    screen, look = SearchScreen(coffee), look_at()
    screen.on_press(Press("down"), look)
    screen.on_press(Press("down"), look)
    screen.on_press(Press("up"), look)
    screen.on_press(Press("return"), look)
    assert here(coffee)[0] == "quiz"
    assert isinstance(activate(SearchScreen(coffee), look, "Monday"), Pop)
    assert here(coffee)[0] == "plan"
    nobody = SearchScreen(coffee)
    nobody.on_typed(Typed("zzz"), look)
    assert nobody.hotspots(look) == []
    assert isinstance(nobody.on_press(Press("return"), look), Pop)
    assert here(coffee)[0] == "plan"


def test_a_line_that_goes_on_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    stand = Stand(props(), "en")
    stand.take(load(library().deck("outside-in").path))
    told = {entry.id: " ".join(entry.prompt.split()) for entry in stand.entries}
    for wall in (Wall(OLD), Wall(WIDE), Wall(TOTEM)):
        found = draw(SearchScreen(stand), look_at(wall), monkeypatch)
        lines = [" ".join(text.lines) for text in found.texts]
        shown = [(line, id_) for line in lines for id_ in told if f" · {id_} · " in line]
        assert any(line.endswith("…") for line in lines)
        for line, id_ in shown:
            assert line.endswith(("…", told[id_]))
