"""A card being read, discussed and answered; and, in turn play, the bell open for another view."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from game.i18n import _
from game.rules.actions import PassCard
from game.rules.cards import ChoiceCard
from game.rules.events import AnswerSet, BellWon, Event, PlanWritten
from game.rules.opening import discussion_seconds
from game.rules.state import OnCard, State, Step
from game.screens.inputs import Press
from game.screens.kit.layer import Dirty
from game.screens.kit.motion import CHOSEN, Tween, tween
from game.screens.kit.scenery import zone_ground
from game.screens.kit.wall import Box, Canvas
from game.screens.scenes import side
from game.screens.scenes.answers import Draft
from game.screens.scenes.cardlayout import Places, places
from game.screens.scenes.cardwords import asked_sentence
from game.screens.scenes.clockface import clock_face, draw_clock
from game.screens.scenes.frame import (
    StripScene,
    clock_text,
    draw_strip,
    next_second,
    zone_index,
)
from game.screens.scenes.onward import draw_onward, onward
from game.screens.scenes.opened import open_card
from game.screens.scenes.passing import may_pass, passing_box, passing_width, passing_words
from game.screens.scenes.ringing import Ringing
from game.screens.scenes.showing import small_button
from game.screens.scenes.story import Face, faces, paint_card, persona_room
from game.screens.scenes.turner import Turner, paint_turner
from game.screens.scenes.viewpanel import (
    move_view,
    paint_view,
    paint_view_strip,
    ring_spots,
    view_clock,
)
from game.screens.screen import Do, Hotspot, Look, Outcome, Stay

VIEW_STEPS = (Step.VIEW, Step.VIEW_TAKEN)


class QuestionScene(StripScene):
    """READ and DISCUSS of every card but bell cards; VIEW and VIEW_TAKEN in turn play."""

    def __init__(self) -> None:
        self._draft = Draft()
        self._turner = Turner()
        self._ringing = Ringing()
        self._fill: tuple[int, Tween] | None = None

    # ------------------------------------------------------------------ layout

    def _places(self, look: Look) -> Places:
        return places(look.wall, len(look.game.teams))

    def _faces(self, look: Look) -> tuple[Face, ...]:
        stage, card = open_card(look.game)
        part = self._draft.part(look, stage, card, hidden=self._filling(look))
        return faces(look, card, self._places(look), part)

    def _face(self, look: Look) -> tuple[Face, int, int]:
        found = self._faces(look)
        at = self._at(look, len(found))
        return found[at], at, len(found)

    def _at(self, look: Look, count: int) -> int:
        """The face that is up: a card that is still being read begins with its story."""
        stage, _card = open_card(look.game)
        return self._turner.at(count, last=stage.step is not Step.READ)

    def _filling(self, look: Look) -> int | None:
        if self._fill is None or self._fill[1].done(look.now):
            return None
        return self._fill[0]

    # ------------------------------------------------------------------ drawing

    def key(self, look: Look) -> Hashable:
        """The draft, the face, and what moves over the picture."""
        return (
            look.version,
            self._turner.key,
            self._draft.key(),
            self._filling(look),
            self._ringing.active(look),
        )

    def paint(self, canvas: Canvas, look: Look) -> None:
        """Ground, card, what stands beside it, strip."""
        stage, card = open_card(look.game)
        spots = self._places(look)
        face, at, count = self._face(look)
        zone_ground(canvas, zone_index(look.game))
        viewing = stage.step in VIEW_STEPS
        right = self._right(look, spots)
        paint_card(canvas, look, stage, card, spots, face, right=right)
        if viewing:
            paint_view(canvas, look, stage, spots, self._ringing)
        else:
            side.paint_side(canvas, look, stage, spots, button=self._beside(look, spots))
            self._resting_clock(canvas, look, spots)
        lens = side.persona_of(look.game, stage)
        if spots.manner == "band" and at == 0 and face.foot is not None and lens is not None:
            side.draw_persona(canvas, lens, persona_room(face.foot, count), "band")
        paint_turner(canvas, face, at, count)
        draw_onward(canvas, spots.onward)
        passing = passing_box(look, spots, face, at)
        if passing is not None:
            small_button(canvas, passing, "V", passing_words(look.game))
        self._paint_strip(canvas, look, stage, spots)

    def _right(self, look: Look, spots: Places) -> float:
        """Units kept free at the band's end."""
        if spots.manner == "band":
            return spots.side.w + 40
        if spots.manner == "head":
            return 96 + (passing_width(look) + 12 if may_pass(look.game) else 0)
        return 0

    def _beside(self, look: Look, spots: Places) -> float:
        """Units a totem's bell leaves to the button for another card."""
        return passing_width(look) + 16 if may_pass(look.game) else 0

    def _paint_strip(self, canvas: Canvas, look: Look, stage: OnCard, spots: Places) -> None:
        if stage.step in VIEW_STEPS:
            paint_view_strip(canvas, look.game, stage)
        else:
            active = stage.team if stage.play == "turn" else None
            draw_strip(canvas, look.game, active=active)
        if stage.asked:
            side.sign(canvas, asked_sentence(look.game, stage), spots.strip)

    def _resting_clock(self, canvas: Canvas, look: Look, spots: Places) -> None:
        """While the card is read, the clock shows the time there will be."""
        stage, card = open_card(look.game)
        seconds = discussion_seconds(look.game, card)
        if stage.step is not Step.READ or not seconds:
            return
        box = side.clock_place(look, stage, spots)
        clock_face(canvas, box, spots.manner, 1.0, clock_text(seconds * 1000), _("to talk"))

    def clock_box(self, look: Look) -> Box | None:
        """Beside the card; on the panel while a view is argued."""
        stage, spots = open_card(look.game)[0], self._places(look)
        if stage.step in VIEW_STEPS:
            return view_clock(look.wall, stage, spots)
        return side.clock_place(look, stage, spots)

    def move(self, canvas: Canvas, look: Look, dirty: Dirty) -> None:
        """The clock, the bell's swing, the row that is being chosen."""
        stage, _card = open_card(look.game)
        spots = self._places(look)
        if stage.step in VIEW_STEPS:
            move_view(canvas, look, stage, spots, self._ringing, dirty)
        elif stage.step is Step.DISCUSS:
            box = side.clock_place(look, stage, spots)
            draw_clock(canvas, look, box, spots.manner, _("to talk"), dirty)
        self._move_fill(canvas, look, dirty)

    def _move_fill(self, canvas: Canvas, look: Look, dirty: Dirty) -> None:
        """The chosen row fills with brass from its left."""
        fill, index = self._fill, self._filling(look)
        if fill is None or index is None:
            return
        stage, card = open_card(look.game)
        part_of = self._draft.part(look, stage, card)
        filled = faces(look, card, self._places(look), part_of)[-1].part
        _face, at, count = self._face(look)
        if filled is None or index >= len(filled.rows) or at < count - 1:
            return
        rect = canvas.rect(filled.rows[index])
        part = rect.copy()
        part.w = round(rect.w * min(1.0, fill[1].at(look.now)))
        before = canvas.surface.get_clip()
        canvas.surface.set_clip(part.clip(before))
        filled.paint(canvas)
        canvas.surface.set_clip(before)
        dirty.add(rect)

    def moving(self, look: Look) -> bool:
        """While a row fills or the bell swings; never while bells are open."""
        return self._filling(look) is not None or self._ringing.moving(look)

    def wakes_at(self, look: Look) -> int | None:
        """The clock's next second; the end of the quiet after a ring."""
        wakes = [w for w in (next_second(look), self._ringing.wakes_at(look)) if w is not None]
        return min(wakes, default=None)

    def finish(self, look: Look) -> None:
        """The row is full, the bell stands still."""
        self._fill = None
        self._ringing.stop()

    def hear(self, events: Sequence[Event], before: State, look: Look) -> None:
        """An answer fills its row; a ring swings the bell; options come up to be chosen from."""
        stage, card = open_card(look.game)
        self._draft.hear(events)
        for event in events:
            match event:
                case AnswerSet() if isinstance(event.answer, int) and isinstance(card, ChoiceCard):
                    self._fill = (
                        event.answer,
                        tween(look.now, CHOSEN, reduced=look.wall.reduced_motion),
                    )
                    self._to_part(look)
                case BellWon():
                    self._ringing.start(look)
                    self._to_part(look)
                case PlanWritten():
                    self._to_part(look)
        if stage.step is Step.VIEW:
            # Bells are open: a frame that takes long would delay the moment a ring is noted at.
            self.finish(look)
            self._to_part(look)

    def _to_part(self, look: Look) -> None:
        """Turn to the face with what is answered with."""
        self._turner.show(len(self._faces(look)) - 1)

    # ------------------------------------------------------------------ input

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """The answer first; in an open view the bells; then what is seldom wanted."""
        stage, _card = open_card(look.game)
        spots = self._places(look)
        face, at, count = self._face(look)
        found: list[Hotspot] = list(face.part.spots) if face.part is not None else []
        if stage.step is Step.VIEW:
            found += ring_spots(look)
        found += self._turner.spot(face, at, count)
        passing = passing_box(look, spots, face, at)
        if passing is not None:
            found.append(
                Hotspot(
                    passing,
                    Do(PassCard(stage.team)),
                    passing_words(look.game),
                    min(34, passing.h / 2),
                )
            )
        found.append(onward(spots.onward, self.on_next, look))
        return found

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """Keys of the answer; while bells are open, those keys ring first."""
        stage, card = open_card(look.game)
        outcome = self._draft.press(press, look, stage, card)
        if outcome is not None:
            self._to_part(look)
        return outcome

    def on_next(self, look: Look) -> Outcome | None:
        """The other face first; a number that was typed is locked with it."""
        stage, card = open_card(look.game)
        if stage.step not in VIEW_STEPS and self._turner.next(*self._face(look)[1:]):
            return Stay()
        return self._draft.next(look, stage, card)

    def on_previous(self, look: Look) -> Outcome | None:
        """Back to the story; in an order, see `Turner`."""
        turned = self._turner.previous(*self._face(look)[1:], look.focus is not None)
        return Stay() if turned else None
