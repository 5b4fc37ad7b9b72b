"""The plan and the house rules at set-up."""

from __future__ import annotations

from dataclasses import fields

import pytest

from game.rules.ruleset import BOUNDS, Rules, Turns
from game.screens.setup.draft import Draft
from game.session.assemble import assemble
from game.session.houserules import HOUSE_RULES, house_rules, stepped
from tests.screens.outside import activate, draw, library
from tests.screens.settingup import LOOK, begun, fresh


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
