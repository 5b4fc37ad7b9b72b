"""The pages of a report: HTML that needs nothing but itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from game.i18n import _, language
from game.i18n.dates import day_text
from game.report.session.charts import Chart, map_chart, scores_chart, token
from game.report.session.facts import CardFacts, Chosen, SessionFacts, TeamFacts, Theme

if TYPE_CHECKING:
    from jinja2 import Environment

_MOST_NAME = 14
"""Characters of a team's name beside its line; the table has all of it."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A session with its pictures, as the page lays it out."""

    facts: SessionFacts
    heading: str
    scores: Chart | None
    map: Chart | None


@dataclass(frozen=True, kw_only=True)
class Compared:
    """A card that was played in more than one session."""

    title: str
    prompt: str
    rows: tuple[tuple[str, Chosen], ...]
    """(heading of the session, what a team answered)."""


def report_page(sessions: Sequence[SessionFacts]) -> str:
    """The report of one session, or of several together."""
    shown = [_shown(facts, i, len(sessions)) for i, facts in enumerate(sessions, 1)]
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            language=language(),
            title=_("What came of it"),
            sessions=shown,
            compared=_compared(shown),
            themes=_themes(sessions),
            token=token,
            _=_,
        )
    )


def team_page(facts: SessionFacts, team: TeamFacts) -> str:
    """The page a team takes home."""
    chosen = [(card, row) for card in facts.cards for row in card.chosen if row.team == team.name]
    return (
        _environment()
        .get_template("team.html.j2")
        .render(
            language=language(),
            title=team.name,
            facts=facts,
            team=team,
            plans=[plan for plan in facts.plans if plan.team == team.name],
            insights=[one for one in facts.insights if one.team == team.name],
            chosen=chosen,
            token=token,
            _=_,
        )
    )


def _shown(facts: SessionFacts, i: int, n: int) -> Shown:
    heading = _("The session") if n == 1 else _("Session {n}").format(n=i)
    return Shown(facts=facts, heading=heading, scores=scores_chart(facts), map=map_chart(facts))


def _compared(shown: Sequence[Shown]) -> tuple[Compared, ...]:
    """Cards that several sessions played, those answered most differently first."""
    played: dict[str, list[tuple[str, CardFacts]]] = {}
    for one in shown:
        for card in one.facts.cards:
            played.setdefault(card.id, []).append((one.heading, card))
    found = []
    for cards in played.values():
        if len({heading for heading, _card in cards}) < 2:
            continue
        rows = tuple((heading, row) for heading, card in cards for row in card.chosen if row.answer)
        if rows:
            first = cards[0][1]
            found.append(Compared(title=first.title, prompt=first.prompt, rows=rows))
    found.sort(key=lambda one: -len({row.answer for _heading, row in one.rows}))
    return tuple(found)


def _themes(sessions: Sequence[SessionFacts]) -> tuple[Theme, ...]:
    """What the decks say of each theme, once, whatever session it was played in."""
    found: dict[str, dict[str, CardFacts]] = {}
    for facts in sessions:
        for theme in facts.themes:
            found.setdefault(theme.name, {}).update({card.id: card for card in theme.cards})
    return tuple(Theme(name=name, cards=tuple(cards.values())) for name, cards in found.items())


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("game.report.session", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["day"] = _day
    environment.filters["shortened"] = _shortened
    return environment


def _day(when: datetime | None) -> str:
    return day_text(when) if when is not None else "–"


def _shortened(name: str) -> str:
    return name if len(name) <= _MOST_NAME else f"{name[: _MOST_NAME - 1].rstrip()}…"
