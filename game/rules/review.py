"""Last time's plans: asked after one by one, before the brief."""

from __future__ import annotations

from game.rules.events import BriefBegan, ReviewBegan, Reviewed, ReviewShown
from game.rules.move import Move
from game.rules.plans import Earlier, Status
from game.rules.state import Brief, Review, evolve


def begin_review(move: Move) -> None:
    """The first plan of last time is asked after."""
    move.events.append(ReviewBegan())
    show_review(move, 0)


def show_review(move: Move, index: int) -> None:
    """This one of last time's plans."""
    move.set(stage=Review(index=index))
    move.events.append(ReviewShown(move.state.earlier[index].number))


def end_review(move: Move) -> None:
    """On to the brief."""
    move.set(stage=Brief())
    move.events.append(BriefBegan())


def review_next(move: Move, stage: Review) -> None:
    """The next plan of last time, or the brief."""
    if stage.index + 1 < len(move.state.earlier):
        show_review(move, stage.index + 1)
    else:
        end_review(move)


def review(move: Move, number: int, status: Status | None, why: str) -> None:
    """What became of a plan of last time."""

    def told(one: Earlier) -> Earlier:
        return evolve(one, status=status, why=why) if one.number == number else one

    move.set(earlier=tuple(map(told, move.state.earlier)))
    move.events.append(Reviewed(number, status, why))
