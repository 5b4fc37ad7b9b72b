"""YAML that does not parse, explained to somebody who does not know YAML."""

from __future__ import annotations

import pytest

from game.content import parse as parsing
from game.content.parse import parse, python_parser
from game.content.problem import Level
from tests.content.author import marked

MISTAKES = [
    pytest.param(
        "title: One thing«: visit\n",
        "stands in the middle of a text",
        "quotes",
        id="a colon in a text",
    ),
    pytest.param(
        "title: A\n  «prompt: B\n",
        "this line is indented further than the one it follows",
        "like the other lines",
        id="indented too far",
    ),
    pytest.param("cards:\n«\t- id: a\n", "a tab stands in the indentation", "spaces", id="a tab"),
    pytest.param(
        "a: 1\nb:\n  c: 2\n«\td: 3\n",
        "a tab stands in the indentation",
        "spaces",
        id="a tab further down",
    ),
    pytest.param(
        "a:\n  b: 1\n «\xa0c: 2\n",
        "a no-break space stands in the indentation",
        "spaces",
        id="a no-break space",
    ),
    pytest.param(
        "a: «'never closed\nb: 2\n",
        "this quotation mark is never closed",
        "twice",
        id="an open quote",
    ),
    pytest.param("a: «@home\n", 'a text cannot begin with "@"', "quotes", id="an at sign"),
    pytest.param("a: «`code`\n", 'a text cannot begin with "`"', "quotes", id="a backtick"),
    pytest.param("a: «%d\n", 'a text cannot begin with "%"', "quotes", id="a per cent sign"),
    pytest.param(
        "a: 1\n«title:One thing\nb: 2\n",
        "no space stands behind the colon",
        'write "title: One thing"',
        id="a colon with no space behind it",
    ),
    pytest.param(
        "a: 1\n«http://example.org\nb: 2\n",
        '"http://example.org" stands alone',
        "indent",
        id="an address is no field",
    ),
    pytest.param(
        "a:\n  - text: b\n  «text: c\n",
        "this does not fit what begins on line 2",
        'put "- " in front',
        id="an entry without its hyphen",
    ),
    pytest.param(
        "a: 1\n«stray\nb: 2\n",
        '"stray" stands alone; expected a name, a colon',
        "indent",
        id="a stray line",
    ),
    pytest.param(
        "a:\n  - b\n «- c\n",
        "this does not fit what begins on line 1",
        "indent",
        id="a list that slips",
    ),
    pytest.param(
        'a: "x" «y\n',
        "the text goes on after its closing quotation mark",
        "put '…' around the whole text",
        id="text after a quote",
    ),
    pytest.param(
        "a: [1, 2\nb«: 3\n",
        'expected a comma or "]": the "[" on line 1 is still open',
        "quotes",
        id="an open bracket",
    ),
    pytest.param(
        "a: {b: 1\nc«: 2}\n",
        'expected a comma or "}": the "{" on line 1 is still open',
        "quotes",
        id="an open brace",
    ),
    pytest.param(
        "a: [b,\n«", "a text is missing here, or the bracket that closes", "close", id="an open end"
    ),
    pytest.param("a: [«, b]\n", "a text is missing here", "close", id="a comma too many"),
    pytest.param("a: «- b\n", "a list cannot begin behind a name", "next line", id="a list behind"),
    pytest.param(
        'a: "C:«\\Users"\n',
        'a backslash has a meaning of its own inside "…"',
        "'…'",
        id="a backslash",
    ),
    pytest.param("a: «*important*\n", 'a text cannot begin with "*"', "quotes", id="a star"),
    pytest.param("a: «& more\n", 'a text cannot begin with "&"', "quotes", id="an ampersand"),
    pytest.param("a: «!<oops\n", 'a text cannot begin with "!"', "quotes", id="an exclamation"),
    pytest.param(
        "a: |«x\n  b\n",
        'the text of a "|" begins on the next line',
        "quotes",
        id="a block with text behind",
    ),
    pytest.param(
        "«%YAML 3.0\n---\na: 1\n", 'a line cannot begin with "%"', "quotes", id="a directive"
    ),
    pytest.param(
        "- a\n«b: 1\n", "this does not fit what begins on line 1", "indent", id="fields in a list"
    ),
    pytest.param(
        "a: «'s Avonds laat\nb: 1\n",
        "this quotation mark is never closed",
        'put "…" around the whole text',
        id="an apostrophe at the beginning",
    ),
    pytest.param(
        'a: «"Laat”\nb: 1\n',
        "this quotation mark is never closed",
        "curly",
        id="a curly quote at the end",
    ),
    pytest.param(
        'a: "Hij zei "«laat" en ging."\n',
        "goes on after its closing quotation mark",
        'inside "…", write “ and ”',
        id="quotes inside quotes",
    ),
    pytest.param(
        "a: 'Het was '«s avonds.'\n",
        "goes on after its closing quotation mark",
        "written twice",
        id="an apostrophe inside quotes",
    ),
    pytest.param(
        "b: 1\na: [Het] «pakje\n",
        "goes on after its closing bracket",
        "quotes",
        id="a text that begins with a bracket",
    ),
    pytest.param(
        "a: {naam}«, het pakje\n",
        "goes on after its closing bracket",
        "quotes",
        id="a text that begins with a brace",
    ),
    pytest.param("a: «? Wat nu\n", 'a text cannot begin with "?"', "quotes", id="a question mark"),
    pytest.param(
        "a:\n  - b: 1\n  «-c: 2\n",
        "no space stands behind the hyphen",
        'write "- c: 2"',
        id="a hyphen with no space behind it",
    ),
    pytest.param("a:\n  - b: 1\n  «– c: 2\n", '"–" is no hyphen', 'begins with "- "', id="a dash"),
    pytest.param(
        "a: 1\n«-\nb: 2\n",
        "this does not fit what begins on line 1",
        'take the "-" out',
        id="a stray hyphen",
    ),
    pytest.param(
        "a: 1\n«// later\nb: 2\n",
        '"// later" stands alone',
        'a remark begins with "#"',
        id="a remark of another kind",
    ),
    pytest.param(
        "a: 1\nb:«\u200b c\nd: 1\n",
        "the invisible character U+200B stands here",
        "type a space",
        id="a space nobody sees",
    ),
    pytest.param(
        "a: 1\n«...\n  b: 2\n", 'a line "..." ends the file', "take that line out", id="three dots"
    ),
    pytest.param(
        "a:\n  b: c\n«\xa0 d: e\n    f: g\n",
        "a no-break space stands in the indentation",
        "spaces",
        id="a no-break space on the line above",
    ),
]


@pytest.mark.parametrize(("text", "said", "hint"), MISTAKES)
def test_a_mistake_is_explained_at_its_place(text: str, said: str, hint: str) -> None:
    clean, line, column = marked(text)
    (problem,) = parse(clean.encode(), "deck.yaml").problems
    assert said in problem.text
    assert hint in problem.hint
    assert (problem.line, problem.column) == (line, column)
    assert problem.check == "yaml"


@pytest.mark.parametrize(("text", "said", "hint"), MISTAKES)
def test_the_python_parser_is_understood_too(
    text: str, said: str, hint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stops in other places now and then, so only the line is held to, give or take one."""
    monkeypatch.setattr(parsing, "parser", lambda: python_parser)
    clean, line, _ = marked(text)
    (problem,) = parse(clean.encode(), "deck.yaml").problems
    assert said in problem.text
    assert hint in problem.hint
    assert problem.line == line


@pytest.mark.parametrize("parser", ["c", "python"])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: «#1 in the list\nb: 2\n", True),
        ("a: We are «#1 in the list\nb: 2\n", True),
        ("a:\n  - b  «#twee\n", True),
        ("a: We are\n  so «#glad\nb: 2\n", True),
        ("a: 1 «# a remark\n", False),
        ("«#a remark\na: 1\n  #another\n", False),
        ("a: '«#1'\nb: \"is #1\"\n", False),
        ("a: >-\n  We are «#1\nb: C#1\n", False),
        ("a: «#all below\n  b: 1\n", False),
    ],
)
def test_a_text_that_a_remark_cuts_short_is_told(
    text: str, told: bool, parser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if parser == "python":
        monkeypatch.setattr(parsing, "parser", lambda: python_parser)
    clean, line, column = marked(text)
    for end in ("\n", "\r\n"):
        found = parse(clean.replace("\n", end).encode(), "deck.yaml")
        assert found.source is not None
        places = [(one.line, one.column, one.level) for one in found.problems]
        assert places == ([(line, column, Level.WARNING)] if told else [])


def test_a_text_in_stars_is_one_mistake() -> None:
    (problem,) = parse(b"b: 1\na: *Very important*\n", "deck.yaml").problems
    assert "put it in quotes" in problem.hint


def test_a_list_that_begins_twice_keeps_what_stands_under_both() -> None:
    (problem,) = parse(b"a:\n  - b\na:\n  - c\n", "deck.yaml").problems
    assert problem.hint == "keep one, with what stands under both"


def test_a_complaint_nobody_foresaw_is_passed_on() -> None:
    from yaml.error import MarkedYAMLError

    from game.content.syntax import explain

    said = explain(MarkedYAMLError(problem="the moon is full"), "a: 1")
    assert (said.line, said.column, said.text) == (0, 0, 'this is no YAML: "the moon is full"')


@pytest.mark.parametrize("escape", [r"\UFFFFFFFF", r"\uD800", r"\x"])
def test_an_escape_that_names_no_character_is_a_problem(
    escape: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f'a: "{escape}"'.encode()
    assert parse(text, "deck.yaml").problems
    monkeypatch.setattr(parsing, "parser", lambda: python_parser)
    parse(text, "deck.yaml")  # what it lets through, the field refuses
