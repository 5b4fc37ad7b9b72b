"""Putting a deck among the person's own: a packed one, a file, a folder."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path

from game.content.checks import archive as check
from game.content.checks import file as file_check
from game.content.checks import sift_deck, version
from game.content.deck import DeckFile
from game.content.decode import decode
from game.content.disk import UnreadableError, entries, is_dir, is_file, read_bytes, shown
from game.content.kinds import FileKind, kind_of
from game.content.load import DECK_NAMES, ENDINGS, base_of_overlay, load_deck, translations
from game.content.measure import Measure
from game.content.merge import media_names
from game.content.migrate import format_of, modern
from game.content.parse import parse
from game.content.problem import ContentError, Problem, in_order
from game.content.sharing.archive import MOST_PACKED, unpack
from game.content.sharing.manifest import Manifest, ManifestError, read_manifest
from game.content.sharing.members import MANIFEST
from game.content.sharing.pack import ENDING, files_of
from game.content.sharing.shelving import decks_called, place_of, put, staging, write_files
from game.content.shelf import Shelf

_SHEETS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv")
_MOST_BESIDE = 200
"""Entries of a folder that are looked at for decks."""


class Refusal(Enum):
    """Why a deck is not added, beside problems of its own."""

    NOTHING = auto()
    """There is no such file or folder."""
    SPREADSHEET = auto()
    """It is a table, which is imported."""
    NO_DECK = auto()
    """A board, a ruleset, or a folder without any deck."""
    HERE = auto()
    """It lies among the person's decks already."""
    EXISTS = auto()
    """There is another deck of its id."""
    BLOCKED = auto()
    """The folder of the decks is itself a deck, in which no other is found."""
    PROBLEMS = auto()
    """It has errors."""


class AddError(Exception):
    """A deck is not added; nothing has changed."""

    def __init__(
        self, reason: Refusal, path: Path, problems: tuple[Problem, ...] = (), title: str = ""
    ) -> None:
        super().__init__(f"{reason.name}: {shown(path)}")
        self.reason = reason
        self.path = path
        """What was to be added; with `EXISTS` and `HERE` what lies there."""
        self.problems = problems
        """Everything wrong with it, where that is the reason."""
        self.title = title
        """Of the deck, as far as it could be read."""


@dataclass(frozen=True, kw_only=True)
class Added:
    """A deck that is among the person's own now."""

    id: str
    title: str
    cards: int
    path: Path
    """Its folder."""
    problems: tuple[Problem, ...]
    """Warnings and advice."""
    kept: tuple[Path, ...] = ()
    """Where the decks are that it replaced."""
    unchanged: bool = False
    """True when the very same deck was there already, and stays."""
    migrated: bool = False
    """True when its text was brought to the present format."""


def candidates(path: Path) -> list[Path]:
    """The decks at a path, each to be added by itself: the path itself, or what lies in a folder.

    Raises `AddError` where there is nothing, or no deck.
    """
    if not is_dir(path):
        if not is_file(path):
            raise AddError(Refusal.NOTHING, path)
        return [path]
    inside = entries(path)[:_MOST_BESIDE]
    if any(one.name in DECK_NAMES for one in inside):
        return [path]
    found = [one for one in inside if not one.name.startswith(".") and _is_deck(one)]
    if not found:
        raise AddError(Refusal.NO_DECK, path)
    return found


def _is_deck(path: Path) -> bool:
    if is_dir(path):
        return any(is_file(path / name) for name in DECK_NAMES)
    base = base_of_overlay(path)
    if path.suffix.lower() not in ENDINGS:
        return path.suffix.lower() == ENDING
    return kind_of(path) is FileKind.DECK and not (base is not None and is_file(base))


def add(
    path: Path,
    decks: Path,
    trash: Path,
    *,
    replacing: bool = False,
    measure: Measure | None = None,
) -> Added:
    """Put the deck at `path` into the folder `decks`, whole or not at all.

    A deck of its id that is there already goes to `trash` where `replacing`. Raises `AddError`,
    or OSError where a folder cannot be written.
    """
    if not is_dir(path) and not is_file(path):
        raise AddError(Refusal.NOTHING, path)
    if path.suffix.lower() in _SHEETS and not is_dir(path):
        raise AddError(Refusal.SPREADSHEET, path)
    if any(is_file(decks / name) for name in DECK_NAMES):
        raise AddError(Refusal.BLOCKED, decks)
    with staging(decks) as staged:
        if is_dir(path) or path.suffix.lower() in ENDINGS:
            deck, problems = _copied(path, decks, staged, measure)
        else:
            deck, problems = _unpacked(path, staged, measure)
        migrated = _bring_up_to_date(deck, staged)
        if migrated:
            deck = load_deck(staged)
            problems = tuple(one for one in problems if one.check != version.ID)
        assert deck.deck is not None
        added = Added(
            id=deck.id,
            title=deck.title,
            cards=len(deck.deck.cards),
            path=decks / deck.id,
            problems=problems,
            migrated=migrated,
        )
        old = decks_called(decks, deck.id)
        same = next((one for one in old if load_deck(one.path).digest == deck.digest), None)
        if same is not None:
            return replace(added, path=place_of(same, decks), unchanged=True)
        if old and not replacing:
            raise AddError(Refusal.EXISTS, place_of(old[0], decks), title=deck.title)
        place, *kept = put(staged, decks, deck.id, old, trash)
    return replace(added, path=place, kept=tuple(kept))


def _unpacked(
    path: Path, staged: Path, measure: Measure | None
) -> tuple[DeckFile, tuple[Problem, ...]]:
    """A packed deck in its new folder, and what is wrong with it; raises `AddError`."""
    file = shown(path)
    try:
        data = read_bytes(path, MOST_PACKED)
    except UnreadableError as error:
        problem = file_check.problem(file, str(error))
        raise AddError(Refusal.PROBLEMS, path, (problem,)) from error
    problems = unpack(data, file, staged)
    if problems:
        raise AddError(Refusal.PROBLEMS, path, problems)
    label = _label(staged, file, path)
    deck = load_deck(staged)
    found = tuple(
        replace(one, file=one.file.replace(shown(staged), file, 1))
        for one in (*deck.problems, *sift_deck(deck, measure).told)
    )
    if deck.reasons:
        raise AddError(Refusal.PROBLEMS, path, in_order(found), deck.title)
    against = _against(deck, label, staged, file)
    if against:
        raise AddError(Refusal.PROBLEMS, path, against, deck.title)
    return deck, in_order(found)


def _against(deck: DeckFile, label: Manifest, staged: Path, file: str) -> tuple[Problem, ...]:
    """What an archive holds that is not the deck on its label."""
    if (deck.id, deck.digest) != (label.id, label.digest):
        text = "the deck in it is not the one that was packed: it was changed, or damaged"
        hint = "ask for it again; or unpack it, and add the folder"
        return (check.problem(file, text, hint),)
    used = {deck.path, *(path for _, path in translations(deck.path))}
    shelf = Shelf(staged)
    used.update(map(shelf.place, media_names(deck)))
    there = {path for path in staged.rglob("*") if not path.is_dir()}
    return tuple(
        check.problem(file, "nothing in the deck shows it", "", path.relative_to(staged).as_posix())
        for path in sorted(there - used)
    )


def _label(staged: Path, file: str, path: Path) -> Manifest:
    """The manifest of what was unpacked, which has done its work then; raises `AddError`."""
    label = staged / MANIFEST
    try:
        found = read_manifest(label.read_bytes())
    except ManifestError as error:
        problem = check.problem(file, str(error), error.hint, MANIFEST)
        raise AddError(Refusal.PROBLEMS, path, (problem,)) from error
    label.unlink()
    return found


def _copied(
    path: Path, decks: Path, staged: Path, measure: Measure | None
) -> tuple[DeckFile, tuple[Problem, ...]]:
    """The copy of a deck in its new folder, and what is wrong with it; raises `AddError`."""
    there = load_deck(path)
    if there.reasons:
        if is_file(path) and kind_of(path) is not FileKind.DECK:
            raise AddError(Refusal.NO_DECK, path)
        told = in_order((*there.problems, *sift_deck(there, measure).told))
        raise AddError(Refusal.PROBLEMS, path, told, there.title)
    if there.path.resolve().is_relative_to(decks.resolve()):
        raise AddError(Refusal.HERE, there.path, title=there.title)
    try:
        write_files(staged, files_of(there))
    except ContentError as error:
        raise AddError(Refusal.PROBLEMS, path, error.problems, there.title) from error
    deck = load_deck(staged)
    if deck.digest != there.digest or deck.reasons:
        changed = file_check.problem(
            shown(there.path), "the deck was changed while it was copied", "add it again"
        )
        raise AddError(Refusal.PROBLEMS, path, (changed,), there.title)
    return deck, in_order((*there.problems, *sift_deck(there, measure).told))


def _bring_up_to_date(deck: DeckFile, staged: Path) -> bool:
    """Write the files of an older format as the present one has them; False if none is older.

    What would not be the same deck afterwards stays as it came: it can be played all the same.
    """
    before = {}
    for path in (deck.path, *(path for _, path in translations(deck.path))):
        data = path.read_bytes()
        text, source = decode(data, "").text, parse(data, "").source
        if text is None or source is None or format_of(source) == version.FORMAT:
            continue
        before[path.name] = data
        path.write_bytes(modern(text, source).encode("utf-8"))
    after = load_deck(staged) if before else deck
    if (after.deck, _words(after)) != (deck.deck, _words(deck)):
        write_files(staged, before)
        return False
    return bool(before)


def _words(deck: DeckFile) -> dict[str, object]:
    return {language: overlay.deck for language, overlay in deck.overlays.items()}
