"""What keys are called on the wall."""

from __future__ import annotations

from game.i18n import _

_SIGNS = {"right": "→", "down": "↓", "left": "←", "up": "↑", "-": "−"}


def key_text(key: str) -> str:
    """A key as people read it: `PgDn`, `Shift+Z`, `Esc`; see `Press.key`."""
    if key.startswith("#"):
        return _("key no. {n}").format(n=key[1:])
    for held in ("ctrl+", "alt+", "shift+"):
        if key.startswith(held) and len(key) > len(held):
            name = {"ctrl+": _("Ctrl"), "alt+": _("Alt"), "shift+": _("Shift")}[held]
            return f"{name}+{key_text(key[len(held) :])}"
    named = {
        "space": _("Space"),
        "page down": _("PgDn"),
        "page up": _("PgUp"),
        "return": _("Enter"),
        "enter": _("Enter"),
        "backspace": _("Backspace"),
        "escape": _("Esc"),
        "tab": _("Tab"),
        "delete": _("Delete"),
        "home": _("Home"),
        "end": _("End"),
    }
    if key in named:
        return named[key]
    if key in _SIGNS:
        return _SIGNS[key]
    return key if any(sign.isupper() for sign in key) else key[:1].upper() + key[1:]
