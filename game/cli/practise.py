"""`cxgame practise`: bots sit at the tables, and things go other than planned."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from contextlib import suppress
from dataclasses import replace

from game.app.window import run_session
from game.cli.arguments import add_console, add_content, add_seed, add_teams, add_window
from game.cli.choices import set_up, speak_wished
from game.cli.console import console_wished
from game.cli.display import need_display
from game.content.problem import ContentError
from game.i18n import _, language
from game.paths import practise_dir
from game.rules.actions import Begin
from game.session.assemble import open_session
from game.session.library import Library, LibraryError

TEAMS = 3


def add_arguments(parser: ArgumentParser) -> None:
    """What is played; a short session unless another is asked for."""
    add_content(parser, shortest=True)
    add_teams(parser, TEAMS, least=2)
    add_seed(parser)
    add_window(parser)
    add_console(parser)


def run(options: Namespace) -> int:
    """Open the window, with bots at the tables, until that is closed."""
    speak_wished(options)
    console = console_wished(options)
    options.preset = options.preset or _shortest(options)
    setup = set_up(options, teams=options.teams, seed=options.seed, name=_("Practise"))
    need_display()
    session = open_session(replace(setup, practise=True), practise_dir())
    session.dispatch(Begin(), 0, "command")
    return run_session(session, options.display, options.window, options.language, console)


def _shortest(options: Namespace) -> str:
    """The shortest session of the house rules; "" where they cannot be read, which is told later.

    A set of somebody's own need not have the lengths of the game's.
    """
    with suppress(LibraryError, ContentError):
        rules = Library.default().ruleset(options.ruleset or "").in_language(language())
        return min(rules.presets, key=lambda preset: preset.minutes).id
    return ""
