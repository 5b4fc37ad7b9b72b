"""A facilitator practises: incidents come up, and which of them were handled is kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress

from game import paths
from game.app.evening import Evening
from game.content.disk import write_whole
from game.i18n import _
from game.rules.state import Over, State
from game.screens.screen import Practised
from game.session.entry import Entry
from game.session.incidents import INCIDENTS
from game.session.practise import TABLES, Practise


class Practising:
    """Drives the incidents of one evening."""

    def __init__(self, evening: Evening, say: Callable[[str], None]) -> None:
        self._evening, self._say = evening, say
        self.practise = Practise(evening.session.header.seed, handled_before())
        self._told = False
        evening.session.subscribe(self._heard)

    def _heard(self, entry: Entry, state: State) -> None:
        handled = self.practise.heard(entry, state)
        if not handled:
            return
        title = next(one.title for one in INCIDENTS if one.id == handled)
        keep_handled({*handled_before(), handled})
        self._say(_("Handled: {what}").format(what=_(title)))

    def tick(self) -> None:
        """An incident that is due comes up; one that nobody helped with is withdrawn."""
        evening, at = self._evening, self._evening.now()
        waited = self.practise.case
        self.practise.wait(at)
        case = self.practise.due(evening.state, at)
        if case is not None:
            does = case.wish.does
            if does is not None and evening.do(does, TABLES, at) is not None:
                return
            self.practise.open(case, at)
        if self.practise.case is not waited:
            evening.version += 1

    @property
    def ends(self) -> bool:
        """True once: when the session is over, and it is time to look back."""
        if self._told or not isinstance(self._evening.state.stage, Over):
            return False
        self._told = True
        return True

    def seen(self) -> Practised:
        """What the wall shows of it."""
        case = self.practise.case
        listed = tuple((_(one.title), now, ever) for one, now, ever in self.practise.checklist())
        return Practised(case.sentence if case is not None else "", listed)


def handled_before() -> frozenset[str]:
    """Ids of incidents handled in earlier practises; a file that cannot be read holds none."""
    try:
        found = json.loads(paths.practised_file().read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return frozenset()
    if not isinstance(found, list):
        return frozenset()
    return frozenset(one.id for one in INCIDENTS if one.id in found)


def keep_handled(ids: set[str]) -> None:
    """Keep them for the next time, where the folder can be written."""
    path = paths.practised_file()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(sorted(ids)).encode())
