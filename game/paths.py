"""Where things are: what the game ships, and the folders of the person who plays it.

What ships (`assets/`, `scenarios/`) stands at the top of a checkout and inside the package
in a wheel. The person's own folders follow the habits of the operating system, unless the
environment variable `CXGAME_HOME` names one folder to hold them all: on a USB stick, on a
spare laptop, in a test.

Asking for a path creates nothing; `ensure` does, and says in a sentence when it cannot.
"""

import errno
import os
from enum import Enum, auto
from pathlib import Path

HOME_VARIABLE = "CXGAME_HOME"
"""The environment variable that moves every folder of the person; empty counts as not set."""

_APPLICATION = "cxgame"
_PACKAGE = Path(__file__).resolve().parent


class FolderTrouble(Enum):
    """Why a folder cannot be used; a screen may say it in its own language."""

    NOT_ALLOWED = auto()
    """The operating system refuses to write here."""
    NOT_A_FOLDER = auto()
    """A file stands where the folder, or one above it, should be."""
    DISK_FULL = auto()
    """No room is left on the disk, or in the person's quota."""
    OTHER = auto()
    """Anything else; `FolderError.detail` has the words of the operating system."""


class FolderError(Exception):
    """A folder cannot be made or written; `str()` of it is a sentence that says what and where."""

    def __init__(self, path: Path, trouble: FolderTrouble, detail: str = "") -> None:
        self.path = path
        """The folder that was asked for."""
        self.trouble = trouble
        """What is wrong with it."""
        self.detail = detail
        """The operating system's own words, or empty."""
        super().__init__(self._sentence())

    def _sentence(self) -> str:
        match self.trouble:
            case FolderTrouble.NOT_ALLOWED:
                return f"The folder {self.path} cannot be written: no permission."
            case FolderTrouble.NOT_A_FOLDER:
                return f"The folder {self.path} cannot be used: a file stands in its place."
            case FolderTrouble.DISK_FULL:
                return f"The folder {self.path} cannot be made: the disk is full."
            case FolderTrouble.OTHER:
                return f"The folder {self.path} cannot be used: {self.detail or 'unknown reason'}."


class MissingFolderError(Exception):
    """A folder that ships with the game is gone: the installation is damaged."""

    def __init__(self, name: str, looked: tuple[Path, ...]) -> None:
        self.name = name
        """The folder's name: `assets` or `scenarios`."""
        self.looked = looked
        """Every place that was looked at, best first."""
        places = " and ".join(str(place) for place in looked)
        super().__init__(
            f"The game's own folder '{name}' is missing; looked at {places}. "
            "Installing the game again puts it back."
        )


def assets_dir() -> Path:
    """The pictures, fonts and sounds that ship with the game.

    Raises `MissingFolderError` when the installation is damaged.
    """
    return _shipped("assets")


def scenarios_dir() -> Path:
    """The decks, boards and rulesets that ship with the game.

    Raises `MissingFolderError` when the installation is damaged.
    """
    return _shipped("scenarios")


def user_decks_dir() -> Path:
    """Where the person's own decks are found; it need not exist."""
    return _data_dir() / "decks"


def removed_decks_dir() -> Path:
    """Where decks of the person are kept that were removed or replaced; it need not exist."""
    return _data_dir() / "removed-decks"


def sessions_dir() -> Path:
    """Where the logs of sessions (`*.cxsession`) are kept; it need not exist."""
    return _data_dir() / "sessions"


def practise_dir() -> Path:
    """Where the logs of practising are kept, apart from those of people; it need not exist."""
    return sessions_dir() / "practise"


def practised_file() -> Path:
    """Which incidents a facilitator handled in earlier practises; it need not exist."""
    return settings_file().with_name("practised.json")


def settings_file() -> Path:
    """What the person chose last (language, volume, display); it need not exist."""
    home = _home()
    if home is not None:
        return home / "settings.json"
    import platformdirs

    return platformdirs.user_config_path(_APPLICATION, appauthor=False) / "settings.json"


def diagnostics_file() -> Path:
    """Where the program notes what went wrong, for whoever helps later; it need not exist."""
    home = _home()
    if home is not None:
        return home / "diagnostics.log"
    import platformdirs

    return platformdirs.user_log_path(_APPLICATION, appauthor=False) / "diagnostics.log"


def ensure(folder: Path) -> Path:
    """Make `folder` and those above it, unless they exist; returns `folder`.

    Raises `FolderError` when it cannot be made or cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderError(folder, _trouble(error), error.strerror or str(error)) from error
    except ValueError as error:  # a NUL in the name: no operating system was asked
        raise FolderError(folder, FolderTrouble.OTHER, str(error)) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise FolderError(folder, FolderTrouble.NOT_ALLOWED, os.strerror(errno.EACCES))
    return folder


def _shipped(name: str) -> Path:
    # The package's own copy goes first: beside a wheel stands site-packages, where a folder
    # named `assets` may belong to anybody.
    places = (_PACKAGE / f"_{name}", _PACKAGE.parent / name)
    for place in places:
        if place.is_dir():
            return place
    raise MissingFolderError(name, places)


def _home() -> Path | None:
    value = os.environ.get(HOME_VARIABLE, "")
    if not value.strip():
        return None
    try:
        path = Path(value).expanduser()
    except RuntimeError:  # `~someone` who does not exist: take the name as it stands
        path = Path(value)
    # Absolute, so that changing the working directory later moves nothing.
    return path.absolute()


def _data_dir() -> Path:
    home = _home()
    if home is not None:
        return home
    import platformdirs  # late: the first frame should not wait for it

    return platformdirs.user_data_path(_APPLICATION, appauthor=False)


def _trouble(error: OSError) -> FolderTrouble:
    match error.errno:
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return FolderTrouble.NOT_ALLOWED
        case errno.EEXIST | errno.ENOTDIR:
            return FolderTrouble.NOT_A_FOLDER
        case errno.ENOSPC | errno.EDQUOT:
            return FolderTrouble.DISK_FULL
        case _:
            return FolderTrouble.OTHER
