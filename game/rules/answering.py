"""Answers: given, changed, locked; the other view; the reveal and its points."""

from __future__ import annotations

from operator import itemgetter

from game.rules.cards import Card, ChoiceCard, CommitCard, EstimateCard, OpenCard, Play
from game.rules.events import (
    AnswerLocked,
    AnswerSet,
    BellChanged,
    ChangedMind,
)
from game.rules.judging import score_judged, settle_view
from game.rules.move import Move
from game.rules.opening import begin_step
from game.rules.scoring import answer_meters, answer_points, camps, closest, outside_largest
from game.rules.state import (
    Answer,
    Bell,
    BellPhase,
    OnCard,
    State,
    Step,
    Why,
    evolve,
)

_TEAM = itemgetter(0)


def set_answer(move: Move, team: int, answer: Answer | None) -> None:
    """A team answers, or takes its answer back."""
    stage = move.on_card
    anew = stage.step is Step.VIEW_TAKEN and stage.play is Play.EVERYONE
    if anew:
        move.stage(changed=(*stage.changed, team))
        assert answer is not None
        move.events.append(ChangedMind(team, stage.answer(team), answer))
    given = dict(stage.answers)
    given.pop(team, None)
    if answer is not None:
        given[team] = answer
    # Ids grow in order of turns: who joins late comes last.
    move.stage(answers=tuple(sorted(given.items(), key=_TEAM)), asked=False)
    if not anew:
        move.events.append(AnswerSet(team, answer))


def lock_answer(move: Move, team: int, answer: Answer | None) -> None:
    """A `turn` answer stands, or a viewer's; None: there is none."""
    stage = move.on_card
    if answer is not None and stage.answer(team) != answer:
        set_answer(move, team, answer)
    move.events.append(AnswerLocked(team, answer))
    if stage.step is Step.VIEW_TAKEN:
        reveal(move)
        return
    move.stage(locked=True)
    open_view(move)


def open_view(move: Move) -> None:
    """Open the bell for another view; go on where nobody may ring."""
    eligible = may_ring_for_view(move.state)
    if not eligible:
        after_view(move)
        return
    move.clear_clock()
    begin_step(move, Step.VIEW, bell=Bell(phase=BellPhase.OPEN, eligible=eligible))
    move.events.append(BellChanged(BellPhase.OPEN))


def may_ring_for_view(state: State) -> tuple[int, ...]:
    """Teams that may have another view on the open card, and have a token to ring for it."""
    may = may_have_a_view(state)
    return tuple([team.id for team in state.teams if team.tokens > 0 and team.id in may])


def may_have_a_view(state: State) -> tuple[int, ...]:
    """Teams that may have another view on the open card; empty where the rules want none."""
    stage, card = state.stage, state.card
    assert isinstance(stage, OnCard)
    if not state.rules.other_view:
        return ()
    if stage.play is Play.EVERYONE:
        return outside_largest(stage.answers) if isinstance(card, ChoiceCard) else ()
    if isinstance(card, OpenCard) or (
        isinstance(card, ChoiceCard) and stage.answer(stage.team) is not None
    ):
        return tuple([team.id for team in state.teams if team.id != stage.team])
    return ()


def after_view(move: Move) -> None:
    """No (more) other view: judge what needs judging, else reveal."""
    if isinstance(move.state.card, OpenCard | CommitCard):
        close_bell(move)
        move.clear_clock()
        begin_step(move, Step.JUDGE)
    else:
        reveal(move)


def close_bell(move: Move) -> None:
    """Nobody can ring any more on this card."""
    bell = move.on_card.bell
    if bell is not None and bell.phase is not BellPhase.CLOSED:
        move.stage(bell=evolve(bell, phase=BellPhase.CLOSED))
        move.events.append(BellChanged(BellPhase.CLOSED))


def reveal(move: Move) -> None:
    """What each answer leads to, and the points."""
    close_bell(move)
    move.clear_clock()
    begin_step(move, Step.REVEAL)
    stage, card = move.on_card, move.state.card
    assert card is not None
    if isinstance(card, OpenCard | CommitCard):
        score_judged(move)
    elif stage.play is Play.EVERYONE:
        _score_everyone(move, card)
    elif stage.play is Play.TURN:
        _score_turn(move, card)


def _score_turn(move: Move, card: Card) -> None:
    stage = move.on_card
    mine = stage.answer(stage.team)
    points = 0
    if mine is not None:
        points = answer_points(card, mine)
        move.score(stage.team, points, Why.ANSWER, meters=answer_meters(card, mine, points))
    if stage.viewer is not None:
        theirs = stage.answer(stage.viewer)
        worth = answer_points(card, theirs) if theirs is not None else 0
        won = max(0, worth - points)
        if won:
            move.score(stage.viewer, won, Why.VIEW, meters=answer_meters(card, theirs, won))
        settle_view(move, stage.viewer, won)


def _score_everyone(move: Move, card: Card) -> None:
    stage = move.on_card
    shares = []
    for team, answer in stage.answers:
        points = answer_points(card, answer)
        shares.append((team, points, answer_meters(card, answer, points)))
    move.pay(shares, Why.ANSWER)
    if isinstance(card, EstimateCard):
        move.pay([(team, 1, ()) for team in closest(card, stage.answers)], Why.CLOSEST)
    if isinstance(card, ChoiceCard):
        _count_agreement(move, stage)
    if stage.viewer is not None:
        won = min(move.state.rules.view_together_max, len(joined(stage)))
        if won:
            move.score(stage.viewer, won, Why.VIEW)
        settle_view(move, stage.viewer, won)


def joined(stage: OnCard) -> tuple[int, ...]:
    """Teams that came over to the viewer's option (or to it from sitting out)."""
    if stage.viewer is None:
        return ()
    view = stage.answer(stage.viewer)
    before = dict(stage.before)
    return tuple(
        team
        for team, answer in stage.answers
        if team != stage.viewer and answer == view and before.get(team) != view
    )


def _count_agreement(move: Move, stage: OnCard) -> None:
    """Two teams or more that chose the same, and no camp was larger: they agreed."""
    by_size = camps(stage.answers)
    most = len(by_size[0][1]) if by_size else 0
    if most < 2:
        return
    agreed = [team for _, camp in by_size if len(camp) == most for team in camp]
    move.set(
        teams=tuple(
            [
                evolve(team, agreed=team.agreed + 1) if team.id in agreed else team
                for team in move.state.teams
            ]
        )
    )
