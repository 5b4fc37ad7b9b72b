"""`cxgame` with options and no command: the start screen, where and as it was asked for."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from game.app.window import run_start
from game.cli.arguments import add_window, language
from game.cli.display import shown


def add_arguments(parser: ArgumentParser) -> None:
    """Where the window goes and what it speaks."""
    add_window(parser)
    parser.add_argument("--language", type=language, metavar="CODE")


def run(options: Namespace) -> int:
    """Open the start screen, until the window is closed."""
    return shown(run_start(options.display, options.window, options.language))
