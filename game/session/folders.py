"""What is wrong with a folder, in the person's language."""

from __future__ import annotations

from typing import assert_never

from game.content.disk import shown
from game.i18n import _
from game.i18n.system import why
from game.paths import FolderError, FolderTrouble, MissingFolderError


def folder_told(error: FolderError | MissingFolderError) -> str:
    """A sentence that says which folder cannot be used, and why."""
    if isinstance(error, MissingFolderError):
        told = _("The game’s own folder “{name}” is missing (looked for: {places}).")
        again = _("Installing the game again puts it back.")
        places = ", ".join(map(shown, error.looked))
        return f"{told.format(name=error.name, places=places)} {again}"
    folder = shown(error.path)
    match error.trouble:
        case FolderTrouble.NOT_ALLOWED:
            told = _("The folder {folder} cannot be written: no permission.")
        case FolderTrouble.NOT_A_FOLDER:
            told = _("The folder {folder} cannot be used: a file stands in its place.")
        case FolderTrouble.DISK_FULL:
            told = _("The folder {folder} cannot be made: the disk is full.")
        case FolderTrouble.OTHER:
            told = _("The folder {folder} cannot be used: {detail}.")
        case _:
            assert_never(error.trouble)
    detail = why(error.__cause__) if error.__cause__ else error.detail
    return told.format(folder=folder, detail=detail)
