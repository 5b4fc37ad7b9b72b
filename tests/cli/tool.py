"""Running `cxgame` as people do, in a process of its own; or here, where nothing else differs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from game.cli import run
from game.session.session import Session

ROOT = Path(__file__).resolve().parents[2]
Opened = list[tuple[Session, object, object]]
"""Sessions for which a window would have opened, with its display and size."""


@dataclass(frozen=True)
class Ran:
    """What came of a command."""

    code: int
    out: str
    err: str


def cxgame(*words: str, env: Mapping[str, str] | None = None, cwd: Path | None = None) -> Ran:
    """Run `python -m game` with these words, in English, and wait for its end."""
    environment = {
        **os.environ,
        "LANGUAGE": "en",
        "PYTHONUTF8": "1",
        "PYTHONPATH": str(ROOT),
        **(env or {}),
    }
    done = subprocess.run(
        [sys.executable, "-m", "game", *words],
        env=environment,
        cwd=cwd or ROOT,
        capture_output=True,
        encoding=environment.get("PYTHONIOENCODING", "utf-8"),
        timeout=120,
        check=False,
    )
    # Whatever goes wrong: nobody in front of a room is to read this.
    assert "Traceback" not in done.stdout + done.stderr
    return Ran(done.returncode, done.stdout, done.stderr)


def here(capsys: pytest.CaptureFixture[str], *words: str) -> Ran:
    """The same in this process, in a tenth of the time."""
    capsys.readouterr()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LANGUAGE", "en")
        code = run(list(words))
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    return Ran(code, out, err)
