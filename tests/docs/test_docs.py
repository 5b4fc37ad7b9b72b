"""What the documents say is so: links lead somewhere, commands run, examples load."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)\)")


def blocks(page: str, language: str) -> list[str]:
    text = (ROOT / page).read_text("utf-8")
    return [body for found, body in BLOCK.findall(text) if found == language]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text("utf-8")):
        if not target.startswith("http"):
            assert (page.parent / target).exists(), target


def test_the_two_commands_stand_at_the_top() -> None:
    first = (ROOT / "README.md").read_text("utf-8").split("```")[1]
    assert [line.split("#")[0].strip() for line in first.splitlines()[1:] if line] == [
        "make play",
        "make test",
    ]


OPENS_A_WINDOW = ("play", "preview", "resume")


def commands() -> list[str]:
    lines = [line for body in blocks("README.md", "sh") for line in body.splitlines()]
    return [
        line
        for line in lines
        if line.startswith("cxgame ") and line.split()[1] not in OPENS_A_WINDOW
    ]


@pytest.mark.xdist_group("readme")
def test_the_commands_of_the_readme_do_what_they_say(tmp_path: Path) -> None:
    assert len(commands()) >= 4
    (tmp_path / "scenarios").symlink_to(ROOT / "scenarios")
    for line in commands():
        done = subprocess.run(
            [sys.executable, "-m", "game", *shlex.split(line, comments=True)[1:]],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
            env={**__import__("os").environ, "PYTHONPATH": str(ROOT)},
        )
        assert done.returncode == 0, (line, done.stdout, done.stderr)
    assert (tmp_path / "build" / "demo" / "standings.json").exists()
