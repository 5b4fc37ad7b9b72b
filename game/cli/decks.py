"""Which deck is meant by a word of the command line."""

from __future__ import annotations

import os
from pathlib import Path

from game import paths
from game.cli.trouble import say
from game.content.disk import is_dir, is_file, shown
from game.content.load import deck_path
from game.i18n import _
from game.session.library import Library


def meant(word: str, library: Library) -> str:
    """The word by which `library` finds the deck that is meant.

    What lies at a path of this name comes first: whoever stands in a folder of decks means those.
    Where the library has another deck of that name, it is said which one is taken.
    """
    path = Path(word)
    if len(path.parts) != 1 or not (is_file(path) or (is_dir(path) and is_file(deck_path(path)))):
        return word
    other = library.entry(word)
    if other is None:
        return word
    here = os.path.join(os.curdir, word)  # noqa: PTH118 - a Path would leave the dot out
    if deck_path(path).resolve() != deck_path(other.path).resolve():
        sentence = _("{path} is taken, and not the other deck called '{name}' ({other}).")
        say(sentence.format(path=here, name=word, other=shown(other.path)))
    return here


def way_back(id_: str) -> str:
    """What to do to have the game's own deck again, where one's own is played instead of it."""
    return _("This brings the game’s own back: cxgame remove {id}").format(id=id_)


def is_shipped(path: Path) -> bool:
    """True for a deck or a debrief that lies in the game's own folder."""
    try:
        return path.resolve().is_relative_to(paths.scenarios_dir().resolve())
    except paths.MissingFolderError:
        return False
