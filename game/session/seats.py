"""Teams as they sit down when nobody named them: after their colours, no personal names needed."""

from __future__ import annotations

from game.i18n import pgettext
from game.rules.state import COLOURS


def colour_name(colour: str) -> str:
    """What a team colour is called in the language now spoken; also its team's first name."""
    names = {
        "orange": pgettext("team", "Orange"),
        "sky": pgettext("team", "Sky"),
        "green": pgettext("team", "Green"),
        "yellow": pgettext("team", "Yellow"),
        "blue": pgettext("team", "Blue"),
        "rust": pgettext("team", "Rust"),
        "pink": pgettext("team", "Pink"),
        "ink": pgettext("team", "Ink"),
    }
    return names[colour]


def default_teams(count: int) -> tuple[tuple[str, str], ...]:
    """(name, colour) of `count` teams, 8 at most, in order of turns."""
    return tuple((colour_name(colour), colour) for colour in COLOURS[:count])


def named_teams(names: list[str]) -> tuple[tuple[str, str], ...]:
    """(name, colour) of teams with these names; those beyond the eighth have no colour left."""
    colours = [*COLOURS, *[""] * len(names)]
    # A team that is called after a colour wears it.
    wished = {colour_name(colour).casefold(): colour for colour in COLOURS}
    worn = {
        i: wished[name.strip().casefold()]
        for i, name in enumerate(names)
        if name.strip().casefold() in wished
    }
    free = iter([colour for colour in colours if colour not in worn.values()])
    return tuple((name, worn[i] if i in worn else next(free)) for i, name in enumerate(names))
