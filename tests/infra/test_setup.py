"""Setting up on a fresh machine: the pins, and the search for a Python."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tools import pins

ROOT = Path(__file__).resolve().parents[2]
PIN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*==[0-9][0-9a-z.+]*")


def test_a_pin_is_a_name_and_a_version_and_nothing_else() -> None:
    """No address: every network finds the same versions in its own place."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    strange = [line for line in lines if not line.startswith("#") and not PIN.fullmatch(line)]
    assert strange == []
    assert not re.search(r"https?:|://|@|--", "\n".join(lines))


def _here() -> tuple[list[Requirement], dict[str, str]]:
    """What is asked for and installed here, and its pins: the bench extra may be absent."""
    requirements = [each for each in pins.wanted() if pins.installed(each.name)]
    names = pins.closure(requirements)
    return requirements, {name: version for name, version in pins.read().items() if name in names}


def test_everything_that_set_up_installs_is_pinned() -> None:
    assert list(pins.troubles(pins.read(), pins.wanted())) == []


def test_a_pin_that_contradicts_the_project_is_noticed() -> None:
    requirements, kept = _here()
    assert list(pins.troubles({**kept, "pygame-ce": "2.1.0"}, requirements)) == [
        "pygame-ce==2.1.0 contradicts pyproject.toml: pygame-ce>=2.5.5"
    ]


def test_a_missing_and_a_needless_pin_are_noticed() -> None:
    requirements, kept = _here()
    del kept["markdown-it-py"]  # only rich asks for it
    kept["left-over"] = "1.0"
    assert list(pins.troubles(kept, requirements)) == [
        "markdown-it-py has no pin",
        "left-over is pinned, but nothing needs it",
    ]


def test_what_only_windows_installs_is_pinned_too() -> None:
    assert "colorama" in pins.closure([Requirement("pytest")])
    assert "colorama" in pins.read()


def test_what_is_installed_can_be_pinned_anew(tmp_path: Path) -> None:
    requirements, kept = _here()
    file = tmp_path / "constraints.txt"
    pins.write(pins.pinned(requirements, kept), file)
    assert pins.read(file) == {name: pins.installed(name) or kept[name] for name in kept}


def test_pins_are_not_written_from_half_an_environment() -> None:
    with pytest.raises(ValueError, match="install these first: no-such-thing"):
        pins.pinned([Requirement("no-such-thing")], {})


posix = pytest.mark.skipif(os.name == "nt", reason="make and sh are not at home on Windows")


def _search(
    tmp_path: Path, tools: dict[str, str], **env: str
) -> "subprocess.CompletedProcess[str]":
    """Run the search for a Python where only `tools` can be found."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, script in tools.items():
        file = folder / name
        file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        file.chmod(0o755)
    return subprocess.run(
        ["/bin/sh", str(ROOT / "tools" / "venv.sh"), str(tmp_path / "env")],
        env={"PATH": str(folder), **env},
        capture_output=True,
        text=True,
        check=False,
    )


OLD = "exit 1"
NO_VENV = 'case "$2" in *ensurepip*) exit 1 ;; *) exit 0 ;; esac'
GOOD = 'case "$1" in -m) echo "made $4 with $2"; ;; --version) echo "Python 3.12.1" ;; esac'


@posix
def test_no_python_at_all_is_told_in_a_sentence(tmp_path: Path) -> None:
    said = _search(tmp_path, {})
    assert said.returncode == 1
    assert said.stderr.startswith("No Python 3.11 or newer was found.")


@posix
def test_an_old_python_does_not_count(tmp_path: Path) -> None:
    said = _search(tmp_path, {"python3": OLD, "python": OLD})
    assert said.returncode == 1
    assert said.stderr.startswith("No Python 3.11 or newer was found.")


@posix
def test_a_python_without_venv_is_named(tmp_path: Path) -> None:
    said = _search(tmp_path, {"python3": NO_VENV})
    assert said.returncode == 1
    assert said.stderr.startswith("python3 has no module venv.")


@posix
def test_the_first_that_fits_is_taken(tmp_path: Path) -> None:
    said = _search(tmp_path, {"python3.13": NO_VENV, "python3.12": GOOD, "python3": OLD})
    assert said.returncode == 0, said.stderr
    assert f"made {tmp_path / 'env'} with venv" in said.stdout


@posix
def test_a_python_can_be_named_and_a_wrong_name_is_told(tmp_path: Path) -> None:
    said = _search(tmp_path, {"python3": GOOD, "mine": OLD}, PYTHON="mine")
    assert said.returncode == 1
    assert said.stderr == "PYTHON=mine is not a Python 3.11 or newer.\n"


@posix
@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_every_target_of_the_makefile_is_explained() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    (phony,) = re.findall(r"^\.PHONY: (.*)$", text, re.MULTILINE)
    said = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    explained = set(re.findall(r"^make (\S+)", said.stdout, re.MULTILINE))
    assert explained == set(phony.split()) - {"help"}


def test_a_stick_that_a_mac_fills_lacks_nothing_on_windows() -> None:
    """There, pip asks the markers of packages about the computer it runs on, not the other one."""
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = table["optional-dependencies"]
    roots = [*table["dependencies"], *extras["sheets"], *extras["print"], *extras["remote"]]
    windows, mac = (
        pins.closure([Requirement(text) for text in roots], systems=(system,))
        for system in (pins.WINDOWS, pins.MACOS)
    )
    assert windows <= mac


def test_the_commands_that_fill_a_stick_are_ones_that_pip_takes() -> None:
    """What they fetch needs a network; that pip takes every word of them does not."""
    blocks = (ROOT / "README.md").read_text(encoding="utf-8").split("```sh\n")[1:]
    lines = [line for block in blocks for line in block.split("```")[0].splitlines()]
    found = [shlex.split(line)[1:] for line in lines if "-m pip" in line and "-d stick" in line]
    assert len(found) == 1
    words = [sys.executable, *found[0]]
    assert {"constraints.txt", ".[all]", "win_amd64"} <= set(words)
    ran = subprocess.run([*words, "--help"], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
