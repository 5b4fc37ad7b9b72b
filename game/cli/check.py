"""`cxgame check`: what is wrong with decks, boards, rulesets and debriefs, before a room sees it.

Prints `file:line:column: level: text [check]` for each problem, and the line itself with a caret
beneath the place. Exit code 0: nothing, or advice alone; 1: an error or a warning, and with
`--strict` also advice; 2: wrong use.
"""

from __future__ import annotations

import shutil
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.cli.commands import did_you_mean
from game.cli.excerpt import WIDTH
from game.cli.problems import FORMATS, counts, printed
from game.cli.trouble import DONE, PROBLEMS, say, wrong_use
from game.cli.wall import LateWall
from game.content.check import Examined, MissingPathError, examine
from game.content.checks.translation_missing import together
from game.content.disk import is_dir, is_file, shown
from game.content.problem import Level
from game.i18n import _, ngettext

_NARROWEST = 40
"""Columns below which there is no room for a line and its number."""


def add_arguments(parser: ArgumentParser) -> None:
    """What to look at, and how to tell it."""
    parser.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar=_("PATH"),
        help=_("a deck, board, ruleset or debrief, a folder that holds any of them, or a name"),
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default=FORMATS[0],
        help=_(
            "how problems are told: text to read, JSON for a program, or commands for GitHub’s "
            "workflows; if absent, text"
        ),
    )
    parser.add_argument("--strict", action="store_true", help=_("count advice as a problem, too"))
    parser.add_argument(
        "--all",
        action="store_true",
        help=_("name every part that is not translated; if absent, where there are many, their "
               "number"),
    )  # fmt: skip


def run(options: Namespace) -> int:
    """Print every problem; 1 if one of them is more than advice, or one of any kind if strict."""
    try:
        examined = examine([*map(_path, options.paths)], measure=LateWall())
    except MissingPathError as error:
        raise wrong_use(_no_such(error.path)) from None
    if options.format == FORMATS[0] and not options.all:  # programs can count for themselves
        examined = examined._replace(problems=together(examined.problems))
    for line in printed(examined, options.format, _width()):
        print(line)
    say(_summary(examined))
    mild = () if options.strict else (Level.ADVICE,)
    serious = any(problem.level not in mild for problem in examined.problems)
    return PROBLEMS if serious else DONE


def _path(given: Path) -> Path:
    """What was given; or where the deck lies that is called so, as every other command has it.

    A debrief is known by its name as well, where no deck is called so.
    """
    if is_dir(given) or is_file(given) or len(given.parts) != 1:
        return given
    from game.session.library import Library

    library, name = Library.default(), str(given)
    entry = library.entry(name)
    if entry is not None:
        return entry.path
    return next((one.path for one in library.debriefs if one.id == name), given)


def _no_such(path: Path) -> str:
    told = _("There is no file or folder {path}.").format(path=shown(path))
    if len(path.parts) != 1:
        return told
    from game.session.library import Library

    library = Library.default()
    known = [entry.id for entry in (*library.decks, *library.set_aside)]
    known += [debrief.id for debrief in library.debriefs]
    return told + did_you_mean(str(path), known)


def _width() -> int:
    """Columns an excerpt may take: a caret says nothing beneath a line that was wrapped."""
    if sys.stdout is None or not sys.stdout.isatty():
        return WIDTH
    return max(_NARROWEST, shutil.get_terminal_size().columns)


def _summary(examined: Examined) -> str:
    """The last line, on standard error: output that is piped stays problems alone."""
    errors, warnings, advice = counts(examined.problems).values()
    parts = [
        (errors, ngettext("{n} error", "{n} errors", errors)),
        (warnings, ngettext("{n} warning", "{n} warnings", warnings)),
        (advice, ngettext("{n} piece of advice", "{n} pieces of advice", advice)),
    ]
    *words, found = [text.format(n=n) for n, text in parts if n] or [""]
    if words:
        found = _("{words} and {last}").format(words=", ".join(words), last=found)
    silenced = len(examined.silenced)
    if not silenced:
        return found + "." if found else _("No problems.")
    if not found:
        told = ngettext("No problems; {n} is silenced.", "No problems; {n} are silenced.", silenced)
        return told.format(n=silenced)
    more = ngettext("{n} more is silenced.", "{n} more are silenced.", silenced)
    return f"{found}. {more.format(n=silenced)}"
