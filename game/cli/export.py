"""`cxgame export DECK FILE`: a deck as a workbook (.xlsx) or a CSV, in all its languages.

`cxgame import` makes the same deck of it again. Exit code 1 where the deck, or a
translation of it, has errors.
"""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.cli.arguments import add_deck
from game.cli.decks import meant
from game.cli.making import needs_sheets, unwritable
from game.cli.problems import as_text
from game.cli.trouble import DONE, PROBLEMS, say, wrong_use
from game.content.deck import DeckFile
from game.content.disk import shown, write_whole
from game.content.load import translations
from game.content.merge import media_names
from game.content.sheets.workbook import MissingLibraryError
from game.content.sheets.writing import ENDINGS, csv_of, workbook_of
from game.content.shelf import Shelf
from game.i18n import _, available, language, ngettext
from game.session.library import Library, LibraryError


def add_arguments(parser: ArgumentParser) -> None:
    """Which deck, and which file to make."""
    add_deck(parser)
    parser.add_argument(
        "file",
        type=Path,
        metavar=_("FILE"),
        help=_("the spreadsheet to make: a name that ends in .xlsx or .csv"),
    )
    parser.add_argument(
        "--language",
        choices=available(),
        help=_("the language of the headings; if absent, yours"),
    )
    parser.add_argument(
        "--force", action="store_true", help=_("replace the file if it is there already")
    )


def run(options: Namespace) -> int:
    """Write the sheet, and the deck's pictures and sounds beside it."""
    path: Path = options.file
    if path.suffix.lower() not in ENDINGS:
        sentence = _("{file} is no sheet this game can make: expected a name in .xlsx or .csv.")
        raise wrong_use(sentence.format(file=shown(path)))
    try:
        library = Library.default()
        deck = library.deck(meant(options.deck, library))
    except LibraryError as error:
        raise wrong_use(str(error)) from None
    if not deck.ready:
        for line in as_text(deck.reasons):
            print(line)
        n = len(deck.reasons)
        say(ngettext("Not exported: {n} problem.", "Not exported: {n} problems.", n).format(n=n))
        return PROBLEMS
    if os.path.lexists(path) and not options.force:
        sentence = _("{file} is there already. With --force it is made anew.")
        raise wrong_use(sentence.format(file=shown(path)))
    make = csv_of if path.suffix.lower() == ".csv" else workbook_of
    try:
        write_whole(path, make(deck, options.language or language()))
        media = _bring_media(deck, path.parent)
    except MissingLibraryError:
        raise needs_sheets() from None
    except OSError as error:
        raise unwritable(path, error) from None
    _tell(deck, path, media)
    return _tell_missing(deck)


def _bring_media(deck: DeckFile, folder: Path) -> int:
    """Lay pictures and sounds beside the sheet, where import looks for them; how many there are.

    What lies there under the name of one is left alone.
    """
    shelf = Shelf(deck.folder)
    names = media_names(deck)
    for name in names:
        target = folder / name
        if not os.path.lexists(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            write_whole(target, shelf.read(name))
        elif not (target.is_file() and target.read_bytes() == shelf.read(name)):
            sentence = _("{file} is another file than the deck’s, and was left as it is.")
            say(sentence.format(file=shown(target)))
    return len(names)


def _tell(deck: DeckFile, path: Path, media: int) -> None:
    assert deck.deck is not None
    n = len(deck.deck.cards)
    told = ngettext(
        "“{title}” is in {file}: {n} card.", "“{title}” is in {file}: {n} cards.", n
    ).format(title=deck.title, file=shown(path), n=n)
    if deck.overlays:
        told += " " + _("Translations: {languages}.").format(languages=", ".join(deck.overlays))
    if media:
        told += " " + ngettext(
            "{n} file of the deck lies beside it.", "{n} files of the deck lie beside it.", media
        ).format(n=media)
    say(told)


def _tell_missing(deck: DeckFile) -> int:
    """Say which translations are left out; the exit code."""
    missing = [path for code, path in translations(deck.path) if code not in deck.overlays]
    for path in missing:
        sentence = _("The translation {file} has errors, and is not in it: see cxgame check.")
        say(sentence.format(file=shown(path)))
    return PROBLEMS if missing else DONE
