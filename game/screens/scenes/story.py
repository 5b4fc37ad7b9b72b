"""A card's sheet: band, story and the part to answer with, on as many faces as it takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.rules.cards import Card
from game.rules.state import OnCard
from game.screens.kit.card import card as draw_sheet
from game.screens.kit.svg import deck_picture
from game.screens.kit.text import Fitted, draw_fitted, fit, pages
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.cardlayout import BAND, FAR_BAND, LOW_BAND, Places
from game.screens.scenes.frame import card_line, category_icon, zone_index, zone_picture
from game.screens.screen import Hotspot, Look

ALONE = 120.0
"""Rows higher than this tell a part that it has a whole face for itself."""
FOOT = 88.0
"""Height kept at a face's bottom for the button that turns it, and for the persona."""


@dataclass(frozen=True)
class Laid:
    """The part of a card that is answered with, laid into a box."""

    top: float
    """Where it begins; the story stays above."""
    overflow: bool
    """It does not fit the box."""
    paint: Callable[[Canvas], None]
    spots: tuple[Hotspot, ...] = ()
    rows: tuple[Box, ...] = ()
    """Boxes of its rows, for what moves over them."""


@dataclass(frozen=True)
class Manners:
    """How roomy a card is laid out."""

    band: float
    top: float
    """Between band and story."""
    gap: float
    """Between story and part."""
    leading: float
    row: float
    """Height of an option's row."""


def _ways(places: Places) -> tuple[Manners, ...]:
    """The roomiest first."""
    ways = _WAYS[places.manner]
    return (replace(ways[0], band=places.band),) if places.manner == "band" else ways


PartOf = Callable[[Box, Manners], Laid]
"""Lays the part to answer with, anchored to the bottom of a box."""

_WAYS: dict[str, tuple[Manners, ...]] = {
    "rail": (Manners(BAND, 24, 22, 1.3, 92), Manners(LOW_BAND, 16, 16, 1.2, 84)),
    "head": (Manners(LOW_BAND, 18, 16, 1.27, 84), Manners(92, 10, 10, 1.2, 80)),
    "totem": (Manners(BAND, 28, 26, 1.3, 104), Manners(LOW_BAND, 18, 18, 1.2, 88)),
    "band": (Manners(FAR_BAND, 20, 20, 1.2, 108),),
}


@dataclass(frozen=True)
class Face:
    """One face of a card, ready to be painted."""

    way: Manners
    text: Fitted | None
    text_box: Box
    picture: Box | None
    part: Laid | None
    foot: Box | None
    """Kept free at the bottom of a card of several faces."""


def faces(look: Look, card: Card, places: Places, part_of: PartOf) -> tuple[Face, ...]:
    """The faces a card takes here: one if story and part fit together."""
    for way in _ways(places):
        one = _one_face(look, card, places, way, part_of)
        if one is not None:
            return (one,)
    return _several(look, card, places, part_of)


def area_of(places: Places, way: Manners) -> Box:
    """The card below its band."""
    return Box(places.card.x, places.card.y + way.band, places.card.w, places.card.h - way.band)


def _insets(places: Places) -> tuple[float, float]:
    """(of text, of rows) from the card's sides."""
    return (44, 28) if places.manner == "head" else (52, 36)


def _one_face(look: Look, card: Card, places: Places, way: Manners, part_of: PartOf) -> Face | None:
    wall, area = look.wall, area_of(places, way)
    side, rows = _insets(places)
    foot = None
    if places.manner == "band":
        # Seen from far a card takes the whole wall: persona and buttons stand in its own foot.
        foot, area = _foot(places, area)
    part = part_of(Box(area.x + rows, area.y + 8, area.w - 2 * rows, area.h - 8 - 26), way)
    if part.overflow:
        return None
    box = Box(
        area.x + side, area.y + way.top, area.w - 2 * side, part.top - area.y - way.top - way.gap
    )
    picture = None
    if card.picture in look.pictures and card.picture:
        picture, box = box.cut_right(min(420.0, box.w * 0.34), 32)
    text = fit(wall, card.prompt, box.w, box.h, size=(wall.M * 1.17, wall.M), leading=way.leading)
    if text.overflow:
        return None
    return Face(way, text, box, picture, part, foot)


def _foot(places: Places, area: Box) -> tuple[Box, Box]:
    # Where the wall is narrow, the persona's words take two lines; on a totem four.
    high = FOOT
    if places.manner == "band" and places.card.w < 1600:
        high += 52 if places.card.w > places.card.h else 160
    foot, rest = area.cut_bottom(high)
    inner = Box(foot.x + 36, foot.y, foot.w - 72, foot.h - 16)
    if places.manner == "band":
        inner = inner.cut_right(places.onward.w, 20)[1]
    return inner, rest


def foot_of(places: Places) -> Box:
    """The foot of a card that takes several faces, for its persona and the button that turns it."""
    return _foot(places, area_of(places, _ways(places)[0]))[0]


def persona_room(foot: Box, count: int) -> Box:
    """Where a persona stands in the foot of a card of so many faces."""
    return foot.cut_right(200 if count > 1 else 0, 24)[1]


def _several(look: Look, card: Card, places: Places, part_of: PartOf) -> tuple[Face, ...]:
    wall, way = look.wall, _ways(places)[-1]
    whole = _ways(places)[0]
    side, rows = _insets(places)
    foot, area = _foot(places, area_of(places, whole))
    box = Box(area.x + side, area.y + whole.top, area.w - 2 * side, area.h - whole.top)
    picture = None
    if card.picture in look.pictures and card.picture:
        picture, box = box.cut_right(box.w * 0.42, 32)
    texts = _story(wall, card.prompt, box, whole.leading)
    story = [
        Face(whole, text, box, picture if i == 0 else None, None, foot)
        for i, text in enumerate(texts)
    ]
    foot, area = _foot(places, area_of(places, way))
    part_box = Box(area.x + rows, area.y + 20, area.w - 2 * rows, area.h - 20)
    roomy = replace(way, row=216.0)
    part = part_of(part_box, roomy)
    return (*story, Face(way, None, part_box, None, part, foot))


def _story(wall: Wall, text: str, box: Box, leading: float) -> list[Fitted]:
    """The story on as few faces as it takes, each about as full as the others."""
    found = pages(wall, text, box.w, box.h, size=(wall.M * 1.17, wall.M), leading=leading)
    close = pages(wall, text, box.w, box.h, size=wall.M, leading=1.1)
    if len(close) < len(found):
        found = close
    lines = sum(len(page.lines) for page in found)
    each = -(-lines // len(found))
    whole = replace(found[0], lines=tuple(line for page in found for line in page.lines))
    return [whole.after(i * each).first(each) for i in range(len(found))]


def paint_card(
    canvas: Canvas,
    look: Look,
    stage: OnCard,
    card: Card,
    places: Places,
    face: Face,
    *,
    right: float = 0,
) -> None:
    """The sheet with its band, and what this face shows. `right` keeps the band's end free."""
    state = look.game
    bell = stage.pile == "*bell" or card.play == "bell"
    low = face.way.band < 140
    draw_sheet(
        canvas,
        places.card,
        zone=zone_index(state),
        icon=icon_of(look, card, stage),
        title=card.title,
        category="" if low or places.manner == "band" else card_line(state, card, stage),
        picture=None if low or right or places.manner == "totem" else zone_picture(state),
        brass=bell,
        band=face.way.band,
        right=right,
        sound=bool(card.sound),
    )
    paint_face(canvas, look, card, face)


def icon_of(look: Look, card: Card, stage: OnCard) -> str:
    """The icon on a card's band."""
    from game.screens.kit.card import icon_name

    if stage.pile == "*bell":
        return icon_name("bell")
    return icon_name("category", category_icon(look.game, card.category))


def paint_face(canvas: Canvas, look: Look, card: Card, face: Face) -> None:
    """Story, picture and part of one face."""
    if face.text is not None:
        draw_fitted(canvas, face.text, face.text_box)
    if face.picture is not None:
        draw_picture(canvas, look, card, face.picture)
    if face.part is not None:
        face.part.paint(canvas)


def draw_picture(canvas: Canvas, look: Look, card: Card, box: Box) -> None:
    """The card's own picture, as large as it goes; a broken one leaves a tidy placeholder."""
    rect = canvas.rect(box)
    picture = deck_picture(look.pictures.get(card.picture), rect.w, rect.h, canvas.theme)
    canvas.surface.blit(picture, rect)
