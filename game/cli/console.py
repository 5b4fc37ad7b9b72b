"""What `--console` and `--remote` ask for, refused where it cannot be had."""

from __future__ import annotations

from argparse import Namespace

from game.app.window import Opened
from game.cli.trouble import cannot


def console_wished(options: Namespace) -> Opened:
    """Where the console is to be opened; ends the command where its packages are missing."""
    opened = Opened(here=options.console, network=options.remote)
    if opened.here or opened.network:
        from game.remote.extra import missing_sentence

        told = missing_sentence()
        if told:
            raise cannot(told)
    return opened
