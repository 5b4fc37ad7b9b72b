"""Open and commit cards: judged by the facilitator or by peers."""

from __future__ import annotations

from game.rules.cards import CommitCard, Judging, OpenCard
from game.rules.commitments import keep_plan
from game.rules.events import Judged, PlanWritten, ViewJudged, ViewSettled, Voted
from game.rules.move import Move
from game.rules.scoring import answer_meters, median
from game.rules.state import IfThen, OnCard, State, Why


def judged_by(state: State) -> Judging:
    """Who judges the open card; with two teams, or one, the facilitator."""
    card = state.card
    if isinstance(card, OpenCard) and len(state.teams) > 2:
        return card.judge or state.rules.judge
    return Judging.FACILITATOR


def voters(state: State) -> tuple[int, ...]:
    """Teams that vote: all but the one that played."""
    stage = state.stage
    assert isinstance(stage, OnCard)
    if judged_by(state) is Judging.FACILITATOR:
        return ()
    return tuple(team.id for team in state.teams if team.id != stage.team)


def judge(move: Move, points: int) -> None:
    """The facilitator's points; they may change until the reveal."""
    move.stage(judged=points, asked=False)
    move.events.append(Judged(move.on_card.team, points))


def judge_view(move: Move, points: int) -> None:
    """The facilitator's points for the view another team added."""
    move.stage(view_judged=points, asked=False)
    move.events.append(ViewJudged(points))


def vote(move: Move, team: int, points: int) -> None:
    """A peer's vote; it may change until the reveal."""
    votes = {**dict(move.on_card.votes), team: points}
    move.stage(votes=tuple(sorted(votes.items())), asked=False)
    move.events.append(Voted(team, points))


def write_plan(move: Move, plan: IfThen) -> None:
    """The team's plan; it may be written again until the reveal."""
    move.stage(plan=plan, asked=False)
    move.events.append(PlanWritten(move.on_card.team, plan))


def missing_judgement(state: State) -> tuple[int, ...] | None:
    """What Next asks for: teams whose vote is missing, () for the facilitator, None: nothing."""
    stage, card = state.stage, state.card
    assert isinstance(stage, OnCard)
    if isinstance(card, CommitCard):
        if stage.plan is None or not stage.plan.points:
            return (stage.team,)
        return () if stage.judged is None else None
    late = tuple(team for team in voters(state) if team not in dict(stage.votes))
    if late:
        return late
    if judged_by(state) is Judging.FACILITATOR and stage.judged is None:
        return ()
    return () if stage.viewer is not None and stage.view_judged is None else None


def verdict(state: State) -> int:
    """The points of the open or commit card as judged so far; missing ones do not count."""
    stage, card = state.stage, state.card
    assert isinstance(stage, OnCard)
    if isinstance(card, CommitCard):
        points = stage.plan.points if stage.plan else 0
        return points + (stage.judged or 0) if points else 0
    if judged_by(state) is Judging.PEERS:
        return median([points for _, points in stage.votes])
    return stage.judged or 0


def score_judged(move: Move) -> None:
    """Points for the team that played, or for the room, and for an added view."""
    state, stage, card = move.state, move.on_card, move.state.card
    assert isinstance(card, OpenCard | CommitCard)
    points = verdict(state)
    why = Why.PLAN if isinstance(card, CommitCard) else Why.JUDGED
    if judged_by(state) is Judging.PEERS:
        move.events.append(Judged(stage.team, points))
    meters = answer_meters(card, None, points)
    earning = move.ids() if stage.for_room else (stage.team,)
    move.pay([(team, points, meters) for team in earning], why)
    if stage.plan is not None and stage.plan.points:
        keep_plan(move, stage.team, stage.plan, stage.card)
    if stage.viewer is not None:
        won = stage.view_judged or 0
        if won:
            move.score(stage.viewer, won, Why.VIEW)
        settle_view(move, stage.viewer, won)


def settle_view(move: Move, viewer: int, won: int) -> None:
    """The view cost a token; one that won anything comes back."""
    team = move.state.team(viewer)
    if won:
        move.team(viewer, views_won=team.views_won + 1)
    else:
        # Its last one may have gone meanwhile: the house rule can change at any moment.
        move.team(viewer, tokens=max(0, team.tokens - 1))
    move.events.append(ViewSettled(viewer, won, won > 0))
