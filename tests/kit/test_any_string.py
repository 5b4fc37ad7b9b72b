"""Whatever someone types, the wall shows something and goes on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens.kit.digits import draw_digits
from game.screens.kit.runs import clean, runs_of
from game.screens.kit.text import draw_label, draw_text, fit, text_width
from game.screens.kit.wall import Box, Wall
from game.screens.kit.wrap import line_width

WALL = Wall((640, 480))
CANVAS = WALL.canvas(WALL.surface())
NASTY = [
    "",
    " ",
    "\n",
    "\n" * 3000,
    "\x00",
    "a\x00b\x07c\x1b[31m",
    "\ud800",
    "a\udfffb",
    "x" * 10_000,
    "word " * 2_000,
    "漢" * 10_000,
    "\u0301" * 10_000,
    "👩‍👩‍👧‍👦" * 500,
    "\u202e\u2066abc\u2069",
    "\u00ad" * 50,
    "\u200d" * 50,
    "\U000f0000" * 400,
    "ﷺ" * 300,
    "שלום abc سلام " * 100,
    "\r\n\t\v\f\x85\u2028\u2029",
]


@pytest.mark.parametrize("text", NASTY, ids=lambda text: ascii(text)[:18])
def test_nasty_strings_are_drawn(text: str) -> None:
    draw_text(CANVAS, text, Box(10, 10, 500, 300), size=(60, 34))
    draw_label(CANVAS, text, Box(10, 10, 200, 80))
    draw_digits(CANVAS, text, Box(10, 10, 200, 80), clock=True)
    assert text_width(WALL, text, 48) >= 0


any_text = st.text(st.characters(codec=None, categories=None), max_size=80)
lively = st.text(
    st.sampled_from(list("ab -/\n\u00ad\u200d\u00a0éЖשسم漢😀🏽🇳🇱\x00\ud800\u0301\u202e\U000f0000")),
    max_size=60,
)


@given(any_text | lively, st.integers(1, 900), st.integers(1, 400))
def test_any_text_fits_any_box_or_says_that_it_does_not(text: str, w: int, h: int) -> None:
    fitted = fit(WALL, text, w, h, size=(60, 20))
    draw_text(CANVAS, text, Box(5, 5, w, h), size=(60, 20))
    room = max(1, int(w * WALL.u))
    for line in fitted.lines:
        # A single character may be wider than the narrowest box; nothing else may.
        assert line_width(line, fitted.weight, fitted.px) <= room or len(line) <= 12
    if not fitted.overflow:
        assert fitted.height <= h + 2 / WALL.u


@given(any_text | lively)
def test_runs_spell_every_character_once(text: str) -> None:
    line = clean(text).replace("\n", "")
    shown = "".join(run.text for run in runs_of(line, 500))
    assert sorted(shown) == sorted(c for c in line if c in shown)
    assert len(shown) <= len(line)


@given(st.text(st.sampled_from("abc XYZ,.!?éëï"), max_size=200), st.integers(40, 600))
def test_wrapping_keeps_every_word(text: str, w: int) -> None:
    fitted = fit(WALL, text, w, size=40)
    assert "".join("".join(fitted.lines).split()) == "".join(text.split())
