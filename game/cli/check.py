"""`cxgame check`: what is wrong with decks, boards and rulesets, before a room sees it.

Prints `file:line:column: level: text [check]`, a line for each problem. Exit code 0: nothing, or
advice alone; 1: an error or a warning; 2: wrong use.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from game.cli.trouble import DONE, PROBLEMS, say, wrong_use
from game.content.check import MissingPathError, check_paths
from game.content.problem import Level, Problem
from game.i18n import _, ngettext


def add_arguments(parser: ArgumentParser) -> None:
    """What to look at."""
    parser.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar=_("PATH"),
        help=_("a deck, a board, a ruleset, or a folder that holds any of them"),
    )


def run(options: Namespace) -> int:
    """Print every problem; 1 if one of them is more than advice."""
    try:
        problems = check_paths(options.paths)
    except MissingPathError as error:
        raise wrong_use(_("There is no file or folder {path}.").format(path=error.path)) from None
    for problem in problems:
        print(problem)
    say(_summary(problems))
    serious = any(problem.level is not Level.ADVICE for problem in problems)
    return PROBLEMS if serious else DONE


def _summary(problems: Sequence[Problem]) -> str:
    """The last line, on standard error: output that is piped stays problems alone."""
    if not problems:
        return _("No problems.")
    found = Counter(problem.level for problem in problems)
    parts = [
        (found[Level.ERROR], ngettext("{n} error", "{n} errors", found[Level.ERROR])),
        (found[Level.WARNING], ngettext("{n} warning", "{n} warnings", found[Level.WARNING])),
        (found[Level.ADVICE], ngettext("{n} advice", "{n} pieces of advice", found[Level.ADVICE])),
    ]
    return ", ".join(text.format(n=n) for n, text in parts if n) + "."
