"""A board, as far as it can be seen: its spaces, its zones, and the colours of those."""

from __future__ import annotations

import re
from dataclasses import dataclass

from game.screens.kit.card import zone_picture_name


@dataclass(frozen=True)
class SpaceSpec:
    """One space, as far as it can be seen."""

    kind: str
    """start, category, choose, bell, twist or mirror."""
    icon: str = ""
    """Of a category: insights, strategy, metrics, design, culture, employee…"""
    zone: int | None = None
    """Index of its zone."""


@dataclass(frozen=True)
class ZoneSpec:
    """One stage of the journey."""

    name: str
    picture: str = ""
    """notice, ask, decide, receive, help or tell; anything else has no picture."""


_NUMBER = re.compile(r"\d+")
"""In a picture's name (`zone-2-ask`, `zone-day-2-rush`), which of the zones' colours suit it."""


@dataclass(frozen=True)
class BoardSpec:
    """A board, as far as it can be seen."""

    spaces: tuple[SpaceSpec, ...]
    zones: tuple[ZoneSpec, ...] = ()
    loop: bool = True

    def tint(self, zone: int) -> int:
        """Index of a zone's colours: those of its picture, so that a parcel is always ochre.

        Hand it to whatever takes a ``zone`` as a colour: ``card``, ``zone_ground``.
        """
        if 0 <= zone < len(self.zones):
            name = zone_picture_name(self.zones[zone].picture)
            number = _NUMBER.search(name) if name is not None else None
            if number is not None:
                return int(number[0]) - 1
        return zone
