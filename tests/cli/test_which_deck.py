"""Which deck a word means, which language is spoken of it, and that the game's own stay as is."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import i18n, paths
from game.cli import run
from game.cli.decks import meant
from game.cli.trouble import last_resort
from game.content import load_deck
from game.session.folders import folder_told
from game.session.library import Library
from tests.content.author import write_deck

TAKEN = "./outside-in is taken, and not the other deck called 'outside-in' ("


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")


def cx(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = run(words)
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_deck_of_the_game_is_not_translated_where_it_lies(
    capsys: pytest.CaptureFixture[str],
) -> None:
    own = paths.scenarios_dir() / "outside-in"
    before = sorted(own.iterdir())
    code, out, err = cx(capsys, "translate", "outside-in", "de")
    assert (code, out) == (2, "")
    first, copy, again = err.splitlines()
    assert first == "“Outside-in” comes with the game, and its folder is left as it is."
    assert copy.endswith(f"cxgame add {own}")
    assert again.endswith("cxgame translate outside-in de")
    assert sorted(own.iterdir()) == before
    # What was advised is what helps.
    assert cx(capsys, "add", str(own))[0] == 0
    assert cx(capsys, "translate", "outside-in", "de")[0] == 0
    assert (paths.user_decks_dir() / "outside-in" / "deck.de.yaml").exists()
    assert sorted(own.iterdir()) == before


def test_what_lies_here_comes_before_what_is_known_by_name(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_deck(Path("outside-in"), "title: Mine")
    code, _, err = cx(capsys, "translate", "outside-in", "de")
    assert code == 0
    assert err.startswith(TAKEN)
    assert Path("outside-in/deck.de.yaml").exists()
    code, _, err = cx(capsys, "pack", "outside-in")
    assert code == 0
    assert "“Mine”" in err


def test_what_lies_here_and_is_no_deck_or_the_same_one_is_not_told_of(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library.default()
    Path("outside-in").mkdir()
    assert meant("outside-in", library) == "outside-in"
    assert meant("nothing", library) == "nothing"
    assert meant("a/b", library) == "a/b"
    monkeypatch.chdir(paths.scenarios_dir())
    assert load_deck(Path(meant("outside-in", library))).id == "outside-in"
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("play", "outside-in", "--language", "fr"),
            "Geen van deze kaartsets is er in de taal 'fr'",
        ),
        (
            ("stats", "outside-in", "--language", "fr"),
            "Geen van deze kaartsets is er in de taal 'fr'",
        ),
        (("new", "x", "--language", "fr"), "Voor --language bestaat geen 'fr'"),
    ],
)
def test_a_language_nobody_has_is_refused_in_the_machines_own(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    told: str,
) -> None:
    monkeypatch.setenv("LANGUAGE", "nl")
    code, _, err = cx(capsys, *words)
    assert code == 2
    assert err.startswith(told)
    assert "en, nl" in err


def test_the_start_screen_names_the_languages_it_has(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = cx(capsys, "--language", "fr")
    assert (code, err) == (2, "The game does not speak 'fr'; there are: en, nl.\n")


def test_a_language_of_the_deck_alone_is_spoken(capsys: pytest.CaptureFixture[str]) -> None:
    write_deck(Path("deck"), "", fr="language: fr\ntitle: Exemple")
    code, out, _ = cx(capsys, "stats", "deck", "--language", "fr", "--games", "0")
    assert code == 0
    assert "Exemple" in out


def test_a_folder_that_is_gone_is_told_and_no_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    gone = paths.MissingFolderError("assets", (Path("here"), Path("there")))
    assert last_resort(gone) == 3
    assert capsys.readouterr().err == (
        "The game’s own folder “assets” is missing (looked for: here, there). "
        "Installing the game again puts it back.\n"
    )
    i18n.set_language("en")
    taken = paths.FolderError(Path("x"), paths.FolderTrouble.NOT_A_FOLDER)
    assert last_resort(taken) == 3
    assert capsys.readouterr().err == folder_told(taken) + "\n"
