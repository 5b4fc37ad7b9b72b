"""`cxgame remove DECK`: take one of your own decks away. It is kept, not deleted."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from game.cli.trouble import DONE, cannot, say, wrong_use
from game.content.disk import shown
from game.i18n import _
from game.session.arrivals import RemoveError, UnwritableError, remove


def add_arguments(parser: ArgumentParser) -> None:
    """Which deck."""
    parser.add_argument("deck", metavar=_("DECK"), help=_("the id of a deck of yours, or its path"))


def run(options: Namespace) -> int:
    """Move it out of the way, and say where it is."""
    try:
        entry, kept = remove(options.deck)
    except UnwritableError as error:
        raise cannot(str(error)) from None
    except RemoveError as error:
        raise wrong_use(str(error)) from None
    say(_("“{title}” is no longer among your decks. It is kept in {folder}.").format(
        title=entry.title, folder=shown(kept)
    ))  # fmt: skip
    return DONE
