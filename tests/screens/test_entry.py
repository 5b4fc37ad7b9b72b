"""A number being typed, the line it lies on, and what is pushed apart."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import i18n
from game.rules.cards import Bands, EstimateCard, Measure
from game.screens.inputs import Press
from game.screens.kit.wall import Box
from game.screens.scenes.entry import KEYS, MOST_DIGITS, NumberEntry, keypad, told
from game.screens.scenes.ordering import Ordering, item_key, items_of, rows_of
from game.screens.scenes.scaleline import FAR_OFF, bands, scale_for
from game.screens.scenes.spacing import spread


def estimate(
    answer: float,
    widths: tuple[float, float, float] = (3, 8, 15),
    *,
    relative: bool = False,
    measure: Measure = Measure.NUMBER,
    unit: str = "",
) -> EstimateCard:
    return EstimateCard(
        id="e",
        category="c",
        title="T",
        prompt="?",
        answer=answer,
        bands=Bands(relative=relative, widths=widths),
        measure=measure,
        unit=unit,
    )


def typed(keys: str) -> NumberEntry:
    entry = NumberEntry()
    names = {"<": "backspace"}
    for key in keys:
        entry.press(Press(names.get(key, key)))
    return entry


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ("", None),
        ("-", None),
        ("5", 5),
        ("007", 7),
        ("12.5", 12.5),
        ("12,5", 12.5),
        ("12.", 12),
        ("1.2.5", 1.25),
        ("-3", -3),
        ("3-", -3),
        ("3--", 3),
        ("12<", 1),
        (".5", 5),
    ],
)
def test_what_is_typed_is_a_number(keys: str, value: float | None) -> None:
    entry = typed(keys)
    assert entry.value == value
    assert type(entry.value) is type(value), "whole numbers stay whole"


@given(st.text("0123456789.,-<", max_size=40))
def test_whatever_is_typed_is_a_number_the_rules_take(keys: str) -> None:
    entry = typed(keys)
    assert sum(c.isdigit() for c in entry.text) <= MOST_DIGITS
    if entry.value is not None:
        assert abs(entry.value) < 1e15
    entry.shown(Measure.NUMBER)


def test_other_keys_are_not_for_the_number() -> None:
    entry = typed("12")
    assert not entry.press(Press("a"))
    assert not entry.press(Press("right"))
    assert not entry.press(Press("1", ctrl=True))
    assert entry.text == "12"


@pytest.mark.parametrize(
    ("language", "measure", "shown"),
    [
        ("en", Measure.NUMBER, "12,345"),
        ("nl", Measure.NUMBER, "12.345"),
        ("en", Measure.YEAR, "12345"),
        ("nl", Measure.YEAR, "12345"),
    ],
)
def test_a_number_is_shown_as_the_room_writes_it(
    language: str, measure: Measure, shown: str
) -> None:
    i18n.set_language(language)
    assert typed("12345").shown(measure) == shown


def test_what_is_half_typed_is_shown_too() -> None:
    assert typed("").shown(Measure.NUMBER) == ""
    assert typed("-").shown(Measure.NUMBER) == "−"
    assert typed("1.").shown(Measure.NUMBER) == "1."
    assert typed("1.50").shown(Measure.NUMBER) == "1.50"


def test_a_year_has_no_separators() -> None:
    assert told(estimate(1984, measure=Measure.YEAR), 1984) == "1984"
    assert told(estimate(1984), 1984) == "1,984"


def test_the_keypad_has_every_key_once_and_none_over_another() -> None:
    pad = keypad(Box(0, 0, 560, 254))
    assert tuple(key for key, _box in pad.keys) == KEYS
    boxes = [box for _key, box in pad.keys]
    for i, one in enumerate(boxes):
        assert min(one.w, one.h) >= 64
        assert not any(one.meets(other) for other in boxes[i + 1 :])


# -------------------------------------------------------------------------------- orders


def test_an_order_names_what_is_shown() -> None:
    shown = (3, 0, 2, 1)
    assert items_of((1, 2), shown) == (0, 2)
    assert rows_of((0, 2), shown) == (1, 2)


@given(st.permutations(range(7)), st.permutations(range(7)))
def test_rows_and_items_are_each_others_way_back(shown: list[int], rows: list[int]) -> None:
    assert list(rows_of(items_of(rows, shown), shown)) == rows


def test_a_row_is_named_once_and_taken_back_from_the_end() -> None:
    order = Ordering()
    assert order.place(2, 4)
    assert not order.place(2, 4)
    assert not order.place(4, 4)
    assert order.place(0, 4)
    assert order.back()
    assert order.placed == (2,)
    assert order.back()
    assert not order.back()


def test_letters_reach_as_far_as_the_items() -> None:
    assert item_key(Press("g"), 7) == 6
    assert item_key(Press("g"), 6) is None
    assert item_key(Press("a", ctrl=True), 7) is None


# ------------------------------------------------------------------------------- the line


def test_a_share_never_lies_outside_nought_and_a_hundred() -> None:
    card = estimate(8, (3, 10, 25), measure=Measure.PERCENTAGE)
    assert bands(card)[0] == (0, 33)
    scale = scale_for(card, [], 0, 1000)
    assert scale.low > -10, "nothing to show below 0 but a little air"
    assert scale_for(card, [125], 0, 1000).high > 125, "but a guess is shown where it is"


def test_relative_bands_are_parts_of_the_answer() -> None:
    assert bands(estimate(200, (10, 25, 50), relative=True)) == [(100, 300), (150, 250), (180, 220)]


@given(
    st.floats(-1e4, 1e4),
    st.lists(st.floats(-1e9, 1e9), max_size=8),
)
def test_every_guess_lies_on_the_line(answer: float, guesses: list[float]) -> None:
    card = estimate(answer, measure=Measure.YEAR)
    scale = scale_for(card, guesses, 100, 900)
    assert all(100 <= scale.x(guess) <= 900 for guess in guesses)
    ordered = sorted(guesses)
    assert [scale.x(g) for g in ordered] == sorted(scale.x(g) for g in ordered)
    assert 100 < scale.x(answer) < 900


def test_a_guess_far_off_does_not_squeeze_the_bands() -> None:
    card = estimate(15, (1, 2, 3))
    near = scale_for(card, [14, 16], 0, 1000)
    far = scale_for(card, [14, 1_000_000], 0, 1000)
    band = far.x(18) - far.x(12)
    assert band > (near.x(18) - near.x(12)) / (FAR_OFF * 2)


@given(
    st.lists(st.tuples(st.floats(0, 1000), st.floats(10, 150)), max_size=8),
)
def test_nothing_overlaps_and_the_order_is_kept(things: list[tuple[float, float]]) -> None:
    things.sort()
    wanted, widths = [t[0] for t in things], [t[1] for t in things]
    found = spread(wanted, widths, 0, 1000)
    edges = [(x - w / 2, x + w / 2) for x, w in zip(found, widths, strict=True)]
    for (_a, right), (left, _b) in itertools.pairwise(edges):
        assert left >= right - 1e-6
    if sum(widths) <= 1000:
        assert all(left >= -1e-6 and right <= 1000 + 1e-6 for left, right in edges)


def test_things_with_room_stay_where_they_belong() -> None:
    assert spread([100, 500, 900], [50, 50, 50], 0, 1000) == [100, 500, 900]


def test_two_that_touch_share_the_way() -> None:
    assert spread([500, 500], [100, 100], 0, 1000) == [450, 550]
