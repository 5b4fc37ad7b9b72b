"""`cxgame pack`, `add` and `remove`: docs/sharing.md as it is typed, and what each refuses."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from game.cli import run
from game.content.migrate import STEPS
from game.content.sharing.add import Added, add
from game.paths import user_decks_dir
from tests.content.author import write_deck
from tests.content.sharing.zips import snapshot

DOCS = Path(__file__).parents[2] / "docs"
COMMANDS = re.findall(
    r"^cxgame (.*)$", (DOCS / "sharing.md").read_text("utf-8"), flags=re.MULTILINE
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("CXGAME_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_page_as_it_is_typed(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_deck(home / "my-deck", "id: my-deck\ntitle: My deck")
    pack, add_it, replace, remove = map(shlex.split, COMMANDS)
    assert run(pack) == 0
    assert re.search(r"“My deck” is packed in my-deck.cxdeck \(\d kB\)", capsys.readouterr().err)
    assert run(add_it) == 0
    told = capsys.readouterr()
    assert "My deck: It is among your decks now: 1 card." in told.err
    assert "my-deck.cxdeck/deck.yaml:" in told.out  # its warnings
    assert (user_decks_dir() / "my-deck" / "deck.yaml").exists()
    write_deck(home / "my-deck", "id: my-deck\ntitle: My better deck")
    assert run(["pack", "./my-deck"]) == 0
    assert run(add_it) == 1
    assert "With --replace this one takes its place" in capsys.readouterr().err
    assert run(replace) == 0
    assert "The one it replaces is kept in" in capsys.readouterr().err
    assert run(remove) == 0
    assert "“My better deck” is no longer among your decks" in capsys.readouterr().err
    assert list(user_decks_dir().iterdir()) == []
    kept = sorted((home / "home" / "removed-decks").iterdir())
    assert run(["add", str(kept[0])]) == 0


def test_the_table_of_older_names_is_the_one_that_is_used() -> None:
    page = (DOCS / "deck-format.md").read_text("utf-8")
    listed = {
        (old, new, place)
        for old, new, places in re.findall(r"^\| `(\w+)` \| `(\w+)` \| ([a-z, ]+) \|$", page, re.M)
        for place in places.split(", ")
    }
    used = {(one.old, one.new, one.within[-2]) for step in STEPS.values() for one in step}
    assert listed == used


def test_pack_says_what_is_wrong_and_writes_nothing(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_deck(home / "my-deck", "id: my-deck\ncolour: red")
    before = snapshot(home)
    assert run(["pack", "my-deck"]) == 1
    told = capsys.readouterr()
    assert "[unknown-field]" in told.out
    assert "Not packed: 1 problem." in told.err
    assert run(["pack", "no-such-deck"]) == 2
    assert "There is no deck 'no-such-deck'." in capsys.readouterr().err
    assert snapshot(home) == before


def test_pack_overwrites_only_the_same_deck(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_deck(home / "my-deck", "id: my-deck")
    write_deck(home / "other", "id: other")
    (home / "out").mkdir()
    assert run(["pack", "my-deck", "--out", "out"]) == 0
    first = (home / "out" / "my-deck.cxdeck").read_bytes()
    assert run(["pack", "my-deck", "--out", "out/my-deck"]) == 0
    assert (home / "out" / "my-deck.cxdeck").read_bytes() == first
    (home / "letter.cxdeck").write_text("Dear all", "utf-8")
    for target in ("out/my-deck.cxdeck", "letter.cxdeck"):
        before = snapshot(home)
        assert run(["pack", "other", "--out", target]) == 2
        assert "is something else already" in capsys.readouterr().err
        assert snapshot(home) == before
    assert run(["pack", "other", "--out", "nowhere/other.cxdeck"]) == 3
    assert "cannot be written" in capsys.readouterr().err


def test_a_folder_to_pack_into_is_there_already(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_deck(home / "my-deck", "id: my-deck")
    assert run(["pack", "my-deck", "--out", "gone/"]) == 2
    assert "There is no folder gone." in capsys.readouterr().err
    (home / "gone").mkdir()
    assert run(["pack", "my-deck", "--out", "gone/"]) == 0
    assert (home / "gone" / "my-deck.cxdeck").is_file()


def test_what_stands_in_an_archive_is_not_shown(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with ZipFile(home / "wrong.cxdeck", "w") as file:
        file.writestr("xl/workbook.xml", "<x/>")
    assert run(["add", "wrong.cxdeck"]) == 1
    assert all(" | " not in line for line in capsys.readouterr().out.splitlines())


def test_add_tells_the_worst_by_its_exit_code(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_deck(home / "my-deck", "id: my-deck")
    write_deck(home / "bad", "id: bad\ncolour: red\nsmell: none")
    (home / "cards.xlsx").write_bytes(b"PK")
    assert run(["add", "bad"]) == 1
    told = capsys.readouterr()
    assert told.out.count("[unknown-field]") == 2
    assert "Example: It was not added: 2 errors." in told.err
    assert run(["add", "cards.xlsx"]) == 2
    assert "cxgame import cards.xlsx" in capsys.readouterr().err
    assert run(["add", "my-deck", "bad", "nothing"]) == 2
    assert "There is no file or folder nothing." in capsys.readouterr().err
    assert [path.name for path in user_decks_dir().iterdir()] == ["my-deck"]


def test_each_deck_of_a_folder_is_told_as_soon_as_it_is_there(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "two"):
        write_deck(home / "all" / name, f"id: {name}\ntitle: {name.title()}")

    def interrupted(path: Path, *given: Path, **how: Any) -> Added:
        if path.name == "two":
            raise KeyboardInterrupt
        return add(path, *given, **how)

    monkeypatch.setattr("game.session.arrivals.add", interrupted)
    assert run(["add", "all"]) == 130
    assert capsys.readouterr().err == "One: It is among your decks now: 1 card.\n"


def test_a_home_that_cannot_hold_decks(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_deck(home / "my-deck", "id: my-deck")
    (home / "home").write_text("in the way", "utf-8")
    assert run(["add", "my-deck"]) == 3
    assert "The folder of your decks cannot be written" in capsys.readouterr().err


def test_a_deck_of_the_games_own_id_is_played_instead_of_it(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_deck(home / "mine", "id: cx-facts\ntitle: Mine")
    assert run(["add", "mine"]) == 0
    told = capsys.readouterr().err
    assert told.endswith(
        "It is played instead of the game’s own deck of that name. "
        "This brings the game’s own back: cxgame remove cx-facts\n"
    )
    assert run(["remove", "cx-facts"]) == 0
    assert run(["remove", "cx-facts"]) == 2
    assert "'cx-facts' comes with the game, and stays." in capsys.readouterr().err


def test_remove_wants_one_deck_of_ones_own(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["remove", "ring"]) == 2
    assert "There is none to choose from." in capsys.readouterr().err
    for name in ("one", "two"):
        write_deck(user_decks_dir() / name, "id: ring")
    assert run(["remove", "rings"]) == 2
    assert "Did you mean 'ring'?" in capsys.readouterr().err
    assert run(["remove", "ring"]) == 2
    told = capsys.readouterr().err
    assert str(user_decks_dir() / "one") in told
    assert run(["remove", str(user_decks_dir() / "one")]) == 0
    assert [path.name for path in user_decks_dir().iterdir()] == ["two"]
    assert run(["remove", "r\0ng"]) == 2


def test_a_packed_deck_in_the_wrong_place_says_where_it_belongs(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_deck(home / "my-deck", "id: my-deck")
    assert run(["pack", "my-deck"]) == 0
    assert run(["my-deck.cxdeck"]) == 2
    assert "is added with: cxgame add my-deck.cxdeck" in capsys.readouterr().err
    assert run(["check", "my-deck.cxdeck"]) == 1
    assert "a packed deck is added first: cxgame add" in capsys.readouterr().out
