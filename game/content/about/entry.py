"""What is said of a field, and what is said of several alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, TypeAlias

from game.i18n import N_


class About(NamedTuple):
    """One field, for who fills it in."""

    text: str
    """What it is for."""
    example: Any
    """What may stand there, as YAML reads it."""


Fields: TypeAlias = Mapping[str, About]
"""Of one group of fields, by name."""

METERS = About(
    N_("What this does to the meters, from −2 to 2 each. The best meters disagree now and then."),
    {"progress": 1, "connection": -1},
)
PICTURE = About(
    N_(
        "A drawing of the game by its name, or a picture of the deck with its ending, from the "
        "deck's folder: SVG, PNG or JPEG."
    ),
    "pictures/coffee.svg",
)
SOUND = About(
    N_(
        "A sound from the deck's folder, heard when the card comes up: Ogg Vorbis or WAV, 10 "
        "seconds at most."
    ),
    "sounds/door.ogg",
)
SILENCE = About(
    N_("Checks that have nothing to say here, each with the reason why this is meant."),
    {"key-position": "the order of the cards tells a story"},
)
FORMAT = About(N_("The version of this format."), 1)
ID_OF_FILE = About(
    N_("Lower-case words with hyphens; it never changes once it is played."), "my-deck"
)
