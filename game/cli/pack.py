"""`cxgame pack DECK`: one file of a deck, its translations and pictures, to give away.

`cxgame add` puts it among somebody else's decks. The same deck gives the same file, byte for byte.
"""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.cli.arguments import add_deck, add_place
from game.cli.decks import meant
from game.cli.making import something_else, target, write
from game.cli.problems import as_text
from game.cli.trouble import DONE, PROBLEMS, say, wrong_use
from game.content.deck import DeckFile
from game.content.disk import shown
from game.content.problem import ContentError
from game.content.sharing.archive import MOST_PACKED, peek
from game.content.sharing.manifest import ManifestError, read_manifest
from game.content.sharing.pack import ENDING, pack
from game.i18n import _, ngettext
from game.session.library import Library, LibraryError


def add_arguments(parser: ArgumentParser) -> None:
    """Which deck, and where the file goes."""
    add_deck(parser)
    add_place(parser)


def run(options: Namespace) -> int:
    """Write the file; 1 where the deck has errors."""
    try:
        library = Library.default()
        deck = library.deck(meant(options.deck, library))
    except LibraryError as error:
        raise wrong_use(str(error)) from None
    try:
        data = pack(deck)
    except ContentError as error:
        for line in as_text(error.problems):
            print(line)
        n = len(error.problems)
        say(ngettext("Not packed: {n} problem.", "Not packed: {n} problems.", n).format(n=n))
        return PROBLEMS
    path = target(options.out, deck.id, ENDING)
    if not _ours(path, deck):
        raise something_else(path)
    write(path, data)
    kilobytes = -(-len(data) // 1000)
    say(_("“{title}” is packed in {file} ({n} kB).").format(
        title=deck.title, file=shown(path), n=kilobytes
    ))  # fmt: skip
    return DONE


def _ours(path: Path, deck: DeckFile) -> bool:
    """True where nothing is lost by writing: nothing is there, or this deck, packed before."""
    if not os.path.lexists(path):
        return True
    try:
        if not path.is_file():  # a folder, a device, a pipe that nobody writes to
            return False
        with path.open("rb") as file:
            there = peek(file.read(MOST_PACKED + 1), str(path))
        return there is not None and read_manifest(there).id == deck.id
    except (OSError, ManifestError):
        return False
