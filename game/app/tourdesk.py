"""What a tour is given of the machine: no window, two buzzers, a few sessions that are kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.i18n import _
from game.rules.state import COLOURS, Phase
from game.screens.screen import Screen
from game.session.faults import LogError, LogFault
from game.session.header import DeckRef, Head
from game.session.library import Library
from game.session.names import file_name
from game.session.recent import SessionInfo

_PLAYED = 1_773_479_100.0
"""14 March 2026, as a POSIX timestamp."""
_DAY = 86_400


class TourDesk:
    """The program, as far as screens before a session ask."""

    def __init__(self, library: Library, kept: Sequence[SessionInfo] = ()) -> None:
        self._library, self._kept = library, kept

    def library(self) -> Library:
        """Decks, boards and rulesets."""
        return self._library

    def sessions(self) -> Sequence[SessionInfo]:
        """Those it was given."""
        return self._kept

    def overdue(self, sessions: Sequence[SessionInfo]) -> Sequence[SessionInfo]:
        """All of them."""
        return sessions

    def keep(self, paths: Sequence[Path]) -> None:
        """Nothing is pressed on a tour."""

    def erase(self, path: Path) -> bool:
        """Nothing goes on a tour."""
        return False

    def devices(self) -> Sequence[tuple[str, tuple[int, ...]]]:
        """Two buzzers."""
        return (("USB buzzer", (0,)), ("USB buzzer", (1,)))

    def displays(self) -> Sequence[tuple[int, int]]:
        """One."""
        return ((1920, 1080),)

    def open_preview(self, path: Path) -> Screen | None:
        """Nothing is pressed on a tour."""
        return None

    def try_sound(self, name: str) -> None:
        """Nobody listens."""

    def play_in_turn(self, names: Sequence[str], every_ms: int) -> bool:
        """Nobody listens."""
        return True


def old_sessions(library: Library) -> list[SessionInfo]:
    """One under way, one that is over, one with a long name, and one that cannot be opened."""
    kept = [
        _kept(library, "Kick-off", 4, 0, Phase.PLAY),
        _kept(library, "", 8, 2, Phase.OVER),
        _kept(library, "Service desk and back office, spring, second group", 6, 3, Phase.DEBRIEF),
    ]
    path = Path("2026-02-01 Kick-off.cxsession")
    fault = LogError(path, LogFault.NEWER)
    return [*kept, SessionInfo(path=path, played=_PLAYED - 9 * _DAY, fault=fault)]


def _kept(library: Library, name: str, teams: int, ago: int, phase: Phase) -> SessionInfo:
    deck = library.deck(library.first_deck)
    created = f"2026-03-{14 - ago:02d}T10:05:00+01:00"
    names = tuple((_("Team {n}").format(n=n + 1), COLOURS[n]) for n in range(teams))
    head = Head(
        app="1", created=created, name=name, language="en", seed=1, teams=names,
        decks=(DeckRef(id=deck.id, title=deck.title, digest=""),),
        board="journey", preset="60", rounds=6,
    )  # fmt: skip
    return SessionInfo(
        path=Path(file_name(created, name)), played=_PLAYED - ago * _DAY, head=head,
        phase=phase, round=3, rounds=6,
    )  # fmt: skip
