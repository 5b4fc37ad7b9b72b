"""Sentences for cards: drawn, answered, judged."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from game.i18n import _, ngettext
from game.rules.events import (
    AnswerLocked,
    AnswerSet,
    Asked,
    CardDrawn,
    CategoryDue,
    ChangedMind,
    Judged,
    MirrorDrawn,
    Passed,
    PileGaveWay,
    PileShuffled,
    PlanWritten,
    PutOnTop,
    Replaced,
    Skipped,
    StepBegan,
    TwistDone,
    TwistDrawn,
    ViewJudged,
    Voted,
)
from game.rules.state import IfThen, State, Step
from game.session.telling import words

Drawing: TypeAlias = (
    CardDrawn
    | CategoryDue
    | MirrorDrawn
    | Passed
    | PileGaveWay
    | PileShuffled
    | PutOnTop
    | Replaced
    | Skipped
    | TwistDone
    | TwistDrawn
)
Answering: TypeAlias = (
    AnswerLocked
    | AnswerSet
    | Asked
    | ChangedMind
    | Judged
    | PlanWritten
    | StepBegan
    | ViewJudged
    | Voted
)


def tell_drawing(event: Drawing, state: State) -> str:
    """Which card came up, and why."""
    match event:
        case PileShuffled():
            return ngettext(
                "{n} card shuffled: {pile}.", "{n} cards shuffled: {pile}.", event.cards
            ).format(n=event.cards, pile=words.pile(event.pile, state))
        case PileGaveWay():
            return _("No cards left in {wanted}: one from {instead} instead.").format(
                wanted=words.pile(event.wanted, state), instead=words.pile(event.instead, state)
            )
        case CategoryDue():
            return _("{team} may choose a category.").format(team=words.team(state.active, state))
        case CardDrawn():
            return _("The card: “{card}”.").format(card=words.card(event.card, state))
        case TwistDrawn():
            return _("A twist: “{card}”.").format(card=words.card(event.twist, state))
        case TwistDone():
            return _("The twist is done.")
        case MirrorDrawn():
            return _("A mirror: “{card}”.").format(card=words.card(event.mirror, state))
        case Passed():
            return _("{team} passed “{card}”.").format(
                team=words.team(event.team, state), card=words.card(event.card, state)
            )
        case Skipped():
            return _("“{card}” was skipped.").format(card=words.card(event.card, state))
        case Replaced():
            return _("“{card}” was replaced.").format(card=words.card(event.card, state))
        case PutOnTop(card=""):
            return _("No card is put next any more.")
        case PutOnTop():
            return _("“{card}” comes next.").format(card=words.card(event.card, state))
        case _:
            assert_never(event)


def tell_answering(event: Answering, state: State) -> str:
    """What teams answered, and what the others made of it."""
    match event:
        case StepBegan():
            return _step(event.step)
        case AnswerSet(answer=None):
            return _("{team} took its answer back.").format(team=words.team(event.team, state))
        case AnswerSet():
            return _("{team} says {answer}.").format(
                team=words.team(event.team, state), answer=words.answer(event.answer, state)
            )
        case AnswerLocked(answer=None):
            return _("{team} has no answer.").format(team=words.team(event.team, state))
        case AnswerLocked():
            return _("{team} locked {answer}.").format(
                team=words.team(event.team, state), answer=words.answer(event.answer, state)
            )
        case ChangedMind():
            return _("{team} changed to {answer}.").format(
                team=words.team(event.team, state), answer=words.answer(event.after, state)
            )
        case Asked(missing=()):
            return _("Something is missing.")
        case Asked():
            names = ", ".join(words.team(team, state) for team in event.missing)
            return _("Still missing: {teams}.").format(teams=names)
        case PlanWritten():
            return _("{team} plans: {plan}").format(
                team=words.team(event.team, state), plan=_plan(event.plan)
            )
        case Voted():
            return _("{team} gives {points}.").format(
                team=words.team(event.team, state), points=event.points
            )
        case Judged():
            return _("{team} is judged {points}.").format(
                team=words.team(event.team, state), points=event.points
            )
        case ViewJudged():
            return _("The other view is judged {points}.").format(points=event.points)
        case _:
            assert_never(event)


def _plan(plan: IfThen) -> str:
    """As it is read aloud, as far as it is written."""
    text = _("if {cue}, then {action}").format(
        cue=plan.cue or words.UNKNOWN, action=plan.action or words.UNKNOWN
    )
    parts = [part for part in (plan.who, plan.by_when) if part]
    return f"{text} ({', '.join(parts)})." if parts else f"{text}."


def _step(step: Step) -> str:
    match step:
        case Step.READ:
            return _("The card is read.")
        case Step.DISCUSS:
            return _("The discussion begins.")
        case Step.GRID:
            return _("Cards up: the answers are entered.")
        case Step.BELL:
            return _("The first to ring may answer.")
        case Step.VIEW:
            return _("The bell is open for another view.")
        case Step.VIEW_TAKEN:
            return _("The other view is heard.")
        case Step.JUDGE:
            return _("It is judged.")
        case Step.REVEAL:
            return _("The reveal.")
        case Step.TALK:
            return _("Time to talk.")
        case _:
            assert_never(step)
