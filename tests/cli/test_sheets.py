"""`cxgame export` and `cxgame import`: what is made, what is refused, and what it says."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from game import paths
from game.cli import run
from game.cli.wall import LateWall
from game.content import load_deck
from game.content.measure import Overflow
from tests.content.author import write_deck
from tests.content.drawings import SVG
from tests.content.sheets.books import workbook

COMMENTED = """\
# what we heard in May
categories:
  - {id: insights, name: Insights}
cards:
  - {id: monday, kind: commit, category: insights, title: Monday, prompt: Plan.}
  # to be written
mirrors:
  - {id: own-queue, title: Your own queue, prompt: When did you last stand in it?}
"""
DUTCH = "title: Voorbeeld\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def cx(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = run(list(words))
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_there_and_back_again(capsys: pytest.CaptureFixture[str], ending: str) -> None:
    deck = load_deck(write_deck(Path("deck"), COMMENTED, nl=DUTCH))
    code, out, err = cx(capsys, "export", "deck", f"sheet.{ending}", "--language", "nl")
    assert (code, out) == (0, "")
    assert err == f"“Example” is in sheet.{ending}: 1 card. Translations: nl.\n"
    code, _, err = cx(capsys, "import", f"sheet.{ending}")
    assert code == 0
    place = paths.user_decks_dir() / "example"
    assert err == f"“Example” is in {place} now: 1 card.\n"
    again = load_deck(place)
    assert again.problems == ()
    assert again.deck == deck.deck
    assert again.overlays["nl"].deck == deck.overlays["nl"].deck


def test_a_copy_of_a_deck_of_the_games_own_says_that_it_is_played(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cx(capsys, "export", "cx-facts", "facts.csv")[0] == 0
    code, _, err = cx(capsys, "import", "facts.csv")
    assert code == 0
    assert err.splitlines()[-1] == (
        "It is played instead of the game’s own deck of that name. "
        "This brings the game’s own back: cxgame remove cx-facts"
    )
    # In a folder of one's own choice it is played only where it is named by its path.
    assert "instead" not in cx(capsys, "import", "facts.csv", "--out", "mine")[2]


def test_a_deck_that_is_there_is_not_replaced_unasked(capsys: pytest.CaptureFixture[str]) -> None:
    place = write_deck(paths.user_decks_dir() / "mine", COMMENTED, nl=DUTCH)
    before = (place / "deck.yaml").read_bytes()
    workbook(Path("deck.xlsx"))
    code, _, err = cx(capsys, "import", "deck.xlsx")
    assert code == 1
    assert err.splitlines() == [
        f"There is a deck in {place} already; nothing was changed. "
        "With --force this one takes its place, and the other is kept.",
        "The sheet does not have: own-queue; the translation nl; 2 lines of comment.",
    ]
    assert (place / "deck.yaml").read_bytes() == before
    code, _, err = cx(capsys, "import", "deck.xlsx", "--force")
    assert code == 0
    (kept,) = paths.removed_decks_dir().iterdir()
    assert (kept / "deck.yaml").read_bytes() == before
    assert err.splitlines()[1:] == [
        f"The one it replaces is kept in {kept}.",
        "Only there you still find: own-queue; the translation nl; 2 lines of comment.",
    ]
    found = load_deck(paths.user_decks_dir() / "example").deck
    assert found is not None
    assert [card.id for card in found.cards] == ["cups", "monday"]


def test_a_file_is_named_by_its_ending(capsys: pytest.CaptureFixture[str]) -> None:
    workbook(Path("deck.xlsx"))
    assert cx(capsys, "import", "deck.xlsx", "--out", "mine/cups.yaml")[0] == 0
    assert load_deck(Path("mine/cups.yaml")).ready
    code, _, err = cx(capsys, "import", "deck.xlsx", "--out", "mine/cups.yaml")
    assert (code, err.partition(" already")[0]) == (1, "There is a deck in mine/cups.yaml")
    assert cx(capsys, "import", "deck.xlsx", "--out", "mine/cups.yaml", "--force")[0] == 0
    assert len(list(paths.removed_decks_dir().iterdir())) == 1


def test_every_problem_of_a_sheet_is_told_and_nothing_is_written(
    capsys: pytest.CaptureFixture[str],
) -> None:
    workbook(Path("deck.xlsx"), {"Cards!G2": "three", "Cards!B3": "comit"})
    code, out, err = cx(capsys, "import", "deck.xlsx")
    assert code == 1
    assert [line for line in out.splitlines() if ": error: " in line] == [
        'deck.xlsx:Cards!G2: error: card "cups", option 1: points is "three"; '
        "expected a whole number from 0 to 3 [structure]",
        'deck.xlsx:Cards!B3: error: card "monday": kind is "comit"; expected choice, estimate, '
        'order, open or commit; did you mean "commit"? [structure]',
    ]
    assert err == "Not imported: 2 errors.\n"
    assert not paths.user_decks_dir().exists()


def test_what_the_checks_say_of_a_sheet_names_its_cell(capsys: pytest.CaptureFixture[str]) -> None:
    workbook(Path("deck.xlsx"), {"Cards!D3": "Always"})
    code, out, _ = cx(capsys, "import", "deck.xlsx")
    assert code == 0
    lines = [line for line in out.splitlines() if "[feedback-missing]" in line]
    assert lines
    assert all(line.startswith("deck.xlsx:Cards!") for line in lines)


def test_pictures_travel_beside_the_sheet(capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_deck(Path("deck"), COMMENTED.replace("id: monday", "id: monday, picture: a.svg"))
    (folder / "a.svg").write_bytes(SVG)
    Path("out").mkdir()
    code, _, err = cx(capsys, "export", "deck", "out/sheet.csv")
    assert (code, err) == (
        0,
        "“Example” is in out/sheet.csv: 1 card. 1 file of the deck lies beside it.\n",
    )
    assert cx(capsys, "import", "out/sheet.csv", "--out", "again")[0] == 0
    assert load_deck(Path("again/example")).deck == load_deck(folder).deck
    Path("out/a.svg").write_bytes(b"another")
    code, _, err = cx(capsys, "export", "deck", "out/sheet.csv", "--force")
    assert code == 0
    assert "out/a.svg is another file than the deck’s, and was left as it is." in err
    assert Path("out/a.svg").read_bytes() == b"another"


def test_where_a_picture_is_in_the_way_the_old_deck_stays(
    capsys: pytest.CaptureFixture[str],
) -> None:
    persona = "personas:\n  - {id: rosa, name: Rosa, line: Busy, picture: rosa.svg}\n"
    deck = write_deck(Path("deck"), COMMENTED + persona, nl=DUTCH)
    (deck / "rosa.svg").write_bytes(SVG)
    Path("out").mkdir()
    assert cx(capsys, "export", "deck", "out/sheet.csv")[0] == 0
    Path("out/rosa.svg").write_bytes(SVG + b"<!-- another -->")
    before = {path: path.read_bytes() for path in deck.iterdir()}
    code, _, err = cx(capsys, "import", "out/sheet.csv", "--out", "deck/deck.yaml", "--force")
    assert code == 2
    assert "rosa.svg is something else already" in err
    assert {path: path.read_bytes() for path in deck.iterdir()} == before
    assert not paths.removed_decks_dir().exists()


def test_where_the_disk_is_full_the_old_deck_stays(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = write_deck(Path("deck"), COMMENTED, nl=DUTCH)
    assert cx(capsys, "export", "deck", "sheet.csv")[0] == 0
    before = {path: path.read_bytes() for path in deck.iterdir()}
    write_bytes, room = Path.write_bytes, [1]

    def full(self: Path, data: bytes) -> int:
        if not room[0]:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        room[0] -= 1
        return write_bytes(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    code, _, err = cx(capsys, "import", "sheet.csv", "--out", "deck/deck.yaml", "--force")
    assert (code, "the disk is full" in err) == (3, True)
    room[0] = 100
    assert {path: path.read_bytes() for path in deck.iterdir()} == before
    assert not paths.removed_decks_dir().exists()


@pytest.mark.parametrize("name", ["deck.yaml", "deck.cxdeck", "deck"])
def test_a_deck_is_no_sheet(capsys: pytest.CaptureFixture[str], name: str) -> None:
    write_deck(Path("deck"), COMMENTED)
    code, out, err = cx(capsys, "import", name)
    assert (code, out) == (2, "")
    assert err == f"{name} is no spreadsheet. A deck is added with: cxgame add {name}\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["export", "outside-in", "out.ods"], "out.ods is no sheet this game can make"),
        (["export", "outside-on", "out.csv"], "There is no deck 'outside-on'."),
        (["export", "outside-in", "there.csv"], "there.csv is there already."),
        (["export", "outside-in"], "Something is missing: "),
        (["import", "none.xlsx"], "There is no file none.xlsx."),
        (["import"], "Something is missing: "),
    ],
)
def test_wrong_use_is_told(
    capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    Path("there.csv").write_text("mine")
    code, out, err = cx(capsys, *words)
    assert (code, out) == (2, "")
    assert err.startswith(sentence)
    assert Path("there.csv").read_text() == "mine"


def test_a_deck_with_errors_is_not_exported(capsys: pytest.CaptureFixture[str]) -> None:
    write_deck(Path("deck"), "cards: []")
    code, out, err = cx(capsys, "export", "deck", "out.xlsx")
    assert (code, err) == (1, "Not exported: 1 problem.\n")
    assert "cards has 0 entries" in out
    assert not Path("out.xlsx").exists()


def test_a_translation_with_errors_is_missed_aloud(capsys: pytest.CaptureFixture[str]) -> None:
    write_deck(Path("deck"), COMMENTED, nl="titel: Voorbeeld\n")
    code, _, err = cx(capsys, "export", "deck", "out.csv")
    assert code == 1
    assert Path("out.csv").exists()
    assert "The translation deck/deck.nl.yaml has errors, and is not in it" in err


def test_without_the_library_workbooks_say_what_to_install(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook(Path("deck.xlsx"))
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    for words in (["export", "outside-in", "out.xlsx"], ["import", "deck.xlsx"]):
        code, _, err = cx(capsys, *words)
        assert code == 3
        assert 'pip install "cx-game[sheets]"' in err
    assert cx(capsys, "export", "outside-in", "out.csv")[0] == 0


def test_a_text_that_looks_like_a_formula_is_exported_as_a_text() -> None:
    write_deck(Path("deck"), COMMENTED.replace("title: Monday", "title: =1+1"))
    assert run(["export", "deck", "out.xlsx"]) == 0
    book = load_workbook("out.xlsx")
    cell = book["Cards"]["E2"]
    assert (cell.value, cell.data_type, cell.number_format) == ("=1+1", "s", "@")
    book.close()


def test_what_does_not_fit_the_wall_names_its_cell(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    cut = Overflow("cards", 1, "prompt", "is cut when the last row sits far away")
    monkeypatch.setattr(LateWall, "overflows", lambda _wall, _deck: [cut])
    workbook(Path("deck.xlsx"), {})
    code, out, _ = cx(capsys, "import", "deck.xlsx")
    assert code == 0
    (line,) = [line for line in out.splitlines() if "[text-fit]" in line]
    assert line.startswith("deck.xlsx:Cards!E3: warning: ")
