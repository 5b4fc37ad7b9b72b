"""How bots look back: last time's plans, the pages of the debrief, and plans of their own."""

from __future__ import annotations

from game.rules.actions import CommitPlan, Next, NoteInsight, ReviewCommitment
from game.rules.debrief import asking, may_add_plan, plans_of, without_plan
from game.rules.state import Debrief, IfThen, Part, Podium, Review, State, Status
from game.session.bot_card import Move, bot_plan
from game.session.bot_skill import BotChance
from game.session.bot_words import bot_words

_SHORTEST, _LONGEST = 30_000, 75_000
"""Ms a page is talked about where no clock says how long."""


class BotsAfter:
    """A room that looks back, and its facilitator."""

    def __init__(self, chance: BotChance) -> None:
        self._chance = chance

    def next_action(self, state: State, stage: Review | Podium | Debrief, at: int) -> Move:
        """What happens next, before the brief or after play."""
        match stage:
            case Review():
                return self._review(state, stage)
            case Podium():
                return Next(), self._chance.about(20_000, 60_000)
            case Debrief():
                return self._debrief(state, stage, at)

    def _review(self, state: State, stage: Review) -> Move:
        """They tell what became of a plan of last time, mostly."""
        wait = self._chance.about(8000, 25_000)
        one = state.earlier[stage.index]
        if one.status is None and self._chance.percent(92):
            status = self._chance.pick(list(Status))
            why = ""
            if status is not Status.DONE:
                why = self._chance.pick(bot_words(state.content.decks[0].language).whys)
            return ReviewCommitment(one.number, status, why), wait
        return Next(), wait // 2

    def _debrief(self, state: State, stage: Debrief, at: int) -> Move:
        """A page is talked about; on the one for plans every team writes."""
        match stage.part:
            case Part.COMMIT:
                return self._commit(state, stage)
            case Part.READ:
                return Next(), self._chance.about(12_000, 30_000)
            case _:
                return self._talk(state, at)

    def _talk(self, state: State, at: int) -> Move:
        """Talk, until the clock has nearly run out; now and then something worth keeping is said.

        Once a question: they are remembered by it.
        """
        clock = state.clock
        left = clock.left(at) if clock is not None else 0
        wait = left * self._chance.about(50, 100) // 100 or self._chance.about(_SHORTEST, _LONGEST)
        asked = asking(state)
        if asked is None:
            return Next(), wait
        noted = any(insight.question == asked.question.text for insight in state.insights)
        if not noted and self._chance.percent(30):
            team = self._chance.pick([team.id for team in state.teams])
            text = self._chance.pick(bot_words(state.content.decks[0].language).insights)
            return NoteInsight(team, text), wait // 2
        return Next(), wait

    def _commit(self, state: State, stage: Debrief) -> Move:
        wait = self._chance.about(4000, 25_000)
        bare = [team.id for team in state.teams if not plans_of(state, team.id)]
        if bare:
            return CommitPlan(bare[0], self._plan(state)), wait
        missing = without_plan(state)
        if stage.asked and missing and self._chance.percent(70):
            return self._finish(state, missing[0]), wait
        eager = [team.id for team in state.teams if self._may_have_another(state, team.id)]
        if not stage.asked and eager and self._chance.percent(15):
            return CommitPlan(self._chance.pick(eager), self._plan(state)), wait
        return Next(), wait

    def _finish(self, state: State, team: int) -> CommitPlan:
        """Who and by when are added to the first plan of a team that left them out."""
        made = plans_of(state, team)[0]
        words = bot_words(state.content.decks[0].language)
        whole = IfThen(
            cue=made.plan.cue,
            action=made.plan.action,
            who=made.plan.who or self._chance.pick(words.people),
            by_when=made.plan.by_when or self._chance.pick(words.days),
        )
        return CommitPlan(team, whole, made.number)

    def _may_have_another(self, state: State, team: int) -> bool:
        """One more is enough."""
        return len(plans_of(state, team)) < 2 and may_add_plan(state, state.team(team))

    def _plan(self, state: State) -> IfThen:
        """A plan no other team has, as long as there are any."""
        taken = {made.plan.cue for made in state.commitments}
        return bot_plan(state, self._chance, taken)
