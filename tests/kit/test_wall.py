"""Units, window shapes and boxes."""

import itertools

import pytest

from game.screens.kit.wall import Box, Wall


@pytest.mark.parametrize(
    ("size", "kind", "width", "height"),
    [
        ((1920, 1080), "wide", 1920, 1080),
        ((3840, 2160), "wide", 1920, 1080),
        ((1280, 800), "wide", 1728, 1080),
        ((1024, 768), "four_three", 1440, 1080),
        ((200, 150), "four_three", 1440, 1080),
        ((1080, 1080), "four_three", 1080, 1080),
        ((1080, 1920), "tall", 1080, 1920),
        ((768, 1024), "tall", 1080, 1440),
    ],
)
def test_the_shorter_side_is_1080_units(
    size: tuple[int, int], kind: str, width: float, height: float
) -> None:
    wall = Wall(size)
    assert wall.kind == kind
    assert wall.width == pytest.approx(width)
    assert wall.height == pytest.approx(height)


def test_a_window_of_no_size_has_a_measure() -> None:
    wall = Wall((0, 0))
    assert wall.u > 0
    assert wall.kind in ("wide", "four_three", "tall")
    assert wall.surface().get_size() == (1, 1)


def test_the_last_row_multiplies_type_only() -> None:
    near, far = Wall((1920, 1080)), Wall((1920, 1080), seat=1.69)
    assert pytest.approx(near.M * 1.69) == far.M
    assert far.width == near.width
    assert far.is_far
    assert not near.is_far


def test_reading_text_is_48_and_no_label_is_under_34() -> None:
    wall = Wall((1920, 1080))
    assert wall.M >= 48
    assert wall.S >= 34


def test_a_line_never_vanishes() -> None:
    small = Wall((200, 150))
    assert small.px(1) == 1
    assert small.px(-1) == -1
    assert small.px(0) == 0


def test_neighbours_touch_in_pixels() -> None:
    wall = Wall((1000, 733))
    columns = wall.box.columns(7)
    for left, right in itertools.pairwise(columns):
        assert wall.rect(left).right == wall.rect(right).left


def test_a_mouse_comes_back_to_units() -> None:
    wall = Wall((3840, 2160))
    assert wall.units((1920, 1080)) == (960, 540)


def test_a_layer_that_covers_a_part_is_drawn_in_the_same_units() -> None:
    wall = Wall((1920, 1080))
    from game.screens.kit.wall import Canvas

    part = Canvas(wall.surface(), wall, (100, 50))
    assert part.rect(Box(100, 50, 30, 40)).topleft == (0, 0)
    assert part.point(130, 60) == (30, 10)


def test_cutting_a_box_loses_nothing() -> None:
    box = Box(10, 20, 300, 200)
    top, rest = box.cut_top(50, 10)
    assert (top.h, rest.y, rest.h) == (50, 80, 140)
    right, left = box.cut_right(100, 20)
    assert (right.x, right.right, left.w) == (210, 310, 180)
    bottom, above = box.cut_bottom(40)
    assert (bottom.y, above.h) == (180, 160)
    left, rest = box.cut_left(60, 5)
    assert (left.w, rest.x, rest.right) == (60, 75, 310)


def test_cutting_more_than_there_is_leaves_nothing() -> None:
    assert Box(0, 0, 10, 10).cut_top(50)[1].h == 0
    assert Box(0, 0, 10, 10).inset(20).w == 0


def test_a_grid_fills_row_by_row() -> None:
    cells = Box(0, 0, 100, 100).grid(5, 2, 10)
    assert len(cells) == 5
    assert cells[1].y == cells[0].y
    assert cells[2].x == cells[0].x
    assert cells[4].bottom == pytest.approx(100)
    assert Box(0, 0, 100, 100).grid(0, 2) == []


def test_boxes_know_points_and_one_another() -> None:
    box = Box(0, 0, 10, 10)
    assert box.holds(0, 9.9)
    assert not box.holds(10, 5)
    assert box.meets(Box(9, 9, 5, 5))
    assert not box.meets(Box(10, 0, 5, 5))
    assert box.joined(Box(20, -5, 5, 5)) == Box(0, -5, 25, 15)
    assert box.centred(4, 2) == Box(3, 4, 4, 2)
