"""Decks that are mended while a game runs, as sequences of play."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from game.rules.actions import (
    AddTeam,
    Begin,
    EndPlay,
    LockAnswer,
    MarkBell,
    Next,
    PassCard,
    PutNext,
    ReplaceCard,
    RingBell,
    SetAnswer,
    SkipCard,
)
from game.rules.cards import Card, ChoiceCard, Content, Option, OrderCard, Persona, Play
from game.rules.events import ContentReloaded
from game.rules.legal import legal_actions
from game.rules.refusal import IllegalAction, Refusal, SetupError, SetupFault
from game.rules.reload import answer_places, reload
from game.rules.state import (
    BELL,
    TWIST,
    ChooseFor,
    Choosing,
    MirrorTold,
    Over,
    Personas,
    State,
    Step,
    TwistTold,
    evolve,
)
from tests.rules import pieces, table
from tests.rules.pieces import dilemma, estimate, open_card, order, quiz
from tests.rules.table import play, stage

FIRST, OTHER, THIRD = dilemma("d/first"), dilemma("d/other"), dilemma("d/third")


def with_cards(state: State, *cards: Card, **fields: Any) -> Content:
    """The decks with these cards instead."""
    return replace(state.content.newest(), cards=cards, **fields)


def reloaded(
    state: State, *cards: Card, at: int = 0, **fields: Any
) -> tuple[State, ContentReloaded]:
    after, events = reload(state, with_cards(state, *cards, **fields), at)
    return after, table.the(events, ContentReloaded)


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


class TestPiles:
    def begun(self, *cards: Card, **setup: Any) -> State:
        return play(table.game(2, cards=cards, **setup), Begin())

    def test_before_it_begins_the_decks_lie_as_they_are(self) -> None:
        state, _ = reloaded(table.game(2, cards=(FIRST,)), OTHER, THIRD)
        assert evolve(state, content=state.content.newest()) == table.game(2, cards=(OTHER, THIRD))

    def test_new_cards_come_among_those_still_to_be_drawn(self) -> None:
        old = [dilemma(f"d/{i}") for i in range(6)]
        new = [dilemma(f"n/{i}") for i in range(6)]
        places = set()
        for seed in range(12):
            state = self.begun(*old, seed=seed)
            after, told = reloaded(state, *old, *new)
            before, pile = state.pile("insights"), after.pile("insights")
            assert before is not None
            assert pile is not None
            assert tuple(card for card in pile.cards if card[0] == "d") == before.cards
            assert told.added == tuple(card.id for card in new)
            assert len(told.fell) == 6
            places |= {i for i, card in enumerate(pile.cards) if card[0] == "n"}
        assert places == set(range(12))

    def test_a_card_in_another_category_changes_its_pile_played_or_not(self) -> None:
        state = table.through_turn(table.on_card(FIRST, 1, OTHER))
        state, _ = reloaded(
            state, replace(FIRST, category="design"), replace(OTHER, category="culture")
        )
        assert [(p.name, p.cards, p.played) for p in state.piles] == [
            ("design", (), ("d/first",)),
            ("culture", ("d/other",), ()),
        ]

    def test_a_played_card_that_is_gone_never_comes_again(self) -> None:
        state = table.through_turn(table.on_card(FIRST, 1, OTHER))
        state, _ = reloaded(state, OTHER, THIRD)
        there = [card for pile in state.piles for card in (*pile.cards, *pile.played)]
        assert sorted(there) == ["d/other", "d/third"]

    def test_the_open_card_goes_back_to_its_new_category(self) -> None:
        state = table.on_card(FIRST, 2, OTHER)
        state, _ = reloaded(state, replace(FIRST, category="design"), OTHER)
        state = play(state, SkipCard())
        pile = state.pile("design")
        assert pile is not None
        assert pile.played == ("d/first",)

    def test_a_card_that_was_put_next_and_is_gone_does_not_come(self) -> None:
        state = play(self.begun(FIRST, OTHER), PutNext("d/other"))
        assert reloaded(state, replace(FIRST, title="x"), OTHER)[0].put_next == "d/other"
        state, _ = reloaded(state, FIRST)
        assert state.put_next == ""
        assert stage(table.to_card(state)).card == "d/first"

    def test_what_is_gone_cannot_be_put_next(self) -> None:
        state, _ = reloaded(self.begun(FIRST, OTHER), FIRST)
        assert table.refused(state, PutNext("d/other")) is Refusal.NO_SUCH_CARD

    def test_spaces_of_a_category_without_cards_draw_from_another(self) -> None:
        state = self.begun(FIRST, dilemma("d/x", category="metrics"), path="sixix")
        state, _ = reloaded(state, FIRST, dilemma("d/x", category="culture"))
        assert [space.category for space in state.board.spaces] == [
            "", "insights", "culture", "insights", "culture",
        ]  # fmt: skip

    def test_all_questions_may_become_bell_cards(self) -> None:
        state, _ = reloaded(self.begun(FIRST), quiz("q/one"))
        for _ in table.by_next(state):
            pass


class TestBesideCards:
    def test_a_told_twist_that_is_gone_does_what_it_said_once(self) -> None:
        state = table.game(2, cards=(FIRST,), path="sttttttt", mirrors=())
        state = play(state, Begin())
        while not isinstance(state.stage, TwistTold):
            state = play(state, Next())
        state, _ = reloaded(state, FIRST, twists=())
        told = state.stage
        assert isinstance(told, TwistTold)
        assert told.twist in state.content.twist_by_id
        state = play(state, Next())
        assert state.stage == Choosing(why=ChooseFor.TWIST)
        assert state.pile(TWIST) is None
        for _ in table.by_next(state):
            pass

    def test_a_mirror_on_the_wall_takes_its_new_words(self) -> None:
        state = table.game(2, cards=(FIRST,), path="smmmmmmm", twists=())
        state = play(state, Begin())
        while not isinstance(state.stage, MirrorTold):
            state = play(state, Next())
        mirrors = [replace(mirror, prompt="Better?") for mirror in pieces.MIRRORS]
        state, told = reloaded(state, FIRST, mirrors=tuple(mirrors))
        assert isinstance(state.stage, MirrorTold)
        assert state.content.mirror_by_id[state.stage.mirror].prompt == "Better?"
        assert told.changed == tuple(mirror.id for mirror in mirrors)

    def test_a_team_keeps_the_eyes_it_looks_through(self) -> None:
        state = play(table.game(2), Begin(), Next())
        assert isinstance(state.stage, Personas)
        eyes = {team.persona for team in state.teams}
        state, _ = reload(state, replace(state.content, personas=()), 0)
        assert eyes <= {*state.content.persona_by_id}
        # Nobody's eyes are left for a team that joins now.
        state = play(state, AddTeam("Late", "ink"))
        assert state.teams[-1].persona == ""

    def test_new_eyes_are_drawn_from_now_on(self) -> None:
        state = play(table.game(1), Begin())
        new = Persona(id="p/new", name="New", line="…")
        state, _ = reload(state, replace(state.content, personas=(new,)), 0)
        assert play(state, Next()).teams[0].persona == "p/new"

    def test_what_a_team_gathered_on_a_meter_that_is_gone_stays(self) -> None:
        state = table.answered(table.on_card(FIRST, 1), 1)
        gathered = state.teams[0].meters
        assert gathered
        state, _ = reload(state, replace(state.content, meters=()), 0)
        assert state.teams[0].meters == gathered


class TestRefused:
    def test_when_the_session_is_closed(self) -> None:
        state = evolve(table.game(2), stage=Over())
        with pytest.raises(IllegalAction) as refusal:
            reload(state, state.content, 0)
        assert refusal.value.reason is Refusal.NOT_NOW

    def test_decks_without_a_card(self) -> None:
        state = table.game(2)
        with pytest.raises(SetupError) as refusal:
            reload(state, replace(state.content, cards=()), 0)
        assert refusal.value.reason is SetupFault.NO_CARDS

    def test_it_is_not_offered_at_the_table(self) -> None:
        # It needs what lies on the disk; buttons and bots go by what is legal here.
        assert not [o for o in legal_actions(table.game(2)) if "Content" in o.action.__name__]
