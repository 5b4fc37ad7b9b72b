"""The pages before the brief and after the podium: last time's plans, the debrief, new plans."""

from __future__ import annotations

from game.rules.state import Debrief, Part, Review
from game.screens.screen import Screen


def make(stage: Debrief | Review) -> Screen:
    """A new scene for this page. Scenes are imported when they are first needed."""
    if isinstance(stage, Review):
        from game.screens.debrief.review import ReviewScene

        return ReviewScene()
    match stage.part:
        case Part.MOMENT:
            from game.screens.debrief.moment import MomentScene

            return MomentScene()
        case Part.QUESTION:
            from game.screens.debrief.question import QuestionPage

            return QuestionPage()
        case Part.COMMIT:
            from game.screens.debrief.commit import CommitScene

            return CommitScene()
        case Part.READ:
            from game.screens.debrief.reading import ReadingScene

            return ReadingScene()
        case Part.MAP | Part.PODIUM:
            from game.screens.debrief.coursemap import MapScene

            return MapScene()
