"""Where spaces lie: on the wall, apart, at equal distances, in every window."""

import itertools
import math

import pytest

from game.look.road import Road
from game.screens.kit.road import field_of, reserved_bottom, road_on
from game.screens.kit.wall import Wall

SIZES = [
    (1024, 768),
    (1280, 800),
    (1920, 1080),
    (3840, 2160),
    (1080, 1920),
    (768, 1024),
    (200, 150),
    (2560, 1080),
]
BOARDS = [(n, loop) for n in (1, 2, 7, 12, 18, 30, 40, 60) for loop in (True, False)]

every_wall = pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
every_board = pytest.mark.parametrize(
    ("n", "loop"), BOARDS, ids=[f"{'loop' if loop else 'road'}-{n}" for n, loop in BOARDS]
)


def distances(road: Road) -> list[float]:
    steps = [b - a for a, b in itertools.pairwise(road.places)]
    if road.loop:
        steps.append(road.length - road.places[-1] + road.places[0])
    return steps


@every_wall
@every_board
def test_spaces_lie_apart_on_the_wall_above_the_strip(
    size: tuple[int, int], n: int, loop: bool
) -> None:
    wall = Wall(size)
    road = road_on(wall, n, loop)
    assert len(road.spaces) == n
    for a, b in itertools.combinations(road.spaces, 2):
        assert math.dist(a, b) > 2 * road.radius
    low = wall.height - reserved_bottom(wall) + 10
    for x, y in road.spaces:
        assert road.radius <= x <= wall.width - road.radius
        assert road.radius <= y <= low - road.radius


@every_wall
@every_board
def test_spaces_lie_at_equal_distances_along_the_road(
    size: tuple[int, int], n: int, loop: bool
) -> None:
    road = road_on(Wall(size), n, loop)
    steps = distances(road)
    assert all(step == pytest.approx(steps[0], rel=1e-6) for step in steps)


@every_wall
@every_board
def test_the_plate_hides_no_space_and_is_large_enough_to_read(
    size: tuple[int, int], n: int, loop: bool
) -> None:
    wall = Wall(size)
    road = road_on(wall, n, loop)
    plate = road.plate
    assert wall.box.joined(plate) == wall.box
    for x, y in road.spaces:
        dx = max(plate.x - x, 0, x - plate.right)
        dy = max(plate.y - y, 0, y - plate.bottom)
        assert math.hypot(dx, dy) > road.radius
    assert plate.w >= 260
    assert plate.h >= 180


@every_wall
@every_board
def test_the_road_does_not_run_into_itself(size: tuple[int, int], n: int, loop: bool) -> None:
    road = road_on(Wall(size), n, loop)
    points = [road.point(road.length * i / 150) for i in range(150)]
    for (i, a), (j, b) in itertools.combinations(enumerate(points), 2):
        apart = (j - i) * road.length / 150
        if loop:
            apart = min(apart, road.length - apart)
        if apart > 520:
            assert math.dist(a, b) > road.width


def test_fewer_spaces_are_never_smaller() -> None:
    wall = Wall((1920, 1080))
    radii = [road_on(wall, n, True).radius for n in (12, 20, 30, 40, 60, 100)]
    assert radii == sorted(radii, reverse=True)
    assert radii[2] == pytest.approx(52)


def test_a_loop_goes_round_and_a_road_ends() -> None:
    wall = Wall((1920, 1080))
    loop, road = road_on(wall, 30, True), road_on(wall, 18, False)
    assert loop.along(30) == pytest.approx(loop.along(0))
    assert loop.along(-1) == pytest.approx(loop.spaces[29])
    assert road.along(40) == pytest.approx(road.spaces[-1])
    assert road.along(-3) == pytest.approx(road.spaces[0])
    assert road.point(-5) == pytest.approx(road.spaces[0])


@every_board
def test_walking_along_meets_every_space(n: int, loop: bool) -> None:
    road = road_on(Wall((1920, 1080)), n, loop)
    for i, space in enumerate(road.spaces):
        assert road.along(i) == pytest.approx(space, abs=1e-6)


def test_in_portrait_the_loop_is_turned() -> None:
    wide, tall = road_on(Wall((1920, 1080)), 30, True), road_on(Wall((1080, 1920)), 30, True)
    assert wide.spaces[0][0] < wide.field.x + 0.15 * wide.field.w
    assert tall.spaces[0][1] < tall.field.y + 0.15 * tall.field.h


def test_a_higher_strip_leaves_a_lower_field() -> None:
    wall = Wall((1920, 1080))
    assert field_of(wall, 300).bottom == pytest.approx(780)
    assert max(y for _, y in road_on(wall, 30, True, 300).spaces) < 780
