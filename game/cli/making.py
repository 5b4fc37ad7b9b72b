"""The file that a command makes of a deck: where it goes, whom it may replace, and writing it."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

from game.cli.trouble import CANNOT, Ended, cannot, wrong_use
from game.content.disk import shown, write_whole
from game.content.extras import install
from game.i18n import _
from game.i18n.system import why


def target(out: Path | None, name: str, ending: str) -> Path:
    """Where a file of this name goes: here, into the folder `out`, or into that very file."""
    if out is None:
        return Path(name + ending)
    if out.is_dir():
        return out / (name + ending)
    return out if out.suffix.lower() == ending else out.with_name(out.name + ending)


def something_else(path: Path) -> Ended:
    """What lies there is not what this command made: it stays."""
    sentence = _("{file} is something else already. Name another file with --out.")
    return wrong_use(sentence.format(file=shown(path)))


def write(path: Path, data: bytes) -> None:
    """All of it or nothing; ends the command where it cannot be written."""
    try:
        write_whole(path, data)
    except (OSError, ValueError) as error:  # also a name that no file can have
        raise unwritable(path, error) from None


def unwritable(path: Path, error: OSError | ValueError) -> Ended:
    """The file cannot be written, and why."""
    sentence = _("The file {file} cannot be written ({detail}).")
    return cannot(sentence.format(file=shown(path), detail=why(error)))


def typed(path: Path) -> str:
    """A path as it is typed in a shell: in quotes where it has a blank, a bracket or the like."""
    word = shown(path)
    if not re.search(r"""[ "'$`!*?;&|<>()\[\]{}#~]""", word):
        return word
    if os.name != "nt" and re.search(r"""["$`!\\]""", word):
        return shlex.quote(word)  # a shell minds these also between double quotes
    return f'"{word}"'


def needs_sheets(*, or_csv: bool = True) -> Ended:
    """Workbooks need a library that is not here; `or_csv` where a CSV file would do as well."""
    sentence = _("Workbooks need openpyxl. Put it in with: {command}")
    told = [sentence.format(command=install("sheets"))]
    if or_csv:
        # On a line of its own: what is to be typed ends where its line ends.
        told.append(_("A CSV file needs nothing more."))
    return Ended(CANNOT, "\n".join(told))
