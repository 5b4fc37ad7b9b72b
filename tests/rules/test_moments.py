"""Moments follow from the records alone, by the rules docs/debrief.md states."""

from __future__ import annotations

from typing import Any, Unpack

from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules.actions import Begin, EndPlay, Hold, LockAnswer, Next, RingBell, SetAnswer
from game.rules.cards import Play
from game.rules.moments import LEAST_CONTESTED, LEAST_TALK_MS, MomentKind, Pick, picks
from game.rules.state import COLOURS, Answer, Gain, Held, Record, State, Step, Team, Why, evolve
from tests.properties.games import evening, lobbies, seeds
from tests.rules.pieces import dilemma, estimate
from tests.rules.setups import HouseRules
from tests.rules.table import game, on_card, play, to_card, to_step

CARDS = ("a", "b", "c", "d", "e", "f")


def record(card: str = "a", *answers: Answer, **fields: Any) -> Record:
    """A card for everyone that these teams answered, in their order."""
    given: dict[str, Any] = {
        "card": card,
        "round": 1,
        "team": 0,
        "answers": tuple(enumerate(answers)),
        "before": (),
        "gains": (),
        "viewer": None,
        "play": Play.EVERYONE,
    }
    return Record(**(given | fields))


def table(*records: Record, **rules: Unpack[HouseRules]) -> State:
    """A session in which these cards were played."""
    return evolve(game(4, cards=[dilemma(card) for card in CARDS], **rules), records=records)


def picked(kind: MomentKind, *records: Record, **rules: Unpack[HouseRules]) -> Pick | None:
    return next((pick for pick in picks(table(*records, **rules)) if pick.kind is kind), None)


def index(kind: MomentKind, *records: Record) -> int | None:
    pick = picked(kind, *records)
    return pick.record if pick is not None else None


SPLIT = record("f", 0, 1, 2, 3)
"""The card that is the split, so that no other is."""


def view(team: int, won: int) -> Gain:
    return Gain(team=team, asked=won, applied=won, why=Why.VIEW)


def stood(*customers: int) -> tuple[Team, ...]:
    return tuple(
        Team(id=i, name=f"Team {i}", colour=COLOURS[i], customers=n)
        for i, n in enumerate(customers)
    )


class TestSplit:
    def test_most_teams_outside_the_largest_camp(self) -> None:
        found = picked(MomentKind.SPLIT, record("a", 0, 0, 0, 1), record("b", 0, 0, 1, 1))
        assert found is not None
        assert (found.card, found.figure, found.teams) == ("b", 2, (0, 1, 2, 3))

    def test_then_most_camps_then_the_first(self) -> None:
        assert index(MomentKind.SPLIT, record("a", 0, 0, 1, 1), record("b", 0, 0, 1, 2)) == 1
        assert index(MomentKind.SPLIT, record("a", 0, 1, 1, 0), record("b", 0, 0, 1, 1)) == 0

    def test_as_it_was_before_anybody_changed(self) -> None:
        joined = record("a", 0, 0, 0, 0, before=((0, 0), (1, 0), (2, 1), (3, 1)), viewer=0)
        assert index(MomentKind.SPLIT, joined, record("b", 0, 0, 0, 1)) == 0

    def test_agreement_and_turns_are_no_split(self) -> None:
        assert index(MomentKind.SPLIT, record("a", 1, 1, 1), record("b", 0)) is None
        assert index(MomentKind.SPLIT, record("a", 0, 1, play=Play.TURN)) is None
        guesses = evolve(game(4, cards=[estimate("a")]), records=(record("a", 70, 80, 80),))
        assert picks(guesses) == ()
        assert index(MomentKind.SPLIT) is None


class TestContested:
    def test_changes_of_mind_and_rings_count_one_each(self) -> None:
        first = ((0, 0), (1, 0), (2, 1), (3, 1))
        changed = record("a", 1, 1, 1, 1, before=first, viewer=3, rang=(3,))
        rung = record("b", 0, 0, 0, 1, rang=(2, 3))
        found = picked(MomentKind.CONTESTED, rung, changed, SPLIT)
        assert found is not None
        assert (found.card, found.figure, found.teams) == ("a", 3, (0, 1, 3))

    def test_once_is_not_contested(self) -> None:
        assert LEAST_CONTESTED == 2
        assert index(MomentKind.CONTESTED, record("a", 0, 1, viewer=1, rang=(1,))) is None

    def test_on_a_bell_card_wrong_answers_count_and_rings_do_not(self) -> None:
        all_rang = record("a", play=Play.BELL, rang=(0, 1, 2, 3), wrong=(2,))
        assert index(MomentKind.CONTESTED, all_rang) is None
        assert index(MomentKind.CONTESTED, evolve(all_rang, wrong=(2, 3))) == 0

    def test_with_equal_times_changes_of_mind_weigh_more(self) -> None:
        rung = record("a", 0, 0, 0, 1, rang=(2, 3))
        changed = record("b", 0, 1, 1, before=((0, 0), (1, 0), (2, 1)), viewer=2, rang=(2,))
        assert index(MomentKind.CONTESTED, rung, changed, SPLIT) == 1


class TestView:
    def test_the_view_that_won_most_with_those_who_joined_it(self) -> None:
        one = record("a", 1, 0, viewer=0, gains=(view(0, 1),), play=Play.TURN)
        joined = record(
            "b", 1, 1, 0, before=((0, 0), (1, 1), (2, 0)), viewer=1, gains=(view(1, 2),)
        )
        found = picked(MomentKind.VIEW, one, joined, SPLIT)
        assert found is not None
        assert (found.card, found.figure, found.teams) == ("b", 2, (0, 1))

    def test_a_view_that_won_nothing_is_no_moment(self) -> None:
        nothing = record("a", 0, 1, viewer=1, gains=(view(1, 0),))
        assert index(MomentKind.VIEW, nothing, SPLIT) is None

    def test_only_what_the_view_won_counts_and_one_customer_is_enough(self) -> None:
        answer = Gain(team=1, asked=3, applied=3, why=Why.ANSWER)
        found = picked(
            MomentKind.VIEW, record("a", 0, 1, viewer=1, gains=(answer, view(1, 1))), SPLIT
        )
        assert found is not None
        assert (found.card, found.figure, found.teams) == ("a", 1, (1,))

    def test_who_stood_there_already_did_not_join_it(self) -> None:
        before = ((0, 0), (1, 1), (2, 0), (3, 1))
        joined = record("a", 1, 1, 0, 1, before=before, viewer=1, gains=(view(1, 1),))
        found = picked(MomentKind.VIEW, joined, SPLIT)
        assert found is not None
        assert found.teams == (0, 1)
        # Nor did who went elsewhere.
        elsewhere = evolve(joined, answers=((0, 1), (1, 1), (2, 2), (3, 1)))
        contested = record("b", 0, 0, 0, 0, rang=(0, 1, 2))
        found = picked(MomentKind.VIEW, elsewhere, SPLIT, contested)
        assert found is not None
        assert found.teams == (0, 1)


class TestLongest:
    def test_most_talk_of_a_minute_at_least(self) -> None:
        short, long = LEAST_TALK_MS - 1, LEAST_TALK_MS
        assert index(MomentKind.LONGEST, record("a", talked_ms=short)) is None
        assert index(MomentKind.LONGEST, record("a", talked_ms=short), record("b", talked_ms=long))
        found = picked(MomentKind.LONGEST, record("a", talked_ms=90_000, team=2))
        assert found is not None
        assert (found.figure, found.teams) == (90_000, (2,))

    def test_only_talk_is_talk_and_nothing_that_was_held(self) -> None:
        state = game(3, cards=[dilemma("a")], path="s??", other_view=False, twists=(), mirrors=())
        state = to_card(play(state, Begin()), at=5_000)
        state = play(state, Next(), at=20_000)  # read for twenty seconds
        state = play(state, Hold(Held.PAUSED), at=30_000)  # ten of talk
        state = play(state, Next(), at=90_000)
        state = play(state, LockAnswer(0, 1), at=95_000)  # five more
        state = play(state, Next(), at=100_000)  # the reveal
        state = play(state, Next(), at=140_000)  # forty of talk
        assert [one.talked_ms for one in state.records] == [55_000]
        assert (state.records[0].began, state.records[0].ended) == (5_000, 140_000)

    def test_what_was_revealed_and_never_talked_about_was_not_talked_about(self) -> None:
        state = play(play(on_card(dilemma("a"), other_view=False), Next(), at=10_000), at=0)
        state = play(play(state, LockAnswer(0, 1), at=30_000), EndPlay(), at=500_000)
        assert [one.talked_ms for one in state.records] == [20_000]

    def test_what_is_entered_while_all_is_held_counts_no_time_of_the_hold(self) -> None:
        state = play(on_card(dilemma("a"), other_view=False), at=0)
        state = play(state, Next(), at=10_000)
        state = play(state, Hold(Held.PAUSED), at=20_000)
        state = play(state, LockAnswer(0, 1), at=90_000)
        state = play(state, Next(), at=95_000)  # goes on from the hold
        state = play(state, Next(), at=96_000)
        state = play(state, Next(), at=100_000)
        assert [one.talked_ms for one in state.records] == [10_000 + 4_000]


class TestSwing:
    def test_most_places_changed_by_what_the_card_paid(self) -> None:
        gains = (Gain(team=2, asked=3, applied=3, why=Why.ANSWER),)
        quiet = record("a", 0, gains=gains, after=stood(9, 5, 4, 0))
        turned = record("b", 0, gains=gains, after=stood(2, 1, 3, 9))
        found = picked(MomentKind.SWING, quiet, turned)
        assert found is not None
        # From last to second; the two it passed each one place down, the first where it was.
        assert (found.card, found.figure, found.teams) == ("b", 4, (0, 1, 2))
        assert index(MomentKind.SWING, quiet) is None

    def test_with_equal_places_what_was_taken_weighs_as_much_as_what_was_given(self) -> None:
        won = Gain(team=1, asked=2, applied=2, why=Why.BELL)
        lost = Gain(team=0, asked=-3, applied=-3, why=Why.BELL)
        given = record("a", 0, gains=(won,), after=stood(2, 3))
        taken = record("b", 0, gains=(lost,), after=stood(2, 3))
        assert index(MomentKind.SWING, given, taken) == 1

    def test_where_nobody_wins_or_scores_are_hidden_there_is_none(self) -> None:
        gains = (Gain(team=1, asked=3, applied=3, why=Why.ANSWER),)
        turned = record("a", 0, gains=gains, after=stood(2, 3))
        assert picked(MomentKind.SWING, turned) is not None
        assert picked(MomentKind.SWING, turned, winning=False) is None
        assert picked(MomentKind.SWING, turned, hide_scores=True) is None


def test_a_card_is_one_moment_where_another_card_will_do() -> None:
    split = record("a", 0, 0, 1, 1, talked_ms=300_000)
    other = record("b", 0, 0, 0, 0, talked_ms=70_000)
    found = {pick.kind: pick.card for pick in picks(table(other, split))}
    assert found == {MomentKind.SPLIT: "a", MomentKind.LONGEST: "b"}
    # In the order they were played.
    assert [pick.card for pick in picks(table(other, split))] == ["b", "a"]


def test_what_was_played_is_remembered_as_it_was() -> None:
    state = to_step(on_card(dilemma("a", play=Play.EVERYONE), 4), Step.GRID)
    for team, answer in enumerate((0, 0, 0, 1)):
        state = play(state, SetAnswer(team, answer))
    state = play(state, Next(), RingBell(3, 5), SetAnswer(1, 1))
    state = play(to_step(state, Step.TALK), Next())
    (kept,) = state.records
    assert (kept.play, kept.rang, kept.viewer) == (Play.EVERYONE, (3,), 3)
    assert kept.before == ((0, 0), (1, 0), (2, 0), (3, 1))
    assert kept.answers == ((0, 0), (1, 1), (2, 0), (3, 1))
    assert [(one.id, one.customers) for one in kept.after] == [
        (team.id, team.customers) for team in state.teams
    ]


@settings(max_examples=25)
@given(lobbies(), seeds)
def test_moments_of_any_evening_keep_their_rules(state: State, seed: int) -> None:
    for _before, _action, _at, _events, after in evening(state, seed, 200):
        state = after
    found = picks(state)
    assert len({pick.kind for pick in found}) == len(found) <= len(MomentKind)
    assert len({pick.card for pick in found}) == len(found)
    assert [pick.record for pick in found] == sorted(pick.record for pick in found)
    for pick in found:
        kept = state.records[pick.record]
        assert (pick.card, pick.figure > 0) == (kept.card, True)
        assert list(pick.teams) == sorted(set(pick.teams))
        assert all(state.anyone(team) is not None for team in pick.teams)
    # Nothing but the records and two house rules is looked at.
    bare = evolve(game(1), records=state.records, content=state.content, rules=state.rules)
    assert picks(bare) == found


@settings(max_examples=30)
@given(st.lists(st.tuples(st.sampled_from(CARDS), st.lists(st.integers(0, 2), max_size=4))))
def test_the_split_is_the_largest_there_is(played: list[tuple[str, list[int]]]) -> None:
    records = [record(card, *answers) for card, answers in played]

    def outside(one: Record) -> int:
        given_ = [answer for _, answer in one.answers]
        return len(given_) - max((given_.count(a) for a in given_), default=0)

    found = picked(MomentKind.SPLIT, *records)
    most = max(map(outside, records), default=0)
    assert (found.figure if found else 0) == most
