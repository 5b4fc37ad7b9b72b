"""The game's folders: what ships, and what belongs to the person."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game import paths
from game.paths import FolderError, FolderTrouble, MissingFolderError

ROOT = Path(__file__).resolve().parents[2]


def test_a_checkout_uses_the_folders_at_its_top() -> None:
    assert paths.assets_dir() == ROOT / "assets"
    assert paths.scenarios_dir() == ROOT / "scenarios"


def test_a_wheel_uses_its_own_folders_even_beside_strangers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site-packages" / "game"
    (package / "_assets").mkdir(parents=True)
    (package.parent / "assets").mkdir()  # somebody else's, in site-packages
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths.assets_dir() == package / "_assets"


def test_a_damaged_installation_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "game")
    with pytest.raises(MissingFolderError) as caught:
        paths.scenarios_dir()
    sentence = str(caught.value)
    assert "'scenarios' is missing" in sentence
    assert str(tmp_path / "game" / "_scenarios") in sentence
    assert str(tmp_path / "scenarios") in sentence


def test_one_variable_moves_every_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CXGAME_HOME", str(tmp_path))
    assert paths.user_decks_dir() == tmp_path / "decks"
    assert paths.sessions_dir() == tmp_path / "sessions"
    assert paths.settings_file() == tmp_path / "settings.json"
    assert paths.diagnostics_file() == tmp_path / "diagnostics.log"
    assert list(tmp_path.iterdir()) == []  # asking makes nothing


def test_the_variable_may_start_with_a_tilde(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("CXGAME_HOME", "~/cx")
    assert paths.sessions_dir() == tmp_path / "cx" / "sessions"


def test_a_relative_folder_does_not_move_with_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CXGAME_HOME", "stick")
    folder = paths.sessions_dir()
    assert folder.is_absolute()
    assert folder == tmp_path / "stick" / "sessions"


def test_an_unknown_home_directory_is_taken_as_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CXGAME_HOME", "~nobody-of-that-name/cx")
    assert paths.sessions_dir().parts[-3:] == ("~nobody-of-that-name", "cx", "sessions")


@pytest.mark.parametrize("value", ["", "  ", None])
def test_without_the_variable_the_operating_system_decides(
    value: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if value is None:
        monkeypatch.delenv("CXGAME_HOME")
    else:
        monkeypatch.setenv("CXGAME_HOME", value)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    places = (
        paths.user_decks_dir(),
        paths.sessions_dir(),
        paths.settings_file(),
        paths.diagnostics_file(),
    )
    assert len(set(places)) == len(places)
    for place in places:
        assert place.is_absolute()
        assert "cxgame" in place.parts
    assert places[0].name == "decks"
    assert places[1].name == "sessions"


def test_asking_for_what_ships_loads_neither_platformdirs_nor_the_network() -> None:
    code = (
        "import sys; from game import paths; paths.assets_dir(); paths.sessions_dir();"
        "print([name for name in ('platformdirs', 'socket', 'pygame') if name in sys.modules])"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert said.stdout.strip() == "[]"


def test_ensure_makes_a_folder_and_all_above_it(home: Path) -> None:
    folder = paths.sessions_dir()
    assert not home.exists()
    assert paths.ensure(folder) == folder
    assert folder.is_dir()
    assert paths.ensure(folder) == folder  # and again


@pytest.mark.parametrize("below", [".", "deeper/still"])
def test_a_file_in_the_place_of_a_folder_is_told(below: str, tmp_path: Path) -> None:
    (tmp_path / "decks").write_text("a file", encoding="utf-8")
    folder = tmp_path / "decks" / below
    with pytest.raises(FolderError) as caught:
        paths.ensure(folder)
    assert caught.value.trouble is FolderTrouble.NOT_A_FOLDER
    assert caught.value.path == folder
    assert str(caught.value) == f"The folder {folder} cannot be used: a file stands in its place."


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.EACCES, FolderTrouble.NOT_ALLOWED),
        (errno.EROFS, FolderTrouble.NOT_ALLOWED),
        (errno.ENOSPC, FolderTrouble.DISK_FULL),
        (errno.EDQUOT, FolderTrouble.DISK_FULL),
        (errno.ENAMETOOLONG, FolderTrouble.OTHER),
    ],
)
def test_each_refusal_of_the_operating_system_has_its_sentence(
    number: int, trouble: FolderTrouble, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(FolderError) as caught:
        paths.ensure(tmp_path / "decks")
    assert caught.value.trouble is trouble
    sentence = str(caught.value)
    assert str(tmp_path / "decks") in sentence
    assert sentence.endswith(".")
    if trouble is FolderTrouble.OTHER:
        assert os.strerror(number) in sentence


def test_a_folder_that_exists_but_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Asked of the operating system by its own function: the tests may run as root, whom no
    # permission stops.
    monkeypatch.setattr(os, "access", lambda path, mode: not mode & os.W_OK)
    with pytest.raises(FolderError, match="no permission"):
        paths.ensure(tmp_path)


def test_a_name_no_system_can_have_is_told(tmp_path: Path) -> None:
    with pytest.raises(FolderError) as caught:
        paths.ensure(tmp_path / "a\0b")
    assert caught.value.trouble is FolderTrouble.OTHER
