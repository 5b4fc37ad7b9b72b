"""A mirror: one question, and time."""

from __future__ import annotations

from typing import Any

import pytest

from game.rules.actions import Next, NoteInsight
from game.rules.cards import Mirror
from game.rules.state import MirrorTold, State, evolve
from game.screens.kit.wall import Wall
from game.screens.scenes.mirror import MirrorScene
from game.screens.screen import Do, Stay
from tests.screens.inside import LONG, play, private, ready, seen
from tests.screens.outside import check_places, draw, every_wall_in_its_language, speak


def mirror(teams: int = 4, i: int = 0, **setup: Any) -> State:
    state = ready(teams, **setup)
    return evolve(state, stage=MirrorTold(mirror=state.content.mirrors[i].id))


def asking(words: str) -> State:
    """A mirror with this question."""
    state = ready(3)
    own = Mirror(id="m/own", title="Own", prompt=words, notes="Silence is fine.")
    content = evolve(state.content, mirrors=(own,))
    content.__dict__.pop("mirror_by_id", None)
    return evolve(state, content=content, stage=MirrorTold(mirror="m/own"))


@every_wall_in_its_language
def test_every_question_can_be_read_on_every_wall(
    wall: Wall, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(language)
    mirrors = ready(2, deck="cx-facts", language=language).content.mirrors
    longest = max(range(len(mirrors)), key=lambda i: len(mirrors[i].prompt))
    for state in (
        mirror(4, longest, deck="cx-facts", language=language),
        mirror(8, 1, language=language, names=LONG, together=True),
    ):
        scene, look = MirrorScene(), seen(state, wall)
        words = ""
        while True:
            drawn = draw(scene, look, monkeypatch)
            assert drawn.overflowing() == []
            check_places(scene, look)
            words += drawn.words.replace("\n", " ") + " "
            if not isinstance(scene.on_next(look), Stay):
                break
        assert isinstance(state.stage, MirrorTold)
        prompt = state.content.mirror_by_id[state.stage.mirror].prompt
        assert prompt.split()[0] in words
        assert prompt.split()[-1] in words
        assert not any(note in words for note in private(state))


@pytest.mark.parametrize("i", range(7))
@pytest.mark.parametrize("deck", ["outside-in", "cx-facts"])
def test_questions_are_large_on_a_usual_wall(
    deck: str, i: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    wall = Wall((1920, 1080))
    state = mirror(4, i, deck=deck)
    drawn = draw(MirrorScene(), seen(state, wall), monkeypatch)
    prompt = state.content.mirrors[i].prompt
    question = next(t for t in drawn.texts if " ".join(t.lines) == prompt)
    assert question.size >= wall.L


def words_of(state: State, monkeypatch: pytest.MonkeyPatch) -> str:
    return draw(MirrorScene(), seen(state, Wall((1920, 1080))), monkeypatch).words


def test_it_says_what_looking_is_worth(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "One customer for looking" in words_of(mirror(), monkeypatch)
    assert "Two customers for looking" in words_of(mirror(mirror_points=2), monkeypatch)
    together = words_of(mirror(together=True), monkeypatch)
    assert "One customer for every team that looks" in together
    assert "looking" not in words_of(mirror(mirror_points=0), monkeypatch)


def test_it_tells_how_to_keep_an_insight_and_how_many_were(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state = mirror()
    assert "F2 keeps an insight" in words_of(state, monkeypatch)
    kept = play(state, NoteInsight(None, "We never asked."), NoteInsight(0, "Nor did we."))
    assert "Two insights kept" in words_of(kept, monkeypatch)
    elsewhere = evolve(kept, stage=MirrorTold(mirror=state.content.mirrors[1].id))
    assert "insights kept" not in words_of(elsewhere, monkeypatch)


def test_there_is_no_countdown() -> None:
    scene, look = MirrorScene(), seen(mirror())
    assert scene.wakes_at(look) is None
    assert not scene.moving(look)


def test_a_question_of_any_length_is_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    state = asking("word " * 220 + "end?")
    scene, look = MirrorScene(), seen(state, Wall((1024, 768), seat=1.69))
    words, keys = "", set()
    while True:
        drawn = draw(scene, look, monkeypatch)
        assert "Silence" not in drawn.words
        words += drawn.words
        keys.add(scene.key(look))
        outcome = scene.on_next(look)
        if not isinstance(outcome, Stay):
            break
    assert words.replace("\n", " ").count("word") == 220
    assert len(keys) > 2
    for _page in range(len(keys) - 1):
        assert scene.on_previous(look) == Stay()
    assert scene.on_previous(look) is None


def test_next_alone_pays_and_goes_on() -> None:
    state = mirror(2)
    scene, look = MirrorScene(), seen(state)
    assert scene.on_next(look) is None
    assert scene.hotspots(look)[0].activate() == Do(Next())
    assert play(state, Next()).teams[0].customers == 1
