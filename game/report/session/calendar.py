"""The plans as reminders for a calendar (RFC 5545), written by the icalendar library."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from game import __version__
from game.i18n import _
from game.report.session.facts import PlanFacts, SessionFacts
from game.report.session.visible import seen, visible

UNDATED_DAYS = 14
"""After so many days somebody asks after a plan whose words name no day."""
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
"""When a session was begun whose log does not say it."""


def calendar_of(sessions: Sequence[SessionFacts]) -> bytes:
    """An iCalendar file with an all-day event and a reminder for each plan."""
    from icalendar import Alarm, Calendar, Event  # late: it brings the time zones of the world

    calendar = Calendar()
    calendar.add("prodid", f"-//CX Game//{__version__}//EN")
    calendar.add("version", "2.0")
    for facts in sessions:
        created = facts.created or _LONG_AGO
        for plan in facts.plans:
            said = plan.said or created.date()
            day = plan.due or said + timedelta(days=UNDATED_DAYS)
            event = Event()
            event.add("uid", _uid(facts, plan))
            event.add("dtstamp", created)
            event.add("dtstart", day)
            event.add("dtend", day + timedelta(days=1))
            event.add("summary", _clean(_summary(plan)))
            event.add("description", _clean(_description(plan)))
            event.add("transp", "TRANSPARENT")
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", _clean(_summary(plan)))
            alarm.add("trigger", timedelta(hours=9))
            event.add_component(alarm)
            calendar.add_component(event)
    told: bytes = calendar.to_ical()
    return told


def _uid(facts: SessionFacts, plan: PlanFacts) -> str:
    """The same each time a report is made, so that a calendar replaces what it has.

    Nothing is in it that can be renamed, erased or left out: no name, nor a place in the list.
    """
    told = f"{facts.identity}\0{plan.number}"
    return f"{sha256(told.encode('utf-8', 'replace')).hexdigest()[:32]}@cxgame"


def _summary(plan: PlanFacts) -> str:
    return f"{plan.team}: {seen(plan.action) or seen(plan.cue) or '…'}"


def _description(plan: PlanFacts) -> str:
    lines = [
        _("If {cue}, then {action}").format(
            cue=plan.cue if seen(plan.cue) else "…",
            action=plan.action if seen(plan.action) else "…",
        )
    ]
    if seen(plan.who):
        lines.append(_("By whom:") + " " + plan.who)
    if seen(plan.by_when):
        lines.append(_("By when:") + " " + plan.by_when)
    if plan.due is None:
        lines.append(_("No day was named; this asks after it two weeks later."))
    return "\n".join(lines)


def _clean(text: str) -> str:
    """As a calendar can hold it: a line ends in one way, and what is no text has a sign."""
    return visible(text.replace("\r\n", "\n").replace("\r", "\n"))
