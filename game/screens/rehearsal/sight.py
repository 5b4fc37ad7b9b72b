"""What has to be seen from the last row: type, colours and greys, and the edges of the picture."""

from __future__ import annotations

from dataclasses import replace

from game.i18n import _
from game.look.theme import mix
from game.screens import parts
from game.screens.kit import pieces, shapes
from game.screens.kit.people import token
from game.screens.kit.text import BODY, BOLD, draw_label, draw_text
from game.screens.kit.theme import DAYLIGHT, STAGE, TEAM_KEYS, Theme
from game.screens.kit.wall import SEATS, Box, Canvas
from game.screens.menu import seat_heights, theme_name
from game.screens.parts import Part, Pick
from game.screens.rehearsal.room import Step
from game.screens.screen import Change, Look
from game.session.seats import colour_name

GREYS = 7
"""Steps from the ground to the text, both left out."""


class TextStep(Step):
    """The smallest type there is, for the distance that is set, and the ways to set another."""

    def title(self) -> str:
        """What is tried."""
        return _("Text")

    def asks(self, look: Look) -> str:
        """Whether the last row can read it."""
        return _("Sit in the last row. Can you read every line?")

    def parts(self, box: Box, look: Look) -> list[Part]:
        """The distances to choose from, over lines of each size."""
        wall = look.wall
        row, area = box.cut_top(max(72.0, 76.0 * wall.seat), 24)
        wide = wall.kind == "wide"
        name, picks = row.cut_left(row.w * (0.4 if wide else 0.44), 20)
        head = _("Last row, in picture heights")
        found = [
            parts.label(head, name, size=wall.S, weight=BOLD),
            *parts.segments(
                wall,
                picks,
                [
                    Pick(str(seat_heights(seat)), Change("seat", seat), seat == look.settings.seat)
                    for seat in SEATS
                ],
            ),
            parts.sheet(area),
        ]
        return [*found, Part(lambda canvas: self._lines(canvas, area.inset(48, 28)))]

    def _lines(self, canvas: Canvas, box: Box) -> None:
        wall = canvas.wall
        told = [
            (_("Smallest: hints and the names of things"), wall.S, BODY, canvas.theme.text_2),
            (_("Smallest, in bold: 0 8 3 6 9, rn m, Il1"), wall.S, BOLD, canvas.theme.text),
            (_("Read aloud: questions, answers, names of teams"), wall.M, BODY, canvas.theme.text),
            (_("Title"), wall.L, BOLD, canvas.theme.text),
        ]
        weights = [size for _text, size, _weight, _color in told]
        share, y = box.h / (sum(weights) * 1.0), box.y
        for text, size, weight, color in told:
            place = Box(box.x, y, box.w, size * share)
            draw_label(canvas, text, place, size=size, weight=weight, color=color, lines=3)
            y = place.bottom

    def missing(self, look: Look) -> list[str]:
        """A projector that is too small for the room."""
        if not self.doubted:
            return []
        return [_("Text was not readable: choose a larger distance, or make the picture larger.")]


class ColoursStep(Step):
    """Both lights side by side: each team's colour and shape, and the greys between."""

    def title(self) -> str:
        """What is tried."""
        return _("Colours and greys")

    def asks(self, look: Look) -> str:
        """What has to be told apart."""
        return _("Can you tell all eight teams apart, and count seven greys?")

    def draw(self, canvas: Canvas, box: Box, look: Look) -> None:
        """One half for each light; the light that is not chosen too, for who may choose it."""
        tall = canvas.wall.kind == "tall"
        halves = box.rows(2, 24) if tall else box.columns(2, 24)
        for half, theme in zip(halves, (DAYLIGHT, STAGE), strict=True):
            lit = Canvas(canvas.surface, replace(canvas.wall, theme=theme), canvas.origin)
            _draw_light(lit, half, theme)

    def missing(self, look: Look) -> list[str]:
        """A projector that shows too few shades."""
        if not self.doubted:
            return []
        return [_("Colours looked alike: dim the light at the wall, or choose the other light.")]


def _draw_light(canvas: Canvas, box: Box, theme: Theme) -> None:
    wall = canvas.wall
    shapes.rounded(canvas.surface, canvas.rect(box), canvas.px(36), theme.ground)
    shapes.outline(
        canvas.surface, canvas.rect(box), canvas.px(36), theme.line, max(1, canvas.px(3))
    )
    inner = box.inset(28, 18)
    head, rest = inner.cut_top(wall.S * 1.5, 8)
    draw_label(canvas, theme_name(theme.name), head, size=wall.S, weight=BOLD)
    teams, greys = rest.cut_top(rest.h * 0.7, 14)
    columns = 2 if wall.is_far or wall.kind != "tall" else 4
    for key, cell in zip(TEAM_KEYS, teams.grid(len(TEAM_KEYS), columns, 10), strict=True):
        size = min(cell.h * 0.8, cell.w * 0.3, 96.0)
        token(canvas, key, cell.x + size / 2, cell.cy, size)
        words = cell.cut_left(size, 14)[1]
        draw_label(canvas, colour_name(key), words, size=wall.S, color=theme.text)
    for i, cell in enumerate(greys.columns(GREYS, 10), 1):
        color = mix(theme.ground, theme.text, i / (GREYS + 1))
        shapes.rounded(canvas.surface, canvas.rect(cell), canvas.px(12), color)


class EdgeStep(Step):
    """A line along the very edge: what a projector cuts off is seen at once."""

    whole = True

    def title(self) -> str:
        """What is tried."""
        return _("Edges")

    def asks(self, look: Look) -> str:
        """What has to be in the picture."""
        return _("Do you see all four corners, and the line all around?")

    def draw(self, canvas: Canvas, box: Box, look: Look) -> None:
        """A frame as thick as a finger, with an arrow into each corner."""
        wall, theme = canvas.wall, canvas.theme
        rect = canvas.rect(wall.box)
        shapes.outline(canvas.surface, rect, 0, theme.text, max(2, canvas.px(6)))
        size = 120.0
        for x, left in ((0.0, True), (wall.width, False)):
            for y, top in ((0.0, True), (wall.height, False)):
                for long, high in ((size, 18.0), (18.0, size)):
                    place = Box(x if left else x - long, y if top else y - high, long, high)
                    canvas.surface.fill(theme.brass_edge, canvas.rect(place))
        w, h = wall.size
        told = _("{w} × {h} dots").format(w=w, h=h)
        pieces.sheet(canvas, box.centred(min(box.w, 900), min(box.h, 4 * wall.L)))
        middle = box.centred(min(box.w, 820), min(box.h, 3 * wall.L))
        draw_text(canvas, told, middle, size=(wall.L, wall.S), weight=BOLD, align="center",
                  valign="middle")  # fmt: skip

    def missing(self, look: Look) -> list[str]:
        """A projector that cuts the picture."""
        if not self.doubted:
            return []
        return [
            _("The edges were cut off: switch off “overscan” on the projector or the television.")
        ]
