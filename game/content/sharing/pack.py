"""One file of a deck, its translations and its pictures: the same bytes on every machine.

Nothing in it is compressed. Libraries that compress differ from system to system; pictures would
gain nothing by it, and words weigh little.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from game.content.checks import archive as check
from game.content.checks import file as file_check
from game.content.checks.version import FORMAT
from game.content.deck import DeckFile
from game.content.decode import MOST_BYTES
from game.content.disk import UnreadableError, read_bytes, shown
from game.content.load import translations
from game.content.merge import media_names
from game.content.migrate import format_of
from game.content.problem import ContentError
from game.content.sharing.archive import MOST_MEMBERS, MOST_PACKED
from game.content.sharing.manifest import Manifest
from game.content.sharing.members import DECK, MANIFEST, clashes, overlay_name, trouble_of
from game.content.shelf import MediaError, Shelf

ENDING = ".cxdeck"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""When every member was made: the first day a zip file knows."""
_FILE = 0o100644 << 16
"""A plain file, as zip files say it (external attributes, Unix)."""
_UNIX = 3


def pack(deck: DeckFile) -> bytes:
    """A deck as one file. Raises `ContentError` with every reason why it cannot be given away."""
    label = Manifest(
        format=format_of(deck.source) if deck.source is not None else FORMAT,
        id=deck.id,
        title=deck.title,
        digest=deck.digest,
    )
    return zipped({MANIFEST: label.dump(), **files_of(deck)})


def files_of(deck: DeckFile) -> dict[str, bytes]:
    """The files of a deck by the names they have in a folder of their own.

    Raises `ContentError` with the deck's errors, and with what no other system could write.
    """
    if deck.reasons:
        raise ContentError(deck.reasons)
    files = _gathered(deck)
    file = shown(deck.path)
    problems = [
        check.problem(file, text, hint, name)
        for name, (text, hint) in zip(files, map(trouble_of, files), strict=True)
        if text
    ]
    problems += [check.problem(file, why, "", name) for name, why in clashes(files)]
    if len(files) >= MOST_MEMBERS or sum(map(len, files.values())) > MOST_PACKED:
        most = f"{MOST_MEMBERS} files and {MOST_PACKED // 1_000_000} MB"
        problems.append(check.problem(file, f"the deck takes more than {most}"))
    if problems:
        raise ContentError(problems)
    return files


def _gathered(deck: DeckFile) -> dict[str, bytes]:
    """The deck's file, its translations, its pictures."""
    files = {DECK: _read(deck.path)}
    for language, path in translations(deck.path):
        files[overlay_name(language)] = _read(path)
    shelf = Shelf(deck.folder)
    for name in sorted(media_names(deck)):
        try:
            files[name] = shelf.read(name)
        except MediaError as error:
            gone = file_check.problem(shown(deck.path), str(error), error.hint)
            raise ContentError([gone]) from error
    return files


def zipped(files: Mapping[str, bytes]) -> bytes:
    """An archive of these files, in this order."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, _LONG_AGO)
            info.create_system, info.external_attr = _UNIX, _FILE
            archive.writestr(info, data)
    return made.getvalue()


def _read(path: Path) -> bytes:
    """A text file, with the line ends that the digest counts as well."""
    try:
        return read_bytes(path, MOST_BYTES).replace(b"\r\n", b"\n")
    except UnreadableError as error:
        raise ContentError([file_check.problem(shown(path), str(error))]) from error
