"""`cxgame explain CHECK`: what a check looks for and why, with what passes and what does not.

In the language that is spoken. Without a check: all there are.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from game.cli.commands import did_you_mean
from game.cli.tables import table
from game.cli.trouble import DONE, wrong_use
from game.content.checks import all_checks
from game.content.manual import as_markdown, told_manual
from game.content.tongue import level_word
from game.i18n import _


def add_arguments(parser: ArgumentParser) -> None:
    """Which check."""
    parser.add_argument(
        "check",
        nargs="?",
        metavar=_("CHECK"),
        help=_("what stands in brackets behind a problem: facts-source"),
    )
    parser.add_argument("--list", action="store_true", help=_("all checks there are"))


def run(options: Namespace) -> int:
    """Print a manual, or the list of all."""
    if options.check is None or options.list:
        print(_all())
        return DONE
    # As it is copied from a problem, brackets and all.
    name = options.check.strip("[]")
    check = all_checks().get(name)
    if check is None:
        sentence = _("There is no check '{check}'.").format(check=name)
        hint = did_you_mean(name, all_checks())
        raise wrong_use(sentence + (hint or " " + _("All checks: cxgame explain --list")))
    _show(as_markdown(check))
    return DONE


def _all() -> str:
    rows = [
        (check.id, level_word(check.level), told_manual(check).rule)
        for check in all_checks().values()
    ]
    return table((_("check"), _("level"), _("rule")), sorted(rows))


def _show(page: str) -> None:
    """On a terminal as a page with colours, elsewhere as it is: it reads well in a mail, too."""
    if sys.stdout is None or not sys.stdout.isatty():
        print(page, end="")
        return
    from rich.console import Console
    from rich.markdown import Markdown

    Console().print(Markdown(page, code_theme="ansi_dark"))
