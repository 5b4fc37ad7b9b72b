"""A reload in the log: small, whole, undone and redone like any other entry."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.rules.actions import Adjust, Next
from game.rules.cards import Card
from game.rules.content import Content
from game.rules.events import CardDrawn, ContentReloaded
from game.rules.state import OnCard
from game.session.codec import CodecError
from game.session.entry import decode_line
from game.session.faults import LogError, LogFault, NoticeKind
from game.session.newer import Newer
from game.session.recent import look
from game.session.replay import Replay
from game.session.session import Session
from tests.rules import pieces, table
from tests.session.evening import begun, reopened

CARDS = tuple(pieces.dilemma(f"d/c{i}", picture="d/cup.png" if i == 0 else "") for i in range(8))
DECK = pieces.content(CARDS)


def decks(*cards: Card, digest: str = "1") -> Content:
    """What the decks hold after they were mended."""
    (deck,) = DECK.decks
    return replace(DECK, cards=cards, decks=(replace(deck, digest=digest),))


def mended(title: str, digest: str = "1") -> Content:
    """The same with another title for its first card."""
    return decks(replace(CARDS[0], title=title), *CARDS[1:], digest=digest)


def playing(path: Path | None = None, **setup: Any) -> Session:
    return begun(path, content=DECK, pictures={"d/cup.png": b"cup"}, **setup)


def title(session: Session) -> str:
    return session.state.content.card_by_id["d/c0"].title


def test_it_is_told_and_watched_like_any_other_entry() -> None:
    session = playing()
    seen: list[object] = []
    session.subscribe(lambda entry, state: seen.append((entry.action.__class__, entry.events)))
    events = session.reload(mended("New"), {"d/cup.png": b"cup"}, 2000, "wall")
    assert table.the(events, ContentReloaded).changed == ("d/c0",)
    assert seen == [(Newer, events)]
    assert title(session) == "New"


def test_where_nothing_is_new_nothing_is_written(path: Path) -> None:
    session = playing(path)
    session.reload(mended("New"), {"d/cup.png": b"cup"}, 2000)
    size = path.stat().st_size
    assert session.reload(mended("New"), {"d/cup.png": b"cup"}, 3000) == ()
    assert path.stat().st_size == size
    session.close()


def test_a_comment_in_the_deck_is_a_version_too() -> None:
    session = playing()
    told = table.the(session.reload(replace(mended(CARDS[0].title)), {}, 2000), ContentReloaded)
    assert (told.changed, told.added, told.removed) == ((), (), ())
    assert session.state.content.decks[0].digest == "1"


def test_the_line_holds_what_is_new_and_no_more(path: Path) -> None:
    session = playing(path)
    session.reload(mended("New"), {"d/cup.png": b"cup"}, 2000)
    session.close()
    line = json.loads(path.read_bytes().splitlines()[-1])
    assert line["reload"]["cards"][1:] == [card.id for card in CARDS[1:]]
    assert line["reload"]["cards"][0]["ChoiceCard"]["title"] == "New"
    assert line["reload"]["pictures"] == []


def test_undo_brings_the_old_content_back_and_redo_the_new(path: Path) -> None:
    session = playing(path)
    session.reload(mended("New"), {}, 2000)
    session.dispatch(Adjust(0, 1, ""), 2100)
    session.undo(2, 2200)
    assert (title(session), session.state.content) == ("d/c0", DECK)
    session.close()
    session = Session.open(path)
    assert title(session) == "d/c0"
    session.redo(2, session.last_at)
    assert (title(session), table.customers(session.state)[0]) == ("New", 1)
    session.close()
    again = reopened(path)
    assert again.state == session.state
    assert again.notices == ()


def test_time_never_runs_backward_for_a_reload_either() -> None:
    session = playing()
    session.reload(mended("New"), {"d/cup.png": b"cup"}, session.last_at - 500)
    times = [entry.at for entry in session.history]
    assert times == sorted(times)


def test_a_picture_that_was_replaced_goes_with_its_cards() -> None:
    session = playing()
    session.reload(mended("d/c0", "1"), {"d/cup.png": b"mug"}, 2000)

    def shown() -> bytes:
        return session.pictures[session.state.content.card_by_id["d/c0"].picture]

    assert shown() == b"mug"
    assert session.state.content.card_by_id["d/c0"].picture.endswith(".png")
    session.undo(1, 2100)
    assert shown() == b"cup"
    session.redo(1, 2200)
    assert shown() == b"mug"
    # The first one again is known by its first name.
    session.reload(mended("d/c0", "2"), {"d/cup.png": b"cup"}, 2300)
    assert session.state.content.card_by_id["d/c0"].picture == "d/cup.png"


def test_one_picture_of_several_can_be_replaced() -> None:
    cards = (CARDS[0], replace(CARDS[1], picture="d/jug.png"), *CARDS[2:])
    content = replace(DECK, cards=cards)
    old = {"d/cup.png": b"cup", "d/jug.png": b"jug"}
    session = begun(content=content, pictures=old)
    session.reload(content, old | {"d/cup.png": b"other"}, 3000)
    shown = [session.state.content.card_by_id[card].picture for card in ("d/c0", "d/c1")]
    assert [session.pictures[name] for name in shown] == [b"other", b"jug"]
    assert shown[1] == "d/jug.png"


def test_a_categorys_picture_is_replaced_like_any_other() -> None:
    first, *others = DECK.categories
    content = replace(DECK, categories=(replace(first, icon="d/cup.png"), *others))
    session = begun(content=content, pictures={"d/cup.png": b"cup"})
    session.reload(content, {"d/cup.png": b"other"}, 3000)
    assert session.pictures[session.state.content.categories[0].icon] == b"other"


def test_pictures_travel_with_the_session(path: Path) -> None:
    session = playing(path)
    card = replace(CARDS[1], picture="d/new.svg")
    session.reload(decks(CARDS[0], card), {"d/cup.png": b"cup", "d/new.svg": b"<svg/>"}, 2000)
    session.close()
    assert reopened(path).pictures == {"d/cup.png": b"cup", "d/new.svg": b"<svg/>"}


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.9, 1.0])
def test_killed_while_a_reload_is_written_it_comes_back_with_what_it_had(
    path: Path, share: float
) -> None:
    session = playing(path)
    before = path.stat().st_size
    session.reload(mended("New"), {"d/cup.png": b"mug"}, 2000)
    session.close()
    data = path.read_bytes()
    path.write_bytes(data[: before + 1 + int((len(data) - before - 2) * share)])
    again = reopened(path)
    assert title(again) == ("New" if share == 1.0 else "d/c0")
    assert [notice.kind for notice in again.notices] == ([NoticeKind.TORN] if share < 1 else [])


def test_a_list_of_sessions_sees_past_it(path: Path) -> None:
    session = playing(path)
    session.reload(mended("x" * 200_000), {}, 2000)
    session.close()
    info = look(path)
    assert (info.phase, info.round) == (session.state.phase, 1)


def test_a_log_from_before_reloads_opens(path: Path) -> None:
    session = playing(path)
    session.close()
    first, second, *lines = path.read_bytes().splitlines()
    luggage = json.loads(second)
    for name in ("retired", "waiting"):
        del luggage["content"][name]
    path.write_bytes(b"\n".join([first, json.dumps(luggage).encode(), *lines, b""]))
    again = reopened(path)
    assert again.notices == ()
    assert again.state == session.state


def test_a_reload_that_cannot_be_followed_ends_the_session_before_it(path: Path) -> None:
    session = playing(path)
    session.reload(mended("New"), {}, 2000)
    session.close()
    path.write_bytes(path.read_bytes().replace(b'"d/c1","d/c2"', b'"d/zz","d/c2"'))
    again = reopened(path)
    assert [notice.kind for notice in again.notices] == [NoticeKind.RULES_CHANGED]
    assert title(again) == "d/c0"


def test_a_damaged_reload_says_where() -> None:
    with pytest.raises(CodecError, match=r"^reload\.decks: "):
        decode_line(b'{"n":1,"at":0,"src":"","reload":{"decks":7},"ev":[]}')


def test_a_damaged_picture_is_only_missing(path: Path) -> None:
    session = playing(path)
    session.reload(mended("New"), {"d/cup.png": b"mug"}, 2000)
    session.close()
    path.write_bytes(path.read_bytes().replace(b'"bXVn"', b'"bXV!"'))
    again = reopened(path)
    assert title(again) == "New"
    assert again.state.content.card_by_id["d/c0"].picture not in again.pictures


class TestDeckChanged:
    def kinds(self, path: Path, digest: str) -> list[NoticeKind]:
        session = Session.open(path, {"d": digest})
        session.close()
        return [notice.kind for notice in session.notices]

    def test_it_is_the_version_in_play_that_counts(self, path: Path) -> None:
        session = playing(path)
        session.reload(mended("New", "1"), {}, 2000)
        session.close()
        assert self.kinds(path, "1") == []
        assert self.kinds(path, "0") == [NoticeKind.DECK_CHANGED]

    def test_the_sentence_says_where_to_reload(self, path: Path) -> None:
        playing(path).close()
        (notice,) = Session.open(path, {"d": "1"}).notices
        assert "the menu (Esc) can reload them" in str(notice)


class TestReplay:
    def drawn(self, path: Path) -> list[dict[str, str]]:
        lines = map(json.loads, Replay(path).as_json())
        return [line["drawn"] for line in lines if "drawn" in line]

    def to_card(self, session: Session) -> str:
        """Next until a card comes up; its id."""
        while True:
            for event in session.dispatch(Next(), session.last_at + 100):
                if isinstance(event, CardDrawn):
                    return event.card

    def test_each_card_is_told_with_the_version_it_was_played_in(self, path: Path) -> None:
        board = pieces.board("s" + "i" * 7)
        session = playing(path, board=board)
        first = self.to_card(session)
        session.reload(mended("New", "1"), {}, session.last_at)
        second = self.to_card(session)
        session.undo(40, session.last_at)
        session.close()
        assert self.drawn(path) == [{first: "0"}, {second: "1"}]

    def test_it_says_what_changed(self, path: Path) -> None:
        session = playing(path)
        cards = [replace(card, title="!") for card in CARDS[:5]]
        session.reload(decks(*cards, pieces.dilemma("d/new")), {}, 2000)
        session.reload(decks(*cards, pieces.dilemma("d/new"), digest="2"), {}, 2000)
        session.close()
        assert [line[9:] for line in Replay(path).sentences()][-2:] == [
            "The decks were reloaded: 5 cards changed (c0, c1, c2, …), 1 card added (new), "
            "3 cards gone (c5, c6, c7).",
            "The decks were reloaded: the cards are the same.",
        ]

    def test_it_says_what_that_meant_for_the_open_card(self, path: Path) -> None:
        session = playing(path, board=pieces.board("s" + "i" * 7))
        card = self.to_card(session)
        stage = session.state.stage
        assert isinstance(stage, OnCard)
        others = [one for one in CARDS if one.id != card]
        session.reload(decks(pieces.order(card), *others), {}, session.last_at)
        session.close()
        assert list(Replay(path).sentences())[-1].endswith(
            f"“{card}” is open and changed too much: it stays as it is until it is done."
        )


def test_a_session_is_still_no_other_file(path: Path) -> None:
    path.write_bytes(b'{"n":1,"at":0,"src":"","reload":{},"ev":[]}\n')
    with pytest.raises(LogError) as error:
        Session.open(path)
    assert error.value.reason is LogFault.NOT_A_SESSION
