"""The sentences for what the rules refuse."""

from __future__ import annotations

from game.i18n import _
from game.rules.plans import MOST_PLAN, MOST_PLANS
from game.rules.refusal import Refusal


def refusal_sentence(reason: Refusal) -> str:
    """Why something was refused, for the facilitator."""
    return {
        Refusal.NOT_NOW: _("That cannot be done just now."),
        Refusal.NO_SUCH_TEAM: _("There is no such team."),
        Refusal.NOT_THIS_TEAM: _("That is not for this team just now."),
        Refusal.NOT_AN_ANSWER: _("This card has no such answer."),
        Refusal.NO_SUCH_CATEGORY: _("There are no cards of that kind to draw."),
        Refusal.NO_SUCH_CARD: _("No deck in play has that card."),
        Refusal.BELL_CLOSED: _("The bells are closed."),
        Refusal.ALREADY_RUNG: _("This team has rung already."),
        Refusal.NO_TOKENS: _("This team has no other-view token left."),
        Refusal.ALREADY_CHANGED: _("This team has changed its mind once already."),
        Refusal.NO_PASSES: _("This team has no passes left."),
        Refusal.NO_OTHER_CARD: _("There is no other card of this kind."),
        Refusal.OUT_OF_BOUNDS: _("That number is not allowed here."),
        Refusal.NO_CLOCK: _("No clock is running."),
        Refusal.TOO_SOON: _("The clock has not run out yet."),
        Refusal.NAME_TAKEN: _("Another team has that name."),
        Refusal.NAME_EMPTY: _("A team needs a name."),
        Refusal.COLOUR_TAKEN: _("Another team has that colour."),
        Refusal.TOO_MANY_TEAMS: _("Eight teams can play, no more."),
        Refusal.LAST_TEAM: _("The last team cannot leave."),
        Refusal.NO_SUCH_RULE: _("There is no such house rule."),
        Refusal.NO_SUCH_PAGE: _("There is no such page."),
        Refusal.NO_SUCH_PLAN: _("There is no such plan."),
        Refusal.PLAN_EMPTY: _("A plan needs some words."),
        Refusal.PLAN_TOO_LONG: _("That is too long for a plan: {most} letters a part.").format(
            most=MOST_PLAN
        ),
        Refusal.TOO_MANY_PLANS: _("This team has {most} plans already.").format(most=MOST_PLANS),
        Refusal.HELD: _("Everything stands still. Next goes on."),
    }[reason]
