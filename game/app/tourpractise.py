"""The tour's practise: what the tables want, over a wall that is read, and the list of it all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from game.i18n import _
from game.rules.state import OnCard, State
from game.screens.desk import DeskScreen
from game.screens.game import GameScreen
from game.screens.kit.layer import Dirty
from game.screens.kit.wall import Canvas
from game.screens.practise.checklist import ChecklistPage
from game.screens.screen import Look, Practised, Screen
from game.session.incident import Case, Wish
from game.session.incidents import INCIDENTS

OVER_A_CARD = ("card", "late")
"""What comes on the tour: the longest thing a team says, and the longest of nobody's."""


class Practising(Screen):
    """A screen as somebody sees it who practises."""

    def __init__(self, screen: Screen, seen: Practised) -> None:
        self.screen = screen
        """What would be on the wall without practising."""
        self.overlay = screen.overlay
        self._seen = seen

    def _look(self, look: Look) -> Look:
        return replace(look, practise=self._seen)

    def paint(self, canvas: Canvas, look: Look) -> None:
        """The screen, and what practising puts on it."""
        self.screen.paint(canvas, self._look(look))

    def move(self, canvas: Canvas, look: Look, dirty: Dirty) -> None:
        """What moves on it."""
        self.screen.move(canvas, self._look(look), dirty)

    def finish(self, look: Look) -> None:
        """End all motion."""
        self.screen.finish(self._look(look))


def practised(done: int, asked: str = "") -> Practised:
    """So many incidents handled, every other one of them before this time."""
    listed = tuple((_(one.title), i < done and i % 2 == 0, i < done)
                   for i, one in enumerate(INCIDENTS))  # fmt: skip
    return Practised(asked, listed)


def practising(
    playing: State, states: Sequence[State]
) -> Iterator[tuple[str, Screen, State | None]]:
    """(name, screen, state): cards of the tables over the first card and the board; the list."""
    on_card = next((state for state in states if isinstance(state.stage, OnCard)), playing)
    for name, state in zip(OVER_A_CARD, (on_card, playing), strict=True):
        incident = next(one for one in INCIDENTS if one.id == name)
        longest = max(state.teams, key=lambda team: len(team.name))
        case = Case(incident, Wish(longest.id), state)
        seen = practised(3, case.sentence)
        yield f"practise-{name}", Practising(GameScreen(), seen), state
    for name, done in (("begun", 3), ("all", len(INCIDENTS))):
        page = Practising(DeskScreen(ChecklistPage()), practised(done))
        yield f"practise-list-{name}", page, playing
