"""A running game and somebody at a browser, without the browser."""

from __future__ import annotations

from typing import Any

from benchmarks.stage import Stage
from game.app.consoledoes import Doer
from game.app.evening import Evening
from game.remote.bridge import Command, Receipt
from game.remote.table import moment
from game.rules.actions import Next, PutNext
from game.rules.cards import Play
from game.rules.state import Held, OnCard, Phase


class Hands:
    """Somebody at a browser."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.doer = Doer(stage.program)
        self._count = 0

    def ask(self, do: str, **told: Any) -> Receipt:
        """Ask for something, of the very moment the game is in unless it is told otherwise."""
        self._count += 1
        evening = self.stage.program.evening
        if evening is not None:
            told = {"moment": moment(evening.state), "version": evening.version, **told}
        command = Command(str(self._count), do, told)
        receipt = self.doer.do(command, self.stage.painter)
        assert receipt.id == command.id
        return receipt

    def control(self, name: str, **values: str) -> Receipt:
        """Ask for one of the facilitator's controls."""
        return self.ask("control", control=name, values=values)


def evening_of(stage: Stage) -> Evening:
    """The session under way."""
    assert stage.program.evening is not None
    return stage.program.evening


def held(evening: Evening) -> Held | None:
    """Why everything stands still now, if it does."""
    return evening.state.held


def to_play(stage: Stage) -> None:
    """The first team is at the die."""
    evening = evening_of(stage)
    while evening.state.phase is not Phase.PLAY:
        assert evening.do(Next(), "test") is None
    stage.program.director.top.finish(stage.program.look(stage.painter.wall))


def to_card(stage: Stage, play: Play) -> None:
    """A card that is played that way is open."""
    to_play(stage)
    evening = evening_of(stage)
    card = next(card for card in evening.state.content.cards if card.play is play)
    evening.do(PutNext(card.id), "test")
    while not isinstance(evening.state.stage, OnCard) or evening.state.stage.card != card.id:
        evening.do(Next(), "test")
