"""An if-then plan as it is kept of what was typed."""

from __future__ import annotations

from game.i18n import _
from game.rules.state import IfThen


def plan_of(cue: str, action: str, who: str = "", by_when: str = "") -> IfThen:
    """The plan of what stands in its four fields.

    Whoever types beside "If…" begins with "if" all the same, as one says it: every sentence that
    is made of the plan has that word already, so that it would be read aloud twice.
    """
    return IfThen(
        cue=_without(cue.strip(), _("If…")),
        action=_without(action.strip(), _("then…")),
        who=who.strip(),
        by_when=by_when.strip(),
    )


def _without(text: str, label: str) -> str:
    """The text after the word of its label, if it begins with that word and goes on."""
    word = label.rstrip("… ").casefold()
    first, _space, rest = text.partition(" ")
    if not word or first.rstrip(",:….").casefold() != word:
        return text
    return rest.strip() or text
