"""Which texts of decks that were just added do not fit the wall, found between two frames.

To measure is to lay cards out, which only the thread that draws may do: so each step measures one
card, and no key has to wait for more.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from game.app.examine import Measured
from game.content.checks import sift_deck
from game.content.load import load_deck
from game.content.problem import in_order

if TYPE_CHECKING:
    from game.session.arrivals import Arrival


class Fitting:
    """Measures the decks that arrived, one after another."""

    def __init__(self) -> None:
        self._waiting: deque[Arrival] = deque()
        self._steps: Iterator[Arrival | None] | None = None

    @property
    def busy(self) -> bool:
        """While there is more to measure."""
        return self._steps is not None or bool(self._waiting)

    def begin(self, arrivals: Sequence[Arrival]) -> None:
        """These came; those that were refused, or were there before, are not measured."""
        added = [one for one in arrivals if one.added is not None and not one.added.unchanged]
        self._waiting.extend(added)

    def step(self) -> Arrival | None:
        """A little of it; an arrival that has more problems now, if this was its last card."""
        if self._steps is None and self._waiting:
            self._steps = _measure(self._waiting.popleft())
        if self._steps is None:
            return None
        try:
            return next(self._steps)
        except StopIteration:
            self._steps = None
            return None


def _measure(arrival: Arrival) -> Iterator[Arrival | None]:
    """None for each card; last the arrival with what does not fit, where there is anything."""
    assert arrival.added is not None
    file = load_deck(arrival.added.path)
    if file.deck is None:  # somebody was at it since
        return
    measured = Measured()
    for deck in (file.deck, *(overlay.deck for overlay in file.overlays.values())):
        for section, index in measured.lacks(deck):
            measured.measure(deck, section, index)
            yield None
    known = sift_deck(file).told
    found = [one for one in sift_deck(file, measured).told if one not in known]
    if found:
        yield replace(arrival, problems=in_order([*arrival.problems, *found]))
