"""The scenes of a session: one for each thing the wall shows while playing."""

from __future__ import annotations

from collections.abc import Hashable
from typing import assert_never

from game.rules.cards import Play
from game.rules.state import (
    Brief,
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
)
from game.screens.screen import Screen


def key_of(state: State) -> Hashable:
    """Two states of equal key are shown by the same scene, which keeps what it remembers."""
    stage = state.stage
    match stage:
        case OnCard():
            return (_card_scene(stage), state.round, state.active, stage.card)
        case Lobby() | Ready() | Landed() | Choosing():
            return "board"
        case TwistTold():
            return ("twist", stage.twist, state.round)
        case MirrorTold():
            return ("mirror", stage.mirror, state.round)
        case Standings():
            return ("standings", state.round, stage.final)
        case Review():
            return ("review", stage.index)
        case Debrief():
            return ("debrief", stage.part, stage.index)
        case Brief() | Personas() | Podium() | Over():
            return type(stage).__name__
        case _:
            assert_never(stage)


def _card_scene(stage: OnCard) -> str:
    match stage.step:
        case Step.READ | Step.DISCUSS:
            return "question"
        case Step.VIEW | Step.VIEW_TAKEN:
            return "grid" if stage.play is Play.EVERYONE else "question"
        case Step.GRID:
            return "grid"
        case Step.BELL:
            return "bell"
        case Step.JUDGE:
            return "judge"
        case Step.REVEAL | Step.TALK:
            return "reveal"


def make(state: State) -> Screen:
    """A new scene for this state. Scenes are imported when they are first needed."""
    stage = state.stage
    match stage:
        case OnCard():
            return _make_card(_card_scene(stage))
        case Lobby() | Ready() | Landed() | Choosing():
            from game.screens.scenes.board import BoardScene

            return BoardScene()
        case Brief():
            from game.screens.scenes.brief import BriefScene

            return BriefScene()
        case Personas():
            from game.screens.scenes.personas import PersonasScene

            return PersonasScene()
        case TwistTold():
            from game.screens.scenes.twist import TwistScene

            return TwistScene()
        case MirrorTold():
            from game.screens.scenes.mirror import MirrorScene

            return MirrorScene()
        case Standings():
            from game.screens.scenes.standings import StandingsScene

            return StandingsScene()
        case Podium():
            from game.screens.scenes.podium import PodiumScene

            return PodiumScene()
        case Debrief() | Review():
            from game.screens import debrief

            return debrief.make(stage)
        case Over():
            from game.screens.scenes.over import OverScene

            return OverScene()
        case _:
            assert_never(stage)


def _make_card(name: str) -> Screen:
    if name == "question":
        from game.screens.scenes.question import QuestionScene

        return QuestionScene()
    if name == "grid":
        from game.screens.scenes.grid import GridScene

        return GridScene()
    if name == "bell":
        from game.screens.scenes.bell import BellScene

        return BellScene()
    if name == "judge":
        from game.screens.scenes.judge import JudgeScene

        return JudgeScene()
    from game.screens.scenes.reveal import RevealScene

    return RevealScene()
