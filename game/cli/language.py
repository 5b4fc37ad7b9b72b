"""The language a command speaks: the person's own choice, else the machine's."""

from __future__ import annotations

import json

from game.i18n import set_language
from game.i18n.machine import machine_language
from game.paths import settings_file


def chosen() -> str:
    """The language a person chose on the set-up screen; "" while nobody did."""
    return _of_settings()


def speak(preferred: str | None = None) -> str:
    """Speak `preferred`, else what the settings say, else what the machine is set to.

    Returns the language spoken; an unknown one becomes English.
    """
    return set_language(preferred or _of_settings() or machine_language() or "en")


def _of_settings() -> str:
    """The language chosen on the set-up screen; empty if none was, or the file is unreadable."""
    try:
        settings = json.loads(settings_file().read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return ""
    found = settings.get("language") if isinstance(settings, dict) else None
    return found if isinstance(found, str) else ""
