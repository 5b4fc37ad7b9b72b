"""The pages of a report: HTML that needs nothing but itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from game.i18n import _, language
from game.i18n.dates import day_text
from game.report.session.answered import alike, differences
from game.report.session.charts import Chart, map_chart, scores_chart, token
from game.report.session.facts import CardFacts, PlanFacts, SessionFacts, TeamFacts, Theme
from game.report.session.typeface import font_faces
from game.report.session.visible import seen, visible

if TYPE_CHECKING:
    from jinja2 import Environment

ROUNDS_A_TABLE = 12
"""Rounds side by side that fit on A4 beside a long name; the others get a table of their own."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A session with its pictures, as the page lays it out."""

    facts: SessionFacts
    label: str
    """What it is called among the others."""
    scores: Chart | None
    rounds: tuple[slice, ...]
    """The rounds of each table beside that picture."""
    map: Chart | None


def report_page(sessions: Sequence[SessionFacts]) -> str:
    """The report of one session, or of several together."""
    shown = [_shown(facts, label) for facts, label in zip(sessions, _labels(sessions), strict=True)]
    title = _("What came of it")
    name = seen(sessions[0].name) if len(sessions) == 1 else ""
    days = list(dict.fromkeys(_day(facts.created) for facts in sessions))
    return _rendered(
        "report.html.j2",
        title=title,
        window=f"{title} · {name}" if name else title,
        days=days,
        sessions=shown,
        differences=differences((one.label, one.facts) for one in shown),
        themes=_themes(sessions),
    )


def team_page(facts: SessionFacts, team: TeamFacts) -> str:
    """The page a team takes home."""
    return _rendered(
        "team.html.j2",
        window=team.name,
        facts=facts,
        team=team,
        plans=[plan for plan in facts.plans if plan.team_id == team.id],
        insights=[one for one in facts.insights if one.team_id == team.id],
        chosen=[
            (card, row) for card in facts.cards for row in card.chosen if row.team_id == team.id
        ],
    )


def _rendered(template: str, **told: Any) -> str:
    return (
        _environment()
        .get_template(template)
        .render(language=language(), fonts=font_faces(), token=token, alike=alike, _=_, **told)
    )


def _labels(sessions: Sequence[SessionFacts]) -> list[str]:
    """What each session is called: its name where that tells it from the others, else a number."""
    if len(sessions) == 1:
        return [_("The session")]
    names = [seen(facts.name) for facts in sessions]
    if all(names) and len({name.casefold() for name in names}) == len(names):
        return names
    return [_("Session {n}").format(n=i) for i in range(1, len(sessions) + 1)]


def _shown(facts: SessionFacts, label: str) -> Shown:
    return Shown(
        facts=facts,
        label=label,
        scores=scores_chart(facts),
        rounds=tuple(
            slice(start, start + ROUNDS_A_TABLE)
            for start in range(0, len(facts.round_names), ROUNDS_A_TABLE)
        ),
        map=map_chart(facts),
    )


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
        finalize=_as_text,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["day"] = _day
    environment.filters["due"] = _due
    environment.filters["seen"] = seen
    return environment


def _as_text(value: object) -> object:
    """Whatever a page is to show; what no page can hold, by its sign."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return visible(value)
    return value


def _day(when: date | datetime | None) -> str:
    return day_text(when) if when is not None else "–"


def _due(plan: PlanFacts) -> str:
    """The day a plan's words mean; "" where they name none, or name it in full."""
    if plan.due is None or str(plan.due.year) in plan.by_when:
        return ""
    told = day_text(plan.due)
    said = told.replace(str(plan.due.year), "").strip().casefold()
    return "" if said in plan.by_when.casefold() else told
