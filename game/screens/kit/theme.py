"""The colours of the wall: those of everything we make (`game.look.theme`)."""

from game.look.theme import (
    CREAM,
    DAYLIGHT,
    INK,
    STAGE,
    TEAM_KEYS,
    TEAMS,
    THEMES,
    Color,
    Team,
    Theme,
    contrast,
    hex_of,
    mix,
    rgb,
    team,
)

__all__ = [
    "CREAM",
    "DAYLIGHT",
    "INK",
    "STAGE",
    "TEAMS",
    "TEAM_KEYS",
    "THEMES",
    "Color",
    "Team",
    "Theme",
    "contrast",
    "hex_of",
    "mix",
    "rgb",
    "team",
]
