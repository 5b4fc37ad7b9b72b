"""Refusals: each with a reason a person can do something with, and the state untouched."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any, Unpack

import pytest

from game.rules.actions import (
    ACTIONS,
    Action,
    AddTeam,
    Adjust,
    ChangeRule,
    ChooseCategory,
    CommitPlan,
    DropPlan,
    EditTeam,
    EndPlay,
    GoTo,
    Hold,
    Judge,
    LockAnswer,
    Next,
    NoteInsight,
    PassCard,
    PauseClock,
    PutNext,
    RemoveTeam,
    RingBell,
    Roll,
    SetAnswer,
    SetTurn,
    TimeUp,
    WritePlan,
)
from game.rules.apply import _MAKE, apply
from game.rules.aside import MOST_WORDS
from game.rules.cards import Play
from game.rules.plans import MOST_PLAN
from game.rules.refusal import IllegalAction, Refusal, SetupError, SetupFault
from game.rules.start import MOST_NAME
from game.rules.state import Held, IfThen, Part, State, evolve
from game.rules.verify import can, verify
from tests.rules.pieces import TEMPLATE, commit, dilemma, quiz
from tests.rules.setups import Table
from tests.rules.table import by_next, game, on_card, play, refused, to_ready, with_team


def card(**setup: Unpack[Table]) -> State:
    return on_card(dilemma("x"), 3, dilemma("y"), **setup)


def viewed() -> State:
    """Team 2 argues its view; team 0 has come over."""
    state = play(
        on_card(dilemma("x", play=Play.EVERYONE)),
        Next(),
        Next(),
        SetAnswer(0, 0),
        SetAnswer(1, 0),
        SetAnswer(2, 1),
        Next(),
        RingBell(2, 5),
    )
    return play(state, SetAnswer(0, 1))


def at_plans() -> State:
    """The teams write their plans."""
    state = play(to_ready(game(2, template=TEMPLATE)), EndPlay())
    return play(state, GoTo(Part.COMMIT))


EACH = [
    (Refusal.NOT_NOW, card, Roll()),
    (Refusal.NO_SUCH_TEAM, card, LockAnswer(7, 1)),
    (Refusal.NOT_THIS_TEAM, card, LockAnswer(1, 1)),
    (Refusal.NOT_AN_ANSWER, card, LockAnswer(0, 9)),
    (
        Refusal.NO_SUCH_CATEGORY,
        lambda: play(to_ready(game(2, path="s?", die=1)), Roll(), Next()),
        ChooseCategory("price"),
    ),
    (Refusal.NO_SUCH_CARD, card, PutNext("z")),
    (Refusal.BELL_CLOSED, card, RingBell(1, 5)),
    (
        Refusal.ALREADY_RUNG,
        lambda: play(on_card(quiz("q")), Next(), RingBell(1, 5)),
        RingBell(1, 6),
    ),
    (
        Refusal.NO_TOKENS,
        lambda: play(with_team(card(), 1, tokens=0), LockAnswer(0, 1)),
        RingBell(1, 5),
    ),
    (Refusal.ALREADY_CHANGED, viewed, SetAnswer(0, 2)),
    (Refusal.NO_PASSES, lambda: card(passes=0), PassCard(0)),
    (Refusal.NO_OTHER_CARD, lambda: on_card(dilemma("x")), PassCard(0)),
    (Refusal.OUT_OF_BOUNDS, card, Adjust(0, 100, "")),
    (Refusal.NO_CLOCK, card, PauseClock()),
    (Refusal.TOO_SOON, lambda: play(card(), Next()), TimeUp()),
    (Refusal.NAME_TAKEN, card, AddTeam("orange", "ink")),
    (Refusal.NAME_EMPTY, card, AddTeam(" ", "ink")),
    (Refusal.COLOUR_TAKEN, card, AddTeam("New", "sky")),
    (Refusal.TOO_MANY_TEAMS, lambda: game(8), AddTeam("New", "sky")),
    (Refusal.LAST_TEAM, lambda: game(1), RemoveTeam(0)),
    (Refusal.NO_SUCH_RULE, card, ChangeRule("luck", 1)),
    (Refusal.NO_SUCH_PAGE, at_plans, GoTo(Part.READ, 0)),
    (Refusal.NO_SUCH_PLAN, at_plans, DropPlan(0, 0)),
    (Refusal.PLAN_EMPTY, at_plans, CommitPlan(0, IfThen(cue=" "))),
    (Refusal.PLAN_TOO_LONG, at_plans, CommitPlan(0, IfThen(cue="x" * 2001))),
    (
        Refusal.TOO_MANY_PLANS,
        lambda: play(at_plans(), *[CommitPlan(0, IfThen(cue="if"))] * 6),
        CommitPlan(0, IfThen(cue="if")),
    ),
    (Refusal.HELD, lambda: play(to_ready(game(2)), Hold(Held.PAUSED)), Roll()),
]


@pytest.mark.parametrize(("reason", "begin", "action"), EACH, ids=[str(one[0]) for one in EACH])
def test_every_reason_has_its_moment(
    reason: Refusal, begin: Callable[[], State], action: Action
) -> None:
    state = begin()
    before = deepcopy(state)
    with pytest.raises(IllegalAction) as refusal:
        apply(state, action)
    assert (refusal.value.reason, refusal.value.action) == (reason, action)
    assert str(refusal.value) == f"{type(action).__name__}: {reason}"
    assert state == before


def test_there_is_a_test_for_every_reason() -> None:
    assert {reason for reason, _, _ in EACH} == set(Refusal)


def test_every_action_can_be_made() -> None:
    assert set(_MAKE) == set(ACTIONS.values())


def test_can_and_verify_say_the_same_as_apply() -> None:
    state = card()
    assert can(state, LockAnswer(0, 1))
    assert not can(state, LockAnswer(1, 1))
    verify(state, LockAnswer(0, 1))
    with pytest.raises(IllegalAction):
        verify(state, LockAnswer(1, 1))


@pytest.mark.parametrize("team", [-1, 99, 1.0, True, "1", (1,), [1], {}, None])
def test_no_value_of_a_team_is_too_strange(team: Any) -> None:
    no_plan: Any = None
    states = [
        card(),
        on_card(quiz("q")),
        on_card(commit("c")),
        viewed(),
        play(card(), LockAnswer(0, 1)),
        to_ready(game(3)),
    ]
    for state in states:
        for action in (
            SetAnswer(team, 1),
            LockAnswer(team, 1),
            RingBell(team, 5),
            PassCard(team),
            SetTurn(team),
            RemoveTeam(team),
            Judge(team, 1),
            EditTeam(team, "A", "ink"),
            Adjust(team, 1, ""),
            WritePlan(team, no_plan),
        ):
            refused(state, action)
    if team is not None:
        refused(card(), NoteInsight(team, "x"))


@pytest.mark.parametrize("value", [None, 3, 1.5, True, "x" * 41, ("a",), ["a"], {}, object()])
def test_no_value_of_a_name_card_or_rule_is_too_strange(value: Any) -> None:
    listed: Any = [value]
    for action in (
        AddTeam(value, "ink"),
        AddTeam("New", value),
        EditTeam(0, value, "ink"),
        EditTeam(0, "New", value),
        PutNext(value),
        ChangeRule(value, 1),
        ChangeRule("die", listed),
        NoteInsight(None, listed),
        Adjust(0, 1, listed),
        Hold(listed),
        RingBell(0, value),
    ):
        refused(card(), action)


def test_a_refusal_says_what_was_refused_and_why() -> None:
    with pytest.raises(IllegalAction, match=r"^LockAnswer: not_this_team$"):
        verify(card(), LockAnswer(1, 1))


def test_a_set_up_that_cannot_be_says_what_is_wrong_with_which() -> None:
    assert str(SetupError(SetupFault.NAME_TAKEN, "Aces")) == "name_taken: Aces"
    assert str(SetupError(SetupFault.NO_CARDS)) == "no_cards"


def test_a_plan_is_only_missed_where_there_could_be_one() -> None:
    for state, why in (
        (card(), "not_now"),
        (play(to_ready(game(2, template=TEMPLATE)), EndPlay()), "no_such_plan"),
        (play(to_ready(game(2)), EndPlay()), "not_now"),
        (to_ready(game(2, template=TEMPLATE)), "not_now"),
        (at_plans(), "no_such_plan"),
    ):
        assert refused(state, DropPlan(0, 0)) == why
    assert refused(at_plans(), DropPlan(7, 0)) == "no_such_team"


def test_words_may_be_as_long_as_is_said_and_no_longer() -> None:
    for longest, longer in (
        (AddTeam("x" * MOST_NAME, "ink"), AddTeam("x" * (MOST_NAME + 1), "ink")),
        (NoteInsight(None, "x" * MOST_WORDS), NoteInsight(None, "x" * (MOST_WORDS + 1))),
        (Adjust(0, 1, "x" * MOST_WORDS), Adjust(0, 1, "x" * (MOST_WORDS + 1))),
    ):
        assert can(card(), longest)
        assert refused(card(), longer) == "out_of_bounds"
    assert can(at_plans(), CommitPlan(0, IfThen(cue="x" * MOST_PLAN)))


def test_something_that_is_no_action_is_refused_too() -> None:
    nothing: Any = object()
    assert refused(card(), nothing) == "not_now"


def test_a_closed_session_refuses_everything() -> None:
    state = list(by_next(game(2, rounds=1)))[-1][2]
    for action in (
        Next(),
        Adjust(0, 1, ""),
        Hold(Held.BLACK),
        RemoveTeam(1),
        ChangeRule("die", 4),
        AddTeam("New", "ink"),
        EditTeam(0, "New", "ink"),
        NoteInsight(None, "x"),
    ):
        assert refused(state, action) == "not_now"


def test_held_is_only_said_of_what_could_be_done_otherwise() -> None:
    state = play(card(), Hold(Held.PAUSED))
    assert refused(state, Roll()) == "not_now"
    assert refused(evolve(state, held=None), Roll()) == "not_now"
