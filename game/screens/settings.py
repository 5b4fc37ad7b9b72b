"""What a facilitator prefers: kept between sessions, changed while playing."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from game.content.disk import move
from game.screens.doings import is_choice
from game.screens.kit.wall import SEATS
from game.session.keeping import MOST_MARKS, is_mark

MOST_PAIRS = 200
"""Keys or buttons kept, at most: no keyboard has more."""
TEAMS = 8


@dataclass(frozen=True)
class Settings:
    """Every preference; an unreadable file or value falls back to what stands here."""

    language: str = ""
    """Interface language; "" follows the machine's."""
    theme: Literal["daylight", "stage"] = "daylight"
    seat: float = SEATS[0]
    """Type factor for the last row, one of `kit.wall.SEATS`."""
    reduced_motion: bool = False
    volume: int = 8
    """0–10."""
    mute: bool = False
    fullscreen: bool = False
    display: int = 0
    """Index of the display the wall is on."""
    software: Literal["probe", "yes", "no"] = "probe"
    """Present frames without the graphics card; `probe` measures at start which is quicker."""
    keys: tuple[tuple[str, str], ...] = ()
    """(key, doing) of every key that was given something else to do; see `doings.Keymap`."""
    bells: tuple[tuple[str, int], ...] = ()
    """(button or key, team's place 0–7) of every bell that was rung for its team; see `ringers`."""
    kept: tuple[str, ...] = ()
    """Marks of old sessions that somebody said to keep; see `game.session.keeping`."""

    def changed(self, name: str, value: Any) -> Settings:
        """A copy with one setting changed; ValueError for a name or value there is none of."""
        if not _valid(name, value):
            raise ValueError(f"{name}: {value!r}")
        return replace(self, **{name: value})


def _valid(name: str, value: object) -> bool:
    hints = get_type_hints(Settings)
    if name not in hints:
        return False
    hint = hints[name]
    if get_origin(hint) is Literal:
        return value in get_args(hint)
    if name == "seat":
        return type(value) is not bool and value in SEATS
    if name == "volume":
        return type(value) is int and 0 <= value <= 10
    if name == "display":
        return type(value) is int and 0 <= value < 32
    if name in ("keys", "bells"):
        return _are_pairs(name, value)
    if name == "kept":
        return _are_marks(value)
    return type(value) is hint


def _are_pairs(name: str, value: object) -> bool:
    if not isinstance(value, tuple) or len(value) > MOST_PAIRS:
        return False
    for pair in value:
        if not isinstance(pair, tuple) or len(pair) != 2:
            return False
        if not (is_choice(*pair) if name == "keys" else _is_bell(*pair)):
            return False
    return len({pair[0] for pair in value}) == len(value)


def _are_marks(value: object) -> bool:
    return isinstance(value, tuple) and len(value) <= MOST_MARKS and all(map(is_mark, value))


def _is_bell(button: object, seat: object) -> bool:
    return (
        isinstance(button, str)
        and button.startswith(("pad:", "key:"))
        and len(button) <= MOST_PAIRS
        and type(seat) is int
        and 0 <= seat < TEAMS
    )


def _tuples(value: Any) -> Any:
    """Lists as JSON has them, as the tuples that were written."""
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def load(path: Path) -> Settings:
    """Settings from a file; whatever cannot be read is as it was made."""
    try:
        found = json.loads(path.read_text("utf-8-sig"))  # Notepad may have begun it with a mark
    except (OSError, ValueError, RecursionError):
        return Settings()
    settings = Settings()
    if isinstance(found, dict):
        for known in fields(Settings):
            value = _tuples(found.get(known.name))
            if known.name in found and _valid(known.name, value):
                settings = replace(settings, **{known.name: value})
    return settings


def save(path: Path, settings: Settings) -> bool:
    """Keep them, atomically; False if the folder cannot be written."""
    draft = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(asdict(settings), indent=1), "utf-8")
        move(draft, path)  # it waits for whoever has the old one open
    except OSError:
        with suppress(OSError):
            draft.unlink()
        return False
    return True
