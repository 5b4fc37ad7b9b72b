"""How problems are printed: with the line and a caret, as JSON, as commands for GitHub."""

from __future__ import annotations

import json
import sys
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from game.cli import run
from game.cli.excerpt import Excerpts, cut
from game.cli.problems import as_command
from game.content.check import Examined
from game.content.problem import Level, Problem
from game.content.silence import Silenced
from tests.content.author import write_deck


def problem(
    file: Path | str = "d.yaml",
    line: int = 1,
    column: int = 1,
    *,
    level: Level = Level.WARNING,
    text: str = "odd",
    hint: str = "",
) -> Problem:
    return Problem(
        file=str(file),
        line=line,
        column=column,
        level=level,
        check="a-check",
        path="",
        text=text,
        hint=hint,
    )


def excerpt(folder: Path, data: bytes, line: int, column: int) -> str:
    path = folder / "d.yaml"
    path.write_bytes(data)
    return Excerpts(60).of(problem(path, line, column))


# --------------------------------------------------------------------------- the caret


@pytest.mark.parametrize(
    ("line", "column", "shown", "caret"),
    [
        ("points: three", 8, "points: three", 8),
        ("points: three", 13, "points: three", 13),  # behind the end: something is missing there
        ("\tpoints: x", 9, "    points: x", 12),
        ("a:\tb\tc", 5, "a:  b   c", 8),
        ("title: 顧客の声 x", 12, "title: 顧客の声 x", 16),
        ("e\u0301e\u0301: x", 6, "e\u0301e\u0301: x", 4),
        ("a\u200bb: x", 4, "aU+200Bb: x", 9),
        ("a: \u202eb", 4, "a: U+202Eb", 9),
        ("🙂: x", 3, "🙂: x", 4),
    ],
)
def test_a_caret_stands_beneath_the_place(line: str, column: int, shown: str, caret: int) -> None:
    assert cut(line, column, 60) == (shown, caret)


@pytest.mark.parametrize(
    ("column", "shown", "caret"),
    [
        (0, "0123456789 123456789 123456789 1234567…", 0),
        (60, "…89 123456789 123456789 123456789 1234…", 13),
        (99, "…23456789 123456789 123456789 123456789", 38),
    ],
)
def test_a_long_line_is_cut_around_the_place(column: int, shown: str, caret: int) -> None:
    line = "0123456789 " + "123456789 " * 9
    assert cut(line, column, 39) == (shown, caret)


@settings(max_examples=50)
@given(
    line=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=200),
    column=st.integers(0, 210),
    width=st.integers(9, 90),
)
def test_any_line_fits_and_the_caret_stands_in_it(line: str, column: int, width: int) -> None:
    shown, caret = cut(line, column, width)
    assert cell_len(shown) <= width
    assert 0 <= caret <= width
    assert shown.isprintable()


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_lines_are_counted_as_the_parser_counts_them(tmp_path: Path, end: bytes) -> None:
    data = b"\xef\xbb\xbfformat: 1" + end + b"title:  caf\xc3\xa9" + end
    assert excerpt(tmp_path, data, 2, 9) == "    2 | title:  café\n      |         ^"
    assert excerpt(tmp_path, data, 1, 9) == "    1 | format: 1\n      |         ^"


def test_a_byte_that_is_no_text_is_shown_as_one_letter(tmp_path: Path) -> None:
    assert excerpt(tmp_path, b"a: caf\xe9 x", 1, 7) == "    1 | a: caf\ufffd x\n      |       ^"


@pytest.mark.parametrize(
    ("data", "line"),
    [(b"", 1), (b"a: 1\n\n", 2), (b"a: 1", 9), (b"\xff\xfea\0:\0 \0b\0", 1), (b"PK\3\4\24", 1)],
)
def test_where_there_is_nothing_to_show_there_is_no_excerpt(
    tmp_path: Path, data: bytes, line: int
) -> None:
    assert excerpt(tmp_path, data, line, 1) == ""


def test_a_file_that_cannot_be_read_has_no_excerpt(tmp_path: Path) -> None:
    assert Excerpts().of(problem(tmp_path)) == ""
    assert Excerpts().of(problem(tmp_path / "gone.yaml")) == ""


# --------------------------------------------------------------------------- the command

FACT = (
    "  - {id: a, kind: choice, category: insights, title: It, prompt: Do it.,\n"
    "     options: [{text: A, right: yes, feedback: F}, {text: B, feedback: G}]}\n"
)


def check(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = run(["check", *words])
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


def test_text_shows_the_line_beneath_the_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_deck(tmp_path, "preset: soon")
    code, out, err = check(capsys, str(tmp_path))
    assert (code, err) == (1, "1 error, 1 warning and 1 piece of advice.\n")
    assert out.splitlines()[-3:] == [
        f'{tmp_path / "deck.yaml"}:9:9: error: preset is "soon"; '
        "expected a whole number from 5 to 480 [structure]",
        "    9 | preset: soon",
        "      |         ^",
    ]


def test_on_a_terminal_the_line_is_as_wide_as_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    write_deck(tmp_path, f"preset: {'soon ' * 40}")
    for columns, width in ((60, 60), (7, 40), (150, 150)):
        screen = Terminal()
        monkeypatch.setattr(sys, "stdout", screen)
        monkeypatch.setenv("COLUMNS", str(columns))
        assert run(["check", str(tmp_path)]) == 1
        _, line, caret = screen.getvalue().splitlines()[-3:]
        assert len(line) == width
        assert line[caret.index("^") :].startswith("soon")


def test_json_is_one_document_with_every_field(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_deck(tmp_path, f"silence: {{category-depth: It is a joke.}}\ncards:\n{FACT}")
    code, out, _ = check(capsys, "--format=json", str(tmp_path))
    document = json.loads(out)
    assert out.isascii()
    assert code == 1
    (found,) = [one for one in document["problems"] if one["check"] == "facts-source"]
    assert found == {
        "file": str(tmp_path / "deck.yaml"),
        "line": 9,
        "column": 5,
        "cell": "",
        "level": "warning",
        "check": "facts-source",
        "path": 'card "a"',
        "steps": ["cards", 0],
        "text": "source, year and evidence are missing; expected "
        "a source, its year and the kind of evidence with a fact",
        "hint": "",
        "sentence": 'card "a": source, year and evidence are missing; expected '
        "a source, its year and the kind of evidence with a fact",
    }
    (silenced,) = document["silenced"]
    assert (silenced["check"], silenced["reason"]) == ("category-depth", "It is a joke.")
    assert document["counts"]["silenced"] == 1
    assert document["counts"]["error"] == 0
    assert sum(document["counts"].values()) == len(document["problems"]) + 1


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (problem(), "::warning file=d.yaml,line=1,col=1,title=a-check::odd"),
        (
            problem("a,b:c%.yaml", 3, 5, text="50 %: odd", hint="a, b"),
            "::warning file=a%2Cb%3Ac%25.yaml,line=3,col=5,title=a-check::50 %25: odd; a, b",
        ),
    ],
)
def test_commands_are_escaped_as_github_asks(found: Problem, said: str) -> None:
    assert as_command(found) == said


def test_github_tells_the_levels_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_deck(tmp_path, f"cards:\n{FACT.replace(', feedback: G', '')}")
    _, out, _ = check(capsys, "--format", "github", str(tmp_path))
    commands = {line.split(" ")[0] for line in out.splitlines()}
    assert {"::warning", "::notice"} <= commands
    write_deck(tmp_path, "colour: red")
    _, out, _ = check(capsys, "--format", "github", str(tmp_path))
    assert "\n::error file=" in out


@pytest.mark.parametrize(
    ("level", "strict", "code"),
    [
        (None, True, 0),
        (Level.ADVICE, False, 0),
        (Level.ADVICE, True, 1),
        (Level.WARNING, False, 1),
        (Level.ERROR, True, 1),
    ],
)
def test_strict_counts_advice(
    level: Level | None, strict: bool, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    problems = [problem(level=level)] if level else []
    monkeypatch.setattr("game.cli.check.examine", lambda *_, **__: Examined(problems, []))
    assert run(["check", "d.yaml", *(["--strict"] if strict else [])]) == code


def test_the_summary_tells_how_many_are_silenced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for found, silenced, told in (
        (0, 1, "No problems; 1 is silenced."),
        (0, 3, "No problems; 3 are silenced."),
        (2, 1, "2 warnings. 1 more is silenced."),
    ):
        examined = Examined([problem()] * found, [Silenced(problem(), "meant")] * silenced)
        monkeypatch.setattr("game.cli.check.examine", lambda *_, found=examined, **__: found)
        assert told in check(capsys, str(tmp_path))[2]


def test_a_format_there_is_none_of_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = check(capsys, "--format", "xml", ".")
    assert (code, out) == (2, "")
    assert "json" in err
