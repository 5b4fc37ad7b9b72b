"""Where the game is: the moment, the clock, the plan, teams, what happened."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any, assert_never

from game.i18n import _, ngettext
from game.rules.actions import Adjust
from game.rules.legal import offers_of
from game.rules.pace import OfferKind, Pace, pace
from game.rules.state import ClockFor, Debrief, OnCard, Part, Phase, State, Step
from game.session.telling import latestart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.rules.pace import Offer
    from game.session.history import Step as Happened

MINUTE_MS = 60_000
LATE_MS = 2 * MINUTE_MS
"""Less than this behind is nothing to worry anybody with."""


def moment(state: State) -> str:
    """Tells one moment of the game from another: what a Next or a verdict was pressed for.

    Teams that answer, votes that come in and running clocks leave it what it was.
    """
    stage = state.stage
    what: tuple[object, ...] = (stage,)
    if isinstance(stage, OnCard):
        bell = stage.bell
        rung = (bell.phase, bell.winner, len(bell.out)) if bell else ()
        what = (stage.card, stage.step, stage.viewer, stage.asked, *rung)
    told = (type(stage).__name__, what, state.round, state.active, state.held)
    return f"{zlib.crc32(repr(told).encode()):08x}"


def where(state: State) -> str:
    """The phase; in play the round, whose turn it is, and what is going on."""
    if state.phase is not Phase.PLAY:
        return _phase(state.phase)
    parts = [_("Round {n} of {count}").format(n=state.round, count=state.plan.rounds)]
    if not state.rules.together and any(team.id == state.active for team in state.teams):
        parts.append(state.team(state.active).name)
    if isinstance(state.stage, OnCard):
        parts.append(_step(state.stage.step))
    return " · ".join(parts)


def _phase(phase: Phase) -> str:
    return {
        Phase.LOBBY: _("Before the game"),
        Phase.REVIEW: _("What became of the plans of last time"),
        Phase.BRIEF: _("How it is played"),
        Phase.PERSONAS: _("Whose eyes"),
        Phase.PLAY: _("Play"),
        Phase.PODIUM: _("Podium"),
        Phase.DEBRIEF: _("Debrief"),
        Phase.OVER: _("The session is closed."),
    }[phase]


def _step(step: Step) -> str:
    return {
        Step.READ: _("Reading"),
        Step.DISCUSS: _("Discussion"),
        Step.GRID: _("Answers are entered"),
        Step.BELL: _("Bell"),
        Step.VIEW: _("Another view?"),
        Step.VIEW_TAKEN: _("Another view"),
        Step.JUDGE: _("Judging"),
        Step.REVEAL: _("Reveal"),
        Step.TALK: _("Talk"),
    }[step]


def clock(state: State) -> dict[str, Any] | None:
    """The one clock: `ends` is the session's ms at which it runs out, 0 while it stands."""
    found = state.clock
    if found is None:
        return None
    ends = 0 if found.since is None else found.since + found.left_ms
    label = _clock_label(found.purpose, state)
    return {"label": label, "ends": ends, "left": found.left_ms, "running": bool(ends)}


def _clock_label(purpose: ClockFor, state: State) -> str:
    match purpose:
        case ClockFor.DISCUSS:
            return _("Discussion")
        case ClockFor.BELL:
            return _("Bells are open")
        case ClockFor.ANSWER:
            return _("Answer")
        case ClockFor.ARGUE:
            return _("Another view")
        case ClockFor.DEBRIEF:
            stage = state.stage
            writing = isinstance(stage, Debrief) and stage.part is Part.COMMIT
            return _("Plans") if writing else _("Talk")
        case _:
            assert_never(purpose)


def teams(state: State) -> list[dict[str, Any]]:
    """In order of turns, with what they have; whether customers can be given or taken."""
    offers = offers_of(state, Adjust)
    return [
        {
            "id": team.id,
            "name": team.name,
            "colour": team.colour,
            "customers": team.customers,
            "active": team.id == state.active and state.phase is Phase.PLAY,
            "adjust": any(offer.allows(Adjust(team.id, 1, "")) for offer in offers),
        }
        for team in state.teams
    ]


def plan(state: State, at: int) -> dict[str, Any] | None:
    """How play keeps to its time, in whole minutes, and what is offered where it does not."""
    found = pace(state, at)
    if found is None:
        return None
    lines = _tempo(found)
    if found.play_left_ms or found.protects:
        n = _minutes(found.play_left_ms)
        lines.append(ngettext("{n} minute of play left", "{n} minutes of play left", n).format(n=n))
    n = found.rounds_left
    lines.append(
        ngettext("{n} round after this one", "{n} rounds after this one", n).format(n=n)
        if found.rounds_fit >= n
        else _("{n} rounds after this one, time for {fit}").format(n=n, fit=found.rounds_fit)
    )
    if found.debrief_ms:
        n = _minutes(found.debrief_ms)
        lines.append(
            ngettext(
                "{n} minute is kept for the debrief", "{n} minutes are kept for the debrief", n
            ).format(n=n)
        )
    sign = _("The debrief’s time has begun") if found.protects else ""
    return {
        "lines": lines,
        "sign": sign,
        "offers": [_offer(one, found, state) for one in found.offers],
    }


def _tempo(found: Pace) -> list[str]:
    """Late from the beginning, behind or ahead since; "on time" is neither."""
    told = []
    if found.late_ms:
        n = _minutes(found.late_ms)
        told.append(
            ngettext("Play began {n} minute late", "Play began {n} minutes late", n).format(n=n)
        )
    n = _minutes(abs(found.behind_ms))
    if found.behind_ms >= LATE_MS:
        told.append(ngettext("{n} minute behind", "{n} minutes behind", n).format(n=n))
    elif found.behind_ms <= -LATE_MS:
        told.append(ngettext("{n} minute ahead", "{n} minutes ahead", n).format(n=n))
    return told or [_("On time")]


def _offer(offer: Offer, found: Pace, state: State) -> dict[str, Any]:
    label = {
        OfferKind.LATE_START: latestart.shorter(offer),
        OfferKind.FEWER_ROUNDS: ngettext("{n} round in all", "{n} rounds in all", offer.rounds),
        OfferKind.SHORTER_TALKS: ngettext(
            "Shorter discussions, {n} round in all",
            "Shorter discussions, {n} rounds in all",
            offer.rounds,
        ),
        OfferKind.DEBRIEF: _("Straight to the debrief"),
    }[offer.kind].format(n=offer.rounds)
    n = _minutes(offer.saves_ms)
    saves = ngettext("wins {n} minute", "wins {n} minutes", n).format(n=n)
    if offer.kind is OfferKind.LATE_START:
        saves = latestart.instead(offer, found, state) or saves
    return {"offer": str(offer.kind), "label": label, "saves": saves}


def _minutes(ms: int) -> int:
    return round(ms / MINUTE_MS)


def history(steps: Sequence[Happened]) -> list[dict[str, Any]]:
    """What happened, a sentence a step, the oldest first; any of them can be gone to."""
    return [
        {"n": one.n, "sentence": one.sentence, "done": one.done, "here": one.here} for one in steps
    ]
