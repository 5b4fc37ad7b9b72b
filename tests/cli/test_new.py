"""`cxgame new`: a deck that is played, checked and completed by an editor from the first minute."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from game.cli import run
from game.cli.making import typed
from game.content import load_deck
from game.content.deck import Deck
from game.content.naming import id_of
from game.content.newdeck import SCHEMA_NAME, new_deck, template_languages, title_of
from game.content.parse import parse
from game.content.wording import UNPRINTABLE
from game.i18n import available
from game.paths import user_decks_dir
from game.rules.cards import ChoiceCard, Kind, Play
from tests.content.author import write_deck
from tests.content.sharing.zips import snapshot


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("CXGAME_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def made(place: Path) -> Deck:
    file = load_deck(place)
    assert file.problems == ()
    assert file.deck is not None
    return file.deck


@pytest.mark.parametrize("language", available())
def test_a_new_deck_shows_everything_once_and_passes_every_check(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", "Klachten & Co", "--language", language]) == 0
    told = capsys.readouterr().err
    place = user_decks_dir() / "klachten-co"
    assert f"“Klachten & Co” is in {place}" in told
    assert "cxgame preview klachten-co " in told
    assert run(["check", "--strict", str(place)]) == 0, capsys.readouterr().out
    deck = made(place)
    assert (deck.id, deck.title, deck.language) == ("klachten-co", "Klachten & Co", language)
    assert {card.kind for card in deck.cards} == set(Kind)
    assert {card.play for card in deck.cards} == set(Play)
    choices = [card for card in deck.cards if isinstance(card, ChoiceCard)]
    assert {card.key is None for card in choices} == {True, False}  # a dilemma and a quiz
    for part in (deck.twists, deck.mirrors, deck.personas, deck.meters, deck.debrief):
        assert part
    assert run(["simulate", "klachten-co", "--games", "1"]) == 0


@pytest.mark.parametrize("language", available())
def test_an_editor_finds_the_schema_beside_the_deck(language: str) -> None:
    assert run(["new", "ours", "--out", "decks", "--language", language]) == 0
    text = Path("decks/ours/deck.yaml").read_text("utf-8")
    assert text.splitlines()[0] == f"# yaml-language-server: $schema={SCHEMA_NAME}"
    schema = json.loads(Path("decks/ours", SCHEMA_NAME).read_text("utf-8"))
    Draft202012Validator(schema).validate(yaml.safe_load(text))


def test_the_new_decks_of_all_languages_are_one_deck_told_twice() -> None:
    assert template_languages() == tuple(sorted(available()))

    def shape(language: str) -> list[object]:
        deck = yaml.safe_load(new_deck("a", "A", language)["deck.yaml"])
        return [list(deck), *map(list, deck["cards"]), len(deck["categories"])]

    first, *others = map(shape, template_languages())
    assert others
    assert all(other == first for other in others)


@settings(max_examples=40)
@given(
    st.text(
        st.characters(exclude_categories=["Cs", "Cc", "Cn"]) | st.sampled_from(": #'\"-&*[]{}"),
        min_size=1,
        max_size=80,
    )
)
def test_any_title_reads_back(title: str) -> None:
    title = " ".join(UNPRINTABLE.sub("", title).split()) or "A"
    parsed = parse(new_deck("a", title, "en")["deck.yaml"], "deck.yaml")
    assert parsed.problems == ()
    assert parsed.source is not None
    node = parsed.source.root.entries["title"]
    assert getattr(node, "text", None) == title


@pytest.mark.parametrize(
    ("name", "id_", "title"),
    [
        ("Klachten & Co", "klachten-co", "Klachten & Co"),
        ("first-monday", "first-monday", "First monday"),
        ("  Two   words ", "two-words", "Two words"),
        ("Smørrebrød für alle", "smorrebrod-fur-alle", "Smørrebrød für alle"),
        ("Sanne’s set", "sannes-set", "Sanne’s set"),
        ("Later–again", "later-again", "Later–again"),
        ("First\u2011week “plan”", "first-week-plan", "First\u2011week “plan”"),
        ("2024", "2024", "2024"),
        ("é" * 70, "e" * 60, "É" + "é" * 69),
    ],
)
def test_names_become_ids_and_titles(name: str, id_: str, title: str) -> None:
    assert (id_of(name), title_of(name)) == (id_, title)
    assert run(["new", name, "--out", "."]) == 0
    deck = made(Path(id_))
    assert (deck.id, deck.title) == (id_, title)


def test_the_title_may_be_another_than_the_name() -> None:
    assert run(["new", "q3", "--title", "Q3: what “we” heard", "--out", "."]) == 0
    assert made(Path("q3")).title == "Q3: what “we” heard"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "Something is missing: NAME."),
        (["客户"], "No id can be made of '客户'"),
        (["--", "-"], "No id can be made of '-'"),
        (["../mine"], "'../mine' is a path."),
        (["C:\\mine"], "'C:\\mine' is a path."),
        (["Con"], "Windows cannot have a folder called 'con'."),
        (["cx-facts"], "The game has a deck called 'cx-facts' itself."),
        (["mine", "--title", " "], "'' is no title"),
        (["mine", "--title", "x" * 81], "is no title: expected 1 to 80"),
        (["mine", "--title", "a\x07b"], "'aU+0007b' is no title"),
        (["mine", "--language", "xx"], "xx"),
        (["there", "--out", "."], "there is there already; nothing was changed."),
        (["mine", "--out", "there"], "there is a deck itself: name another folder"),
        (["old", "--sheet"], "old.xlsx is there already; nothing was changed."),
    ],
)
def test_what_cannot_be_made_is_told_and_nothing_is_touched(
    words: list[str], told: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_deck(home / "there", "id: there")
    (home / "old.xlsx").write_text("mine", "utf-8")
    before = snapshot(home)
    assert run(["new", *words]) == 2
    assert told in capsys.readouterr().err
    assert snapshot(home) == before


def test_an_id_is_given_once_among_ones_own_decks(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_deck(user_decks_dir() / "another-name", "id: mine")
    before = snapshot(home)
    assert run(["new", "mine"]) == 2
    assert "You have another deck with that id already" in capsys.readouterr().err
    assert snapshot(home) == before


def test_a_folder_that_cannot_be_written_is_said(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "file").write_text("in the way", "utf-8")
    assert run(["new", "mine", "--out", "file"]) == 3
    assert "a file stands in its place" in capsys.readouterr().err
    assert run(["new", "mine", "--sheet", "--out", "file/deeper"]) == 3
    assert run(["new", "mine", "--out", "nul\0l"]) == 3


def test_a_path_with_a_blank_is_told_as_it_is_typed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "mine", "--out", "my decks"]) == 0
    place = Path("my decks", "mine")
    assert f'cxgame check "{place}"' in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="its shells quote otherwise")
@pytest.mark.parametrize(
    "folder", ["my decks", "Zoë's (old)", 'the "new" ones', "a$b", "dé-cks.2", "tab`le; $(ls)"]
)
def test_what_is_to_be_typed_is_what_a_shell_takes_for_that_path(folder: str) -> None:
    path = Path(folder, "mine")
    assert shlex.split(typed(path)) == [str(path)]
    told = subprocess.run(
        ["sh", "-c", f"printf %s {typed(path)}"], capture_output=True, text=True, check=True
    )
    assert told.stdout == str(path)


@pytest.mark.parametrize("language", available())
def test_a_sheet_to_fill_in_is_imported_as_it_is(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("openpyxl")
    words = ["new", "ours", "--title", "What we heard", "--sheet", "--language", language]
    assert run(words) == 0
    assert "This makes a deck of it: cxgame import ours.xlsx" in capsys.readouterr().err
    assert run(["import", "ours.xlsx"]) == 0, capsys.readouterr().out
    deck = made(user_decks_dir() / "ours")
    assert (deck.title, deck.language) == ("What we heard", language)


def test_a_sheet_without_the_library_names_what_to_install(
    monkeypatch: pytest.MonkeyPatch, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    before = snapshot(home)
    assert run(["new", "ours", "--sheet"]) == 3
    assert 'pip install "cx-game[sheets]"' in capsys.readouterr().err
    assert snapshot(home) == before
