"""`cxgame schema`: the JSON Schema by which an editor completes and underlines a file of ours.

Prints it, or writes it with `--out`. Exit code 0: done; 2: the file is something
else, which is left alone; 3: it cannot be written.
"""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.cli.trouble import DONE, cannot, say, wrong_use
from game.content.disk import is_dir, shown, write_whole
from game.content.schema import KINDS, is_schema, schema_text
from game.i18n import _
from game.i18n.system import why


def add_arguments(parser: ArgumentParser) -> None:
    """Of which kind of file."""
    parser.add_argument(
        "kind",
        nargs="?",
        choices=KINDS,
        default="deck",
        metavar=_("KIND"),
        help=_(
            "the kind of file it is for: deck, translation, board, ruleset or debrief; if absent, "
            "deck"
        ),
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar=_("FILE"),
        help=_("write it to this file instead of printing it"),
    )


def run(options: Namespace) -> int:
    """Print the schema, or write it."""
    text = schema_text(options.kind)
    if options.out is None:
        print(text, end="")
        return DONE
    if not _ours(options.out):
        sentence = _("{file} is something else already. Name another file with --out.")
        raise wrong_use(sentence.format(file=shown(options.out)))
    try:
        write_whole(options.out, text.encode())
    except (OSError, ValueError) as error:
        detail = why(error)
        sentence = _("The file {file} cannot be written ({detail}).")
        raise cannot(sentence.format(file=shown(options.out), detail=detail)) from None
    say(
        _("The schema is in {path}. Name it in the first line of a file:").format(
            path=shown(options.out)
        )
    )
    say(f"# yaml-language-server: $schema={options.out.name}")
    return DONE


def _ours(path: Path) -> bool:
    """True where nothing is lost by writing: an older schema of ours, or nothing is there."""
    try:
        if not os.path.lexists(path) or is_dir(path):  # what cannot be written says so itself
            return True
        return path.is_file() and is_schema(path.read_bytes())
    except (OSError, ValueError):
        return True
