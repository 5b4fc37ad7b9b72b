"""`cxgame schema`: the JSON Schema by which an editor completes and underlines a file of ours.

Prints it, or writes it with `--out`. Exit code 0: done; 3: the file cannot be written.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from game.cli.trouble import DONE, cannot, say
from game.content.schema import KINDS, schema_text
from game.i18n import _


def add_arguments(parser: ArgumentParser) -> None:
    """Of which kind of file."""
    parser.add_argument(
        "kind",
        nargs="?",
        choices=KINDS,
        default="deck",
        help=_("deck, translation, board or ruleset; if absent, deck"),
    )
    parser.add_argument(
        "--out", type=Path, metavar=_("FILE"), help=_("write it to this file instead")
    )


def run(options: Namespace) -> int:
    """Print the schema, or write it."""
    text = schema_text(options.kind)
    if options.out is None:
        print(text, end="")
        return DONE
    try:
        options.out.write_text(text, "utf-8")
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or error
        sentence = _("The file {file} cannot be written ({detail}).")
        raise cannot(sentence.format(file=options.out, detail=detail)) from None
    say(_("The schema is in {path}. Name it in the first line of a file:").format(path=options.out))
    say(f"# yaml-language-server: $schema={options.out.name}")
    return DONE
