"""The grid that knows what is taken answers as if every cell had been looked at."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.look.box import Box
from game.look.grid import Cells, Grid, columns_of

WHOLE = Box(0, 0, 160, 100)
CELL = Grid(WHOLE).cell
COLUMNS, ROWS = Grid(WHOLE).columns, Grid(WHOLE).rows

boxes = st.builds(Box, st.floats(-40, 200), st.floats(-40, 140), st.floats(1, 60), st.floats(1, 60))
cells = st.builds(
    lambda x, y, w, h: (x, y, x + w, y + h),
    st.integers(-20, 20), st.integers(-20, 20), st.integers(1, 16), st.integers(1, 12),
)  # fmt: skip


def touched(box: Box, column: int, row: int) -> bool:
    """Whether a box covers any of a cell."""
    return (
        box.x < (column + 1) * CELL
        and box.right > column * CELL
        and box.y < (row + 1) * CELL
        and box.bottom > row * CELL
    )


@settings(max_examples=60)
@given(st.lists(boxes, max_size=4), st.integers(0, COLUMNS), cells, st.integers(0, 1))
@example([], COLUMNS, (0, 0, COLUMNS, ROWS), 0)
@example([], COLUMNS, (-1, -1, COLUMNS, 1), 1)
@example([Box(24, 24, 12, 12)], COLUMNS, (-3, 2, -1, 3), 0)
def test_a_place_is_free_where_every_cell_is(
    taken: list[Box], edge: int, moved: Cells, air: int
) -> None:
    grid = Grid(WHOLE)
    for box in taken:
        grid.block(box)
    inside = [bytes(x < edge for x in range(COLUMNS))] * ROWS
    grid.only(inside)

    def free(x: int, y: int) -> bool:
        within = 0 <= x < COLUMNS and 0 <= y < ROWS
        return within and x < edge and not any(touched(box, x, y) for box in taken)

    x0, y0, x1, y1 = moved
    places = grid.places(moved, air)
    for row in range(ROWS):
        expected = [
            column
            for column in range(COLUMNS)
            if all(
                free(x + column, y + row)
                for x in range(x0 - air, x1 + air)
                for y in range(y0 - air, y1 + air)
            )
        ]
        assert list(columns_of(places.row(row))) == expected
        assert all(places.at(column, row) for column in expected)


def test_a_disc_takes_what_it_covers_and_little_more() -> None:
    grid = Grid(WHOLE)
    middle, r = (70.0, 50.0), 31.0
    grid.block_disc(middle, r)
    grid.only([b"\1" * COLUMNS] * ROWS)
    free = grid.places((0, 0, 1, 1))
    for row in range(ROWS):
        for column in range(COLUMNS):
            x, y = column * CELL, row * CELL
            near = (min(max(middle[0], x), x + CELL), min(max(middle[1], y), y + CELL))
            away = ((near[0] - middle[0]) ** 2 + (near[1] - middle[1]) ** 2) ** 0.5
            assert free.at(column, row) == (away >= r)
