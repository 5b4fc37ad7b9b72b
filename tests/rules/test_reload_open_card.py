"""The card on the wall is mended while it is played."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from game.rules.actions import (
    EndPlay,
    LockAnswer,
    MarkBell,
    Next,
    PassCard,
    ReplaceCard,
    RingBell,
    SetAnswer,
    SkipCard,
)
from game.rules.cards import ChoiceCard, Option, OrderCard, Play
from game.rules.events import ContentReloaded
from game.rules.reload import answer_places
from game.rules.state import BELL, Step
from tests.rules import table
from tests.rules.mended import FIRST, OTHER, THIRD, reloaded
from tests.rules.pieces import dilemma, estimate, open_card, order, quiz
from tests.rules.table import play, stage


def options(card: ChoiceCard, *texts: str) -> ChoiceCard:
    return replace(card, options=tuple(Option(text=text, points=1) for text in texts))


class TestOpenCard:
    def test_a_typo_is_mended_where_the_card_is_open_and_the_clock_runs_on(self) -> None:
        state = table.to_step(table.on_card(FIRST, 3, OTHER), Step.DISCUSS, at=5000)
        state = play(state, SetAnswer(0, 1), at=6000)
        better = replace(FIRST, prompt="!")
        after, told = reloaded(state, better, OTHER, at=9000)
        assert after.card == better
        assert after.stage == state.stage
        assert after.clock == state.clock
        assert told == ContentReloaded(changed=("d/first",), added=(), removed=())

    def test_another_key_pays_at_the_reveal(self) -> None:
        card = quiz("d/quiz", key=1, play=Play.TURN)
        state = play(table.on_card(card, 1), SetAnswer(0, 2))
        state, _ = reloaded(state, quiz("d/quiz", key=2, play=Play.TURN))
        assert table.customers(table.answered(state, 2)) == (3,)

    def test_scores_that_were_given_stay(self) -> None:
        state = table.answered(table.on_card(FIRST, 1), 1)
        after, _ = reloaded(state, dilemma("d/first", (0, 0, 0)))
        assert table.customers(after) == table.customers(state) == (3,)
        assert stage(after).gains == stage(state).gains
        assert after.teams[0].meters == state.teams[0].meters

    def test_an_answer_goes_with_its_option_when_options_change_places(self) -> None:
        card = options(FIRST, "ring", "write", "wait")
        state = play(table.on_card(card, 2), SetAnswer(0, 1))
        after, told = reloaded(state, options(FIRST, "write", "wait", "ring back"))
        assert stage(after).answers == ((0, 0),)
        assert not told.withdrawn

    def test_an_answer_to_other_options_is_withdrawn_and_told(self) -> None:
        state = play(table.on_card(FIRST, 2), SetAnswer(0, 2))
        after, told = reloaded(state, options(FIRST, "yes", "no"))
        assert stage(after).answers == ()
        assert told.withdrawn == (0,)
        unanswered = play(table.to_step(table.on_card(FIRST, 2), Step.DISCUSS), Next())
        assert stage(unanswered).asked
        assert not stage(reloaded(unanswered, options(FIRST, "yes", "no"))[0]).asked
        # The question is asked anew: Next finds the answer missing.
        after = play(table.to_step(after, Step.DISCUSS), Next())
        assert stage(after).asked

    def test_once_an_answer_is_locked_other_options_wait_until_the_card_is_done(self) -> None:
        state = play(table.on_card(FIRST, 1, OTHER), LockAnswer(0, 2))
        better = options(FIRST, "yes", "no")
        after, told = reloaded(state, better, OTHER)
        assert told.waits == "d/first"
        assert (after.card, stage(after).answers) == (FIRST, ((0, 2),))
        after = table.through_turn(after)
        assert after.content.card_by_id["d/first"] == better
        assert after.content == after.content.newest()

    def test_once_an_answer_is_locked_a_typo_is_mended_all_the_same(self) -> None:
        state = play(table.on_card(FIRST, 1, OTHER), LockAnswer(0, 2))
        turned = replace(FIRST, options=FIRST.options[::-1])
        after, told = reloaded(state, turned, OTHER)
        assert (told.waits, told.withdrawn) == ("", ())
        assert (after.card, stage(after).answers) == (turned, ((0, 0),))

    def test_where_nobody_answered_other_options_need_not_wait(self) -> None:
        state = table.to_step(table.on_card(FIRST, 1, OTHER), Step.REVEAL)
        better = options(FIRST, "yes", "no")
        after, told = reloaded(state, better, OTHER)
        assert (told.waits, after.card) == ("", better)

    def test_another_kind_waits_until_the_card_is_done(self) -> None:
        state = table.on_card(FIRST, 2, OTHER)
        after, told = reloaded(state, order("d/first"), OTHER)
        assert (told.waits, after.card) == ("d/first", FIRST)
        played = play(after, SkipCard())
        assert isinstance(played.content.card_by_id["d/first"], OrderCard)
        pile = played.pile("design")
        assert pile is not None
        assert pile.played == ("d/first",)
        assert played.pile("insights") is not None

    def test_another_kind_mended_again_waits_no_more(self) -> None:
        state, _ = reloaded(table.on_card(FIRST, 2), order("d/first"))
        state, told = reloaded(state, replace(FIRST, title="better"))
        assert told.waits == ""
        assert state.card is not None
        assert state.card.title == "better"
        assert state.content.waiting is None

    def test_another_play_waits_too(self) -> None:
        state, told = reloaded(table.on_card(FIRST, 3), replace(FIRST, play=Play.EVERYONE))
        assert told.waits == "d/first"
        assert stage(state).play is Play.TURN

    @pytest.mark.parametrize("away", [SkipCard(), ReplaceCard(), PassCard(0), EndPlay()])
    def test_a_card_that_is_gone_stays_open_and_never_comes_again(self, away: Any) -> None:
        state = table.on_card(FIRST, 2, OTHER, THIRD)
        state, told = reloaded(state, OTHER, THIRD)
        assert (state.card, told.removed) == (FIRST, ("d/first",))
        state = play(state, SetAnswer(0, 1))
        state = play(state, away)
        piles = [card for pile in state.piles for card in (*pile.cards, *pile.played)]
        assert "d/first" not in piles
        assert state.content.card_by_id["d/first"] == FIRST

    def test_a_card_that_is_gone_is_played_and_pays(self) -> None:
        state, _ = reloaded(table.on_card(FIRST, 1, OTHER), OTHER)
        state = table.through_turn(table.answered(state, 1))
        assert table.customers(state) == (3,)
        assert state.records[-1].card == "d/first"

    def test_a_bell_card_that_is_gone_is_rung_and_marked(self) -> None:
        card = quiz("q/bell")
        state = play(table.on_card(card, 2, FIRST), Next())
        state, _ = reloaded(state, FIRST)
        state = play(state, RingBell(1, 5), MarkBell(True), at=5)
        assert table.customers(state) == (0, 2)
        assert table.through_turn(state).pile(BELL) is None

    def test_items_are_drawn_anew_where_there_are_other_ones(self) -> None:
        card = order("o/one", (0, 1, 2, 3))
        state = play(table.on_card(card, 1), SetAnswer(0, (3, 2, 1, 0)))
        after, told = reloaded(state, order("o/one", (0, 1, 2)))
        assert sorted(stage(after).shown) == [0, 1, 2]
        assert told.fell == stage(after).shown
        assert told.withdrawn == (0,)

    def test_items_that_change_places_take_answers_along(self) -> None:
        card = order("o/one", (0, 1, 2))
        state = play(table.on_card(card, 1), SetAnswer(0, (2, 0, 1)))
        a, b, c = card.items
        after, told = reloaded(state, replace(card, items=(b, c, a)))
        assert not told.fell
        items = after.card.items if isinstance(after.card, OrderCard) else ()
        before = [card.items[i].text for i in stage(state).shown]
        assert [items[i].text for i in stage(after).shown] == before
        (given,) = [answer for _, answer in stage(after).answers]
        assert isinstance(given, tuple)
        assert [items[i] for i in given] == [c, a, b]


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        ("abc", "abc", (0, 1, 2)),
        ("abc", "cab", (1, 2, 0)),
        ("abc", "abx", (0, 1, 2)),
        ("abc", "xyz", (0, 1, 2)),  # all mended, none moved
        ("abc", "cax", (1, 2, 0)),  # moved, and one mended
        ("abcd", "xbya", None),  # moved, and two mended: nobody can tell which is which
        ("abc", "ab", None),
        ("aab", "aab", (0, 1, 2)),
    ],
)
def test_where_options_have_gone(old: str, new: str, places: tuple[int, ...] | None) -> None:
    assert answer_places(options(FIRST, *old), options(FIRST, *new)) == places


def test_what_other_answers_mean() -> None:
    guess = estimate("e/one")
    assert answer_places(guess, replace(guess, answer=9.0)) == ()
    assert answer_places(guess, replace(guess, unit="days")) is None
    assert answer_places(open_card("o/a"), open_card("o/a", category="design")) == ()
    assert answer_places(guess, FIRST) is None
