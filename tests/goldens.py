"""Golden sessions: what a demo of each deck the game ships comes to, sentence by sentence.

    python -m tests.goldens           # make them anew, after a change that was meant
    python -m tests.goldens --check   # say whether they still hold, and change nothing

Each line has its time, the fingerprint of the state after it, and what happened. A change of the
rules, of the decks, of the bots or of the wording shows here as a difference one can read. The
golden pictures of the wall are made anew along with them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from zlib import crc32

from game.i18n import set_language
from game.paths import scenarios_dir
from game.rules.ruleset import Turns
from game.session.assemble import Choices, assemble
from game.session.bots import Bots, play_out
from game.session.fingerprint import fingerprint
from game.session.library import Library
from game.session.replay import Replay
from game.session.seats import default_teams
from game.session.session import Session
from game.session.telling import tell_entry

FOLDER = Path(__file__).with_name("golden")
CREATED = "2026-03-14T19:30:00+01:00"
_MOST_SHOWN = 80
"""Lines of a difference: the first one is what matters, the rest follows from it."""


@dataclass(frozen=True)
class Golden:
    """One session that is kept."""

    deck: str
    turns: Turns
    teams: int
    language: str
    seed: int

    @property
    def path(self) -> Path:
        """The file it is kept in."""
        return FOLDER / f"{self.deck}-{str(self.turns).replace('_', '-')}.txt"


def goldens() -> list[Golden]:
    """Both ways of taking turns, one in each language, for every deck the game ships."""
    found = []
    for entry in Library.of([scenarios_dir()]).decks:
        # Of the deck alone, so that another deck on the shelf changes no session.
        seed = crc32(entry.id.encode()) % 1000
        found.append(Golden(entry.id, Turns.ONE_BY_ONE, 3, "en", seed))
        found.append(Golden(entry.id, Turns.TOGETHER, 6, "nl", seed + 1))
    return found


def text(golden: Golden) -> str:
    """Play it through a session and its log on the disk, and tell that log."""
    set_language(golden.language)
    try:
        with TemporaryDirectory() as folder:
            path = Path(folder) / "golden.cxsession"
            _play(golden, path)
            return "\n".join([*_head(golden), "", *_told(Replay(path))]) + "\n"
    finally:
        set_language("en")


def _play(golden: Golden, path: Path) -> None:
    setup = assemble(
        Choices(
            decks=(golden.deck,),
            preset="45",
            teams=default_teams(golden.teams),
            turns=golden.turns,
            language=golden.language,
            seed=golden.seed,
        ),
        Library.of([scenarios_dir()]),
    )
    session = Session.create(path, setup.header(CREATED))
    try:
        play_out(session, Bots(golden.seed))
    finally:
        session.close()


def _head(golden: Golden) -> Iterator[str]:
    yield f"# {golden.deck}, {golden.turns}, {golden.teams} teams, seed {golden.seed}"
    yield "# Made by: python -m tests.goldens"


def _told(replay: Replay) -> Iterator[str]:
    for entry, state in replay.moments():
        minutes, seconds = divmod(entry.at // 1000, 60)
        mark = f"{minutes:>2}:{seconds:02} {fingerprint(state)[:8]}"
        name = type(entry.action).__name__
        sentences = tell_entry(entry, state)
        yield f"{mark} {name}: {' '.join(sentences)}".rstrip()


def difference(golden: Golden) -> str:
    """What is no longer as it was kept; empty while all is."""
    found = text(golden)
    try:
        kept = golden.path.read_text("utf-8")
    except FileNotFoundError:
        return f"{golden.path.name} is not there yet; python -m tests.goldens makes it.\n"
    lines = list(
        unified_diff(kept.splitlines(), found.splitlines(), "kept", "now", lineterm="", n=2)
    )
    more = len(lines) - _MOST_SHOWN
    if more > 0:
        lines = [*lines[:_MOST_SHOWN], f"… and {more} lines more"]
    return "\n".join(lines)


def main() -> int:
    """Make everything anew, or look whether it holds."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.goldens",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--check", action="store_true", help="change nothing, only compare")
    if parser.parse_args().check:
        found = [difference(golden) for golden in goldens()]
        print("\n\n".join(one for one in found if one) or "All golden sessions hold.")
        return 1 if any(found) else 0
    FOLDER.mkdir(exist_ok=True)
    for golden in goldens():
        with golden.path.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text(golden))
        print(
            golden.path.relative_to(Path.cwd())
            if golden.path.is_relative_to(Path.cwd())
            else golden.path
        )
    _pictures()
    return 0


def _pictures() -> None:
    """Golden pictures, where they are kept: `tests/golden_pictures.py` has `regenerate()`."""
    if find_spec("tests.golden_pictures") is not None:
        import_module("tests.golden_pictures").regenerate()


if __name__ == "__main__":
    sys.exit(main())
