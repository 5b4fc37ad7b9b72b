"""Names of the files in a packed deck: those a deck has, as every system can write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from game.content.fields import is_language
from game.content.load import DECK_NAMES
from game.content.shelf import PICTURE, SOUND
from game.content.wording import listed, quoted

DECK = DECK_NAMES[0]
MANIFEST = "manifest.json"
MEDIA = (*PICTURE.endings, *SOUND.endings)

_LONGEST = 180
"""Characters of a name, its folders included: Windows counts 260 with all that stands before."""
_DEEPEST = 5
"""Parts of a name."""
_DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])[ ]*(\..*)?", re.I)
"""What Windows takes for a device, whatever ending it has: see "Naming Files, Paths, and
Namespaces" in Microsoft's documentation."""
_ARCHIVES = (".zip", ".cxdeck", ".7z", ".rar", ".gz", ".bz2", ".xz", ".tar", ".tgz", ".zst", ".jar")


def overlay_name(language: str) -> str:
    """What a translation is called in a packed deck."""
    return f"deck.{language}.yaml"


def language_of(name: str) -> str:
    """The language of a translation by its name; "" for any other file."""
    found = re.fullmatch(r"deck\.([^./]+)\.yaml", name)
    return found[1] if found and is_language(found[1]) else ""


def trouble_of(name: str) -> tuple[str, str]:
    """Why a deck cannot have a file of this name, and how to mend it; ("", "") if it can."""
    if not name.isprintable():
        return "its name holds a character nobody sees", ""
    if "\\" in name:
        return "its name has a backslash in it", 'folders are written with "/"'
    if name.startswith(("/", "~")) or re.match("[A-Za-z]:", name):
        return "its name is no path inside the deck", ""
    parts = name.split("/")
    if ".." in parts:
        return "its name leads out of the deck's folder", ""
    return _spelling(name, parts) or _purpose(name) or ("", "")


def _spelling(name: str, parts: list[str]) -> tuple[str, str] | None:
    """What not every system can write, or writes as something else."""
    if len(name) > _LONGEST or len(parts) > _DEEPEST:
        return f"its name is too long; expected at most {_LONGEST} characters and " + (
            f"{_DEEPEST - 1} folders"
        ), ""
    for part in parts:
        if not part or part.startswith("."):
            return "its name has an empty or a hidden part", ""
        if part.endswith((".", " ")) or part.startswith(" "):
            return "a part of its name begins or ends with a space or a dot", "rename it"
        if found := re.search('[<>:"|?*]', part):
            return f"its name has {quoted(found[0])} in it, which Windows cannot write", "rename it"
        if is_device(part):
            return f"{quoted(part)} is the name of a device on Windows", "rename it"
    return None


def is_device(part: str) -> bool:
    """True for what Windows takes for a device rather than a file or a folder."""
    return _DEVICES.fullmatch(part) is not None


def _purpose(name: str) -> tuple[str, str] | None:
    """What is no part of a deck."""
    lower = name.lower()
    if name in (DECK, MANIFEST) or language_of(name) or lower.endswith(MEDIA):
        return None
    if lower.endswith(_ARCHIVES):
        return "it is an archive of its own; a deck holds none", ""
    return (
        "it is no part of a deck",
        f"expected {DECK}, translations such as {overlay_name('nl')}, pictures in "
        f"{listed(PICTURE.endings)}, and sounds in {listed(SOUND.endings)}",
    )


def clashes(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(name, why not) of names that some system takes for one that was there before."""
    seen: dict[str, str] = {}
    folders: dict[str, str] = {}
    for name in names:
        key = _same(name)
        first = seen.get(key)
        seen.setdefault(key, name)
        parts = name.split("/")
        above = ["/".join(parts[:n]) for n in range(1, len(parts))]
        if first is not None:
            twice = "it is there twice" if first == name else f"beside it lies {quoted(first)}"
            yield name, f"{twice}; not every system keeps the two apart"
        elif key in folders or any(_same(folder) in seen for folder in above):
            yield name, "it is a file and a folder"
        else:
            # Folders, too, are written anew in other letters on some systems.
            other = next((f for f in above if folders.get(_same(f), f) != f), "")
            if other:
                told = quoted(folders[_same(other)])
                yield name, f"its folder is spelt {told} elsewhere; not every system minds"
        for folder in above:
            folders.setdefault(_same(folder), folder)


def _same(name: str) -> str:
    """Equal for names that Windows or a Mac may take for one another."""
    return normalize("NFC", normalize("NFC", name).casefold())
