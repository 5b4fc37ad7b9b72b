"""Setting a session up: by pointing, by keys, by Next alone; what is wrong is said."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from game.i18n import available
from game.paths import scenarios_dir
from game.rules.ruleset import BOUNDS, Rules, Turns
from game.rules.state import COLOURS
from game.screens.decks import DecksScreen
from game.screens.inputs import Composing, Pointer, Typed
from game.screens.kit.wall import Wall
from game.screens.screen import Begin, Change, Look, Outcome, Pop, Push, Stay
from game.screens.setup import SetupScreen
from game.screens.setup.draft import Draft
from game.session.assemble import SetUp, assemble
from game.session.houserules import HOUSE_RULES, house_rules, stepped
from game.session.library import Library
from tests.screens.outside import (
    NEAR,
    OLD,
    TOTEM,
    FakeDesk,
    activate,
    check_places,
    draw,
    every_wall,
    every_wall_in_its_language,
    library,
    look_at,
    picture,
    press,
    speak,
    spot,
)

LOOK = look_at()
FAR = Wall((1920, 1080), seat=1.69)
LONG = "De klantenservice van morgen en overmorg"
SUBJECTS = ("Teams", "Decks", "Time and room", "House rules")


def fresh(*, practise: bool = False, **desk: object) -> SetupScreen:
    return SetupScreen(FakeDesk(**desk), practise)  # type: ignore[arg-type]


def begun(screen: SetupScreen, look: Look = LOOK) -> SetUp:
    """What a session would start from."""
    outcome = screen.on_next(look)
    assert isinstance(outcome, Begin)
    return assemble(outcome.choices, library())


def name(screen: SetupScreen, team: int, text: str, look: Look = LOOK) -> None:
    """Type a team's name, and leave the field."""
    screen.on_press(press(str(team + 1)), look)
    screen.on_typed(Typed(text), look)
    screen.on_press(press("page down"), look)


# -- Next alone


def test_next_begins_at_once_with_what_suits_most() -> None:
    setup = begun(fresh())
    assert [colour for _name, colour in setup.teams] == list(COLOURS[:4])
    assert [deck.id for deck in setup.content.decks] == ["outside-in"]
    assert setup.plan.minutes == 60
    assert setup.board.id == "journey"
    assert setup.rules == replace(Rules(), turns=setup.plan.turns)


def test_practising_is_a_taster_with_three_teams_of_bots() -> None:
    screen = fresh(practise=True)
    outcome = screen.on_next(LOOK)
    assert isinstance(outcome, Begin)
    assert outcome.practise
    setup = assemble(outcome.choices, library())
    assert len(setup.teams) == 3
    assert setup.plan.minutes == 15


def test_practising_says_who_plays(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Bots play the teams" in draw(fresh(practise=True), LOOK, monkeypatch).words
    assert "Bots" not in draw(fresh(), LOOK, monkeypatch).words


@every_wall
def test_previous_and_next_reach_and_work_everything(wall: Wall) -> None:
    look = look_at(wall)
    for i in range(len(fresh().hotspots(look))):
        screen = fresh()
        outcome = screen.hotspots(look)[i].activate()
        assert outcome is not None
        screen.hotspots(look)


@pytest.mark.parametrize("wall", [Wall(OLD), FAR, Wall(TOTEM)])
def test_next_alone_comes_back_from_every_page(wall: Wall) -> None:
    look = look_at(wall)
    for subject in SUBJECTS:
        screen = fresh()
        activate(screen, look, subject)
        for _ in range(9):
            outcome = screen.on_next(look)
            if isinstance(outcome, Begin):
                break
        else:
            pytest.fail(f"Next never leaves {subject}")


# -- teams


def test_teams_come_and_go_between_two_and_eight() -> None:
    screen = fresh()
    for _ in range(4):
        activate(screen, LOOK, "Teams +")
    assert [seat.colour for seat in screen.draft.seats] == list(COLOURS)
    assert all(spot.name != "Teams +" for spot in screen.hotspots(LOOK))
    for _ in range(6):
        activate(screen, LOOK, "Teams −")
    assert len(screen.draft.seats) == 2
    assert all(spot.name != "Teams −" for spot in screen.hotspots(LOOK))


def test_a_tap_on_the_shape_takes_the_next_free_one() -> None:
    screen = fresh()
    seen = []
    for _ in range(5):
        activate(screen, LOOK, f"Colour of {screen.draft.seats[1].name}")
        seen.append(screen.draft.seats[1].colour)
        assert len({seat.colour for seat in screen.draft.seats}) == 4
    assert seen == [*COLOURS[4:], "sky"]


def test_a_team_is_called_after_its_colour_until_it_is_named() -> None:
    screen = fresh()
    screen.next_colour(0)
    assert screen.draft.seats[0].name == "Blue"
    name(screen, 0, "Sales")
    screen.next_colour(0)
    assert (screen.draft.seats[0].name, screen.draft.seats[0].colour) == ("Sales", "rust")


def test_names_after_colours_follow_the_language() -> None:
    screen = fresh()
    name(screen, 1, "Sales")
    speak("nl")
    assert [seat.name for seat in screen.draft.seats] == ["Oranje", "Sales", "Groen", "Geel"]


def test_a_new_team_takes_a_name_nobody_bears() -> None:
    screen = fresh()
    name(screen, 0, "Blue")
    screen.add_team()
    assert screen.draft.seats[-1].colour == "rust"
    assert not screen.draft.trouble


@pytest.mark.parametrize("text", ["Sky", "  sKy  "])
def test_two_teams_of_one_name_cannot_begin(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = fresh()
    name(screen, 2, text)
    words = draw(screen, LOOK, monkeypatch).words
    assert "Name is taken." in words
    assert f"Two teams are called '{text.strip()}'." in words
    assert "Begin" not in words
    assert screen.on_next(LOOK) == Stay()
    assert screen.names.place == 2
    screen.on_typed(Typed("Sea"), LOOK)
    screen.on_press(press("return"), LOOK)
    screen.on_press(press("escape"), LOOK)
    assert begun(screen).teams[2] == ("Sea", "green")


def test_the_fault_is_said_while_it_is_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = fresh()
    screen.on_press(press("1"), LOOK)
    screen.on_typed(Typed("Sk"), LOOK)
    assert "Name is taken." not in draw(screen, LOOK, monkeypatch).words
    screen.on_typed(Typed("y"), LOOK)
    assert draw(screen, LOOK, monkeypatch).words.count("Name is taken.") == 1


def test_a_name_that_is_wiped_out_is_the_colours_again() -> None:
    screen = fresh()
    name(screen, 0, "Sales")
    name(screen, 0, "   ")
    assert begun(screen).teams[0] == ("Orange", "orange")


def test_a_name_has_forty_characters_at_most() -> None:
    screen = fresh()
    name(screen, 0, "x" * 100)
    assert begun(screen).teams[0][0] == "x" * 40


# -- typing


def test_typing_begins_with_all_of_the_name_selected() -> None:
    screen = fresh()
    activate(screen, LOOK, "Green")
    assert screen.typing
    screen.on_typed(Typed("Sales"), LOOK)
    assert screen.draft.seats[2].name == "Sales"


def test_escape_takes_a_name_back_and_does_not_open_the_menu() -> None:
    screen = fresh()
    screen.on_press(press("1"), LOOK)
    screen.on_typed(Typed("Sales"), LOOK)
    assert screen.on_press(press("escape"), LOOK) == Stay()
    assert screen.draft.seats[0].name == "Orange"
    assert not screen.typing


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ([press("tab")], 2),
        ([press("return")], 2),
        ([press("down")], 2),
        ([press("tab", shift=True)], 0),
        ([press("tab")] * 3, None),
        ([press("tab", shift=True)] * 2, None),
        ([press("page down")], None),
    ],
)
def test_keys_go_from_name_to_name(keys: list[object], place: int | None) -> None:
    screen = fresh()
    screen.on_press(press("2"), LOOK)
    screen.on_typed(Typed("Sales"), LOOK)
    for key in keys:
        screen.on_press(key, LOOK)  # type: ignore[arg-type]
    assert screen.names.place == place
    assert screen.draft.seats[1].name == "Sales"


def test_no_shortcut_fires_while_a_name_is_typed() -> None:
    screen = fresh()
    screen.on_press(press("1"), LOOK)
    for key in ("n", "p", "3", "space", "m", "b"):
        assert screen.on_press(press(key), LOOK) == Stay()
    assert screen.names.place == 0
    assert screen.on_press(press("f11"), LOOK) is None


def test_what_an_input_method_composes_is_no_name_yet() -> None:
    screen = fresh()
    screen.on_press(press("1"), LOOK)
    screen.on_typed(Composing("に"), LOOK)
    screen.on_press(press("return"), LOOK)
    assert screen.draft.seats[0].name == "Orange"
    assert screen.names.place == 0


def test_pointing_into_the_name_moves_the_cursor_and_elsewhere_keeps_it() -> None:
    screen = fresh()
    box = spot(screen, LOOK, "Sky").box
    screen.edit(1)
    screen.on_typed(Typed("Seaside"), LOOK)
    assert screen.on_pointer(Pointer("down", box.x + 26, box.cy), LOOK) == Stay()
    screen.on_typed(Typed("The "), LOOK)
    assert screen.draft.seats[1].name == "The Seaside"
    title = Pointer("down", 400, 60)
    assert screen.on_pointer(title, LOOK) == Stay()
    assert not screen.typing
    assert screen.draft.seats[1].name == "The Seaside"


def test_pointing_at_a_control_keeps_the_name_and_works_it() -> None:
    screen = fresh()
    screen.edit(1)
    screen.on_typed(Typed("Sea"), LOOK)
    plus = spot(screen, LOOK, "Teams +").box
    screen.on_pointer(Pointer("down", plus.cx, plus.cy), LOOK)
    assert len(screen.draft.seats) == 5
    assert screen.draft.seats[1].name == "Sea"
    assert not screen.typing


def test_the_team_whose_name_is_typed_can_be_taken_away() -> None:
    screen = fresh()
    screen.edit(1)
    away = spot(screen, LOOK, "Remove Sky").box
    screen.on_pointer(Pointer("down", away.cx, away.cy), LOOK)
    assert [seat.colour for seat in screen.draft.seats] == ["orange", "green", "yellow"]
    assert not screen.typing


def test_the_session_can_have_a_name() -> None:
    screen = fresh()
    activate(screen, LOOK, "Name of the session")
    screen.on_typed(Typed(" Spring  kick-off "), LOOK)
    screen.on_press(press("return"), LOOK)
    assert not screen.typing
    assert begun(screen).name == "Spring kick-off"


# -- the plan


def test_both_ways_are_told_and_the_better_one_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = fresh()
    words = draw(screen, LOOK, monkeypatch).words
    assert "each team rolls 4 times" in words
    assert "12 cards for everybody" in words
    assert "suits four teams" in words
    assert begun(screen).plan.turns is Turns.ONE_BY_ONE
    for _ in range(4):
        screen.add_team()
    assert "each team rolls 2 times" in draw(screen, LOOK, monkeypatch).words
    assert begun(screen).plan.turns is Turns.TOGETHER


def test_a_way_that_was_chosen_stays() -> None:
    screen = fresh()
    activate(screen, LOOK, "Together")
    assert begun(screen).plan.turns is Turns.TOGETHER
    activate(screen, LOOK, "One by one")
    for _ in range(4):
        screen.add_team()
    assert begun(screen).plan.turns is Turns.ONE_BY_ONE


def test_minutes_are_shared_out(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = fresh()
    assert "play 36 · debrief 20" in draw(screen, LOOK, monkeypatch).words
    activate(screen, LOOK, "90")
    assert "play 56 · debrief 30" in draw(screen, LOOK, monkeypatch).words
    assert begun(screen).plan.minutes == 90


def test_the_first_deck_suggests_the_minutes_until_they_are_chosen() -> None:
    screen = fresh()
    screen.toggle_deck("cx-facts")
    screen.toggle_deck("outside-in")
    assert begun(screen).plan.minutes == 45
    screen.choose_preset("120")
    screen.toggle_deck("outside-in")
    assert begun(screen).plan.minutes == 120


# -- decks, board, language, room


def test_decks_are_chosen_and_left() -> None:
    screen = fresh()
    activate(screen, LOOK, "CX facts: guess first")
    assert [deck.id for deck in begun(screen).content.decks] == ["outside-in", "cx-facts"]
    activate(screen, LOOK, "Outside-in")
    assert [deck.id for deck in begun(screen).content.decks] == ["cx-facts"]


def test_without_a_deck_it_cannot_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = fresh()
    screen.toggle_deck("outside-in")
    assert "Choose a deck first." in draw(screen, LOOK, monkeypatch).words
    assert screen.on_next(LOOK) == Stay()
    screen.toggle_deck("cx-facts")
    screen.turn_to("main")
    begun(screen)


def test_the_cards_speak_their_own_language() -> None:
    screen = fresh()
    activate(screen, LOOK, "Nederlands")
    assert begun(screen).content.decks[0].title == "Van buiten naar binnen"
    assert spot(screen, LOOK, "Outside-in")


def test_the_cards_speak_the_interfaces_language_unless_told() -> None:
    screen = fresh()
    speak("nl")
    assert begun(screen).content.decks[0].title == "Van buiten naar binnen"
    assert spot(screen, LOOK, "Van buiten naar binnen")


def test_the_board_is_chosen_by_its_name() -> None:
    screen = fresh()
    titles = {board.in_language("en").title for board in screen.draft.boards()}
    met = set()
    for _board in titles:
        met.add(begun(screen).board.id)
        # The last one that has room beside the one chosen, or in its place: what comes next.
        activate(screen, LOOK, [s.name for s in screen.hotspots(LOOK) if s.name in titles][-1])
    assert met == {board.id for board in screen.draft.boards()}


def asked(screen: SetupScreen) -> str:
    """Id of what a session that begins now would ask in its debrief."""
    template = begun(screen).template
    return "" if template is None else template.id


def test_what_the_debrief_asks_is_chosen_at_a_glance_or_by_its_name() -> None:
    screen = fresh()
    assert asked(screen) == "six-phases"
    activate(screen, LOOK, "Debrief: Six phases")
    chosen = screen.draft.debrief
    assert chosen is not None
    assert chosen.id != "six-phases"
    far = look_at(FAR)
    screen.turn_to("time")
    activate(screen, far, "ORID")
    assert asked(screen) == "orid"


def test_every_debrief_is_reached_from_the_overview() -> None:
    screen = fresh()
    met = []
    for _debrief in screen.draft.debriefs():
        met.append(asked(screen))
        screen.next_debrief()
    assert sorted(met) == sorted(debrief.id for debrief in screen.draft.debriefs())
    assert asked(screen) == met[0]


def test_the_last_row_changes_the_setting_and_stays_in_sight() -> None:
    screen = fresh()
    assert activate(screen, LOOK, "10") == Change("seat", 1.69)
    far = look_at(FAR)
    assert spot(screen, far, "10")
    assert activate(screen, far, "6") == Change("seat", 1.0)
    activate(screen, LOOK, "Back")
    assert activate(screen, LOOK, "Back") == Pop() or activate(screen, LOOK, "Back") == Pop()


def test_the_smallest_letters_are_told_in_pixels(monkeypatch: pytest.MonkeyPatch) -> None:
    for size, px in (((1920, 1080), 34), ((3840, 2160), 68)):
        look = look_at(Wall(size))
        assert f"letters {px} px" in draw(fresh(), look, monkeypatch).words


BROKEN = "format: 1\nid: broken\ntitle: A broken deck\nlanguage: en\ncards: 7\n"


def with_broken(folder: Path) -> Library:
    (folder / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    return Library.of([scenarios_dir(), folder])


def test_a_deck_that_is_set_aside_leads_to_its_reasons(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = with_broken(tmp_path)
    # Few enough for one page: the list is turned in other tests.
    shelf = replace(shelf, decks=tuple(one for one in shelf.decks if one.id == "outside-in"))
    screen = fresh(shelf=shelf)
    outcome = activate(screen, LOOK, "A broken deck")
    assert isinstance(outcome, Push)
    assert isinstance(outcome.screen, DecksScreen)
    assert "broken.yaml:5: cards" in draw(outcome.screen, LOOK, monkeypatch).words
    assert screen.draft.decks == ["outside-in"]


def many(n: int) -> Library:
    decks = tuple(
        replace(library().decks[0], id=f"deck-{i}", title=f"Deck {i}", titles={}, languages=("en",))
        for i in range(n)
    )
    return replace(library(), decks=decks)


@pytest.mark.parametrize("wall", [NEAR, Wall(OLD), FAR, Wall(TOTEM)])
def test_every_one_of_many_decks_can_be_chosen(wall: Wall) -> None:
    look = look_at(wall)
    screen = fresh(shelf=many(17))
    activate(screen, look, "All 17 decks…" if wall is NEAR else "Decks")
    reached = set()
    for _ in range(17):
        check_places(screen, look)
        for place in screen.hotspots(look):
            if place.name.startswith("Deck "):
                reached.add(place.name)
        if all(place.name != "More decks" for place in screen.hotspots(look)):
            break
        activate(screen, look, "More decks")
    assert reached == {f"Deck {i}" for i in range(17)}


def test_no_deck_at_all_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = fresh(shelf=replace(library(), decks=()))
    assert "There is no deck that can be played." in draw(screen, LOOK, monkeypatch).words
    assert screen.on_next(LOOK) == Stay()


def test_a_damaged_installation_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = fresh(shelf=replace(library(), boards=(), rulesets=()))
    assert "boards and house rules are missing" in draw(screen, LOOK, monkeypatch).words
    assert screen.on_next(LOOK) == Stay()


# -- house rules


def test_every_house_rule_can_be_reached() -> None:
    left_out = {"turns", "together_ms"}  # one is the plan, the other no host would know
    assert {rule.name for rule in HOUSE_RULES} == {f.name for f in fields(Rules)} - left_out


@pytest.mark.parametrize("turns", list(Turns))
def test_the_rules_of_the_other_way_are_left_out(turns: Turns) -> None:
    shown = {rule.name for rule in house_rules(turns)}
    assert ("standings_every" in shown) is (turns is Turns.ONE_BY_ONE)
    assert ("customer_cards" in shown) is (turns is Turns.TOGETHER)


@pytest.mark.parametrize("rule", [r for r in HOUSE_RULES if not r.words], ids=lambda r: r.name)
def test_steps_lead_through_all_that_is_allowed(rule: object) -> None:
    known = next(known for known in HOUSE_RULES if known is rule)
    low, high = BOUNDS[known.name]
    for start, by, end in ((low, 1, high), (high, -1, low)):
        value: int | None = start
        seen = [start]
        while (value := stepped(known, seen[-1], by)) is not None:
            seen.append(value)
        assert seen[-1] == end
        assert sorted(seen, reverse=by < 0) == seen
        assert all(low <= value <= high for value in seen)
        assert all(known.tell(value) for value in seen)


def test_a_changed_rule_is_played_by() -> None:
    screen = fresh()
    activate(screen, LOOK, "House rules")
    activate(screen, LOOK, "Time to discuss +")
    activate(screen, LOOK, "Cards a team may pass −")
    activate(screen, LOOK, "hidden")
    activate(screen, LOOK, "teams")
    activate(screen, LOOK, "Done")
    rules = begun(screen).rules
    assert (rules.discuss_seconds, rules.passes, rules.hide_scores) == (105, 1, True)
    assert str(rules.judge) == "peers"


def test_rules_go_back_to_what_they_were() -> None:
    screen = fresh()
    activate(screen, LOOK, "House rules")
    assert all(place.name != "As they were" for place in screen.hotspots(LOOK))
    activate(screen, LOOK, "Time to discuss +")
    activate(screen, LOOK, "As they were")
    screen.turn_to("main")
    assert begun(screen).rules.discuss_seconds == 90


def test_a_rule_put_back_by_hand_counts_as_unchanged() -> None:
    draft = Draft(library())
    draft.set_rule("die", 8)
    assert draft.changed_rules() == ("die",)
    draft.set_rule("die", 6)
    assert draft.changed_rules() == ()


def test_a_short_session_talks_shorter_unless_told() -> None:
    draft = Draft(library())
    draft.choose_preset("taster")
    assert draft.rule("discuss_seconds") == 45
    draft.set_rule("discuss_seconds", 90)
    assert assemble(draft.choices(), library()).rules.discuss_seconds == 90


# -- what is plugged in


def test_buzzers_are_told_with_their_teams(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = fresh(plugged=(("USB", (0,)), ("USB", (1,)), ("USB", (7,))))
    assert "2 buzzers: Orange, Sky" in draw(screen, LOOK, monkeypatch).words


def test_without_buzzers_the_keys_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "keys 1 to 4 ring the bells" in draw(fresh(), LOOK, monkeypatch).words


def test_a_buzzer_for_every_team_needs_no_list(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = fresh(plugged=(("Box", (0, 1, 2, 3, 4)),))
    assert "4 buzzers: all teams" in draw(screen, LOOK, monkeypatch).words


def test_a_buzzer_that_is_plugged_in_changes_the_picture() -> None:
    desk = FakeDesk()
    screen = SetupScreen(desk)
    before = screen.key(LOOK), picture(screen, LOOK)
    desk.plugged = (("USB", (0,)),)
    assert screen.key(LOOK) != before[0]
    assert picture(screen, LOOK) != before[1]


def test_the_sound_can_be_tried() -> None:
    desk = FakeDesk()
    screen = SetupScreen(desk)
    assert activate(screen, LOOK, "Try the sound") == Stay()
    assert desk.played == ["bell-1"]


# -- how it looks


def test_the_picture_changes_with_everything_that_is_chosen() -> None:
    screen = fresh()
    seen = [(screen.key(LOOK), picture(screen, LOOK))]
    changes: list[Outcome | None] = []
    for step in (
        "Teams +", "Colour of Sky", "CX facts: guess first", "45", "The kickoff road",
        "Nederlands", "One by one", "Green", "House rules", "Time to discuss +",
    ):  # fmt: skip
        changes.append(activate(screen, LOOK, step))
        seen.append((screen.key(LOOK), picture(screen, LOOK)))
    assert changes == [Stay()] * len(changes)
    assert len({key for key, _ in seen}) == len({shot for _, shot in seen}) == len(seen)


def test_only_the_page_that_holds_everything_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = draw(fresh(), LOOK, monkeypatch).words
    pages = draw(fresh(), look_at(FAR), monkeypatch).words
    assert "Orange" in whole
    assert "Orange" not in pages


@every_wall_in_its_language
@pytest.mark.parametrize("page", ["main", "teams", "decks", "time", "rules"])
def test_every_page_fits_every_wall(
    page: str, language: str, wall: Wall, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(language)
    look = look_at(wall)
    for practise in (False, True) if page == "main" else (True,):
        screen = fresh(practise=practise, plugged=(("USB", (0, 1)),))
        if practise:
            for _ in range(5):
                screen.add_team()
        screen.turn_to(page)
        for _ in range(8):
            check_places(screen, look)
            drawn = draw(screen, look, monkeypatch)
            assert not drawn.overflowing()
            assert not drawn.smaller_than(wall.S)
            if screen.on_next(look) != Stay():
                break


@every_wall
def test_long_names_are_never_cut(wall: Wall, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = fresh()
    for _ in range(4):
        screen.add_team()
    for i in range(8):
        screen.draft.rename(i, f"{i} {LONG}"[:40])
    screen.draft.rename(7, f"0 {LONG}"[:40])
    look = look_at(wall)
    for page in ("main", "teams"):
        screen.turn_to(page)
        for editing in (None, 3):
            if editing is not None and page == "teams":
                screen.edit(editing)
            check_places(screen, look)
            assert not draw(screen, look, monkeypatch).overflowing()


def test_there_is_a_second_language_to_switch_to() -> None:
    assert len(available()) > 1
