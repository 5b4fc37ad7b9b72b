"""What keys are called on the wall."""

from __future__ import annotations

from game.i18n import _, pgettext

_SIGNS = {"right": "→", "down": "↓", "left": "←", "up": "↑", "-": "−"}


def key_text(key: str) -> str:
    """A key as people read it: `PgDn`, `Shift+Z`, `Esc`; see `Press.key`."""
    if key.startswith("#"):
        return _("key no. {n}").format(n=key[1:])
    for held in ("ctrl+", "alt+", "shift+"):
        if key.startswith(held) and len(key) > len(held):
            name = {
                "ctrl+": pgettext("key", "Ctrl"),
                "alt+": pgettext("key", "Alt"),
                "shift+": pgettext("key", "Shift"),
            }[held]
            return f"{name}+{key_text(key[len(held) :])}"
    named = {
        "space": pgettext("key", "Space"),
        "page down": pgettext("key", "PgDn"),
        "page up": pgettext("key", "PgUp"),
        "return": pgettext("key", "Enter"),
        "enter": pgettext("key", "Enter"),
        "backspace": pgettext("key", "Backspace"),
        "escape": pgettext("key", "Esc"),
        "tab": pgettext("key", "Tab"),
        "delete": pgettext("key", "Delete"),
        "home": pgettext("key", "Home"),
        "end": pgettext("key", "End"),
    }
    if key in named:
        return named[key]
    if key in _SIGNS:
        return _SIGNS[key]
    return key if any(sign.isupper() for sign in key) else key[:1].upper() + key[1:]
