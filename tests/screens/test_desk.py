"""The facilitator's desk: what is on it, which key does what, and that it fits every wall."""

from __future__ import annotations

from typing import Any

import pytest

from game.rules.actions import Adjust, ChangeRule, Hold, Next, PutNext, SetTurn
from game.rules.apply import apply
from game.rules.legal import offers_of
from game.rules.pieces import BellPhase
from game.rules.state import Held, OnCard, Over, State, evolve
from game.screens import scenes
from game.screens.desk import DeskScreen, desk_at
from game.screens.desk.context import context_menu
from game.screens.desk.controls import ControlsPage, controls_now
from game.screens.desk.form import FormPage
from game.screens.desk.history import HistoryPage
from game.screens.desk.houserules import RulesPage
from game.screens.desk.pacing import behind
from game.screens.desk.plan import PlanPage
from game.screens.desk.search import SearchPage
from game.screens.desk.shortcuts import ANYWHERE, DESK_KEYS, key_of, presses
from game.screens.desk.under import What, under
from game.screens.desk.wallpage import WallPage
from game.screens.holds import end_on_clock
from game.screens.inputs import NEXT, SECOND_BELLS, Pointer, Typed
from game.screens.kit.wall import Wall
from game.screens.screen import Do, Home, Look, MoveFocus, Pop, Quit, Screen, Stay, StepTo, Undo
from game.session.bots import Bots
from game.session.history import Step
from tests.screens.inside import lobby, play, ready
from tests.screens.outside import NEAR, WALLS, check_places, draw, look_at, press, speak

PLAYING = ready()
HISTORY = (
    Step(0, 0, "Begin", done=True, here=False),
    Step(3, 9, "Orange locked B", done=True, here=True),
    Step(5, 12, "+3 Orange", done=False, here=False),
)


def see(state: State = PLAYING, wall: Wall | None = None, **more: Any) -> Look:
    more = {"can_undo": 2, "can_redo": 1, "version": 1, "history": lambda: HISTORY} | more
    return look_at(wall or NEAR, state, **more)


def at(look: Look) -> Screen:
    """The scene that is on."""
    return scenes.make(look.game)


def bell_state() -> State:
    """Bells that are open."""
    bots, state, at = Bots(2), lobby(deck="cx-facts"), 0
    for _ in range(500):
        stage = state.stage
        if isinstance(stage, OnCard) and stage.bell and stage.bell.phase is BellPhase.OPEN:
            return state
        action, wait = bots.next_action(state, at)
        at += wait
        state = apply(state, action, at)[0]
    raise AssertionError("no bells were opened")


# -- keys


def test_each_key_of_the_desk_means_one_thing() -> None:
    either = {"k", "o", "h"}  # the clock runs or stands: one of the two is there
    keys = [key for key in DESK_KEYS.values() if key not in either]
    assert len(keys) == len(set(keys))
    assert not {key_of(name) for name in DESK_KEYS} & (NEXT | {str(n) for n in range(1, 9)})


def test_what_has_a_key_in_every_scene_has_the_same_on_the_desk() -> None:
    for control, key in ANYWHERE.items():
        assert control in ("next", "release") or DESK_KEYS[control] == key


def test_every_control_of_a_session_is_two_keys_away() -> None:
    bots, state, at = Bots(5), lobby(), 0
    seen = set[str]()
    for _ in range(160):
        seen |= {control.id for control in controls_now(see(state, at=at))}
        if isinstance(state.stage, Over):
            break
        action, wait = bots.next_action(state, at)
        at += wait
        state = apply(state, action, at)[0]
    assert {"adjust", "open-bells", "end-play", "ring", "rule-die"} <= seen
    for control in seen:
        assert 1 <= len(presses(control)) <= 2, control


def test_a_letter_does_what_stands_beside_it() -> None:
    desk, look = DeskScreen(), see()
    for row in desk.page.rows(look):
        if row.key and "+" not in row.key:
            asked = DeskScreen()
            assert asked.on_press(press(row.key), look) is not None, row.text
    assert desk.on_press(press("z"), look) == Undo()
    assert desk.on_press(press("b"), look) == Do(Hold(Held.BLACK))
    assert desk.on_press(press("down"), look) == MoveFocus(1)


def test_time_is_won_and_given_by_two_keys() -> None:
    """Not by way of the page of the plan: nobody looks for that while the hour runs out."""
    bots, state, at = Bots(3), lobby(rounds=6, play_ms=8 * 60_000), 0
    wanted = {"change-clock", "time-left", "offer-fewer-rounds", "offer-shorter-talks"}
    look = see(state)
    while not wanted <= {control.id for control in controls_now(look)}:
        action, wait = bots.next_action(state, at)
        at += wait
        state = apply(state, action, at)[0]
        look = see(state, at=at)
    for control in sorted(wanted):
        opens, key = presses(control)
        assert opens == "escape"
        held, _plus, name = key.rpartition("+")
        desk = DeskScreen()
        outcome = desk.on_press(press(name, shift=held == "shift"), look)
        if control.startswith("offer-"):
            assert isinstance(outcome, Do)
        else:
            assert outcome == Stay()
            assert isinstance(desk.page, FormPage)
            assert desk.page.control.id == control


def test_digits_and_next_are_the_games() -> None:
    for name in ("1", "8", "space", "page down"):
        assert DeskScreen().on_press(press(name), see()) is None


def test_while_bells_hear_their_letters_ring() -> None:
    look = see(bell_state())
    for letter in SECOND_BELLS:
        assert DeskScreen().on_press(press(letter), look) is None
    assert DeskScreen().on_press(press("s"), look) is not None


# -- forms


def test_customers_are_given_with_a_reason() -> None:
    look, desk = see(), desk_at("adjust", PLAYING)
    desk.on_press(press("2"), look)
    for name in ("right", "right"):
        desk.on_press(press(name), look)
    desk.on_press(press("tab"), look)
    assert desk.typing
    desk.on_typed(Typed("counted wrongly"), look)
    team = PLAYING.teams[1].id
    assert desk.on_press(press("return"), look) == Do(Adjust(team, 3, "counted wrongly"))


def test_no_customers_are_no_correction() -> None:
    look, desk = see(), desk_at("adjust", PLAYING)
    desk.on_press(press("1"), look)
    desk.on_press(press("left"), look)
    assert desk.on_press(press("return"), look) == Do(Adjust(PLAYING.teams[0].id, -1, ""))


def test_what_is_missing_is_said_and_its_field_opened() -> None:
    look, desk = see(), desk_at("add-team", PLAYING)
    assert desk.typing
    assert desk.on_press(press("return"), look) == Stay()
    page = desk.page
    assert isinstance(page, FormPage)
    assert "Name" in page.trouble
    desk.on_typed(Typed(PLAYING.teams[0].name), look)
    assert desk.on_press(press("return"), look) == Stay()
    assert page.trouble == "Another team has that name."


def test_where_choosing_is_all_it_does_it() -> None:
    look, desk = see(), desk_at("set-turn", PLAYING)
    outcome = desk.on_press(press("1"), look)
    assert isinstance(outcome, Do)
    assert isinstance(outcome.action, SetTurn)


def test_a_break_is_two_keys() -> None:
    assert desk_at("break", PLAYING).on_press(press("return"), see()) == Do(
        Hold(Held.BREAK, 10 * 60_000)
    )


@pytest.mark.parametrize(("key", "wants"), [("home", Home()), ("ctrl+q", Quit())])
def test_leaving_asks_and_the_same_key_means_yes(
    key: str, wants: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, look = DeskScreen(), see()
    name = key.rpartition("+")[2]
    given = press(name, ctrl="ctrl" in key)
    assert desk.on_press(given, look) == Stay()
    assert "kept" in draw(desk, look, monkeypatch).words
    broken = see(unsaved="Not saved: the disk is full.")
    assert "the disk is full" in draw(desk, broken, monkeypatch).words.replace("\n", " ")
    assert desk.on_press(given, look) == wants


def test_ending_play_asks() -> None:
    desk, look = DeskScreen(), see()
    assert desk.on_press(press("end"), look) == Stay()
    assert desk.on_press(press("escape"), look) == Stay()
    assert isinstance(desk.page, ControlsPage)
    assert desk.on_press(press("escape"), look) == Pop()


# -- pages


def test_a_step_is_chosen_and_gone_to() -> None:
    desk, look = DeskScreen(HistoryPage()), see()
    assert desk.on_press(press("return"), look) == Stay()  # it is there already
    desk.on_press(press("up"), look)
    assert desk.on_press(press("return"), look) == StepTo(0)
    for _ in range(3):
        desk.on_press(press("down"), look)
    assert desk.on_press(press("return"), look) == StepTo(5)


def test_a_rule_is_chosen_and_stepped() -> None:
    page = RulesPage()
    desk, look = DeskScreen(page), see()
    name = page.rules(look)[0].name
    outcome = desk.on_press(press("right"), look)
    assert isinstance(outcome, Do)
    assert outcome.stays
    assert isinstance(outcome.action, ChangeRule)
    assert outcome.action.rule == name
    assert play(PLAYING, outcome.action).rules != PLAYING.rules


def test_every_rule_can_be_changed_both_ways() -> None:
    page = RulesPage()
    desk, look = DeskScreen(page), see()
    for _rule in page.rules(look):
        for way in ("left", "right"):
            outcome = desk.on_press(press(way), look)
            if isinstance(outcome, Do):
                play(PLAYING, outcome.action)
        desk.on_press(press("down"), look)


def test_no_upcoming_card_is_named_before_somebody_types() -> None:
    page = SearchPage()
    desk, look = DeskScreen(page), see()
    assert not page.rows(look)
    card = next(c for c in PLAYING.content.cards if offers_of(PLAYING, PutNext))
    desk.on_typed(Typed(card.title[:1]), look)
    assert not page.rows(look)
    page.field.select_all()
    desk.on_typed(Typed(card.title.upper()), look)
    assert page.rows(look)[0].text == card.title
    assert desk.on_press(press("return"), look) == Do(PutNext(card.id))


def test_scores_are_hidden_from_the_page_of_the_wall() -> None:
    row = WallPage().rows(see())[0]
    assert row.does == Do(ChangeRule("hide_scores", value=True), stays=True)


def test_the_plan_says_how_late_it_is() -> None:
    assert behind(4 * 60_000) == "4 minutes behind"
    assert behind(-60_000) == "1 minute ahead"
    assert behind(20_000) == "on time"
    late = evolve(PLAYING, plan=evolve(PLAYING.plan, rounds=6, play_ms=20 * 60_000))
    page = PlanPage()
    rows = page.rows(see(late, at=19 * 60_000))
    assert rows[0].primary
    assert rows[0].key == "shift+a"
    assert "behind" in page.words(see(late, at=19 * 60_000))


def test_a_break_ends_at_a_minute_of_the_day() -> None:
    held, _events = apply(PLAYING, Hold(Held.BREAK, 10 * 60_000), 1_000)
    assert end_on_clock(see(held, at=1_000, daytime=(10 * 60 + 35) * 60)) == "10:45"
    assert end_on_clock(see(held, at=1_000, daytime=(23 * 60 + 55) * 60)) == "0:05"


# -- the pointer


def test_a_right_click_offers_what_is_under_it() -> None:
    look = see()
    y = look.wall.height - 80
    assert under(at(look), look, 200, y).team == PLAYING.teams[0].id
    texts = [row.text for row in context_menu(at(look), look, 200, y).page.rows(look)]
    assert "Give or take customers" in texts
    assert texts[-1] == "The whole desk…"
    assert under(at(look), look, 20, 20).what is What.WALL
    dark = see(play(PLAYING, Hold(Held.BLACK)))
    assert under(at(dark), dark, 200, y).what is What.WALL


def test_a_team_is_not_taken_out_by_one_slip() -> None:
    look = see()
    desk = context_menu(at(look), look, 200, look.wall.height - 80)
    row = next(row for row in desk.page.rows(look) if row.key == key_of("remove-team"))
    assert callable(row.does)
    assert row.does() == Stay()
    assert isinstance(desk.page, FormPage)


def test_beside_the_sheet_everything_is_the_games() -> None:
    desk, look = DeskScreen(), see()
    assert desk.on_pointer(Pointer("down", 40, 40), look) is None
    sheet = desk.page.sheet(desk.near(look), look)
    assert desk.on_pointer(Pointer("down", sheet.x + 4, sheet.bottom - 4), look) == Stay()


# -- pictures


@pytest.mark.parametrize(
    ("wall", "language"),
    [(WALLS[i], "nl" if i % 2 else "en") for i in (0, 3, 5, 6, 7, 8)],
    ids=lambda given: f"{given.size[0]}x{given.size[1]}-{given.seat}" if given in WALLS else given,
)
def test_it_fits_every_wall(wall: Wall, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    speak(language)
    state = play(PLAYING, Next())
    look = see(state, wall, can_reload=True, deck_trouble=("deck.yaml:1:1: no",))
    pages = [ControlsPage(), HistoryPage(), PlanPage(), RulesPage(), SearchPage(), WallPage()]
    screens = [DeskScreen(page) for page in pages]
    screens += [desk_at(name, state) for name in ("adjust", "add-team", "edit-team", "end-play")]
    for screen in screens:
        assert wall.box.inset(4).joined(screen.page.sheet(screen.near(look), look)).w <= wall.width
        check_places(screen, look)
        drawn = draw(screen, look, monkeypatch)
        assert not drawn.overflowing(), drawn.overflowing()
        assert not drawn.smaller_than(34 * 0.78), drawn.smaller_than(34 * 0.78)
    for _page in range(4):
        screens[0].on_press(press("right"), look)
        check_places(screens[0], look)
        assert not draw(screens[0], look, monkeypatch).overflowing()
