"""What happened, in sentences: one an event, in the language now spoken."""

from __future__ import annotations

from typing import assert_never

from game.i18n import ngettext
from game.rules.events import Event
from game.rules.state import State
from game.session.entry import Entry, Redo, Undo
from game.session.telling.bells import Bells, Points, tell_bells, tell_points
from game.session.telling.cards import Answering, Drawing, tell_answering, tell_drawing
from game.session.telling.debrief import Closing, tell_closing
from game.session.telling.evening import Evening, Turn, tell_evening, tell_turn
from game.session.telling.hand import Clocks, Hand, tell_clocks, tell_hand

KINDS = (Evening, Turn, Drawing, Answering, Bells, Points, Clocks, Hand, Closing)
"""Every event is of one of these."""


def tell(event: Event, state: State) -> str:
    """The sentence of an event; `state` is that after its entry."""
    if isinstance(event, Evening):
        return tell_evening(event)
    if isinstance(event, Turn):
        return tell_turn(event, state)
    if isinstance(event, Drawing):
        return tell_drawing(event, state)
    if isinstance(event, Answering):
        return tell_answering(event, state)
    if isinstance(event, Bells):
        return tell_bells(event, state)
    if isinstance(event, Points):
        return tell_points(event, state)
    if isinstance(event, Clocks):
        return tell_clocks(event)
    if isinstance(event, Hand):
        return tell_hand(event, state)
    if isinstance(event, Closing):
        return tell_closing(event, state)
    assert_never(event)


def tell_entry(entry: Entry, state: State) -> tuple[str, ...]:
    """The sentences of an entry; `state` is that after it."""
    match entry.action:
        case Undo(steps=n):
            return (ngettext("Undone: {n} step.", "Undone: {n} steps.", n).format(n=n),)
        case Redo(steps=n):
            return (ngettext("Done again: {n} step.", "Done again: {n} steps.", n).format(n=n),)
        case _:
            return tuple(tell(event, state) for event in entry.events)
