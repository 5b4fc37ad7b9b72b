"""Loading a deck: the file in its source language, its translations, its pictures and sounds."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from game.content import drafts, migrate
from game.content.checks import duplicate_id, picture, reference, sound, version
from game.content.checks import file as file_check
from game.content.deck import Deck, DeckFile
from game.content.deck_fields import DECK
from game.content.decode import MOST_BYTES
from game.content.disk import UnreadableError, entries, is_dir, is_file, read_bytes, shown
from game.content.fields import is_id, is_language
from game.content.nodes import Source, TextNode
from game.content.overlay import is_overlay
from game.content.parse import parse
from game.content.problem import Problem, errors_of, in_order
from game.content.records import Values
from game.content.report import Report
from game.content.shelf import Shelf

DECK_NAMES = ("deck.yaml", "deck.yml")
"""The source of a deck that is a folder; the first is the one to write."""
ENDINGS = (".yaml", ".yml")
"""Of files that may be decks; compared in small letters, as `KLANT.YAML` is a file as well."""


def load_deck(path: Path) -> DeckFile:
    """The deck in this folder or file, with its translations and everything wrong with it.

    Never raises: what cannot be read is a deck that is set aside, and says why. The path of a
    translation loads the deck it belongs to.
    """
    file = deck_path(path)
    opened = open_source(file)
    if opened.source is None:
        return _nameless(file, opened.problems)
    if is_overlay(opened.source.root):
        orphan = file_check.problem(
            shown(file),
            "this is a translation, and its deck does not lie beside it",
            _base_wanted(file),
        )
        return _nameless(file, (*opened.problems, orphan), opened.source)
    return _deck_of(file, opened.source, opened)


def _nameless(file: Path, problems: tuple[Problem, ...], source: Source | None = None) -> DeckFile:
    """A file that is no deck, called after its name on the disk."""
    name = _fallback_id(file)
    return DeckFile(path=file, id=name, title=name, problems=problems, source=source, overlays={})


def _deck_of(file: Path, source: Source, opened: Opened) -> DeckFile:
    """The deck of a file that was opened, with the translations beside it."""
    shelf = Shelf(file.parent)
    report = Report(source)
    read = read_all(report, shelf, intact=not errors_of(opened.problems))
    problems = [*opened.problems, *report.problems]
    digest = _Digest()
    digest.add("", opened.data)
    written = []
    for language, beside in translations(file):
        overlay = open_source(beside)
        digest.add(language, overlay.data)
        problems += overlay.problems
        if overlay.source is not None:
            intact = not errors_of(overlay.problems)
            written.append(drafts.Written(language, beside, overlay.source, intact))
    overlays, broken, found = drafts.translations_of(read, written)
    for name, hashed in sorted(shelf.hashes().items()):
        digest.note(name, hashed)
    id_ = _text(source, "id")
    if not is_id(id_):
        id_ = _fallback_id(file)
    return DeckFile(
        path=file,
        id=id_,
        title=_text(source, "title") or id_,
        source=source,
        problems=in_order([*problems, *found]),
        deck=read.deck,
        draft=read.draft,
        overlays=overlays,
        drafts=broken,
        digest=digest.hex(),
    )


def deck_path(path: Path) -> Path:
    """The file in the source language of the deck at `path`: a folder, a file, a translation."""
    if is_dir(path) and path.name not in DECK_NAMES:
        first, *others = (path / name for name in DECK_NAMES)
        return next((other for other in others if is_file(other) and not is_file(first)), first)
    base = base_of_overlay(path)
    return base if base is not None and is_file(base) else path


def base_of_overlay(path: Path) -> Path | None:
    """The file of which `path` would be a translation by its name, or None."""
    stem, dot, language = path.stem.rpartition(".")
    if dot and stem and is_language(language) and path.suffix.lower() in ENDINGS:
        return path.with_name(stem + path.suffix)
    return None


def translations(path: Path) -> Iterator[tuple[str, Path]]:
    """The translations beside a deck's file, by their names, with their languages."""
    for beside in entries(path.parent):
        if base_of_overlay(beside) == path:
            yield beside.stem.rpartition(".")[2], beside


class Opened(NamedTuple):
    """A YAML file that was opened; without a source there is nothing to read on with."""

    source: Source | None
    problems: tuple[Problem, ...]
    data: bytes = b""


def open_source(path: Path) -> Opened:
    """Read a file from disk into nodes."""
    name = shown(path)
    try:
        data = read_bytes(path, MOST_BYTES)
    except UnreadableError as error:
        return Opened(None, (file_check.problem(name, str(error)),))
    parsed = parse(data, name)
    return Opened(parsed.source, parsed.problems, data)


def read_all(report: Report, shelf: Shelf | None, *, intact: bool = True) -> drafts.Read:
    """The deck in the source language, of nodes from wherever, or what can be read of it.

    One that is not `intact` has errors. The report holds whatever is wrong; pictures and sounds
    are looked for on the shelf.
    """
    migrate.upgrade(report)
    if not version.readable(report, migrate.OLDEST):
        return drafts.Read(None, None)
    values: Values = DECK.values(report.source.root, report)
    for look in (duplicate_id.look, reference.look):
        look(report)
    picture.look(report, shelf)
    sound.look(report, shelf)
    values.pop("format", None)
    if report.errors or not intact:
        return drafts.Read(None, drafts.draft_of(report, values, intact=intact))
    return drafts.Read(Deck(**values), None)


def _base_wanted(path: Path) -> str:
    """What to call a translation, or the deck it is one of."""
    base = base_of_overlay(path)
    if base is None:
        return "a translation is called like its deck, with a language: deck.nl.yaml"
    return f"expected {shown(base)}"


def _text(source: Source, name: str) -> str:
    node = source.root.entries.get(name)
    return " ".join(node.text.split())[:80] if isinstance(node, TextNode) else ""


def _fallback_id(path: Path) -> str:
    """An id for a deck whose own cannot be read, made of its name on the disk."""
    name = path.parent.name if path.name in DECK_NAMES else path.stem
    return shown(name) or "deck"


class _Digest:
    """One hash over all files of a deck, whatever order they are met in.

    What a file is for counts (a language, a picture), not what the deck's own file is called:
    a deck may become a folder, or move to another, and stay the same deck.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []

    def add(self, name: str, data: bytes) -> None:
        """A text file; line ends do not count, as moving a deck between systems changes them."""
        self.note(name, sha256(data.replace(b"\r\n", b"\n")).hexdigest())

    def note(self, name: str, hashed: str) -> None:
        self._parts.append(f"{hashed} {name}\n")

    def hex(self) -> str:
        return sha256("".join(sorted(self._parts)).encode()).hexdigest()
