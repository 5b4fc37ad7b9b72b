"""What Next does: every state can be left by it alone."""

from __future__ import annotations

from typing import assert_never

from game.rules import bell, clocks, rounds, walking
from game.rules.answering import after_view, lock_answer, open_view, reveal
from game.rules.cards import CommitCard, OpenCard, Play
from game.rules.events import (
    Asked,
    BriefBegan,
    Closed,
)
from game.rules.judging import missing_judgement
from game.rules.move import Move
from game.rules.opening import begin_discussion, begin_step
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
    Record,
    Standings,
    State,
    Step,
    TwistTold,
    Why,
)


def begin(move: Move) -> None:
    """Out of the lobby: piles are shuffled, the brief begins."""
    shuffle_all(move)
    move.set(stage=Brief())
    move.say(BriefBegan())


def advance(move: Move) -> None:
    """Next."""
    state = move.state
    if state.held:
        clocks.release(move)
        return
    stage = state.stage
    match stage:
        case Lobby():
            begin(move)
        case Brief():
            if rounds.has_personas(state):
                move.set(stage=Personas())
                rounds.draw_personas(move)
            else:
                rounds.begin_play(move)
        case Personas():
            rounds.begin_play(move)
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
        case OnCard():
            _advance_card(move, stage)
        case Standings():
            if stage.final:
                rounds.show_podium(move)
            else:
                rounds.begin_round(move)
        case Podium() | Debrief():
            move.set(stage=Over())
            move.say(Closed())
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
        for team in move.ids() if state.rules.together else (state.active,):
            move.score(team, state.rules.mirror_points, Why.MIRROR)
    put_played(move, MIRROR, stage.mirror)
    rounds.end_turn(move)


def _advance_card(move: Move, stage: OnCard) -> None:
    match stage.step:
        case Step.READ:
            begin_discussion(move)
        case Step.DISCUSS:
            _end_discussion(move, stage)
        case Step.GRID:
            missing = tuple(t for t in move.ids() if stage.answer(t) is None)
            if not _ask(move, missing if missing else None):
                open_view(move)
        case Step.BELL:
            _advance_bell(move, stage)
        case Step.VIEW:
            after_view(move)
        case Step.VIEW_TAKEN:
            _end_view(move, stage)
        case Step.JUDGE:
            if not _ask(move, missing_judgement(move.state)):
                reveal(move)
        case Step.REVEAL:
            begin_step(move, Step.TALK)
        case Step.TALK:
            close_card(move)
            rounds.end_turn(move)
        case _:
            assert_never(stage.step)


def _ask(move: Move, missing: tuple[int, ...] | None) -> bool:
    """Ask once for what is missing (None: nothing is); True if Next stops here to ask."""
    if missing is None or move.on_card.asked:
        return False
    move.stage(asked=True)
    move.say(Asked(missing))
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


def close_card(move: Move) -> None:
    """The card is done: it joins those played, and is remembered."""
    stage = move.on_card
    put_played(move, stage.pile, stage.card)
    done = Record(card=stage.card, round=move.state.round, team=stage.team,
                  answers=stage.answers, before=stage.before, gains=stage.gains,
                  viewer=stage.viewer)
    move.set(records=(*move.state.records, done))
