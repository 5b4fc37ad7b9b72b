"""The language a command speaks: the person's own choice, else the machine's."""

from __future__ import annotations

import json
import os
import sys

from game.i18n import set_language
from game.paths import settings_file

_DUTCH_ON_WINDOWS = 0x13
"""Primary language identifier of Dutch."""


def chosen() -> str:
    """The language a person chose on the set-up screen; "" while nobody did."""
    return _of_settings()


def speak(preferred: str | None = None) -> str:
    """Speak `preferred`, else what the settings say, else what the machine is set to.

    Returns the language spoken; an unknown one becomes English.
    """
    return set_language(preferred or _of_settings() or _of_machine() or "en")


def _of_settings() -> str:
    """The language chosen on the set-up screen; empty if none was, or the file is unreadable."""
    try:
        settings = json.loads(settings_file().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return ""
    found = settings.get("language") if isinstance(settings, dict) else None
    return found if isinstance(found, str) else ""


def _of_machine() -> str:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return value.split(":")[0]
    if sys.platform == "win32":
        return _of_windows()
    return ""


def _of_windows() -> str:
    import ctypes

    # Looked up by name: other systems' type checkers know no `windll`.
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009
    return "nl" if kernel.GetUserDefaultUILanguage() & 0x3FF == _DUTCH_ON_WINDOWS else "en"
