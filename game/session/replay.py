"""A log played through without a screen: in sentences, or with each state's fingerprint."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from game.rules.events import CardDrawn, MirrorDrawn, TwistDrawn
from game.rules.state import State
from game.session.entry import Entry
from game.session.fingerprint import fingerprint
from game.session.fold import Fold, start_of
from game.session.telling import tell_entry
from game.session.verbatim import open_log


class Replay:
    """A log, as far as it can be followed; the file is left untouched.

    Raises `LogError` where there is no session to be had.
    """

    def __init__(self, path: Path) -> None:
        fold, self._reading = open_log(path)
        self.header = self._reading.header
        """What the session started from."""
        self.notices = self._reading.notices
        """What is wrong with the log; each is a sentence."""
        self.final = fold.state
        """The state after the last entry."""

    def moments(self) -> Iterator[tuple[Entry, State]]:
        """Each entry with the state after it."""
        return followed(start_of(self._reading), self._reading.entries)

    def sentences(self) -> Iterator[str]:
        """What happened, one event a line, each with its time: `0:12:03  Blue locked B.`."""
        for entry, state in self.moments():
            for sentence in tell_entry(entry, state):
                yield f"{_stamp(entry.at)}  {sentence}"

    def as_json(self) -> Iterator[str]:
        """The lobby, then each entry as it stands in the log, with its state's fingerprint.

        An entry in which a card, twist or mirror came up tells in `drawn` the digest of its deck:
        which version of it was played.
        """
        yield _json({"n": 0, "state": fingerprint(start_of(self._reading))})
        for line, (entry, state) in zip(self._reading.lines, self.moments(), strict=True):
            drawn = _versions(entry, state)
            more = {"drawn": drawn} if drawn else {}
            yield _json(json.loads(line) | more | {"state": fingerprint(state)})


def followed(start: State, entries: Sequence[Entry]) -> Iterator[tuple[Entry, State]]:
    """Each entry with the state after it, beginning in the lobby.

    Raises `NoLongerAppliesError` at one that cannot be followed.
    """
    fold = Fold(start, entries)
    for entry in entries:
        yield entry, fold.follow(entry)


def _versions(entry: Entry, state: State) -> dict[str, str]:
    """By id of what came up in an entry, the digest of its deck; decks do not change in one."""
    digests = {deck.id: deck.digest for deck in state.content.decks}
    found = {}
    for event in entry.events:
        match event:
            case CardDrawn(card=id_) | TwistDrawn(twist=id_) | MirrorDrawn(mirror=id_):
                found[id_] = digests.get(id_.partition("/")[0], "")
            case _:
                pass
    return found


def _json(plain: dict[str, object]) -> str:
    return json.dumps(plain, separators=(",", ":"))


def _stamp(ms: int) -> str:
    minutes, seconds = divmod(ms // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}"
