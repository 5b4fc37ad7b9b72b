"""Who stands where between rounds, where everybody stood before, and how much is to come."""

from __future__ import annotations

from dataclasses import dataclass

from game.i18n import _, ngettext
from game.rules.scoring import standings
from game.rules.state import Standings, State, Team
from game.screens.scenes.words import number_word, sentence


@dataclass(frozen=True)
class Line:
    """One team in the standings."""

    team: Team
    place: int
    """Shared by equals; 0 where nobody is to win."""
    earlier: int
    """Its customers when standings were shown last."""
    told: bool = True
    """False while scores are hidden: then neither number, faces nor order may tell them."""


def lines(state: State) -> list[Line]:
    """Teams from first to last; in order of turns where nobody is to win or scores are hidden."""
    was = earlier_scores(state)
    if not _ranked(state):
        told = not state.rules.hide_scores
        return [Line(team, 0, was[team.id], told) for team in state.teams]
    return [Line(s.team, s.place, was[s.team.id]) for s in standings(state.teams)]


def earlier_order(state: State) -> list[int]:
    """Ids of the teams in the order of the standings before."""
    if not _ranked(state):
        return [team.id for team in state.teams]
    was = earlier_scores(state)
    return [team.id for team in sorted(state.teams, key=lambda team: -was[team.id])]


def _ranked(state: State) -> bool:
    """Whether the wall may tell who is before whom."""
    return state.rules.winning and not state.rules.hide_scores


def earlier_scores(state: State) -> dict[int, int]:
    """What each team had when standings were shown last: without the cards played since."""
    since = _shown_after(state)
    scores = {team.id: team.customers for team in state.teams}
    for record in state.records:
        if record.round <= since:
            continue
        for gain in record.gains:
            if gain.team in scores:
                scores[gain.team] -= gain.applied
    floor = 0 if state.rules.floor_at_zero else -10_000
    return {team: max(floor, score) for team, score in scores.items()}


def _shown_after(state: State) -> int:
    """The round after which standings were shown last; 0 if they were not."""
    rules = state.rules
    every = rules.standings_every_together if rules.together else rules.standings_every
    return (state.round - 1) // every * every if every else 0


def to_go(state: State, at: int) -> int:
    """Rounds still to come, at least one: as planned, or as many as fit at this pace."""
    left = state.plan.rounds - state.round
    elapsed = state.play_elapsed(at)
    if state.plan.play_ms > 0 and elapsed > 0 and state.round > 0:
        pace = elapsed / state.round
        left = min(left, int((state.plan.play_ms - elapsed) / pace))
    return max(1, left)


def title(state: State) -> str:
    """After which round, or that these are the last."""
    stage = state.stage
    assert isinstance(stage, Standings)
    if stage.final:
        return _("Final standings") if state.rules.winning else _("What we won")
    if state.rules.together:
        return _("After card {n}").format(n=state.round)
    return _("After round {n}").format(n=state.round)


def note(state: State, at: int) -> str:
    """What is to come; at the end, and where nobody is to win, what all won together."""
    stage = state.stage
    assert isinstance(stage, Standings)
    if state.rules.hide_scores and (stage.final or not state.rules.winning):
        return _("Scores are hidden")
    if stage.final or not state.rules.winning:
        return together(state)
    n = to_go(state, at)
    if n == 1:
        return (
            _("The last card comes now")
            if state.rules.together
            else (_("The last round comes now"))
        )
    if state.rules.together:
        text = ngettext("{n} card to go", "{n} cards to go", n)
    else:
        text = ngettext("{n} round to go", "{n} rounds to go", n)
    return sentence(text.format(n=number_word(n)))


def short_note(state: State) -> str:
    """The number of what all won, where there is no room for more; "" where it is not told."""
    stage = state.stage
    if state.rules.hide_scores or not isinstance(stage, Standings) or not stage.final:
        return ""
    n = sum(team.customers for team in (*state.teams, *state.left))
    return ngettext("{n} happy customer", "{n} happy customers", n).format(n=n)


def together(state: State) -> str:
    """What all teams won, those that have left included."""
    n = sum(team.customers for team in (*state.teams, *state.left))
    return ngettext("{n} happy customer, together", "{n} happy customers, together", n).format(n=n)
