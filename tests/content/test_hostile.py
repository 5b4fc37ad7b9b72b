"""Files that may be anything: a sentence, never a traceback, never more than a file is worth."""

from __future__ import annotations

import os
import socket
from contextlib import closing
from pathlib import Path

import pytest

from game.content import Level, Problem, check_paths, find_decks, load_deck, parse
from tests.content.author import assert_sayable, write_deck


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
