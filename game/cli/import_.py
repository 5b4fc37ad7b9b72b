"""`cxgame import SHEET`: a deck from a workbook or a CSV file, with a cell for every problem.

It goes among your own decks, into the folder of --out, or into the file of --out. A deck that is
there already is never replaced without --force, and is kept then. Exit code 1: errors, or a deck
that is there.
"""

from __future__ import annotations

import os
import tempfile
from argparse import ArgumentParser, Namespace
from pathlib import Path

from game import paths
from game.cli.decks import way_back
from game.cli.making import needs_sheets
from game.cli.problems import as_text
from game.cli.trouble import DONE, PROBLEMS, cannot, say, wrong_use
from game.cli.wall import LateWall
from game.content.checks import sift_deck
from game.content.checks.translation_missing import together
from game.content.deck import DeckFile
from game.content.disk import is_dir, is_file, move, shown
from game.content.library import find_decks
from game.content.load import ENDINGS, load_deck, translations
from game.content.problem import errors_of
from game.content.sharing.add import AddError, Refusal, add
from game.content.sharing.pack import ENDING as PACKED
from game.content.sharing.shelving import discard, staging, write_files
from game.content.sheets.bringing import Losses, files_of_sheet, losses
from game.content.sheets.reading import by_place, read_sheet
from game.content.sheets.workbook import MissingLibraryError
from game.i18n import _, ngettext
from game.i18n.system import why
from game.session.arrivals import is_ours
from game.session.folders import folder_told

_DECKS = (*ENDINGS, PACKED)
"""What decks are called that are no sheets."""


def add_arguments(parser: ArgumentParser) -> None:
    """Which sheet, and where the deck goes."""
    parser.add_argument(
        "sheet", type=Path, metavar=_("SHEET"), help=_("a workbook (.xlsx) or a CSV file")
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar=_("PLACE"),
        help=_("a folder for the deck, or its file (.yaml); if absent, it joins your own decks"),
    )
    parser.add_argument(
        "--force",
        action="store_true",
        help=_("replace the deck that is there already; that one is kept"),
    )


def run(options: Namespace) -> int:
    """Read the sheet, tell its problems, and put the deck where it belongs."""
    if is_dir(options.sheet) or options.sheet.suffix.lower() in _DECKS:
        sentence = _("{path} is no spreadsheet. A deck is added with: cxgame add {path}")
        raise wrong_use(sentence.format(path=shown(options.sheet)))
    if not is_file(options.sheet):
        raise wrong_use(_("There is no file {path}.").format(path=shown(options.sheet)))
    try:
        deck = read_sheet(options.sheet)
    except MissingLibraryError:
        raise needs_sheets() from None
    problems = by_place([*deck.problems, *sift_deck(deck, LateWall()).told])
    for line in as_text(together(problems)):
        print(line)
    if not deck.ready:
        n = len(errors_of(problems))
        say(ngettext("Not imported: {n} error.", "Not imported: {n} errors.", n).format(n=n))
        return PROBLEMS
    try:
        out: Path | None = options.out
        if out is not None and out.suffix.lower() in ENDINGS and not is_dir(out):
            return _into_file(deck, out, forced=options.force)
        return _into_folder(deck, out, forced=options.force)
    except paths.FolderError as error:
        raise cannot(folder_told(error)) from None
    except OSError as error:
        sentence = _("The deck cannot be written ({detail}).")
        raise cannot(sentence.format(detail=why(error))) from None


def _into_folder(deck: DeckFile, out: Path | None, *, forced: bool) -> int:
    """A folder of its own, among the person's decks or in another folder."""
    decks = paths.ensure(out if out is not None else paths.user_decks_dir())
    old = [entry for entry in find_decks([decks]) if entry.id == deck.id]
    lost = losses(load_deck(old[0].path), deck) if old else Losses((), (), 0)
    with tempfile.TemporaryDirectory() as folder:
        staged = Path(folder)
        write_files(staged, files_of_sheet(deck))
        try:
            added = add(staged, decks, paths.removed_decks_dir(), replacing=forced)
        except AddError as error:
            if error.reason is not Refusal.EXISTS:
                raise cannot(_("{path} is a deck itself: name another folder with --out.").format(
                    path=shown(decks)
                )) from None  # fmt: skip
            return _refuse(error.path, lost)
    _tell(deck, added.path, lost if added.kept else None, added.kept)
    if out is None and is_ours(deck.id):
        instead = _("It is played instead of the game’s own deck of that name.")
        say(f"{instead} {way_back(deck.id)}")
    return DONE


def _into_file(deck: DeckFile, out: Path, *, forced: bool) -> int:
    """One file, with its translations beside it."""
    files = files_of_sheet(deck, out.name)
    lost = losses(load_deck(out), deck) if is_file(out) else None
    if lost is not None and not forced:
        return _refuse(out, lost)
    paths.ensure(out.parent)
    old = find_decks([out]) if lost is not None else []
    going = {out, *(path for _language, path in translations(out))} if old else set()
    for name, data in files.items():
        other = out.parent / name
        if other in going or not os.path.lexists(other):
            continue
        if not (other.is_file() and other.read_bytes() == data):
            sentence = _("{file} is something else already: take it away, or name another place.")
            raise wrong_use(sentence.format(file=shown(other)))
    with staging(out.parent) as staged:
        write_files(staged, files)
        # Only now that all of the new deck is on this disk does the old one go.
        kept = tuple(discard(entry, out.parent, paths.removed_decks_dir()) for entry in old)
        for name in files:
            place = out.parent / name
            place.parent.mkdir(parents=True, exist_ok=True)
            move(staged / name, place)
    _tell(deck, out, lost, kept)
    return DONE


def _refuse(there: Path, lost: Losses) -> int:
    sentence = _("There is a deck in {path} already; nothing was changed.")
    more = _("With --force this one takes its place, and the other is kept.")
    say(f"{sentence.format(path=shown(there))} {more}")
    _tell_losses(lost, _("The sheet does not have: {what}."))
    return PROBLEMS


def _tell(deck: DeckFile, where: Path, lost: Losses | None, kept: tuple[Path, ...]) -> None:
    assert deck.deck is not None
    n = len(deck.deck.cards)
    sentence = ngettext(
        "“{title}” is in {path} now: {n} card.", "“{title}” is in {path} now: {n} cards.", n
    )
    say(sentence.format(title=deck.title, path=shown(where), n=n))
    for one in kept:
        say(_("The one it replaces is kept in {folder}.").format(folder=shown(one)))
    if lost is not None:
        _tell_losses(lost, _("Only there you still find: {what}."))


def _tell_losses(lost: Losses, sentence: str) -> None:
    what = []
    if lost.entries:
        what.append(", ".join(lost.entries))
    if lost.languages:
        n = len(lost.languages)
        said = ngettext("the translation {languages}", "the translations {languages}", n)
        what.append(said.format(languages=", ".join(lost.languages)))
    if lost.comments:
        n = lost.comments
        what.append(ngettext("{n} line of comment", "{n} lines of comment", n).format(n=n))
    if what:
        say(sentence.format(what="; ".join(what)))
