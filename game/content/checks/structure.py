"""Every field holds what it is for.

Fields that must be there are there; numbers are whole numbers within their bounds, written in
digits alone (1000, not 1.000 or 1_000); a kind, a play or an evidence is one of the known words;
lists have as many entries as the game can show. The rules between fields count too: bell cards
are quizzes or estimates, a quiz has one right option, a dilemma has points on every option,
bands grow.

PASS:

    cards:
      - id: five-coffees
        kind: choice
        category: insights
        title: Five coffees
        prompt: One name stands on all five cups.
        options:
          - {text: Ask who they are for., points: 3}
          - {text: Drink one., points: 0}

FAIL:

    cards:
      - id: five-coffees
        kind: choice
        category: insights
        title: Five coffees
        prompt: One name stands on all five cups.
        options:
          - {text: Ask who they are for., points: three}
          - {text: Drink one., points: 0}
"""

from game.content.nodes import REFUSED, ListNode, Mark, Node, TextNode
from game.content.problem import Level
from game.content.report import Report
from game.content.wording import quoted

ID = "structure"
LEVEL = Level.ERROR


def found(node: Node) -> str:
    """What stands there, as one says it."""
    if isinstance(node, TextNode):
        return quoted(node.text) if node.text.strip() else "empty"
    several = "a list" if isinstance(node, ListNode) else "a group of fields"
    return several if node.entries else f"{several} with nothing in it"


def wrong(
    report: Report,
    node: Node,
    name: str,
    expected: str,
    *,
    hint: str = "",
    check: str = ID,
) -> None:
    """`points is "three"; expected a whole number from 0 to 3`; without a name `found …`."""
    if isinstance(node, TextNode) and node.style == REFUSED:
        report.errors += 1  # said already, when the file was parsed
        return
    said = f"{name} is {found(node)}" if name else f"found {found(node)}"
    report.say(check, node.mark, f"{said}; expected {expected}", hint=hint)


def missing(report: Report, at: Mark, name: str, expected: str) -> None:
    """A field that must be there is not."""
    report.say(ID, at, f"{name} is missing; expected {expected}")


def broken(report: Report, at: Mark, text: str, hint: str = "") -> None:
    """A rule between fields is broken."""
    report.say(ID, at, text, hint=hint)
