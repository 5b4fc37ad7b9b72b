"""`cxgame play`, with the window replaced by a look."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.cli import run
from game.paths import scenarios_dir, sessions_dir
from game.rules.actions import CommitPlan, EndPlay, Next
from game.rules.state import Brief, IfThen, Review
from game.session.replay import Replay
from game.session.session import Session
from tests.cli.tool import Opened
from tests.rules.pieces import TEMPLATE
from tests.session.evening import header


def names(session: Session) -> list[tuple[str, str]]:
    return [(team.name, team.colour) for team in session.state.teams]


def test_teams_nobody_named_are_called_in_the_language_asked_for(opened: Opened) -> None:
    assert run(["play", "--teams", "2", "--language", "nl"]) == 0
    assert [name for name, _colour in names(opened[0][0])] == ["Oranje", "Lucht"]


RULES = """\
format: 1
id: ours
title: Ours
presets:
  - {id: long, name: Long, minutes: 100, brief: 4, debrief: 30}
  - {id: short, name: Short, minutes: 30, brief: 2, debrief: 10}
"""


def test_practising_is_short_also_by_house_rules_of_ones_own(
    opened: Opened, tmp_path: Path
) -> None:
    assert run(["practise"]) == 0
    (tmp_path / "ours.yaml").write_text(RULES, "utf-8")
    assert run(["practise", "--ruleset", str(tmp_path / "ours.yaml")]) == 0
    assert run(["practise", "--preset", "45"]) == 0
    presets = [session.header.preset for session, _display, _size in opened]
    assert presets == ["taster", "short", "45"]


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
