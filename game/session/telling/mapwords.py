"""What the corners of the map mean, in words, on the wall and in the report."""

from __future__ import annotations

from game.i18n import _
from game.rules.cards import Meter


def corners(across: Meter, up: Meter) -> tuple[str, str, str, str]:
    """What the corners mean: upper left, upper right, lower left, lower right."""
    if (across.id, up.id) == ("progress", "connection"):
        return (
            _("Understood, not helped"),
            _("Helped and understood"),
            _("Neither helped nor understood"),
            _("Helped, not understood"),
        )
    names = {"across": across.name, "up": up.name}
    return (
        _("Little {across}, much {up}").format(**names),
        _("Much {across}, much {up}").format(**names),
        _("Little {across}, little {up}").format(**names),
        _("Much {across}, little {up}").format(**names),
    )
