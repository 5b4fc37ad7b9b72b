"""Whatever is wrong gets a sentence that says what, and the right exit code; never a traceback."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from game import paths
from game.cli import run
from game.rules.actions import EndPlay, Next
from game.rules.state import Phase
from game.session.names import report_folder
from tests.cli.tool import cxgame, here
from tests.session.evening import begun

WRONG_USE: dict[str, tuple[list[str], *tuple[str, ...]]] = {
    "a command there is none of": (["ply"], "no command 'ply'", "Did you mean play?"),
    "a session as a command": (
        ["a.cxsession"],
        "cxgame resume a.cxsession",
    ),
    "a deck's file as a command": (["mine.yaml"], "A deck is played with: cxgame play mine.yaml"),
    "a deck as a command": (["outside-in"], "A deck is played with: cxgame play outside-in"),
    "nothing like a command": (["qqqqq"], "play, resume, rehearse-room, practise,"),
    "an option there is none of": (
        ["demo", "--tems", "3"],
        "no option --tems",
        "Did you mean --teams?",
    ),
    "a shortened option": (["demo", "--see", "3"], "no option --see", "--seed"),
    "an option without its value": (["demo", "--seed"], "--seed needs a value"),
    "a value for a flag": (["demo", "--fast=3"], "--fast takes no value"),
    "one word too many": (["resume", "a", "b"], "'b' is one word too many"),
    "nothing to check": (["check"], "Something is missing: PATH"),
    "nothing to replay": (["replay"], "Something is missing: FILE"),
    "a path that is not there": (["check", "no-such-deck"], "no-such-deck"),
    "a deck's name, nearly": (["check", "outside-inn"], "Did you mean outside-in?"),
    "a kind of paper there is none of": (
        ["print", "outside-in", "--paper", "a5"],
        "--paper cannot be 'a5'; there are: a4, letter",
    ),
    "a language a deck cannot begin in": (["new", "x", "--language", "fr"], "there are: en, nl"),
    "a log that is not there": (["replay", "no.cxsession"], "There is no file no.cxsession"),
    "a session that is not there": (["resume", "no.cxsession"], "There is no file no.cxsession"),
    "a folder as a log": (["replay", "scenarios"], "scenarios is a folder"),
    "a window of letters": (["play", "--window", "axb"], "'axb' is no size", "1280x720"),
    "a window without height": (["play", "--window", "0x0"], "'0x0' is no size"),
    "a window wider than any": (["play", "--window", "99999x10"], "'99999x10' is no size"),
    "a display by name": (["play", "--display", "left"], "'left' is no whole number"),
    "display nought": (["play", "--display", "0"], "whole number from 1 to"),
    "a seed of letters": (["demo", "--seed", "x"], "'x' is no whole number"),
    "a seed below 0": (["demo", "--seed=-1"], "'-1' is no whole number"),
    "an unfinished number": (["simulate", "--games", "1_0"], "'1_0' is no whole number"),
    "no games": (["simulate", "--games", "0"], "from 1 to"),
    "no teams": (["demo", "--teams", "0"], "from 1 to 8"),
    "nine bots": (["demo", "--teams", "9"], "from 1 to 8"),
    "nine teams": (
        ["play", "--teams", "A,B,C,D,E,F,G,H,I"],
        "9 teams are too many: eight can play",
    ),
    "ninety teams": (["play", "--teams", "90"], "90 teams cannot play"),
    "two teams of one name": (["play", "--teams", "Red, red"], "Two teams are called 'red'"),
    "an empty name": (["play", "--teams", "Red,,Blue"], "Team 2 has no name"),
    "no name at all": (["play", "--teams", ""], "Team 1 has no name"),
    "a name like a novel": (["play", "--teams", "x" * 41], "is too long"),
    "a deck there is none of": (
        ["play", "outside-inn"],
        "no deck 'outside-inn'",
        "Did you mean 'outside-in'?",
        "cx-facts",
    ),
    "a deck without a name": (["play", ""], "There is no deck ''"),
    "a deck with a name of two lines": (["play", "a\nb"], "There is no deck 'aU+000Ab'."),
    "a board there is none of": (
        ["play", "--board", "jurney"],
        "no board 'jurney'",
        "journey",
        "road",
    ),
    "a preset there is none of": (["demo", "--fast", "--preset", "46"], "no preset '46'", "120"),
    "house rules there are none of": (["play", "--ruleset", "x"], "house rules 'x'", "standard"),
    "a way of turns there is none of": (["play", "--turns", "both"], "one-by-one", "together"),
    "a language no deck has": (["demo", "--fast", "--language", "fr"], "'fr'", "en, nl"),
    "a language that is none": (["play", "--language", "123"], "'123' is no code"),
    "a start screen with a typo": (["--windw", "10x10"], "--windw", "Did you mean --window?"),
}


@pytest.mark.parametrize("case", WRONG_USE)
def test_wrong_use_is_told_and_nothing_is_done(
    case: str, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    words, *told = WRONG_USE[case]
    assert run(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    for part in told:
        assert part in err
    assert not home.exists()


@pytest.mark.parametrize(
    "case",
    [
        "a command there is none of",  # found before any command is
        "nine teams",  # found while its words are read
        "a deck there is none of",  # found when it begins
    ],
)
def test_in_a_process_of_its_own_it_is_the_same(case: str) -> None:
    words, *told = WRONG_USE[case]
    ran = cxgame(*words)
    assert (ran.code, ran.out) == (2, "")
    assert all(part in ran.err for part in told)


def test_without_a_display_nothing_opens_and_another_way_is_named(home: Path) -> None:
    for words in (["play"], ["demo"]):
        ran = cxgame(*words, env={"SDL_VIDEODRIVER": "dummy"})
        assert ran.code == 3
        assert "cxgame demo --fast --out" in ran.err
    assert not home.exists()


def test_with_no_session_to_go_on_with_it_says_so(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = here(capsys, "resume")
    assert ran.code == 3
    assert f"no session to go on with in {home}" in ran.err


def test_a_session_that_was_stopped_while_its_report_was_written_tells_how_to_have_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    paths.sessions_dir().mkdir(parents=True)
    log = paths.sessions_dir() / "evening.cxsession"
    session = begun(log)
    session.dispatch(EndPlay(), 2000)
    while session.state.phase is not Phase.OVER:
        session.dispatch(Next(), 2000)
    session.close()
    ran = here(capsys, "resume")
    assert ran.code == 3
    assert f'cxgame report "{log}"' in ran.err
    report_folder(log).mkdir()
    assert "cxgame report" not in here(capsys, "resume").err


def test_a_folder_that_cannot_be_written_is_told_before_the_game(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    ran = here(capsys, "demo", "--fast", "--out", str(in_the_way / "demo"))
    assert (ran.code, ran.out) == (3, "")
    assert "a file stands in its place" in ran.err


def test_a_log_that_cannot_be_replaced_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "demo.cxsession").mkdir()
    ran = here(capsys, "demo", "--fast", "--out", str(tmp_path))
    assert ran.code == 3
    assert "demo.cxsession" in ran.err


def test_a_broken_deck_is_told_with_its_places(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deck = tmp_path / "mine.yaml"
    deck.write_text("format: 1\nid: mine\ntitel: Mine\n", "utf-8")
    ran = here(capsys, "demo", "--fast", str(deck))
    assert (ran.code, ran.out) == (1, "")
    assert "mine.yaml:3:1: error:" in ran.err


def test_a_file_that_is_no_session_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "notes.cxsession"
    log.write_text("Monday: call Wim\n", "utf-8")
    for words in (["replay", str(log)], ["replay", "--json", str(log)]):
        ran = here(capsys, *words)
        assert (ran.code, ran.out) == (1, "")
        assert "notes.cxsession is not a session of this game." in ran.err


def test_a_name_with_a_nul_or_without_end_is_no_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert here(capsys, "replay", "x" * 5000).code == 2
    assert here(capsys, "check", "x" * 5000).code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no such pipes there")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["replay", "pipe.cxsession"], "is a pipe or a device; a session is one file."),
        (["report", "pipe.cxsession"], "is a pipe or a device; a session is one file."),
        (["resume", "pipe.cxsession"], "is a pipe or a device; a session is one file."),
        (["play", "--after", "pipe.cxsession"], "is a pipe or a device; a session is one file."),
        (["sessions", "erase", "pipe.cxsession"], "There is no session “pipe.cxsession”."),
        (["pack", "cx-facts", "--out", "pipe.cxdeck"], "is something else already."),
        (["print", "cx-facts", "--out", "pipe.pdf"], "is something else already."),
        (["schema", "--out", "pipe.json"], "is something else already."),
        (["add", "pipe.cxdeck"], "It was not added: 1 error."),
        (["check", "pipe.yaml"], "1 error."),
        (["import", "pipe.csv"], "Not imported: 1 error."),
        (["translate", "pipe.yaml", "nl"], "The deck has errors."),
        (["demo", "--fast", "pipe.yaml"], "this is a pipe; expected a file"),
    ],
)
def test_nobody_waits_for_a_pipe_that_nobody_writes_to(
    words: list[str],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo(next(word for word in words if word.startswith("pipe.")))

    def enough(*_: object) -> None:
        raise AssertionError("it waits for the pipe")

    before = signal.signal(signal.SIGALRM, enough)
    signal.alarm(20)
    try:
        ran = here(capsys, *words)
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
    assert ran.code in (1, 2)
    assert told in ran.err


def test_the_same_deck_twice_is_played_once_and_two_of_one_id_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert here(capsys, "demo", "--fast", "cx-facts", "cx-facts", "--preset", "taster").code == 0
    from game.paths import scenarios_dir

    copy = tmp_path / "cx-facts.yaml"
    copy.write_bytes((scenarios_dir() / "cx-facts" / "deck.yaml").read_bytes())
    ran = here(capsys, "demo", "--fast", "cx-facts", str(copy))
    assert ran.code == 2
    assert "Two of these decks have the id 'cx-facts'" in ran.err
