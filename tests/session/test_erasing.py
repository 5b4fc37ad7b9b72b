"""A person's words go from every byte that was written, and what is left is still the session."""

from __future__ import annotations

import errno
import json
import os
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules.actions import ACTIONS, AddTeam, Adjust, Begin, EditTeam, Next, NoteInsight
from game.rules.events import EVENTS
from game.rules.state import Earlier, IfThen, Phase, Status
from game.session.drafts import draft_files
from game.session.erasing import EraseError, copies_of, erase, erase_session, look_for
from game.session.faults import NoticeKind
from game.session.fold import fold_log
from game.session.names import report_folder
from game.session.reading import read_log, set_aside
from game.session.session import Session
from game.session.typed import TYPED, Wanted
from tests.session.evening import begun, header, reopened, wander

WORDS = "Zoë told Mr Quarrington off"
PLAN = IfThen(cue="Quarrington rings", action="I listen", who="Zoë", by_when="Friday")
LAST = Earlier(
    number=0, team="Zoës", colour="sky", plan=PLAN, session="May", created="2026-05-01",
    status=Status.BUSY, why="Zoë was ill",
)  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A session with words in it: said, given as a reason, undone, and of last time."""
    path = tmp_path / "2026-06-01 At Zoë’s.cxsession"
    session = Session.create(path, header(name="At Zoë’s", earlier=(LAST,)))
    session.dispatch(Begin(), 500)
    while session.state.phase is not Phase.PLAY:
        session.dispatch(Next(), 1000)
    say(session)
    wander(session, seed=4, entries=40)
    session.close()
    return path


def say(session: Session) -> None:
    at = session.last_at + 1000
    session.dispatch(NoteInsight(0, WORDS), at)
    session.dispatch(NoteInsight(1, "They queue for soup"), at + 10)
    session.dispatch(Adjust(0, 2, "because zoë sang"), at + 20)
    session.dispatch(EditTeam(1, "The Zoës", "pink"), at + 30)
    session.dispatch(AddTeam("Late", "ink"), at + 40)
    session.undo(1, at + 50)


def written(folder: Path) -> str:
    """Everything that stands in a folder, escapes resolved, and its files' names."""
    told = []
    for file in folder.rglob("*"):
        told.append(file.name)
        if file.is_file():
            raw = file.read_bytes()
            told.append(raw.decode("utf-8", "replace"))
            told.append(raw.decode("ascii", "replace").encode().decode("unicode_escape"))
    return unicodedata.normalize("NFC", "\n".join(told)).casefold()


def test_a_persons_words_go_from_every_byte(path: Path, tmp_path: Path) -> None:
    before = reopened(path)
    assert "zoë" in written(tmp_path)
    left = erase(look_for(path, Wanted(words=("Zoë",))))
    assert "zoë" not in written(tmp_path)
    after = reopened(left)
    assert after.history[-1].n == before.history[-1].n
    assert after.can_undo == before.can_undo
    assert [team.customers for team in after.state.teams] == [
        team.customers for team in before.state.teams
    ]
    assert "They queue for soup" in [insight.text for insight in after.state.insights]
    assert after.state.earlier[0].plan.action == "I listen"
    assert after.state.earlier[0].plan.who == "[erased]"


def test_it_is_found_however_the_accents_were_typed(path: Path) -> None:
    typed = unicodedata.normalize("NFD", "ZOË")
    assert WORDS in look_for(path, Wanted(words=(typed,))).texts


def test_a_team_takes_all_it_said_with_it(path: Path, tmp_path: Path) -> None:
    found = look_for(path, Wanted(teams=("the zoës",)))
    assert "They queue for soup" in found.texts
    assert WORDS not in found.texts
    left = reopened(erase(found))
    assert left.state.teams[1].name.startswith("Team ")
    assert "soup" not in written(tmp_path)


def test_the_name_a_team_gets_instead_is_nobody_elses(tmp_path: Path) -> None:
    path = tmp_path / "a.cxsession"
    names = (("TEAM 1", "orange"), ("Zoës", "sky"), ("team  2", "green"), ("Boës", "pink"))
    begun(path, teams=names).close()
    left = reopened(erase(look_for(path, Wanted(teams=("zoës", "boës")))))
    assert [team.name for team in left.state.teams] == ["TEAM 1", "Team 3", "team 2", "Team 4"]


def test_what_would_no_longer_be_the_same_session_is_left(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    found = look_for(path, Wanted(words=("Zoë",)))
    whole = found.lines
    last = json.loads(whole[-1])
    damaged = json.dumps(last | {"n": last["n"] + 5}).encode() + b"\n"
    for lines in (whole[:-1], (*whole[:-1], damaged), whole[:1]):
        with pytest.raises(EraseError, match="no longer be the same session"):
            erase(replace(found, lines=lines))
        assert path.read_bytes() == before
        assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_what_is_shown_before_it_goes_is_what_goes(path: Path) -> None:
    found = look_for(path, Wanted(words=("Quarrington",)))
    assert found.texts == (PLAN.cue, WORDS)
    assert found.renamed == {}
    # Only what its name said takes the file's name along.
    assert erase(found) == path


def test_nothing_is_written_where_nothing_is_found(path: Path) -> None:
    before = path.read_bytes()
    assert look_for(path, Wanted(words=("nobody",))).nothing
    assert path.read_bytes() == before


def test_cards_keep_their_words(path: Path) -> None:
    luggage = json.loads(path.read_bytes().split(b"\n")[1])
    title = luggage["content"]["cards"][0]
    word = next(iter(title.values()))["title"]
    assert look_for(path, Wanted(words=(word,))).nothing


def test_copies_and_reports_go_too(path: Path, tmp_path: Path) -> None:
    broken = path.with_name(f"{path.name}.broken")
    broken.write_bytes(path.read_bytes())
    report_folder(path).mkdir()
    (report_folder(path) / "report.html").write_text("Zoë", "utf-8")
    assert set(copies_of(path)) == {broken, report_folder(path)}
    erase(look_for(path, Wanted(words=("Zoë",))))
    assert "zoë" not in written(tmp_path)


def test_a_log_that_was_damaged_twice_leaves_neither_copy(path: Path, tmp_path: Path) -> None:
    first = set_aside(path)
    second = set_aside(path)
    assert first is not None
    assert second is not None
    assert {first, second} == set(copies_of(path))
    erase(look_for(path, Wanted(words=("Zoë",))))
    assert "zoë" not in written(tmp_path)


def test_what_a_copy_holds_can_still_go_after_it_could_not(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows a report that somebody reads cannot be removed: later it can."""
    report = report_folder(path)
    report.mkdir()
    (report / "report.html").write_text(WORDS)

    def in_use(_folder: Path) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    with monkeypatch.context() as patched:
        patched.setattr("game.session.erasing.shutil.rmtree", in_use)
        with pytest.raises(EraseError):
            erase(look_for(path, Wanted(words=("Zoë",))))
    found = look_for(path, Wanted(words=("Zoë",)))
    assert not found.nothing, "else nobody would be asked about the report again"
    erase(found)
    assert not report.exists()


def test_where_there_are_neither_copies_nor_reports_nothing_else_goes(path: Path) -> None:
    assert copies_of(path) == ()


def test_a_session_whose_name_goes_takes_nobody_elses_file(path: Path) -> None:
    other = path.with_name("2026-03-14.cxsession")
    other.write_bytes(b"another evening")
    left = erase(look_for(path, Wanted(words=("Zoë",))))
    assert left.name == "2026-03-14 2.cxsession"
    assert other.read_bytes() == b"another evening"
    assert reopened(left).header.name == ""


def test_a_file_that_cannot_get_its_new_name_is_found_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    found = look_for(path, Wanted(words=("Zoë",)))
    unlink = Path.unlink

    def held_open(self: Path, missing_ok: bool = False) -> None:
        if self == path:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        unlink(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", held_open)
    with pytest.raises(EraseError, match="no permission"):
        erase(found)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_session_that_went_in_the_meantime_is_said(path: Path) -> None:
    found = look_for(path, Wanted(words=("Zoë",)))
    path.unlink()
    with pytest.raises(EraseError, match="it is not there"):
        erase(found)
    assert list(path.parent.iterdir()) == []


def test_behind_a_link_the_file_itself_is_erased(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "links" / "a.cxsession"
    link.parent.mkdir()
    link.symlink_to(path)
    left = erase(look_for(link, Wanted(words=("sang",))))
    assert left == path
    assert "sang" not in written(tmp_path)
    assert set(erase_session(link)) == {path, link}
    assert list(tmp_path.iterdir()) == [link.parent]
    assert list(link.parent.iterdir()) == []


def test_a_torn_end_goes_with_its_words(path: Path, tmp_path: Path) -> None:
    with path.open("ab") as file:
        file.write(b'{"n":99,"at":1,"src":"key","do":{"NoteInsight":{"team":0,"text":"Zo\\u00eb')
    erase(look_for(path, Wanted(words=("Zoë",))))
    assert "zoë" not in written(tmp_path)


def test_a_session_that_is_played_is_left_alone(path: Path) -> None:
    session = Session.open(path)
    found = look_for(path, Wanted(words=("Zoë",)))
    before = path.read_bytes()
    with pytest.raises(EraseError, match="another"):
        erase(found)
    with pytest.raises(EraseError):
        erase_session(path)
    assert path.read_bytes() == before
    session.close()


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (b'"applied":3', b'"applied":2', NoticeKind.TOLD_OTHERWISE),
        (b'"undo":2', b'"undo":9', NoticeKind.RULES_CHANGED),
    ],
)
def test_what_was_played_under_other_rules_can_be_erased_too(
    tmp_path: Path, old: bytes, new: bytes, kind: NoticeKind
) -> None:
    path = tmp_path / "a.cxsession"
    session = begun(path)
    session.dispatch(Adjust(0, 3, "Zoë sang"), 2000)
    session.undo(2, 2000)
    session.dispatch(NoteInsight(0, WORDS), 3000)
    session.close()
    path.write_bytes(path.read_bytes().replace(old, new))
    assert [notice.kind for notice in fold_log(read_log(path))[1].notices] == [kind]
    erase(look_for(path, Wanted(words=("Zoë",))))
    assert "zoë" not in written(tmp_path)


def test_what_cannot_be_written_is_said_and_left(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    found = look_for(path, Wanted(words=("Zoë",)))

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("game.session.erasing.os.fsync", full)
    with pytest.raises(EraseError, match="the disk is full"):
        erase(found)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_session_that_cannot_be_removed_says_so(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "unlink", busy)
    with pytest.raises(EraseError, match="no permission"):
        erase_session(path)
    assert path.exists()


def test_what_is_left_was_last_played_when_it_was_played(path: Path) -> None:
    """Else nobody would be asked about it for another thirty days."""
    os.utime(path, (1_790_000_000, 1_790_000_000))
    assert erase(look_for(path, Wanted(words=("soup",)))).stat().st_mtime == 1_790_000_000


def test_a_whole_session_leaves_nothing(path: Path, tmp_path: Path) -> None:
    report_folder(path).mkdir()
    erase_session(path)
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=12)
@given(
    words=st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=4),
    at=st.integers(0, 3),
)
def test_whatever_was_typed_can_be_erased(
    tmp_path_factory: pytest.TempPathFactory, words: list[str], at: int
) -> None:
    path = tmp_path_factory.mktemp("evening") / "s.cxsession"
    session = begun(path)
    for i, word in enumerate(words):
        text = f"x{word}x"
        session.dispatch(NoteInsight(i % 2, text), 1000 * i + 5000)
    told = [insight.text for insight in session.state.insights]
    session.close()
    needle = told[at % len(told)]
    left = reopened(erase(look_for(path, Wanted(words=(needle,)))))
    assert needle not in [insight.text for insight in left.state.insights]
    assert len(left.state.insights) == len(told)


def test_every_text_of_an_action_or_event_is_known_to_be_typed_or_not() -> None:
    """A new field with somebody's words in it must not be forgotten."""
    ours = {
        "because",
        "card",
        "category",
        "colour",
        "instead",
        "meter",
        "mirror",
        "persona",
        "pile",
        "rule",
        "twist",
        "waits",
        "wanted",
    }
    for name, cls in {**ACTIONS, **EVENTS}.items():
        for field, hint in get_type_hints(cls).items():
            if hint is str and field not in TYPED.get(name, ()):
                assert field in ours, f"{name}.{field}: does anybody type it?"
            if hint in (IfThen, IfThen | None):
                assert field == "plan"


def half_typed(path: Path, words: str) -> Path:
    """What a program that was killed leaves beside the log, and a half of it."""
    file, part = draft_files(path)
    file.write_text(json.dumps({"insight": [words, "0"]}), "ascii")
    part.write_text(json.dumps({"insight": [words[:-1], "0"]}), "ascii")
    return file


def test_words_that_are_only_half_typed_are_found_and_go(path: Path, tmp_path: Path) -> None:
    half_typed(path, "and then Broekhuizen sai")
    found = look_for(path, Wanted(words=("broekhuizen",)))
    assert found.texts == ("and then Broekhuizen sai",)
    assert not found.nothing
    before = reopened(path)
    after = reopened(erase(found))
    assert "broekhuizen" not in written(tmp_path)
    assert after.history[-1].n == before.history[-1].n


def test_erasing_other_words_takes_what_is_half_typed_along(path: Path, tmp_path: Path) -> None:
    half_typed(path, "and then Broekhuizen sai")
    erase(look_for(path, Wanted(teams=("The Zoës",))))
    assert "broekhuizen" not in written(tmp_path)


def test_a_whole_session_goes_with_what_is_half_typed(path: Path, tmp_path: Path) -> None:
    file = half_typed(path, "and then Broekhuizen sai")
    assert file in erase_session(path)
    assert "broekhuizen" not in written(tmp_path)
    assert not list(tmp_path.glob("*.cxsession*"))
