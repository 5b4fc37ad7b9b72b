"""Type, boxes and numbers: what holds for every text, every deck and every sheet."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import closing

import pytest
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st

from game.look.box import Box
from game.report.paper.blocks import Para, Row, flow, stacked
from game.report.paper.deck import shuffled
from game.report.paper.ink import Ink
from game.report.paper.sizes import A4, BLEED, LETTER, PAPERS, mirrored, slots
from game.report.paper.typeset import BODY, MISSING, Typesetter, clean
from game.rules.cards import Bands, EstimateCard, Item, Measure, OrderCard
from game.rules.scoring import estimate_points
from game.session.telling.cardwords import band_texts

LETTERS = st.characters(codec="utf-8", exclude_categories=("C", "Z"))
WORDS = st.text(LETTERS, min_size=1, max_size=30)


@pytest.fixture(scope="module")
def dutch() -> Iterator[Typesetter]:
    with closing(Typesetter(FPDF(), "nl")) as type_:
        yield type_


@given(st.lists(WORDS, min_size=1, max_size=12), st.floats(12, 80), st.floats(9, 14))
@settings(max_examples=50)
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(
    dutch: Typesetter, words: list[str], width: float, size: float
) -> None:
    text = " ".join(words)
    lines = dutch.lines(text, BODY, size, width)
    assert all(len(line) <= 1 or dutch.width(line, BODY, size) <= width + 1e-6 for line in lines)

    def bare(text: str) -> str:
        return text.replace(" ", "").replace("-", "").replace("\u00ad", "").replace("\u00a0", "")

    assert bare("".join(lines)) == bare(clean(text))


def test_what_no_face_can_spell_is_seen(dutch: Typesetter) -> None:
    runs = dutch.runs("a\U000130b8b", BODY)  # an Egyptian hieroglyph
    assert "".join(run.text for run in runs) == f"a{MISSING}b"


def test_a_language_without_patterns_cuts_where_it_must() -> None:
    with closing(Typesetter(FPDF(), "xx")) as type_:
        lines = type_.lines("x" * 200, BODY, 12, 30)
    assert "".join(lines) == "x" * 200


def test_hyphens_stand_between_syllables(dutch: Typesetter) -> None:
    lines = dutch.lines("klantbelevingsverantwoordelijkheid", BODY, 12, 40)
    assert lines[0].endswith("-")
    assert lines[0][:-1] in ("klantbelevings", "klantbeleving", "klantbelevingsver")


@given(
    st.lists(st.text(st.sampled_from("abc "), min_size=1, max_size=400), min_size=1, max_size=8),
    st.floats(20, 60),
    st.floats(30, 90),
)
@settings(max_examples=30)
def test_columns_hold_what_is_poured_into_them(
    dutch: Typesetter, texts: list[str], width: float, height: float
) -> None:
    paras = [Para(text=text, size=10) for text in texts]
    blocks = [
        Row(cap="A", inside=(para,), side=6) if i % 3 else para for i, para in enumerate(paras)
    ]
    columns = [Box(0, 0, width, height), Box(70, 0, width, height)]
    faces = flow(blocks, dutch, columns)
    assert all(
        stacked(held, dutch, width) <= height + 0.1
        for face in faces
        for held in face
        if len(held) > 1
    )
    assert sum(bool(held) for face in faces for held in face) > 0


@given(st.lists(st.integers(0, 6), min_size=3, max_size=7), st.text("abcdef", max_size=6))
@settings(max_examples=50)
def test_items_are_never_printed_in_the_right_order(ranks: list[int], name: str) -> None:
    card = OrderCard(
        id=f"deck/{name}", category="c", title="T", prompt="P",
        items=tuple(Item(text=str(i), rank=rank) for i, rank in enumerate(sorted(ranks))),
    )  # fmt: skip
    order = shuffled(card)
    assert sorted(order) == list(range(len(ranks)))
    assert order == shuffled(card)
    shown = [card.items[i].rank for i in order]
    assert shown != sorted(shown) or len(set(ranks)) == 1


@pytest.mark.parametrize("paper", [A4, LETTER], ids=lambda paper: paper.name)
@pytest.mark.parametrize("columns", [1, 2])
def test_cards_and_their_bleed_lie_on_the_sheet_apart(paper: object, columns: int) -> None:
    assert paper in PAPERS.values()
    sheet = A4 if paper is A4 else LETTER
    places = slots(sheet, columns)
    for i, place in enumerate(places):
        grown = place.inset(-BLEED)
        # Nearly every printer leaves a quarter of an inch white.
        assert grown.x >= 6.35
        assert grown.y >= 6.35
        assert grown.right <= sheet.w - 6.35
        assert grown.bottom <= sheet.h - 6.35
        assert mirrored(mirrored(place, sheet), sheet) == pytest.approx(place)
        assert not any(place.meets(other) for other in places[:i])
    assert sorted(mirrored(place, sheet) for place in places) == [
        pytest.approx(place) for place in sorted(places)
    ]


@given(st.integers(1, 5000), st.tuples(*[st.integers(1, 40)] * 3), st.booleans())
@settings(max_examples=50)
def test_bands_are_printed_as_they_are_scored(
    answer: int, steps: tuple[int, int, int], relative: bool
) -> None:
    widths = (float(steps[0]), float(sum(steps[:2])), float(sum(steps)))
    card = EstimateCard(
        id="d/c", category="c", title="T", prompt="P", answer=answer,
        bands=Bands(relative=relative, widths=widths), measure=Measure.NUMBER,
    )  # fmt: skip
    for points, told in zip((3, 2, 1), band_texts(card), strict=True):
        low, high = (int(text.replace(",", "")) for text in told.partition(": ")[2].split(" to "))
        assert estimate_points(answer, card.bands, low) >= points
        assert estimate_points(answer, card.bands, high) >= points
        assert estimate_points(answer, card.bands, high + 1) < points
        assert low == 0 or estimate_points(answer, card.bands, low - 1) < points


def test_a_percentage_ends_at_a_hundred() -> None:
    card = EstimateCard(
        id="d/c", category="c", title="T", prompt="P", answer=95, measure=Measure.PERCENTAGE,
        bands=Bands(relative=False, widths=(2, 8, 20)),
    )  # fmt: skip
    assert band_texts(card) == [
        "3 points: 93% to 97%", "2 points: 87% to 100%", "1 point: 75% to 100%",
    ]  # fmt: skip


@pytest.mark.parametrize("closed", [True, False])
def test_a_road_with_an_end_is_not_drawn_back_to_its_start(closed: bool) -> None:
    pdf = FPDF()
    pdf.set_compression(False)
    ink = Ink(pdf, "en", {})
    ink.new_page(A4)
    ink.path([(10, 10), (50, 10), (50, 60)], (0, 0, 0), 2.0, closed=closed)
    drawn = bytes(pdf.output()).decode("latin-1")
    assert (" h S" in drawn) is closed


def test_pictures_that_cannot_be_read_leave_their_place_empty() -> None:
    pictures = {"d/a.svg": b"<svg>", "d/b.png": b"\x89PNG broken", "d/c.svg": b"<svg width='0'/>"}
    ink = Ink(FPDF(), "en", pictures)
    ink.new_page(A4)
    for name in (*pictures, "no-such-drawing", "../secret"):
        assert not ink.picture(name, Box(10, 10, 20, 20))
    # Words in a drawing would name a font that is not there: they are left out, as on the wall.
    said = b"<svg viewBox='0 0 9 9'><text font-family='Nowhere'>a</text><circle r='4'/></svg>"
    assert Ink(ink.pdf, "en", {"d/d.svg": said}).picture("d/d.svg", Box(10, 10, 20, 20))
    assert ink.picture("bell", Box(10, 10, 20, 20))
    assert math.isclose(ink.pictures.shape_of("no-such-drawing"), 1.0)


def test_type_after_a_clip_names_its_font_again() -> None:
    """The clip takes the font with it; the same type right behind it had none."""
    pdf = FPDF()
    pdf.set_compression(False)
    ink = Ink(pdf, "en", {})
    ink.new_page(A4)
    box = Box(10, 10, 60, 8)
    with closing(ink.type):
        with ink.clipped(box):
            ink.line("Inside", box, 10)
        ink.line("Outside", box, 10)
        assert bytes(pdf.output()).count(b" Tf") == 2
