"""Following an earlier session up from the set-up screen: seen, chosen, left, on every wall."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.rules.actions import Begin as BeginPlay
from game.rules.actions import CommitPlan, EndPlay, GoTo, Next
from game.rules.state import IfThen, Part, Phase, Review
from game.screens.archive import Archive
from game.screens.kit.wall import Wall
from game.screens.screen import Begin, Look, Push, Stay
from game.screens.sessions import SessionsScreen
from game.screens.setup import SetupScreen
from game.session.assemble import SetUpError, assemble, open_session
from game.session.faults import LogError, LogFault
from game.session.recent import SessionInfo, look
from game.session.session import Session
from tests.rules.pieces import TEMPLATE
from tests.screens.outside import (
    NEAR,
    OLD,
    TOTEM,
    FakeDesk,
    activate,
    check_places,
    draw,
    every_wall_in_its_language,
    library,
    look_at,
    session,
    speak,
    spot,
)
from tests.session.evening import header

LOOK = look_at()
FAR = Wall((1920, 1080), seat=1.69)
PLAN = IfThen(cue="it rains", action="we stay")


def played(folder: Path, name: str, plans: int) -> SessionInfo:
    """A session of people at its debrief, with so many plans."""
    made = Session.create(folder / f"{name}.cxsession", header(2, template=TEMPLATE, name=name))
    made.dispatch(BeginPlay(), 0)
    for _ in range(3):
        made.dispatch(Next(), 0)
    made.dispatch(EndPlay(), 0)
    made.dispatch(GoTo(Part.COMMIT), 0)
    for n in range(plans):
        made.dispatch(CommitPlan(n % 2, replace(PLAN, who=str(n))), 0)
    made.close()
    assert made.path is not None
    return look(made.path, 1_773_479_100.0 - len(name))


@pytest.fixture
def kept(tmp_path: Path) -> list[SessionInfo]:
    return [played(tmp_path, "Spring", 3), played(tmp_path, "Winter", 1)]


def fresh(kept: list[SessionInfo], page: str = "follow") -> SetupScreen:
    screen = SetupScreen(FakeDesk(kept=kept))
    screen.turn_to(page)
    return screen


def begun(screen: SetupScreen, look: Look = LOOK) -> tuple[tuple[str, ...], list[str]]:
    """What follows whom: the files, and the sessions whose plans are asked after."""
    screen.turn_to("main")
    outcome = screen.on_next(look)
    assert isinstance(outcome, Begin)
    earlier = assemble(outcome.choices, library()).earlier
    return outcome.choices.after, [one.session for one in earlier]


def test_it_is_told_what_each_was_called_when_it_was_and_how_much_is_open(
    kept: list[SessionInfo], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = draw(fresh(kept), LOOK, monkeypatch).words
    assert "Spring" in words
    assert "14 March 2026" in words
    assert "3 open plans" in words
    assert "1 open plan" in words


def test_one_is_chosen_and_its_plans_are_asked_after(kept: list[SessionInfo]) -> None:
    screen = fresh(kept)
    assert isinstance(activate(screen, LOOK, "Spring"), Stay)
    assert begun(screen) == ((str(kept[0].path),), ["Spring"] * 3)


def test_several_are_chosen_and_one_is_left_again(kept: list[SessionInfo]) -> None:
    screen = fresh(kept)
    activate(screen, LOOK, "Spring")
    activate(screen, LOOK, "Winter")
    assert screen.before.open == 4
    activate(screen, LOOK, "Spring")
    assert begun(screen)[1] == ["Winter"]


def test_none_is_a_choice_and_what_begins_with_next_alone(kept: list[SessionInfo]) -> None:
    screen = fresh(kept)
    assert begun(screen) == ((), [])
    screen.turn_to("follow")
    activate(screen, LOOK, "Spring")
    activate(screen, LOOK, "None")
    assert begun(screen) == ((), [])


def test_what_holds_no_plans_is_shown_and_cannot_be_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = session("Gone", Phase.OVER, path=tmp_path / "gone.cxsession")
    screen = fresh([played(tmp_path, "Empty", 0), gone])
    names = [spot.name for spot in screen.hotspots(LOOK)]
    assert "None" in names
    assert not {"Empty", "Gone"} & set(names)
    words = draw(screen, LOOK, monkeypatch).words
    assert "no open plans" in words
    assert "cannot be opened" in words


def test_only_sessions_of_people_that_were_played_are_offered() -> None:
    practised = session("Bots", Phase.OVER)
    assert practised.head is not None
    practised = replace(practised, head=replace(practised.head, practise=True))
    broken = session(head=None, fault=LogError(Path("x"), LogFault.NEWER))
    fresh_one = session("Lobby", Phase.LOBBY)
    for wall in (NEAR, Wall(OLD), FAR):
        screen = fresh([practised, broken, fresh_one], "time")
        assert "Follow-up" not in [spot.name for spot in screen.hotspots(look_at(wall))]
    practising = SetupScreen(FakeDesk(kept=[session("Spring", Phase.OVER)]), practise=True)
    assert "Follow-up" not in [spot.name for spot in practising.hotspots(LOOK)]


@pytest.mark.parametrize("wall", [NEAR, Wall(OLD), FAR, Wall(TOTEM), Wall(OLD, seat=1.69)])
def test_next_and_previous_alone_choose_one_on_every_wall(
    kept: list[SessionInfo], wall: Wall
) -> None:
    look = look_at(wall)
    screen = SetupScreen(FakeDesk(kept=kept))

    def reach(name: str) -> None:
        """To the place of that name: the pages that Next turns are walked through."""
        for _ in range(9):
            if name in [one.name for one in screen.hotspots(look)]:
                activate(screen, look, name)
                return
            screen.on_next(look)
        pytest.fail(f"{name} is nowhere")

    if wall is not NEAR:
        reach("Time and room")
    reach("Follow-up")
    reach("Winter")
    for _ in range(9):
        outcome = screen.on_next(look)
        if isinstance(outcome, Begin):
            break
    else:
        pytest.fail("Next never begins")
    assert [one.session for one in assemble(outcome.choices, library()).earlier] == ["Winter"]


def test_the_way_to_the_page_says_what_is_chosen(
    kept: list[SessionInfo], monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = SetupScreen(FakeDesk(kept=kept), after=[kept[0].path])
    assert "After Spring · 3" in draw(screen, LOOK, monkeypatch).words
    screen.follow_none()
    assert "Follow-up\n" in draw(screen, LOOK, monkeypatch).words
    screen.follow(kept[0].path)
    for wall in (Wall(OLD), FAR, Wall(TOTEM)):
        assert "After Spring" in draw(screen, look_at(wall), monkeypatch).words.replace("\n", " ")
    screen.turn_to("time")
    assert "Spring · 3 open plans" in draw(screen, look_at(Wall(OLD)), monkeypatch).words


def test_other_decks_on_the_disk_leave_the_choice(kept: list[SessionInfo]) -> None:
    screen = SetupScreen(FakeDesk(kept=kept), after=[kept[1].path])
    screen.restock(library())
    screen.add_team()
    assert begun(screen)[1] == ["Winter"]


def test_one_that_was_erased_meanwhile_is_refused_in_a_sentence(kept: list[SessionInfo]) -> None:
    screen = SetupScreen(FakeDesk(kept=kept), after=[kept[0].path])
    kept[0].path.unlink()
    outcome = screen.on_next(LOOK)
    assert isinstance(outcome, Begin)
    with pytest.raises(SetUpError, match=r"Spring\.cxsession"):
        assemble(outcome.choices, library())


def test_the_list_of_sessions_follows_one_up(kept: list[SessionInfo], tmp_path: Path) -> None:
    listed = SessionsScreen(Archive(FakeDesk(kept=[*kept, session("Running")])))
    names = [one.name for one in listed.hotspots(LOOK)]
    assert "Follow up Running" not in names
    outcome = spot(listed, LOOK, "Follow up Winter").activate()
    assert isinstance(outcome, Push)
    assert isinstance(outcome.screen, SetupScreen)
    began = outcome.screen.on_next(LOOK)
    assert isinstance(began, Begin)
    # It is in the log: whoever goes on later is asked after the same plans.
    opened = open_session(assemble(began.choices, library()), tmp_path)
    opened.dispatch(BeginPlay(), 0)
    assert opened.path is not None
    opened.close()
    again = Session.open(opened.path)
    assert isinstance(again.state.stage, Review)
    assert [(one.session, one.plan.cue) for one in again.state.earlier] == [("Winter", "it rains")]
    again.close()


@every_wall_in_its_language
def test_everything_has_its_place_and_can_be_read(
    wall: Wall, language: str, kept: list[SessionInfo], monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(language)
    look = look_at(wall)
    many = [*kept, *(session(f"Evening {n}", Phase.OVER, path=Path(f"/{n}")) for n in range(6))]
    for page in ("main", "time", "follow"):
        screen = SetupScreen(FakeDesk(kept=many), after=[kept[0].path])
        screen.turn_to(page)
        for _leaf in range(3):
            check_places(screen, look, 60.0)
            drawn = draw(screen, look, monkeypatch)
            assert drawn.overflowing() == []
            assert drawn.smaller_than(wall.S * 0.8) == []
            if page == "main" or isinstance(screen.on_next(look), Begin):
                break
    check_places(SessionsScreen(Archive(FakeDesk(kept=many))), look)
