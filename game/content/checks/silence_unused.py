"""What is silenced is there to be told.

Once the problem is mended, its silence stays behind, and would hide the next one of its kind.

PASS:

    silence: {category-depth: This deck is one surprise for the end of a day.}

FAIL:

    silence: {facts-source: Everybody in the room has read the study.}
"""

from game.content.nodes import Mark, Source, Step
from game.content.problem import Level, Problem
from game.content.wording import quoted

ID = "silence-unused"
LEVEL = Level.ADVICE


def problem(source: Source, steps: tuple[Step, ...], check: str, at: Mark) -> Problem:
    """The check `check` is silenced for what lies at `steps`, and finds nothing there."""
    return source.problem(
        ID,
        LEVEL,
        steps,
        f"{quoted(check)} is silenced and finds nothing here",
        hint="remove the silence",
        at=at,
    )
