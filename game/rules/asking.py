"""What the debrief asks: the template's questions with the decks' own, fitted to its time."""

from __future__ import annotations

from game.rules.content import Content
from game.rules.frozen import evolve, frozen
from game.rules.keep import keep_last
from game.rules.ruleset import Plan
from game.rules.state import Part, State
from game.rules.template import DebriefPhase, DebriefTemplate, Question

DECK_SECONDS = 120
"""To talk about a question of a deck's own."""
PAGE_SECONDS = {Part.PODIUM: 60, Part.MAP: 90, Part.MOMENT: 75, Part.READ: 25}
"""What pages without a clock are taken to last, for what is left to those with one."""
LEAST_SHARE = 0.4
"""A question that would get less of its time than this is not asked, so that the others have it."""
LEAST_SECONDS = 20
"""No question gets less, however short the debrief is."""
STEP_SECONDS = 5
"""Times are whole multiples of this: they are read aloud."""


@frozen
class Asking:
    """A question of the debrief, in its phase, with the seconds it has here."""

    phase: DebriefPhase
    question: Question
    seconds: int
    deck: str = ""
    """Id of the deck whose own question it is, or ""."""


def questions(state: State) -> tuple[Asking, ...]:
    """The template's questions with the decks' own among them, each with its seconds.

    In a short debrief there are fewer: where does this happen with us, then the first question of
    every phase, the decks' own, and the others, for as long as there is time to talk about them.
    """
    return _questions(state.template, state.content, state.plan, _teams(state))


def _teams(state: State) -> int:
    """With those that left: the questions stay the same when one goes during the debrief."""
    return len(state.teams) + len(state.left)


@keep_last
def _questions(
    template: DebriefTemplate | None, content: Content, plan: Plan, teams: int
) -> tuple[Asking, ...]:
    if template is None:
        return ()
    own = [
        (deck.id, Question(text=text, seconds=DECK_SECONDS))
        for deck in content.decks
        for text in deck.debrief
    ]
    asked: list[Asking] = []
    worth: list[tuple[int, int]] = []
    at = _phase_of_decks(template)
    for i, phase in enumerate(template.phases):
        for n, question in enumerate(phase.questions):
            worth.append((3 if n else 0 if i == at else 1, len(asked)))
            asked.append(Asking(phase, question, question.seconds))
        if i == at:
            for deck, question in own:
                worth.append((2, len(asked)))
                asked.append(Asking(phase, question, question.seconds, deck))
    timed = [n for _, n in sorted(worth) if asked[n].seconds > 0]
    seconds = sum(asked[n].seconds for n in timed) + template.commit_seconds
    left_out = set()
    while len(timed) > 1 and _share(plan, seconds, teams) < LEAST_SHARE:
        least = timed.pop()
        left_out.add(least)
        seconds -= asked[least].seconds
    share = _share(plan, seconds, teams)
    return tuple(
        [
            evolve(one, seconds=_fitted(one.seconds, share))
            for n, one in enumerate(asked)
            if n not in left_out
        ]
    )


def _phase_of_decks(template: DebriefTemplate) -> int:
    """Where the decks' questions are asked: at the end of the phase that says so, or the last."""
    marked = [i for i, phase in enumerate(template.phases) if phase.decks]
    return marked[0] if marked else len(template.phases) - 1


def _share(plan: Plan, seconds: int, teams: int) -> float:
    """By how much all times are longer or shorter, so that the debrief takes what is kept for it.

    The pages without a clock have theirs first: a podium, a map, three moments, a plan a team.
    """
    if plan.debrief_ms <= 0 or seconds <= 0:
        return 1.0
    usual = {Part.PODIUM: 1, Part.MAP: 1, Part.MOMENT: 3, Part.READ: teams}
    others = sum(PAGE_SECONDS[part] * count for part, count in usual.items())
    kept = plan.debrief_ms / 1000
    return max(kept - others, kept / 2) / seconds


def _fitted(seconds: int, share: float) -> int:
    """Seconds in whole steps, and never too few to say something; 0 stays no clock."""
    if seconds <= 0:
        return 0
    return max(LEAST_SECONDS, round(seconds * share / STEP_SECONDS) * STEP_SECONDS)


def commit_seconds(state: State) -> int:
    """Seconds to write the plans in; 0 is no clock."""
    template = state.template
    if template is None:
        return 0
    asked = questions(state)
    total = sum(one.question.seconds for one in asked) + template.commit_seconds
    return _fitted(template.commit_seconds, _share(state.plan, total, _teams(state)))
