"""`cxgame translate DECK LANGUAGE`: begin a translation, or bring it up to date.

What is missing gets an empty field with the deck's text above it; what is older than the deck gets
a remark; what the deck no longer has becomes a comment. Nothing that is translated is changed.
A deck of the game's own is copied first, unless its path is given: its makers translate it there.
Exit code 1: the deck or its translation has errors to mend first.
"""

from __future__ import annotations

import codecs
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path

from game.cli.arguments import language as language_code
from game.cli.decks import is_shipped, meant
from game.cli.making import write
from game.cli.problems import as_text
from game.cli.trouble import DONE, PROBLEMS, cannot, say, wrong_use
from game.content import pairs
from game.content.deck import Deck, DeckFile
from game.content.disk import shown
from game.content.load import open_source, translations
from game.content.overlay import SECTIONS, translate
from game.content.parse import parse
from game.content.problem import Problem, errors_of
from game.content.report import Report
from game.content.suggest import closest
from game.content.translating import CannotUpdateError, Updated, begun, updated
from game.i18n import _, endonym, ngettext
from game.session.library import Library, LibraryError


def add_arguments(parser: ArgumentParser) -> None:
    """Which deck, into which language, and what is right as it is."""
    parser.add_argument("deck", metavar=_("DECK"), help=_("a deck’s name or path"))
    parser.add_argument(
        "language",
        type=language_code,
        metavar=_("LANGUAGE"),
        help=_("the code of the language to translate to, like nl"),
    )
    parser.add_argument(
        "--accept",
        nargs="*",
        metavar="ID",
        help=_("the translations of these cards (or of everything) are right, though the deck "
               "has changed"),
    )  # fmt: skip


def run(options: Namespace) -> int:
    """Write the translation, and say what is left to do."""
    try:
        library = Library.default()
        word = meant(options.deck, library)
        file = library.deck(word)
    except LibraryError as error:
        raise wrong_use(str(error)) from None
    if is_shipped(file) and library.entry(word) is not None:
        raise wrong_use(_copy_first(file, options))
    if file.deck is None:
        return _refuse(file.reasons, _("The deck has errors. Mend them first."))
    deck, code = file.deck, options.language
    if code == deck.language:
        sentence = _("The deck’s own language is {language}: change its texts in {file}.")
        raise wrong_use(sentence.format(language=endonym(code), file=shown(file.path)))
    _verify_ids(deck, options.accept or ())
    new_name = f"{file.path.stem}.{code}{file.path.suffix}"
    path = dict(translations(file.path)).get(code, file.path.with_name(new_name))
    data = b""
    text = begun(deck, code)
    if path.exists():
        opened = open_source(path)
        if opened.source is None or errors_of(opened.problems):
            return _refuse(opened.problems, _("The translation has errors. Mend them first."))
        data = opened.data
        text = data.decode("utf-8-sig")
    try:
        made = updated(deck, code, text, options.accept)
        left = _left(deck, code, path, text, made.text)
    except CannotUpdateError:
        sentence = _("{file} is written in a way that this command cannot change without loss.")
        hint = _("Write each field and each card on a line of its own.")
        raise cannot(f"{sentence.format(file=shown(path))} {hint}") from None
    if left:
        return _refuse(left, _("The translation has errors. Mend them first."))
    _write(path, data, made.text)
    _tell(path, made, new=not data)
    return DONE


def _copy_first(file: DeckFile, options: Namespace) -> str:
    """The next version of the game would take a translation away that lies in its own folder."""
    sentence = _("“{title}” comes with the game, and its folder is left as it is.")
    how = _("Put a copy among your own decks first: cxgame add {folder}")
    then = _("Then again: cxgame translate {name} {language}")
    folder = shown(file.folder)
    return "\n".join(
        [
            sentence.format(title=file.title),
            how.format(folder=f'"{folder}"' if " " in folder else folder),
            then.format(name=options.deck, language=options.language),
        ]
    )


def _verify_ids(deck: Deck, ids: Iterable[str]) -> None:
    known = [pairs.HEAD, *(one.id for section in SECTIONS for one in getattr(deck, section))]
    for id_ in ids:
        if id_ not in known:
            near = closest(id_, known)
            hint = " " + _("Did you mean {word}?").format(word=near) if near else ""
            raise wrong_use(_("The deck has nothing called '{id}'.").format(id=id_) + hint)


def _left(deck: Deck, code: str, path: Path, old: str, new: str) -> list[Problem]:
    """The errors of a translation that bringing it up to date does not mend, at their places.

    Raises `CannotUpdateError` where it would bring new ones.
    """

    def errors(text: str) -> tuple[Problem, ...]:
        parsed = parse(text.encode(), shown(path))
        assert parsed.source is not None
        report = Report(parsed.source)
        translate(deck, code, report)
        return errors_of(report.problems)

    still = {(problem.check, problem.sentence) for problem in errors(new)}
    left = [problem for problem in errors(old) if (problem.check, problem.sentence) in still]
    if still and not left:
        raise CannotUpdateError("it would have errors that it has not")
    return left


def _refuse(problems: Iterable[Problem], sentence: str) -> int:
    for line in as_text(problems):
        print(line)
    untouched = _("Nothing was changed.")
    say(f"{sentence} {untouched}")
    return PROBLEMS


def _write(path: Path, old: bytes, text: str) -> None:
    mark = codecs.BOM_UTF8 if old.startswith(codecs.BOM_UTF8) else b""
    data = mark + text.encode()
    if data != old:
        write(path, data)


def _tell(path: Path, made: Updated, *, new: bool) -> None:
    told = _("{file} is begun.") if new else _("{file} is up to date with the deck.")
    say(told.format(file=shown(path)))
    missing = ngettext(
        "{n} text has no translation yet: an empty field, its text above it behind “#>”.",
        "{n} texts have no translation yet: empty fields, their texts above them behind “#>”.",
        made.missing,
    )
    stale = ngettext(
        "{n} translation is older than the deck: look for “#!”.",
        "{n} translations are older than the deck: look for “#!”.",
        made.stale,
    )
    gone = ngettext(
        "{n} part is no longer in the deck, and is a comment now.",
        "{n} parts are no longer in the deck, and are comments now.",
        made.shelved,
    )
    for n, text in ((made.missing, missing), (made.stale, stale), (made.shelved, gone)):
        if n:
            say(text.format(n=n))
