"""Whole random games: whatever is done, these things hold."""

from __future__ import annotations

import pickle
from collections import Counter
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules.actions import Next, TimeUp
from game.rules.apply import apply, fell
from game.rules.draw import Chance, ReplayError
from game.rules.events import CardDrawn, MirrorDrawn, PlayEnded, RoundBegan, Scored, TwistDrawn
from game.rules.legal import legal_actions, offers_of
from game.rules.refusal import IllegalAction, Refusal
from game.rules.state import (
    MIRROR,
    TWIST,
    BellPhase,
    Landed,
    MirrorTold,
    OnCard,
    Over,
    State,
    TwistTold,
    evolve,
)
from tests.rules.outside import outside
from tests.rules.pieces import MIRRORS, all_kinds
from tests.rules.randomgames import lobbies, played
from tests.rules.table import by_next, refused

randoms = st.integers(0, 2**32).map(Random)


@given(lobbies(), randoms)
@settings(max_examples=30)
def test_actions_inside_what_is_legal_are_never_refused(lobby: State, random: Random) -> None:
    for step in played(lobby, random):
        offers = legal_actions(step.after)
        for offer in random.sample(offers, min(8, len(offers))):
            action: Any = offer.sample(random)
            assert type(action).__name__ == offer.action.__name__
            try:
                apply(step.after, action, step.at)
            except IllegalAction as refusal:
                assert refusal.reason is Refusal.TOO_SOON  # noqa: PT017 - the only one allowed
                assert isinstance(action, TimeUp)


@given(lobbies(), randoms)
@settings(max_examples=25)
def test_actions_outside_what_is_legal_are_always_refused_and_change_nothing(
    lobby: State, random: Random
) -> None:
    for n, step in enumerate(played(lobby, random)):
        if n % 3:
            continue
        state = step.after
        kept = snapshot(state)
        for action in outside(state, random):
            assert isinstance(refused(state, action, step.at), Refusal), action
        assert snapshot(state) == kept


@given(lobbies(), randoms)
@settings(max_examples=30)
def test_a_state_is_never_changed_by_what_comes_after_it(lobby: State, random: Random) -> None:
    before, kept = lobby, snapshot(lobby)
    for step in played(lobby, random, most=120):
        assert step.before is before
        assert snapshot(before) == kept
        before, kept = step.after, snapshot(step.after)


def snapshot(state: State) -> bytes:
    """All of a state that can change, byte for byte."""
    return pickle.dumps(evolve(state, content=None, board=None))


@given(lobbies(), randoms)
@settings(max_examples=30)
def test_scores_never_sink_below_their_floor(lobby: State, random: Random) -> None:
    for step in played(lobby, random):
        rules = step.before.rules
        scores = {team.id: team.customers for team in step.before.teams}
        for event in step.events:
            if isinstance(event, Scored):
                after = scores[event.team] + event.applied
                if rules.floor_at_zero:
                    assert after >= min(0, scores[event.team])
                    assert abs(event.applied) <= abs(event.asked)
                else:
                    assert event.applied == event.asked
                scores[event.team] = after
        told = {team.id: team.customers for team in step.after.teams}
        for team, score in scores.items():
            # Every change of a score is told, and adds up.
            assert told.get(team, score) == score
    if lobby.rules.floor_at_zero:
        for step in played(lobby, Random(random.random()), tame=True):
            assert all(team.customers >= 0 for team in step.after.teams)


@given(lobbies(), randoms)
@settings(max_examples=30)
def test_no_card_comes_twice_before_its_pile_is_through(lobby: State, random: Random) -> None:
    came: dict[str, list[str]] = {}
    for step in played(lobby, random, tame=True, most=400):
        for event in step.events:
            match event:
                case CardDrawn():
                    came.setdefault(event.pile, []).append(event.card)
                case TwistDrawn():
                    came.setdefault(TWIST, []).append(event.twist)
                case MirrorDrawn():
                    came.setdefault(MIRROR, []).append(event.mirror)
                case _:
                    pass
    for name, cards in came.items():
        pile = lobby.pile(name)
        assert pile is not None
        size = len(pile.cards)
        for i in range(0, len(cards), size):
            through = cards[i : i + size]
            assert len(set(through)) == len(through), (name, cards)


@given(lobbies(), randoms)
@settings(max_examples=30)
def test_every_card_is_somewhere_once(lobby: State, random: Random) -> None:
    for step in played(lobby, random):
        state = step.after
        lying = Counter(card for pile in state.piles for card in (*pile.cards, *pile.played))
        match state.stage:
            case OnCard():
                lying[state.stage.card] += 1
            case TwistTold():
                lying[state.stage.twist] += 1
            case MirrorTold():
                lying[state.stage.mirror] += 1
            case _:
                pass
        assert lying == Counter(
            (*state.content.card_ids, *state.content.twist_by_id, *state.content.mirror_by_id)
        )


@given(lobbies(), randoms)
@settings(max_examples=30)
def test_every_team_has_as_many_turns_at_the_end_of_each_round(
    lobby: State, random: Random
) -> None:
    for step in played(lobby, random, tame=True, most=400):
        ended = [
            event
            for event in step.events
            if isinstance(event, PlayEnded) or (isinstance(event, RoundBegan) and event.round > 1)
        ]
        if ended:
            (turns,) = {team.turns for team in step.after.teams}
            assert turns == step.after.round - isinstance(ended[0], RoundBegan)


@given(lobbies(), randoms)
@settings(max_examples=30)
def test_one_log_leads_to_one_state(lobby: State, random: Random) -> None:
    from_seed = from_log = lobby
    for step in played(lobby, random):
        from_seed, events = apply(from_seed, step.action, step.at)
        assert events == step.events
        # What fell is believed, whatever the seed; and all of it is used.
        other = evolve(from_log, seed=from_log.seed + 1)
        from_log, events = apply(other, step.action, step.at, Chance.recorded(fell(step.events)))
        assert events == step.events
        from_log = evolve(from_log, seed=lobby.seed)
        assert from_seed == from_log == step.after


@given(lobbies(), randoms)
@settings(max_examples=30)
def test_a_log_that_tells_too_much_or_too_little_is_noticed(lobby: State, random: Random) -> None:
    for step in played(lobby, random, most=60):
        what = fell(step.events)
        wrong = [(*what, 0)] + ([what[:-1]] if what else [])
        for recorded in wrong:
            try:
                apply(step.before, step.action, step.at, Chance.recorded(recorded))
            except ReplayError:
                continue
            raise AssertionError(f"{recorded} was believed where {what} fell")


@given(lobbies(), randoms, st.integers(1, 120))
@settings(max_examples=25)
def test_every_state_can_be_left_by_next_alone(lobby: State, random: Random, length: int) -> None:
    state, at = lobby, 0
    for step in played(lobby, random, most=length):
        state, at = step.after, step.at
        assert isinstance(state.stage, Over) or offers_of(state, Next)
    # Rounds are bounded by the plan, a round by its teams, a turn by two cards.
    most = 40 * (state.plan.rounds + 2) * (len(state.teams) + len(state.joining))
    assert sum(1 for _ in by_next(state, at=at)) <= most


@given(lobbies(), randoms)
@settings(max_examples=25)
def test_states_and_actions_survive_a_journey(lobby: State, random: Random) -> None:
    for n, step in enumerate(played(lobby, random)):
        if n % 8 == 0:
            again = pickle.loads(pickle.dumps(step))
            assert again.after == step.after
            assert again.events == step.events
            assert apply(again.before, again.action, again.at) == (step.after, step.events)


@given(lobbies(), randoms)
@settings(max_examples=30)
def test_a_state_makes_sense(lobby: State, random: Random) -> None:
    for step in played(lobby, random):
        state = step.after
        ids = [team.id for team in state.teams]
        assert ids == sorted(set(ids))
        assert 1 <= len(ids) + len(state.joining) <= 8
        everyone = (*state.teams, *state.joining)
        assert len({team.colour for team in everyone}) == len(everyone)
        assert len({team.name.casefold() for team in everyone}) == len(everyone)
        assert all(team.tokens >= 0 and team.passes >= 0 for team in everyone)
        assert all(0 <= team.position < len(state.board.spaces) for team in state.teams)
        assert set(state.queue) <= set(ids) - {state.active}
        assert set(state.leaving) < set(ids)
        if state.phase == "play" and not isinstance(state.stage, Over):
            assert state.active in ids or getattr(state.stage, "final", None) is not None
        if isinstance(state.stage, Landed) and state.stage.path:
            where = state.customer if state.rules.together else state.team(state.active)
            assert state.stage.path[-1] == where.position
        if isinstance(state.stage, OnCard):
            _card_makes_sense(state, state.stage, ids)
        if state.clock is not None:
            assert 0 <= state.clock.left(step.at) <= state.clock.total_ms
            assert not (state.held and state.clock.running)


def _card_makes_sense(state: State, stage: OnCard, ids: list[int]) -> None:
    assert stage.team in ids
    assert {team for team, _ in stage.answers} <= set(ids)
    assert [team for team, _ in stage.answers] == sorted(team for team, _ in stage.answers)
    assert {team for team, _ in stage.votes} <= set(ids) - {stage.team}
    assert stage.viewer is None or (stage.viewer in ids and stage.bell is not None)
    bell = stage.bell
    if bell is None:
        return
    assert set(bell.out) <= set(bell.eligible) <= set(ids)
    rung = [ring.team for ring in bell.rings]
    assert len(rung) == len(set(rung))
    assert (bell.winner in rung) if bell.phase is BellPhase.TAKEN else True
    assert bell.together <= len(rung)
    assert all(gap >= 0 for _, gap in bell.runners_up)


def test_the_table_of_these_games_has_every_kind_of_card() -> None:
    assert {(card.kind, card.play) for card in all_kinds()} == {
        ("choice", "turn"),
        ("choice", "bell"),
        ("choice", "everyone"),
        ("estimate", "turn"),
        ("estimate", "bell"),
        ("estimate", "everyone"),
        ("order", "turn"),
        ("order", "everyone"),
        ("open", "turn"),
        ("commit", "turn"),
    }
    assert MIRRORS
