"""Decks on the disk, mended or spoilt while a session plays them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from game.rules.actions import Begin, EndPlay, Next
from game.rules.events import ContentReloaded
from game.rules.state import Over
from game.session.assemble import Choices, assemble, open_session
from game.session.library import Library
from game.session.rereading import RereadError, can_reload, reload_decks, sources_of
from game.session.session import Session
from tests.content.author import write_deck
from tests.content.drawings import SVG, png, put
from tests.rules import table
from tests.screens.outside import library

DECK = """\
id: {id}
cards:
  - id: coffee
    kind: choice
    category: insights
    title: {title}
    prompt: What now?
    picture: {picture}
    options:
      - {{text: Ring back., points: {points}}}
      - {{text: Write., points: 1}}
  - {{id: monday, kind: commit, category: insights, title: Monday, prompt: Plan.}}
"""


def write(
    folder: Path,
    title: str = "Coffee",
    points: str = "3",
    picture: str = "cup.svg",
    id_: str = "example",
    **translations: str,
) -> Path:
    text = DECK.format(id=id_, title=title, points=points, picture=picture)
    return write_deck(folder, text, **translations)


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    put(tmp_path / "deck", "cup.svg", SVG)
    return write(tmp_path / "deck")


def session_of(*decks: Path, language: str = "en") -> Session:
    choices = Choices(decks=tuple(map(str, decks)), language=language, seed=1)
    session = open_session(assemble(choices, library()), None)
    session.dispatch(Begin(), 0)
    return session


def reloaded(session: Session) -> ContentReloaded:
    return table.the(reload_decks(session, session.last_at + 100), ContentReloaded)


def trouble(session: Session) -> Sequence[str]:
    """Why a reload is refused; nothing has changed by it."""
    before, entries = session.state, len(session.history)
    with pytest.raises(RereadError) as refused:
        reload_decks(session, session.last_at + 100)
    assert (session.state, len(session.history)) == (before, entries)
    assert f"{len(refused.value.lines)} problem" in str(refused.value)
    return refused.value.lines


def title(session: Session) -> str:
    return session.state.content.card_by_id["example/coffee"].title


def test_what_was_mended_is_played(deck: Path) -> None:
    session = session_of(deck)
    write(deck, title="Five coffees")
    assert reloaded(session).changed == ("example/coffee",)
    assert title(session) == "Five coffees"
    assert reload_decks(session, session.last_at) == ()


def test_a_broken_save_changes_nothing_and_says_where(deck: Path) -> None:
    session = session_of(deck)
    write(deck, points="three")
    (line,) = trouble(session)
    assert line.startswith("deck/deck.yaml:15:36: ")
    assert 'card "coffee", option 1: points is "three"' in line
    write(deck, title="Mended")
    assert reloaded(session).changed == ("example/coffee",)


def test_half_a_file_changes_nothing(deck: Path) -> None:
    session = session_of(deck)
    file = deck / "deck.yaml"
    file.write_bytes(file.read_bytes()[:150] + b"\n  - [")
    assert trouble(session)


def test_a_deck_that_is_gone(deck: Path) -> None:
    session = session_of(deck)
    (deck / "deck.yaml").unlink()
    (line,) = trouble(session)
    assert line == "deck/deck.yaml:1:1: there is no such file"


def test_a_deck_that_is_another_now(deck: Path) -> None:
    session = session_of(deck)
    write(deck, id_="other")
    (line,) = trouble(session)
    assert line == "deck/deck.yaml is another deck now: its id is “other”, and “example” is played."


def test_a_picture_that_is_gone(deck: Path) -> None:
    session = session_of(deck)
    (deck / "cup.svg").unlink()
    (line,) = trouble(session)
    assert "cup.svg" in line


def test_a_picture_that_was_replaced_or_is_new(deck: Path) -> None:
    session = session_of(deck)
    larger = SVG.replace(b"0 0 1 1", b"0 0 2 2")
    put(deck, "cup.svg", larger)
    reloaded(session)
    shown = session.state.content.card_by_id["example/coffee"].picture
    assert session.pictures[shown] == larger
    put(deck, "pictures/mug.png", png(2, 2))
    write(deck, picture="pictures/mug.png")
    reloaded(session)
    shown = session.state.content.card_by_id["example/coffee"].picture
    assert session.pictures[shown] == png(2, 2)
    session.undo(2, session.last_at)
    shown = session.state.content.card_by_id["example/coffee"].picture
    assert session.pictures[shown] == SVG


def test_every_problem_of_every_deck_is_told(deck: Path, tmp_path: Path) -> None:
    put(tmp_path / "more", "cup.svg", SVG)
    more = write(tmp_path / "more", id_="more")
    session = session_of(deck, more)
    write(deck, points="three")
    write(more, points="4", picture="mug.svg", id_="more")
    lines = trouble(session)
    assert [line.split(":")[0] for line in lines] == [
        "deck/deck.yaml",
        "more/deck.yaml",
        "more/deck.yaml",
    ]


class TestLanguages:
    DUTCH = "cards:\n  coffee: {title: Koffie}\n"

    def test_each_deck_stays_in_the_language_it_is_played_in(
        self, deck: Path, tmp_path: Path
    ) -> None:
        put(tmp_path / "more", "cup.svg", SVG)
        write(deck, nl=self.DUTCH)
        more = write(tmp_path / "more", id_="more")
        session = session_of(deck, more, language="nl")
        assert title(session) == "Koffie"
        write(deck, nl=self.DUTCH.replace("Koffie", "Vijf koffie"))
        # A translation that was added meanwhile is no reason to change over in mid-session.
        write(more, id_="more", nl=self.DUTCH.replace("cards", "overlay: more\ncards"))
        assert reloaded(session).changed == ("example/coffee",)
        assert title(session) == "Vijf koffie"
        assert session.state.content.card_by_id["more/coffee"].title == "Coffee"

    def test_a_translation_that_is_broken_changes_nothing(self, deck: Path) -> None:
        write(deck, nl=self.DUTCH)
        session = session_of(deck, language="nl")
        write(deck, nl="cards: [\n")
        lines = trouble(session)
        assert lines[0].startswith("deck/deck.nl.yaml:")

    def test_a_translation_that_is_gone_changes_nothing(self, deck: Path) -> None:
        write(deck, nl=self.DUTCH)
        session = session_of(deck, language="nl")
        (deck / "deck.nl.yaml").unlink()
        (line,) = trouble(session)
        assert line == "deck/deck.yaml can no longer be played in its language “nl”."


class TestWhere:
    def test_a_session_opened_again_finds_its_decks_by_their_ids(
        self, deck: Path, tmp_path: Path
    ) -> None:
        choices = Choices(decks=(str(deck),), seed=1)
        session = open_session(assemble(choices, library()), tmp_path)
        path = session.path
        session.close()
        assert path is not None
        session = Session.open(path)
        assert not can_reload(session)
        (line,) = trouble(session)
        assert line.startswith("The deck “Example” is not among the decks of this computer.")
        session.sources = sources_of(Library.of([tmp_path]))
        assert can_reload(session)
        write(deck, title="New")
        assert reloaded(session).changed == ("example/coffee",)
        session.close()

    def test_a_deck_that_was_broken_before_says_what_is_wrong_with_it(
        self, deck: Path, tmp_path: Path
    ) -> None:
        session = session_of(deck)
        write(deck, points="three")
        session.sources = sources_of(Library.of([tmp_path]))
        (line,) = trouble(session)
        assert "three" in line

    def test_a_session_that_is_closed_reloads_nothing(self, deck: Path) -> None:
        session = session_of(deck)
        assert can_reload(session)
        while session.state.round == 0:
            session.dispatch(Next(), session.last_at)
        session.dispatch(EndPlay(), session.last_at)
        while not isinstance(session.state.stage, Over):
            session.dispatch(Next(), session.last_at)
        assert not can_reload(session)
