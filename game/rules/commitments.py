"""Plans that teams write, word anew and take back."""

from __future__ import annotations

from game.rules.debrief import Page, reading, show
from game.rules.events import PlanCommitted, PlanDropped
from game.rules.move import Move
from game.rules.plans import Commitment
from game.rules.state import Debrief, IfThen, Part, State, evolve


def commit(move: Move, team: int, plan: IfThen, number: int | None) -> None:
    """A team writes a plan, or one of its own again."""
    state = move.state
    before = _on_page(state)
    if number is None:
        number = state.next_plan
        made = Commitment(team=team, plan=plan, number=number)
        move.set(commitments=(*state.commitments, made), next_plan=number + 1)
        new = True
    else:
        move.set(
            commitments=tuple(
                [
                    evolve(made, plan=plan) if made.number == number else made
                    for made in state.commitments
                ]
            )
        )
        new = False
    move.events.append(PlanCommitted(team, number, plan, new))
    _stay_on(move, before)


def keep_plan(move: Move, team: int, plan: IfThen, card: str) -> None:
    """The plan of a `commit` card is one of its team's."""
    state = move.state
    made = Commitment(team=team, plan=plan, card=card, number=state.next_plan)
    move.set(commitments=(*state.commitments, made), next_plan=state.next_plan + 1)


def drop(move: Move, team: int, number: int) -> None:
    """A team takes a plan back."""
    state = move.state
    before = _on_page(state)
    move.set(commitments=tuple([made for made in state.commitments if made.number != number]))
    move.events.append(PlanDropped(team, number))
    _stay_on(move, before)


def _on_page(state: State) -> int | None:
    """Number of the plan that is being read aloud, if one is."""
    stage = state.stage
    if not isinstance(stage, Debrief) or stage.part is not Part.READ:
        return None
    return reading(state)[stage.index].number


def _stay_on(move: Move, number: int | None) -> None:
    """The same plan stays on the wall; where it went, the one in its place, or the writing."""
    state = move.state
    stage = state.stage
    if not isinstance(stage, Debrief):
        return
    if stage.asked:
        move.stage(asked=False)
    if number is None:
        return
    numbers = [made.number for made in reading(state)]
    if number in numbers:
        move.stage(index=numbers.index(number))
    elif numbers:
        move.stage(index=min(stage.index, len(numbers) - 1))
    else:
        show(move, Page(Part.COMMIT))
