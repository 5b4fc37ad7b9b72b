"""A card that is revealed: its scene, and all it says."""

from __future__ import annotations

from typing import Any

import pytest

from game.rules.actions import Next
from game.rules.apply import apply
from game.rules.cards import ChoiceCard, Option
from game.rules.state import State, Step
from game.screens.kit.wall import Wall
from game.screens.scenes.reveal import RevealScene
from game.screens.screen import Look
from tests.screens.cardtable import ALL_DILEMMA, WIDE, answered, look_of, stage_of
from tests.screens.inside import play, seen
from tests.screens.outside import draw


def words_of(state: State, monkeypatch: pytest.MonkeyPatch, wall: Wall = WIDE) -> str:
    """Everything all faces say."""
    scene, look = RevealScene(), look_of(state, wall)
    words = ""
    for _ in range(9):
        words += draw(scene, look, monkeypatch).words.replace("\n", " ") + " "
        if scene.on_next(look) is None:
            return words
    raise AssertionError("the faces never end")


def came(state: State, wall: Wall = WIDE, at: int = 9000) -> tuple[RevealScene, Look]:
    """Next reveals it, now."""
    after, events = apply(state, Next(), at)
    assert stage_of(after).step is Step.REVEAL
    scene, look = RevealScene(), seen(after, wall, at=at)
    scene.hear(events, state, look)
    return scene, look


def everyone(answers: tuple[Any, ...] = (0, 1, 1, 1)) -> State:
    """A split whose bell nobody rings, about to be revealed."""
    return play(answered(ALL_DILEMMA, answers), Next(), at=100)


def choice(*points: int, key: int | None = None) -> ChoiceCard:
    """A card whose options pay these points."""
    return ChoiceCard(
        id="x", category="c", title="T", prompt="?", key=key,
        options=tuple(Option(text=str(p), points=p) for p in points),
    )  # fmt: skip
