"""What a debrief asks: phases with their questions, in the language of play."""

from __future__ import annotations

from game.rules.frozen import frozen


@frozen(kw_only=True)
class Question:
    """One question, on a screen of its own."""

    text: str
    seconds: int = 120
    """To talk about it, before the whole is fitted to the session's debrief; 0 is no clock."""
    notes: str = ""
    """For the facilitator's eyes only."""


@frozen(kw_only=True)
class DebriefPhase:
    """Questions that belong together, such as what you felt."""

    id: str
    name: str
    notes: str = ""
    """For the facilitator: what this phase is for."""
    decks: bool = False
    """The decks' own questions are asked at its end."""
    questions: tuple[Question, ...] = ()


@frozen(kw_only=True)
class DebriefTemplate:
    """An order of questions, such as the six phases, 4F or ORID."""

    id: str
    title: str
    language: str = "en"
    """Of the texts, as played."""
    source: str = ""
    """Whose idea it is."""
    phases: tuple[DebriefPhase, ...] = ()
    commit_seconds: int = 300
    """To write the plans, before the whole is fitted; 0 is no clock."""
