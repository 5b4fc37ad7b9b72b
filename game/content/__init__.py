"""Content: decks, boards and rulesets in YAML, read with the place of everything in them.

Nothing here raises for what an author wrote: it becomes a `Problem` with a file, a line and a
column, and what cannot be played is set aside while the rest loads. Importing this package
costs next to nothing; PyYAML is imported when the first file is read.
"""

from game.content.boards import BoardFile, load_board, read_board
from game.content.check import MissingPathError, check_paths
from game.content.deck import Deck, DeckFile
from game.content.library import DeckEntry, DeckState, find_boards, find_decks, find_rulesets
from game.content.load import load_deck
from game.content.merge import clashes, media, merge
from game.content.problem import ContentError, Level, Problem
from game.content.rulesets import RulesetFile, load_ruleset, read_ruleset

__all__ = [
    "BoardFile",
    "ContentError",
    "Deck",
    "DeckEntry",
    "DeckFile",
    "DeckState",
    "Level",
    "MissingPathError",
    "Problem",
    "RulesetFile",
    "check_paths",
    "clashes",
    "find_boards",
    "find_decks",
    "find_rulesets",
    "load_board",
    "load_deck",
    "load_ruleset",
    "media",
    "merge",
    "read_board",
    "read_ruleset",
]
