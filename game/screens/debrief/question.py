"""A question of the debrief: alone on the wall, large, with its phase and its time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.i18n import _, ngettext
from game.rules.debrief import Asking, asking, questions
from game.rules.state import Debrief, State
from game.screens.debrief.frame import DOTS, TimedScene, evenly
from game.screens.kit import pieces
from game.screens.kit.text import BODY, HEAVY, Fitted, draw_fitted, draw_label, fit, text_width
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.cardlayout import Manner
from game.screens.scenes.onward import draw_dots, draw_onward, onward_box
from game.screens.scenes.words import number_word, sentence
from game.screens.screen import Hotspot, Look, Outcome, Push

RING = 320.0
STEP_GAP = 14.0
BAR = 16.0


@dataclass(frozen=True)
class _Places:
    """Boxes of the page."""

    phase: Box
    steps: Box
    words: Box
    clock: Box
    manner: Manner
    foot: Box


def _places(wall: Wall, *, timed: bool) -> _Places:
    disc = onward_box(wall)
    x = wall.margin + 32
    head = Box(x, disc.y, disc.x - x - 40, disc.h)
    steps, phase = head.cut_bottom(BAR, 6)
    top = head.bottom + 48
    foot_high = max(wall.S * 1.5, 76.0)
    beside = wall.kind == "wide" and not wall.is_far
    if not beside and timed:
        foot_high = max(foot_high, 150.0)
    foot = Box(x, wall.height - wall.margin - foot_high, wall.width - 2 * x, foot_high)
    words = Box(x, top, wall.width - 2 * x, foot.y - top - 16 - DOTS)
    if not timed:
        return _Places(phase, steps, words, Box(0, 0, 0, 0), "rail", foot)
    if beside:
        side, words = words.cut_right(RING + 20, 64)
        ring = Box(side.x, words.cy - RING / 2, RING, RING)
        return _Places(phase, steps, words, ring, "rail", foot)
    clock, foot = foot.cut_right(min(430.0, foot.w * 0.42), 32)
    return _Places(phase, steps, words, clock, "head", foot)


class QuestionPage(TimedScene):
    """The question; a long one on several faces."""

    hills = (1, 3, 5)

    def _asking(self, look: Look) -> Asking | None:
        return asking(look.game)

    def _spots(self, look: Look) -> _Places:
        return _places(look.wall, timed=look.game.clock is not None)

    def _laid(self, look: Look) -> list[Fitted]:
        found = self._asking(look)
        words = found.question.text if found is not None else ""
        return lay_question(look.wall, words, self._spots(look).words)

    def faces(self, look: Look) -> int:
        """As many as the question needs."""
        return len(self._laid(look))

    def clock_place(self, look: Look) -> tuple[Box, Manner]:
        """At the right, or at the foot where the question needs the width."""
        spots = self._spots(look)
        return spots.clock, spots.manner

    def paint(self, canvas: Canvas, look: Look) -> None:
        """Phase, question, and how to keep what is said."""
        wall, state, spots = canvas.wall, look.game, self._spots(look)
        found = self._asking(look)
        self.ground(canvas)
        draw_onward(canvas, onward_box(wall))
        if found is None:
            return
        draw_label(
            canvas, found.phase.name, spots.phase, size=(wall.L, wall.M), weight=HEAVY, lines=1
        )
        draw_steps(canvas, state, spots.steps)
        faces, at = self._laid(look), self.at(look)
        text = faces[at]
        draw_fitted(canvas, text, spots.words.moved(0, max(0.0, spots.words.h - text.height) * 0.4))
        draw_dots(canvas, len(faces), at, wall.width / 2, spots.words.bottom + DOTS / 2)
        place = note_box(wall, spots.foot, kept(state, found.question.text))
        pieces.chip(canvas, place, radius=place.h / 2)
        draw_label(
            canvas, kept(state, found.question.text), place.inset(28, 4), size=wall.S, lines=2
        )

    def spots(self, look: Look) -> Sequence[Hotspot]:
        """An insight can be noted by touch, too."""
        found = self._asking(look)
        words = kept(look.game, found.question.text) if found is not None else ""
        place = note_box(look.wall, self._spots(look).foot, words)
        return (Hotspot(place, _note, _("Note an insight"), place.h / 2),)


def _note() -> Outcome:
    from game.screens.insight import InsightEditor

    return Push(InsightEditor(None))


def note_box(wall: Wall, foot: Box, words: str) -> Box:
    """The button that notes an insight, at the left of the foot."""
    wide = min(foot.w, text_width(wall, words, wall.S) + 60)
    high = min(foot.h, max(72.0, wall.S * (1.5 if wide < foot.w else 2.6)))
    return Box(foot.x, foot.cy - high / 2, wide, high)


def lay_question(wall: Wall, words: str, box: Box) -> list[Fitted]:
    """As large as it can be; on several faces only where even body type is too long for one."""
    for size in ((wall.XL, wall.L), (wall.L, wall.M * 1.1)):
        whole = fit(wall, words, box.w, box.h, size=size, weight=HEAVY, leading=1.14)
        if not whole.overflow:
            return [whole]
    return evenly(wall, words, box, size=(wall.L, wall.M), weight=BODY, leading=1.22)


def draw_steps(canvas: Canvas, state: State, box: Box) -> None:
    """A bar for each phase: those behind are full, the one on the wall as far as it has come."""
    asked, stage = questions(state), state.stage
    assert isinstance(stage, Debrief)
    phases = list(dict.fromkeys(one.phase.id for one in asked))
    for cell, phase in zip(box.columns(len(phases), STEP_GAP), phases, strict=True):
        mine = [i for i, one in enumerate(asked) if one.phase.id == phase]
        part = sum(i <= stage.index for i in mine) / len(mine)
        pieces.bar(canvas, cell, part)


def kept(state: State, question: str) -> str:
    """How to note an insight, and how many were noted at this question."""
    n = sum(insight.question == question for insight in state.insights)
    if not n:
        return _("F2 keeps an insight.")
    told = ngettext(
        "{n} insight kept. F2 keeps another.", "{n} insights kept. F2 keeps another.", n
    )
    return sentence(told.format(n=number_word(n)))
