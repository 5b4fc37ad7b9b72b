"""`cxgame preview`: a deck's cards on the wall, following the file as it is saved."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.app.window import run_preview
from game.cli.arguments import add_deck, add_window, language
from game.cli.commands import did_you_mean
from game.cli.decks import meant
from game.cli.display import need_display, shown
from game.cli.trouble import cannot, wrong_use
from game.content.disk import is_dir, is_file
from game.content.load import deck_path, load_deck
from game.i18n import _
from game.paths import MissingFolderError
from game.screens.preview.shelf import entries_of
from game.session.folders import folder_told
from game.session.library import Library, LibraryError


def add_arguments(parser: ArgumentParser) -> None:
    """Which deck, which card to begin with, and how."""
    add_deck(parser)
    parser.add_argument("--card", metavar="ID", help=_("the card to begin with"))
    parser.add_argument(
        "--language",
        type=language,
        metavar=_("CODE"),
        help=_("the language to see the deck in; if absent, its own"),
    )
    add_window(parser)


def run(options: Namespace) -> int:
    """Open the window until it is closed; the deck may have any number of problems."""
    path = _path(options.deck)
    _check(path, options)
    need_display()
    try:
        return shown(
            run_preview(path, options.display, options.window, options.language, options.card)
        )
    except MissingFolderError as error:
        raise cannot(folder_told(error)) from None


def _path(word: str) -> Path:
    """Where the deck lies: a path, or one of the decks that are known by name."""
    path = Path(word)
    library = Library.default()
    if is_file(path) or (is_dir(path) and is_file(deck_path(path))):
        return Path(meant(word, library))
    if is_dir(path) and library.entry(word) is None:
        raise wrong_use(_("There is no deck in {path}.").format(path=path))
    try:
        return library.deck(word).path
    except LibraryError as error:
        raise wrong_use(str(error)) from None


def _check(path: Path, options: Namespace) -> None:
    """A language or a card that is not there is a slip, as long as the deck can be read."""
    file = load_deck(path)
    if file.deck is None:
        return
    wanted = (options.language or "").partition("-")[0]
    if wanted and wanted not in {code.partition("-")[0] for code in file.languages}:
        raise wrong_use(
            _("No deck chosen here speaks '{code}'; there are: {codes}.").format(
                code=options.language, codes=", ".join(file.languages)
            )
        )
    deck = file.deck
    ids = [entry.id for entry in entries_of(deck)]
    if options.card is not None and options.card not in ids:
        raise wrong_use(
            _("There is no card '{id}' in this deck.").format(id=options.card)
            + did_you_mean(options.card, ids)
        )
