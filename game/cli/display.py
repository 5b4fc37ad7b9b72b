"""Whether there is a screen to play on."""

from __future__ import annotations

from game.app.window import CANNOT, has_display
from game.cli.language import speak
from game.cli.trouble import cannot, say
from game.i18n import _


def need_display() -> None:
    """End the command where no window can be opened."""
    if not has_display():
        raise cannot(_sentence())


def shown(code: int) -> int:
    """The exit code of a window; where none could be opened, that is said."""
    if code == CANNOT:
        speak()
        say(_sentence())
    return code


def _sentence() -> str:
    return _("There is no display here. Without one, this plays: cxgame demo --fast --out FOLDER")
