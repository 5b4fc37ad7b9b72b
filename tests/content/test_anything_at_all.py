"""Any bytes, any fields, any slip in a real deck: a sentence, never a traceback."""

from __future__ import annotations

import json
import re
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from game.cli.problems import as_text
from game.content import (
    check_paths,
    find_boards,
    find_decks,
    find_rulesets,
    load_deck,
    read_board,
    read_ruleset,
)
from game.content.deck_fields import CARDS, DECK, TWIST
from game.content.records import Record
from game.paths import scenarios_dir
from tests.content.author import assert_sayable, whole, write_deck


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
