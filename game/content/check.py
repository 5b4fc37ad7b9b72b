"""Checking files: what `cxgame check` prints."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from game.content.boards import read_board
from game.content.checks import check_deck
from game.content.checks import file as file_check
from game.content.disk import is_dir, is_file, shown
from game.content.kinds import FileKind
from game.content.library import content_files
from game.content.load import load_deck
from game.content.problem import Problem, in_order
from game.content.rulesets import read_ruleset


class MissingPathError(Exception):
    """There is nothing at a path to check; `str()` of it is a sentence."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"There is no file or folder {shown(path)}.")
        self.path = path
        """As it was given."""


def check_paths(paths: Sequence[Path]) -> list[Problem]:
    """Every problem of these decks, boards and rulesets, by file and place.

    A path is a file, the folder of a deck, or a folder that holds any of them. Raises
    `MissingPathError` for a path that does not exist.
    """
    for path in paths:
        if not is_dir(path) and not is_file(path):
            raise MissingPathError(path)
    return list(in_order(problem for path in paths for problem in _check(path)))


def _check(path: Path) -> Iterable[Problem]:
    if is_dir(path) and not os.access(path, os.R_OK | os.X_OK):
        yield file_check.problem(shown(path), "the folder may not be opened: no permission")
        return
    found = False
    for kind, file in content_files(path):
        found = True
        match kind:
            case FileKind.BOARD:
                yield from read_board(file).problems
            case FileKind.RULESET:
                yield from read_ruleset(file).problems
            case FileKind.DECK:
                deck = load_deck(file)
                yield from deck.problems
                yield from check_deck(deck)
    if not found:
        yield file_check.problem(
            shown(path),
            "no deck, board or ruleset lies in this folder",
            "a deck is a folder with a deck.yaml, or a file of its own",
        )
