"""Archives that were made to do harm: each a problem that names the member, and nothing written."""

from __future__ import annotations

import random
import re
import shutil
import stat
import struct
import warnings
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.content.problem import Problem
from game.content.sharing import archive
from game.content.sharing.add import AddError, Refusal, add
from tests.content.sharing.zips import PICTURE, Change, good, snapshot, with_member

QUICK = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def refused(folder: Path, data: bytes, name: str = "x.cxdeck") -> tuple[Problem, ...]:
    """The problems of a file that is not added; nothing but it lies in the folder afterwards."""
    decks = folder / "home" / "decks"
    decks.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    before = snapshot(folder)
    with pytest.raises(AddError) as caught:
        add(folder / name, decks, folder / "home" / "removed")
    assert snapshot(folder) == before
    assert caught.value.reason is Refusal.PROBLEMS
    assert all(one.file == str(folder / name) for one in caught.value.problems)
    return caught.value.problems


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("../evil.svg", "leads out of the deck's folder"),
        ("art/../../evil.svg", "leads out of the deck's folder"),
        ("/etc/evil.svg", "is no path inside the deck"),
        ("C:/evil.svg", "is no path inside the deck"),
        ("c:evil.svg", "is no path inside the deck"),
        ("~/evil.svg", "is no path inside the deck"),
        ("..\\evil.svg", "has a backslash"),
        ("art\\evil.svg", "has a backslash"),
        ("e\0vil.svg", "character nobody sees"),
        ("e\nvil.svg", "character nobody sees"),
        ("e\u202evil.svg", "character nobody sees"),
        ("./evil.svg", "an empty or a hidden part"),
        ("art//evil.svg", "an empty or a hidden part"),
        (".evil.svg", "an empty or a hidden part"),
        ("CON.svg", "name of a device on Windows"),
        ("art/nul.tar.svg", "name of a device on Windows"),
        ("Lpt1 .svg", "name of a device on Windows"),
        ("com¹.svg", "name of a device on Windows"),
        ("aux/evil.svg", "name of a device on Windows"),
        ("evil.svg.", "begins or ends with a space or a dot"),
        ("art /evil.svg", "begins or ends with a space or a dot"),
        ("evil.svg:stream.svg", "which Windows cannot write"),
        ("evil?.svg", "which Windows cannot write"),
        ("a/b/c/d/e/evil.svg", "its name is too long"),
        ("e" * 200 + ".svg", "its name is too long"),
        ("inner.zip", "an archive of its own"),
        ("inner.cxdeck", "an archive of its own"),
        ("evil.exe", "is no part of a deck"),
        ("deck.yml", "is no part of a deck"),
        ("art/deck.yaml", "is no part of a deck"),
        ("deck.klingon.yaml", "is no part of a deck"),
        ("../", "leads out of the deck's folder"),
        ("nul/", "name of a device on Windows"),
        ("deck.yaml", "it is there twice"),
        ("Deck.yaml", "is no part of a deck"),
        ("ART/cup.svg", 'beside it lies "art/cup.svg"'),
        ("art/Cup.svg", 'beside it lies "art/cup.svg"'),
        ("Art/mug.svg", 'its folder is spelt "art" elsewhere'),
        ("art/cup.svg/more.svg", "it is a file and a folder"),
    ],
)
def test_names_that_some_system_would_not_write_as_they_are(
    tmp_path: Path, name: str, said: str
) -> None:
    packed = good()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile warns of names that are there twice
        data = with_member(packed, name, b"" if name.endswith("/") else PICTURE)
    (problem,) = refused(tmp_path, data)
    assert said in problem.text
    assert problem.path.startswith("member ")
    assert problem.check == "archive"


def as_link(info: zipfile.ZipInfo) -> None:
    info.create_system, info.external_attr = 3, (stat.S_IFLNK | 0o777) << 16


def as_pipe(info: zipfile.ZipInfo) -> None:
    info.create_system, info.external_attr = 0, (stat.S_IFIFO | 0o777) << 16


@pytest.mark.parametrize(
    ("change", "method", "content", "said"),
    [
        (as_link, 0, b"/etc/passwd", "a link or a device"),
        (as_pipe, 0, b"", "a link or a device"),
        (None, zipfile.ZIP_BZIP2, PICTURE, "packed in a way that decks do not use"),
        (None, zipfile.ZIP_LZMA, PICTURE, "packed in a way that decks do not use"),
        (None, zipfile.ZIP_DEFLATED, bytes(4_000_000), "more than 200 times its size"),
        (None, zipfile.ZIP_DEFLATED, bytes(5_000_001), "more than 5 MB"),
    ],
)
def test_members_that_are_no_plain_small_file(
    tmp_path: Path, change: Change | None, method: int, content: bytes, said: str
) -> None:
    data = with_member(good(), "art/mug.svg", content, change, method)
    (problem,) = refused(tmp_path, data)
    assert said in problem.text
    assert problem.path == 'member "art/mug.svg"'


def test_a_link_that_calls_itself_a_folder_is_one_as_well(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, with_member(good(), "art2/", b"", as_link))
    assert "a link or a device" in problem.text


def line_of(data: bytes, name: str) -> int:
    """Where the line of a member begins in the table of contents."""
    at = data.rindex(b"PK\x01\x02" if not name else name.encode())
    return data.rindex(b"PK\x01\x02", 0, at)


def patched(data: bytes, at: int, form: str, *values: int) -> bytes:
    changed = bytearray(data)
    struct.pack_into(form, changed, at, *values)
    return bytes(changed)


@pytest.mark.parametrize(
    ("at", "form", "value", "said"),
    [
        (8, "<H", 0x1, "locked with a password"),
        (8, "<H", 0x2041, "locked with a password"),
        (16, "<L", 0xDEAD, "it is damaged"),
        (20, "<L", 0, None),
        (24, "<L", 10, None),
        (24, "<L", 4_000_000, None),
        (24, "<L", 0x7FFFFFFF, "more than 5 MB"),
        (20, "<L", 0x7FFFFFFF, None),
        (28, "<H", 3, None),
        (42, "<L", 0, None),
        (42, "<L", 0x7FFFFFFF, None),
    ],
)
def test_a_table_of_contents_that_lies(
    tmp_path: Path, at: int, form: str, value: int, said: str | None
) -> None:
    data = good()
    lied = patched(data, line_of(data, "art/cup.svg") + at, form, value)
    problems = refused(tmp_path, lied)
    if said is not None:
        assert said in problems[0].text
        assert problems[0].path == 'member "art/cup.svg"'


def test_what_stands_around_it_or_is_missing_of_it(tmp_path: Path) -> None:
    data = good()
    said = {
        b"#!/bin/sh\nrm -rf ~\n" + data: "something stands in front of it",
        data + b"more": "added behind its end",
        data[:-1]: "is cut off",
        data[: len(data) // 2]: "is cut off",
        data[:3]: "is cut off",
        b"": "no packed deck",
        b"%PDF-1.7": "no packed deck",
        data + data: "something stands in front of it",
    }
    for changed, sentence in said.items():
        (problem,) = refused(tmp_path, changed)
        assert sentence in problem.text


def test_a_script_in_front_that_the_offsets_know_of(tmp_path: Path) -> None:
    script = b"#!/bin/sh\n"
    made = BytesIO()
    made.write(script)
    with zipfile.ZipFile(made, "a") as out, zipfile.ZipFile(BytesIO(good())) as there:
        for name in there.namelist():
            out.writestr(name, there.read(name))
    (problem,) = refused(tmp_path, made.getvalue())
    assert "something stands in front of it" in problem.text


def test_two_members_of_the_same_bytes(tmp_path: Path) -> None:
    # How a small file becomes a very large one: David Fifield, "A better zip bomb" (2019).
    data = with_member(good(), "art/mug.svg", PICTURE)
    first = struct.unpack_from("<L", data, line_of(data, "art/cup.svg") + 42)[0]
    (problem,) = refused(tmp_path, patched(data, line_of(data, "art/mug.svg") + 42, "<L", first))
    assert "share the same bytes" in problem.text


def test_more_files_than_a_deck_has(tmp_path: Path) -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        for n in range(archive.MOST_MEMBERS + 1):
            out.writestr(f"{n}.svg", PICTURE)
    (problem,) = refused(tmp_path, made.getvalue())
    assert f"expected at most {archive.MOST_MEMBERS}" in problem.text


def test_files_that_are_too_much_together(tmp_path: Path) -> None:
    noise = random.Random(1).randbytes(30_000)
    made = BytesIO(good())
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as out:
        for n in range(13):
            out.writestr(f"{n}.svg", noise * 160)
    (problem,) = refused(tmp_path, made.getvalue())
    assert re.search(r"take 62 MB; expected at most 60 MB", problem.text)


def test_a_file_too_large_to_read(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, b"PK\x03\x04" + bytes(archive.MOST_PACKED))
    assert "too large" in problem.text


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        (b"", "no JSON"),
        (b"\xff", "no JSON"),
        (b"[" * 60_000, "no JSON"),
        (b"[]", "does not say how"),
        (b'{"cxdeck": true}', "does not say how"),
        (b'{"cxdeck": 2}', "by a newer version of the game (2)"),
        (b'{"cxdeck": 1, "format": 1, "id": "x", "title": 5, "digest": ""}', "no text"),
        (b'{"cxdeck": 1, "format": 1, "id": "x", "title": "", "digest": ""}', "not the one"),
    ],
)
def test_labels_that_say_nothing_or_something_else(
    tmp_path: Path, manifest: bytes, said: str
) -> None:
    (problem,) = refused(tmp_path, repacked(good(), {"manifest.json": manifest}))
    assert said in problem.text


def repacked(data: bytes, changes: dict[str, bytes]) -> bytes:
    """The same archive with other bytes in some of its members."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as out, zipfile.ZipFile(BytesIO(data)) as there:
        for name in there.namelist():
            out.writestr(name, changes.get(name, there.read(name)))
    return made.getvalue()


def test_a_deck_that_was_changed_after_it_was_packed(tmp_path: Path) -> None:
    data = good()
    with zipfile.ZipFile(BytesIO(data)) as there:
        text = there.read("deck.yaml").replace(b"Monday", b"Friday")
    (problem,) = refused(tmp_path, repacked(data, {"deck.yaml": text}))
    assert "not the one that was packed" in problem.text


def test_what_a_deck_does_not_show_is_no_part_of_it(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, with_member(good(), "art/mug.svg", PICTURE))
    assert (problem.path, problem.text) == ('member "art/mug.svg"', "nothing in the deck shows it")


def test_one_without_a_deck_or_a_label(tmp_path: Path) -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        out.writestr("deck.yaml", "format: 1")
    (problem,) = refused(tmp_path, made.getvalue())
    assert problem.text == "there is no manifest.json in it"
    empty = BytesIO()
    zipfile.ZipFile(empty, "w").close()
    (problem,) = refused(tmp_path, empty.getvalue())
    assert problem.text in ("this is no packed deck", "there is no deck.yaml in it")


NAMES = st.one_of(
    st.sampled_from(["deck.yaml", "manifest.json", "deck.nl.yaml", "art/", "..", "../x.svg", "/x"]),
    st.text("aA./\\:~ \0é", min_size=1, max_size=12),
)


@QUICK
@given(
    members=st.lists(st.tuples(NAMES, st.binary(max_size=40)), max_size=6),
    modes=st.integers(0, 0xFFFF),
    method=st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2]),
)
def test_random_archives_write_nothing(
    tmp_path: Path, members: list[tuple[str, bytes]], modes: int, method: int
) -> None:
    def change(info: zipfile.ZipInfo) -> None:
        info.external_attr = modes << 16

    made = BytesIO()
    zipfile.ZipFile(made, "w").close()
    data = made.getvalue()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, content in members:
            data = with_member(data, name, content, change, method)
    assert refused(tmp_path, data)


@QUICK
@given(seed=st.integers(0, 2**32), hits=st.integers(1, 4))
def test_a_packed_deck_with_wrong_bytes_is_refused_or_the_same_deck(
    tmp_path: Path, seed: int, hits: int
) -> None:
    chance = random.Random(seed)
    decks, trash = tmp_path / "decks", tmp_path / "removed"
    decks.mkdir(exist_ok=True)
    data = bytearray(good())
    for _ in range(hits):
        # The table of contents is what is trusted most.
        least = data.rindex(b"PK\x01\x02") if chance.random() < 0.5 else 0
        data[chance.randrange(least, len(data))] = chance.randrange(256)
    (tmp_path / "x.cxdeck").write_bytes(bytes(data))
    before = snapshot(tmp_path)
    try:
        added = add(tmp_path / "x.cxdeck", decks, trash)
    except AddError as error:
        assert error.problems  # noqa: PT017 - it may be added as well
        assert snapshot(tmp_path) == before
    else:
        # A byte that means nothing, such as a member's date.
        assert (added.id, added.cards) == ("example", 1)
        assert {path.split("/")[0] for path in snapshot(tmp_path).keys() - before.keys()} <= {
            "decks"
        }
        shutil.rmtree(added.path)
