"""From text to nodes: everything as typed, everything with its place, no tricks of YAML."""

from __future__ import annotations

import sys

import pytest

from game.content import parse as parsing
from game.content.nodes import ListNode, MapNode, Node, TextNode
from game.content.parse import DEEPEST, parse, python_parser
from game.content.problem import Problem
from tests.content.author import marked


@pytest.fixture(params=["c", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each test with either parser of PyYAML: a machine may lack the C one."""
    if request.param == "python":
        monkeypatch.setattr(parsing, "parser", lambda: python_parser)
    return str(request.param)


def plain(node: Node) -> object:
    """A node as Python has it."""
    match node:
        case TextNode():
            return node.text
        case MapNode():
            return {name: plain(inner) for name, inner in node.entries.items()}
        case ListNode():
            return [plain(inner) for inner in node.entries]


def read(text: str) -> object:
    parsed = parse(text.encode(), "deck.yaml")
    assert parsed.problems == ()
    assert parsed.source is not None
    return plain(parsed.source.root)


def problems(text: str) -> tuple[Problem, ...]:
    return parse(text.encode(), "deck.yaml").problems


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "word",
    [
        "no",
        "yes",
        "null",
        "~",
        "2024",
        "1:30",
        "12:30:45",
        "0123",
        "1e3",
        "0x1F",
        ".inf",
        "2024-01-01",
        "1_000",
        "=",
        "on",
    ],
)
def test_a_plain_word_stays_the_text_the_author_typed(word: str) -> None:
    assert read(f"a: {word}\nb: [{word}]") == {"a": word, "b": [word]}


@pytest.mark.usefixtures("parser")
def test_all_ways_to_write_a_text() -> None:
    text = (
        "a: plain\n  goes on\nb: 'it''s'\nc: \"tab\\tx\"\n"
        "d: |\n  one\n  two\ne: >-\n  one\n  two\nf:\n"
    )
    assert read(text) == {
        "a": "plain goes on",
        "b": "it's",
        "c": "tab\tx",
        "d": "one\ntwo\n",
        "e": "one two",
        "f": "",
    }


@pytest.mark.usefixtures("parser")
def test_fields_and_lists_inside_one_another() -> None:
    assert read("a:\n- b: 1\n  c: [2, {d: 3}]\n- []\n- {}\n") == {
        "a": [{"b": "1", "c": ["2", {"d": "3"}]}, [], {}]
    }


@pytest.mark.usefixtures("parser")
def test_every_node_knows_its_line_and_column() -> None:
    source = parse("é: 1\nlist:\n  - x: {“y”: z}\n".encode(), "deck.yaml").source
    assert source is not None
    deep = source.find(("list", 0, "x", "“y”"))
    assert deep is not None
    assert deep.key is not None
    assert (deep.mark.line, deep.mark.column) == (2, 13)
    assert (deep.key.line, deep.key.column) == (2, 8)
    entry = source.find(("list", 0))
    assert entry is not None
    assert (entry.mark.line, entry.mark.column, entry.key) == (2, 4, None)


@pytest.mark.usefixtures("parser")
def test_a_path_that_leads_nowhere_finds_nothing() -> None:
    source = parse(b"list: [a]", "deck.yaml").source
    assert source is not None
    assert source.find(("list", 1)) is None
    assert source.find(("list", "a")) is None
    assert source.find(("list", 0, "x")) is None
    assert source.nearest(("list", 1)) is source.find(("list",))


REFUSED = [
    ("a: «*b\n", '"*b" is an alias, which decks do not use', "yaml"),
    ("a: «&b c\n", '"&b" is an anchor, which decks do not use', "yaml"),
    ("a: «&b [c]\n", '"&b" is an anchor, which decks do not use', "yaml"),
    ("a: «!!int 1\n", '"!!int" is a tag, which decks do not use', "yaml"),
    ("a: «!x {b: c}\n", '"!x" is a tag, which decks do not use', "yaml"),
    ("a: 1\n«a: 2\n", '"a" stands here a second time; the first is on line 1', "duplicate-key"),
    (
        "a: {b: 1, «b: 2}\n",
        '"b" stands here a second time; the first is on line 1',
        "duplicate-key",
    ),
    ("«<<: {a: 1}\n", '"<<" merges fields, which decks do not use', "yaml"),
    ("a: 1\n? «[b]\n: c\n", "the name of a field is text, not a list", "yaml"),
    ("a: {«{b: 1}: c}\n", "the name of a field is text, not a group of fields", "yaml"),
    ("a: 1\n«---\nb: 2\n", "a second document begins here; expected one a file", "yaml"),
    ("«- a\n", "the file does not begin with a name and a colon", "yaml"),
    ("«just text\n", "the file does not begin with a name and a colon", "yaml"),
    ("«# a comment\n", "the file holds nothing but comments", "yaml"),
]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("text", "said", "check"), REFUSED)
def test_what_decks_do_not_use_is_refused_where_it_stands(text: str, said: str, check: str) -> None:
    clean, line, column = marked(text)
    (problem,) = problems(clean)
    assert (problem.line, problem.column) == (line, column)
    assert (problem.text, problem.check) == (said, check)


@pytest.mark.usefixtures("parser")
def test_all_that_is_refused_is_said_at_once_and_the_rest_is_read() -> None:
    parsed = parse(b"a: &x 1\nb: *x\nb: 2\n? [c]\n: d\ne: !t f\ng: 3\n", "deck.yaml")
    assert [problem.line for problem in parsed.problems] == [1, 2, 3, 4, 6]
    assert parsed.source is not None
    assert plain(parsed.source.root) == {"a": "1", "b": "*x", "e": "f", "g": "3"}


def test_a_first_document_may_begin_with_dashes() -> None:
    assert read("---\na: 1\n...\n") == {"a": "1"}


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_two_hundred_thousand_brackets_are_a_problem_and_no_crash(opening: str) -> None:
    problem = problems(f"a:\n {opening * 200_000}")[-1]
    assert problem.check == "yaml"
    assert "inside one another" in problem.text
    assert problem.line == 2


def test_lists_may_lie_inside_one_another_to_a_limit() -> None:
    depth = DEEPEST - 1  # the root counts
    assert read(f"a: {'[' * depth}{']' * depth}")
    clean, line, column = marked(f"a: {'[' * depth}«[{']' * depth}]")
    (problem,) = problems(clean)
    assert (problem.line, problem.column) == (line, column)


def test_the_number_of_values_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "MOST_NODES", 5)
    assert read("a: [1, 2, 3]\n")  # with the root and the list
    (problem,) = problems("a: [1, 2, 3,\n 4]\n")
    assert (problem.line, problem.column) == (2, 2)
    assert problem.text == "the file holds more than 5 values"


def test_a_thousand_problems_are_enough() -> None:
    assert len(problems("a: [" + "*x, " * 5000 + "]")) == 1000


def test_a_machine_without_the_c_parser_reads_with_the_python_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "yaml.cyaml", None)
    parsing.parser.cache_clear()
    try:
        assert parsing.parser() is python_parser
        assert read("a: [no, 12:30]") == {"a": ["no", "12:30"]}
    finally:
        parsing.parser.cache_clear()
