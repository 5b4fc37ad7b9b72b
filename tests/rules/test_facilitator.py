"""What the facilitator can do at any moment, and that none of it blocks play."""

from __future__ import annotations

from typing import Any

import pytest

from game.rules.actions import (
    AddTeam,
    Adjust,
    ChangeRule,
    ChooseCategory,
    EditTeam,
    LockAnswer,
    MarkBell,
    Next,
    NoteInsight,
    PutNext,
    RemoveTeam,
    ReplaceCard,
    RingBell,
    Roll,
    SkipCard,
)
from game.rules.domains import OtherCard
from game.rules.events import CardDrawn, InsightNoted, PutOnTop, Replaced, Scored, Skipped
from game.rules.legal import legal_actions, offers_of
from game.rules.state import (
    COLOURS,
    Choosing,
    MirrorTold,
    OnCard,
    Podium,
    Standings,
    Step,
    TwistTold,
    Why,
)
from tests.rules.pieces import DILEMMAS, dilemma, quiz
from tests.rules.table import (
    NAMES,
    answered,
    bells,
    by_next,
    customers,
    game,
    happens,
    on_card,
    play,
    ready,
    refused,
    stage,
    the,
    to_card,
)

# Scores


def test_customers_are_given_and_taken_with_a_reason() -> None:
    state, events = happens(ready(), Adjust(1, 4, "a fine question"))
    assert the(events, Scored) == Scored(1, 4, 4, Why.ADJUSTED, "a fine question")
    assert customers(play(state, Adjust(1, -1, ""))) == (0, 3, 0)


def test_a_correction_stops_at_the_floor_and_tells_what_was_applied() -> None:
    state, events = happens(play(ready(), Adjust(1, 2, "")), Adjust(1, -5, "too loud"))
    assert the(events, Scored) == Scored(1, -5, -2, Why.ADJUSTED, "too loud")
    assert customers(state) == (0, 0, 0)


def test_without_the_floor_a_score_can_sink_below_nought() -> None:
    state = play(ready(floor_at_zero=False), Adjust(1, -5, ""))
    assert customers(state) == (0, -5, 0)
    # With the floor again, nothing is taken from it, and it can rise.
    state = play(state, ChangeRule("floor_at_zero", True), Adjust(1, -1, ""))
    assert customers(state) == (0, -5, 0)
    assert customers(play(state, Adjust(1, 2, ""))) == (0, -3, 0)


def test_a_correction_of_a_revealed_card_is_no_gain_of_the_card() -> None:
    state = answered(on_card(dilemma("x")), 1)
    gains = stage(state).gains
    assert stage(play(state, Adjust(0, 2, ""))).gains == gains


@pytest.mark.parametrize("points", [100, -100, 1.5, True, "2"])
def test_a_correction_has_bounds(points: Any) -> None:
    assert refused(ready(), Adjust(0, points, "")) == "out_of_bounds"


# Cards


def test_a_card_can_be_skipped_and_the_turn_ends() -> None:
    state, events = happens(on_card(dilemma("x")), SkipCard())
    assert the(events, Skipped) == Skipped("x")
    assert (state.active, state.teams[0].turns) == (1, 1)
    assert state.records == ()
    assert customers(state) == (0, 0, 0)


def test_a_card_skipped_after_a_view_was_rung_for_costs_no_token() -> None:
    state = play(on_card(dilemma("x")), LockAnswer(0, 1), RingBell(1, 50), SkipCard())
    assert state.teams[1].tokens == 2


def test_a_skipped_twist_does_nothing_and_the_team_still_draws_a_card() -> None:
    state = play(ready(path="st", die=1), Roll(), Next())
    assert isinstance(state.stage, TwistTold)
    before = state.teams
    state = play(state, SkipCard())
    assert isinstance(state.stage, Choosing)
    assert state.teams == before


def test_a_skipped_mirror_pays_nobody() -> None:
    state = play(ready(path="sm", die=1), Roll(), Next())
    assert isinstance(state.stage, MirrorTold)
    state = play(state, SkipCard())
    assert (customers(state), state.active) == ((0, 0, 0), 1)


def test_a_card_can_be_replaced_by_another_of_its_pile() -> None:
    state, events = happens(on_card(dilemma("x"), 2, dilemma("y")), ReplaceCard())
    assert the(events, Replaced) == Replaced("x")
    assert the(events, CardDrawn).card == "y"
    assert stage(state).step is Step.READ
    assert state.teams[0].passes == 2


def test_a_replaced_bell_card_closes_its_bells() -> None:
    state = play(on_card(quiz("x"), 3, quiz("y")), RingBell(1, 100), Next(), at=100)
    state = play(state, ReplaceCard())
    assert bells(state).phase == "armed"
    assert bells(state).locked == ()
    assert state.clock is None


@pytest.mark.parametrize(("path", "kind"), [("st", TwistTold), ("sm", MirrorTold)])
def test_twists_and_mirrors_can_be_replaced_too(path: str, kind: type) -> None:
    before = play(ready(path=path, die=1), Roll(), Next())
    state = play(before, ReplaceCard())
    assert isinstance(state.stage, kind)
    assert state.stage != before.stage


def test_the_only_card_cannot_be_replaced() -> None:
    assert refused(on_card(dilemma("x")), ReplaceCard()) == "not_now"


@pytest.mark.parametrize("action", [SkipCard(), ReplaceCard()])
def test_a_revealed_card_is_neither_skipped_nor_replaced(action: SkipCard | ReplaceCard) -> None:
    state = answered(on_card(dilemma("x"), 3, dilemma("y")), 1)
    assert refused(state, action) == "not_now"
    assert refused(play(state, Next()), action) == "not_now"


def test_a_chosen_card_can_be_put_next_and_taken_back() -> None:
    state, events = happens(ready(), PutNext("7"))
    assert the(events, PutOnTop) == PutOnTop("7")
    assert stage(to_card(state)).card == "7"
    assert play(state, PutNext("")).put_next == ""


def test_a_card_can_be_put_next_before_play() -> None:
    assert stage(to_card(play(game(cards=DILEMMAS, path="si"), PutNext("3")))).card == "3"


def test_the_open_card_cannot_be_put_next() -> None:
    state = on_card(dilemma("x"), 3, dilemma("y"))
    assert refused(state, PutNext("x")) == "no_such_card"
    assert refused(state, PutNext("z")) == "no_such_card"


def test_every_card_but_the_open_one_is_offered_to_come_next() -> None:
    (offer,) = offers_of(on_card(dilemma("x"), 2, dilemma("y"), dilemma("z")), PutNext)
    domain = offer.field("card")
    assert isinstance(domain, OtherCard)
    assert set(domain.values) == {"", "y", "z"}


def test_put_next_and_replace_show_the_chosen_card_at_once() -> None:
    state = on_card(dilemma("x"), 3, dilemma("y"), dilemma("z", category="design"))
    state = play(state, PutNext("z"), ReplaceCard())
    assert (stage(state).card, stage(state).pile) == ("z", "design")


# Insights


@pytest.mark.parametrize("team", [None, 1])
def test_an_insight_can_be_noted_at_any_moment(team: int | None) -> None:
    for _, _events, after in by_next(game(2, rounds=2)):
        if not offers_of(after, NoteInsight):
            continue
        state, events = happens(after, NoteInsight(team, "They wait for us."))
        assert the(events, InsightNoted) == InsightNoted(team, "They wait for us.")
        about = {OnCard: "card", TwistTold: "twist", MirrorTold: "mirror"}.get(type(after.stage))
        assert state.insights[-1].about == (getattr(after.stage, about) if about else "")


def test_every_insight_is_kept_in_the_order_they_came() -> None:
    state = play(ready(), NoteInsight(0, "one"), NoteInsight(None, "two"), NoteInsight(2, "three"))
    assert [(one.team, one.text) for one in state.insights] == [
        (0, "one"),
        (None, "two"),
        (2, "three"),
    ]


@pytest.mark.parametrize("text", ["", "  ", "x" * 10_001, 3])
def test_an_insight_says_something(text: Any) -> None:
    assert refused(ready(), NoteInsight(None, text)) == "out_of_bounds"


# None of this blocks play


def test_corrections_are_open_at_any_moment() -> None:
    for _, _events, after in by_next(game(3, rounds=2)):
        if not offers_of(after, Next):
            continue  # the session is closed
        kinds = {offer.action for offer in legal_actions(after)}
        assert kinds >= {Adjust, NoteInsight, EditTeam, RemoveTeam, ChangeRule}
        over = isinstance(after.stage, Podium) or after.stage == Standings(final=True)
        assert (AddTeam in kinds) is (PutNext in kinds) is not over


def test_a_wrong_mark_at_the_bell_can_be_put_right_by_hand() -> None:
    state = play(on_card(quiz("q")), Next(), RingBell(1, 5), MarkBell(False), Adjust(1, 2, "right"))
    assert customers(state) == (0, 2, 0)


def test_a_choice_of_category_stays_open_while_the_facilitator_corrects() -> None:
    state = play(ready(path="s?", die=1), Roll(), Next(), Adjust(0, 1, ""), EditTeam(0, "A", "ink"))
    assert isinstance(play(state, ChooseCategory("insights")).stage, OnCard)


def test_names_are_enough_for_eight() -> None:
    assert len(NAMES) == len(COLOURS) == 8
