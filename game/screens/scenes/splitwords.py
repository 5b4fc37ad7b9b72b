"""What the room's split says, in words that take no side.

Which of several sentences is said depends on the card, so that it is the same one after undo and
resume, and another one on the next card.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.i18n import _, ngettext
from game.rules.cards import ChoiceCard
from game.rules.scoring import camps
from game.rules.state import OnCard
from game.screens.scenes.words import number_word, sentence


def split_sentence(card: ChoiceCard, stage: OnCard, teams: int = 0) -> str:
    """One sentence on who stands where; of a quiz, on who had it.

    `teams` is how many could have shown a card; 0: as many as did. Nobody is told that all of
    them agree, or had it, while some have shown nothing.
    """
    if not stage.answers:
        return _("No cards this time. What kept you?")
    whole = len(stage.answers) >= teams
    if card.key is not None:
        return _quiz(card, stage, whole)
    if teams == 1:  # there are no others to ask
        return _("One camp. Who would disagree, and why?")
    sizes = [len(teams) for _answer, teams in camps(stage.answers)]
    return _pick(card.id, _sentences(sizes, whole))


def _pick(card: str, sentences: Sequence[str]) -> str:
    return sentences[sum(card.encode("utf-8")) % len(sentences)]


def _sentences(sizes: Sequence[int], whole: bool) -> tuple[str, ...]:
    """What fits camps of these sizes, the largest first; `whole`: everybody is in one."""
    total, count = sum(sizes), len(sizes)
    if total == 1:
        return (_("One card on the table. What do the others think?"),)
    if count == 1 and not whole:
        return (_("One camp. Who would disagree, and why?"),)
    if count == 1:
        return (
            _("All of one mind. What did nobody say?"),
            _("One camp. Who would disagree, and why?"),
            _("You all agree. What makes you so sure?"),
        )
    if count == 2 and sizes[1] == 1 and total > 2:
        return (
            _("All but one. What does the one see?"),
            _("One team stands alone. What is it looking at?"),
        )
    if count == 2 and sizes[0] == sizes[1]:
        return (
            _("Half and half. What does each half protect?"),
            _("Split down the middle. What would move you?"),
        )
    if count == 2:
        return (
            _("Two camps. What did each of you protect?"),
            _("Two camps. What would make you cross over?"),
        )
    if count == total and not whole:
        return (_("No two alike. What did each of you protect?"),)
    if count == total:
        return (
            _("Everyone on their own. What did you see first?"),
            _("No two alike. What did each of you protect?"),
        )
    words = sentence(number_word(count))
    return (
        _("{number} camps. What did each of you protect?").format(number=words),
        _("{number} camps. Where do you part ways?").format(number=words),
    )


def _quiz(card: ChoiceCard, stage: OnCard, whole: bool) -> str:
    right = sum(answer == card.key for _team, answer in stage.answers)
    if right == len(stage.answers) and whole:
        return _("All of you had it. How did you know?")
    if not right:
        return _("Nobody had it. What led you there?")
    return ngettext(
        "{number} team had it. What gave it away?",
        "{number} teams had it. What gave it away?",
        right,
    ).format(number=sentence(number_word(right)))


def view_sentence(name: str, joined: int) -> str:
    """What came of another view that was argued."""
    if not joined:
        return _("{team} saw it differently; nobody crossed over.").format(team=name)
    return ngettext(
        "{team} saw it differently, and {n} team crossed over.",
        "{team} saw it differently, and {n} teams crossed over.",
        joined,
    ).format(team=name, n=joined)
