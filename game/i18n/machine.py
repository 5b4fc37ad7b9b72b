"""The language the machine is set to, for whoever has not chosen one yet."""

from __future__ import annotations

import os
import sys

_DUTCH_ON_WINDOWS = 0x13
"""Primary language identifier of Dutch."""


def machine_language() -> str:
    """The machine's language, as far as it tells: `nl_BE.UTF-8`, `nl`; "" where it does not."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return value.split(":")[0]
    if sys.platform == "win32":
        return _of_windows()
    import locale  # late: those who set a language never need it

    try:
        return locale.getlocale()[0] or ""
    except ValueError:
        return ""


def _of_windows() -> str:
    """Of its menus and messages: the locale is that of dates and money, and may be another.

    There it is called `Dutch_Netherlands`, too, which is no code of a language.
    """
    import ctypes

    # Looked up by name: other systems' type checkers know no `windll`.
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009
    return "nl" if kernel.GetUserDefaultUILanguage() & 0x3FF == _DUTCH_ON_WINDOWS else "en"
