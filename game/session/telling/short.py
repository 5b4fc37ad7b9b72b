"""A step of the history in a few words: "Blue locked B", "Yellow rang, 84 ms before Green".

What goes without saying is left out: whoever looks for a moment to go back to reads the line
from two metres, with eighty people waiting. The sentences of the log are in the files beside
this one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from game.i18n import N_, _, ngettext, pgettext, signed
from game.rules import events as ev
from game.rules.cards import Card
from game.rules.state import BellPhase, State, Step, Why
from game.session.houserules import rule_named, value_text
from game.session.telling import tell, words

MOST_PARTS = 4
"""Things told of one step; more are an ellipsis."""
MOST_LETTERS = 40
"""Of a text that somebody wrote."""


@dataclass(frozen=True)
class Scene:
    """What the words need to know besides the events."""

    state: State
    """As it is now, for the names teams and cards go by."""
    card: Card | None = None
    """The card that was open at the time."""
    winner: int | None = None
    """The team that had the bell at the time."""

    def team(self, team_id: int | None) -> str:
        """What a team is called now; the customer, where it is none."""
        return words.walker(team_id, self.state)


def in_short(events: Iterable[ev.Event], scene: Scene) -> str:
    """A step in a few words, never empty; `events` are those of its entry."""
    told = list(events)
    locked = {event.team for event in told if isinstance(event, ev.AnswerLocked)}
    told = [
        event for event in told if not (isinstance(event, ev.AnswerSet) and event.team in locked)
    ]
    parts = [text for event in told if (text := _say(event, scene))]
    if not parts:
        # Nothing but what usually goes without saying: then it is worth its sentence.
        parts = [tell(event, scene.state).rstrip(".") for event in told[:1]]
    if len(parts) > MOST_PARTS:
        parts = [*parts[:MOST_PARTS], "…"]
    return " · ".join(parts)


def rang_too(event: ev.RangToo, scene: Scene) -> str:
    """A runner-up, told with the ring that was first: "84 ms before Green"."""
    if event.gap is None:
        return _("together with {team}").format(team=scene.team(event.team))
    return _("{gap} ms before {team}").format(gap=event.gap, team=scene.team(event.team))


def _say(event: ev.Event, scene: Scene) -> str:
    say = _SAY.get(type(event))
    return say(event, scene) if say is not None else ""


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= MOST_LETTERS else f"{text[: MOST_LETTERS - 1].rstrip()}…"


def _card(card_id: str, scene: Scene) -> str:
    return _("“{card}”").format(card=_cut(words.card(card_id, scene.state)))


def _answer(given: Any, scene: Scene) -> str:
    return _cut(words.answer_to(scene.card, given))


def _round(event: ev.RoundBegan, scene: Scene) -> str:
    if event.last:
        return _("round {n}, the last").format(n=event.round)
    return _("round {n}").format(n=event.round)


def _step(event: ev.StepBegan, scene: Scene) -> str:
    match event.step:
        case Step.DISCUSS:
            return _("discussion")
        case Step.GRID:
            return _("cards up")
        case Step.VIEW:
            return _("bell open for another view")
        case Step.JUDGE:
            return _("judging")
        case Step.REVEAL:
            return _("reveal")
        case Step.TALK:
            return pgettext("step of a card", "talk")
        case _:
            return ""


def _bell(event: ev.BellChanged, scene: Scene) -> str:
    return _("bells open") if event.phase is BellPhase.OPEN else ""


def _set(event: ev.AnswerSet, scene: Scene) -> str:
    if event.answer is None:
        return _("{team} took its answer back").format(team=scene.team(event.team))
    return _("{team}: {answer}").format(
        team=scene.team(event.team), answer=_answer(event.answer, scene)
    )


def _locked(event: ev.AnswerLocked, scene: Scene) -> str:
    if event.answer is None:
        return _("{team}: no answer").format(team=scene.team(event.team))
    return _("{team} locked {answer}").format(
        team=scene.team(event.team), answer=_answer(event.answer, scene)
    )


def _changed(event: ev.ChangedMind, scene: Scene) -> str:
    return _("{team} changed to {answer}").format(
        team=scene.team(event.team), answer=_answer(event.after, scene)
    )


def _won(event: ev.BellWon, scene: Scene) -> str:
    if event.together > 1:
        return _("the draw gave {team} the bell").format(team=scene.team(event.team))
    return _("{team} rang").format(team=scene.team(event.team))


def _marked(event: ev.BellMarked, scene: Scene) -> str:
    told = _("{team} right") if event.right else _("{team} wrong")
    return told.format(team=scene.team(event.team))


def _scored(event: ev.Scored, scene: Scene) -> str:
    if event.applied == event.asked == 0:
        return ""
    told = _("{points} {team}").format(points=signed(event.applied), team=scene.team(event.team))
    if event.why is Why.ADJUSTED and event.reason.strip():
        told += f" ({_cut(event.reason)})"
    return told


def _view(event: ev.ViewSettled, scene: Scene) -> str:
    return "" if event.won else _("the other view won nothing")


def _next_card(event: ev.PutOnTop, scene: Scene) -> str:
    if not event.card:
        return _("no card chosen for next")
    return _("next: {card}").format(card=_card(event.card, scene))


def _joined(event: ev.TeamJoined, scene: Scene) -> str:
    told = _("{team} joins next round") if event.waits else _("{team} is in")
    return told.format(team=event.name)


def _left(event: ev.TeamLeft, scene: Scene) -> str:
    told = _("{team} leaves after the card") if event.waits else _("{team} left")
    return told.format(team=scene.team(event.team))


def _noted(event: ev.InsightNoted, scene: Scene) -> str:
    return _("noted: {text}").format(text=_cut(event.text))


def _rounds(event: ev.RoundsSet, scene: Scene) -> str:
    return ngettext("{n} round planned", "{n} rounds planned", event.rounds).format(n=event.rounds)


def _rule(event: ev.RuleChanged, scene: Scene) -> str:
    rule = rule_named(event.rule)
    if rule is None:
        return ""
    return _("{rule}: {value}").format(rule=_(rule.label), value=value_text(rule, event.value))


def _of_team(text: str) -> Callable[[Any, Scene], str]:
    """A phrase that needs no more than the team's name."""
    return lambda event, scene: _(text).format(team=scene.team(event.team))


def _of_card(text: str, field: str) -> Callable[[Any, Scene], str]:
    """A phrase that needs no more than the title of what is in that field."""
    return lambda event, scene: _(text).format(card=_card(getattr(event, field), scene))


def _plain(text: str) -> Callable[[Any, Scene], str]:
    return lambda event, scene: _(text)


def _points(text: str) -> Callable[[Any, Scene], str]:
    return lambda event, scene: _(text).format(
        team=scene.team(getattr(event, "team", None)), points=event.points
    )


def _sentence(event: ev.Event, scene: Scene) -> str:
    """The sentence of the log, as far as it fits."""
    return _cut(tell(event, scene.state).rstrip("."))


_SAY: dict[type[Any], Callable[[Any, Scene], str]] = {
    ev.BriefBegan: _plain(N_("the brief")),
    ev.RoundBegan: _round,
    ev.LastRound: _plain(N_("the last round")),
    ev.TurnBegan: _of_team(N_("{team} is up")),
    ev.Rolled: lambda event, scene: _("{team} rolled {pips}").format(
        team=scene.team(event.team), pips=event.pips
    ),
    ev.RollGranted: _of_team(N_("{team} rolls again")),
    ev.Swapped: lambda event, scene: _("{team} and {other} swap").format(
        team=scene.team(event.team), other=scene.team(event.other)
    ),
    ev.StandingsShown: _plain(N_("standings")),
    ev.PlayEnded: _plain(N_("end of play")),
    ev.PodiumShown: _plain(N_("podium")),
    ev.Closed: _plain(N_("session closed")),
    ev.CardDrawn: _of_card(N_("{card}"), "card"),
    ev.TwistDrawn: _of_card(N_("twist {card}"), "twist"),
    ev.MirrorDrawn: _of_card(N_("mirror {card}"), "mirror"),
    ev.StepBegan: _step,
    ev.AnswerSet: _set,
    ev.AnswerLocked: _locked,
    ev.ChangedMind: _changed,
    ev.Judged: _points(N_("{team} judged {points}")),
    ev.ViewJudged: _points(N_("other view judged {points}")),
    ev.Voted: _points(N_("{team} gives {points}")),
    ev.PlanWritten: _of_team(N_("{team} wrote a plan")),
    ev.Scored: _scored,
    ev.Passed: _of_team(N_("{team} passed")),
    ev.Skipped: _of_card(N_("{card} skipped"), "card"),
    ev.Replaced: _of_card(N_("{card} replaced"), "card"),
    ev.PutOnTop: _next_card,
    ev.BellChanged: _bell,
    ev.BellsReset: _plain(N_("bells reset")),
    ev.BellWon: _won,
    ev.RangTooEarly: _of_team(N_("{team} too early")),
    ev.BellMarked: _marked,
    ev.ViewSettled: _view,
    ev.InsightNoted: _noted,
    ev.TurnGiven: _of_team(N_("the turn goes to {team}")),
    ev.TeamJoined: _joined,
    ev.TeamLeft: _left,
    ev.TeamEdited: lambda event, scene: _("{team}: name or colour").format(team=event.name),
    ev.RoundsSet: _rounds,
    ev.TimeLeftSet: lambda event, scene: _("{time} of play left").format(
        time=words.clock(event.ms)
    ),
    ev.RuleChanged: _rule,
    ev.ReviewShown: _sentence,
    ev.Reviewed: _sentence,
    ev.PageShown: _sentence,
    ev.PlanCommitted: _of_team(N_("{team} wrote a plan")),
    ev.PlanDropped: _of_team(N_("{team} took a plan back")),
}
"""Events worth a few words; the others go without saying, or are told by their sentence."""
