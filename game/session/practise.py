"""Practising: incidents that come one at a time, at moments that fit, and are ticked off.

Pure: whoever plays tells it the state and the time, and does what the tables do. The same seed and
the same course of play give the same incidents.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from game.rules.state import Phase, State
from game.session.bot_skill import BotChance
from game.session.entry import Entry
from game.session.incident import Case, Incident, past
from game.session.incidents import INCIDENTS

FIRST_MS = 15_000
"""Of play before anything goes wrong."""
GAP_MS = 20_000
"""Of rest after an incident, before the next one may come."""
PATIENCE_MS = 90_000
"""How long somebody waits who is not helped; then the wish is withdrawn, to come back later."""
TABLES = "bots"
"""The source of what the tables do themselves: it handles nothing."""


class Practise:
    """Which incident is open now, which were handled, and when the next may come."""

    def __init__(self, seed: int, before: Collection[str] = ()) -> None:
        """`before` are ids handled in earlier practises: those not among them come first."""
        self._chance = BotChance(seed)
        self._waiting = self._shuffled(before)
        self._since: list[Entry] = []
        self._came = 0
        self._rest_until: int | None = None
        self.case: Case | None = None
        """The incident that is open."""
        self.before = frozenset(before)
        """Ids that were handled earlier."""
        self.handled: tuple[str, ...] = ()
        """Ids of those handled in this session, each once, in their order."""

    def _shuffled(self, before: Collection[str]) -> list[Incident]:
        left = list(INCIDENTS)
        found = []
        while left:
            found.append(left.pop(self._chance.between(0, len(left) - 1)))
        return sorted(found, key=lambda incident: incident.id in before)

    def due(self, state: State, at: int) -> Case | None:
        """An incident whose moment has come; the caller does `wish.does`, and calls `open`."""
        if self.case is not None or state.held is not None or state.phase is not Phase.PLAY:
            return None
        if self._rest_until is None:
            self._rest_until = at + FIRST_MS
        if at < self._rest_until:
            return None
        for incident in self._waiting:
            wish = incident.comes(state, self._chance, at)
            if wish is not None:
                return Case(incident, wish, state)
        return None

    def open(self, case: Case, at: int) -> None:
        """It has come."""
        self.case, self._came, self._since = case, at, []
        self._waiting.remove(case.incident)

    def heard(self, entry: Entry, state: State) -> str:
        """Something was done that led to `state`; the id of the incident it handled, or ""."""
        case = self.case
        if case is None:
            return ""
        if entry.source != TABLES:
            self._since.append(entry)
            if case.incident.met(case, self._since, state):
                self.handled = (*self.handled, case.incident.id)
                self._close(entry.at)
                return case.incident.id
        if past(case, state):
            self._withdraw(entry.at)
        return ""

    def wait(self, at: int) -> None:
        """Time has passed: a wish that nobody helped with is withdrawn, and comes back later."""
        if self.case is not None and at >= self._came + PATIENCE_MS:
            self._withdraw(at)

    def _withdraw(self, at: int) -> None:
        assert self.case is not None
        self._waiting.append(self.case.incident)
        self._close(at)

    def _close(self, at: int) -> None:
        self.case, self._rest_until, self._since = None, at + GAP_MS, []

    @property
    def mute(self) -> int | None:
        """Id of the team whose buzzer is dead; None for none."""
        case = self.case
        return case.wish.team if case is not None and case.incident.id == "buzzer" else None

    def checklist(self) -> Iterator[tuple[Incident, bool, bool]]:
        """(incident, handled in this session, handled ever) of all there are."""
        for incident in INCIDENTS:
            now = incident.id in self.handled
            yield incident, now, now or incident.id in self.before
