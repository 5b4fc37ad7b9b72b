"""Writing a plan or an insight over the running game."""

from __future__ import annotations

import pytest

from game.rules.actions import NoteInsight, WritePlan
from game.rules.state import IfThen
from game.screens.editor import Editor
from game.screens.inputs import Composing, Pointer, Typed
from game.screens.insight import InsightEditor
from game.screens.kit.wall import Wall
from game.screens.planeditor import PlanEditor
from game.screens.screen import Do, Pop, Stay
from tests.screens.outside import (
    NEAR,
    activate,
    check_places,
    draw,
    every_wall_in_its_language,
    look_at,
    picture,
    press,
    speak,
)
from tests.session import evening

LONG = "a customer tells us the same thing for the second time, by phone and once more in writing, "
STATE = evening.header(3).lobby()
LOOK = look_at(state=STATE)


def write(editor: Editor, text: str) -> None:
    editor.on_typed(Typed(text), LOOK)


def plan() -> PlanEditor:
    return PlanEditor(1, None)


def test_enter_goes_from_part_to_part_and_the_last_one_saves() -> None:
    editor = plan()
    for text in ("it rains ", "we close", "Ada"):
        write(editor, text)
        assert editor.on_press(press("return"), LOOK) == Stay()
    write(editor, "Monday")
    kept = IfThen(cue="it rains", action="we close", who="Ada", by_when="Monday")
    assert editor.on_press(press("return"), LOOK) == Do(WritePlan(1, kept))


def test_ctrl_enter_saves_at_once() -> None:
    editor = plan()
    write(editor, "it rains")
    assert editor.on_press(press("return", ctrl=True), LOOK) == Do(
        WritePlan(1, IfThen(cue="it rains"))
    )


def test_a_plan_is_changed_where_it_stands() -> None:
    editor = PlanEditor(2, IfThen(cue="it rains", by_when="Monday"))
    editor.on_press(press("tab", shift=True), LOOK)
    write(editor, " at nine")
    outcome = activate(editor, LOOK, "Keep")
    assert outcome == Do(WritePlan(2, IfThen(cue="it rains", by_when="Monday at nine")))


@pytest.mark.parametrize(
    ("keys", "part"),
    [(["tab"], 1), (["tab"] * 4, 0), (["down", "down"], 2), (["down"] * 9, 3), (["down", "up"], 0)],
)
def test_keys_go_from_part_to_part(keys: list[str], part: int) -> None:
    editor = plan()
    for key in keys:
        assert editor.on_press(press(key), LOOK) == Stay()
    assert editor.active == part


def test_next_alone_leaves_the_editor_and_keeps_what_is_there() -> None:
    editor = plan()
    write(editor, "it rains")
    outcomes = [editor.on_press(press("page down"), LOOK) for _ in range(4)]
    assert outcomes == [Stay()] * 3 + [Do(WritePlan(1, IfThen(cue="it rains")))]


def test_no_shortcut_fires_while_someone_types() -> None:
    editor = plan()
    assert editor.typing
    for key in ("b", "n", "p", "space", "m", "1", ".", "k", "h"):
        assert editor.on_press(press(key), LOOK) == Stay()
    for key in ("escape", "f11", "f1"):
        assert editor.on_press(press(key), LOOK) is None


def test_the_input_methods_enter_is_not_the_editors() -> None:
    editor = plan()
    editor.on_typed(Composing("に"), LOOK)
    assert editor.on_press(press("return"), LOOK) == Stay()
    assert editor.active == 0


def test_an_insight_is_noted_for_its_team() -> None:
    editor = InsightEditor(2)
    write(editor, " nobody calls back ")
    assert editor.on_press(press("enter"), LOOK) == Do(NoteInsight(2, "nobody calls back"))


def test_an_empty_insight_is_none() -> None:
    editor = InsightEditor(None)
    write(editor, "   ")
    assert editor.on_press(press("return"), LOOK) == Pop()
    assert activate(editor, LOOK, "Leave it") == Pop()


def test_pointing_puts_the_cursor_there_and_drawing_selects() -> None:
    editor = PlanEditor(1, IfThen(cue="it rains", action="we close early"))
    _label, box = editor.rows(NEAR)[1]
    assert editor.on_pointer(Pointer("down", box.x + 30, box.cy), LOOK) == Stay()
    assert (editor.active, editor.fields[1].cursor) == (1, 0)
    editor.on_pointer(Pointer("move", box.right + 200, box.cy), LOOK)
    assert editor.fields[1].selection == (0, len("we close early"))
    editor.on_pointer(Pointer("up", box.right, box.cy), LOOK)
    assert editor.on_pointer(Pointer("move", box.x, box.cy), LOOK) is None
    write(editor, "we stay open")
    assert editor.fields[1].text == "we stay open"


def test_pointing_at_a_button_is_left_to_it() -> None:
    editor = plan()
    keep, _leave = editor.buttons(NEAR)
    assert editor.on_pointer(Pointer("down", keep.cx, keep.cy), LOOK) is None


def test_the_picture_changes_with_the_key_and_only_then() -> None:
    editor = plan()
    before = editor.key(LOOK), picture(editor, LOOK)
    assert before == (editor.key(LOOK), picture(editor, LOOK))
    write(editor, "it rains")
    assert editor.key(LOOK) != before[0]
    assert picture(editor, LOOK) != before[1]


@every_wall_in_its_language
def test_everything_stays_on_the_sheet(
    wall: Wall, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(language)
    look = look_at(wall, STATE)
    long = IfThen(cue=LONG * 3, action=LONG * 3, who=LONG, by_when="Monday")
    editors: list[Editor] = [PlanEditor(1, long), plan(), InsightEditor(0), InsightEditor(None)]
    for editor in editors:
        for active in range(len(editor.fields)):
            editor.active = active
            check_places(editor, look)
            sheet = editor.box(wall)
            for box in [*editor.buttons(wall), *(b for row in editor.rows(wall) for b in row)]:
                assert box.x >= sheet.x
                assert box.y >= sheet.y
                assert box.right <= sheet.right + 0.5
                assert box.bottom <= sheet.bottom + 0.5
        drawn = draw(editor, look, monkeypatch)
        assert not drawn.overflowing()
        assert not drawn.smaller_than(wall.S)
