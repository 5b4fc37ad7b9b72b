"""Typing: cursor, selection, clipboard, accents, input methods, and where a field's text stands."""

from __future__ import annotations

import itertools
from typing import Any

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens.fieldview import CARET, draw_field, fitting_size, lay_field, lay_lines
from game.screens.inputs import Composing, Typed
from game.screens.kit.text import BODY, text_width
from game.screens.kit.wall import Box
from game.screens.textfield import TextField, one_line
from tests.screens.outside import NEAR, press

E_ACUTE = "e\u0301"
FAMILY = "\U0001f469\u200d\U0001f467"


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


def typed(text: str, *keys: Any) -> TextField:
    field = TextField(text)
    for key in keys:
        field.press(key)
    return field


# -- cursor and selection


def test_the_cursor_begins_behind_the_text() -> None:
    field = TextField("Sky")
    field.type(Typed("!"))
    assert field.text == "Sky!"


def test_text_goes_where_the_cursor_stands() -> None:
    field = typed("Sky", press("home"), press("right"))
    field.type(Typed("ee"))
    assert field.text == "Seeky"
    assert field.cursor == 3


def test_shift_selects_and_typing_replaces_what_is_selected() -> None:
    field = typed("Sales team", *[press("left", shift=True)] * 4)
    assert field.selection == (6, 10)
    field.type(Typed("people"))
    assert field.text == "Sales people"
    assert field.anchor is None


@pytest.mark.parametrize(("key", "stands"), [("left", 6), ("right", 10)])
def test_an_arrow_leaves_a_selection_at_its_end(key: str, stands: int) -> None:
    field = typed("Sales team", *[press("left", shift=True)] * 4, press(key))
    assert field.cursor == stands
    assert field.selection == (stands, stands)


def test_ctrl_goes_from_word_to_word() -> None:
    field = typed("one  two three", press("home"), press("right", ctrl=True))
    assert field.cursor == 3
    field.press(press("right", ctrl=True))
    assert field.cursor == 8
    field.press(press("left", ctrl=True))
    assert field.cursor == 5


def test_backspace_and_delete_take_one_sign_or_one_word() -> None:
    assert typed("Orange", press("backspace")).text == "Orang"
    assert typed("Orange", press("home"), press("delete")).text == "range"
    assert typed("Orange team", press("backspace", ctrl=True)).text == "Orange "
    assert typed("Orange team", press("home"), press("delete", ctrl=True)).text == " team"
    assert typed("", press("backspace")).text == ""


def test_keys_that_do_not_edit_are_left_to_the_screen() -> None:
    field = TextField("Sky")
    for key in (press("return"), press("tab"), press("up"), press("f1"), press("b", ctrl=True)):
        assert not field.press(key)
    assert field.text == "Sky"


# -- signs that are several characters


@pytest.mark.parametrize("sign", [E_ACUTE, FAMILY, "\U0001f1f3\U0001f1f1"])
def test_the_cursor_never_stands_inside_a_sign(sign: str) -> None:
    field = TextField()
    field.text, field.cursor = f"a{sign}b", len(sign) + 2
    field.press(press("left"))
    field.press(press("left"))
    assert field.cursor == 1
    field.press(press("right"))
    assert field.cursor == 1 + len(sign)
    field.press(press("backspace"))
    assert field.text == "ab"


def test_a_letter_and_its_accent_become_one_sign() -> None:
    field = TextField()
    field.type(Typed(E_ACUTE))
    assert field.text == "é"


def test_a_sign_is_not_cut_where_the_room_ends() -> None:
    field = TextField("ab", most=4)
    field.insert("c" + FAMILY)
    assert field.text == "abc"


# -- input methods


def test_what_is_composed_is_shown_but_not_entered() -> None:
    field = typed("ab", press("left"))
    field.type(Composing("に"))
    assert field.text == "ab"
    assert field.shown == "aにb"
    field.type(Typed("日"))
    assert (field.text, field.composing) == ("a日b", "")


def test_keys_belong_to_the_input_method_while_it_composes() -> None:
    field = TextField("ab")
    field.type(Composing("に"))
    assert field.press(press("backspace"))
    assert field.text == "ab"
    assert not field.press(press("return"))


def test_composing_takes_the_place_of_the_selection() -> None:
    field = TextField("ab")
    field.select_all()
    field.type(Composing("x"))
    assert field.shown == "x"


# -- clipboard


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


# -- where it stands

WORDS = "when a customer tells the same story for a second time, I write it down at once"


@pytest.mark.parametrize("text", ["", WORDS, "x" * 200, "a " * 80, WORDS + " é日本語"])
def test_lines_hold_every_character_and_fit_their_width(text: str) -> None:
    lines = lay_lines(NEAR, text, 420, 48)
    assert lines[0][0] == 0
    assert lines[-1][1] == len(text)
    for (_, end), (start, _) in itertools.pairwise(lines):
        assert end == start
    for start, end in lines:
        wide = text_width(NEAR, text[start:end].rstrip(), 48, BODY)
        assert wide <= 420 or end - start == 1


def test_lines_break_behind_spaces() -> None:
    lines = lay_lines(NEAR, WORDS, 420, 48)
    assert len(lines) > 2
    assert all(WORDS[end - 1] == " " for _, end in lines[:-1])


def test_a_field_shows_the_lines_round_its_cursor() -> None:
    field = TextField(" ".join([WORDS] * 3))
    box = Box(100, 100, 500, 160)
    laid = lay_field(NEAR, box, field, 48)
    assert len(laid.lines) == 2
    assert laid.lines[-1][1] == len(field.text)
    field.press(press("home"))
    assert lay_field(NEAR, box, field, 48).lines[0][0] == 0


def test_a_field_nobody_types_in_shows_its_beginning() -> None:
    field = TextField(" ".join([WORDS] * 3))
    laid = lay_field(NEAR, Box(100, 100, 500, 160), field, 48, active=False)
    assert laid.lines[0][0] == 0
    assert laid.cut


def test_pointing_at_a_character_finds_it_again() -> None:
    field = TextField(WORDS)
    laid = lay_field(NEAR, Box(100, 100, 700, 400), field, 48)
    for i, (start, end) in enumerate(laid.lines):
        for at in range(start, end):
            assert laid.index_at(laid.x(i, at) + 1, laid.line(i).cy) == at
    bottom = laid.line(len(laid.lines) - 1)
    assert laid.index_at(5000, bottom.cy) == len(WORDS)


def test_right_to_left_begins_at_the_right() -> None:
    laid = lay_field(NEAR, Box(0, 0, 800, 100), TextField("שלום"), 48)
    assert laid.rtl
    assert laid.x(0, 0) > laid.x(0, 4)


def test_the_larger_size_is_taken_while_all_of_it_is_seen() -> None:
    box = Box(0, 0, 700, 100)
    assert fitting_size(NEAR, box, TextField("Sky"), (48, 34)) == 48
    assert fitting_size(NEAR, box, TextField(WORDS), (48, 34)) == 34


def pixels(field: TextField, *, active: bool = True) -> bytes:
    surface = pygame.Surface(NEAR.size)
    draw_field(NEAR.canvas(surface), Box(40, 40, 700, 120), field, active=active)
    return pygame.image.tobytes(surface, "RGB")


def test_cursor_selection_and_composing_are_seen() -> None:
    field = TextField("Orange")
    seen = {pixels(field), pixels(field, active=False)}
    field.press(press("home"))
    seen.add(pixels(field))
    field.press(press("end", shift=True))
    seen.add(pixels(field))
    field.place(0)
    field.type(Composing("é"))
    seen.add(pixels(field))
    assert len(seen) == 5
    assert CARET >= 4


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
