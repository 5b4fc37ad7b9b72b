"""Where each line of a wall stands: what a test needs to see that none runs over another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from game.screens.kit import board, text
from game.screens.kit.fonts import CAP_HEIGHT
from game.screens.kit.text import Fitted
from game.screens.kit.wall import Box
from game.screens.kit.wrap import line_width
from game.screens.scenes import onward
from game.screens.screen import Look, Screen
from tests.screens import outside


@dataclass(frozen=True)
class Line:
    """A line of words, from the top of its capitals to below its base line."""

    words: str
    box: Box


@dataclass(frozen=True)
class Placed:
    """A wall's words, and the lines they were drawn in."""

    texts: tuple[Fitted, ...]
    lines: tuple[Line, ...]

    def smaller_than(self, least: float) -> list[str]:
        """Words below a size in units, each with its size in parts of it; keys aside."""
        return [
            f"{' '.join(one.lines)} ({one.size / least:.2f})"
            for one in self.texts
            if len("".join(one.lines)) > 2 and one.size < least * 0.99
        ]

    def cut(self) -> list[str]:
        """Words that have no room."""
        return [" ".join(one.lines) for one in self.texts if one.overflow]

    def over(self) -> list[tuple[str, str]]:
        """Lines that run over one another."""
        found = [(line.words, line.box.inset(1)) for line in self.lines]
        return [
            (words, others)
            for i, (words, box) in enumerate(found)
            for others, other in found[i + 1 :]
            if box.meets(other)
        ]

    def off(self, wall: Box, least: float) -> list[str]:
        """Lines that come closer to the wall's edge than that."""
        inner = wall.inset(least)
        return [
            line.words
            for line in self.lines
            if line.box.x < inner.x or line.box.y < inner.y
            or line.box.right > inner.right or line.box.bottom > inner.bottom
        ]  # fmt: skip


def place(screen: Screen, look: Look, monkeypatch: pytest.MonkeyPatch) -> Placed:
    """Lay a screen out as it is painted, and note where its words and its dots of pages stand."""
    texts: list[Fitted] = []
    lines: list[Line] = []

    def noting(
        _canvas: Any, fitted: Fitted, box: Box, *, color: Any = None,
        align: str = "left", valign: str = "top",
    ) -> None:  # fmt: skip
        texts.append(fitted)
        lines.extend(_lines(fitted, box, align, valign))

    def dots(_canvas: Any, n: int, _at: int, cx: float, cy: float, **_more: Any) -> None:
        w = onward.DOT_STEP * n
        lines.append(Line("…" * n, Box(cx - w / 2, cy - 11, w, 22)))

    surface = look.wall.surface()
    surface.set_clip((0, 0, 1, 1))
    with monkeypatch.context() as patch:
        for real in outside._COLOURING:
            for module in outside._modules_with(real):
                patch.setattr(module, real.__name__, lambda *_args, **_kwargs: None)
        for real, instead in ((text.draw_fitted, noting), (onward.draw_dots, dots)):
            for module in outside._modules_with(real):
                patch.setattr(module, real.__name__, instead)
        try:
            screen.paint(look.wall.canvas(surface), look)
        finally:
            # The next test may look at its pixels: half a board is not kept.
            for half in board._painted:
                half.forget()
    return Placed(tuple(texts), tuple(lines))


def _lines(fitted: Fitted, box: Box, align: str, valign: str) -> Iterator[Line]:
    step, cap = fitted.line_px / fitted.u, fitted.size * CAP_HEIGHT
    block = step * (len(fitted.lines) - 1)
    lead = step / 2 + fitted.size * 0.36
    base = {
        "top": box.y + lead,
        "middle": box.y + (box.h - block + cap) / 2,
        "bottom": box.bottom - step + lead - block,
    }[valign]
    for i, words in enumerate(fitted.lines):
        w = line_width(words, fitted.weight, fitted.px) / fitted.u
        x = {"left": box.x, "center": box.cx - w / 2, "right": box.right - w}[align]
        yield Line(words, Box(x, base + i * step - cap, w, cap * 1.15))
