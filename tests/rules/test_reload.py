"""Decks that are mended while a game runs, as sequences of play."""

from __future__ import annotations

from dataclasses import replace
from typing import Unpack

import pytest

from game.rules.actions import AddTeam, Begin, Next, PutNext, SkipCard
from game.rules.cards import Card, Persona
from game.rules.legal import legal_actions
from game.rules.refusal import IllegalAction, Refusal, SetupError, SetupFault
from game.rules.reload import reload
from game.rules.state import (
    TWIST,
    ChooseFor,
    Choosing,
    MirrorTold,
    Over,
    Personas,
    State,
    TwistTold,
    evolve,
)
from tests.rules import pieces, table
from tests.rules.mended import FIRST, OTHER, THIRD, reloaded
from tests.rules.pieces import dilemma, quiz
from tests.rules.setups import Setup
from tests.rules.table import play, stage


class TestPiles:
    def begun(self, *deck: Card, **setup: Unpack[Setup]) -> State:
        setup = {"cards": deck, **setup}
        return play(table.game(2, **setup), Begin())

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
