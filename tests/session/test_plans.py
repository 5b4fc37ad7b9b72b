"""What is kept of a plan that was typed beside "If…" and "then…"."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game import i18n
from game.rules.actions import CommitPlan, WritePlan
from game.rules.state import IfThen
from game.screens.debrief.writing import CommitEditor
from game.screens.editor import Editor
from game.screens.inputs import Typed
from game.screens.planeditor import PlanEditor
from game.screens.screen import Do
from game.session.controls.after import written
from game.session.plans import plan_of
from game.session.telling.debrief import plan_sentence
from tests.screens.outside import look_at, press
from tests.session import evening

LOOK = look_at(state=evening.header(3).lobby())


@pytest.fixture
def dutch() -> Iterator[None]:
    i18n.set_language("nl")
    yield
    i18n.set_language(i18n.SOURCE_LANGUAGE)


@pytest.mark.parametrize(
    ("cue", "action"),
    [
        ("a customer waits", "I look up"),
        ("If a customer waits", "then I look up"),
        ("  IF a customer waits ", "Then, I look up"),
        ("if… a customer waits", "then: I look up"),
    ],
)
def test_if_and_then_are_said_once_however_they_were_typed(cue: str, action: str) -> None:
    assert plan_of(cue, action) == IfThen(cue="a customer waits", action="I look up")
    assert plan_sentence(plan_of(cue, action)) == "If a customer waits, then I look up"


@pytest.mark.parametrize("cue", ["if", "If ", "iffy weather comes", "what if it rains", ""])
def test_words_that_only_look_like_it_are_kept(cue: str) -> None:
    assert plan_of(cue, "") == IfThen(cue=cue.strip())


def test_who_and_when_are_left_as_they_are() -> None:
    assert plan_of("", "", " if anybody, Ada ", " then ") == IfThen(
        who="if anybody, Ada", by_when="then"
    )


def test_it_is_the_words_of_the_language_spoken(dutch: None) -> None:
    assert plan_of("Als ik wacht", "dan glimlach ik") == IfThen(
        cue="ik wacht", action="glimlach ik"
    )
    assert plan_of("if", "then we shall see").action == "then we shall see"


def _typed(editor: Editor) -> IfThen:
    for text in ("if it rains", "then we close"):
        editor.on_typed(Typed(text), LOOK)
        editor.on_press(press("return"), LOOK)
    outcome = editor.on_press(press("return", ctrl=True), LOOK)
    assert isinstance(outcome, Do)
    assert isinstance(outcome.action, WritePlan | CommitPlan)
    return outcome.action.plan


def test_wall_and_console_keep_the_same() -> None:
    kept = IfThen(cue="it rains", action="we close")
    assert _typed(PlanEditor(1, None)) == kept
    assert _typed(CommitEditor(1)) == kept
    typed = {"cue": "if it rains", "action": "then we close", "who": "", "by_when": ""}
    assert written(typed) == kept
