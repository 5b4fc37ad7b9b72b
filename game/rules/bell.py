"""The bell: too early, first, together, runners-up, right, wrong, and open again."""

from __future__ import annotations

from game.rules.answering import close_bell, reveal
from game.rules.events import (
    BellChanged,
    BellMarked,
    BellsReset,
    BellWon,
    RangLocked,
    RangToo,
    RangTooEarly,
)
from game.rules.move import Move
from game.rules.opening import begin_step
from game.rules.scoring import answer_meters
from game.rules.state import Bell, BellPhase, ClockFor, Ring, Step, Why, evolve

OPEN_SECONDS = 30
"""How long bells stay open when nobody rings."""


def open_bells(move: Move) -> None:
    """The card has been read, or the bells were closed by hand: teams may ring."""
    _bell(move, phase=BellPhase.OPEN, rings=(), winner=None, together=0)
    move.events.append(BellChanged(BellPhase.OPEN))
    if move.on_card.step is Step.BELL:
        move.start_clock(ClockFor.BELL, OPEN_SECONDS)


def close_bells(move: Move) -> None:
    """By hand, before anybody rang: they can be opened again, and Next goes on without."""
    close_bell(move)
    move.clear_clock()


def reset_bells(move: Move) -> None:
    """As when the bells came up: nobody rang, nobody is locked out.

    Who was wrong stays out, and what that cost stays taken: undo gives it back. A view that was
    being argued was not: answers are again what they were, and no token is spent.
    """
    stage = move.on_card
    bell = _current(move)
    move.clear_clock()
    if stage.step is Step.VIEW_TAKEN:
        begin_step(move, Step.VIEW, viewer=None, answers=stage.before, before=(), changed=())
    # Bells for another view are never armed: they open with their step.
    fresh = BellPhase.ARMED if stage.step is Step.BELL else BellPhase.OPEN
    _bell(move, phase=fresh, rings=(), winner=None, together=0, locked=())
    move.events.append(BellsReset(bell.winner))
    move.events.append(BellChanged(fresh))


def ring(move: Move, team: int, at: int) -> None:
    """A bell was heard at `at` ms."""
    bell = _current(move)
    if bell.phase is BellPhase.ARMED:
        _too_early(move, bell, team, at)
    elif bell.phase is BellPhase.TAKEN:
        _late(move, bell, team, at)
    elif bell.locked_until(team) > at:
        move.events.append(RangLocked(team, bell.locked_until(team)))
    else:
        _bell(move, phase=BellPhase.TAKEN, rings=(Ring(team=team, at=at),), winner=team, together=1)
        move.events.append(BellWon(team, 1))
        move.events.append(BellChanged(BellPhase.TAKEN))
        _taken(move, team)


def _too_early(move: Move, bell: Bell, team: int, at: int) -> None:
    """Locked out, counted from the last ring, so that hammering does not help."""
    until = max(at + move.state.rules.lockout_ms, bell.locked_until(team))
    locked = {**dict(bell.locked), team: until}
    _bell(move, locked=tuple(sorted(locked.items())))
    move.events.append(RangTooEarly(team, until))


def _late(move: Move, bell: Bell, team: int, at: int) -> None:
    """After the first: together with it, so that the draw decides, or a runner-up."""
    if bell.locked_until(team) > at:
        move.events.append(RangLocked(team, bell.locked_until(team)))
        return
    # A ring that came later but is stamped earlier (from a buzzer with a clock of its own)
    # was not first by arrival; it is taken to be together with the first.
    gap = max(0, at - bell.rings[0].at)
    heard = Ring(team=team, at=at)
    if gap and gap >= move.state.rules.together_ms:
        _bell(move, rings=(*bell.rings, heard))
        move.events.append(RangToo(team, gap))
        return
    # The n-th of those together takes the bell with a chance of 1 in n: that makes
    # every one of them equally likely in the end, in whatever order they arrived.
    together = bell.together + 1
    fell = move.chance.below(together)
    rings = (*bell.rings[: bell.together], heard, *bell.rings[bell.together :])
    _bell(move, rings=rings, together=together)
    if fell:
        move.events.append(RangToo(team, None, (fell,)))
        return
    _bell(move, winner=team)
    move.events.append(BellWon(team, together, (fell,)))
    _taken(move, team)


def _taken(move: Move, team: int) -> None:
    """The team that rang has the word."""
    stage, rules = move.on_card, move.state.rules
    if stage.step is Step.BELL:
        move.start_clock(ClockFor.ANSWER, rules.bell_answer_seconds)
        return
    if stage.step is Step.VIEW:
        begin_step(move, Step.VIEW_TAKEN, before=stage.answers)
    stage = move.on_card
    if stage.viewer != team:
        # The draw gave the bell to another team of those together: start afresh with it.
        move.stage(viewer=team, answers=stage.before, changed=())
    move.start_clock(ClockFor.ARGUE, rules.view_seconds)


def mark(move: Move, right: bool) -> None:
    """Right ends it; after a wrong one, bells open again for those who have not answered."""
    bell = _current(move)
    team = bell.winner
    assert team is not None
    rules, card = move.state.rules, move.state.card
    assert card is not None
    move.events.append(BellMarked(team, right))
    move.clear_clock()
    if right:
        move.team(team, bells_won=move.state.team(team).bells_won + 1)
        meters = answer_meters(card, getattr(card, "key", None), rules.bell_right)
        move.score(team, rules.bell_right, Why.BELL, meters=meters)
        reveal(move)
        return
    move.score(team, rules.bell_wrong, Why.BELL)
    _bell(move, out=(*bell.out, team))
    if left_to_ring(_current(move)):
        open_bells(move)
    else:
        reveal(move)


def left_to_ring(bell: Bell) -> tuple[int, ...]:
    """Teams that may still ring on this card."""
    return tuple([team for team in bell.eligible if team not in bell.out])


def may_ring(bell: Bell) -> tuple[int, ...]:
    """Those of them that have not rung since the bells opened."""
    if not (bell.out or bell.rings):
        return bell.eligible
    heard = [ring.team for ring in bell.rings]
    return tuple([team for team in left_to_ring(bell) if team not in heard])


def _current(move: Move) -> Bell:
    bell = move.on_card.bell
    assert bell is not None
    return bell


def _bell(move: Move, **changes: object) -> None:
    move.stage(bell=evolve(_current(move), **changes), asked=False)
