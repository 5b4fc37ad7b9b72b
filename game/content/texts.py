"""What is translated of a deck, or of a debrief: which words, part by part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeAlias

from game.content.deck import Deck
from game.content.records import Record
from game.rules.template import DebriefTemplate

Original: TypeAlias = Deck | DebriefTemplate
"""What a translation lies over, in its own language."""


class Texts(NamedTuple):
    """The parts of one kind of file that have words."""

    noun: str
    """What it is called; in a translation's `sources` its own texts stand under this."""
    head: Record
    """Its own texts."""
    sections: Sequence[str]
    """Its lists whose entries are translated by id."""
    record_of: Callable[[str, Any], Record]
    """The words that an entry of a section has."""


def texts_of(original: Original) -> Texts:
    """What is translated of this one."""
    # Late: what reads a translation knows the field that this is asked for.
    from game.content import debriefs, deck_fields, overlay, pairs

    if isinstance(original, DebriefTemplate):
        head, phase = debriefs.HEAD_IN_WORDS, debriefs.PHASE_IN_WORDS
        return Texts("debrief", head, ("phases",), lambda _section, _entry: phase)
    head = deck_fields.HEAD_IN_WORDS
    return Texts(pairs.HEAD, head, tuple(overlay.SECTIONS), overlay.record_of)
