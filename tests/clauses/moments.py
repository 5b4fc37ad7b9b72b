"""Every moment of a session, each reached by play, by name."""

from __future__ import annotations

from game.rules.actions import Begin, LockAnswer, MarkBell, Next, SetAnswer
from game.rules.board import SpaceKind
from game.rules.cards import CustomersEffect, Play, Who
from game.rules.state import Debrief, Landed, State, Step, evolve
from tests.clauses.asides import twist
from tests.rules.pieces import LAST_TIME, commit, dilemma, open_card, quiz
from tests.rules.table import game, on_card, play, ring, to_step


def at_space(kind: SpaceKind) -> State:
    """The first pawn has landed on a space of this kind."""
    path = {SpaceKind.CHOOSE: "s??", SpaceKind.TWIST: "stt", SpaceKind.MIRROR: "smm"}[kind]
    told = twist(CustomersEffect(who=Who.ALL, customers=1))
    state = play(game(3, path=path, die=1, twists=(told,)), Begin(), Next(), Next(), Next())
    assert isinstance(state.stage, Landed)
    return state


def _last_turn() -> State:
    state = on_card(dilemma("c"), 1, other_view=False, rounds=1)
    return to_step(play(state, LockAnswer(0, 0)), Step.TALK)


def _between_rounds() -> State:
    state = on_card(dilemma("c"), 1, other_view=False, rounds=3)
    return play(to_step(play(state, LockAnswer(0, 0)), Step.TALK), Next())


def moments() -> dict[str, State]:
    """A state for every stage, every step of a card, and every phase of the bells."""
    lobby = game(3)
    brief = play(lobby, Begin())
    personas = play(brief, Next())
    choosing = play(at_space(SpaceKind.CHOOSE), Next())
    read = on_card(dilemma("c", (1, 3)))
    view = play(read, LockAnswer(0, 0))
    armed = on_card(quiz("q"))
    opened = play(armed, Next())
    grid = to_step(on_card(dilemma("c", play=Play.EVERYONE)), Step.GRID)
    camps = play(grid, SetAnswer(0, 0), SetAnswer(1, 0), SetAnswer(2, 1), Next())
    final = play(_last_turn(), Next())
    return {
        "lobby": lobby,
        "review": play(game(3, earlier=LAST_TIME), Begin(), Next()),
        "brief": brief,
        "personas": personas,
        "ready": play(personas, Next()),
        "landed": at_space(SpaceKind.CHOOSE),
        "choosing": choosing,
        "twist": play(at_space(SpaceKind.TWIST), Next()),
        "mirror": play(at_space(SpaceKind.MIRROR), Next()),
        "read": read,
        "discuss": to_step(read, Step.DISCUSS),
        "grid": grid,
        "armed": armed,
        "open": opened,
        "taken": ring(opened, 1),
        "marked": play(ring(opened, 1), MarkBell(False)),
        "view": view,
        "view taken": ring(view, 1),
        "camps": camps,
        "camps taken": ring(camps, 2),
        "judge": to_step(on_card(open_card("o")), Step.JUDGE),
        "plan": to_step(on_card(commit("p")), Step.JUDGE),
        "reveal": to_step(view, Step.REVEAL),
        "talk": to_step(view, Step.TALK),
        "standings": _between_rounds(),
        "final": final,
        "podium": play(final, Next()),
        "debrief": evolve(final, stage=Debrief()),
    }


MOMENTS = moments()
OVER = play(MOMENTS["podium"], Next())
READY, READ = MOMENTS["ready"], MOMENTS["read"]
