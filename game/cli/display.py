"""Whether there is a screen to play on."""

from __future__ import annotations

from game.app.window import has_display
from game.cli.trouble import cannot
from game.i18n import _


def need_display() -> None:
    """End the command where no window can be opened."""
    if not has_display():
        raise cannot(
            _("There is no display here. Without one, this plays: cxgame demo --fast --out FOLDER")
        )
