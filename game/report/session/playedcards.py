"""Cards that were played: what they say, who answered what, what decks say of each theme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.report.session.facts import CardFacts, Chosen, Theme
from game.rules.state import Record, State
from game.session.telling.cardwords import answer_text, right_text, source_text


def card_facts(record: Record, state: State, names: Mapping[int, str]) -> CardFacts:
    """A card that was played, with what teams answered and won."""
    card = state.content.card_by_id[record.card]
    languages = {deck.id: deck.language for deck in state.content.decks}
    before = dict(record.before)
    points: dict[int, int] = {}
    for gain in record.gains:
        points[gain.team] = points.get(gain.team, 0) + gain.applied
    answered = dict(record.answers)
    listed = [*answered, *(team for team in points if team not in answered)]
    chosen = []
    for team in listed:
        known = state.anyone(team)
        now = answer_text(card, answered.get(team))
        was = answer_text(card, before[team]) if team in before else now
        chosen.append(
            Chosen(
                team=names.get(team, "?"),
                colour=known.colour if known else "ink",
                answer=now,
                before=was if was != now else "",
                points=points.get(team, 0),
                team_id=team,
            )
        )
    category = state.content.category_by_id.get(card.category)
    return CardFacts(
        id=card.id,
        language=languages.get(card.id.partition("/")[0], ""),
        title=card.title,
        category=category.name if category else card.category,
        prompt=card.prompt,
        right=right_text(card),
        why=card.why,
        reflect=card.reflect,
        source=source_text(card),
        round=record.round,
        team=names.get(record.team, ""),
        minutes=record.talked_ms / 60_000,
        chosen=tuple(chosen),
    )


def themes_of(state: State, cards: Sequence[CardFacts]) -> tuple[Theme, ...]:
    """What the decks say of each category, in the cards that were played."""
    found: list[Theme] = []
    for category in state.content.categories:
        played = {card.id: card for card in cards if card.category == category.name and card.why}
        if played:
            found.append(Theme(name=category.name, cards=tuple(played.values())))
    return tuple(found)
