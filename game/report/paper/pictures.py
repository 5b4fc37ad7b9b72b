"""Pictures on paper: our own drawings as vectors, those of a deck as they are."""

from __future__ import annotations

import io
import logging
import math
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from game.look.box import Box
from game.look.theme import INK, Color, hex_of
from game.paths import assets_dir

if TYPE_CHECKING:
    from fpdf import FPDF
    from fpdf.svg import SVGObject

_WORDS = re.compile(r"<text\b.*?</text\s*>|<text\b[^>]*/>", re.DOTALL)


class Pictures:
    """The pictures of one document; a drawing is read once."""

    def __init__(self, pdf: FPDF, deck: Mapping[str, bytes]) -> None:
        self._pdf = pdf
        self._deck = deck
        self._drawings: dict[tuple[str, Color | None], SVGObject | None] = {}

    def draw(self, name: str, box: Box, tint: Color | None = None) -> bool:
        """One of the game's drawings, or a picture of the deck, as large as the box allows.

        `tint` is the colour of a drawing that is made of ink alone. False where there is no
        such picture, or it cannot be read: then nothing is drawn.
        """
        if name in self._deck and self._deck[name].lstrip()[:1] != b"<":
            return self._photo(self._deck[name], box)
        drawing = self._drawing(name, tint)
        if drawing is None:
            return False
        _draw(self._pdf, drawing, box)
        return True

    def has(self, name: str) -> bool:
        """Whether there is a drawing of that name."""
        return self._drawing(name, None) is not None

    def shape_of(self, name: str) -> float:
        """Width over height of a drawing; 1 where there is none."""
        drawing = self._drawing(name, None)
        if drawing is None:
            return 1.0
        w, h = _size_of(drawing)
        return w / h

    def _drawing(self, name: str, tint: Color | None) -> SVGObject | None:
        key = (name, tint)
        if key not in self._drawings:
            data = self._deck.get(name) or _own(name)
            if data is not None and tint is not None:
                data = data.replace(hex_of(INK).encode(), hex_of(tint).encode())
            self._drawings[key] = _read(data) if data is not None else None
        return self._drawings[key]

    def _photo(self, data: bytes, box: Box) -> bool:
        from PIL import Image, ImageOps, UnidentifiedImageError

        try:
            with Image.open(io.BytesIO(data)) as opened:
                image = ImageOps.exif_transpose(opened)
                # What a printer can tell apart: 300 dots an inch.
                most = math.ceil(max(box.w, box.h) / 25.4 * 300)
                image.thumbnail((most, most))
                self._pdf.image(image, box.x, box.y, box.w, box.h, keep_aspect_ratio=True)
        except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
            return False
        return True


def _own(name: str) -> bytes | None:
    """The SVG of one of the game's drawings; only a plain name reaches into the folder."""
    if not name or not all(c.isascii() and (c.isalnum() or c == "-") for c in name):
        return None
    path = assets_dir() / "art" / f"{name}.svg"
    return path.read_bytes() if path.is_file() else None


def _read(data: bytes) -> SVGObject | None:
    """A drawing as paths; None where it is one that cannot be drawn.

    Words in it are left out, as on the wall: their fonts are somewhere else.
    """
    from fpdf import FPDF
    from fpdf.svg import SVGObject

    try:
        with _silent():
            drawing = SVGObject(_WORDS.sub("", data.decode("utf-8-sig")))
            w, h = _size_of(drawing)
            if w <= 0 or h <= 0:
                return None
            # What goes wrong while it is drawn would leave half of it in the document.
            trial = FPDF(unit="mm")
            trial.add_page()
            _draw(trial, drawing, Box(0, 0, 10, 10))
            trial.output()
    except Exception:  # noqa: BLE001 - a deck's drawing may be anything; a card does without it
        return None
    return drawing


def _draw(pdf: FPDF, drawing: SVGObject, box: Box) -> None:
    """As large as the box allows, in its middle."""
    from fpdf.drawing_primitives import Transform

    w, h = _size_of(drawing)
    k = min(box.w / w, box.h / h)
    _w, _h, path = drawing.transform_to_rect_viewport(
        scale=1, width=w * k, height=h * k, ignore_svg_top_attrs=True
    )
    shift = Transform.translation(box.cx - w * k / 2, box.cy - h * k / 2)
    path.transform = shift if path.transform is None else path.transform @ shift
    pdf.set_xy(0, 0)
    pdf.draw_path(path, copy=False)  # made for this drawing alone


@contextmanager
def _silent() -> Iterator[None]:
    """What fpdf2 thinks of a drawing is nothing the person at the terminal can mend."""
    logger = logging.getLogger("fpdf")
    before = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(before)


def _size_of(drawing: SVGObject) -> tuple[float, float]:
    if drawing.viewbox:
        return float(drawing.viewbox[2]), float(drawing.viewbox[3])
    return float(drawing.width or 0), float(drawing.height or 0)
