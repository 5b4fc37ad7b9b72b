"""Teams and customers: tokens, pawns, faces, portraits; with them the bell, die and rosette.

Whatever may move gives back the pixels it covers, for dirty rectangles.
"""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.screens.kit import shapes
from game.screens.kit.assets import has_art
from game.screens.kit.props import BELL_SHAPE, BellState, bell, die, drawing, place_disc, rosette
from game.screens.kit.svg import Tint, art
from game.screens.kit.theme import TEAM_KEYS, rgb
from game.screens.kit.wall import Box, Canvas, Wall

__all__ = [
    "BELL_SHAPE", "CUSTOMER_SHAPE", "FACES", "PAWN_SHAPE", "PORTRAITS", "BellState", "bell",
    "customer_pawn", "die", "drawing", "empty_face", "face", "face_of", "face_surface", "faces",
    "known_team", "pawn", "pile", "pile_places", "place_disc", "portrait", "portrait_name",
    "rosette", "token", "token_row", "token_surface", "vote_face",
]  # fmt: skip

FACES = 6
PAWN_SHAPE = 116 / 146
CUSTOMER_SHAPE = 164 / 216
_GROUND = rgb("#1E160A")


def known_team(key: str) -> str:
    """The key itself, or the last team's for one that is not known."""
    return key if key in TEAM_KEYS else TEAM_KEYS[-1]


def _lit(wall: Wall, name: str) -> str:
    """The drawing's form for the wall's light."""
    staged = f"{name}-stage"
    return staged if wall.theme.is_stage and has_art(staged) else name


def token_surface(wall: Wall, key: str, size: float) -> pygame.Surface:
    """A team's token as a picture of ``size`` units."""
    px = wall.px(size)
    return art(_lit(wall, f"token-{known_team(key)}"), px, px)


def token(canvas: Canvas, key: str, cx: float, cy: float, size: float) -> pygame.Rect:
    """A team's token (colour, shape, outline) with its middle at cx, cy."""
    return canvas.blit(token_surface(canvas.wall, key, size), cx, cy, "center")


def pawn(
    canvas: Canvas,
    key: str,
    x: float,
    y: float,
    height: float = 112,
    *,
    lift: float = 0,
    squash: float = 1.0,
) -> pygame.Rect:
    """A team's pawn whose foot stands at x, y.

    ``lift`` raises it above its shadow, ``squash`` (about 0.92 to 1) flattens it on landing.
    """
    w = height * PAWN_SHAPE
    ground = Box(x - w * 0.40, y - height * 0.10, w * 0.90, height * 0.17)
    return _standing(canvas, _lit(canvas.wall, f"pawn-{known_team(key)}"), PAWN_SHAPE,
                     (x, y - lift), height, squash, ground)  # fmt: skip


def customer_pawn(
    canvas: Canvas,
    name: str,
    x: float,
    y: float,
    height: float = 166,
    *,
    lift: float = 0,
    squash: float = 1.0,
) -> pygame.Rect:
    """The customer who walks for everybody; ``name`` as ``customer-wim``, any of PORTRAITS."""
    ground = Box(x - height * 0.27, y - height * 0.1, height * 0.63, height * 0.18)
    return _standing(canvas, portrait_name(name), CUSTOMER_SHAPE,
                     (x, y - lift), height, squash, ground)  # fmt: skip


def _standing(
    canvas: Canvas, drawing: str, shape: float, foot: tuple[float, float],
    height: float, squash: float, ground: Box,
) -> pygame.Rect:  # fmt: skip
    rect = canvas.rect(ground)
    shapes.ellipse(canvas.surface, rect, _GROUND, 72)
    picture = art(drawing, canvas.px(height * shape), canvas.px(height))
    if squash != 1.0:
        w, h = picture.get_size()
        picture = pygame.transform.smoothscale(
            picture, (max(1, round(w * (2 - squash))), max(1, round(h * squash)))
        )
    w, h = picture.get_size()
    px, py = canvas.point(*foot)
    place = picture.get_rect(topleft=(round(px - w * 0.483), round(py - h * 0.955)))
    canvas.surface.blit(picture, place)
    return place.union(rect)


def face_surface(wall: Wall, index: int, size: float) -> pygame.Surface:
    """One of the six happy customers as a picture of ``size`` units."""
    px = wall.px(size)
    return art(_lit(wall, f"face-{index % FACES + 1}"), px, px)


def face_of(n: int, start: int = 0) -> int:
    """Which of the six heads customer number n wears, so that a face keeps its head."""
    return (start + n * 5 + n // 3) % FACES


def face(canvas: Canvas, index: int, cx: float, cy: float, size: float) -> pygame.Rect:
    """One happy customer with the middle at cx, cy."""
    return canvas.blit(face_surface(canvas.wall, index, size), cx, cy, "center")


def empty_face(canvas: Canvas, cx: float, cy: float, size: float) -> pygame.Rect:
    """The place of a customer who was not won."""
    tint: Tint = ((rgb("#8A8271"), canvas.theme.line),)
    return canvas.blit(art("face-empty", canvas.px(size), None, tint), cx, cy, "center")


def faces(  # noqa: PLR0913 - how a row is laid, each with a default
    canvas: Canvas,
    n: int,
    x: float,
    y: float,
    size: float,
    *,
    step: float | None = None,
    per_row: int = 99,
    start: int = 0,
    of: int | None = None,
) -> Box:
    """N happy customers in rows from the upper left corner x, y.

    ``step`` is the distance of their middles (their size if absent); ``of`` adds empty
    places up to that number. Gives the box they took.
    """
    step = size if step is None else step
    whole = max(n, of or 0)
    for i in range(whole):
        row, column = divmod(i, max(1, per_row))
        cx, cy = x + column * step + size / 2, y + row * (size + 2) + size / 2
        if i < n:
            face(canvas, face_of(i, start), cx, cy, size)
        else:
            empty_face(canvas, cx, cy, size)
    columns, rows = min(whole, per_row), -(-whole // max(1, per_row))
    return Box(x, y, max(0, columns - 1) * step + size, max(1, rows) * (size + 2) - 2)


_CLOSEST = 0.42
"""How near faces of a pile may come, in parts of their size."""


def pile_places(box: Box, n: int, largest: float = 40) -> list[Box]:
    """Where each of n faces lies in a box: in one to three rows, from the upper left.

    The number of rows is the one that shows most of every face. When even three rows are
    full, the number beside the pile says the rest.
    """
    best: tuple[float, int, float, float] | None = None
    for rows in (1, 2, 3):
        size = min(largest, (box.h - 2 * (rows - 1)) / rows, box.w)
        if size <= 0 or n <= 0:
            break
        per_row = -(-n // rows)
        step = min(size * 1.03, (box.w - size) / max(1, per_row - 1))
        shown = size * min(size, max(step, size * _CLOSEST))
        if step < size * _CLOSEST:
            shown *= step / size
        if best is None or shown > best[0]:
            best = (shown, rows, size, max(step, size * _CLOSEST))
    if best is None:
        return []
    _, rows, size, step = best
    per_row = min(-(-n // rows), max(1, int((box.w - size) / step + 1.001)))
    places = [
        Box(box.x + column * step, box.y + row * (size + 2), size, size)
        for row in range(rows)
        for column in range(per_row)
    ]
    return places[:n]


def pile(
    canvas: Canvas,
    box: Box,
    n: int,
    *,
    largest: float = 40,
    start: int = 0,
    like: int = 0,
) -> None:
    """A team's happy customers, however many, inside a box.

    ``like`` lays them as closely as a pile of that number, so that the piles of teams beside
    one another can be compared.
    """
    for i, place in enumerate(pile_places(box, max(n, like), largest)[:n]):
        face(canvas, face_of(i, start), place.cx, place.cy, place.w)


def vote_face(canvas: Canvas, value: int, cx: float, cy: float, size: float) -> pygame.Rect:
    """The face of a vote from 0 (not yet) to 3 (all)."""
    return canvas.blit(art(f"vote-{min(3, max(0, value))}", canvas.px(size)), cx, cy, "center")


PORTRAITS: tuple[str, ...] = (
    "customer-wim", "customer-amina", "customer-lotte", "customer-joost", "customer-fatima",
    "customer-mei", "customer-kofi", "customer-sanne", "customer-henk", "customer-rosa",
    "customer-dev", "customer-yara", "customer-noah",
)  # fmt: skip
"""Names of the customers drawn for personas."""


def portrait_name(name: str) -> str:
    """The name itself if it is drawn, else one of PORTRAITS that stays the same for that name."""
    if name.startswith("customer-") and has_art(name):
        return name
    return PORTRAITS[sum(name.encode("utf-8", "replace")) % len(PORTRAITS)]


def portrait(canvas: Canvas, name: str, cx: float, bottom: float, height: float) -> pygame.Rect:
    """A persona's picture, standing on ``bottom``."""
    picture = art(portrait_name(name), canvas.px(height * CUSTOMER_SHAPE), canvas.px(height))
    return canvas.blit(picture, cx, bottom, "midbottom")


def token_row(
    canvas: Canvas, keys: Sequence[str], x: float, cy: float, size: float, step: float
) -> None:
    """Tokens beside one another from x on, ``step`` units from middle to middle."""
    for i, key in enumerate(keys):
        token(canvas, key, x + size / 2 + i * step, cy, size)
