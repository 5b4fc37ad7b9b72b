"""The board's picture: names that collide with nothing, pawns that can be told apart."""

import itertools
import math

import pygame
import pytest

from game import paths
from game.look.zones import stretches
from game.screens.kit import samples
from game.screens.kit.board import (
    BoardPicture,
    BoardSpec,
    SpaceSpec,
    Standing,
    ZoneSpec,
    board_picture,
)
from game.screens.kit.miniboard import miniboard
from game.screens.kit.theme import DAYLIGHT, STAGE, TEAM_KEYS
from game.screens.kit.wall import Box, Wall

SIZES = [(1024, 768), (1280, 800), (1920, 1080), (3840, 2160), (1080, 1920), (768, 1024)]
SPECS = {
    "loop-30": samples.board(30, 6),
    "loop-12": samples.board(12, 4),
    "loop-40": samples.board(40, 6),
    "road-18": samples.board(18, 4, False),
    "road-20": samples.board(20, 4, False),
}
every_wall = pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
every_board = pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS)


def line_of(picture: BoardPicture) -> list[tuple[float, float]]:
    return list(picture.road.line[::6])


def apart(box: Box, p: tuple[float, float]) -> float:
    dx = max(box.x - p[0], 0, p[0] - box.right)
    dy = max(box.y - p[1], 0, p[1] - box.bottom)
    return math.hypot(dx, dy)


@every_wall
@every_board
def test_names_and_pictures_of_zones_are_clear_of_everything(
    size: tuple[int, int], spec: BoardSpec
) -> None:
    wall = Wall(size)
    picture = board_picture(spec, wall)
    assert [mark.zone for mark in picture.marks] == list(range(len(spec.zones)))
    labels = [mark.label for mark in picture.marks]
    assert all(labels)
    solid = [*labels, picture.plate, *picture.tag_places()]
    for a, b in itertools.combinations([box for box in solid if box], 2):
        if a not in picture.tag_places() or b not in picture.tag_places():
            assert not a.meets(b)
    for label in labels:
        assert label is not None
        assert wall.box.joined(label) == wall.box
        assert all(apart(label, p) >= picture.road.width / 2 - 1 for p in line_of(picture))
    pictures_leave_spaces_names_and_plate_alone(picture)


def pictures_leave_spaces_names_and_plate_alone(picture: BoardPicture) -> None:
    drawn = [mark.picture for mark in picture.marks if mark.picture]
    labels = [mark.label for mark in picture.marks if mark.label]
    for box in drawn:
        core = box.inset(box.w * 0.1)
        assert not any(core.meets(label) for label in labels)
        assert not core.meets(picture.plate)
        assert all(apart(core, p) > picture.radius for p in picture.road.spaces)
    for a, b in itertools.combinations(drawn, 2):
        assert not a.inset(a.w * 0.1).meets(b.inset(b.w * 0.1))


@pytest.mark.parametrize("bottom", [140, 234, 320, 454])
@pytest.mark.parametrize("size", [(1080, 1920), (768, 1024)])
def test_the_plate_gives_way_to_a_zone_without_a_place(
    size: tuple[int, int], bottom: float
) -> None:
    picture = board_picture(SPECS["loop-30"], Wall(size), bottom)
    assert len(picture.marks) == 6
    assert picture.plate.w >= 240
    for mark in picture.marks:
        assert mark.label is not None
        assert not mark.label.meets(picture.plate)


@every_wall
@pytest.mark.parametrize("seat", [1.34, 1.69])
def test_for_a_far_last_row_no_name_is_lost_and_none_is_smaller_than_a_label(
    size: tuple[int, int], seat: float
) -> None:
    picture = board_picture(SPECS["loop-30"], Wall(size, seat=seat))
    assert len(picture.marks) >= (6 if size != (768, 1024) else 4)
    assert all(34 <= mark.size <= 34 * seat for mark in picture.marks)


def test_on_the_wide_board_every_zone_shows_its_picture() -> None:
    picture = board_picture(SPECS["loop-30"], Wall((1920, 1080)))
    assert all(mark.picture for mark in picture.marks)


DAY = ("Doors open", "The rush", "Lunch, maybe", "The hard one", "Handed over", "Lights out")
JOURNEY = ("Notice", "Ask", "Decide", "Receive", "Get help", "Share")
ART = ("notice", "ask", "decide", "receive", "help", "tell")


def named(names: tuple[str, ...]) -> BoardSpec:
    zones = tuple(ZoneSpec(name, art) for name, art in zip(names, ART, strict=True))
    return BoardSpec(SPECS["loop-30"].spaces, zones)


@pytest.mark.parametrize("names", [DAY, JOURNEY])
def test_the_zone_between_plate_and_strip_has_its_picture_too(names: tuple[str, ...]) -> None:
    picture = board_picture(named(names), Wall((1920, 1080)), 198)
    assert all(mark.picture for mark in picture.marks)
    assert picture.plate.h >= 270, "the plate still has room for the die and the customer"


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
def test_for_the_farthest_row_the_plate_gives_way_to_names_of_a_label_s_size(
    size: tuple[int, int],
) -> None:
    wall = Wall(size, seat=1.69)
    picture = board_picture(named(JOURNEY), wall, 127)
    assert [mark.size for mark in picture.marks] == [wall.S] * 6


def test_a_long_name_takes_two_lines_rather_than_hide_the_road() -> None:
    zones = tuple(ZoneSpec(f"Comparing all the offers {i}", "ask") for i in range(6))
    spec = BoardSpec(SPECS["loop-30"].spaces, zones)
    picture = board_picture(spec, Wall((1920, 1080)))
    for mark in picture.marks:
        assert mark.label is not None
        assert all(apart(mark.label, p) >= picture.road.width / 2 - 1 for p in line_of(picture))


@pytest.mark.parametrize("n", range(1, 9))
def test_pawns_on_one_space_show_their_shapes(n: int) -> None:
    picture = board_picture(SPECS["loop-30"], Wall((1920, 1080)))
    slots = picture.pawn_slots(7, n)
    assert len(slots) == n
    assert [s.y for s in slots] == sorted(s.y for s in slots)
    for a, b in itertools.combinations(slots, 2):
        # The shape is the upper two thirds of a pawn; another may cover its foot.
        assert math.hypot(a.x - b.x, a.y - b.y) >= 0.62 * a.height
    for slot in slots:
        x, y = picture.space_pos(7)
        assert math.hypot(slot.x - x, slot.y - y) < picture.radius * 1.7


def test_pawns_are_painted_from_back_to_front_and_the_active_one_is_larger() -> None:
    picture = board_picture(SPECS["loop-30"], Wall((1920, 1080)))
    standing = [Standing(key, i % 3) for i, key in enumerate(TEAM_KEYS)]
    places = picture.places(standing, "blue")
    assert sorted(key for key, _ in places) == sorted(TEAM_KEYS)
    assert [s.y for _, s in places] == sorted(s.y for _, s in places)
    quiet = dict(picture.places(standing))
    assert dict(places)["blue"].height > quiet["blue"].height
    assert dict(places)["pink"] == quiet["pink"]


def test_more_pawns_than_places_still_stand_somewhere() -> None:
    picture = board_picture(SPECS["loop-30"], Wall((1920, 1080)))
    assert picture.pawn_slots(3, 0) == picture.pawn_slots(3, 1)
    assert len(picture.pawn_slots(3, 40)) == 8


def test_a_path_runs_along_the_road_in_both_directions() -> None:
    picture = board_picture(SPECS["loop-30"], Wall((1920, 1080)))
    forward = picture.path(28, 4)
    assert forward[0] == pytest.approx(picture.space_pos(28))
    assert forward[-1] == pytest.approx(picture.space_pos(2))
    assert picture.path(2, -4) == [pytest.approx(p) for p in reversed(forward)]
    assert picture.path(5, 0)[0] == pytest.approx(picture.space_pos(5))


def test_spaces_beyond_the_end_are_taken_into_the_board() -> None:
    loop = board_picture(SPECS["loop-30"], Wall((1280, 800)))
    road = board_picture(SPECS["road-18"], Wall((1280, 800)))
    assert loop.space_pos(31) == loop.space_pos(1)
    assert road.space_pos(99) == road.space_pos(17)


def test_the_tint_of_a_zone_follows_its_picture() -> None:
    spec = BoardSpec((SpaceSpec("start", zone=0),), (ZoneSpec("Later", "help"), ZoneSpec("New")))
    assert spec.tint(0) == 4
    assert spec.tint(1) == 1
    assert spec.tint(9) == 9


def test_every_drawing_of_a_zone_has_a_tint() -> None:
    """A board's file names any of them, with words before its number as well as after."""
    for path in (paths.assets_dir() / "art").glob("zone-*.svg"):
        spec = BoardSpec((), (ZoneSpec("Zone", path.stem),))
        assert 0 <= spec.tint(0) < 6, path.stem


def test_stretches_of_a_loop_may_cross_its_start() -> None:
    parts = stretches([2, 0, 0, 1, 1, 2, 2], loop=True)
    assert [(p.zone, p.first, p.last) for p in parts] == [(0, 1, 2), (1, 3, 4), (2, 5, 7)]
    parts = stretches([2, 0, 0, 2], loop=False)
    assert [(p.zone, p.first, p.last) for p in parts] == [(2, 0, 0), (0, 1, 2), (2, 3, 3)]
    assert len(stretches([1, 1, 1], loop=True)) == 1


ODD = {
    "one space": BoardSpec((SpaceSpec("start"),)),
    "no zones": BoardSpec(tuple(SpaceSpec("category", "insights") for _ in range(8)), ()),
    "unknown names": BoardSpec(
        tuple(SpaceSpec("nonsense", "../../etc", zone=i % 3) for i in range(9)),
        (ZoneSpec("", "none"), ZoneSpec("🏖" * 40, "zone-9-x"), ZoneSpec("b\x00", "../x")),
    ),
    "zones beyond": BoardSpec(tuple(SpaceSpec("bell", zone=i) for i in range(20)), ()),
    "zones all over": BoardSpec(
        tuple(SpaceSpec("twist", zone=i % 2) for i in range(14)),
        (ZoneSpec("a"), ZoneSpec("b")),
        loop=False,
    ),
    "hundred": samples.board(100, 6),
}


@pytest.mark.parametrize("n", range(4))
@pytest.mark.parametrize("odd", ODD)
def test_odd_boards_are_painted(odd: str, n: int) -> None:
    spec, size = ODD[odd], [(640, 480), (200, 150), (100, 1000), (1, 1)][n]
    # In turn, so that every board and every size meets both.
    wall = Wall(size, (DAYLIGHT, STAGE)[(list(ODD).index(odd) + n) % 2])
    canvas = wall.canvas(wall.surface())
    picture = board_picture(spec, wall)
    picture.paint(canvas)
    picture.trail(canvas, 0, 3)
    picture.trail(canvas, 3, -2)
    picture.landing(canvas, 1, 0.5)
    picture.pawns(canvas, samples.standing(len(spec.spaces)), "blue")
    miniboard(canvas, Box(0, 0, 300, 140), spec, samples.standing(len(spec.spaces)), target=0)


def test_what_is_painted_is_the_road_and_its_spaces() -> None:
    wall = Wall((960, 540))
    canvas = wall.canvas(wall.surface())
    picture = board_picture(SPECS["loop-30"], wall)
    picture.paint(canvas)

    def at(x: float, y: float) -> tuple[int, ...]:
        px, py = canvas.point(x, y)
        return tuple(canvas.surface.get_at((round(px), round(py))))[:3]

    r = picture.radius
    for i, space in enumerate(picture.spec.spaces):
        x, y = picture.space_pos(i)
        if space.kind == "category":
            assert at(x - r * 0.72, y) == wall.theme.tile
        if space.kind == "bell":
            assert at(x - r * 0.72, y) == wall.theme.brass
    halfway = picture.along(5.5)
    assert max(abs(a - b) for a, b in zip(at(*halfway), wall.theme.road, strict=True)) < 12
    seen = {at(x, 20) for x in range(20, 1900, 40)}
    assert {wall.theme.zone(i) for i in (0, 1, 2)} <= seen


def test_a_board_is_made_once_and_only_one_picture_is_kept() -> None:
    wall, other = Wall((640, 400)), Wall((640, 400), STAGE)
    first = board_picture(SPECS["loop-12"], wall)
    assert board_picture(SPECS["loop-12"], wall) is first
    canvas = wall.canvas(wall.surface())
    first.paint(canvas)
    second = board_picture(SPECS["loop-12"], other)
    second.paint(canvas)
    assert first.still is None
    assert second.still is not None


def test_moving_pieces_say_which_pixels_they_cover() -> None:
    wall = Wall((960, 540))
    surface = wall.surface()
    surface.fill((1, 2, 3))
    canvas = wall.canvas(surface)
    picture = board_picture(SPECS["loop-30"], wall)
    rects = picture.pawns(canvas, [Standing("blue", 4), Standing("customer-wim", 20)])
    rects.append(picture.landing(canvas, 9))
    for rect in rects:
        surface.fill((1, 2, 3), rect)
    assert pygame.mask.from_threshold(surface, (1, 2, 3), (1, 1, 1)).count() == 960 * 540
