"""`cxgame play`, `resume`, `replay` and `check`, with the window replaced by a look."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from game.cli import run
from game.paths import scenarios_dir, sessions_dir
from game.rules.actions import CommitPlan, EndPlay, Next
from game.rules.state import Brief, IfThen, Lobby, Personas, Review
from game.session.fingerprint import fingerprint
from game.session.replay import Replay
from game.session.session import Session
from tests.cli.tool import cxgame, here
from tests.rules.pieces import TEMPLATE
from tests.session.evening import header

Opened = list[tuple[Session, object, object]]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Sessions for which a window would have opened, with its display and size."""
    found: Opened = []

    def window(session: Session, display: object, size: object, *_: object, **_more: object) -> int:
        found.append((session, display, size))
        session.close()
        return 0

    for command in ("play", "resume"):
        monkeypatch.setattr(f"game.cli.{command}.run_session", window)
        monkeypatch.setattr(f"game.cli.{command}.need_display", lambda: None)
    return found


def names(session: Session) -> list[tuple[str, str]]:
    return [(team.name, team.colour) for team in session.state.teams]


def test_teams_nobody_named_are_called_in_the_language_asked_for(opened: Opened) -> None:
    assert run(["play", "--teams", "2", "--language", "nl"]) == 0
    assert [name for name, _colour in names(opened[0][0])] == ["Oranje", "Lucht"]


def test_play_goes_straight_into_a_session_that_is_kept(opened: Opened) -> None:
    assert (
        run(
            [
                "play",
                "cx-facts",
                "--teams",
                "Desk, Sky,Blue",
                "--board",
                "road",
                "--preset",
                "45",
                "--seed",
                "7",
                "--name",
                "Kick-off",
                "--window",
                "200x150",
            ]
        )
        == 0
    )
    session, display, size = opened[0]
    assert (display, size) == (None, (200, 150))
    assert isinstance(session.state.stage, Brief)
    # Who is called after a colour wears it.
    assert names(session) == [("Desk", "orange"), ("Sky", "sky"), ("Blue", "blue")]
    assert (session.header.seed, session.header.board.id) == (7, "road")
    assert (session.header.preset, session.header.name) == ("45", "Kick-off")
    assert session.path is not None
    assert session.path.parent == sessions_dir()
    assert session.path.name.endswith("Kick-off.cxsession")
    assert Replay(session.path).final == session.state


def test_a_session_begins_with_the_plans_of_earlier_ones(opened: Opened, tmp_path: Path) -> None:
    plan = IfThen(cue="it rains", action="we stay")
    files = []
    for name in ("a", "b"):
        session = Session.create(
            tmp_path / f"{name}.cxsession", header(2, template=TEMPLATE, name=name)
        )
        for _ in range(3):
            session.dispatch(Next(), 0)
        session.dispatch(EndPlay(), 0)
        session.dispatch(CommitPlan(1, plan), 0)
        session.close()
        files += ["--after", str(session.path)]
    assert run(["play", "--debrief", "4f", *files]) == 0
    session, _, _ = opened[0]
    assert isinstance(session.state.stage, Review)
    assert [(one.session, one.team, one.plan) for one in session.state.earlier] == [
        ("a", "Sky", plan),
        ("b", "Sky", plan),
    ]
    assert session.header.template is not None
    assert session.header.template.id == "4f"


def test_an_earlier_session_or_a_debrief_that_is_not_there_is_wrong_use(
    opened: Opened, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["play", "--after", "nowhere.cxsession"]) == 2
    assert "nowhere.cxsession" in capsys.readouterr().err
    assert run(["play", "--debrief", "4g"]) == 2
    assert "4f, orid, six-phases" in capsys.readouterr().err
    assert opened == []


def test_play_without_words_suits_itself(opened: Opened) -> None:
    assert run(["play"]) == 0
    session, _, _ = opened[0]
    assert [name for name, _ in names(session)] == ["Orange", "Sky", "Green", "Yellow"]
    assert [deck.id for deck in session.header.content.decks] == ["outside-in"]
    assert session.header.board.id == "journey"


def test_teams_can_be_a_number_and_eight_play_together(opened: Opened) -> None:
    assert run(["play", "--teams", "8"]) == 0
    session, _, _ = opened[0]
    assert len(session.state.teams) == 8
    assert session.state.rules.together
    assert run(["play", "--teams", "8", "--turns", "one-by-one"]) == 0
    assert not opened[1][0].state.rules.together


def test_without_a_seed_no_two_sessions_fall_alike(opened: Opened) -> None:
    assert run(["play"]) == run(["play"]) == 0
    assert opened[0][0].header.seed != opened[1][0].header.seed


def test_a_deck_can_be_a_path(opened: Opened, tmp_path: Path) -> None:
    copy = tmp_path / "mine.yaml"
    text = (scenarios_dir() / "cx-facts" / "deck.yaml").read_text("utf-8")
    copy.write_text(text.replace("id: cx-facts", "id: mine", 1), "utf-8")
    assert run(["play", str(copy)]) == 0
    assert [deck.id for deck in opened[0][0].header.content.decks] == ["mine"]


def test_a_deck_of_ones_own_is_found_by_name_and_wins(opened: Opened, home: Path) -> None:
    folder = home / "decks"
    folder.mkdir(parents=True)
    text = (scenarios_dir() / "cx-facts" / "deck.yaml").read_text("utf-8")
    (folder / "cx-facts.yaml").write_text(
        text.replace('title: "CX facts: guess first"', "title: Ours", 1), "utf-8"
    )
    assert run(["play", "cx-facts"]) == 0
    assert opened[0][0].header.content.decks[0].title == "Ours"


def test_a_folder_that_cannot_be_written_does_not_stop_play(opened: Opened, home: Path) -> None:
    home.parent.mkdir(parents=True, exist_ok=True)
    home.write_text("in the way")
    assert run(["play"]) == 0
    assert opened[0][0].trouble is not None


def play_a_little(name: str, nexts: int) -> Path:
    """A session in the sessions folder, left after so many Nexts."""
    assert run(["play", "--name", name]) == 0
    path = next(sessions_dir().glob(f"*{name}.cxsession"))
    session = Session.open(path)
    for n in range(nexts):
        session.dispatch(Next(), (n + 1) * 1000)
    session.close()
    return path


def test_resume_opens_the_last_session_where_it_stopped(opened: Opened) -> None:
    play_a_little("First", 0)
    path = play_a_little("Second", 1)
    opened.clear()
    assert run(["resume", "--display", "1"]) == 0
    session, display, _ = opened[0]
    assert display == 0
    assert session.path == path
    assert isinstance(session.state.stage, Personas)


def test_resume_opens_the_file_of_ones_choice(opened: Opened) -> None:
    first = play_a_little("First", 0)
    play_a_little("Second", 1)
    opened.clear()
    assert run(["resume", str(first)]) == 0
    assert opened[0][0].path == first


def test_resume_says_what_happened_to_a_log(
    opened: Opened, capsys: pytest.CaptureFixture[str]
) -> None:
    path = play_a_little("Torn", 2)
    path.write_bytes(path.read_bytes()[:-5])
    assert run(["resume", str(path)]) == 0
    assert "The last move had not been saved to its end" in capsys.readouterr().err


def test_a_session_that_is_being_played_is_not_opened_twice(
    opened: Opened, capsys: pytest.CaptureFixture[str]
) -> None:
    path = play_a_little("Busy", 0)
    opened.clear()
    session = Session.open(path)
    try:
        assert run(["resume", str(path)]) == 3
    finally:
        session.close()
    assert "is being played in another window" in capsys.readouterr().err
    assert opened == []


def test_replay_tells_the_log_in_sentences(opened: Opened) -> None:
    path = play_a_little("Told", 1)
    ran = cxgame("replay", str(path))
    assert (ran.code, ran.err) == (0, "")
    assert "0:00:00  The brief is on the wall." in ran.out.splitlines()


def test_replay_as_json_has_the_fingerprint_of_every_state(opened: Opened) -> None:
    path = play_a_little("Told", 2)
    ran = cxgame("replay", str(path), "--json")
    assert ran.code == 0
    lines = [json.loads(line) for line in ran.out.splitlines()]
    replay = Replay(path)
    assert lines[0] == {"n": 0, "state": fingerprint(replay.header.lobby())}
    assert isinstance(replay.header.lobby().stage, Lobby)
    assert [line["state"] for line in lines[1:]] == [
        fingerprint(state) for _, state in replay.moments()
    ]


def test_replay_tells_a_damaged_log_as_far_as_it_goes(opened: Opened) -> None:
    path = play_a_little("Damaged", 3)
    before = path.read_bytes()
    lines = before.splitlines(keepends=True)
    lines[4] = b'{"n": 3, "at": "soon"}\n'
    path.write_bytes(b"".join(lines))
    ran = cxgame("replay", str(path))
    assert ran.code == 1
    assert "The brief is on the wall." in ran.out
    assert "Line 5 of the log is damaged" in ran.err
    assert path.read_bytes() == b"".join(lines)  # looking changes nothing


Deck = Callable[[str], Path]


@pytest.fixture
def deck(tmp_path: Path) -> Deck:
    """Makes a deck of the shipped facts with one thing changed."""

    def make(change: str) -> Path:
        text = (scenarios_dir() / "cx-facts" / "deck.yaml").read_text("utf-8")
        old, new = change.split(" -> ")
        assert old in text
        path = tmp_path / "facts.yaml"
        path.write_text(text.replace(old, new, 1), "utf-8")
        return path

    return make


def test_check_finds_nothing_wrong_with_what_the_game_ships(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Not even advice, and every text measured for the wall."""
    ran = here(capsys, "check", "--strict", "scenarios")
    assert (ran.code, ran.out) == (0, "")


def test_check_knows_decks_by_name(
    deck: Deck, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = deck("    kind: estimate ->     kynd: estimate")
    mine = home / "decks" / "facts.yaml"
    mine.parent.mkdir(parents=True)
    mine.write_text(broken.read_text("utf-8").replace("id: cx-facts", "id: mine", 1), "utf-8")
    ran = here(capsys, "check", "mine")
    assert ran.code == 1
    assert ran.out.startswith(f"{mine}:")
    assert here(capsys, "check", "x" * 300).code == 2


def test_check_tells_file_line_column_level_and_check(
    deck: Deck, capsys: pytest.CaptureFixture[str]
) -> None:
    path = deck("    kind: estimate ->     kynd: estimate")
    ran = here(capsys, "check", str(path))
    assert ran.code == 1
    first = ran.out.splitlines()[0]
    place, level, rest = first.split(": ", 2)
    assert place.startswith(f"{path}:")
    assert all(part.isdigit() for part in place.rsplit(":", 2)[1:])
    assert level == "error"
    assert rest.endswith("]")
    assert "1 error" in ran.err or "errors" in ran.err


def test_check_looks_at_several_paths_in_one_go(
    deck: Deck, capsys: pytest.CaptureFixture[str]
) -> None:
    path = deck("    kind: estimate ->     kynd: estimate")
    ran = here(capsys, "check", "scenarios/cx-facts", str(path), "scenarios/boards")
    assert ran.code == 1
    assert {line.split(":")[0] for line in ran.out.splitlines() if ": error: " in line} == {
        str(path)
    }


def test_check_counts_a_warning_as_a_problem_and_advice_as_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from game.content.check import Examined
    from game.content.problem import Level, Problem

    def problem(level: Level) -> Problem:
        return Problem(
            file="d.yaml", line=3, column=5, level=level, check="a-check", path="", text="odd"
        )

    for level, code in ((Level.ADVICE, 0), (Level.WARNING, 1), (Level.ERROR, 1)):
        monkeypatch.setattr(
            "game.cli.check.examine",
            lambda *_, found=level, **__: Examined([problem(Level.ADVICE), problem(found)], []),
        )
        assert run(["check", "d.yaml"]) == code
        assert f"d.yaml:3:5: {level}: odd [a-check]" in capsys.readouterr().out


def test_a_session_is_found_by_the_name_it_is_listed_by(
    opened: Opened,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["play", "outside-in", "--name", "Kick-off"]) == 0
    (kept,) = sessions_dir().glob("*.cxsession")
    assert " Kick-off" in kept.name
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert run(["resume", kept.name]) == 0
    assert run(["resume", "Kick-off"]) == 0
    assert len(opened) == 3
    capsys.readouterr()
    assert run(["resume", f"nowhere/{kept.name}"]) == 2
    assert "cxgame sessions tells which" in capsys.readouterr().err
