"""Writing a plan in the debrief, and what became of one of last time."""

from __future__ import annotations

from collections.abc import Sequence

from game.i18n import _
from game.rules.actions import CommitPlan, ReviewCommitment
from game.rules.plans import MOST_PLAN, MOST_WHY
from game.rules.state import Earlier, IfThen, State, Status
from game.screens.debrief.planview import PARTS, part_name
from game.screens.editor import Editor
from game.screens.scenes.frame import team_name
from game.screens.screen import Do, Look, Outcome, Pop
from game.screens.textfield import TextField
from game.session.plans import plan_of


class CommitEditor(Editor):
    """A plan of a team: a new one, or one of its own again."""

    lines = (2.0, 2.0, 1.0, 1.0)

    def __init__(self, team: int, plan: IfThen | None = None, number: int | None = None) -> None:
        plan = plan or IfThen()
        super().__init__([TextField(getattr(plan, part), MOST_PLAN) for part in PARTS])
        self._team, self._number = team, number
        # Whoever comes back to a plan comes for what is still open.
        self.active = PARTS.index(plan.missing[0]) if plan.missing else 0

    def team(self) -> int | None:
        """The team whose plan it is."""
        return self._team

    def belongs_to(self, state: State) -> str:
        """The team, and which of its plans."""
        return f"commitment {self._team} {'' if self._number is None else self._number}"

    def title(self, look: Look) -> str:
        """Whose plan."""
        return _("The plan of {team}").format(team=team_name(look.game, self._team))

    def labels(self) -> Sequence[str]:
        """The four parts."""
        return [part_name(part) for part in PARTS]

    def result(self) -> Outcome:
        """The plan as it stands; incomplete ones are kept too, one without a word is none."""
        plan = plan_of(*(field.text for field in self.fields))
        if len(plan.missing) == len(PARTS):
            return Pop()
        return Do(CommitPlan(self._team, plan, self._number))


class WhyEditor(Editor):
    """Why a plan of last time went as it did."""

    lines = (4.0,)

    def __init__(self, plan: Earlier, status: Status | None) -> None:
        super().__init__([TextField(plan.why, MOST_WHY)])
        self._plan, self._status = plan, status

    def belongs_to(self, state: State) -> str:
        """The plan of last time."""
        return f"why {self._plan.number}"

    def title(self, look: Look) -> str:
        """Whose plan it was."""
        return _("What happened with the plan of {team}?").format(team=self._plan.team)

    def labels(self) -> Sequence[str]:
        """One word."""
        return (_("Because"),)

    def result(self) -> Outcome:
        """What became of it stays; the reason is told with it."""
        return Do(ReviewCommitment(self._plan.number, self._status, self.fields[0].text.strip()))
