"""docs/facilitating.md is true: its commands run, its minutes and its presses are the code's."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest

from game.cli import run
from game.paths import scenarios_dir, sessions_dir
from game.rules.ruleset import Turns
from game.screens.desk.shortcuts import DESK_KEYS, OPENS, presses, shown
from game.screens.desk.wallpage import KEYS as WALL_KEYS
from game.session.assemble import Choices, plans
from game.session.library import Library
from game.session.seats import default_teams
from tests.docs.presses import ASKED_AGAIN, reckoned

PAGE = (Path(__file__).parents[2] / "docs" / "facilitating.md").read_text("utf-8")
STEPS = [line for body in re.findall(r"^```sh\n(.*?)^```", PAGE, re.M | re.S)
         for line in body.splitlines()]  # fmt: skip
CONTROL = re.compile(
    r"^\| `([a-z*-]+)` \| [^|]+ \| ([^|]+) \| (\d \+|\d) \| (\d \+|\d) \| (\d \+|\d) \|$", re.M
)
DESK_PAGE = re.compile(r"^\| `([a-z]+)` \| [^|]+ \| (`[^|]+) \|$", re.M)
SETTING = re.compile(r"^\| `([a-z_]+)` \| (`[^|]+) \|$", re.M)
PRESET = re.compile(r"^\| (\d+) \| `(\w+)` \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", re.M)
WINDOWS = (
    "play.run_session",
    "practise.run_session",
    "resume.run_session",
    "rehearse_room.run_rehearsal",
)


def keys_in(cell: str) -> list[str]:
    return [key.casefold() for key in re.findall(r"`([^`]+)`", cell)]


def caps(keys: tuple[str, ...]) -> list[str]:
    return [shown(key).casefold() for key in keys]


def test_every_control_has_the_presses_the_table_says() -> None:
    table = {name: (keys, counts) for name, keys, *counts in CONTROL.findall(PAGE)}
    counted = reckoned()
    assert table.keys() == counted.keys()
    for name, (keys, counts) in table.items():
        reached = presses("rule-die" if name == "rule-*" else name)
        again = reached if name in ASKED_AGAIN else ()
        assert keys_in(keys) == caps((*reached, *again)), name
        assert counts == [str(count) for count in counted[name]], name


def test_everything_is_two_keys_or_a_right_click_and_a_click_away() -> None:
    counted = reckoned()
    assert not {name for name, (keys, _mouse, _console) in counted.items() if keys.n > 2}
    # Play is not ended by a slip of the hand: it is asked for once more.
    assert {name for name, (_k, mouse, _c) in counted.items() if mouse.n > 2} == ASKED_AGAIN


def test_every_page_of_the_desk_and_every_setting_is_named_with_its_keys() -> None:
    pages = {name: keys_in(keys) for name, keys in DESK_PAGE.findall(PAGE)}
    controls = {name for name, *_ in CONTROL.findall(PAGE)}
    assert pages == {
        name: caps((OPENS, key)) for name, key in DESK_KEYS.items() if name not in controls
    }
    settings = {name: keys_in(keys) for name, keys in SETTING.findall(PAGE)}
    assert settings == {
        name: caps((OPENS, DESK_KEYS["wall"], key)) for name, key in WALL_KEYS.items()
    }


def test_the_minutes_are_those_of_the_presets() -> None:
    library = Library.of([scenarios_dir()])
    rows = PRESET.findall(PAGE)
    ruleset = library.ruleset("").in_language("en")
    assert [row[1] for row in rows] == [preset.id for preset in ruleset.presets]
    for row, preset in zip(rows, ruleset.presets, strict=True):
        made = plans(Choices(preset=preset.id, teams=default_teams(4)), library)
        assert [int(n) for n in (row[0], *row[2:])] == [
            preset.minutes, preset.brief, preset.play_minutes, preset.debrief,
            made[Turns.ONE_BY_ONE].rounds, made[Turns.TOGETHER].rounds,
        ]  # fmt: skip


def test_the_commands_run_one_after_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("CXGAME_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    opened: list[str] = []

    def instead(name: str) -> Any:
        def window(first: Any, *_: Any, **_more: Any) -> int:
            opened.append(name)
            if hasattr(first, "close"):
                first.close()
            return 0

        return window

    for name in WINDOWS:
        monkeypatch.setattr(f"game.cli.{name}", instead(name))
        monkeypatch.setattr(f"game.cli.{name.partition('.')[0]}.need_display", lambda: None)
    # What printing makes is tested with printing; here its options are understood.
    monkeypatch.setattr("game.cli.print_.run", instead("print"))
    for line in STEPS:
        words = shlex.split(line)
        assert words[0] == "cxgame"
        if words[1] == "resume":  # the file came along on a stick
            (kept,) = sessions_dir().glob("*Kick-off.cxsession")
            shutil.copy(kept, words[2])
        assert run(words[1:]) == 0, (line, capsys.readouterr())
    assert set(opened) == {*WINDOWS, "print"}
    assert (tmp_path / "report").is_dir()
