"""`cxgame translate DECK LANGUAGE`: begin a translation, or bring it up to date.

What is missing gets an empty field with the deck's text above it; what is older than the deck gets
a remark; what the deck no longer has becomes a comment. Nothing that is translated is changed.
A deck of the game's own is copied first, unless its path is given: its makers translate it there.
A debrief, by its path or its name, is translated in the same way.
Exit code 1: the deck or its translation has errors to mend first.
"""

from __future__ import annotations

import codecs
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path

from game.cli.arguments import language as language_code
from game.cli.decks import is_shipped, meant
from game.cli.making import typed, write
from game.cli.problems import as_text
from game.cli.trouble import DONE, PROBLEMS, cannot, say, wrong_use
from game.content import debriefs, overlay
from game.content.debriefs import DebriefFile, read_debrief
from game.content.deck import Deck, DeckFile
from game.content.disk import is_dir, is_file, shown
from game.content.kinds import FileKind, kind_of
from game.content.load import base_of_overlay, open_source, translations
from game.content.parse import parse
from game.content.problem import Problem, errors_of
from game.content.report import Report
from game.content.suggest import closest
from game.content.texts import Original, texts_of
from game.content.translating import CannotUpdateError, Updated, begun, updated
from game.i18n import _, endonym, ngettext
from game.paths import user_decks_dir
from game.session.library import Library, LibraryError


def add_arguments(parser: ArgumentParser) -> None:
    """Which deck, into which language, and what is right as it is."""
    parser.add_argument("deck", metavar=_("DECK"), help=_("a deck’s or a debrief’s name or path"))
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
        help=_("count the translations of these cards (without an ID, all) as right, though the "
               "deck has changed"),
    )  # fmt: skip


def run(options: Namespace) -> int:
    """Write the translation, and say what is left to do."""
    library = Library.default()
    debrief = _debrief(options.deck, library)
    if debrief is not None:
        return _of_debrief(debrief, options)
    try:
        word = meant(options.deck, library)
        file = library.deck(word)
    except LibraryError as error:
        raise wrong_use(str(error) + _debrief_near(options.deck, library)) from None
    if is_shipped(file.path) and library.entry(word) is not None:
        raise wrong_use(_copy_first(file, options))
    if file.deck is None:
        return _refuse(file.reasons, _("The deck has errors. Mend them first."))
    return _translate(file.deck, file.path, options)


def _debrief(word: str, library: Library) -> DebriefFile | None:
    """The debrief that is meant: by its path, or by a name that no deck has."""
    path = Path(word)
    base = base_of_overlay(path)
    path = base if base is not None and is_file(base) else path
    if is_file(path):
        return read_debrief(path) if kind_of(path) is FileKind.DEBRIEF else None
    if is_dir(path) or library.entry(word) is not None:
        return None
    return next((one for one in library.debriefs if one.id == word), None)


def _debrief_near(word: str, library: Library) -> str:
    """A debrief whose name is nearly that."""
    near = closest(word, [one.id for one in library.debriefs])
    return " " + _("Did you mean the debrief {word}?").format(word=near) if near else ""


def _of_debrief(file: DebriefFile, options: Namespace) -> int:
    named = not is_file(Path(options.deck))
    if named and is_shipped(file.path):
        raise wrong_use(_copy_debrief_first(file, options))
    if file.template is None:
        told = _("The debrief has errors. Mend them first.")
        return _refuse(errors_of(file.problems), told)
    return _translate(file.template, file.path, options)


def _translate(original: Original, source: Path, options: Namespace) -> int:
    """Begin the translation that lies beside the file, or bring it up to date."""
    code = options.language
    if code == original.language:
        sentence = (
            _("The deck’s own language is {language}: change its texts in {file}.")
            if isinstance(original, Deck)
            else _("The debrief’s own language is {language}: change its texts in {file}.")
        )
        raise wrong_use(sentence.format(language=endonym(code), file=shown(source)))
    _verify_ids(original, options.accept or ())
    new_name = f"{source.stem}.{code}{source.suffix}"
    path = dict(translations(source)).get(code, source.with_name(new_name))
    data = b""
    text = begun(original, code)
    if path.exists():
        opened = open_source(path)
        if opened.source is None or errors_of(opened.problems):
            return _refuse(opened.problems, _("The translation has errors. Mend them first."))
        data = opened.data
        text = data.decode("utf-8-sig")
    try:
        made = updated(original, code, text, options.accept)
        left = _left(original, code, path, text, made.text)
    except CannotUpdateError:
        sentence = _("{file} is written in a way that this command cannot change without loss.")
        hint = _("Write each field and each card on a line of its own.")
        raise cannot(f"{sentence.format(file=shown(path))} {hint}") from None
    if left:
        return _refuse(left, _("The translation has errors. Mend them first."))
    _write(path, data, made.text)
    _tell(original, path, made, new=not data)
    return DONE


def _copy_first(file: DeckFile, options: Namespace) -> str:
    """The next version of the game would take a translation away that lies in its own folder."""
    sentence = _("“{title}” comes with the game, and its folder is left as it is.")
    how = _("Put a copy among your own decks first: cxgame add {folder}")
    then = _("Then again: cxgame translate {name} {language}")
    return "\n".join(
        [
            sentence.format(title=file.title),
            how.format(folder=typed(file.folder)),
            then.format(name=options.deck, language=options.language),
        ]
    )


def _copy_debrief_first(file: DebriefFile, options: Namespace) -> str:
    """The same; a debrief is a file, and is copied by hand, with its translations."""
    sentence = _("“{title}” comes with the game, and its folder is left as it is.")
    how = _("Copy {files} into {folder} first.")
    then = _("Then again: cxgame translate {name} {language}")
    files = [file.path, *(path for _code, path in translations(file.path))]
    return "\n".join(
        [
            sentence.format(title=file.title),
            how.format(files=", ".join(map(shown, files)), folder=shown(user_decks_dir())),
            then.format(name=options.deck, language=options.language),
        ]
    )


def _verify_ids(original: Original, ids: Iterable[str]) -> None:
    texts = texts_of(original)
    entries = (one for section in texts.sections for one in getattr(original, section))
    known = [texts.noun, *(one.id for one in entries)]
    for id_ in ids:
        if id_ not in known:
            near = closest(id_, known)
            hint = " " + _("Did you mean {word}?").format(word=near) if near else ""
            told = (
                _("The deck has nothing called '{id}'.")
                if isinstance(original, Deck)
                else _("The debrief has nothing called '{id}'.")
            )
            raise wrong_use(told.format(id=id_) + hint)


def _left(original: Original, code: str, path: Path, old: str, new: str) -> list[Problem]:
    """The errors of a translation that bringing it up to date does not mend, at their places.

    Raises `CannotUpdateError` where it would bring new ones.
    """

    def errors(text: str) -> tuple[Problem, ...]:
        parsed = parse(text.encode(), shown(path))
        assert parsed.source is not None
        report = Report(parsed.source)
        if isinstance(original, Deck):
            overlay.translate(original, code, report)
        else:
            debriefs.translate(original, code, report)
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


def _tell(original: Original, path: Path, made: Updated, *, new: bool) -> None:
    deck = isinstance(original, Deck)
    done = _("{file} is up to date with the deck.") if deck else _("{file} is up to date.")
    say((_("{file} is begun.") if new else done).format(file=shown(path)))
    for n, text in zip(made[1:], _deck_left(made) if deck else _debrief_left(made), strict=True):
        if n:
            say(text.format(n=n))


def _deck_left(made: Updated) -> tuple[str, str, str]:
    """What is to do, what is older, and what is gone, each in a sentence."""
    return (
        _missing_text(made.missing),
        ngettext(
            "{n} translation is older than the deck: look for “#!”.",
            "{n} translations are older than the deck: look for “#!”.",
            made.stale,
        ),
        ngettext(
            "{n} part is no longer in the deck, and is a comment now.",
            "{n} parts are no longer in the deck, and are comments now.",
            made.shelved,
        ),
    )


def _debrief_left(made: Updated) -> tuple[str, str, str]:
    """The same of a debrief."""
    return (
        _missing_text(made.missing),
        ngettext(
            "{n} translation is older than the debrief: look for “#!”.",
            "{n} translations are older than the debrief: look for “#!”.",
            made.stale,
        ),
        ngettext(
            "{n} part is no longer in the debrief, and is a comment now.",
            "{n} parts are no longer in the debrief, and are comments now.",
            made.shelved,
        ),
    )


def _missing_text(n: int) -> str:
    return ngettext(
        "{n} text has no translation yet: an empty field, its text above it behind “#>”.",
        "{n} texts have no translation yet: empty fields, their texts above them behind “#>”.",
        n,
    )
