"""`cxgame translate`: what it writes, what it says is left, and what it refuses to touch."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from game.cli import run
from game.content import load_deck
from game.content.translating import CannotUpdateError
from tests.content.author import write_deck

DECK = """\
cards:
  - {id: monday, kind: commit, category: insights, title: Monday, prompt: Plan.}
  - {id: ring, kind: open, category: insights, title: Ring, prompt: Ring him.}
"""
DUTCH = """\
# van Anna
title: Voorbeeld
categories:
  insights: {name: Inzicht}
cards:
  monday: {title: Maandag, prompt: Plan.}
  ring: {title: Bel, prompt: Bel hem.}
"""
MEND = "The translation has errors. Mend them first. Nothing was changed.\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def cx(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = run(["translate", *words])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_begun_filled_in_and_done(capsys: pytest.CaptureFixture[str]) -> None:
    write_deck(Path("deck"), DECK)
    code, out, err = cx(capsys, "deck", "nl")
    assert (code, out) == (0, "")
    assert err == (
        "deck/deck.nl.yaml is begun.\n"
        "6 texts have no translation yet: empty fields, their texts above them behind “#>”.\n"
    )
    file = Path("deck/deck.nl.yaml")
    file.write_text(file.read_text("utf-8").replace("title:\n", "title: Titel\n"), "utf-8")
    _, _, err = cx(capsys, "deck/deck.nl.yaml", "nl")  # the deck, by any of its files
    assert "is up to date with the deck.\n3 texts have no translation yet" in err
    overlay = load_deck(Path("deck")).overlays["nl"]
    assert [card.title for card in overlay.deck.cards] == ["Titel", "Titel"]


def test_a_file_on_its_own_has_its_translation_beside_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_deck(Path(), DECK)
    Path("deck.yaml").rename("mine.yml")
    assert cx(capsys, "mine.yml", "pt_br")[0] == 0
    assert Path("mine.pt-BR.yml").is_file()
    assert load_deck(Path("mine.yml")).languages == ("en", "pt-BR")


def test_what_the_deck_changed_is_told_until_it_is_accepted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_deck(Path("deck"), DECK, nl=DUTCH)
    assert cx(capsys, "deck", "nl")[2] == "deck/deck.nl.yaml is up to date with the deck.\n"
    changed = DECK.replace("title: Monday", "title: Tuesday").replace("title: Ring", "title: Call")
    write_deck(Path("deck"), changed)
    told = "2 translations are older than the deck: look for “#!”.\n"
    assert cx(capsys, "deck", "nl")[2].endswith(told)
    run(["check", "deck"])
    assert capsys.readouterr().out.count("[translation-stale]") == 2
    told = "1 translation is older than the deck: look for “#!”.\n"
    assert cx(capsys, "deck", "nl", "--accept", "ring")[2].endswith(told)
    cx(capsys, "deck", "nl", "--accept")
    file = Path("deck/deck.nl.yaml")
    before = file.read_bytes()
    written = file.stat().st_mtime_ns
    assert cx(capsys, "deck", "nl")[2] == "deck/deck.nl.yaml is up to date with the deck.\n"
    assert file.read_bytes() == before
    assert file.stat().st_mtime_ns == written  # what has not changed is not written again
    assert b"# van Anna\n" in before


def test_a_card_that_is_gone_is_a_comment(capsys: pytest.CaptureFixture[str]) -> None:
    write_deck(Path("deck"), DECK, nl=DUTCH)
    cx(capsys, "deck", "nl")
    write_deck(Path("deck"), DECK.partition("  - {id: ring")[0])
    assert "nl" not in load_deck(Path("deck")).overlays
    told = "1 part is no longer in the deck, and is a comment now.\n"
    assert cx(capsys, "deck", "nl")[2].endswith(told)
    assert "  # ring: {title: Bel, prompt: Bel hem.}\n" in Path("deck/deck.nl.yaml").read_text()
    assert "nl" in load_deck(Path("deck")).overlays


def test_a_mark_in_front_of_the_file_stays(capsys: pytest.CaptureFixture[str]) -> None:
    file = write_deck(Path("deck"), DECK, nl=DUTCH) / "deck.nl.yaml"
    file.write_bytes(codecs.BOM_UTF8 + file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()
    assert cx(capsys, "deck", "nl")[0] == 0
    assert file.read_bytes().startswith(before)
    assert b"\n" not in file.read_bytes().replace(b"\r\n", b"")


@pytest.mark.parametrize(
    ("dutch", "said"),
    [
        (DUTCH.replace("ring:", "rng:"), '"rng" is not a card of this deck; did you mean "ring"?'),
        (DUTCH.replace("title: Bel,", "points: 3,"), '"points" is no field of an open card'),
        (DUTCH + "overlay: other\n", "expected example, the id of the deck beside it"),
        (DUTCH + "cards: {}\n", "cards"),
        ("title: 'open", ""),
    ],
)
def test_a_translation_with_errors_is_left_as_it_is(
    dutch: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write_deck(Path("deck"), DECK, nl=dutch) / "deck.nl.yaml"
    before = file.read_bytes()
    code, out, err = cx(capsys, "deck", "nl")
    assert (code, err) == (1, MEND)
    assert out.startswith("deck/deck.nl.yaml:")
    assert said in out
    assert file.read_bytes() == before


def test_a_deck_with_errors_is_mended_first(capsys: pytest.CaptureFixture[str]) -> None:
    write_deck(Path("deck"), DECK.replace("kind: open", "kind: opened"))
    code, out, err = cx(capsys, "deck", "nl")
    assert (code, err) == (1, "The deck has errors. Mend them first. Nothing was changed.\n")
    assert "opened" in out
    assert not Path("deck/deck.nl.yaml").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["dek", "nl"], "There is no deck 'dek'."),
        (["deck", "en"], "The deck’s own language is English: change its texts in deck/deck.yaml."),
        (["deck", "dutch"], "'dutch' is no code of a language"),
        (["deck", "nl", "--accept", "rng"], "The deck has nothing called 'rng'. Did you mean ring"),
        (["deck"], "Something is missing"),
    ],
)
def test_what_makes_no_sense(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write_deck(Path("deck"), DECK)
    code, out, err = cx(capsys, *words)
    assert (code, out) == (2, "")
    assert said in err
    assert not Path("deck/deck.nl.yaml").exists()


def test_what_cannot_be_done_here_changes_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write_deck(Path("deck"), DECK, nl=DUTCH) / "deck.nl.yaml"
    before = file.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    def lossy(*_: object) -> None:
        raise CannotUpdateError("of all things")

    monkeypatch.setattr("game.cli.making.write_whole", full)
    code, _, err = cx(capsys, "deck", "nl")
    assert (code, err) == (
        3,
        "The file deck/deck.nl.yaml cannot be written (the disk is full).\n",
    )
    monkeypatch.setattr("game.cli.translate.updated", lossy)
    code, _, err = cx(capsys, "deck", "nl")
    assert code == 3
    assert "cannot change without loss. Write each field" in err
    assert file.read_bytes() == before


def _bare(n: int) -> None:
    """A deck with so many cards, and a translation that is just begun."""
    cards = "".join(
        f"  - {{id: card-{one}, kind: open, category: insights, title: One, prompt: Two.}}\n"
        for one in range(n)
    )
    write_deck(Path("deck"), f"cards:\n{cards}")
    run(["translate", "deck", "nl"])


def test_a_translation_that_is_just_begun_is_one_warning(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _bare(7)
    capsys.readouterr()
    assert run(["check", "deck"]) == 1
    out, err = capsys.readouterr()
    told = [line for line in out.splitlines() if "[translation-missing]" in line]
    first = Path("deck/deck.nl.yaml").read_text("utf-8").split("\n").index("title:") + 1
    assert told == [
        f"deck/deck.nl.yaml:{first}:7: warning: 16 of 16 texts are not yet translated to nl; they "
        "are shown in en; the first is here; cxgame check --all tells each of them "
        "[translation-missing]"
    ]
    assert err.startswith("1 warning")
    # All of them, where somebody asks; and for a program, which counts by itself.
    run(["check", "--all", "deck"])
    assert capsys.readouterr().out.count("[translation-missing]") == 9
    run(["check", "--format", "github", "deck"])
    assert capsys.readouterr().out.count("title=translation-missing") == 9


def test_a_few_parts_are_told_each_by_itself(capsys: pytest.CaptureFixture[str]) -> None:
    _bare(3)
    capsys.readouterr()
    run(["check", "deck"])
    assert capsys.readouterr().out.count("not translated to nl: ") == 5


def test_silence_comes_before_what_is_told_in_one(capsys: pytest.CaptureFixture[str]) -> None:
    _bare(7)
    file = Path("deck/deck.yaml")
    quiet = "title: One, silence: {translation-missing: a name}"
    file.write_text(file.read_text("utf-8").replace("title: One", quiet, 2), "utf-8")
    capsys.readouterr()
    run(["check", "deck"])
    out, err = capsys.readouterr()
    assert "12 of 16 texts are not yet translated to nl" in out
    assert "2 more are silenced" in err


def test_a_sheet_and_a_deck_to_add_tell_it_in_one_as_well(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    _bare(7)
    run(["add", "deck"])
    assert capsys.readouterr().out.count("[translation-missing]") == 1
    run(["export", "deck", "sheet.csv"])
    capsys.readouterr()
    run(["import", "sheet.csv", "--out", str(tmp_path / "made")])
    out = capsys.readouterr().out
    assert out.count("[translation-missing]") == 1
    assert "they belong in the columns with that language behind their heading" in out
