"""Everyone's answers: cards are up and entered; then the split, and the bell for another view."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from game.rules.cards import ChoiceCard
from game.rules.events import Event
from game.rules.state import State, Step
from game.screens.inputs import Press
from game.screens.kit.layer import Dirty
from game.screens.kit.scenery import zone_ground
from game.screens.kit.wall import Box, Canvas
from game.screens.scenes.frame import plate_boxes, zone_index
from game.screens.scenes.gridentry import GridEntry
from game.screens.scenes.onward import onward
from game.screens.scenes.opened import open_card
from game.screens.scenes.splitview import SplitView
from game.screens.scenes.viewpanel import view_clock
from game.screens.screen import Hotspot, Look, Outcome, Screen


class GridScene(Screen):
    """GRID, VIEW and VIEW_TAKEN of cards that everyone answers. No points are shown yet."""

    def __init__(self) -> None:
        self._entry = GridEntry()
        self._split = SplitView()

    def key(self, look: Look) -> Hashable:
        """What is being entered, or who may change."""
        return look.version, self._entry.key(), self._split.key(look)

    def paint(self, canvas: Canvas, look: Look) -> None:
        """The grid, or the split of the room."""
        stage, card = open_card(look.game)
        zone_ground(canvas, zone_index(look.game))
        if stage.step is Step.GRID:
            self._entry.paint(canvas, look, stage, card)
        elif isinstance(card, ChoiceCard):
            self._split.paint(canvas, look, stage, card)

    def move(self, canvas: Canvas, look: Look, dirty: Dirty) -> None:
        """The bell's swing and the time to argue."""
        stage, _card = open_card(look.game)
        if stage.step is not Step.GRID:
            self._split.move(canvas, look, stage, dirty)

    def moving(self, look: Look) -> bool:
        """While the bell swings; never while bells are open."""
        return self._split.moving(look)

    def wakes_at(self, look: Look) -> int | None:
        """The clock's next second, while a view is argued."""
        return self._split.wakes_at(look)

    def finish(self, look: Look) -> None:
        """The bell stands still."""
        self._split.finish()

    def hear(self, events: Sequence[Event], before: State, look: Look) -> None:
        """On to the next team; a ring swings the bell."""
        self._entry.hear(events)
        self._split.hear(events, look)

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """Cells and keys, or bells; going on comes last."""
        stage, card = open_card(look.game)
        if stage.step is Step.GRID:
            found = self._entry.hotspots(look, stage, card)
            go = self._entry.places(look, stage, card).onward
        else:
            assert isinstance(card, ChoiceCard)
            found = self._split.hotspots(look, stage, card)
            go = self._split.places(look).onward
        return [*found, onward(go, self.on_next, look)]

    def clock_box(self, look: Look) -> Box | None:
        """On the panel, while a view is argued."""
        stage, _card = open_card(look.game)
        return view_clock(look.wall, stage, self._split.places(look))

    def plates(self, look: Look) -> Mapping[int, Box]:
        """The grid's rows; then the strip's."""
        stage, card = open_card(look.game)
        if stage.step is not Step.GRID:
            return plate_boxes(look.wall, look.game)
        rows = self._entry.places(look, stage, card).rows
        return {team.id: row for team, row in zip(look.game.teams, rows, strict=True)}

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """Keys of teams and answers; in an open view, team keys ring."""
        stage, card = open_card(look.game)
        if stage.step is Step.GRID:
            return self._entry.press(press, look, stage, card)
        return self._split.press(press, look, stage)

    def on_next(self, look: Look) -> Outcome | None:
        """A number that was typed is entered first."""
        stage, _card = open_card(look.game)
        return self._entry.next(look, stage) if stage.step is Step.GRID else None
