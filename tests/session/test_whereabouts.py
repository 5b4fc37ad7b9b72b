"""Where decks that were played by their path lie, remembered by this computer alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game import paths
from game.session import whereabouts
from game.session.assemble import Choices, start_session
from game.session.erasing import erase, erase_session, look_for
from game.session.library import Library
from game.session.rereading import can_reload, reload_decks, sources_of
from game.session.session import Session
from game.session.typed import Wanted
from game.session.whereabouts import (
    MOST_SESSIONS,
    forget,
    recall,
    remember,
    whereabouts_file,
)
from tests.session.test_rereading import write


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CXGAME_HOME", str(tmp_path / "home"))


def test_a_session_of_a_deck_by_its_path_is_reloaded_after_it_was_resumed(tmp_path: Path) -> None:
    deck = write(tmp_path / "desk" / "example", picture="letter")
    choices = Choices(decks=(str(deck),), language="en", seed=1)
    session = start_session(choices, paths.ensure(paths.sessions_dir()))
    log = session.path
    assert log is not None
    session.close()
    assert str(tmp_path / "desk").encode() not in log.read_bytes()
    again = Session.open(log)
    again.sources = sources_of(Library.default(), log)
    assert can_reload(again)
    write(deck, title="Five coffees", picture="letter")
    assert reload_decks(again, 0)
    assert "Five coffees" in [card.title for card in again.state.content.cards]
    again.close()


def test_it_holds_no_name_of_a_session_and_an_erased_one_leaves_nothing(tmp_path: Path) -> None:
    deck = write(tmp_path / "desk" / "example", picture="letter")
    folder = paths.ensure(paths.sessions_dir())
    choices = Choices(decks=(str(deck),), language="en", seed=1, name="At Zoë’s")
    one, other = start_session(choices, folder), start_session(choices, folder)
    for session in (one, other):
        session.close()
    assert one.path is not None
    assert other.path is not None
    assert "Zo" not in whereabouts_file().read_text("utf-8")
    renamed = erase(look_for(one.path, Wanted(words=("Zoë",))))
    assert set(recall(renamed)) == {"example"}
    erase_session(other.path)
    assert recall(other.path) == {}
    erase_session(renamed)
    assert whereabouts_file().read_text("utf-8") == "{}"


def test_a_file_from_before_is_understood_and_loses_its_names(tmp_path: Path) -> None:
    """It used to tell sessions by the whole path of their log, with what they are called in it."""
    deck = write(tmp_path / "desk" / "example")
    log = tmp_path / "2026-06-01 At Zoë’s.cxsession"
    paths.ensure(whereabouts_file().parent)
    whereabouts_file().write_text(json.dumps({str(log): {"example": str(deck)}}), "utf-8")
    assert recall(log) == {"example": deck}
    forget(tmp_path / "other.cxsession")
    assert "Zo" not in whereabouts_file().read_text("utf-8")
    assert recall(log) == {"example": deck}


def test_decks_of_a_library_and_decks_that_are_gone_are_not_remembered(tmp_path: Path) -> None:
    deck = write(tmp_path / "desk")
    own = write(paths.user_decks_dir() / "example")
    log = tmp_path / "a.cxsession"
    remember(log, {"example": own, "kickoff": paths.scenarios_dir() / "kickoff"})
    assert not whereabouts_file().exists()
    remember(log, {"example": deck, "mine": own})
    assert recall(log) == {"example": deck.absolute()}
    assert recall(tmp_path / "b.cxsession") == {}
    (deck / "deck.yaml").unlink()
    assert recall(log) == {}


def test_the_last_sessions_are_remembered(tmp_path: Path) -> None:
    deck = write(tmp_path / "desk")
    for n in range(MOST_SESSIONS + 3):
        remember(tmp_path / f"{n}.cxsession", {"example": deck})
    assert recall(tmp_path / "2.cxsession") == {}
    assert recall(tmp_path / "3.cxsession") == {"example": deck.absolute()}


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"a": 1}', '{"a": {"b": 2}}', '{"\\ud800": {}}', "[" * 2000]
)
def test_whatever_is_in_the_file_a_session_opens(tmp_path: Path, text: str) -> None:
    whereabouts_file().parent.mkdir(parents=True, exist_ok=True)
    whereabouts_file().write_text(text, "utf-8")
    assert recall(Path("a")) == {}
    remember(tmp_path / "b.cxsession", {"example": write(tmp_path / "desk")})
    assert recall(tmp_path / "b.cxsession") != {}


def test_a_folder_that_cannot_be_written_stops_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setattr(whereabouts, "whereabouts_file", lambda: tmp_path / "file" / "x.json")
    remember(tmp_path / "b.cxsession", {"example": write(tmp_path / "desk")})
    assert recall(tmp_path / "b.cxsession") == {}
