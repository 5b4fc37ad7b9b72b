"""What a preview calls things: states of a card, parts of a deck, levels of problems, its keys."""

from __future__ import annotations

from game import i18n
from game.content.problem import Level
from game.i18n import _, ngettext
from game.rules.ruleset import Turns


def moment_name(name: str) -> str:
    """A state of a card in a word or two; see `script.moment_of`."""
    names = {
        "read": _("Read"),
        "discuss": _("Discuss"),
        "answered": _("Answered"),
        "grid": _("Cards up"),
        "grid-full": _("All in"),
        "bell-armed": _("Bells armed"),
        "bell-open": _("Bells open"),
        "bell-taken": _("Rung"),
        "view": _("Other view"),
        "view-taken": _("A view"),
        "view-changed": _("Won over"),
        "judge": _("To judge"),
        "judged": _("Judged"),
        "reveal": _("Reveal"),
        "talk": _("Why"),
        "twist": _("Told"),
        "twist-done": _("Done"),
        "mirror": _("Mirror"),
        "persona": _("Drawn"),
        "persona-card": _("At a card"),
    }
    return names.get(name, name)


def section_name(section: str) -> str:
    """One thing of that part of a deck."""
    names = {"cards": _("Card"), "twists": _("Twist"), "mirrors": _("Mirror")}
    return names.get(section) or _("Persona")


def turns_name(turns: Turns) -> str:
    """A way of taking turns."""
    return _("Together") if turns is Turns.TOGETHER else _("One by one")


def level_name(level: Level) -> str:
    """How much a problem matters."""
    names = {Level.ERROR: _("Error"), Level.WARNING: _("Warning")}
    return names.get(level) or _("Advice")


def counted(level: Level, n: int) -> str:
    """`2 errors`."""
    match level:
        case Level.ERROR:
            return ngettext("{n} error", "{n} errors", n).format(n=n)
        case Level.WARNING:
            return ngettext("{n} warning", "{n} warnings", n).format(n=n)
        case _:
            return ngettext("{n} advice", "{n} pieces of advice", n).format(n=n)


def language_name(code: str) -> str:
    """What its speakers call a language."""
    return i18n.endonym(code)


def key_rows() -> list[tuple[str, str]]:
    """(keys, what they do) of a preview, the most wanted first."""
    return [
        (_("Space → PgDn Enter N"), _("next state, then the next card")),
        (_("← PgUp Backspace P"), _("the state before")),
        (_("↓ ↑"), _("next card, card before")),
        (_("Home, End"), _("first card, last one")),
        (_("F or /"), _("search; jump to a card")),
        (_("F5 or V"), _("the wall alone, as the room sees it")),
        ("O", _("one by one, or together")),
        ("2 – 8", _("so many teams")),
        ("L", _("another language of the deck")),
        ("T", _("light: daylight, stage")),
        ("D", _("distance of the last row")),
        ("R", _("motion: full, reduced")),
        ("E", _("more of what is wrong")),
        (_("Tab, Shift+Tab"), _("from button to button")),
        (_("F11 or Alt+Enter"), _("full screen")),
        ("Esc", _("menu")),
        (_("F1 or ?"), _("these keys")),
    ]
