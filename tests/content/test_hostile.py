"""Files that may be anything: a sentence, never a traceback, never more than a file is worth."""

from __future__ import annotations

import difflib
import json
import os
import re
import socket
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from game.cli.problems import as_text
from game.content import (
    Level,
    Problem,
    check_paths,
    find_boards,
    find_decks,
    find_rulesets,
    load_deck,
    parse,
    read_board,
    read_ruleset,
    shelf,
)
from game.content import disk as content_disk
from game.content.checks import reference, structure
from game.content.deck_fields import CARDS, DECK, TWIST
from game.content.nodes import Node
from game.content.records import Record
from game.content.report import MOST_PROBLEMS
from game.paths import scenarios_dir
from tests.content.author import whole, write_deck
from tests.content.drawings import SVG, put


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


def test_merges_that_would_explode_are_refused(tmp_path: Path) -> None:
    lines = ["a0: &a0 {x: 1}"]
    lines += [f"a{n}: &a{n}\n  <<: [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    (tmp_path / "deck.yaml").write_text("\n".join(lines))
    assert "yaml" in {problem.check for problem in load_deck(tmp_path).problems}


@pytest.mark.parametrize("sign", ["[", "{", "- ", "? ", "a: ["])
def test_two_hundred_thousand_brackets(tmp_path: Path, sign: str) -> None:
    (tmp_path / "deck.yaml").write_text(f"format: 1\ncards: {sign * 200_000}")
    file = load_deck(tmp_path)
    assert_sayable(file.problems)
    assert 0 < len(file.problems) < 50


@pytest.mark.parametrize("what", ["mkdir", "mkfifo"])
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_a_folder_or_a_pipe_in_place_of_a_picture_and_a_translation(
    tmp_path: Path, what: str
) -> None:
    getattr(os, what)(tmp_path / "a.png")
    getattr(os, what)(tmp_path / "deck.nl.yaml")
    write_deck(tmp_path, "mirrors: [{id: a, title: A, prompt: P, picture: a.png}]")
    found = check_paths([tmp_path])
    assert_sayable(found)
    errors = [problem.check for problem in found if problem.level is Level.ERROR]
    assert errors == ["file", "picture"]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_folders_that_lead_into_one_another(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    (tmp_path / "a" / "up").symlink_to("..")
    write_deck(tmp_path / "b", "colour: red")
    found = [problem.check for problem in check_paths([tmp_path])]
    assert found == ["category-depth", "full-deck", "unknown-field"]


# ------------------------------------------------------------- the ten thousandth mistake


@pytest.fixture
def searches(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words for which something near was looked for: each search takes its time."""
    words: list[str] = []
    found = difflib.get_close_matches

    def counted(word: str, *others: Any, **more: Any) -> list[str]:
        words.append(word)
        return found(word, *others, **more)

    monkeypatch.setattr(difflib, "get_close_matches", counted)
    return words


def test_a_translation_of_another_deck_is_not_looked_through_for_ever(
    tmp_path: Path, searches: list[str]
) -> None:
    """Ten thousand ids, each compared with ten thousand others, took minutes."""
    words = "".join(f"  d{n}: {{title: T}}\n" for n in range(3000))
    write_deck(tmp_path, "", nl=f"cards:\n{words}")
    file = load_deck(tmp_path)
    assert len(file.problems) == MOST_PROBLEMS + 1
    assert file.problems[-1].text.startswith("these are the first 1000 problems")
    assert len(searches) <= reference.MOST_HINTED


def test_references_that_lead_nowhere_by_the_thousand(tmp_path: Path, searches: list[str]) -> None:
    card = "kind: open, category: nosights, title: T, prompt: P"
    write_deck(tmp_path, "cards:\n" + "".join(f"  - {{id: c{n}, {card}}}\n" for n in range(2000)))
    assert len(load_deck(tmp_path).problems) == MOST_PROBLEMS + 1
    assert len(searches) <= reference.MOST_HINTED


def test_fields_nobody_knows_by_the_thousand(tmp_path: Path, searches: list[str]) -> None:
    """They took quarter of a minute, most of it for what nobody was told."""
    write_deck(tmp_path, "".join(f"a{n}: 1\n" for n in range(5000)))
    assert len(load_deck(tmp_path).problems) == MOST_PROBLEMS + 1
    assert len(searches) <= MOST_PROBLEMS + 1


def test_a_list_of_anything_but_cards_is_not_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []
    found = structure.found

    def counted(node: Node) -> str:
        read.append(node)
        return found(node)

    monkeypatch.setattr(structure, "found", counted)
    write_deck(tmp_path, f"cards: [{'a, ' * 5000}]")
    assert len(load_deck(tmp_path).problems) == MOST_PROBLEMS + 1
    assert len(read) <= MOST_PROBLEMS + 1


def test_a_folder_of_pictures_is_listed_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = []
    entries = content_disk.entries

    def counted(folder: Path) -> list[Path]:
        listed.append(folder)
        return entries(folder)

    monkeypatch.setattr(shelf, "entries", counted)
    for n in range(20):
        put(tmp_path, f"p{n}.svg", SVG)
    mirrors = "".join(
        f"  - {{id: m{n}, title: A, prompt: P, picture: p{n}.svg}}\n" for n in range(25)
    )
    write_deck(tmp_path, f"mirrors:\n{mirrors}")
    assert len(load_deck(tmp_path).problems) == 5
    assert len(listed) == 1


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


# --------------------------------------------------------------------------- a real deck, spoilt

FEW = 4
"""Cards that are kept of a real deck, to be quick."""


def beginning(name: str) -> bytes:
    """The head of a shipped deck or translation, and its first cards."""
    data = (scenarios_dir() / "outside-in" / name).read_bytes()
    lines = data.split(b"\n")
    starts = [
        n
        for n in range(lines.index(b"cards:"), len(lines))
        if re.match(rb"  (- id: |[a-z-]+:$)", lines[n])
    ]
    return b"\n".join(lines[: starts[FEW]]) + b"\n"


REAL = {name: beginning(name) for name in ("deck.yaml", "deck.nl.yaml")}
SIGNS = "\n\t:[]{}'\"#&*!|>%\\-?\0\ufeff\r\u2028\x85é🙂"
PIECES = st.sampled_from(
    [
        *map(str.encode, SIGNS),
        *(b"", b"\xe9", b"  ", b": ", b"- ", b"\r\n", b"<<: ", b"&a ", b"---\n", b"1e9", b"null"),
        b"silence: {facts-source: x}\n",
    ]
)
SPOILS = st.lists(
    st.tuples(st.integers(0, 9999), st.integers(0, 40), PIECES), min_size=1, max_size=4
)


def spoilt(data: bytes, spoils: list[tuple[int, int, bytes]]) -> bytes:
    """With a few pieces replaced by others; places are counted round and round."""
    for at, length, piece in spoils:
        start = at % (len(data) + 1)
        data = data[:start] + piece + data[start + length :]
    return data


@settings(fuzz, max_examples=40)
@given(name=st.sampled_from(sorted(REAL)), spoils=SPOILS)
def test_a_real_deck_with_slips_in_it_is_told_line_by_line(
    tmp_path: Path, name: str, spoils: list[tuple[int, int, bytes]]
) -> None:
    for other, data in REAL.items():
        (tmp_path / other).write_bytes(spoilt(data, spoils) if other == name else data)
    problems = check_paths([tmp_path])
    assert_sayable(problems)
    for told in as_text(problems):
        assert all(line.isprintable() for line in told.split("\n"))
        told.encode()
