"""Sees to it that what is half typed on the wall outlives a program that is killed.

After every batch of inputs it looks at what lies on the wall. What changed is kept beside the log;
where the same page is opened after the session went on, it is there again. What was kept for good,
or left on purpose, is gone from the file at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from game.i18n import _
from game.rules.state import Phase, State
from game.session.drafts import DraftFile, read_drafts

if TYPE_CHECKING:
    from game.screens.screen import Screen
    from game.session.drafts import Draft
    from game.session.session import Session


class Drafting:
    """The half-typed words of one session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        path = session.path
        self._kept = read_drafts(path) if path is not None else {}
        self._open: dict[str, Screen] = {}
        """Pages that lie on the wall, by what they belong to."""
        self._file = DraftFile(lambda: session.path, self._kept)

    @property
    def found(self) -> str:
        """A sentence, where something was half typed when the program stopped; else ""."""
        if not self._kept:
            return ""
        return _("What was half typed is kept: it is there again when you open the same page.")

    def see(self, stack: Sequence[Screen]) -> None:
        """What lies on the wall now, the lowest first."""
        state = self._session.state
        there = dict(_written(stack, state))
        for key, screen in self._open.items():
            if key not in there or there[key][0] is not screen:
                self._kept.pop(key, None)
        for key, (screen, draft) in there.items():
            if key not in self._open and key in self._kept:
                screen.type_again(self._kept[key], state)
            elif draft.changed and any(draft.texts):
                self._kept[key] = draft.texts
            else:
                self._kept.pop(key, None)
        self._open = {key: screen for key, (screen, _draft) in there.items()}
        self._file.put(self._kept)

    def close(self) -> None:
        """The session is left: what is still half typed stays, unless nothing can come of it."""
        if self._session.state.phase is Phase.OVER:
            self._file.put({})
        self._file.close()


def _written(stack: Sequence[Screen], state: State) -> Iterator[tuple[str, tuple[Screen, Draft]]]:
    for screen in stack:
        draft = screen.half_typed(state)
        if draft is not None:
            yield draft.key, (screen, draft)
