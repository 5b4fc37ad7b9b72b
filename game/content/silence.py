"""Silence: what an author has looked at and decided to leave as it is, with the reason.

`silence: {key-position: the order tells a story}` stands at the head of a deck, for all of it,
or on a card, twist, mirror or persona, for that one and its translations. It is read from the
nodes of the file: the game that is played never sees it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from game.content.checks import silence as silence_check
from game.content.checks import silence_unused, structure
from game.content.fields import BAD
from game.content.nodes import ListNode, MapNode, Mark, Node, Source, Step, TextNode
from game.content.problem import Level, Problem
from game.content.report import Report
from game.content.suggest import closest

if TYPE_CHECKING:
    from game.content.deck import Subject

FIELD = "silence"
"""The name of the field."""
SECTIONS = ("cards", "twists", "mirrors", "personas")
"""The parts of a deck whose entries may have silence of their own."""

COUNTING = ("category-depth", "full-deck", "key-position", "meter-balance", "points-by-kind")
"""Checks that look at many entries together, so that one with an error may change their mind."""


class Silences(NamedTuple):
    """The field: ids of checks, and why each is silent here."""

    expected: str = "a check and the reason, such as {key-position: the order tells a story}"

    def read(self, node: Node, name: str, report: Report) -> Any:
        """Nothing that is played; what is wrong is said."""
        if type(node) is not MapNode:
            structure.wrong(report, node, name, self.expected)
            return BAD
        for id_, reason in node.entries.items():
            silence_check.look(report, id_, reason)
        return BAD


class Silenced(NamedTuple):
    """A problem that is not told, and why."""

    problem: Problem
    reason: str
    """In the author's words."""


class Sifted(NamedTuple):
    """Problems, parted into those to tell and those an author has silenced."""

    told: list[Problem]
    silenced: list[Silenced]

    def each(self, changed: Callable[[Problem], Problem]) -> Sifted:
        """The same with every problem changed."""
        silenced = [one._replace(problem=changed(one.problem)) for one in self.silenced]
        return Sifted([*map(changed, self.told)], silenced)


class _Silence(NamedTuple):
    """One check that is silent for one part of a deck."""

    check: str
    reason: str
    steps: tuple[Step, ...]
    """The way to the part; empty for the whole deck."""
    at: Mark

    def covers(self, problem: Problem, owner: tuple[Step, ...]) -> bool:
        """True for a problem of this check in this part; an error is never covered."""
        return (
            problem.check == self.check
            and problem.level is not Level.ERROR
            and self.steps in ((), owner)
        )


def sift(
    subject: Subject, problems: Iterable[Problem], ran: Collection[str], *, whole: bool = True
) -> Sifted:
    """Part the problems of a deck; silence that silences nothing becomes advice.

    `ran` are the ids of the checks that were run: silence of any other may be needed. So may, where
    the deck is not `whole`, silence of a part that could not be read because of its errors.
    """
    silences = list(_silences(subject.source))
    sifted = Sifted([], [])
    used = set()
    for problem in problems:
        owner = _owner(subject, problem)
        covering = [one for one in silences if one.covers(problem, owner)]
        if covering:
            sifted.silenced.append(Silenced(problem, covering[-1].reason))
            used.update(covering)
        else:
            sifted.told.append(problem)
    for one in silences:
        if one not in used and one.check in ran and (whole or _readable(subject, one)):
            sifted.told.append(silence_unused.problem(subject.source, one.steps, one.check, one.at))
    return sifted


def _readable(subject: Subject, silence: _Silence) -> bool:
    """True where everything that is silenced could be read: an entry, in each language."""
    if not silence.steps or silence.check in COUNTING:
        return False
    section, index = silence.steps
    assert isinstance(index, int)
    id_ = getattr(subject.deck, str(section))[index].id
    return not any((section, id_) in overlay.unread for overlay in subject.overlays)


def _silences(source: Source) -> Iterator[_Silence]:
    """Those of the head first, then entry by entry."""
    yield from _of(source.root, ())
    for section in SECTIONS:
        listed = source.root.entries.get(section)
        for index, entry in enumerate(listed.entries if isinstance(listed, ListNode) else ()):
            yield from _of(entry, (section, index))


def _of(node: Node, steps: tuple[Step, ...]) -> Iterator[_Silence]:
    there = node.entries.get(FIELD) if isinstance(node, MapNode) else None
    if isinstance(there, MapNode):
        for id_, reason in there.entries.items():
            words = " ".join(reason.text.split()) if isinstance(reason, TextNode) else ""
            yield _Silence(_meant(id_), words, steps, reason.key or reason.mark)


def _meant(id_: str) -> str:
    """The check, also where its name has a slip in it: with that mended it will be silent."""
    from game.content.checks import all_checks  # late: they lean on this file

    return id_ if id_ in all_checks() else closest(id_, all_checks()) or id_


def _owner(subject: Subject, problem: Problem) -> tuple[Step, ...]:
    """Section and index of the entry a problem belongs to; a translation names it by its id."""
    if len(problem.steps) < 2 or problem.steps[0] not in SECTIONS:
        return ()
    section, entry = problem.steps[:2]
    if isinstance(entry, int):
        return (section, entry)
    for index, one in enumerate(getattr(subject.deck, str(section))):
        if one.id == entry:
            return (section, index)
    return ()
