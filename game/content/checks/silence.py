"""What is silenced is a check there is, and says why.

A problem that was looked at and is meant need not be told each time: `silence` at the head of a
deck, or on a card, twist, mirror or persona, names the check and gives the reason, which the
next author reads. It holds for the translations as well. Errors keep a deck from being played
and cannot be silenced.

PASS:

    silence: {category-depth: This deck is one surprise for the end of a day.}

FAIL:

    silence: {category-dept: This deck is one surprise for the end of a day.}
"""

from game.content.nodes import Node, TextNode, is_empty
from game.content.problem import Level
from game.content.report import Report
from game.content.suggest import did_you_mean
from game.content.wording import quoted

ID = "silence"
LEVEL = Level.ERROR

LONGEST = 200
"""Characters of a reason."""


def look(report: Report, id_: str, reason: Node) -> None:
    """Say what is wrong with one check that is silenced for a reason."""
    from game.content.checks import all_checks  # late: most decks silence nothing

    at = reason.key or reason.mark
    checks = all_checks()
    if id_ not in checks:
        hint = did_you_mean(id_, checks)
        if not hint and " " in id_ and is_empty(reason):
            hint = "a text with a comma in it needs quotes inside {…}"
        report.say(ID, at, f"{quoted(id_)} is no check", hint=hint or "see cxgame explain --list")
    elif checks[id_].level is Level.ERROR:
        report.say(ID, at, f"{quoted(id_)} finds errors, which cannot be silenced")
    elif not checks[id_].silenceable:
        report.say(ID, at, f"{quoted(id_)} cannot be silenced")
    elif not isinstance(reason, TextNode) or is_empty(reason):
        report.say(
            ID,
            reason.mark,
            f"no reason is given for silencing {quoted(id_)}; expected a text",
            hint=f"such as {id_}: the order tells a story",
        )
    elif len(reason.text) > LONGEST:
        found = len(reason.text)
        report.say(
            ID,
            reason.mark,
            f"the reason for silencing {quoted(id_)} has {found} characters; "
            f"expected at most {LONGEST}",
        )
