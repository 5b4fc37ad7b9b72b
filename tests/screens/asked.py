"""A card that is asked: its scene, and hands on the keys."""

from __future__ import annotations

from typing import Any

from game.rules.actions import Next
from game.rules.state import State
from game.screens.inputs import Press
from game.screens.kit.wall import Wall
from game.screens.scenes.question import QuestionScene
from game.screens.screen import Do, Look
from tests.screens.cardtable import WIDE, look_of, on_card
from tests.screens.inside import happen, play


def table(state: State, wall: Wall = WIDE) -> tuple[QuestionScene, Look]:
    """The scene, and what it sees."""
    return QuestionScene(), look_of(state, wall)


def press(scene: QuestionScene, look: Look, key: str) -> tuple[Any, Look]:
    """A key; what it asks for is done."""
    outcome = scene.on_press(Press(key), look)
    if isinstance(outcome, Do):
        look = happen(scene, look, outcome.action)[0]
    return outcome, look


def typed(scene: QuestionScene, look: Look, keys: str) -> Look:
    """Keys in a row."""
    for key in keys:
        look = press(scene, look, key)[1]
    return look


def discussed(card: str, **setup: Any) -> State:
    """A card that is being discussed."""
    return play(on_card(card, **setup), Next())
