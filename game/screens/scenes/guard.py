"""A scene that fails must not take the session with it: its place is taken by a plain one."""

from __future__ import annotations

import logging
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TypeVar

from game.i18n import _
from game.rules.cards import ChoiceCard, OrderCard
from game.rules.events import Event
from game.rules.state import Choosing, MirrorTold, OnCard, State, Step, TwistTold
from game.screens.inputs import Composing, Pointer, Press, Rang, Typed
from game.screens.kit import pieces
from game.screens.kit.layer import Dirty
from game.screens.kit.scenery import ground
from game.screens.kit.text import HEAVY, draw_label, draw_text
from game.screens.kit.wall import Box, Canvas
from game.screens.scenes.frame import StripScene, above_strip, draw_strip, team_name
from game.screens.screen import Hotspot, Look, Outcome, Screen

T = TypeVar("T")
log = logging.getLogger(__name__)


class PlainScene(StripScene):
    """What is on, in words, for when its own scene cannot be drawn."""

    def paint(self, canvas: Canvas, look: Look) -> None:
        """A title, a text, the scores, and that the game goes on."""
        wall, state = canvas.wall, look.game
        ground(canvas)
        area = above_strip(wall, state)
        pieces.sheet(canvas, area)
        inner = area.inset(60, 40)
        head, body = inner.cut_top(100 * wall.seat, 16)
        foot, body = body.cut_bottom(60 * wall.seat, 16)
        title, text = words(state)
        draw_label(canvas, title, head, size=wall.L, weight=HEAVY)
        draw_text(canvas, text, body, size=(wall.M, wall.S))
        line = _("This screen could not be shown as it should. Nothing is lost: Next goes on.")
        draw_label(canvas, line, foot, size=(wall.S, wall.S * 0.8), lines=2)
        draw_strip(canvas, state, active=state.active)


def words(state: State) -> tuple[str, str]:
    """(title, text) of what is on; before the reveal nothing that gives an answer away."""
    stage, card = state.stage, state.card
    match stage:
        case OnCard() if card is not None:
            lines = [card.prompt]
            told = stage.step in (Step.REVEAL, Step.TALK)
            if isinstance(card, ChoiceCard) and (stage.step is not Step.BELL):
                lines += [f"{chr(65 + i)}  {option.text}" for i, option in enumerate(card.options)]
            if isinstance(card, OrderCard):
                order = range(len(card.items)) if told else stage.shown
                lines += [card.items[i].text for i in order]
            if told:
                lines += [card.why, card.reflect]
            return card.title, "\n".join(line for line in lines if line)
        case TwistTold():
            twist = state.content.twist_by_id[stage.twist]
            return twist.title, twist.prompt
        case MirrorTold():
            mirror = state.content.mirror_by_id[stage.mirror]
            return mirror.title, mirror.prompt
        case Choosing():
            return _("Choose a category"), _("Next takes the one with most cards.")
        case _:
            return team_name(state, state.active) or "CX Game", ""


class Guarded(Screen):
    """Hands everything to a scene; if that fails once, to a plain one from then on."""

    def __init__(self, make: Callable[[], Screen]) -> None:
        self._inner: Screen
        try:
            self._inner = make()
        except Exception:
            log.exception("a scene cannot be made")
            self._inner = PlainScene()

    @property
    def name(self) -> str:
        """Which scene is shown."""
        return type(self._inner).__name__

    @property
    def typing(self) -> bool:  # type: ignore[override]
        """While text is entered."""
        return self._try(lambda scene: scene.typing)

    def _try(self, what: Callable[[Screen], T]) -> T:
        try:
            return what(self._inner)
        except Exception:
            if isinstance(self._inner, PlainScene):
                raise
            log.exception("%s fails", self.name)
            self._inner = PlainScene()
            return what(self._inner)

    def key(self, look: Look) -> Hashable:
        """The scene's."""
        return (self.name, self._try(lambda scene: scene.key(look)))

    def paint(self, canvas: Canvas, look: Look) -> None:
        """The scene, or what it is about."""
        self._try(lambda scene: scene.paint(canvas, look))

    def move(self, canvas: Canvas, look: Look, dirty: Dirty) -> None:
        """What moves in it."""
        self._try(lambda scene: scene.move(canvas, look, dirty))

    def moving(self, look: Look) -> bool:
        """While it moves."""
        return self._try(lambda scene: scene.moving(look))

    def holds_next(self, look: Look) -> bool:
        """While it does."""
        return self._try(lambda scene: scene.holds_next(look))

    def wakes_at(self, look: Look) -> int | None:
        """When it needs its next frame."""
        return self._try(lambda scene: scene.wakes_at(look))

    def finish(self, look: Look) -> None:
        """End its motion."""
        self._try(lambda scene: scene.finish(look))

    def hear(self, events: Sequence[Event], before: State, look: Look) -> None:
        """What happened."""
        self._try(lambda scene: scene.hear(events, before, look))

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """Places to point at."""
        return self._try(lambda scene: scene.hotspots(look))

    def clock_box(self, look: Look) -> Box | None:
        """Where its clock is."""
        return self._try(lambda scene: scene.clock_box(look))

    def plates(self, look: Look) -> Mapping[int, Box]:
        """Where its teams are."""
        return self._try(lambda scene: scene.plates(look))

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """A key."""
        return self._try(lambda scene: scene.on_press(press, look))

    def on_typed(self, typed: Typed | Composing, look: Look) -> Outcome | None:
        """Text."""
        return self._try(lambda scene: scene.on_typed(typed, look))

    def on_pointer(self, pointer: Pointer, look: Look) -> Outcome | None:
        """Mouse or touch."""
        return self._try(lambda scene: scene.on_pointer(pointer, look))

    def on_rang(self, rang: Rang, look: Look) -> Outcome | None:
        """A buzzer."""
        return self._try(lambda scene: scene.on_rang(rang, look))

    def on_next(self, look: Look) -> Outcome | None:
        """Next."""
        return self._try(lambda scene: scene.on_next(look))

    def on_previous(self, look: Look) -> Outcome | None:
        """Previous."""
        return self._try(lambda scene: scene.on_previous(look))
