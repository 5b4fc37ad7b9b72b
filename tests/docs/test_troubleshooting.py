"""docs/troubleshooting.md quotes the program as it speaks, and names places that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from platformdirs.macos import MacOS
from platformdirs.unix import Unix

from game.cli.commands import COMMANDS
from game.remote.server import HERE_PORT, NETWORK_PORT
from game.screens.settings import Settings

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "troubleshooting.md").read_text("utf-8")
SEEN = [re.match(r"\| ([^|]+) \|", line) for line in PAGE.splitlines()]
OF_OTHERS = ("cxgame", "externally-managed-environment", "No module named game")
"""Said by pip and Python; and a name that is no sentence."""
QUOTED = [
    text
    for cell in SEEN
    if cell
    for text in re.findall(r"`([^`]{4,})`", cell[1])
    if text not in OF_OTHERS and not text.endswith((".json", ".log"))
]
"""What somebody sees when something does not work."""
OF_SYSTEMS = {"Displays", "Extend", "private networks"}
UI = sorted({" ".join(name.split()) for name in re.findall(r"(?<!\*)\*([^*]+)\*(?!\*)", PAGE)})
UI = [name for name in UI if name not in OF_SYSTEMS]
"""What can be chosen on the wall."""
SOURCES = "\n".join(
    path.read_text("utf-8") for path in [*ROOT.glob("game/**/*.py"), ROOT / "tools" / "venv.sh"]
)


def said(text: str) -> str:
    """What a sentence begins with in the source: before its first number or ellipsis."""
    return re.split(r"\d|…", text.strip("… "))[0].strip()


@pytest.mark.parametrize("text", QUOTED)
def test_the_program_says_what_is_quoted(text: str) -> None:
    assert said(text) in SOURCES


@pytest.mark.parametrize("name", UI)
def test_what_can_be_chosen_is_called_so(name: str) -> None:
    assert f'"{name}"' in SOURCES


def test_the_ports_are_those_that_are_listened_at() -> None:
    assert f"uses port {NETWORK_PORT} for tablets and {HERE_PORT} on the laptop" in PAGE


def test_the_commands_and_settings_are_there() -> None:
    named = set(re.findall(r"`cxgame ([a-z-]+)", PAGE))
    assert named
    assert named <= set(COMMANDS)
    assert Settings().software == "probe"
    assert '"software": "probe"' in PAGE


def test_the_folders_are_those_of_the_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "/home/me")
    for system in (MacOS("cxgame", appauthor=False), Unix("cxgame", appauthor=False)):
        for folder in (system.user_data_dir, system.user_config_dir, system.user_log_dir):
            assert f"`{folder.replace('/home/me', '~')}`" in PAGE
