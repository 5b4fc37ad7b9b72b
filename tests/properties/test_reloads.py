"""Whenever decks are reloaded, nobody loses the place, and the log still tells one story."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from hypothesis import example, given, settings

from game.rules.apply import apply, fell
from game.rules.content import Content
from game.rules.draw import Chance
from game.rules.events import ContentReloaded, Event
from game.rules.piles import pile_of
from game.rules.reload import reload
from game.rules.state import (
    MIRROR,
    TWIST,
    Lobby,
    OnCard,
    Over,
    State,
    evolve,
)
from game.session.codec import decode, encode
from game.session.fingerprint import fingerprint
from game.session.session import Session
from tests.properties.games import lobbies, lobby, pick, seeds
from tests.properties.reloads import mended
from tests.properties.test_invariants import _check_card, lying
from tests.properties.test_replay_equality import a_log, game_of, session_of
from tests.rules import table

SAMPLES = settings(max_examples=10)


class Moment(NamedTuple):
    """A move of an evening, or a reload: `content` is what the decks held then."""

    before: State
    content: Content | None
    at: int
    events: tuple[Event, ...]
    after: State


def evening(state: State, seed: int, most: int = 80) -> Iterator[Moment]:
    """A random evening whose decks are mended, or spoilt, every few moves."""
    random, at = Random(seed), 0
    for _ in range(most):
        if isinstance(state.stage, Over):
            return
        at += random.randint(0, random.choice((12, 900, 2500, 60_000)))
        before = state
        if random.random() < 0.12:
            content = mended(before.content.newest(), random)
            state, events = reload(before, content, at)
            yield Moment(before, content, at, events, state)
        else:
            state, events = apply(before, pick(before, random, at), at)
            yield Moment(before, None, at, events, state)


def reloads(state: State, seed: int) -> Iterator[tuple[Moment, Content]]:
    for moment in evening(state, seed):
        if moment.content is not None:
            yield moment, moment.content


@SAMPLES
@example(lobby(1024), 139556920)  # a chosen card came up where an empty pile of mirrors gave way
@given(lobbies(), seeds)
def test_the_game_has_what_the_decks_hold_and_every_card_lies_once(start: State, seed: int) -> None:
    held = start.content
    for moment in evening(start, seed):
        state = moment.after
        held = held if moment.content is None else moment.content
        assert state.content.newest() == held
        there = lying(state)
        live = sorted([*held.card_by_id, *held.twist_by_id, *held.mirror_by_id])
        gone = [card for card in there if card in state.content.retired_ids]
        assert sorted(there) == sorted([*live, *gone])
        # What is in no deck any more lies in no pile: it can only be open.
        assert len(gone) <= 1
        for pile in state.piles:
            for card in (*pile.cards, *pile.played):
                if pile.name not in (TWIST, MIRROR):
                    assert pile_of(state.content.card_by_id[card]) == pile.name
        assert not state.put_next or state.put_next in held.card_by_id


@SAMPLES
@given(lobbies(), seeds)
def test_nobody_loses_the_place(start: State, seed: int) -> None:
    for moment, _ in reloads(start, seed):
        before, after = moment.before, moment.after
        kept = {"content", "board", "piles", "put_next", "draws", "stage"}
        same = {name: value for name, value in vars(before).items() if name not in kept}
        assert same == {name: value for name, value in vars(after).items() if name not in kept}
        if isinstance(before.stage, OnCard):
            stage = table.stage(after)
            assert (stage.card, stage.step, stage.team, stage.bell, stage.gains) == (
                before.stage.card,
                before.stage.step,
                before.stage.team,
                before.stage.bell,
                before.stage.gains,
            )
            _check_card(after, stage)
        else:
            assert after.stage == before.stage


@SAMPLES
@given(lobbies(), seeds)
def test_cards_that_stay_keep_their_order_in_their_piles(start: State, seed: int) -> None:
    for moment, _ in reloads(start, seed):
        if isinstance(moment.before.stage, Lobby):
            continue
        for old in moment.before.piles:
            new = moment.after.pile(old.name)
            here = {*new.cards, *new.played} if new is not None else set()
            for was in (old.cards, old.played):
                kept = [card for card in was if card in here]
                now = (*new.cards, *new.played) if new is not None else ()
                assert [card for card in now if card in kept] == kept


@SAMPLES
@given(lobbies(), seeds)
def test_answers_stay_or_are_told_to_be_withdrawn(start: State, seed: int) -> None:
    for moment, _ in reloads(start, seed):
        if not isinstance(moment.before.stage, OnCard):
            continue
        told = table.the(moment.events, ContentReloaded)
        before, after = moment.before.stage.answers, table.stage(moment.after).answers
        left = {team for team, _ in after}
        assert {team for team, _ in before} == left | {*told.withdrawn}
        assert not left & {*told.withdrawn}


@SAMPLES
@given(lobbies(), seeds)
def test_the_same_fell_the_same_came_of_it(start: State, seed: int) -> None:
    for moment, content in reloads(start, seed):
        drawn = Chance.recorded(fell(moment.events))
        assert reload(moment.before, content, moment.at, drawn) == (moment.after, moment.events)
        # What is as it was changes nothing but the digests in force.
        again, events = reload(moment.after, content, moment.at)
        told = table.the(events, ContentReloaded)
        assert (told.changed, told.added, told.removed) == ((), (), ())
        assert again.piles == moment.after.piles
        assert game_of(evolve(again, draws=0)) == game_of(evolve(moment.after, draws=0))
        assert decode(State, encode(moment.after)) == moment.after


@SAMPLES
@given(lobbies(), seeds)
def test_next_alone_still_comes_to_the_end(start: State, seed: int) -> None:
    state = start
    for moment in evening(start, seed, 30 + seed % 40):
        state = moment.after
    for _ in table.by_next(state):
        pass


def play(session: Session, seed: int) -> None:
    """An evening with reloads, undo and redo, all in the log."""
    random, at = Random(seed), 0
    for _ in range(60):
        state = session.state
        if isinstance(state.stage, Over):
            return
        at += random.randint(0, random.choice((12, 900, 40_000)))
        chance = random.random()
        if chance < 0.15:
            session.reload(mended(state.content.newest(), random), {}, at, "wall")
        elif chance < 0.22:
            session.undo(random.randint(1, 40), at)
        elif chance < 0.28:
            session.redo(random.randint(1, 40), at)
        else:
            session.dispatch(pick(state, random, at), at, "bot")


@SAMPLES
@given(lobbies(), seeds)
def test_opened_again_it_is_where_it_was_with_the_content_it_had(start: State, seed: int) -> None:
    with a_log() as path:
        live = session_of(start, path)
        play(live, seed)
        live.close()
        again = Session.open(path)
        again.close()
        assert again.notices == ()
        assert again.state.content == live.state.content
        assert again.state.board == live.state.board
        assert game_of(again.state) == game_of(live.state)
        assert (again.can_undo, again.can_redo) == (live.can_undo, live.can_redo)


@SAMPLES
@given(lobbies(), seeds)
def test_undo_brings_the_old_content_back_and_redo_the_new(start: State, seed: int) -> None:
    session = session_of(start)
    play(session, seed)
    now, steps = session.state, session.can_undo
    session.undo(steps, session.last_at)
    assert game_of(session.state) == game_of(start)
    session.redo(steps, session.last_at)
    assert game_of(session.state) == game_of(now)
    assert fingerprint(game_of(session.state)) == fingerprint(game_of(now))


def test_evenings_like_these_are_worth_playing() -> None:
    told = []
    gone = 0
    for number in range(30):
        for moment, _ in reloads(lobby(number), number):
            told.append(table.the(moment.events, ContentReloaded))
            stage = moment.after.stage
            gone += isinstance(stage, OnCard) and stage.card in moment.after.content.retired_ids
    assert gone
    assert any(event.waits for event in told)
    assert any(event.withdrawn for event in told)
    assert sum(bool(event.fell) for event in told) > 20
