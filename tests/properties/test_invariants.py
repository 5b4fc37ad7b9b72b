"""What holds in every state of every game, whoever plays and whatever the house rules are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from copy import deepcopy

from hypothesis import given, settings

from game.rules.actions import ACTIONS
from game.rules.cards import Play
from game.rules.events import (
    EVENTS,
    CardDrawn,
    Event,
    MirrorDrawn,
    PawnMoved,
    PileShuffled,
    PlayEnded,
    RoundBegan,
    Scored,
    TwistDrawn,
)
from game.rules.oncard import answer_domain
from game.rules.ruleset import BOUNDS
from game.rules.state import (
    COLOURS,
    MIRROR,
    TWIST,
    BellPhase,
    MirrorTold,
    OnCard,
    Over,
    Phase,
    Standings,
    State,
    Step,
    TwistTold,
)
from game.session.fingerprint import fingerprint
from tests.properties.games import by_the_table, evening, lobbies, lobby, seeds
from tests.rules import table

SAMPLES = settings(max_examples=18)


def lying(state: State) -> list[str]:
    """Every card there is, wherever it lies: to be drawn, played, or open on the wall."""
    stage = state.stage
    on_wall = [stage.card] if isinstance(stage, OnCard) else []
    on_wall += [stage.mirror] if isinstance(stage, MirrorTold) else []
    on_wall += [stage.twist] if isinstance(stage, TwistTold) else []
    return sorted(
        [*on_wall, *(card for pile in state.piles for card in (*pile.cards, *pile.played))]
    )


def drawn(events: Iterable[Event]) -> Iterable[tuple[str, str] | PileShuffled]:
    """(pile, card) of each card that came up, and each shuffle, as it happened."""
    for event in events:
        match event:
            case CardDrawn():
                yield event.pile, event.card
            case TwistDrawn():
                yield TWIST, event.twist
            case MirrorDrawn():
                yield MIRROR, event.mirror
            case PileShuffled():
                yield event


class TestScores:
    @SAMPLES
    @given(lobbies(floor_at_zero=True), seeds)
    def test_with_the_floor_no_score_is_ever_below_it(self, state: State, seed: int) -> None:
        for moment in evening(state, seed, allowed=by_the_table):
            assert all(customers >= 0 for customers in table.customers(moment.after))

    @SAMPLES
    @given(lobbies(), seeds)
    def test_with_the_floor_on_no_score_sinks_below_it(self, state: State, seed: int) -> None:
        # The facilitator may switch it off for a while: a score below 0 is then left alone.
        for moment in evening(state, seed):
            if moment.before.rules.floor_at_zero:
                lowest = min(0, *table.customers(moment.before))
                assert all(now >= lowest for now in table.customers(moment.after))

    @SAMPLES
    @given(lobbies(), seeds)
    def test_the_events_tell_every_change_of_a_score(self, state: State, seed: int) -> None:
        for moment in evening(state, seed):
            told: Counter[int] = Counter()
            for event in table.each(moment.events, Scored):
                told[event.team] += event.applied
                assert min(0, event.asked) <= event.applied <= max(0, event.asked)
            now = {team.id: team.customers for team in (*moment.after.teams, *moment.after.left)}
            for team in moment.before.teams:
                assert now[team.id] == team.customers + told[team.id]


class TestPiles:
    @SAMPLES
    @given(lobbies(), seeds)
    def test_no_card_is_ever_lost_or_in_two_places(self, state: State, seed: int) -> None:
        all_cards = lying(state)
        for moment in evening(state, seed):
            assert lying(moment.after) == all_cards, moment.action

    @SAMPLES
    @given(lobbies(passes=0), seeds)
    def test_no_card_comes_twice_before_its_pile_is_through(self, state: State, seed: int) -> None:
        whole = {pile.name: {*pile.cards} for pile in state.piles}
        seen: defaultdict[str, set[str]] = defaultdict(set)
        for moment in evening(state, seed, 250, by_the_table):
            for one in drawn(moment.events):
                if isinstance(one, PileShuffled):
                    begun = moment.before.phase is not Phase.LOBBY
                    if begun and one.pile not in (TWIST, MIRROR):
                        assert seen[one.pile] == whole[one.pile]
                    seen[one.pile].clear()
                else:
                    pile, card = one
                    assert card not in seen[pile]
                    seen[pile].add(card)


class TestRounds:
    @SAMPLES
    @given(lobbies(), seeds)
    def test_every_round_ends_with_as_many_turns_for_every_team(
        self, state: State, seed: int
    ) -> None:
        for moment in evening(state, seed, 300, by_the_table):
            turns = {team.turns for team in moment.after.teams}
            for event in moment.events:
                if isinstance(event, RoundBegan):
                    assert turns == {event.round - 1}
                elif isinstance(event, PlayEnded):
                    assert turns == {moment.after.round}

    @SAMPLES
    @given(lobbies(), seeds)
    def test_the_last_round_is_announced_before_play_ends(self, state: State, seed: int) -> None:
        for moment in evening(state, seed, 300, by_the_table):
            for ended in table.each(moment.events, PlayEnded):
                # After the standings it may turn out that they took what time there was.
                assert moment.before.last_round or ended.because == "time"

    @SAMPLES
    @given(lobbies(), seeds)
    def test_pawns_walk_on_the_board_space_by_space(self, state: State, seed: int) -> None:
        spaces = len(state.board.spaces)
        for moment in evening(state, seed, allowed=by_the_table):
            for moved in table.each(moment.events, PawnMoved):
                for here, there in zip((moved.start, *moved.path), moved.path, strict=False):
                    assert there in ((here + 1) % spaces, (here - 1) % spaces), moved


class TestConsistency:
    @SAMPLES
    @given(lobbies(), seeds)
    def test_teams_are_told_apart_and_owe_nothing(self, state: State, seed: int) -> None:
        for moment in evening(state, seed):
            after = moment.after
            everyone = (*after.teams, *after.joining)
            assert 1 <= len(after.teams) <= len(everyone) <= 8
            ids = [team.id for team in (*everyone, *after.left)]
            assert len({*ids}) == len(ids)
            assert max(ids) < after.next_team
            assert len({team.name.casefold() for team in everyone}) == len(everyone)
            assert len({team.colour for team in everyone}) == len(everyone)
            for team in everyone:
                assert team.tokens >= 0
                assert team.passes >= 0
                assert team.colour in COLOURS
                assert 0 <= team.position < len(after.board.spaces)

    @SAMPLES
    @given(lobbies(), seeds)
    def test_one_team_has_the_turn_and_the_others_wait_once(self, state: State, seed: int) -> None:
        for moment in evening(state, seed):
            after = moment.after
            ids = [team.id for team in after.teams]
            if after.phase is Phase.PLAY and not isinstance(after.stage, Standings):
                assert ids.count(after.active) == 1
            assert len({*after.queue}) == len(after.queue)
            assert {*after.queue} <= {*ids} - {after.active}
            assert {*after.leaving} < {*ids}

    @SAMPLES
    @given(lobbies(), seeds)
    def test_an_open_card_concerns_teams_that_play(self, state: State, seed: int) -> None:
        for moment in evening(state, seed):
            if isinstance(moment.after.stage, OnCard):
                _check_card(moment.after, moment.after.stage)

    @SAMPLES
    @given(lobbies(), seeds)
    def test_house_rules_stay_within_their_bounds(self, state: State, seed: int) -> None:
        for moment in evening(state, seed):
            for name, (least, most) in BOUNDS.items():
                assert least <= getattr(moment.after.rules, name) <= most

    @SAMPLES
    @given(lobbies(), seeds)
    def test_a_clock_never_shows_less_than_nothing_or_runs_while_held(
        self, state: State, seed: int
    ) -> None:
        for moment in evening(state, seed):
            clock = moment.after.clock
            if clock is not None:
                assert 0 <= clock.left(moment.at) <= clock.total_ms
                assert not (clock.running and moment.after.held)
            if moment.after.clock_ran:
                assert moment.after.held is not None
                assert clock is not None


def _check_card(state: State, stage: OnCard) -> None:
    ids = {team.id for team in state.teams}
    card = state.card
    assert card is not None
    assert stage.team in ids
    assert {team for team, _ in stage.answers} <= ids
    if stage.step in (Step.BELL, Step.VIEW, Step.VIEW_TAKEN):
        assert stage.bell is not None
    assert stage.step is not Step.BELL or stage.play is Play.BELL
    assert stage.step is not Step.GRID or stage.play is Play.EVERYONE
    domain = answer_domain(card)
    for _, answer in stage.answers:
        assert domain is not None
        assert domain.allows(answer)
    assert {team for team, _ in stage.votes} <= ids - {stage.team}
    assert stage.viewer is None or stage.viewer in ids
    bell = stage.bell
    if bell is None:
        return
    heard = [ring.team for ring in bell.rings]
    assert len({*heard}) == len(heard)
    assert {*heard} <= {*bell.eligible} <= ids
    assert bell.together <= len(heard)
    if bell.phase is BellPhase.TAKEN:
        assert bell.winner in heard[: bell.together]


class TestStates:
    @SAMPLES
    @given(lobbies(), seeds)
    def test_no_state_is_ever_changed_by_a_move(self, state: State, seed: int) -> None:
        untouched = deepcopy(state.content)
        kept = [(state, fingerprint(state))]
        for moment in evening(state, seed, 100):
            kept.append((moment.after, fingerprint(moment.after)))
        for one, name in kept:
            assert fingerprint(one) == name
        assert state.content == untouched

    @SAMPLES
    @given(lobbies(), seeds)
    def test_every_state_can_be_left_by_next_alone(self, state: State, seed: int) -> None:
        for moment in evening(state, seed, 60 + seed % 60):
            state = moment.after
        presses = 0
        for _, _, after in table.by_next(state):
            presses, state = presses + 1, after
        assert isinstance(state.stage, Over)
        # A dozen for the longest turn, a few for standings, brief, podium and debrief.
        assert presses <= 60 + state.round * (3 + 14 * 8)


def test_these_evenings_come_everywhere() -> None:
    # Or everything above would hold for want of anything happening.
    happened: set[str] = set()
    done: set[str] = set()
    for number in range(120):
        for moment in evening(lobby(number), number + 1000, 150):
            done.add(type(moment.action).__name__)
            happened |= {type(event).__name__ for event in moment.events}
    assert done == set(ACTIONS) - {"EndPlay"}
    assert happened == set(EVENTS) - {"ContentReloaded"}  # see test_reloads


def test_long_evenings_go_through_their_piles() -> None:
    shuffles = [
        moment
        for number in range(20)
        for moment in evening(lobby(number), number, 250, by_the_table)
        if moment.before.phase is Phase.PLAY and table.each(moment.events, PileShuffled)
    ]
    assert len(shuffles) >= 3
