"""What the documents say is so: links lead somewhere, commands run, examples load."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from game.cli import run

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


def test_the_commands_of_the_readme_do_what_they_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One after another, as they stand; only the pictures of the demo are smaller here."""
    assert len(commands()) >= 4
    (tmp_path / "scenarios").symlink_to(ROOT / "scenarios")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setattr("game.cli.demo.PICTURE_SIZE", (320, 180))
    for line in commands():
        assert run(shlex.split(line, comments=True)[1:]) == 0, (line, capsys.readouterr())
    assert (tmp_path / "build" / "demo" / "standings.json").exists()
