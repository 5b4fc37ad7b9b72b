"""The menu of a preview: what can be switched without a session, and the way out."""

from __future__ import annotations

from game.i18n import _
from game.screens.keys import KeysScreen
from game.screens.menu import Item, MenuScreen, display_items, setting_items
from game.screens.preview.search import SearchScreen
from game.screens.preview.stand import Stand
from game.screens.preview.words import key_rows, language_name
from game.screens.screen import Change, Home, Look, Outcome, Pop, Push, Quit
from game.screens.settings import Settings

QUIET = ("language", "mute", "volume")
"""Settings of a session that nothing here shows: the deck has languages of its own."""


class PreviewMenu(MenuScreen):
    """Over the preview."""

    def __init__(self, stand: Stand, home: bool = False) -> None:
        super().__init__(home)
        self._stand = stand

    def items(self, look: Look) -> list[Item]:
        """Jump, keys, how the deck is seen, and away."""
        if self._asks is not None:
            return super().items(look)
        items = [
            Item(_("Go on"), Pop(), primary=True),
            Item(_("Search"), Push(SearchScreen(self._stand))),
            Item(_("Keys"), Push(KeysScreen(key_rows))),
        ]
        if len(self._stand.languages) > 1:
            now = language_name(self._stand.spoken)
            items.append(Item(_("Language"), lambda: next_language(self._stand), now))
        items += _switches(look.settings)
        items += display_items(look.settings)
        if self._home:
            items.append(Item(_("Start screen"), Home()))
        return [*items, Item(_("Quit"), Quit())]


def _switches(settings: Settings) -> list[Item]:
    return [
        item
        for item in setting_items(settings)
        if not (isinstance(item.does, Change) and item.does.name in QUIET)
    ]


def next_language(stand: Stand) -> Outcome | None:
    """The deck's next language; the interface speaks it as well, as in a session."""
    there = stand.languages
    if len(there) < 2:
        return None
    wanted = there[(there.index(stand.spoken) + 1) % len(there)]
    stand.speak(wanted)
    return interface_language(wanted)


def interface_language(code: str) -> Outcome | None:
    """The interface's language for a deck's; None where it cannot speak it."""
    from game import i18n

    bare = code.partition("-")[0]
    return Change("language", bare) if bare in i18n.available() else None
