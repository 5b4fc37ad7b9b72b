"""The brief says the rules of this session, and no others."""

from __future__ import annotations

from typing import Any

import pytest

from game.rules.actions import Begin, Next
from game.rules.cards import Play
from game.rules.state import State, evolve
from game.screens.kit.wall import Wall
from game.screens.scenes.brief import BriefScene, lay, panels
from game.screens.scenes.words import either, number_word, sentence
from game.screens.screen import Do, Stay
from tests.screens.inside import lobby, play, private, seen
from tests.screens.outside import (
    both_languages,
    check_places,
    draw,
    every_wall_in_its_language,
    picture,
    speak,
)

FAR = Wall((1280, 800), seat=1.69)


def brief(teams: int = 4, **setup: Any) -> State:
    return play(lobby(teams, **setup), Begin())


def titles(state: State) -> list[str]:
    return [panel.title for panel in panels(state)]


@every_wall_in_its_language
def test_all_can_be_read_on_every_wall(
    wall: Wall, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(language)
    for state in (brief(3, language=language), brief(8, language=language, together=True)):
        scene, look = BriefScene(), seen(state, wall)
        words = ""
        while True:
            drawn = draw(scene, look, monkeypatch)
            assert drawn.overflowing() == []
            assert drawn.smaller_than(wall.S) == []
            check_places(scene, look)
            words += drawn.words.replace("\n", " ")
            if not isinstance(scene.on_next(look), Stay):
                break
        for panel in panels(state):
            assert panel.text.split()[0] in words
        assert not any(note in words for note in private(state))


def test_texts_are_set_as_body_or_larger() -> None:
    for wall in (Wall((1920, 1080)), Wall((1024, 768)), FAR, Wall((1080, 1920))):
        pages = lay(wall, panels(brief(4)))
        assert min(place.text.size for page in pages for place in page) >= wall.M - 0.5
        assert sum(map(len, pages)) == 4


def test_what_is_told_follows_the_house_rules() -> None:
    assert titles(brief(4)) == ["The aim", "The turn", "The bell", "The other view"]
    assert titles(brief(4, other_view=False)) == ["The aim", "The turn", "The bell"]
    assert titles(brief(4, view_tokens=0)) == ["The aim", "The turn", "The bell"]
    assert titles(brief(1)) == ["The aim", "The turn"]
    state = brief(2)
    quiet = tuple(card for card in state.content.cards if card.play is not Play.BELL)
    without = evolve(state, content=evolve(state.content, cards=quiet))
    assert "The bell" not in titles(without)


def test_numbers_are_those_of_the_session() -> None:
    texts = [panel.text for panel in panels(brief(4, bell_right=3, bell_wrong=0, passes=1))]
    assert texts[2].endswith("Right wins three, wrong costs nothing.")
    assert texts[1].endswith("You may pass one card.")
    assert "pass" not in panels(brief(4, passes=0))[1].text


def test_together_another_turn_and_another_view_are_told() -> None:
    together, one = panels(brief(8, together=True)), panels(brief(4))
    assert together[1].text != one[1].text
    assert together[3].text != one[3].text
    assert "Every team answers every card" in together[1].text


def test_next_turns_every_page_before_the_game_goes_on() -> None:
    state = brief(4)
    scene, look = BriefScene(), seen(state, FAR)
    n = len(lay(FAR, panels(state)))
    assert n == 4
    pictures = [picture(scene, look)]
    for _page in range(n - 1):
        key = scene.key(look)
        assert scene.on_next(look) == Stay()
        assert scene.key(look) != key
        pictures.append(picture(scene, look))
    assert len(set(pictures)) == n
    assert scene.on_next(look) is None
    assert scene.hotspots(look)[0].activate() == Do(Next())
    for _page in range(n - 1):
        assert scene.on_previous(look) == Stay()
    assert scene.on_previous(look) is None
    assert picture(scene, look) == pictures[0]


def test_a_page_that_is_gone_with_the_window_is_not_missed() -> None:
    state = brief(4)
    scene = BriefScene()
    scene.on_next(seen(state, FAR))
    wide = seen(state, Wall((1920, 1080)))
    assert scene.on_next(wide) is None
    assert scene.on_previous(wide) is None


@both_languages
def test_small_numbers_are_words(language: str) -> None:
    speak(language)
    words = [number_word(n) for n in range(13)]
    assert len(set(words)) == 13
    assert all(not word.isdigit() for word in words)
    assert number_word(13) == "13"
    assert number_word(-1) == "-1"


def test_sentences_and_alternatives() -> None:
    assert sentence("four cards") == "Four cards"
    assert sentence("") == ""
    assert either(["A"]) == "A"
    assert either(["A", "B", "C"]) == "A, B or C"
