"""The plates on a twist's card: one for each effect, as high as its words need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.rules.state import State
from game.screens.kit import people, pieces, props, shapes
from game.screens.kit.digits import digits_width, draw_digits
from game.screens.kit.text import BOLD, HEAVY, Fitted, draw_fitted, fit
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.effects import Told
from game.screens.scenes.frame import team_colour

PAD = 30.0
GAP = 20.0


@dataclass(frozen=True)
class EffectPlate:
    """One effect, fitted to a width."""

    effect: Told
    who: Fitted
    what: Fitted
    tokens: float
    """Width that the tokens take, in units."""
    glyph: float
    """Size of the icon beside the number, in units."""
    amount: float
    """Width of icon and number."""

    @property
    def height(self) -> float:
        """Units it needs."""
        return max(128.0, self.who.height + self.what.height + 36)

    @property
    def overflow(self) -> bool:
        """Its words do not fit at this width."""
        return self.who.overflow or self.what.overflow


def plate_of(wall: Wall, effect: Told, width: float) -> EffectPlate:
    """Fit an effect to a plate of a width."""
    inner = width - 2 * PAD
    tokens = min(inner * 0.2, 112.0) if effect.teams else 0.0
    glyph = min(wall.L, inner * 0.16) if effect.icon else 0.0
    number = digits_width(wall, effect.value, wall.L) + 4 if effect.value else 0.0
    amount = min(inner * 0.42, glyph + number + (14 if glyph and number else 0))
    words = inner - sum(part + GAP for part in (tokens, amount) if part)
    who = fit(wall, effect.who, words, size=(wall.M, wall.S), weight=HEAVY, leading=1.12, lines=2)
    if who.overflow:  # two long names: smaller type would be worse than one more line
        who = fit(wall, effect.who, words, size=wall.S, weight=HEAVY, leading=1.12)
    what = fit(
        wall, effect.what, words, size=(wall.M * 0.9, wall.S), weight=BOLD, leading=1.15, lines=2
    )
    return EffectPlate(effect, who, what, tokens, glyph, amount)


def draw_plate(canvas: Canvas, state: State, plate: EffectPlate, box: Box) -> None:
    """Tokens, whom it befalls, what happens, and how much."""
    theme = canvas.theme
    fill = theme.inset if theme.is_stage else theme.sheet
    shapes.rounded(canvas.surface, canvas.rect(box), canvas.px(36), fill)
    words = box.inset(PAD, 12)
    if plate.tokens:
        tokens, words = words.cut_left(plate.tokens, GAP)
        _tokens(canvas, [team_colour(state, team) for team in plate.effect.teams], tokens)
    if plate.amount:
        right, words = words.cut_right(plate.amount, GAP)
        _amount(canvas, plate, right)
    spare = max(0.0, words.h - plate.who.height - plate.what.height) / 2
    draw_fitted(canvas, plate.who, words.moved(0, spare))
    draw_fitted(canvas, plate.what, words.moved(0, spare + plate.who.height), color=theme.text_2)


def _amount(canvas: Canvas, plate: EffectPlate, box: Box) -> None:
    effect, glyph = plate.effect, plate.glyph
    if effect.icon == "face":
        people.face(canvas, 0, box.right - glyph / 2, box.cy, glyph)
        box = box.cut_right(glyph, 14)[1]
    elif effect.icon == "die":
        props.die(canvas, 5, box.right - glyph / 2, box.cy, glyph, tilt=8)
    elif effect.icon:
        pieces.icon(canvas, effect.icon, box.x + glyph / 2, box.cy, glyph * 0.84)
        box = box.cut_left(glyph, 14)[1]
    if effect.value:
        draw_digits(canvas, effect.value, box, size=canvas.wall.L, align="right")


def _tokens(canvas: Canvas, keys: Sequence[str], box: Box) -> None:
    """One large token, or up to eight in a block."""
    columns = 1 if len(keys) == 1 else 2 if len(keys) <= 4 else 3
    rows = -(-len(keys) // columns)
    side = min(box.w / columns, box.h / rows)
    block = box.centred(side * columns, side * rows)
    for key, cell in zip(keys, block.grid(len(keys), columns), strict=True):
        people.token(canvas, key, cell.cx, cell.cy, side * 0.9)
