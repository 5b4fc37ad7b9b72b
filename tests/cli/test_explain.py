"""`cxgame explain`: the manual of a check, and the list of all."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from game.cli import run
from game.content.checks import all_checks
from game.content.manual import LEVELS, as_markdown, manual_of, told_manual
from game.content.problem import Level
from game.i18n import language, set_language
from tools import check_pages


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.mark.parametrize("words", [[], ["--list"], ["yaml", "--list"]])
def test_all_checks_with_level_and_rule(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["explain", *words]) == 0
    rows = capsys.readouterr().out.splitlines()[2:]
    assert [row.split()[0] for row in rows] == sorted(all_checks())
    for row in rows:
        check = all_checks()[row.split()[0]]
        assert row.split()[1] == check.level
        assert row.endswith(manual_of(check).rule)


@pytest.mark.parametrize("name", ["facts-source", "[facts-source]"])
def test_a_manual_where_it_is_piped(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", name]) == 0
    page = capsys.readouterr().out
    assert page == as_markdown(all_checks()["facts-source"])
    assert page.startswith("# facts-source\n\n**A fact says where it comes from.**\n")
    assert LEVELS[Level.WARNING] in page
    assert page.count("```yaml\ncards:\n  - id: delivery-gap") == 2
    assert page.index("Good:") < page.index("evidence: survey") < page.index("Not good:")
    assert page.endswith("`silence: {facts-source: the reason}`.\n")


def test_a_manual_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("TERM", "dumb")
    assert run(["explain", "facts-source"]) == 0
    lines = screen.getvalue().splitlines()
    assert max(map(len, lines)) <= 80
    assert any("evidence: survey" in line for line in lines)
    assert not any("```" in line or "**" in line for line in lines)


@pytest.fixture
def dutch(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    spoken = language()
    monkeypatch.setenv("LANGUAGE", "nl")
    set_language("nl")
    yield
    set_language(spoken)


@pytest.mark.usefixtures("dutch")
def test_a_manual_in_dutch_has_the_same_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "facts-source"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("# facts-source\n\n**Bij een feit staat waar het vandaan komt.**\n")
    assert page.count("```yaml\ncards:\n  - id: delivery-gap") == 2
    assert page.index("Goed:") < page.index("evidence: survey") < page.index("Niet goed:")
    assert page.endswith("`silence: {facts-source: de reden}`.\n")
    assert max(map(len, page.splitlines())) < 100


@pytest.mark.usefixtures("dutch")
def test_all_checks_in_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain"]) == 0
    rows = capsys.readouterr().out.splitlines()[2:]
    assert {row.split()[1] for row in rows} == {"fout", "waarschuwing", "advies"}
    assert not [row for row in rows for check in all_checks().values()
                if row.endswith(manual_of(check).rule)]  # fmt: skip


@pytest.mark.usefixtures("dutch")
@pytest.mark.parametrize("name", sorted(all_checks()))
def test_every_manual_is_told_in_dutch_with_the_names_it_has_in_english(name: str) -> None:
    """Fields, files and commands are called the same; only what a command takes has other words."""
    check = all_checks()[name]
    english, told = manual_of(check), told_manual(check)
    assert told.rule != english.rule
    assert len(told.paragraphs) == len(english.paragraphs)
    assert not set(told.paragraphs) & set(english.paragraphs)
    names = set(re.findall(r"`([^`A-Z]+)`", english.rule + english.reasons))
    assert names <= set(re.findall(r"`([^`]+)`", told.rule + " ".join(told.paragraphs)))


def test_a_manual_is_in_english_where_that_is_spoken() -> None:
    assert language() == "en"
    for check in all_checks().values():
        assert told_manual(check) == manual_of(check)


def test_errors_are_not_said_to_be_silenced() -> None:
    for check in all_checks().values():
        assert ("silenced with" in as_markdown(check)) is check.silenceable


def test_a_check_there_is_none_of(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "fact-source"]) == 2
    assert "There is no check 'fact-source'. Did you mean facts-source?" in capsys.readouterr().err
    assert run(["explain", "qqqq"]) == 2
    assert "cxgame explain --list" in capsys.readouterr().err


def test_the_page_of_all_checks_is_up_to_date() -> None:
    assert check_pages.PAGE.read_text("utf-8") == check_pages.page(), (
        "docs/checks.md is out of date; run: python -m tools.check_pages"
    )


def test_the_command_for_the_page_says_when_it_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check_pages, "PAGE", tmp_path / "checks.md")
    assert check_pages.main([]) == 0
    assert check_pages.main(["--check"]) == 0
    (tmp_path / "checks.md").write_text("old", "utf-8")
    assert check_pages.main(["--check"]) == 1
    assert "python -m tools.check_pages" in capsys.readouterr().out
