"""How play keeps to its time: what a round takes here, what still fits, and what can be done.

A round starts only if a whole one fits into what is left of play, so that every team has as many
turns as any other and the debrief keeps its time. Nothing here changes anything: an offer is an
action for the facilitator to take or leave.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from game.rules.actions import Action, ChangeRule, EndPlay, SetRounds, SetTimeLeft
from game.rules.cards import CommitCard, Play
from game.rules.ruleset import Plan
from game.rules.state import Phase, Ready, Standings, State

LEAST_TALK = 30
"""Seconds below which no discussion is offered to be cut."""
TALK_STEP = 5
"""Offered discussion times are multiples of so many seconds."""
MINUTE = 60_000
"""Milliseconds; what a plan counts in, and the least by which a late beginning is told."""


class OfferKind(StrEnum):
    """What can be done about too little time."""

    LATE_START = "late_start"
    FEWER_ROUNDS = "fewer_rounds"
    SHORTER_TALKS = "shorter_talks"
    DEBRIEF = "debrief"


@dataclass(frozen=True)
class Offer:
    """One way to win time, and what it would change."""

    kind: OfferKind
    action: Action
    """What to do to take it."""
    rounds: int
    """Rounds of the whole session, if it is taken."""
    saves_ms: int
    """Time it wins, at this session's pace."""
    in_time: bool = True
    """Of `LATE_START`: this round can be played whole, and the debrief keeps all its time."""


@dataclass(frozen=True)
class Pace:
    """Where play stands against its plan; all times in ms."""

    rounds_left: int
    """Whole rounds the plan has after the one being played."""
    rounds_fit: int
    """Whole rounds there is time for after it; `rounds_left` where play has no limit in time."""
    round_ms: int
    """What a round takes at this session's pace; the plan's before one was played."""
    play_left_ms: int
    """Time left of play; 0 without a limit, and when it is used up."""
    debrief_ms: int
    """Kept for the debrief."""
    behind_ms: int
    """Behind the plan's even pace, negative when ahead; 0 within the slot of the open turn."""
    offers: tuple[Offer, ...]
    """Ways to win the time that is missing, that of a late start first; none while all is well."""
    protects: bool
    """Playing this round to its end takes time from the debrief."""
    late_ms: int = 0
    """Told in the first round, until play is shortened by it: play began so much too late."""


def pace(state: State, at: int) -> Pace | None:
    """Where play stands at `at` ms; None before the first round and when play has ended."""
    if state.round == 0 or state.phase is not Phase.PLAY:
        return None
    if isinstance(state.stage, Standings) and state.stage.final:
        return None
    plan = state.plan
    elapsed = state.play_elapsed(at)
    open_share = left_of_round(state)
    a_round = round_ms(state, elapsed, state.round - open_share)
    left = 0 if state.end_reached else max(0, plan.rounds - state.round)
    limit = plan.play_ms > 0
    rest_ms = open_share * a_round
    fit = max(0, int((plan.play_ms - elapsed - rest_ms) / a_round)) if limit and a_round else left
    going_on_ms = round(rest_ms + min(left, fit) * a_round)
    room_ms = plan.play_ms - elapsed - rest_ms
    protects = limit and elapsed + rest_ms > plan.play_ms
    short = limit and (left > fit or protects)
    late = _late(state)
    offers = _in_time(state, late, elapsed, left, rest_ms, a_round) if late else ()
    if short:
        offers += _offers(state, left, fit, a_round, room_ms, going_on_ms)
    return Pace(
        rounds_left=left,
        rounds_fit=fit,
        round_ms=round(a_round),
        play_left_ms=max(0, plan.play_ms - elapsed) if limit else 0,
        debrief_ms=debrief_ms(plan),
        behind_ms=_behind(state, elapsed),
        offers=offers,
        protects=protects,
        late_ms=late,
    )


def fits(state: State, at: int, rounds: int) -> bool:
    """Whether so many whole rounds fit into what is left of play, at this session's pace.

    For a moment between two rounds.
    """
    if state.round == 0 or state.plan.play_ms <= 0:
        return True
    elapsed = state.play_elapsed(at)
    return elapsed + rounds * round_ms(state, elapsed, state.round) <= state.plan.play_ms


def round_ms(state: State, elapsed: int, done: float) -> float:
    """Milliseconds a round takes here, `done` rounds into play; the plan's before there is one.

    One way of taking turns says nothing about the other, so it counts from the last change.
    """
    rounds, ms = state.paced_from
    return (elapsed - ms) / (done - rounds) if done - rounds >= 1 else state.plan.round_ms


def turn_share(state: State) -> float:
    """The part of a round that one turn is; all of it when every team answers every card."""
    return 1.0 if state.rules.together else 1 / len(state.teams)


def left_of_round(state: State) -> float:
    """The part of this round that is still to be played; an open turn is taken to be half done.

    How long a turn has been going on is not known, and half is right on the average.
    """
    if isinstance(state.stage, Standings):
        return 0.0
    share = turn_share(state)
    open_turn = share if isinstance(state.stage, Ready) else share / 2
    return len(state.queue) * share + open_turn


def debrief_ms(plan: Plan) -> int:
    """What is kept for the debrief: what the preset says, else a third of the session."""
    return plan.debrief_ms or plan.minutes * 60_000 // 3


def _late(state: State) -> int:
    """Milliseconds, in whole minutes or more, by which play began too late to end as planned.

    What the plan's minutes leave beside play and debrief is for the brief and the personas. Told
    in the first round only, for as long as nobody has said how much time is left for play.
    """
    plan = state.plan
    # Play is planned in whole minutes; one whose end was set anew counts from that moment on.
    settled = plan.play_ms <= 0 or plan.play_ms % MINUTE != 0
    if state.round != 1 or plan.minutes <= 0 or settled:
        return 0
    planned = max(0, plan.minutes * MINUTE - plan.play_ms - debrief_ms(plan))
    late = state.play_began - planned
    return late if late >= MINUTE else 0


def _in_time(
    state: State, late: int, elapsed: int, left: int, rest_ms: float, a_round: float
) -> tuple[Offer, ...]:
    """Play shorter by what it began too late, so that the session ends when it was to end."""
    saves = min(late, state.plan.play_ms - elapsed)
    if saves < MINUTE:
        return ()
    ms = state.plan.play_ms - elapsed - saves
    fit = max(0, int((ms - rest_ms) / a_round)) if a_round else left
    rounds, in_time = state.round + min(left, fit), saves == late and rest_ms <= ms
    return (Offer(OfferKind.LATE_START, SetTimeLeft(ms), rounds, saves, in_time),)


def _behind(state: State, elapsed: int) -> int:
    """Milliseconds behind the plan's even pace, before and after the slot of the open turn."""
    plan, (from_rounds, from_ms) = state.plan, state.paced_from
    rounds = plan.rounds - from_rounds
    if plan.play_ms <= 0 or rounds <= 0:
        return 0
    even = (plan.play_ms - from_ms) / rounds
    between = isinstance(state.stage, Standings)
    slot = 0.0 if between else turn_share(state)
    turns_left = 0.0 if between else (len(state.queue) + 1) * turn_share(state)
    begins = from_ms + (state.round - turns_left - from_rounds) * even
    ends = begins + slot * even
    return round(elapsed - ends if elapsed > ends else min(0.0, elapsed - begins))


def _offers(
    state: State, left: int, fit: int, a_round: float, room_ms: float, going_on_ms: int
) -> tuple[Offer, ...]:
    """What can be done where `left` rounds are planned and only `fit` have their time."""
    offers = []
    if left > fit:
        rounds = state.round + fit
        saves = round((left - fit) * a_round)
        offers.append(Offer(OfferKind.FEWER_ROUNDS, SetRounds(rounds), rounds, saves))
        shorter = _shorter_talks(state, left, fit, a_round, room_ms)
        if shorter is not None:
            offers.append(shorter)
    offers.append(Offer(OfferKind.DEBRIEF, EndPlay(), state.round, going_on_ms))
    return tuple(offers)


def _shorter_talks(
    state: State, left: int, fit: int, a_round: float, room_ms: float
) -> Offer | None:
    """The longest discussion with which all planned rounds fit, or the shortest worth having.

    `room_ms` is what is left of play after this round.

    It is counted on teams that talk for as long as they may, so it is the most it can win; a card
    that says its own time is not shortened.
    """
    now = state.rules.discuss_seconds
    cards = left * (1 if state.rules.together else len(state.teams)) * _timed_share(state)
    if not cards:
        return None
    missing_ms = (left - fit) * a_round
    wanted = now - missing_ms / 1000 / cards
    seconds = max(LEAST_TALK, int(wanted // TALK_STEP) * TALK_STEP)
    if seconds >= now:
        return None
    saves = round((now - seconds) * 1000 * cards)
    per_round = a_round - saves / left
    if per_round <= 0:
        return None
    fits_now = left if seconds <= wanted else min(left, max(fit, int(room_ms / per_round)))
    action = ChangeRule("discuss_seconds", seconds)
    return Offer(OfferKind.SHORTER_TALKS, action, state.round + fits_now, saves)


def _timed_share(state: State) -> float:
    """The part of the cards that are discussed for as long as the house rule says."""
    talked = [
        card
        for card in state.content.cards
        if card.play is not Play.BELL and not isinstance(card, CommitCard)
    ]
    return sum(not card.thinking for card in talked) / len(talked) if talked else 0.0
