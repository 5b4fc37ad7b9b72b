"""What the facilitator can do at any moment, and that none of it blocks play."""

from __future__ import annotations

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
    SetAnswer,
    SetTurn,
    SkipCard,
    WritePlan,
)
from game.rules.cards import CustomersEffect, Play, RollEffect, Twist, Who
from game.rules.events import (
    CardDrawn,
    InsightNoted,
    PutOnTop,
    Replaced,
    RollGranted,
    Scored,
    Skipped,
    TurnGiven,
)
from game.rules.legal import legal_actions, offers_of
from game.rules.ruleset import Turns
from game.rules.state import (
    COLOURS,
    Choosing,
    IfThen,
    Landed,
    MirrorTold,
    OnCard,
    Podium,
    Standings,
    State,
    Step,
    TwistTold,
    Why,
    evolve,
)
from tests.rules.pieces import commit, dilemma, quiz
from tests.rules.table import (
    NAMES,
    answered,
    bells,
    by_next,
    customers,
    each,
    game,
    happens,
    on_card,
    play,
    refused,
    stage,
    the,
    through_turn,
    to_card,
    to_ready,
)

CARDS = [dilemma(str(i)) for i in range(20)]


def ready(teams: int = 3, **setup: object) -> State:
    return to_ready(
        game(teams, **{"cards": CARDS, "path": "s" + "?" * 11, "personas": (), **setup})
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
def test_a_correction_has_bounds(points: object) -> None:
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
    assert stage(to_card(play(game(cards=CARDS, path="si"), PutNext("3")))).card == "3"


def test_the_open_card_cannot_be_put_next() -> None:
    state = on_card(dilemma("x"), 3, dilemma("y"))
    assert refused(state, PutNext("x")) == "no_such_card"
    assert refused(state, PutNext("z")) == "no_such_card"


def test_put_next_and_replace_show_the_chosen_card_at_once() -> None:
    state = on_card(dilemma("x"), 3, dilemma("y"), dilemma("z", category="design"))
    state = play(state, PutNext("z"), ReplaceCard())
    assert (stage(state).card, stage(state).pile) == ("z", "design")


# Turns


def test_the_turn_can_be_given_to_another_team_which_comes_before_the_one_that_had_it() -> None:
    state, events = happens(ready(4), SetTurn(2))
    assert the(events, TurnGiven) == TurnGiven(2)
    assert (state.active, state.queue) == (2, (0, 1, 3))
    order = []
    for _ in range(4):
        order.append(state.active)
        state = through_turn(state)
    assert order == [2, 0, 1, 3]
    assert {team.turns for team in state.teams} == {1}


def test_whoever_is_given_the_turn_has_not_rolled_again_yet() -> None:
    state = play(evolve(ready(3), roll_again=True, rolled_again=True), SetTurn(1))
    assert (state.roll_again, state.rolled_again) == (False, False)


def test_a_team_that_has_played_may_get_another_turn() -> None:
    state = play(through_turn(ready(3)), SetTurn(0))
    assert (state.active, state.queue) == (0, (1, 2))
    for _ in range(3):
        state = through_turn(state)
    assert [team.turns for team in state.teams] == [2, 1, 1]


def test_a_turn_card_changes_hands_with_its_answer_gone() -> None:
    state = play(on_card(dilemma("x")), SetAnswer(0, 1), SetTurn(2))
    assert (stage(state).team, stage(state).answers, state.active) == (2, (), 2)
    assert customers(answered(state, 1)) == (0, 0, 3)
    plan = play(on_card(commit("x")), WritePlan(0, IfThen(cue="a")), SetTurn(1))
    assert stage(plan).plan is None


def test_a_card_for_everyone_keeps_its_answers_when_the_turn_changes() -> None:
    state = play(on_card(dilemma("x", play=Play.EVERYONE)), SetAnswer(0, 1), SetTurn(2))
    assert (stage(state).team, stage(state).answers) == (2, ((0, 1),))


@pytest.mark.parametrize("path", ["st", "sm", "s?"])
def test_the_turn_can_change_while_a_twist_a_mirror_or_a_choice_is_open(path: str) -> None:
    state = play(ready(path=path, die=1), Roll(), Next(), SetTurn(1))
    assert state.active == 1
    assert through_turn(state).active == 0


def test_a_twist_befalls_the_team_that_was_given_the_turn() -> None:
    twist = Twist(
        id="t", title="", prompt="", effects=(CustomersEffect(who=Who.SELF, customers=2),)
    )
    state = play(ready(path="st", die=1, twists=(twist,)), Roll(), Next(), SetTurn(2), Next())
    assert customers(state) == (0, 0, 2)


def test_a_turn_does_not_change_with_a_pawn_under_way_or_an_answer_locked() -> None:
    state = play(ready(), Roll())
    assert isinstance(state.stage, Landed)
    assert refused(state, SetTurn(1)) == "not_now"
    assert refused(play(on_card(dilemma("x")), LockAnswer(0, 1)), SetTurn(1)) == "not_now"
    assert refused(answered(on_card(dilemma("x")), 1), SetTurn(1)) == "not_now"


def test_the_turn_is_not_given_to_the_team_that_has_it() -> None:
    assert refused(ready(), SetTurn(0)) == "not_this_team"
    assert refused(ready(1), SetTurn(0)) == "not_now"


def test_an_extra_roll_stays_with_the_team_that_won_it() -> None:
    twists = [Twist(id=f"t{i}", title="", prompt="", effects=(RollEffect(),)) for i in range(3)]
    state = play(ready(path="st", die=1, twists=twists), Roll(), Next())
    state, events = happens(state, Next())
    assert each(events, RollGranted)
    state = through_turn(play(state, SetTurn(1)))
    assert (state.active, state.rolled_again) == (0, False)


def test_together_the_die_can_be_given_away() -> None:
    state = play(ready(4, turns=Turns.TOGETHER), SetTurn(2))
    assert state.active == 2
    assert through_turn(state).active == 3


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


@pytest.mark.parametrize("text", ["", "  ", "x" * 10_001, 3])
def test_an_insight_says_something(text: object) -> None:
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
