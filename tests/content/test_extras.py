"""What is missing is told with a line that installs it into the Python that runs."""

from __future__ import annotations

import pytest

from game.content.extras import install


@pytest.mark.parametrize(
    ("platform", "prefix", "executable", "active", "line"),
    [
        (
            "win32",
            "C:/Python312",
            "C:/Python312/python.exe",
            "",
            'py -m pip install "cx-game[print]"',
        ),
        ("linux", "/usr", "/usr/bin/python3", "", 'python3 -m pip install "cx-game[print]"'),
        (
            "linux",
            "/home/jo/.local/share/pipx/venvs/cx-game",
            "/home/jo/.local/share/pipx/venvs/cx-game/bin/python",
            "",
            'pipx runpip cx-game install "cx-game[print]"',
        ),
        (
            "win32",
            "C:/Users/jo/pipx/venvs/cx-game",
            "C:/Users/jo/pipx/venvs/cx-game/Scripts/python.exe",
            "",
            'pipx runpip cx-game install "cx-game[print]"',
        ),
        (
            "linux",
            "/home/jo/my game/.venv",
            "/home/jo/my game/.venv/bin/python",
            "",
            "'/home/jo/my game/.venv/bin/python' -m pip install \"cx-game[print]\"",
        ),
        (
            "darwin",
            "/home/jo/.venv",
            "/home/jo/.venv/bin/python",
            "/home/jo/.venv",
            'python -m pip install "cx-game[print]"',
        ),
        (
            "win32",
            "C:/game/.venv",
            "C:/game/.venv/Scripts/python.exe",
            "",
            'C:/game/.venv/Scripts/python.exe -m pip install "cx-game[print]"',
        ),
        (
            "win32",
            "C:/my game/.venv",
            "C:/my game/.venv/Scripts/python.exe",
            "C:/my game/.venv",
            'py -m pip install "cx-game[print]"',
        ),
    ],
)
def test_the_line_reaches_the_python_that_runs(
    platform: str,
    prefix: str,
    executable: str,
    active: str,
    line: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr("sys.prefix", prefix)
    monkeypatch.setattr("sys.base_prefix", prefix if prefix in ("/usr", "C:/Python312") else "/usr")
    monkeypatch.setattr("sys.executable", executable)
    monkeypatch.setenv("VIRTUAL_ENV", active)
    assert install("print") == line
