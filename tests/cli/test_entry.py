"""The door: light without words, never a traceback, and exit codes that scripts can trust."""

from __future__ import annotations

import errno
import re
import signal
import subprocess
import sys
from importlib import import_module
from itertools import chain
from pathlib import Path

import pytest

from game import __version__, cli
from game.app import window
from game.cli import commands, run, trouble
from game.cli.commands import COMMANDS, Parser
from game.session.library import Library
from tests.cli.tool import ROOT, cxgame


def test_without_words_the_start_screen_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window, "run_start", lambda: 0)
    assert run([]) == 0


NOBODY_LOOKS = {"SDL_VIDEODRIVER": "x11,offscreen", "DISPLAY": ":98765"}
"""A window system that is not there, so that SDL would draw into memory without a word."""


@pytest.mark.parametrize(
    "words", [(), ("--window", "640x360"), ("play",), ("resume", "here.cxsession"), ("demo",)]
)
def test_without_a_display_a_sentence_says_so(words: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "here.cxsession").write_text("")
    env = {"CXGAME_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT), **NOBODY_LOOKS}
    ran = cxgame(*words, env=env, cwd=tmp_path)
    assert ran.code == 3
    assert ran.err.startswith("There is no display here.")
    assert ran.err.count("\n") == 1
    assert not (tmp_path / "home" / "sessions").exists()


def test_options_alone_place_the_start_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def run_start(*given: object) -> int:
        asked.extend(given)
        return 0

    monkeypatch.setattr("game.cli.start.run_start", run_start)
    assert run(["--display", "2", "--window", "200x150", "--language", "nl_NL"]) == 0
    assert asked == [1, (200, 150), "nl-NL", window.CLOSED]


def test_the_way_to_the_first_frame_imports_next_to_nothing() -> None:
    heavy = {
        "argparse",
        "pygame",
        "yaml",
        "pydantic",
        "rich",
        "platformdirs",
        "json",
        "traceback",
        "game.rules.state",
        "game.content.load",
        "game.i18n",
    }
    code = f"import sys, game.cli; print(sorted({heavy!r} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_help_names_every_command() -> None:
    ran = cxgame("--help")
    assert (ran.code, ran.err) == (0, "")
    assert all(f"cxgame {name}" in ran.out for name in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, "--help"]) == 0
    told = capsys.readouterr()
    assert told.out.startswith(f"usage: cxgame {command}")
    assert told.err == ""


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_is_written_in_one_way(command: str) -> None:
    """As argparse writes its own: in lower case, without a full stop; and nothing goes without."""
    parser = Parser("cxgame", COMMANDS[command])
    module = import_module(f"game.cli.{commands._MODULES.get(command, command)}")
    module.add_arguments(parser)
    helps = [action.help for action in parser._actions] + [parser.description]
    for text in helps:
        assert text
        assert text[0].islower()
        assert not text.endswith(".")


def test_the_lengths_that_help_tells_are_those_of_the_games_own_rules(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rules = Library.default().ruleset().ruleset
    assert rules is not None
    *most, last = sorted(preset.minutes for preset in rules.presets)
    assert run(["play", "--help"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert f"in minutes ({', '.join(map(str, most))} or {last})" in told


def test_help_of_a_command_is_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["play", "--help"]) == 0
    told = capsys.readouterr().out
    assert run(["help", "play"]) == 0
    assert capsys.readouterr().out == told
    assert run(["help", "me"]) == 0
    assert capsys.readouterr().out.startswith("CX Game: ")


def test_every_command_stands_in_the_overview_once_and_fits_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sorted(chain.from_iterable(commands._PARTS.values())) == sorted(COMMANDS)
    for columns in (60, 80, 120):
        monkeypatch.setenv("COLUMNS", str(columns))
        assert run(["--help"]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert max(map(len, lines)) <= columns - 2


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_in_dutch(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """argparse has words of its own, which know no Dutch."""
    monkeypatch.setenv("LANGUAGE", "nl")
    assert run([command, "--help"]) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"gebruik: cxgame {command}")
    assert "\nopties:\n" in told
    assert "toon deze hulp" in told
    for english in ("usage", "arguments", "options", "show this"):
        assert english not in told


def test_the_version_is_that_of_the_package() -> None:
    assert cxgame("--version").out == f"cxgame {__version__}\n"


def test_the_machine_chooses_the_language_and_settings_win(home: Path) -> None:
    assert "Er is geen opdracht" in cxgame("ply", env={"LANGUAGE": "nl_NL.UTF-8"}).err
    assert "There is no command" in cxgame("ply", env={"LANGUAGE": "xx:nl"}).err
    home.mkdir(parents=True)
    (home / "settings.json").write_text('{"language": "nl"}', "utf-8")
    assert "Er is geen opdracht" in cxgame("ply").err
    (home / "settings.json").write_text("[[[", "utf-8")
    assert "There is no command" in cxgame("ply").err


def test_a_mistake_of_ours_is_a_sentence_and_a_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    def broken(words: list[str]) -> int:
        raise RuntimeError("the die fell off the table\nand rolled on")

    monkeypatch.setattr(commands, "dispatch", broken)
    assert run(["demo"]) == 70
    told = capsys.readouterr().err
    assert "RuntimeError: the die fell off the table" in told
    assert "rolled on" not in told
    assert str(home / "diagnostics.log") in told
    kept = (home / "diagnostics.log").read_text("utf-8")
    assert "Traceback (most recent call last)" in kept
    assert 'raise RuntimeError("the die fell off the table' in kept


def test_diagnostics_find_another_place_where_their_own_cannot_be_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path
) -> None:
    home.parent.mkdir(parents=True, exist_ok=True)
    home.write_text("a file where the folder should be")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert trouble.last_resort(ValueError("odd")) == 70
    assert str(tmp_path / "cxgame-diagnostics.log") in capsys.readouterr().err
    assert "ValueError: odd" in (tmp_path / "cxgame-diagnostics.log").read_text("utf-8")


def test_diagnostics_that_nobody_can_write_are_left_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path
) -> None:
    home.parent.mkdir(parents=True, exist_ok=True)
    home.write_text("a file where the folder should be")
    monkeypatch.setattr("tempfile.tempdir", str(home))
    assert trouble.last_resort(ValueError("odd")) == 70
    told = capsys.readouterr().err
    assert "ValueError: odd" in told
    assert "written down" not in told


def test_diagnostics_do_not_grow_for_ever(home: Path) -> None:
    home.mkdir(parents=True)
    file = home / "diagnostics.log"
    file.write_text("old\n" * 400_000)
    trouble.last_resort(ValueError("new"))
    assert "old" not in file.read_text("utf-8")
    trouble.last_resort(ValueError("newer"))
    assert "ValueError: new\n" in file.read_text("utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full here")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("words", [("schema",), ("--help",)])
def test_output_that_finds_no_room_is_told_as_that(
    words: tuple[str, ...], unbuffered: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What is kept back is written as late as when Python ends.
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    command = [sys.executable, "-m", "game", *words]
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        ran = subprocess.run(
            command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (ran.returncode, ran.stderr) == (
        3,
        "What was told cannot be written: the disk is full.\n",
    )


@pytest.mark.parametrize(
    ("platform", "error", "code"),
    [
        ("win32", OSError(errno.EINVAL, "Invalid argument"), 0),
        ("win32", OSError(errno.EINVAL, "Invalid argument", "a?.yaml"), 70),
        ("linux", OSError(errno.EINVAL, "Invalid argument"), 70),
    ],
)
def test_a_reader_who_went_away_is_known_on_windows_too(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    platform: str,
    error: OSError,
    code: int,
) -> None:
    def told(words: list[str]) -> int:
        raise error

    monkeypatch.setattr(commands, "dispatch", told)
    monkeypatch.setattr("sys.platform", platform)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.dup2", lambda one, other: None)
        assert run(["replay"]) == code
    assert bool(capsys.readouterr().err) is (code == 70)


def test_ctrl_c_is_no_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(words: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "dispatch", interrupted)
    assert run(["demo"]) == 130


WAITS = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores it
import game.cli.simulate
from game.cli import run

def games(*asked, **options):
    print("ready", flush=True)
    for _ in range(600):  # one long sleep is slept to its end if the signal comes just before it
        time.sleep(0.1)

game.cli.simulate.play_games = games
sys.exit(run(["simulate"]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal to send")
def test_ctrl_c_in_the_middle_ends_quietly() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WAITS],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as games:
        assert games.stdout is not None
        assert games.stdout.readline() == "ready\n"
        games.send_signal(signal.SIGINT)
        out, err = games.communicate(timeout=30)
    assert (games.returncode, out, err) == (130, "", "")


def test_a_reader_that_goes_away_is_no_mistake() -> None:
    done = subprocess.run(
        f'"{sys.executable}" -m game simulate --games 2 --json | head -n 1',
        shell=True,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "{\n"
    assert done.stderr == ""


def test_a_terminal_without_our_letters_gets_simpler_ones() -> None:
    ran = cxgame("simulate", "--games", "2", env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert ran.code == 0
    assert "Outside-in - The journey" in ran.out
    # A minus that is lost, or a question mark before a figure, would turn it round.
    assert not re.search(r"\?\s*[0-9]", ran.out)
    windows = cxgame("check", "─.yaml", env={"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"})
    assert windows.code == 2
    assert "?.yaml" in windows.err


def test_programs_without_streams_still_end_well(monkeypatch: pytest.MonkeyPatch) -> None:
    # Started by a double click on Windows there is neither output nor error output.
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert cli.run(["--version"]) == 0
    assert cli.run(["ply"]) == 2
    assert cli.run(["check", "scenarios/boards"]) == 0
    assert cli.run(["explain", "facts-source"]) == 0


def test_what_is_said_beside_the_output_is_never_in_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stderr", None)  # `cxgame schema > file 2>&-`
    assert run(["ply"]) == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("name", "code", "told"),
    [
        ("pygame", 3, "The game needs pygame, which this Python does not have: "),
        ("game.cli.nothing", 70, "The game stopped on a mistake of its own ("),
    ],
)
def test_a_library_that_is_not_installed_is_named(
    name: str,
    code: int,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    home: Path,
) -> None:
    def missing(words: list[str]) -> int:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)

    monkeypatch.setattr(commands, "dispatch", missing)
    assert run(["demo"]) == code
    assert capsys.readouterr().err.startswith(told)
    assert (home / "diagnostics.log").exists() is (code == 70)
