"""Pieces keep to their places, in every window and both themes."""

import itertools
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.screens.kit import card, gallery, people, pieces, samples, shapes, strip
from game.screens.kit.text import fit
from game.screens.kit.theme import DAYLIGHT, STAGE, TEAM_KEYS, Theme
from game.screens.kit.wall import Box, Canvas, Wall

SIZES = [(512, 384), (640, 400), (960, 540), (540, 960), (384, 512), (200, 150)]
"""The shapes of windows, at half their pixels: quick to paint."""
every_wall = pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
BLANK = (1, 2, 3)


def blank(wall: Wall) -> Canvas:
    surface = wall.surface()
    surface.fill(BLANK)
    return wall.canvas(surface)


def ink(canvas: Canvas) -> pygame.Rect:
    """The pixels that were drawn on."""
    mask = pygame.mask.from_threshold(canvas.surface, BLANK, (1, 1, 1))
    mask.invert()
    boxes = mask.get_bounding_rects()
    return boxes[0].unionall(boxes[1:]) if boxes else pygame.Rect(0, 0, 0, 0)


@every_wall
@pytest.mark.parametrize(("theme", "seat"), [(DAYLIGHT, 1.0), (STAGE, 1.69)], ids=["near", "far"])
def test_everything_can_be_drawn_in_every_window(
    size: tuple[int, int], theme: Theme, seat: float
) -> None:
    canvas = blank(Wall(size, theme, seat))
    for paint in (gallery.paper, gallery.folk, gallery.words, gallery.strips, gallery.dilemma):
        paint(canvas)
    assert ink(canvas).size == size


COVERING = {
    "sheet": lambda c: pieces.sheet(c, Box(400, 300, 300, 200)),
    "active chip": lambda c: pieces.chip(c, Box(400, 300, 300, 90), active=True),
    "button": lambda c: pieces.button(c, Box(400, 300, 300, 90), "Go", icon_name="icon-next"),
    "timer": lambda c: pieces.timer_ring(c, 600, 400, 330, 0.3, "1:24", sub="to talk"),
    "check": lambda c: pieces.check_disc(c, 600, 400),
    "icon": lambda c: pieces.icon(c, "icon-clock", 600, 400, 80),
    "token": lambda c: people.token(c, "rust", 600, 400, 80),
    "pawn": lambda c: people.pawn(c, "star", 600, 400, 130, lift=50),
    "squashed pawn": lambda c: people.pawn(c, "blue", 600, 400, 130, squash=0.9),
    "customer": lambda c: people.customer_pawn(c, "customer-rosa", 600, 400),
    "face": lambda c: people.face(c, 4, 600, 400, 60),
    "portrait": lambda c: people.portrait(c, "customer-dev", 600, 400, 200),
    "bell": lambda c: people.bell(c, "rung", 600, 400, 300, tilt=9, ground=True),
    "die": lambda c: people.die(c, 5, 600, 400, 170, tilt=-8),
    "large die": lambda c: people.die(c, 20, 600, 400, 170),
    "rosette": lambda c: people.rosette(c, "icon-talk", 600, 400, 170),
}


@pytest.mark.parametrize("theme", [DAYLIGHT, STAGE], ids=lambda t: t.name)
@pytest.mark.parametrize("draw", COVERING.values(), ids=COVERING)
def test_pieces_tell_all_the_pixels_they_cover(
    draw: Callable[[Canvas], pygame.Rect], theme: Theme
) -> None:
    canvas = blank(Wall((1280, 800), theme))
    covered = draw(canvas)
    drawn = ink(canvas)
    assert drawn.w > 0
    assert covered.contains(drawn)


def test_a_row_lies_exactly_in_its_box_and_shows_when_it_is_chosen() -> None:
    wall = Wall((1920, 1080))
    plain, chosen = blank(wall), blank(wall)
    box = Box(100, 100, 700, 92)
    text = fit(wall, "Yes.", 500)
    card.option_row(plain, box, "A", text)
    card.option_row(chosen, box, "A", text, on=True)
    assert ink(plain) == ink(chosen) == wall.rect(box)
    assert tuple(plain.surface.get_at((790, 146)))[:3] == wall.theme.inset
    assert tuple(chosen.surface.get_at((790, 146)))[:3] == wall.theme.brass_soft
    assert tuple(chosen.surface.get_at((797, 146)))[:3] == wall.theme.brass_edge


@pytest.mark.parametrize("radius", [0, 1, 28, 46, 400])
def test_round_corners_are_open_and_the_rest_is_filled(radius: int) -> None:
    from game.screens.kit import shapes

    surface = pygame.Surface((200, 100))
    shapes.rounded(surface, pygame.Rect(10, 10, 180, 80), radius, (255, 255, 255))
    assert surface.get_at((100, 50))[0] == 255
    assert surface.get_at((11, 50))[0] == 255
    assert surface.get_at((100, 11))[0] == 255
    assert (surface.get_at((10, 10))[0] > 120) == (radius <= 1)


def test_an_arc_covers_the_part_it_is_given() -> None:
    from game.screens.kit import lines

    for part in (0.25, 0.5, 0.75):
        surface = pygame.Surface((200, 200))
        lines.arc(surface, (100, 100), 80, 10, part, (255, 255, 255))
        right, below, left = (surface.get_at(p)[0] for p in ((180, 97), (103, 180), (20, 103)))
        assert right > 200
        assert (below > 200) == (part >= 0.5)
        assert (left > 200) == (part >= 0.75)
    empty = pygame.Surface((200, 200))
    lines.arc(empty, (100, 100), 80, 10, 0, (255, 255, 255))
    assert pygame.mask.from_threshold(empty, (255, 255, 255), (9, 9, 9)).count() == 0


@every_wall
@pytest.mark.parametrize("n", range(2, 9))
@pytest.mark.parametrize("style", ["slim", "tall"])
def test_the_strip_lies_on_the_wall_and_tokens_never_shrink(
    size: tuple[int, int], n: int, style: strip.Style
) -> None:
    wall = Wall(size)
    box = strip.strip_box(wall, n, style)
    canvas = blank(wall)
    teams = samples.teams(n, long=True)
    plates = strip.strip(canvas, box, teams, active=TEAM_KEYS[1], style=style)
    assert len(plates) == n
    assert wall.box.joined(box) == wall.box
    for i, plate in enumerate(plates):
        assert box.inset(-1).joined(plate.box) == box.inset(-1)
        assert plate.box.holds(*plate.token)
        assert plate.box.holds(*plate.score)
        for other in plates[i + 1 :]:
            assert not plate.box.inset(1).meets(other.box.inset(1))


def test_steppers_can_be_clicked_beside_the_number() -> None:
    wall = Wall((1920, 1080))
    box = strip.strip_box(wall, 4)
    for plate in strip.strip(blank(wall), box, samples.teams(4), steppers=True):
        assert plate.minus
        assert plate.plus
        assert plate.minus.right <= plate.score[0] <= plate.plus.x
        assert min(plate.minus.w, plate.plus.w) >= 44


def test_an_empty_strip_draws_nothing() -> None:
    canvas = blank(Wall((640, 480)))
    assert strip.strip(canvas, Box(0, 0, 600, 80), []) == []
    assert ink(canvas).w == 0


@pytest.mark.parametrize("n", [0, 1, 2, 9, 14, 40, 500])
def test_piles_stay_in_their_box_and_faces_stay_apart(n: int) -> None:
    box = Box(30, 40, 300, 90)
    places = people.pile_places(box, n)
    assert len(places) == min(n, len(places))
    assert len(places) == n or n > 30
    for place in places:
        assert box.inset(-0.5).joined(place) == box.inset(-0.5)
    rows: dict[float, list[float]] = {}
    for place in places:
        rows.setdefault(place.y, []).append(place.x)
    for xs in rows.values():
        assert all(b - a >= places[0].w * 0.41 for a, b in itertools.pairwise(xs))


def test_a_pile_takes_the_number_of_rows_that_shows_most_of_a_face() -> None:
    assert len({p.y for p in people.pile_places(Box(0, 0, 283, 34), 13)}) == 1
    assert len({p.y for p in people.pile_places(Box(0, 0, 250, 98), 14)}) == 2
    assert people.pile_places(Box(0, 0, 0, 0), 5) == []


def test_a_face_keeps_its_head_when_the_pile_grows() -> None:
    assert [people.face_of(i, 2) for i in range(5)] == [people.face_of(i, 2) for i in range(9)][:5]
    assert len({people.face_of(i) for i in range(12)}) == people.FACES


def test_options_share_one_size_and_say_when_they_do_not_fit() -> None:
    wall = Wall((1920, 1080))
    room = Box(80, 200, 1340, 400)
    few = card.lay_options(wall, samples.OPTIONS, room)
    assert not few.overflow
    assert len({text.px for text in few.texts}) == 1
    assert few.boxes[-1].bottom == pytest.approx(room.bottom)
    many = card.lay_options(wall, [samples.STORY] * 6, room)
    assert many.overflow
    top = card.lay_options(wall, samples.OPTIONS, room, bottom=False)
    assert top.boxes[0].y == room.y
    assert card.lay_options(wall, [], room).height == 0


def test_an_option_of_two_lines_gets_a_higher_row() -> None:
    wall = Wall((1080, 1920))
    options = card.lay_options(wall, ["Yes.", samples.STORY[:80]], Box(40, 0, 900, 900))
    assert options.boxes[1].h > options.boxes[0].h
    assert all(t.height <= b.h for t, b in zip(options.texts, options.boxes, strict=True))


@pytest.mark.parametrize(
    ("kind", "icon", "name"),
    [
        ("bell", "", "space-bell"),
        ("start", "", "space-start"),
        ("category", "metrics", "cat-metrics"),
        ("category", "talk", "icon-talk"),
        ("category", "own picture.png", "icon-deck"),
        ("", "", "icon-deck"),
    ],
)
def test_every_pile_has_an_icon(kind: str, icon: str, name: str) -> None:
    assert card.icon_name(kind, icon) == name


def test_zone_pictures_are_found_by_their_short_and_full_names() -> None:
    assert card.zone_picture_name("receive") == "zone-4-receive"
    assert card.zone_picture_name("zone-4-receive") == "zone-4-receive"
    assert card.zone_picture_name("zone-7-sea") is None
    assert card.zone_picture_name("bell") is None


def test_a_card_gives_the_room_below_its_band() -> None:
    wall = Wall((1920, 1080))
    canvas = blank(wall)
    box = Box(40, 36, 1420, 916)
    body = card.card(canvas, box, zone=3, icon="cat-insights", title="A title", picture="receive")
    assert body.y == 36 + card.band_height(wall)
    assert body.bottom == box.bottom
    assert tuple(canvas.surface.get_at((900, 60)))[:3] == wall.theme.zone(3)
    assert tuple(canvas.surface.get_at((900, 700)))[:3] == wall.theme.sheet


def test_the_gallery_writes_its_pictures(tmp_path: Path) -> None:
    assert gallery.main([]) == 2
    assert gallery.main([str(tmp_path), "dilemma-four-three-daylight"]) == 0
    written = list(tmp_path.iterdir())
    assert [path.name for path in written] == ["dilemma-four-three-daylight.png"]
    assert pygame.image.load(str(written[0])).get_size() == (1024, 768)


@pytest.mark.parametrize("radius", [8, 79, 81, 120, 330])
def test_the_corners_of_a_sheet_have_its_colour(radius: int) -> None:
    """On a 4K wall they are so large that they are scaled in another way."""
    surface = pygame.Surface((2 * radius + 20, 2 * radius + 20))
    shapes.rounded(surface, surface.get_rect(), radius, DAYLIGHT.sheet)
    inside = round(radius * 0.6)
    assert tuple(surface.get_at((inside, inside)))[:3] == DAYLIGHT.sheet
