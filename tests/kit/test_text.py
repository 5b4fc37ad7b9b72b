"""Text that fits, and is never cut."""

import re
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.screens.kit import samples
from game.screens.kit.digits import draw_digits
from game.screens.kit.fonts import CAP_HEIGHT, WEIGHTS, chain, face_for
from game.screens.kit.text import (
    BOLD,
    HEAVY,
    Align,
    Fitted,
    draw_label,
    draw_text,
    fit,
    fit_label,
    pages,
    text_width,
)
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.kit.wrap import line_width, wrap

WALL = Wall((1920, 1080))


def widths(fitted: Fitted) -> list[int]:
    return [line_width(t, fitted.weight, fitted.px) for t in fitted.lines]


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (1080, 1920), (200, 150)])
@pytest.mark.parametrize("width", [1316, 700, 310])
def test_no_line_is_wider_than_its_box(size: tuple[int, int], width: float) -> None:
    wall = Wall(size)
    fitted = fit(wall, samples.STORY, width, 800, size=(56, 20))
    assert max(widths(fitted)) <= width * wall.u
    assert fitted.overflow or fitted.height <= 800 + 1 / wall.u


def test_nothing_of_a_text_is_lost() -> None:
    for width in (1316, 500, 200, 60):
        fitted = fit(WALL, samples.STORY, width, 500, size=(56, 34))
        assert "".join(fitted.lines).replace(" ", "") == samples.STORY.replace(" ", "")


def test_a_short_text_grows_to_the_largest_size_and_a_long_one_shrinks() -> None:
    assert fit(WALL, "Yes.", 1316, 380, size=(56, 44)).size == pytest.approx(56)
    long = fit(WALL, samples.STORY, 1316, 380, size=(56, 44))
    assert 44 <= long.size < 56
    assert not long.overflow


def test_what_cannot_fit_says_so_and_keeps_every_line() -> None:
    fitted = fit(WALL, samples.STORY * 5, 600, 300, size=(48, 42))
    assert fitted.overflow
    assert fitted.size == pytest.approx(42, abs=0.5)
    assert fitted.height > 300


def test_pages_hold_the_whole_text_and_each_fits() -> None:
    faces = pages(WALL, samples.STORY * 5, 600, 300, size=(48, 42))
    assert len(faces) > 1
    assert all(face.height <= 300 and not face.overflow for face in faces)
    joined = "".join(line for face in faces for line in face.lines)
    assert joined.replace(" ", "") == (samples.STORY * 5).replace(" ", "")
    assert len(pages(WALL, "Short.", 600, 300)) == 1


def test_words_stay_whole_while_a_smaller_size_can_hold_them() -> None:
    word = "Kundenzufriedenheit"
    fitted = fit(WALL, word, text_width(WALL, word, 30) + 2, 300, size=(60, 20))
    assert fitted.lines == (word,)
    assert fitted.size == pytest.approx(30, abs=1.5)


def test_a_word_too_long_for_any_size_is_broken_not_cut() -> None:
    fitted = fit(WALL, "x" * 200, 300, 2000, size=(48, 40))
    assert len(fitted.lines) > 1
    assert "".join(fitted.lines) == "x" * 200
    assert max(widths(fitted)) <= 300
    assert fit(WALL, "x" * 200, 300, 2000, size=(48, 40), words="whole").overflow


def test_a_soft_hyphen_shows_only_where_a_line_ends() -> None:
    text = "Donau\u00addampf\u00adschiff\u00adfahrt"
    assert fit(WALL, text, 1000, size=48).lines == ("Donaudampfschifffahrt",)
    narrow = fit(WALL, text, text_width(WALL, "Donaudampf-", 48) + 1, size=48).lines
    assert narrow == ("Donaudampf-", "schifffahrt")


def test_a_no_break_space_holds_and_a_slash_lets_go() -> None:
    width = text_width(WALL, "12\u00a0minutes", 48) + 2
    assert fit(WALL, "in 12\u00a0minutes", width, size=48).lines == ("in", "12\u00a0minutes")
    width = text_width(WALL, "customers/", 48) + 2
    assert fit(WALL, "customers/colleagues", width, size=48, lines=9).lines[0] == "customers/"


def test_line_breaks_of_the_author_stay() -> None:
    assert fit(WALL, "one\ntwo\n\nthree", 900, size=48).lines == ("one", "two", "", "three")


def test_balance_makes_lines_of_about_equal_length() -> None:
    text = "Which choice looked right at the table, and felt wrong a minute later?"
    ragged = fit(WALL, text, 1100, size=72, weight=HEAVY)
    even = fit(WALL, text, 1100, size=72, weight=HEAVY, balance=True)
    assert len(even.lines) == len(ragged.lines)
    assert max(widths(even)) - min(widths(even)) < max(widths(ragged)) - min(widths(ragged))


def test_the_number_of_lines_can_be_limited() -> None:
    assert len(fit(WALL, samples.STORY[:60], 500, 500, size=(60, 10), lines=2).lines) <= 2


def test_a_far_last_row_gets_larger_type() -> None:
    far = Wall((1920, 1080), seat=1.69)
    assert fit(far, "Yes.", 900).size == pytest.approx(48 * 1.69, abs=0.6)


@pytest.mark.parametrize("name", [*samples.NAMES, *samples.LONG_NAMES, "W" * 60])
def test_a_label_is_never_cut(name: str) -> None:
    fitted = fit_label(WALL, name, 190, 82, weight=BOLD, lines=2)
    assert not fitted.overflow
    assert max(widths(fitted)) <= 190
    drop = str.maketrans("", "", " -")  # a hyphen may show where a word is parted
    assert "".join(fitted.lines).translate(drop) == name.translate(drop)


def test_short_labels_never_go_under_s() -> None:
    assert fit_label(WALL, "Orange", 190, 82).size >= WALL.S - 0.5


def ink_of(draw: Callable[[Canvas], object]) -> pygame.Rect:
    surface = WALL.surface()
    surface.fill((255, 255, 255))
    draw(WALL.canvas(surface))
    mask = pygame.mask.from_threshold(surface, (29, 36, 51), (90, 90, 90))
    boxes = mask.get_bounding_rects()
    return boxes[0].unionall(boxes[1:])


def test_a_capital_is_centred_by_what_the_eye_sees() -> None:
    box = Box(100, 200, 400, 120)
    ink = ink_of(lambda canvas: draw_label(canvas, "H", box, size=90, weight=HEAVY))
    assert ink.centery == pytest.approx(260, abs=1.5)
    assert ink.h == pytest.approx(90 * CAP_HEIGHT, abs=2)


def test_capitals_at_m_are_32_pixels_at_1080_lines() -> None:
    ink = ink_of(lambda canvas: draw_text(canvas, "H", Box(0, 0, 400, 120)))
    assert ink.h >= 32


@pytest.mark.parametrize(("align", "edge"), [("left", 100), ("right", 500)])
def test_text_keeps_to_its_side(align: Align, edge: int) -> None:
    box = Box(100, 200, 400, 120)
    ink = ink_of(lambda canvas: draw_text(canvas, "HHH", box, align=align))
    side = ink.left if align == "left" else ink.right
    assert side == pytest.approx(edge, abs=6)


def test_right_to_left_text_begins_at_the_right() -> None:
    ink = ink_of(lambda canvas: draw_text(canvas, samples.SCRIPTS[2], Box(100, 200, 1400, 90)))
    assert ink.right > 1480
    assert ink.left > 400


def test_what_does_not_fit_ends_with_an_ellipsis_inside_its_box() -> None:
    box = Box(100, 200, 400, 130)
    ink = ink_of(lambda canvas: draw_text(canvas, samples.STORY, box, size=48))
    assert ink.bottom <= 335
    assert ink.right <= 500


@pytest.mark.parametrize("text", ["1:11", "4:44", "0:00"])
def test_a_clock_stands_still_while_it_runs(text: str) -> None:
    box = Box(100, 200, 400, 130)

    def width(clock: str) -> int:
        ink = ink_of(lambda canvas: draw_digits(canvas, clock, box, size=104, clock=True))
        return int(ink.centerx)

    assert width(text) == pytest.approx(width("8:88"), abs=12)


def test_a_long_number_shrinks_into_its_box() -> None:
    box = Box(100, 200, 120, 130)
    ink = ink_of(lambda canvas: draw_digits(canvas, "1234567890", box, size=104))
    assert ink.left >= 100
    assert ink.right <= 222


@pytest.mark.parametrize("char", "aZ9é€ŁЖЯλΩשمٱ→✓☕❤😀ﷲ")
def test_these_characters_have_a_face_in_the_box(char: str) -> None:
    for weight in (500, 600, 700, 800):
        face = face_for(char, weight)
        assert face is not None
        assert face in chain(weight)


def test_text_of_the_game_is_set_in_its_own_face() -> None:
    own = chain(700)[0]
    assert "Atkinson" in own.path.name
    letters = "ABCXYZabcxyz0189.,:;!?’‘“”–—…éëïöüÉËÏÖÜ€·×"
    assert all(face_for(char, 700) is own for char in letters)


def test_type_survives_a_pygame_that_was_stopped_and_started() -> None:
    import pygame

    before = fit(WALL, samples.STORY, 700, 500, size=(56, 34))
    pygame.font.quit()
    pygame.font.init()
    draw_text(
        WALL.canvas(WALL.surface()), "On the same card, " + samples.STORY, Box(0, 0, 900, 700)
    )
    assert fit(WALL, samples.STORY, 700, 500, size=(56, 34)) == before


def test_a_broken_font_file_gives_some_letters_anyway(tmp_path: Path) -> None:
    from game.screens.kit.fonts import Face, font, read_coverage

    for data in (b"", b"ttcf", b"\x00\x01\x00\x00" + b"\xff" * 60, b"not a font at all"):
        path = tmp_path / "broken.ttf"
        path.write_bytes(data)
        face = Face(path)
        assert not face.spells("a")
        assert read_coverage(data) == ([], [])
        assert font(face, 20).size("abc")[0] > 0
    assert not Face(tmp_path / "missing.ttf").spells("a")


SOME_WORDS = ("a", "I", "WWW", "illicit", "the", "Samaritan,", "“oh”", "1990", "half-way", "é")


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.sampled_from(SOME_WORDS), max_size=40),
    st.integers(9, 150),
    st.integers(60, 1400),
    st.sampled_from(WEIGHTS),
)
def test_lines_break_where_measuring_each_of_them_whole_would_break_them(
    told: list[str], px: int, width: int, weight: int
) -> None:
    """Widths of single words, taken from another size, only save time."""
    found = wrap(" ".join(told), weight, px, width, force=False)
    pieces = [part for word in told for part in re.split("(?<=-)", word)]
    if any(line_width(piece, weight, px) > width for piece in pieces):
        assert found is None
        return
    lines = [""]
    for word in told:
        for n, part in enumerate(re.split("(?<=-)", word)):
            joined = lines[-1] + (" " if lines[-1] and n == 0 else "") + part
            if line_width(joined, weight, px) <= width:
                lines[-1] = joined
            else:
                lines.append(part)
    assert found == lines
