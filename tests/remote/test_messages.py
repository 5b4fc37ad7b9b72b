"""What comes from a browser is a command, or nothing at all."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.remote.bridge import Command
from game.remote.messages import MalformedError, read_command, read_entry

WRONG = (
    "",
    "x",
    "null",
    "[]",
    '"undo"',
    "{}",
    '{"do": "undo"}',
    '{"id": "", "do": "undo"}',
    '{"id": 7, "do": "undo"}',
    '{"id": "half \\ud800", "do": "undo"}',
    '{"id": "1", "do": "quit"}',
    '{"id": "1", "do": ["undo"]}',
    '{"id": "1", "do": {"undo": 1}}',
    '{"id": "1", "do": "undo", "n": 1.5}',
    '{"id": "1", "do": "undo", "n": NaN}',
    '{"id": "1", "do": "undo", "n": 1e999}',
    '{"id": "1", "do": "undo", "n": null}',
    '{"id": "1", "do": "undo", "n": [1]}',
    '{"id": "1", "do": "go", "n": 99999999999999999999}',
    '{"id": "1", "do": "control", "values": {"team": 1}}',
    '{"id": "1", "do": "control", "values": {"team": {"a": "b"}}}',
    '{"id": "1", "do": "control", "values": {"text": "half \\ud800"}}',
    '{"id": "1", "do": "control", "values": {"text": "nul \\u0000"}}',
    '{"id": "1", "do": "control", "values": {"\\u0007": "x"}}',
    json.dumps({"id": "1", "do": "control", **{f"f{n}": 1 for n in range(40)}}),
    json.dumps({"id": "1", "do": "control", "values": {f"f{n}": "" for n in range(40)}}),
    json.dumps({"id": "x" * 65, "do": "undo"}),
    "[" * 60_000,
    '{"id": "1", "do": "go", "n": ' + "9" * 60_000 + "}",
)


@pytest.mark.parametrize("text", WRONG, ids=range(len(WRONG)))
def test_whatever_else_comes_is_no_command(text: str) -> None:
    with pytest.raises(MalformedError):
        read_command(text, 1)


def test_a_command_keeps_what_it_says() -> None:
    text = '{"id": "a1", "do": "control", "control": "note", "values": {"text": "é\\n🎉"}, "n": 3}'
    assert read_command(text, 4) == Command(
        "a1", "control", {"control": "note", "values": {"text": "é\n🎉"}, "n": 3}, 4
    )


@pytest.mark.parametrize(
    "text", ["", "{}", '{"ticket": 1}', '{"ticket": "a", "pass": "b"}', '{"pass": null}', "[1]"]
)
def test_a_first_word_is_a_ticket_or_a_pass(text: str) -> None:
    with pytest.raises(MalformedError):
        read_entry(text)
    assert read_entry('{"ticket": "t"}') == ("t", "")
    assert read_entry('{"pass": "p"}') == ("", "p")


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@settings(max_examples=30)
@given(st.dictionaries(st.sampled_from(["id", "do", "n", "values", "x"]), ANY_JSON))
def test_any_json_is_a_command_or_refused_and_never_anything_else(
    message: dict[str, object],
) -> None:
    try:
        command = read_command(json.dumps(message), 1)
    except MalformedError:
        return
    # What was let through can be kept in a log.
    json.dumps(dict(command.told), ensure_ascii=False).encode("utf-8")
