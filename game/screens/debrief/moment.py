"""A moment of the session: why it is one, the card, who said what; and its replay."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from game.i18n import _
from game.rules.cards import Card, ChoiceCard
from game.rules.moments import Pick, picks
from game.rules.state import Debrief, Record
from game.screens.debrief.frame import PageScene, evenly
from game.screens.debrief.momentview import LEAST_ROW, draw_given, lay_split
from game.screens.debrief.replay import Replay
from game.screens.debrief.replaymark import draw_mark, mark_boxes
from game.screens.inputs import NEXT, PREVIOUS, Pointer, Press
from game.screens.kit import pieces
from game.screens.kit.layer import Dirty
from game.screens.kit.text import BODY, HEAVY, Fitted, draw_fitted, draw_label, fit, text_width
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.onward import draw_dots, draw_onward, onward_box
from game.screens.scenes.showing import small_button
from game.screens.screen import Hotspot, Look, Outcome, Shown, Stay
from game.session.telling.debrief import moment_sentence

ANYWAY = frozenset({"f1", "?", "f11", "m", "+", "=", "-", "louder", "softer"})
"""Keys that are the window's, also in a replay."""
GAP = 24.0


@dataclass(frozen=True)
class _Face:
    """What one face shows: some of the card's words, the answers, or both."""

    words: Fitted | None
    words_box: Box
    answers: Box | None


class MomentScene(PageScene):
    """What was played, on one face or two; R plays it again on the wall."""

    hills = (0, 2, 4)

    def __init__(self) -> None:
        super().__init__()
        self._replay: Replay | None = None

    def _pick(self, look: Look) -> Pick:
        stage = look.game.stage
        assert isinstance(stage, Debrief)
        return picks(look.game)[stage.index]

    def _card(self, look: Look) -> Card | None:
        return look.game.content.card_by_id.get(self._pick(look).card)

    def _record(self, look: Look) -> Record:
        return look.game.records[self._pick(look).record]

    def _faces(self, look: Look) -> list[_Face]:
        card = self._card(look)
        room = _room(look.wall)
        words = card.prompt if card is not None else ""
        whole = self._together(look, words, room)
        if whole is not None:
            return [whole]
        texts = evenly(look.wall, words, room, size=(look.wall.L, look.wall.M), leading=1.26)
        alone = [_Face(text, room, None) for text in texts] if words else []
        return [*alone, _Face(None, room, room)]

    def _together(self, look: Look, words: str, room: Box) -> _Face | None:
        """Card and answers on one face, where both are still read from the last row."""
        wall, card = look.wall, self._card(look)
        if wall.is_far or wall.kind == "four_three":
            return None
        text = fit(wall, words, room.w, room.h * 0.4, size=wall.M, leading=1.26)
        upper, lower = room.cut_top(text.height, 28)
        if text.overflow:
            return None
        if isinstance(card, ChoiceCard):
            rows = lay_split(wall, lower, look.game, card, self._pick(look), self._record(look))
            if rows[0].box.h < LEAST_ROW or any(row.text.overflow for row in rows):
                return None
        return _Face(text, upper, lower)

    def faces(self, look: Look) -> int:
        """One where everything fits, else the words first."""
        return len(self._faces(look))

    def key(self, look: Look) -> Hashable:
        """The face, or the step of the replay."""
        if self._replay is None:
            return super().key(look)
        replay = self._replay
        return (look.version, "replay", replay.at, replay.scene().key(replay.seen(look)))

    # -- what is seen

    def paint(self, canvas: Canvas, look: Look) -> None:
        """The moment; or what is played again, with a mark on the wall's edge."""
        if self._replay is not None:
            self._replay.paint(canvas, look)
            draw_mark(canvas, self._replay.at, self._replay.length)
            return
        wall, state, pick = canvas.wall, look.game, self._pick(look)
        card = self._card(look)
        self.ground(canvas)
        draw_onward(canvas, onward_box(wall))
        line = _title_box(wall)
        draw_label(canvas, moment_sentence(pick, state), line, size=(wall.M * 1.2, wall.S),
                   weight=HEAVY, lines=5 if wall.is_narrow else 3)  # fmt: skip
        sheet = _sheet(wall)
        pieces.sheet(canvas, sheet)
        title = sheet.inset(48, 22).cut_top(_title_high(wall))[0]
        name = card.title if card is not None else pick.card
        draw_label(canvas, name, title, size=(wall.M, wall.S), weight=BODY, lines=2,
                   color=canvas.theme.text_2)  # fmt: skip
        faces, at = self._faces(look), self.at(look)
        face = faces[at]
        if face.words is not None:
            draw_fitted(canvas, face.words, face.words_box)
        if face.answers is not None:
            draw_given(canvas, face.answers, state, card, pick, self._record(look))
        button = replay_box(wall)
        pieces.chip(canvas, button, radius=34)
        small_button(canvas, button, "R", _("Replay"))
        draw_dots(canvas, len(faces), at, wall.width / 2, button.cy)

    def move(self, canvas: Canvas, look: Look, dirty: Dirty) -> None:
        """What moves in the replay."""
        if self._replay is not None:
            self._replay.move(canvas, look, dirty)

    def moving(self, look: Look) -> bool:
        """While something does."""
        return self._replay is not None and self._replay.moving(look)

    def finish(self, look: Look) -> None:
        """End it."""
        if self._replay is not None:
            self._replay.finish(look)

    # -- what people do

    def spots(self, look: Look) -> Sequence[Hotspot]:
        """The replay."""
        return (Hotspot(replay_box(look.wall), lambda: self._play(look), _("Replay")),)

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """In a replay, only its own: no button of what was is one of what is."""
        if self._replay is None:
            return super().hotspots(look)
        back, leave, on = mark_boxes(look.wall)
        return (
            Hotspot(on, lambda: self.on_next(look), _("Next"), on.h / 2),
            Hotspot(back, lambda: self.on_previous(look), _("Previous"), back.h / 2),
            Hotspot(leave, self._leave, _("Back to the debrief"), leave.h / 2),
        )

    def _play(self, look: Look) -> Outcome:
        stage = look.game.stage
        assert isinstance(stage, Debrief)
        self.play_again(look.replay(stage.index))
        return Stay()

    def play_again(self, shown: Sequence[Shown]) -> None:
        """Begin the replay of what was; of nothing there is none."""
        replay = Replay(shown)
        self._replay = replay if replay.length else None

    def _leave(self) -> Outcome:
        self._replay = None
        return Stay()

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """R begins; in a replay only next, previous, Esc and the window's own keys do anything."""
        if self._replay is None:
            if press.name == "r" and press.plain and not press.shift:
                return self._play(look)
            return None
        if press.name == "escape":
            return self._leave()
        if press.name in ANYWAY or (press.plain and press.name in NEXT | PREVIOUS):
            return None
        return Stay()

    def on_pointer(self, pointer: Pointer, look: Look) -> Outcome | None:
        """In a replay a press anywhere but on its buttons goes on."""
        if self._replay is None or pointer.kind != "down" or pointer.button != 1:
            return None
        on_button = any(box.holds(pointer.x, pointer.y) for box in mark_boxes(look.wall))
        return None if on_button else self.on_next(look)

    def on_next(self, look: Look) -> Outcome | None:
        """The next step of the replay, or out of it; else the next face."""
        if self._replay is None:
            return super().on_next(look)
        if not self._replay.forward(look):
            self._replay = None
        return Stay()

    def on_previous(self, look: Look) -> Outcome | None:
        """The step before, or out of the replay; else the face or page before."""
        if self._replay is None:
            return super().on_previous(look)
        if not self._replay.back(look):
            self._replay = None
        return Stay()


def _title_box(wall: Wall) -> Box:
    disc = onward_box(wall)
    lines = 2.7 if wall.kind == "wide" and not wall.is_far else 3.5
    if wall.is_far and wall.kind == "tall":
        lines = 5.0
    high = max(disc.h, wall.M * lines)
    return Box(wall.margin + 24, 20, disc.x - wall.margin - 64, high)


def _title_high(wall: Wall) -> float:
    return wall.M * 1.3


def replay_box(wall: Wall) -> Box:
    """The button that plays it again, at the foot."""
    high = max(76.0, wall.S * 1.5)
    side = max(48.0, wall.S * 1.36)
    wide = text_width(wall, _("Replay"), wall.S) + side + 70
    return Box(wall.margin, wall.height - wall.margin * 0.6 - high, wide, high)


def _sheet(wall: Wall) -> Box:
    top = _title_box(wall).bottom + 16
    bottom = replay_box(wall).y - 18
    return Box(wall.margin, top, wall.width - 2 * wall.margin, bottom - top)


def _room(wall: Wall) -> Box:
    inner = _sheet(wall).inset(48, 22)
    return inner.cut_top(_title_high(wall), 10)[1]
