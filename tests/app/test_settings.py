"""Preferences are kept, and a damaged file is as good as none."""

from __future__ import annotations

import codecs
import errno
import os
from pathlib import Path

import pytest

from game.app.splash import open_window
from game.cli.language import chosen
from game.content import disk
from game.screens.settings import Settings, load, save


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    settings = Settings(
        language="nl", theme="stage", seat=1.69, volume=3, mute=True, kept=("0123456789abcdef",)
    )
    path = tmp_path / "new" / "settings.json"
    assert save(path, settings)
    assert load(path) == settings


def test_what_notepad_or_powershell_saved_is_read(home: Path) -> None:
    """With a byte order mark, and line ends of Windows: all her keys and bells were forgotten."""
    path = home / "settings.json"
    settings = Settings(language="nl", theme="stage", fullscreen=True, software="no", volume=3)
    assert save(path, settings)
    path.write_bytes(codecs.BOM_UTF8 + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load(path) == settings
    splash = open_window(None, (320, 200))
    assert splash is not None
    assert splash.settings["theme"] == "stage"
    assert chosen() == "nl"


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"x"', "\x00\x00", "[" * 100_000])
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, "utf-8")
    assert load(path) == Settings()


def test_one_wrong_value_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"volume": 99, "theme": "pink", "seat": 3, "mute": true, "old": 1}', "utf-8")
    assert load(path) == Settings(mute=True)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("volume", 11),
        ("volume", True),
        ("theme", "dark"),
        ("seat", 1.5),
        ("nothing", 1),
        ("mute", 1),
        ("display", -1),
        ("kept", ("a name",)),
        ("kept", ["0" * 16]),
    ],
)
def test_a_value_there_is_none_of_is_refused(name: str, value: object) -> None:
    with pytest.raises(ValueError, match=name):
        Settings().changed(name, value)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert not save(tmp_path / "file" / "settings.json", Settings())


def test_settings_that_somebody_has_open_for_a_moment_are_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a virus scanner has, or what keeps a folder in step with a cloud, on Windows."""
    path = tmp_path / "settings.json"
    assert save(path, Settings(volume=1))
    held, replace = [2], Path.replace

    def refused(self: Path, target: Path) -> Path:
        if held[0]:
            held[0] -= 1
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return replace(self, target)

    monkeypatch.setattr(disk, "_LOCKS_FILES", True)
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    monkeypatch.setattr(Path, "replace", refused)
    assert save(path, Settings(volume=2))
    assert load(path) == Settings(volume=2)


def test_nothing_is_left_of_what_could_not_be_kept(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    assert not save(tmp_path / "settings.json", Settings())
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


def test_the_first_frame_comes_whatever_stands_in_the_file(home: Path) -> None:
    home.mkdir(parents=True)
    for text in ("[" * 100_000, "null", '{"display": "two", "theme": 3, "software": []}'):
        (home / "settings.json").write_text(text, "utf-8")
        splash = open_window(None, (320, 200))
        assert splash is not None
        assert splash.display == 0
