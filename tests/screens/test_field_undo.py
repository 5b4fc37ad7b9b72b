"""What was done to a field is taken back and made again; cut and pasted, and what had no room."""

from __future__ import annotations

from typing import Any

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens.inputs import Typed
from game.screens.textfield import TextField, one_line
from tests.screens.outside import press


class Clipboard:
    """Stands for the window system's."""

    def __init__(self) -> None:
        self.text: str | None = None

    def put_text(self, text: str) -> None:
        self.text = text

    def get_text(self) -> str | None:
        return self.text


@pytest.fixture
def clipboard(monkeypatch: pytest.MonkeyPatch) -> Clipboard:
    made = Clipboard()
    monkeypatch.setattr(pygame, "scrap", made)
    return made


def test_cut_copy_and_paste(clipboard: Clipboard) -> None:
    field = TextField("Sales team")
    for key in ("a", "c"):
        field.press(press(key, ctrl=True))
    assert clipboard.text == "Sales team"
    field.press(press("x", ctrl=True))
    assert field.text == ""
    for _ in range(2):
        field.press(press("v", ctrl=True))
    assert field.text == "Sales teamSales team"


def test_nothing_selected_copies_nothing(clipboard: Clipboard) -> None:
    TextField("Sales").press(press("c", ctrl=True))
    assert clipboard.text is None


def test_pasted_lines_become_one_and_no_more_than_there_is_room_for(clipboard: Clipboard) -> None:
    clipboard.text = "one\r\ntwo\tthree\x00" + "!" * 50
    field = TextField("", most=20)
    field.press(press("v", ctrl=True))
    assert field.text == "one two three!!!!!!!"


@pytest.mark.parametrize("trouble", [pygame.error("no"), NotImplementedError("no")])
def test_without_a_clipboard_nothing_breaks(
    trouble: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken:
        def __getattr__(self, name: str) -> Any:
            raise trouble

    monkeypatch.setattr(pygame, "scrap", Broken())
    field = TextField("Sky")
    for key in ("a", "c", "v", "a", "x"):
        field.press(press(key, ctrl=True))
    assert field.text == ""


@given(st.text(max_size=60))
def test_any_text_becomes_one_line_that_stays_as_it_is(text: str) -> None:
    line = one_line(text)
    assert not set(line) & set("\n\r\t\v\f\u2028\u2029\x00")
    assert one_line(line) == line
    assert TextField(text).text == line


# -- back and again


def test_typing_is_taken_back_a_word_at_a_time_and_made_again() -> None:
    field = TextField()
    for sign in "it rains":
        field.type(Typed(sign))
    assert field.press(press("z", ctrl=True))
    assert field.text == "it "
    field.press(press("z", ctrl=True))
    field.press(press("z", ctrl=True))
    assert field.text == ""
    field.press(press("z", ctrl=True))
    for _step in range(3):
        field.press(press("z", ctrl=True, shift=True))
    assert (field.text, field.cursor) == ("it rains", 8)
    field.press(press("z", ctrl=True))
    field.press(press("y", ctrl=True))
    assert field.text == "it rains"


def test_what_was_cut_pasted_or_erased_comes_back(clipboard: Clipboard) -> None:
    field = TextField("it rains")
    field.press(press("a", ctrl=True))
    field.press(press("x", ctrl=True))
    assert (field.text, clipboard.text) == ("", "it rains")
    field.press(press("v", ctrl=True))
    field.press(press("backspace", ctrl=True))
    assert field.text == "it "
    for expected in ("it rains", "", "it rains"):
        field.press(press("z", ctrl=True))
        assert field.text == expected
    field.type(Typed("!"))
    field.press(press("y", ctrl=True))
    assert field.text == "it rains!"


@given(st.lists(st.sampled_from(["a", " ", "é", "back", "left", "home", "paste"]), max_size=25))
def test_every_change_can_be_taken_back_to_the_beginning(doings: list[str]) -> None:
    field = TextField("begin")
    for doing in doings:
        match doing:
            case "back":
                field.press(press("backspace"))
            case "left" | "home":
                field.press(press(doing, shift=True))
            case "paste":
                field.insert("two words")
            case _:
                field.type(Typed(doing))
    after = field.text
    for _doing in doings:
        field.undo()
    assert field.text == "begin"
    for _doing in doings:
        field.redo()
    assert field.text == after


def test_what_has_no_room_is_counted_until_something_else_is_done(clipboard: Clipboard) -> None:
    field = TextField(most=10)
    clipboard.text = "x" * 10_000
    field.press(press("v", ctrl=True))
    assert (len(field.text), field.left_out) == (10, 9990)
    field.press(press("backspace"))
    assert field.left_out == 0
