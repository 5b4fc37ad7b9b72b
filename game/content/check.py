"""Checking files: what `cxgame check` prints."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from game.content.boards import read_board
from game.content.checks import duplicate_deck, sift_deck
from game.content.checks import file as file_check
from game.content.debriefs import check_debrief, read_debrief
from game.content.disk import entries, is_dir, is_file, shown
from game.content.kinds import FileKind
from game.content.library import content_files
from game.content.load import ENDINGS, load_deck
from game.content.measure import Measure
from game.content.problem import Problem, in_order
from game.content.rulesets import read_ruleset
from game.content.silence import Silenced
from game.content.wording import quoted


class MissingPathError(Exception):
    """There is nothing at a path to check; `str()` of it is a sentence."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"There is no file or folder {shown(path)}.")
        self.path = path
        """As it was given."""


class Examined(NamedTuple):
    """What came of looking at some paths."""

    problems: list[Problem]
    """By file and place, each said once."""
    silenced: list[Silenced]
    """What the authors of the decks have silenced, in the same order."""


def check_paths(paths: Sequence[Path], *, measure: Measure | None = None) -> list[Problem]:
    """Every problem of these decks, boards, rulesets and debriefs, by file and place.

    A path is a file, the folder of a deck, or a folder that holds any of them. Without a
    `measure` what does not fit the wall is not looked for. Raises `MissingPathError` for a path
    that does not exist.
    """
    return examine(paths, measure=measure).problems


def examine(paths: Sequence[Path], *, measure: Measure | None = None) -> Examined:
    """The same, along with the problems that are silenced."""
    for path in paths:
        if not is_dir(path) and not is_file(path):
            raise MissingPathError(path)
    silenced: list[Silenced] = []
    problems = [problem for path in paths for problem in _check(path, measure, silenced)]
    once = {one.problem: one for one in silenced}
    return Examined(list(in_order(problems)), [once[problem] for problem in in_order(once)])


def _check(path: Path, measure: Measure | None, silenced: list[Silenced]) -> Iterable[Problem]:
    if is_dir(path) and not os.access(path, os.R_OK | os.X_OK):
        yield file_check.problem(shown(path), "the folder may not be opened: no permission")
        return
    found = False
    decks: dict[str, Path] = {}
    for kind, file in content_files(path):
        found = True
        match kind:
            case FileKind.BOARD:
                yield from read_board(file).problems
            case FileKind.RULESET:
                yield from read_ruleset(file).problems
            case FileKind.DEBRIEF:
                debrief = read_debrief(file)
                yield from debrief.problems
                yield from check_debrief(debrief)
            case FileKind.DECK:
                deck = load_deck(file)
                yield from deck.problems
                sifted = sift_deck(deck, measure)
                yield from sifted.told
                silenced += sifted.silenced
                subject = deck.subject
                if deck.source is not None and subject is not None and subject.deck.id:
                    other = decks.setdefault(deck.id, deck.path)
                    if other != deck.path:
                        yield duplicate_deck.problem(deck.source, deck.id, other)
    if not found:
        yield file_check.problem(
            shown(path),
            "no deck, board, ruleset or debrief lies in this folder",
            _as_text(path) or "a deck is a folder with a deck.yaml, or a file of its own",
        )


def _as_text(folder: Path) -> str:
    """What to do with a `deck.yaml.txt`, as Notepad saves it and Windows does not show it."""
    endings = tuple(f"{ending}.txt" for ending in ENDINGS)
    for path in entries(folder):
        if path.name.lower().endswith(endings) and is_file(path):
            return f'take ".txt" off the name {quoted(path.name)}: Windows hides such endings'
    return ""
