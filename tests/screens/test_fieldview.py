"""Where a field's text stands: its lines, its cursor, its size, and what is seen of them."""

from __future__ import annotations

import itertools

import pygame
import pytest

from game.screens.fieldview import CARET, draw_field, fitting_size, lay_field, lay_lines
from game.screens.inputs import Composing
from game.screens.kit.text import BODY, text_width
from game.screens.kit.wall import Box
from game.screens.textfield import TextField
from tests.screens.outside import NEAR, press

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
