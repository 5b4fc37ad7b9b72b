"""Who answered alike: on one card at a table, and on the same card at several tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.report.session.facts import CardFacts, Chosen, SessionFacts


@dataclass(frozen=True, kw_only=True)
class Alike:
    """Teams that gave the same answer and won the same by it."""

    answer: str
    before: str
    points: int
    teams: tuple[Chosen, ...]


@dataclass(frozen=True, kw_only=True)
class Compared:
    """A card that several sessions answered differently."""

    card: CardFacts
    answers: tuple[tuple[str, tuple[tuple[str, tuple[Chosen, ...]], ...]], ...]
    """Each answer with who gave it: (the session's label, its teams)."""


@dataclass(frozen=True, kw_only=True)
class Differences:
    """What differed where tables played the same card, and where they agreed."""

    cards: tuple[Compared, ...] = ()
    """Those with most answers first."""
    agreed: tuple[CardFacts, ...] = ()
    """Everybody answered the same."""


def alike(chosen: Sequence[Chosen]) -> tuple[Alike, ...]:
    """Answers with the teams that gave them; those that won most first."""
    found: dict[tuple[str, str, int], list[Chosen]] = {}
    for row in chosen:
        found.setdefault((row.answer, row.before, row.points), []).append(row)
    groups = [
        Alike(answer=answer, before=before, points=points, teams=tuple(teams))
        for (answer, before, points), teams in found.items()
    ]
    return tuple(sorted(groups, key=lambda one: (-one.points, one.answer, one.before)))


def differences(sessions: Iterable[tuple[str, SessionFacts]]) -> Differences:
    """Compare the cards that two sessions or more have answered, each with its label."""
    played: dict[str, list[tuple[str, CardFacts]]] = {}
    for label, facts in sessions:
        for card in facts.cards:
            if any(row.answer for row in card.chosen):
                played.setdefault(card.id, []).append((label, card))
    compared, agreed = [], []
    for cards in played.values():
        if len({label for label, _card in cards}) < 2:
            continue
        answers = _by_answer(cards)
        if len(answers) > 1:
            compared.append(Compared(card=cards[0][1], answers=answers))
        else:
            agreed.append(cards[0][1])
    compared.sort(key=lambda one: -len(one.answers))
    return Differences(cards=tuple(compared), agreed=tuple(agreed))


def _by_answer(
    cards: Sequence[tuple[str, CardFacts]],
) -> tuple[tuple[str, tuple[tuple[str, tuple[Chosen, ...]], ...]], ...]:
    found: dict[str, dict[str, list[Chosen]]] = {}
    for label, card in cards:
        for row in card.chosen:
            if row.answer:
                found.setdefault(row.answer, {}).setdefault(label, []).append(row)
    return tuple(
        (answer, tuple((label, tuple(rows)) for label, rows in found[answer].items()))
        for answer in sorted(found)
    )
