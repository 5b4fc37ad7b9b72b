"""What Next does: every state can be left by it alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from game.rules import bell, clocks, debrief, personas, review, rounds, walking
from game.rules.actions import Next
from game.rules.answering import after_view, lock_answer, open_view, reveal
from game.rules.cards import CommitCard, OpenCard, Play
from game.rules.events import Asked, Begun, BriefBegan
from game.rules.judging import missing_judgement
from game.rules.move import Move
from game.rules.opening import begin_discussion, begin_step, close_card
from game.rules.piles import choices, fullest, put_played, shuffle_all
from game.rules.state import (
    BELL,
    MIRROR,
    BellPhase,
    Brief,
    ChooseFor,
    Choosing,
    Debrief,
    Landed,
    Lobby,
    MirrorTold,
    OnCard,
    Over,
    Personas,
    Podium,
    Ready,
    Review,
    Standings,
    State,
    Step,
    TwistTold,
    Why,
)


def begin(move: Move) -> None:
    """Out of the lobby: piles are shuffled; last time's plans come first, else the brief."""
    shuffle_all(move)
    move.events.append(Begun())
    if move.state.earlier:
        review.begin_review(move)
    else:
        move.set(stage=Brief())
        move.events.append(BriefBegan())


def advance(move: Move, _action: Next) -> None:
    """Next."""
    state = move.state
    if state.held:
        clocks.release(move)
        return
    stage = state.stage
    if isinstance(stage, OnCard):
        _ON_CARD[stage.step](move, stage)
        return
    match stage:
        case Ready():
            walking.roll(move)
        case Landed():
            walking.land(move)
        case Choosing():
            walking.draw(move, default_choice(state))
        case TwistTold():
            walking.do_twist(move, stage.twist)
            walking.choose(move, ChooseFor.TWIST)
        case MirrorTold():
            _end_mirror(move, stage)
        case _:
            _advance_evening(move, stage)


def _advance_evening(
    move: Move, stage: Lobby | Review | Brief | Personas | Standings | Podium | Debrief | Over
) -> None:
    """Before, between and after the turns."""
    match stage:
        case Lobby():
            begin(move)
        case Review():
            review.review_next(move, stage)
        case Brief():
            if personas.has_personas(move.state):
                move.set(stage=Personas())
                personas.draw_personas(move)
            else:
                rounds.begin_play(move)
        case Personas():
            rounds.begin_play(move)
        case Standings():
            if stage.final:
                rounds.show_podium(move)
            else:
                rounds.go_on(move)
        case Podium() | Debrief():
            debrief.go_on(move)
        case Over():
            raise AssertionError("Next is not offered when the session is closed")
        case _:
            assert_never(stage)


def default_choice(state: State) -> str:
    """The pile Next takes where a team may choose: the fullest category."""
    return fullest(state, categories_only=True) or next(iter(choices(state)), BELL)


def _end_mirror(move: Move, stage: MirrorTold) -> None:
    """A customer for those who looked into the mirror, and the turn is over."""
    state = move.state
    if state.rules.mirror_points:
        there = move.ids() if state.rules.together else (state.active,)
        move.pay([(team, state.rules.mirror_points, ()) for team in there], Why.MIRROR)
    put_played(move, MIRROR, stage.mirror)
    rounds.end_turn(move)


def _ask(move: Move, missing: tuple[int, ...] | None) -> bool:
    """Ask once for what is missing (None: nothing is); True if Next stops here to ask."""
    if missing is None or move.on_card.asked:
        return False
    move.stage(asked=True)
    move.events.append(Asked(missing))
    return True


def _end_discussion(move: Move, stage: OnCard) -> None:
    card = move.state.card
    if stage.play is Play.EVERYONE:
        move.clear_clock()
        begin_step(move, Step.GRID)
    elif isinstance(card, OpenCard | CommitCard):
        open_view(move)
    else:
        answer = stage.answer(stage.team)
        if not _ask(move, (stage.team,) if answer is None else None):
            lock_answer(move, stage.team, answer)


def _advance_bell(move: Move, stage: OnCard) -> None:
    assert stage.bell is not None
    match stage.bell.phase:
        case BellPhase.ARMED:
            bell.open_bells(move)
        case BellPhase.OPEN | BellPhase.CLOSED:
            reveal(move)
        case BellPhase.TAKEN:
            bell.mark(move, False)


def _end_view(move: Move, stage: OnCard) -> None:
    """The view was argued; on a choice in `turn` play it needs its option."""
    viewer = stage.viewer
    assert viewer is not None
    if stage.play is Play.EVERYONE:
        reveal(move)
    elif isinstance(move.state.card, OpenCard):
        after_view(move)
    else:
        answer = stage.answer(viewer)
        if not _ask(move, (viewer,) if answer is None else None):
            lock_answer(move, viewer, answer)


def _end_grid(move: Move, stage: OnCard) -> None:
    answered = dict(stage.answers)
    missing = tuple([team for team in move.ids() if team not in answered])
    if not _ask(move, missing or None):
        open_view(move)


def _end_judgement(move: Move, stage: OnCard) -> None:
    if not _ask(move, missing_judgement(move.state)):
        reveal(move)


def _end_talk(move: Move, stage: OnCard) -> None:
    close_card(move)
    rounds.end_turn(move)


_ON_CARD: dict[Step, Callable[[Move, OnCard], None]] = {
    Step.READ: lambda move, _: begin_discussion(move),
    Step.DISCUSS: _end_discussion,
    Step.GRID: _end_grid,
    Step.BELL: _advance_bell,
    Step.VIEW: lambda move, _: after_view(move),
    Step.VIEW_TAKEN: _end_view,
    Step.JUDGE: _end_judgement,
    Step.REVEAL: lambda move, _: begin_step(move, Step.TALK),
    Step.TALK: _end_talk,
}
"""What Next does with a card, by how far it has come."""
