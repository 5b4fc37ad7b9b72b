"""`cxgame schema`: the JSON Schema by which an editor completes and underlines a file of ours.

Prints it, or writes it with `--out`. Exit code 0: done; 2: the file is something
else, which is left alone; 3: it cannot be written.
"""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.cli.making import something_else, write
from game.cli.trouble import DONE, say
from game.content.disk import is_dir, shown
from game.content.schema import KINDS, is_schema, schema_text
from game.i18n import _, available, language


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
        "--language",
        choices=available(),
        help=_("the language in which it explains the fields; if absent, yours"),
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar=_("FILE"),
        help=_("write it to this file, or into this folder, instead of printing it"),
    )


def run(options: Namespace) -> int:
    """Print the schema, or write it."""
    text = schema_text(options.kind, options.language or language())
    if options.out is None:
        print(text, end="")
        return DONE
    out: Path = options.out
    if is_dir(out):
        out /= f"{options.kind}.schema.json"
    if not _ours(out):
        raise something_else(out)
    write(out, text.encode())
    sentence = _("The schema is in {path}. Name it in the first line of a file:")
    say(sentence.format(path=shown(out)))
    say(f"# yaml-language-server: $schema={out.name}")
    return DONE


def _ours(path: Path) -> bool:
    """True where nothing is lost by writing: an older schema of ours, or nothing is there."""
    try:
        if not os.path.lexists(path):
            return True
        return path.is_file() and is_schema(path.read_bytes())
    except (OSError, ValueError):
        return True
