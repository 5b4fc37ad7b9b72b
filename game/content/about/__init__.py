"""What each field is for, in a sentence and an example: what an editor shows beside it.

The fields themselves, their bounds included, are described in `deck_fields`, `boards`, `rulesets`
and `debriefs`; `schema` puts the two together. A test sees that no field lacks its sentence.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.content.about.board import BOARD
from game.content.about.debrief import DEBRIEF
from game.content.about.deck import DECK
from game.content.about.entry import Fields
from game.content.about.ruleset import RULESET

ABOUT: Mapping[str, Fields] = {**DECK, **BOARD, **RULESET, **DEBRIEF}
"""By what the group of fields is called, then by field."""
