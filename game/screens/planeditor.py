"""Writing the if-then plan of a card on the wall."""

from __future__ import annotations

from collections.abc import Sequence

from game.i18n import _
from game.rules.actions import WritePlan
from game.rules.state import IfThen, OnCard, State
from game.screens.editor import MOST_PART, Editor
from game.screens.scenes.frame import team_name
from game.screens.screen import Do, Look, Outcome
from game.screens.textfield import TextField
from game.session.plans import plan_of


class PlanEditor(Editor):
    """A team's if-then plan."""

    lines = (2.0, 2.0, 1.0, 1.0)

    def __init__(self, team: int, plan: IfThen | None) -> None:
        plan = plan or IfThen()
        super().__init__(
            [TextField(part, MOST_PART) for part in (plan.cue, plan.action, plan.who, plan.by_when)]
        )
        self._team = team

    def team(self) -> int | None:
        """The team whose plan it is."""
        return self._team

    def belongs_to(self, state: State) -> str:
        """The open card, and the team."""
        card = state.stage.card if isinstance(state.stage, OnCard) else ""
        return f"plan {self._team} {card}"

    def title(self, look: Look) -> str:
        """Whose plan."""
        return _("The plan of {team}").format(team=team_name(look.game, self._team))

    def labels(self) -> Sequence[str]:
        """The four parts."""
        return (_("If…"), _("then…"), _("By whom"), _("By when"))

    def result(self) -> Outcome:
        """The plan as it stands; incomplete ones are kept too."""
        return Do(WritePlan(self._team, plan_of(*(field.text for field in self.fields))))
