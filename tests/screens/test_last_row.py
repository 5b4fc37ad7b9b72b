"""With long names, too, whatever is read from the last row is at least as large as a label."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.rules.scoring import Award, AwardKind
from game.rules.state import evolve
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.platewords import words_of
from game.screens.scenes.podium import draw_award
from game.screens.scenes.side import resting_bell
from game.screens.screen import Look, Screen
from tests.screens.cardtable import look_of, moment, scene_of, stage_of
from tests.screens.inside import lobby
from tests.screens.outside import draw, speak

NAMES = {
    "nl": ("Oranje", "Hemelbestormers", "Groen", "De gele paraplu’s", *"ABCD"),
    "en": ("Orange", "Skyscrapers United", "Green", "The Yellow Umbrellas", *"ABCD"),
}
SCREENS = (
    "dilemma-read", "everyone-read", "open", "plan", "grid", "grid-number", "grid-order", "split",
    "bell-early", "judge", "reveal-dilemma", "reveal-open", "talk-dilemma",
)  # fmt: skip


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("name", SCREENS)
def test_nothing_is_smaller_than_a_label_on_a_narrow_wall(
    name: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(language)
    wall = Wall((1024, 768))
    state = moment(name, language, NAMES[language])
    found = draw(scene_of(state), look_of(state, wall), monkeypatch)
    assert found.smaller_than(wall.S) == []


FARTHEST = (
    "judge", "judge-view", "judge-plan", "judge-no-plan", "votes", "votes-asked", "votes-full",
    "plan", "plan-written", "split", "split-taken", "view", "open-view",
    "reveal-everyone", "bell-armed", "reveal-open", "reveal-plan",
    "grid-number", "grid-order",
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "language"),
    [(name, ("en", "nl")[i % 2]) for i, name in enumerate(FARTHEST)],
)
def test_on_a_narrow_wall_words_are_labels_at_least_for_the_farthest_row_too(
    name: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key's letter is for the hand beside it, and may be smaller."""
    wall = Wall((1024, 768), seat=1.69)
    speak(language)
    state = moment(name, language)
    found = draw(scene_of(state), look_of(state, wall), monkeypatch)
    assert found.overflowing() == []
    assert [text for text in found.smaller_than(wall.S) if len(text) > 1] == []


def test_the_closed_bell_keeps_quiet_rather_than_whisper(monkeypatch: pytest.MonkeyPatch) -> None:
    state = moment("everyone-read")
    look = look_of(state)

    class OnlyBell(Screen):
        def paint(self, canvas: Canvas, look: Look) -> None:
            resting_bell(canvas, look.game, stage_of(look.game), box, "head")

    told = {}
    for wide in (600, 300, 200):
        box = Box(0, 0, wide, 120)
        found = draw(OnlyBell(), look, monkeypatch)
        assert found.smaller_than(look.wall.S) == []
        told[wide] = found.words.replace("\n", " ").strip()
    assert told == {
        600: "The bell opens when all cards are up",
        300: "Bell: when all cards are up",
        200: "",
    }


def test_names_in_the_grid_have_one_size(monkeypatch: pytest.MonkeyPatch) -> None:
    speak("nl")
    state = moment("grid", "nl", NAMES["nl"])
    found = draw(scene_of(state), look_of(state, Wall((1024, 768))), monkeypatch)
    names = ("Oranje", "Hemelbe- stormers", "Groen", "De gele paraplu’s")
    sizes = [text.size for text in found.texts if " ".join(text.lines) in names]
    assert len(sizes) == len(names)
    assert len(set(sizes)) == 1


def test_teams_that_share_an_award_are_counted_where_their_names_would_be_tiny(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state = moment("dilemma-read", "en", NAMES["en"])
    award = Award(AwardKind.CONNECTOR, tuple(team.id for team in state.teams[1:4]), 3)

    class OnlyAward(Screen):
        def paint(self, canvas: Canvas, look: Look) -> None:
            draw_award(canvas, look.game, award, box)

    look = look_of(state)
    box = Box(0, 0, 1700, 300)
    assert "Skyscrapers United, Green" in draw(OnlyAward(), look, monkeypatch).words.replace(
        "\n", " "
    )
    box = Box(0, 0, 800, 260)
    found = draw(OnlyAward(), look, monkeypatch)
    assert "Three teams" in found.words
    assert found.smaller_than(look.wall.S) == []


def test_many_decks_are_counted_on_the_plate() -> None:
    state = lobby()
    deck = state.content.decks[0]
    for n, told in ((1, deck.title), (2, f"{deck.title} · {deck.title}"), (3, "Three decks")):
        content = replace(state.content, decks=(deck,) * n)
        assert words_of(evolve(state, content=content)).title == told
