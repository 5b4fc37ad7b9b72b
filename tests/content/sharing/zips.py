"""Zip files as no packer makes them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from game.content import load_deck
from game.content.sharing.pack import pack
from tests.content.author import write_deck

CARD = "cards:\n  - {id: monday, kind: commit, category: insights, title: Monday, prompt: Plan.,"
PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
Change = Callable[[zipfile.ZipInfo], None]


@cache
def good() -> bytes:
    """A packed deck of three files."""
    with TemporaryDirectory() as folder:
        return _packed(Path(folder))


def _packed(folder: Path) -> bytes:
    deck = write_deck(folder, f"{CARD} picture: art/cup.svg}}\n", nl="title: Voorbeeld")
    (deck / "art").mkdir(exist_ok=True)
    (deck / "art" / "cup.svg").write_bytes(PICTURE)
    file = load_deck(deck)
    assert file.problems == ()
    return pack(file)


def with_member(
    data: bytes, name: str, content: bytes = b"x", change: Change | None = None, method: int = 0
) -> bytes:
    """An archive with one more member in it."""
    made = BytesIO(data)
    with zipfile.ZipFile(made, "a", method) as archive:
        info = zipfile.ZipInfo(name)
        # As it was asked for, whatever this system makes of it.
        info.filename = name
        info.compress_type = method
        if change is not None:
            change(info)
        archive.writestr(info, content, method)
    return made.getvalue()


def snapshot(folder: Path) -> dict[str, bytes]:
    """Everything in a folder, by its path; links are not followed."""
    return {
        str(path.relative_to(folder)): b"" if path.is_dir() else path.read_bytes()
        for path in folder.rglob("*")
    }
