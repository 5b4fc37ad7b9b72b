"""`cxgame new NAME`: a deck to begin with, small and playable, with a remark at each of its parts.

Its folder is called after NAME, and lies among your own decks or in the folder of --out. `--sheet`
makes a workbook instead. `--debrief` makes a debrief: questions for after play, in a file of its
own beside your decks. What is there already is never touched: exit code 2.
"""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from game import paths
from game.cli.making import needs_sheets, typed
from game.cli.trouble import DONE, cannot, say, wrong_use
from game.content.disk import is_dir, is_file, move, shown, write_whole
from game.content.library import find_debriefs, find_decks
from game.content.load import deck_path
from game.content.naming import id_of
from game.content.newdeck import new_debrief, new_deck, template_languages, title_of
from game.content.schema import is_schema
from game.content.sharing.members import is_device
from game.content.sharing.shelving import staging, write_files
from game.content.sheets.template import write_template
from game.content.sheets.workbook import MissingLibraryError
from game.content.wording import UNPRINTABLE
from game.i18n import _, language
from game.i18n.system import why
from game.session.folders import folder_told

_LONGEST_TITLE = 80


def add_arguments(parser: ArgumentParser) -> None:
    """What the deck is called, in which language, and where it goes."""
    parser.add_argument(
        "name", metavar=_("NAME"), help=_("what it is called; its id is made of this")
    )
    parser.add_argument(
        "--language",
        choices=template_languages(),
        help=_("the language of the cards and the remarks; if absent, yours"),
    )
    parser.add_argument(
        "--title",
        metavar=_("TITLE"),
        help=_("the title on the wall, if that is to be another than NAME"),
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar=_("FOLDER"),
        help=_(
            "the folder to make it in; if absent, that of your own decks (for a workbook, this one)"
        ),
    )
    parser.add_argument(
        "--sheet", action="store_true", help=_("make a workbook (.xlsx) to fill in instead")
    )
    parser.add_argument(
        "--debrief",
        action="store_true",
        help=_("make a debrief instead: what is asked when play is over"),
    )


def run(options: Namespace) -> int:
    """Make the deck, or the debrief, and say what to do with it."""
    if options.sheet and options.debrief:
        raise wrong_use(_("A debrief has no workbook: give --debrief or --sheet."))
    id_ = _id(options.name)
    title = _title(title_of(options.name) if options.title is None else options.title)
    spoken = language() if language() in template_languages() else "en"
    wished = options.language or spoken
    try:
        if options.debrief:
            _make_debrief(options.out, id_, title, wished)
        elif options.sheet:
            _make_sheet(options.out, id_, title, wished)
        else:
            _make_folder(options.out, id_, title, wished)
    except paths.FolderError as error:
        raise cannot(folder_told(error)) from None
    except OSError as error:
        sentence = (
            _("The debrief cannot be written ({detail}).")
            if options.debrief
            else _("The deck cannot be written ({detail}).")
        )
        raise cannot(sentence.format(detail=why(error))) from None
    return DONE


def _id(name: str) -> str:
    if "/" in name or "\\" in name:
        sentence = _("'{name}' is a path. Give a name alone, and the folder with --out.")
        raise wrong_use(sentence.format(name=shown(name)))
    id_ = id_of(name)
    if not id_:
        sentence = _("No id can be made of '{name}': it needs a letter from a to z, or a digit.")
        hint = _("Give such a name, and the title with --title.")
        raise wrong_use(f"{sentence.format(name=shown(name))} {hint}")
    if is_device(id_):
        sentence = _("Windows cannot have a folder called '{name}'. Choose another name.")
        raise wrong_use(sentence.format(name=id_))
    return id_


def _title(wished: str) -> str:
    title = " ".join(wished.split())
    if not title or len(title) > _LONGEST_TITLE or UNPRINTABLE.search(title):
        sentence = _("'{title}' is no title: expected 1 to {most} characters that can be seen.")
        raise wrong_use(sentence.format(title=shown(title), most=_LONGEST_TITLE))
    return title


def _make_folder(out: Path | None, id_: str, title: str, wished: str) -> None:
    decks = out if out is not None else paths.user_decks_dir()
    if is_dir(decks) and is_file(deck_path(decks)):
        sentence = _("{path} is a deck itself: name another folder with --out.")
        raise wrong_use(sentence.format(path=shown(decks)))
    place = decks / id_
    _refuse_what_is_there(place)
    # In a folder of one's own choice anything may lie; of one's own decks each id is there once.
    _refuse_double(id_, mine=out is None)
    paths.ensure(decks)
    with staging(decks) as staged:
        write_files(staged, new_deck(id_, title, wished))
        move(staged, place)
    name = id_ if out is None else typed(place)
    say(_("“{title}” is in {path}: a small deck to write over.").format(
        title=title, path=shown(place)
    ))  # fmt: skip
    _tell_steps(
        place / "deck.yaml",
        (f"cxgame preview {name}", _("shows its cards on the wall, each time you save")),
        (f"cxgame check {name}", _("says what is not right yet, and where")),
        (f"cxgame play {name}", _("plays it")),
    )


def _tell_steps(file: Path, *steps: tuple[str, str]) -> None:
    say(_("Open {file} in an editor. Then:").format(file=shown(file)))
    width = max(len(command) for command, does in steps)
    for command, does in steps:
        say(f"  {command:<{width}}   {does}")


def _make_debrief(out: Path | None, id_: str, title: str, wished: str) -> None:
    folder = out if out is not None else paths.user_decks_dir()
    place = folder / f"{id_}.yaml"
    _refuse_what_is_there(place)
    _refuse_double_debrief(id_, mine=out is None)
    paths.ensure(folder)
    for file, data in new_debrief(id_, title, wished).items():
        path = folder / file
        # The schema lies there once for all debriefs; anything else of that name stays.
        if path == place or not os.path.lexists(path) or _is_old_schema(path):
            write_whole(path, data)
    # Among your own decks it is known by its name everywhere; elsewhere it has a path.
    name = id_ if out is None else typed(place)
    other = next(code for code in (*template_languages(), "de") if code != wished)
    say(_("“{title}” is in {path}: a small debrief to write over.").format(
        title=title, path=shown(place)
    ))  # fmt: skip
    _tell_steps(
        place,
        (f"cxgame check {name}", _("says what is not right yet, and where")),
        (f"cxgame play --debrief {name}", _("plays with it; at set-up it can be chosen, too")),
        (f"cxgame translate {name} {other}", _("begins its translation")),
    )


def _is_old_schema(path: Path) -> bool:
    return path.is_file() and is_schema(path.read_bytes())


def _make_sheet(out: Path | None, id_: str, title: str, wished: str) -> None:
    path = out if out is not None and out.suffix == ".xlsx" else (out or Path()) / f"{id_}.xlsx"
    _refuse_what_is_there(path)
    paths.ensure(path.parent)
    try:
        write_template(path, title, wished, id_)
    except MissingLibraryError:
        raise needs_sheets(or_csv=False) from None
    say(_("“{title}” is in {path}: a workbook to fill in.").format(title=title, path=shown(path)))
    say(_("This makes a deck of it: cxgame import {file}").format(file=typed(path)))


def _refuse_what_is_there(path: Path) -> None:
    try:
        there = os.path.lexists(path)
    except ValueError:  # a NUL in the name of the folder; `ensure` says so
        return
    if there:
        sentence = _("{path} is there already; nothing was changed. Choose another name.")
        raise wrong_use(sentence.format(path=shown(path)))


def _refuse_double(id_: str, *, mine: bool) -> None:
    """A deck with the id of one of the game's own would silently be played instead of it."""
    try:
        ours = find_decks([paths.scenarios_dir()])
    except paths.MissingFolderError:
        ours = []
    if any(entry.id == id_ for entry in ours):
        sentence = _("The game has a deck called '{id}' itself. Choose another name.")
        raise wrong_use(sentence.format(id=id_))
    for entry in find_decks([paths.user_decks_dir()]) if mine else ():
        if entry.id == id_:
            sentence = _("You have another deck with that id already: {path}.")
            raise wrong_use(sentence.format(path=shown(entry.path)))


def _refuse_double_debrief(id_: str, *, mine: bool) -> None:
    """The same of debriefs."""
    try:
        ours = find_debriefs([paths.scenarios_dir()])
    except paths.MissingFolderError:
        ours = []
    if any(one.id == id_ for one in ours):
        sentence = _("The game has a debrief called '{id}' itself. Choose another name.")
        raise wrong_use(sentence.format(id=id_))
    for one in find_debriefs([paths.user_decks_dir()]) if mine else ():
        if one.id == id_:
            sentence = _("You have another debrief with that id already: {path}.")
            raise wrong_use(sentence.format(path=shown(one.path)))
