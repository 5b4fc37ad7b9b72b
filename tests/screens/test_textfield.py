"""Typing: cursor, selection, accents, and input methods."""

from __future__ import annotations

from typing import Any

import pytest

from game.screens.inputs import Composing, Typed
from game.screens.textfield import TextField
from tests.screens.outside import press

E_ACUTE = "e\u0301"
FAMILY = "\U0001f469\u200d\U0001f467"


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


@pytest.mark.parametrize(("key", "sign"), [("a", "á"), ("z", "æ"), ("y", "ü"), ("c", "©")])
def test_altgr_types_and_does_nothing_else(key: str, sign: str) -> None:
    """On Windows it is Ctrl and Alt: with A, all that was typed would be selected, and replaced."""
    field = typed("Caf")
    field.type(Typed("e"))
    field.press(press(key, ctrl=True, alt=True))
    field.type(Typed(sign))
    assert field.text == f"Cafe{sign}"


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
