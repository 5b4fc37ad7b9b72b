"""What a preview calls things: states of a card, parts of a deck, levels of problems, its keys."""

from __future__ import annotations

from game import i18n
from game.content.problem import Level
from game.i18n import _, ngettext, pgettext
from game.rules.ruleset import Turns


def moment_name(name: str) -> str:
    """A state of a card in a word or two; see `script.moment_of`."""
    names = {
        "read": pgettext("moment", "Read"),
        "discuss": pgettext("moment", "Discuss"),
        "answered": pgettext("moment", "Answered"),
        "grid": pgettext("moment", "Cards up"),
        "grid-full": pgettext("moment", "All in"),
        "bell-armed": pgettext("moment", "Bells armed"),
        "bell-open": pgettext("moment", "Bells open"),
        "bell-taken": pgettext("moment", "Rung"),
        "view": pgettext("moment", "Other view"),
        "view-taken": pgettext("moment", "A view"),
        "view-changed": pgettext("moment", "Won over"),
        "judge": pgettext("moment", "To judge"),
        "judged": pgettext("moment", "Judged"),
        "reveal": pgettext("moment", "Reveal"),
        "talk": pgettext("moment", "Why"),
        "twist": pgettext("moment", "Told"),
        "twist-done": pgettext("moment", "Done"),
        "mirror": pgettext("moment", "Mirror"),
        "persona": pgettext("moment", "Drawn"),
        "persona-card": pgettext("moment", "At a card"),
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
            return ngettext("{n} piece of advice", "{n} pieces of advice", n).format(n=n)


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
