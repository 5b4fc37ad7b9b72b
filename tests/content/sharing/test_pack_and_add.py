"""Decks there and back: packed, added whole or not at all, replaced and removed without a loss."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.content import ContentError, find_decks, load_deck
from game.content.merge import media
from game.content.sharing import shelving
from game.content.sharing.add import Added, AddError, Refusal, add, candidates
from game.content.sharing.pack import pack
from game.content.sharing.shelving import discard
from game.paths import scenarios_dir
from tests.content import test_boards
from tests.content.author import write_deck
from tests.content.sharing.zips import CARD, PICTURE, good, snapshot
from tests.content.test_migrate import OLD, OLD_DUTCH


class Home:
    """The folders of somebody's own decks."""

    def __init__(self, folder: Path) -> None:
        self.decks, self.trash = folder / "home" / "decks", folder / "home" / "removed"
        self.decks.mkdir(parents=True)

    def add(self, path: Path, *, replacing: bool = False) -> Added:
        return add(path, self.decks, self.trash, replacing=replacing)

    def refuses(self, path: Path, reason: Refusal) -> AddError:
        before = snapshot(self.decks.parent)
        with pytest.raises(AddError) as caught:
            self.add(path)
        assert caught.value.reason is reason
        assert snapshot(self.decks.parent) == before
        return caught.value


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def packed(folder: Path, deck: Path) -> Path:
    path = folder / f"{deck.stem}.cxdeck"
    path.write_bytes(pack(load_deck(deck)))
    return path


@pytest.mark.parametrize("name", ["outside-in", "cx-facts"])
def test_a_shipped_deck_arrives_as_it_was(tmp_path: Path, home: Home, name: str) -> None:
    there = load_deck(scenarios_dir() / name)
    added = home.add(packed(tmp_path, there.folder))
    here = load_deck(added.path)
    assert added.path == home.decks / name
    assert here.deck == there.deck
    assert {code: one.deck for code, one in here.overlays.items()} == {
        code: one.deck for code, one in there.overlays.items()
    }
    assert here.digest == there.digest
    assert not added.kept


def test_pictures_and_translations_travel_along(tmp_path: Path, home: Home) -> None:
    (tmp_path / "x.cxdeck").write_bytes(good())
    added = home.add(tmp_path / "x.cxdeck")
    here = load_deck(added.path)
    assert media([here]) == {"example/art/cup.svg": PICTURE}
    assert here.in_language("nl").title == "Voorbeeld"
    assert sorted(snapshot(added.path)) == ["art", "art/cup.svg", "deck.nl.yaml", "deck.yaml"]


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    prompt=st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_characters="\x7f"))
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: text.isprintable() and 0 < len(text) < 200)
)
def test_whatever_a_card_says_it_says_there(tmp_path: Path, prompt: str) -> None:
    text = prompt.replace("'", "''")
    deck = write_deck(tmp_path / "src", CARD.replace("Plan.,", f"'{text}'}}\n"))
    there = load_deck(deck)
    assert there.deck is not None
    decks = tmp_path / "decks"
    decks.mkdir(exist_ok=True)
    (tmp_path / "x.cxdeck").write_bytes(pack(there))
    added = add(tmp_path / "x.cxdeck", decks, tmp_path / "removed", replacing=True)
    here = load_deck(added.path).deck
    assert here is not None
    assert here.cards[0].prompt == prompt


def test_the_same_deck_is_the_same_file_wherever_it_lies(tmp_path: Path) -> None:
    folder = write_deck(tmp_path / "a", "", nl="title: Voorbeeld")
    (tmp_path / "mine.yaml").write_bytes(
        (folder / "deck.yaml").read_bytes().replace(b"\n", b"\r\n")
    )
    (tmp_path / "mine.nl.yaml").write_bytes((folder / "deck.nl.yaml").read_bytes())
    os.utime(tmp_path / "mine.yaml", (0, 0))
    data = pack(load_deck(folder))
    assert data == pack(load_deck(tmp_path / "mine.yaml"))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.namelist() == ["manifest.json", "deck.yaml", "deck.nl.yaml"]
        assert archive.testzip() is None


def test_a_deck_with_errors_is_not_given_away(tmp_path: Path) -> None:
    deck = load_deck(write_deck(tmp_path, "colour: red", nl="colour: rood"))
    with pytest.raises(ContentError) as caught:
        pack(deck)
    assert caught.value.problems == deck.reasons


@pytest.mark.parametrize("name", ["nul.svg", "a?.svg", "Cup.svg"])
def test_pictures_that_another_system_could_not_write(tmp_path: Path, name: str) -> None:
    deck = write_deck(
        tmp_path,
        f"{CARD} picture: '{name}'}}\n"
        "  - {id: b, kind: commit, category: insights, title: B, prompt: B., picture: cup.svg}\n",
    )
    for one in (name, "cup.svg"):
        (deck / one).write_bytes(PICTURE)
    with pytest.raises(ContentError) as caught:
        pack(load_deck(deck))
    (problem,) = caught.value.problems
    assert problem.check == "archive"


@pytest.mark.parametrize("which", ["folder", "deck.yaml", "deck.nl.yaml"])
def test_a_folder_its_file_or_a_translation_all_mean_the_deck(
    tmp_path: Path, home: Home, which: str
) -> None:
    folder = write_deck(tmp_path / "src", "id: ring", nl="overlay: ring\ntitle: Voorbeeld")
    (folder / "notes.txt").write_text("of no interest", "utf-8")
    added = home.add(folder if which == "folder" else folder / which)
    assert load_deck(added.path).languages == ("en", "nl")
    assert sorted(snapshot(added.path)) == ["deck.nl.yaml", "deck.yaml"]
    assert folder.exists()


def test_warnings_are_told_where_the_author_knows_the_file(tmp_path: Path, home: Home) -> None:
    folder = write_deck(tmp_path / "src", "")
    added = home.add(folder)
    assert {one.file for one in added.problems} == {str(folder / "deck.yaml")}
    other = write_deck(tmp_path / "other", "id: other")
    file = packed(tmp_path, other)
    assert {one.file for one in home.add(file).problems} == {f"{file}/deck.yaml"}


def test_every_error_in_a_packed_deck_has_its_line(tmp_path: Path, home: Home) -> None:
    deck = load_deck(write_deck(tmp_path / "src", ""))
    text = (
        deck.path.read_text("utf-8").replace("kind: commit", "kind: comit").replace("id: ", "ID: ")
    )
    made = BytesIO(pack(deck))
    with zipfile.ZipFile(made) as there, zipfile.ZipFile(tmp_path / "x.cxdeck", "w") as out:
        out.writestr("manifest.json", there.read("manifest.json"))
        out.writestr("deck.yaml", text)
    error = home.refuses(tmp_path / "x.cxdeck", Refusal.PROBLEMS)
    assert len(error.problems) > 2
    assert {one.file for one in error.problems} == {f"{tmp_path / 'x.cxdeck'}/deck.yaml"}
    assert len({one.line for one in error.problems}) > 1


def test_an_older_format_is_written_as_the_present_one(tmp_path: Path, home: Home) -> None:
    deck = write_deck(tmp_path / "src", OLD, nl=OLD_DUTCH)
    there = load_deck(deck)
    for path in (deck, packed(tmp_path, deck)):
        added = home.add(path, replacing=True)
        here = load_deck(added.path)
        assert (added.migrated, here.deck) == (True, there.deck)
        assert here.in_language("nl") == there.in_language("nl")
        assert not any(one.check == "format" for one in (*here.problems, *added.problems))
        text = (added.path / "deck.yaml").read_text("utf-8")
        assert "format: 1  # a draft" in text
        assert "# read aloud" in text
    assert added.unchanged


def test_a_newer_format_is_refused_in_one_sentence(tmp_path: Path, home: Home) -> None:
    error = home.refuses(write_deck(tmp_path / "src", "format: 2"), Refusal.PROBLEMS)
    assert [one.text for one in error.problems] == [
        "format is 2, and this version of the game reads format 1"
    ]


def test_an_id_that_is_there_is_only_replaced_when_asked(tmp_path: Path, home: Home) -> None:
    first = home.add(write_deck(tmp_path / "a", "title: One"))
    other = write_deck(tmp_path / "b", "title: Two")
    error = home.refuses(other, Refusal.EXISTS)
    assert (error.path, error.title) == (first.path, "Two")
    added = home.add(other, replacing=True)
    assert added.path == first.path
    assert load_deck(added.path).title == "Two"
    (kept,) = added.kept
    assert kept.parent == home.trash
    assert load_deck(kept).title == "One"
    assert [entry.title for entry in find_decks([home.decks])] == ["Two"]
    assert home.add(other).unchanged


def test_all_decks_of_the_id_make_room_wherever_they_lie(tmp_path: Path, home: Home) -> None:
    write_deck(home.decks / "team" / "x", "title: Deep")
    write_deck(home.decks / "zz", "title: Copy")
    added = home.add(write_deck(tmp_path / "a", "title: New"), replacing=True)
    assert {load_deck(kept).title for kept in added.kept} == {"Deep", "Copy"}
    assert [entry.title for entry in find_decks([home.decks])] == ["New"]


def test_something_else_of_that_name_stays_where_it_is(tmp_path: Path, home: Home) -> None:
    write_deck(home.decks / "example", "id: other")
    added = home.add(write_deck(tmp_path / "a", ""))
    assert added.path == home.decks / "example-2"
    assert [entry.id for entry in find_decks([home.decks])] == ["other", "example"]


def test_an_id_that_windows_takes_for_a_device(tmp_path: Path, home: Home) -> None:
    assert home.add(write_deck(tmp_path / "a", "id: aux")).path == home.decks / "deck-aux"


@pytest.mark.parametrize("step", range(1, 4))
def test_ended_at_any_step_of_replacing_a_whole_deck_is_there(
    tmp_path: Path, home: Home, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.add(write_deck(tmp_path / "a", "title: One"))
    moves = 0

    def ending(real: Callable[[Path, Path], None], one: Path, other: Path) -> None:
        nonlocal moves
        moves += 1
        if moves == step:
            raise KeyboardInterrupt
        real(one, other)

    other = write_deck(tmp_path / "b", "title: Two")
    for name in ("rename", "replace"):
        monkeypatch.setattr(os, name, partial(ending, getattr(os, name)))
    with pytest.raises(KeyboardInterrupt):
        home.add(other, replacing=True)
    (ready,) = (entry for entry in find_decks([home.decks]) if entry.ready)
    assert ready.title == ("One" if step < 3 else "Two")


def test_a_full_disk_leaves_nothing(
    tmp_path: Path, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = write_deck(tmp_path / "a", "")

    def full(_self: Path, _data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        home.add(deck)
    monkeypatch.undo()
    assert snapshot(home.decks.parent) == {"decks": b""}


def test_what_a_program_left_that_was_ended_is_swept(tmp_path: Path, home: Home) -> None:
    old, young = home.decks / ".adding-0", home.decks / ".adding-1"
    for folder in (old, young):
        write_deck(folder, "")
    os.utime(old, (0, 0))
    assert find_decks([home.decks]) == []
    home.add(write_deck(tmp_path / "a", ""))
    assert [path.name for path in sorted(home.decks.iterdir())] == [".adding-1", "example"]


def test_what_cannot_be_added_says_why(tmp_path: Path, home: Home) -> None:
    home.refuses(tmp_path / "nothing", Refusal.NOTHING)
    for name in ("cards.xlsx", "cards.CSV"):
        (tmp_path / name).write_bytes(b"PK\x03\x04")
        home.refuses(tmp_path / name, Refusal.SPREADSHEET)
    board = test_boards.board(tmp_path, "").path
    home.refuses(board, Refusal.NO_DECK)
    own = home.add(write_deck(tmp_path / "a", "")).path
    home.refuses(own, Refusal.HERE)
    write_deck(home.decks, "id: blocking")
    home.refuses(tmp_path / "a", Refusal.BLOCKED)


def test_a_pipe_in_place_of_a_file(tmp_path: Path, home: Home) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes with names here")
    for name in ("x.cxdeck", "x.yaml"):
        os.mkfifo(tmp_path / name)
        error = home.refuses(tmp_path / name, Refusal.PROBLEMS)
        assert "pipe" in error.problems[0].text


def test_a_folder_of_decks_is_every_one_of_them(tmp_path: Path) -> None:
    with pytest.raises(AddError) as caught:
        candidates(tmp_path)
    assert caught.value.reason is Refusal.NO_DECK
    write_deck(tmp_path / "a", "")
    write_deck(tmp_path / ".hidden", "")
    test_boards.board(tmp_path, "")
    (tmp_path / "b.cxdeck").write_bytes(b"")
    (tmp_path / "c.yaml").write_text("format: 1\ncards: []\n", "utf-8")
    (tmp_path / "c.nl.yaml").write_text("format: 1\noverlay: c\n", "utf-8")
    (tmp_path / "notes.txt").write_text("", "utf-8")
    assert [path.name for path in candidates(tmp_path)] == ["a", "b.cxdeck", "c.yaml"]
    assert candidates(tmp_path / "a") == [tmp_path / "a"]


def test_a_deck_that_is_one_file_among_others_is_kept_with_its_pictures(home: Home) -> None:
    folder = write_deck(home.decks / "x", f"{CARD} picture: art/cup.svg}}\n", nl="title: Voorbeeld")
    (home.decks / "art").mkdir()
    (home.decks / "art" / "cup.svg").write_bytes(PICTURE)
    for name in ("deck.yaml", "deck.nl.yaml"):
        (folder / name).rename(home.decks / name.replace("deck", "mine"))
    (entry,) = find_decks([home.decks])
    now = datetime(2026, 3, 14, 15, 9, 26, tzinfo=UTC)
    kept = discard(entry, home.decks, home.trash, now)
    assert kept == home.trash / "example-2026-03-14-150926"
    assert sorted(snapshot(kept)) == ["art", "art/cup.svg", "mine.nl.yaml", "mine.yaml"]
    assert load_deck(kept / "mine.yaml").languages == ("en", "nl")
    assert sorted(snapshot(home.decks)) == ["art", "art/cup.svg", "x"]
    write_deck(home.decks / "y", "")
    (again,) = find_decks([home.decks])
    assert discard(again, home.decks, home.trash, now).name == "example-2026-03-14-150926-2"


def test_the_folder_being_filled_is_no_deck_yet(home: Home) -> None:
    with shelving.staging(home.decks) as staged:
        write_deck(staged, "")
        assert find_decks([home.decks]) == []
    assert not staged.exists()
