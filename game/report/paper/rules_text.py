"""How the game is played without a wall: a real bell, a die, a timer."""

from __future__ import annotations

from game.i18n import _, ngettext
from game.rules.ruleset import Rules

Section = tuple[str, tuple[str, ...]]
"""A heading and its paragraphs."""


def printing() -> tuple[str, ...]:
    """How this file becomes a game."""
    return (
        _("Print at 100 %, not “fit to page”, or the backs will not meet their fronts."),
        _(
            "The cards and the answer cards: on both sides, turned over the long edge. "
            "Stiff paper of 160 grams or more is best."
        ),
        _("The board and the pieces: on one side. Print the poster large, or the four parts."),
        _("Cut along the marks in the margins. A paper cutter does a stack in minutes."),
        _("This guide: on one side or both. It holds the answers, so keep it to yourself."),
    )


def how_to_play(rules: Rules) -> tuple[Section, ...]:
    """The whole game on two pages, with these house rules."""
    return (
        (_("What you need"), _needed(rules)),
        (_("Before you begin"), _before(rules)),
        (_("A turn"), _turn(rules)),
        (_("The bell"), _bell(rules)),
        (_("Cards for everyone"), _everyone(rules)),
        (_("Open cards and plans"), _open()),
        (_("Twists and mirrors"), _twists(rules)),
        (_("All together"), _together(rules)),
        (_("The end"), _end()),
    )


def _needed(rules: Rules) -> tuple[str, ...]:
    die = (
        _("No die: every pawn walks one space.")
        if rules.die == 1
        else _("A die with {n} sides.").format(n=rules.die)
    )
    return (
        _("The board, glued or on one large sheet, and a pawn for each team."),
        die,
        _("A real bell; a glass and a spoon will do."),
        _("A timer, pens, and a sheet of paper for each team."),
    )


def _before(rules: Rules) -> tuple[str, ...]:
    paragraphs = [
        _(
            "Put the cards in piles by category, question up, and the cards with a bell at their "
            "foot in a pile of their own. Twists, mirrors and other eyes lie with their backs up. "
            "Shuffle each pile."
        ),
        _(
            "Give every team its pawn, its answer cards, {views} other views and {passes} passes."
        ).format(views=rules.view_tokens, passes=rules.passes),
        _("Every team draws other eyes: somebody whose view it keeps in mind all session."),
    ]
    return tuple(paragraphs if rules.personas else paragraphs[:-1])


def _turn(rules: Rules) -> tuple[str, ...]:
    start = ngettext(
        "Roll and walk. Passing or reaching start brings {n} happy customer.",
        "Roll and walk. Passing or reaching start brings {n} happy customers.",
        rules.start_bonus,
    ).format(n=rules.start_bonus)
    talk = (
        _("The team talks for {n} seconds.").format(n=rules.discuss_seconds)
        if rules.discuss_seconds
        else _("The team talks as long as it likes.")
    )
    return (
        start,
        _(
            "The space says which pile; take its upper card. On start and on “choose” the team "
            "picks a category."
        ),
        _("Read the card aloud. Hold it so that nobody sees its back."),
        talk + " " + _("Then it answers."),
        *_view(rules),
        _("Turn the card over, tell what the choice leads to, and pay the points in customers."),
        _("Read out why, and ask the talking question. This is what the game is for: take time."),
        _("A team may pass a card before it answers, for a pass, and takes another of its kind."),
    )


def _view(rules: Rules) -> tuple[str, ...]:
    if not rules.other_view:
        return ()
    return (
        _(
            "Before you turn it over, another team that sees it differently may ring, and hands in "
            "an other view. On a choice it names another option, says why, and wins what that "
            "option is worth above the first team’s. On an open card it adds its view, for 0 to 2. "
            "A token that won anything goes back to its team."
        ),
    )


def _bell(rules: Rules) -> tuple[str, ...]:
    return (
        _(
            "Read a bell card to its end, then say “open”: the first team to ring answers within "
            "{n} seconds. Who rings before that sits out a moment."
        ).format(n=rules.bell_answer_seconds),
        _(
            "Right brings {right} customers; wrong or silent costs {wrong}. After a wrong answer "
            "the others may ring."
        ).format(right=rules.bell_right, wrong=-rules.bell_wrong),
    )


def _everyone(rules: Rules) -> tuple[str, ...]:
    view = _(
        "Before you tell the points, a team that few others agree with may ring and argue for "
        "{seconds} seconds. Every other team may change once. It wins 1 for each team that joins "
        "it, and {most} at the most."
    ).format(seconds=rules.view_seconds, most=rules.view_together_max)
    return (
        _(
            "Every team settles on an answer, in silence towards the others. “Three, two, one: "
            "cards up.” Numbers and orders are written on paper and held up as well."
        ),
        view if rules.other_view else "",
        _("On a number, the closest team wins 1 more, if it is near enough for a point."),
    )


def _open() -> tuple[str, ...]:
    return (
        _(
            "An open card is acted, told or explained. You give 0 to 3 by what its back lists; or "
            "the other teams do, with the numbers on the backs of their answer cards, and the "
            "middle one counts."
        ),
        _(
            "A plan says: if this happens, then we do that, and by whom and by when. If and then "
            "earn 1, by whom and by when 1 more, and 1 more if it can be seen on Monday."
        ),
    )


def _twists(rules: Rules) -> tuple[str, ...]:
    mirror = ngettext(
        "At a mirror the team talks, and keeps one insight: {n} customer.",
        "At a mirror the team talks, and keeps one insight: {n} customers.",
        rules.mirror_points,
    ).format(n=rules.mirror_points)
    return (
        _(
            "A twist is told and done at once; then the team takes a card of its choice. First and "
            "last are all teams that share the place, and nobody while all are equal. A move by a "
            "twist draws no card and pays no start."
        ),
        mirror,
        _("Nobody ever has fewer than no customers.") if rules.floor_at_zero else "",
    )


def _together(rules: Rules) -> tuple[str, ...]:
    return (
        _(
            "With more than four teams, or little time, one pawn walks for everybody: the "
            "customer. Every team answers every card, and the die goes round. Open cards and plans "
            "are for the team with the die, and what they earn goes to all. Start pays nobody."
        ),
        _(
            "The customer carries other eyes, and takes new ones at start or after {n} cards."
        ).format(n=rules.customer_cards),
    )


def _end() -> tuple[str, ...]:
    return (
        _(
            "Stop after a whole round, when the time for play is over; announce the last one. "
            "The debrief’s time is not for playing."
        ),
        _(
            "Count the customers, then ask: how was it, what happened, what do you take from it, "
            "where is it like your work, what will you do?"
        ),
        _("Every team ends with a plan of its own, read aloud."),
    )
