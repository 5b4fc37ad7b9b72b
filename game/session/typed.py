"""What people typed, in the plain form of a log; and writing over what goes of it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from game.i18n import _
from game.session.reading import HEAD_LINES

TYPED = {
    "NoteInsight": ("text",),
    "InsightNoted": ("text",),
    "Adjust": ("reason",),
    "Scored": ("reason",),
    "ReviewCommitment": ("why",),
    "Reviewed": ("why",),
    "AddTeam": ("name",),
    "EditTeam": ("name",),
    "TeamJoined": ("name",),
    "TeamEdited": ("name",),
}
"""Fields of actions and events that hold what somebody typed; plans beside them."""
_PLAN = ("cue", "action", "who", "by_when")
"""The parts of an if-then plan. Each is erased by itself: a name in one leaves the others."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is to be erased from a session."""

    words: tuple[str, ...] = ()
    """Texts: whatever was typed with one of them in it goes, however it is capitalised."""
    teams: tuple[str, ...] = ()
    """Names of teams: they, and all that was noted or promised for them, go."""


class Eraser:
    """Writes over the words that go, in the plain form of a log."""

    def __init__(self, wanted: Wanted, plain: Sequence[Any]) -> None:
        self._needles = [needle for word in wanted.words if (needle := _folded(word).strip())]
        self._mark = _("[erased]")
        self._names = {_folded(name) for name in wanted.teams}
        self._taken = set(_names_in(plain))
        self._ids = {team for team, name in _teams_of(plain) if _folded(name) in self._names}
        self.texts: list[str] = []
        """Each text that goes, once, as it was typed."""
        self.renamed: dict[str, str] = {}
        """Names of teams and of the session, and what stands in their place."""
        self.session_went = False
        """True where the session's own name went."""

    def head(self, head: dict[str, Any]) -> None:
        """The first line: names of the session and its teams."""
        head["teams"] = [[self._name(name), colour] for name, colour in head["teams"]]
        if head["name"] and self._has(head["name"]):
            self.renamed[head["name"]] = ""
            head["name"] = ""
            self.session_went = True

    def earlier(self, earlier: dict[str, Any]) -> None:
        """A plan of last time."""
        whole = _folded(earlier["team"]) in self._names
        self._typed(earlier, ("why", "session"), whole)
        self._typed(earlier["plan"], _PLAN, whole)
        earlier["team"] = self._name(earlier["team"])

    def draft(self, texts: Sequence[str]) -> None:
        """What was half typed, and goes whole: it is told what stands in it of what is to go."""
        for text in texts:
            if self._has(text):
                self._gone(text)

    def named(self, thing: dict[str, Any]) -> None:
        """An action or an event, under the name of its class."""
        for kind, fields in thing.items():
            whole = type(fields.get("team")) is int and fields["team"] in self._ids
            typed = TYPED.get(kind, ())
            self._typed(fields, [key for key in typed if key != "name"], whole)
            if "name" in typed:
                fields["name"] = self._name(fields["name"])
            if isinstance(fields.get("plan"), dict):
                self._typed(fields["plan"], _PLAN, whole)

    def _typed(self, holder: dict[str, Any], keys: Sequence[str], whole: bool) -> None:
        """The texts of one thing; all of them where a whole team goes."""
        for key in keys:
            text = holder.get(key)
            if text and (whole or self._has(text)):
                holder[key] = self._gone(text)

    def _has(self, text: str) -> bool:
        folded = _folded(text)
        return any(needle in folded for needle in self._needles)

    def _gone(self, text: str) -> str:
        if text != self._mark and text not in self.texts:
            self.texts.append(text)
        return self._mark

    def _name(self, name: str) -> str:
        """A team's name, or the neutral one that takes its place wherever it stands."""
        if name in self.renamed:
            return self.renamed[name]
        if not (self._has(name) or _folded(name) in self._names):
            return name
        number = 1
        while _folded(neutral := _("Team {n}").format(n=number)) in self._taken:
            number += 1
        self._taken.add(_folded(neutral))
        self.renamed[name] = neutral
        return neutral


def _teams_of(plain: Sequence[Any]) -> Iterator[tuple[int, str]]:
    """(id, name) of every team there ever was, under each of its names."""
    yield from enumerate(name for name, _colour in plain[0]["teams"])
    for entry in plain[HEAD_LINES:]:
        for event in entry.get("ev") or ():
            for kind, fields in event.items():
                if "name" in TYPED.get(kind, ()):
                    yield fields["team"], fields["name"]


def _names_in(plain: Sequence[Any]) -> Iterator[str]:
    return (_folded(name) for _team, name in _teams_of(plain))


def _folded(text: str) -> str:
    """As texts are compared: accents in one form or in two, capitals or none, spaces as one."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
