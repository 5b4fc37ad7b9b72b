"""The page's own words. They come from here so that it speaks the wall's language."""

from __future__ import annotations

from game.i18n import _, language


def page_words() -> dict[str, str]:
    """Everything the page says by itself, by the name its script has for it."""
    return {
        "lang": language(),
        "title": _("Console"),
        "skip": _("To the controls"),
        "noscript": _("The console needs JavaScript. Every control is on the wall as well."),
        **_connection(),
        **_parts(),
        **_controls(),
    }


def _connection() -> dict[str, str]:
    return {
        "connecting": _("Connecting with the game…"),
        "lost": _("The connection is lost. Trying again…"),
        "gone": _("The game does not answer. It goes on without this page; trying again…"),
        "closed": _("This console is closed. Open it again from the menu on the wall."),
        "stranger": _("This page needs an address from the game: open it from the menu there."),
        "stale": _("That did not reach the game in time. Press it again if you still want it."),
    }


def _parts() -> dict[str, str]:
    return {
        "card": _("On the wall"),
        "notes": _("For your eyes only"),
        "answers": _("Answers so far"),
        "best": _("best"),
        "coming": _("Next card"),
        "no_card": _("No card is waiting."),
        "chosen": _("You chose it:"),
        "due": _("This comes up:"),
        "on_top": _("On top of each pile"),
        "steps": _("Now"),
        "time": _("Time"),
        "hold": _("Hold"),
        "history": _("What happened"),
        "nothing_yet": _("Nothing yet."),
        "undone": _("undone"),
        "scores": _("Happy customers"),
        "turn": _("has the turn"),
        "hidden": _("The room does not see the scores."),
        "teams": _("Teams"),
        "rules": _("House rules"),
        "settings": _("Wall"),
        "session": _("Session and devices"),
        "buzzers": _("Buzzers"),
        "no_buzzers": _("None are plugged in; keys ring the bells."),
        "consoles": _("Consoles"),
        "send_home": _("Send home"),
    }


def _controls() -> dict[str, str]:
    return {
        "next": _("Next"),
        "undo": _("Undo"),
        "redo": _("Redo"),
        "give": _("Give {team} one customer"),
        "take": _("Take one customer from {team}"),
        "sure": _("Really? {what}"),
        "cancel": _("Cancel"),
        "not_now": _("This cannot be done just now; what you typed is kept."),
        "search": _("words to look for"),
        "found": _("Found: {n}"),
        "keys": _("Keys of a clicker work on this page"),
        "keys_told": _(
            "Right, Space, Page Down and N go on; Left, Page Up and P go back; B and W hide the "
            "wall. Never while you type."
        ),
    }
