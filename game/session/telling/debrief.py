"""Sentences of what comes after play, and of plans."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias, TypeVar, assert_never

from game.i18n import _, ngettext
from game.rules.debrief import questions, reading
from game.rules.events import (
    PageShown,
    PlanCommitted,
    PlanDropped,
    ReviewBegan,
    Reviewed,
    ReviewShown,
)
from game.rules.moments import MomentKind, Pick, picks
from game.rules.state import Earlier, IfThen, Part, State, Status
from game.session.telling import words

T = TypeVar("T")

Closing: TypeAlias = ReviewBegan | ReviewShown | Reviewed | PageShown | PlanCommitted | PlanDropped


def tell_closing(event: Closing, state: State) -> str:
    """What happened before the brief and after the podium."""
    match event:
        case ReviewBegan():
            return _("First, what became of the plans of last time.")
        case ReviewShown():
            return _review_shown(event.number, state)
        case Reviewed():
            return _reviewed(event, state)
        case PageShown():
            return _page(event, state)
        case PlanCommitted():
            return _committed(event, state)
        case PlanDropped():
            return _("{team} takes a plan back.").format(team=words.team(event.team, state))
        case _:
            assert_never(event)


def plan_sentence(plan: IfThen) -> str:
    """A plan as it is read aloud, with dots for what nobody wrote yet."""
    told = _("If {cue}, then {action}").format(
        cue=plan.cue.strip() or "…", action=plan.action.strip() or "…"
    )
    details = [text.strip() for text in (plan.who, plan.by_when) if text.strip()]
    return f"{told} ({', '.join(details)})" if details else told


def status_word(status: Status | None) -> str:
    """What became of a plan, in a word or two."""
    match status:
        case None:
            return _("not told yet")
        case Status.DONE:
            return _("done")
        case Status.BUSY:
            return _("busy with it")
        case Status.DROPPED:
            return _("dropped")
        case Status.CHANGED:
            return _("changed")
        case _:
            assert_never(status)


def moment_sentence(pick: Pick, state: State) -> str:
    """Why a card is a moment, with its figure: "Four of six teams chose otherwise"."""
    teams = " · ".join(words.team(team, state) for team in pick.teams)
    record = state.records[pick.record]
    match pick.kind:
        case MomentKind.SPLIT:
            return _split(pick.figure, len(record.before or record.answers))
        case MomentKind.CONTESTED:
            return ngettext(
                "Contested {n} time, by a bell, another view or a change of mind: {teams}",
                "Contested {n} times, by bells, other views and changes of mind: {teams}",
                pick.figure,
            ).format(n=pick.figure, teams=teams)
        case MomentKind.VIEW:
            viewer = words.team(record.viewer, state) if record.viewer is not None else teams
            return ngettext(
                "Another view won {n} customer: {team} saw it differently",
                "Another view won {n} customers: {team} saw it differently",
                pick.figure,
            ).format(n=pick.figure, team=viewer)
        case MomentKind.LONGEST:
            return _("Nothing was talked about longer: {time} minutes").format(
                time=words.clock(pick.figure)
            )
        case MomentKind.SWING:
            return _("It turned the standings over: {teams} changed places").format(teams=teams)
        case _:
            assert_never(pick.kind)


def _split(outside: int, answered: int) -> str:
    return ngettext(
        "The room was split: {n} of {all} teams did not follow the largest camp",
        "The room was split: {n} of {all} teams did not follow the largest camp",
        outside,
    ).format(n=outside, all=answered)


def _earlier(number: int, state: State) -> Earlier | None:
    return next((one for one in state.earlier if one.number == number), None)


def _review_shown(number: int, state: State) -> str:
    one = _earlier(number, state)
    if one is None:
        return _("A plan of last time.")
    return _("Last time, {team}: {plan}").format(team=one.team, plan=plan_sentence(one.plan))


def _reviewed(event: Reviewed, state: State) -> str:
    one = _earlier(event.number, state)
    team = one.team if one is not None else words.UNKNOWN
    told = _("The plan of {team}: {status}").format(team=team, status=status_word(event.status))
    return f"{told} ({event.why})" if event.why.strip() else told


def _page(event: PageShown, state: State) -> str:
    match event.part:
        case Part.PODIUM:
            return _("The podium.")
        case Part.MAP:
            return _("The map of the session.")
        case Part.MOMENT:
            pick = _at(picks(state), event.index)
            card = words.card(pick.card, state) if pick is not None else words.UNKNOWN
            return _("A moment to look back on: {card}.").format(card=card)
        case Part.QUESTION:
            asked = _at(questions(state), event.index)
            text = asked.question.text if asked is not None else words.UNKNOWN
            return _("Asked: {question}").format(question=text)
        case Part.COMMIT:
            return _("The teams write their plans.")
        case Part.READ:
            return _read(event.index, state)
        case _:
            assert_never(event.part)


def _at(things: Sequence[T], index: int) -> T | None:
    """One of several, or None: a log may name what its session never had."""
    return things[index] if 0 <= index < len(things) else None


def _read(index: int, state: State) -> str:
    plan = _at(reading(state), index)
    if plan is None:
        return _("A plan is read aloud.")
    team = words.team(plan.team, state)
    return _("A plan of {team} is read aloud.").format(team=team)


def _committed(event: PlanCommitted, state: State) -> str:
    team, plan = words.team(event.team, state), plan_sentence(event.plan)
    if event.new:
        return _("{team} commits: {plan}").format(team=team, plan=plan)
    return _("{team} words a plan anew: {plan}").format(team=team, plan=plan)
