"""Files that may be anything: a sentence, never a traceback, never more than a file is worth."""

from __future__ import annotations

import json
import os
import socket
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from game.content import (
    Problem,
    check_paths,
    find_boards,
    find_decks,
    find_rulesets,
    load_deck,
    parse,
    read_board,
    read_ruleset,
)
from game.content.deck_fields import CARDS, DECK, TWIST
from game.content.records import Record
from game.paths import scenarios_dir
from tests.content.author import whole, write_deck


def assert_sayable(problems: tuple[Problem, ...] | list[Problem]) -> None:
    """Every problem is one line that can be printed anywhere UTF-8 can."""
    for problem in problems:
        line = str(problem)
        assert line.isprintable()
        line.encode()
        assert problem.line >= 1
        assert problem.column >= 1
        assert len(line) < 1000


def aside(path: Path) -> Problem:
    file = load_deck(path)
    assert not file.ready
    assert_sayable(file.problems)
    return file.problems[0]


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    assert aside(tmp_path / "gone").text == "there is no such file"
    assert aside(tmp_path / "gone" / "deck.yaml").text == "there is no such file"
    write_deck(tmp_path, "")
    assert aside(tmp_path / "deck.yaml" / "deck.yaml").text == "there is no such file"


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").mkdir()
    for path in (tmp_path, tmp_path / "deck.yaml"):
        problem = aside(path)
        assert (problem.text, problem.check) == ("this is a folder; expected a file", "file")
    assert [entry.ready for entry in find_decks([tmp_path])] == [False]
    assert [problem.check for problem in check_paths([tmp_path])] == ["file"]


def test_a_folder_in_place_of_a_translation(tmp_path: Path) -> None:
    write_deck(tmp_path, "")
    (tmp_path / "deck.nl.yaml").mkdir()
    file = load_deck(tmp_path)
    assert file.languages == ("en",)
    assert [problem.text for problem in file.problems] == ["this is a folder; expected a file"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_a_pipe_nobody_writes_to_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "deck.yaml")
    assert aside(tmp_path).text == "this is a pipe; expected a file"


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no sockets with a name here")
def test_a_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket is short
    with closing(socket.socket(socket.AF_UNIX)) as server:
        server.bind("deck.yaml")
        assert aside(tmp_path).check == "file"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_device_without_an_end(tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").symlink_to("/dev/zero")
    assert aside(tmp_path).text == "this is a device; expected a file"


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_links_that_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").symlink_to(tmp_path / "deck.yaml")
    assert aside(tmp_path).text == "the file is a link that leads back to itself"
    (tmp_path / "deck.yaml").unlink()
    (tmp_path / "deck.yaml").symlink_to(tmp_path / "gone")
    assert aside(tmp_path).text == "there is no such file"
    assert [problem.check for problem in check_paths([tmp_path])] == ["file"]


def test_names_that_cannot_be(tmp_path: Path) -> None:
    assert aside(tmp_path / "a\0b").check == "file"
    assert load_deck(tmp_path / ("x" * 5000)).problems[0].text.endswith("too long")
    assert aside(tmp_path / "\ud800").check == "file"
    assert find_decks([tmp_path / "a\0b", tmp_path / "\ud800"]) == []


@pytest.mark.skipif(os.name == "nt", reason="every name is text there")
def test_a_name_that_is_no_utf8_can_be_said(tmp_path: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9"))
    try:
        write_deck(folder, "colour: red")
    except OSError:
        pytest.skip("this disk takes only text for names")
    problem = aside(folder)
    assert problem.file.endswith(r"caf\xe9/deck.yaml")
    assert_sayable(check_paths([tmp_path]))


def test_a_name_with_a_line_break_stays_on_one_line(tmp_path: Path) -> None:
    folder = tmp_path / "a\nb"
    try:
        folder.mkdir()
    except OSError:
        pytest.skip("no such names here")
    assert_sayable([aside(write_deck(folder, "colour: red"))])


def test_permission_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_deck(tmp_path, "")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert aside(tmp_path).text == "the file may not be read: no permission"


def test_a_disk_that_breaks_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_deck(tmp_path, "")

    def broken(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fdopen", broken)
    assert aside(tmp_path).text == "the file cannot be read: Input/output error"


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    with (tmp_path / "deck.yaml").open("wb") as file:
        file.write(b"format: 1\n")
        file.truncate(100_000_000)
    assert aside(tmp_path).text == "the file is too large; expected at most 10 MB"


def test_a_million_cards_are_too_many_values(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parse, "MOST_NODES", 20_000)  # the true limit takes seconds to reach
    (tmp_path / "deck.yaml").write_text("format: 1\ncards:\n" + "- {a: 1}\n" * 1_000_000)
    assert aside(tmp_path).text == "the file holds more than 20000 values"


def test_aliases_that_would_explode_are_refused(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    (tmp_path / "deck.yaml").write_text("\n".join(lines))
    assert "yaml" in {problem.check for problem in load_deck(tmp_path).problems}
    assert not load_deck(tmp_path).ready


# --------------------------------------------------------------------------- anything at all


def names(record: Record) -> list[str]:
    return list(record.fields)


FIELDS = sorted(
    {name for record in (DECK, TWIST, *CARDS.values()) for name in names(record)}
    | {
        "text",
        "points",
        "right",
        "rank",
        "absolute",
        "relative",
        "who",
        "swap",
        "overlay",
        "zones",
        "spaces",
        "rules",
        "presets",
        "shape",
        "name",
        "names",
    }
)
WORDS = st.sampled_from(
    [
        "yes",
        "no",
        "1",
        "-1",
        "3.5",
        "1e9",
        "choice",
        "open",
        "order",
        "bell",
        "everyone",
        "insights",
        "self",
        "a-b",
        "",
        "null",
        "𝔘",
        "\u202e",
        "x" * 999,
    ]
)
# Of what the file itself may hold; what it may not is tried byte by byte below.
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=8)
TREES = st.recursive(
    WORDS | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(FIELDS) | TEXTS, inner, max_size=6)
    ),
    max_leaves=25,
)
SHIPPED = (scenarios_dir() / "outside-in" / "deck.yaml").read_bytes()


def as_yaml(tree: dict[str, object]) -> str:
    """A field a line; what is in it is JSON, which is YAML too."""
    return "".join(
        f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in tree.items()
    )


def said_about(folder: Path, data: bytes) -> None:
    """Read the bytes as anything they might be meant for; whatever is said can be said."""
    path = folder / "deck.yaml"
    path.write_bytes(data)
    file = load_deck(path)
    assert file.ready is not bool(file.reasons)
    for problems in (
        file.problems,
        read_board(path).problems,
        read_ruleset(path).problems,
        check_paths([path]),
    ):
        assert_sayable(problems)
    find_decks([folder])
    find_boards([folder])
    find_rulesets([folder])


fuzz = settings(
    max_examples=80,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@fuzz
@given(data=st.binary(max_size=200))
@example(data=b"")
@example(data=b"\xff\xfe")
@example(data=b'a: "\\ud800"')
@example(data=b"? ? ? :")
@example(data=b"{[}: ]")
def test_any_bytes(tmp_path: Path, data: bytes) -> None:
    said_about(tmp_path, data)


@fuzz
@given(text=st.text(alphabet="ab:-?[]{},&*!|>'\"%@`#\\ \n\t.0é\u2028\x85\ufeff", max_size=60))
def test_any_signs_of_yaml(tmp_path: Path, text: str) -> None:
    said_about(tmp_path, text.encode())


@fuzz
@given(tree=st.dictionaries(st.sampled_from(FIELDS), TREES, max_size=10))
def test_any_fields_with_anything_in_them(tmp_path: Path, tree: dict[str, object]) -> None:
    said_about(tmp_path, as_yaml(tree).encode())


@fuzz
@given(
    card=st.dictionaries(st.sampled_from(FIELDS), TREES, max_size=10),
    kind=st.sampled_from(["choice", "estimate", "order", "open", "commit"]),
)
def test_any_card(tmp_path: Path, card: dict[str, object], kind: str) -> None:
    said_about(tmp_path, whole(as_yaml({"cards": [card | {"kind": kind}]})).encode())


@fuzz
@given(start=st.integers(0, len(SHIPPED)), length=st.integers(0, 400), junk=st.binary(max_size=20))
def test_a_real_deck_with_a_piece_cut_out(
    tmp_path: Path, start: int, length: int, junk: bytes
) -> None:
    path = tmp_path / "deck.yaml"
    path.write_bytes(SHIPPED[:start][-6000:] + junk + SHIPPED[start + length :][:6000])
    assert_sayable(load_deck(path).problems)


@fuzz
@given(tree=st.dictionaries(st.sampled_from(FIELDS), TREES, max_size=8))
def test_any_translation_of_a_sound_deck(tmp_path: Path, tree: dict[str, object]) -> None:
    write_deck(tmp_path, "", nl=as_yaml(tree))
    file = load_deck(tmp_path)
    assert file.ready
    assert_sayable(file.problems)
    assert_sayable(check_paths([tmp_path]))
