"""YAML that does not parse, explained to somebody who does not know YAML."""

from __future__ import annotations

import pytest

from game.content import parse as parsing
from game.content.parse import parse, python_parser
from tests.content.author import marked

MISTAKES = [
    pytest.param(
        "title: One thing«: visit\n",
        "stands in the middle of a text",
        "quotes",
        id="a colon in a text",
    ),
    pytest.param(
        "title: A\n  prompt«: B\n",
        "stands in the middle of a text",
        "indentation",
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
        "quotes",
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
