"""Controls around play: the pages after it, and plans, those of last time included."""

from __future__ import annotations

from collections.abc import Iterator

from game.i18n import _
from game.rules.actions import Back, CommitPlan, DropPlan, EndReview, GoTo, ReviewCommitment
from game.rules.debrief import page, pages
from game.rules.events import PageShown
from game.rules.plans import MOST_PLAN, MOST_WHY
from game.rules.state import IfThen, Part, Status
from game.session.controls.model import Control, ControlError, Field, Group, Values
from game.session.controls.now import Now, choice
from game.session.plans import plan_of
from game.session.telling.debrief import plan_sentence, status_word, tell_closing

PLAN_PARTS = ("cue", "action", "who", "by_when")


def around_play(now: Now) -> Iterator[Control]:
    """Through the pages after play, and past the plans of last time."""
    state = now.state
    if now.can(EndReview):
        label = _("On to the brief")
        yield now.control("end-review", Group.STEP, label, lambda _values: EndReview())
    if now.can(Back):
        yield now.control("page-back", Group.STEP, _("The page before"), lambda _values: Back())
    if now.can(GoTo):
        here = page(state)
        known = {f"{one.part.value}-{one.index}": one for one in pages(state)}
        names = [
            (value, tell_closing(PageShown(one.part, one.index), state).rstrip("."))
            for value, one in known.items()
        ]
        yield now.control(
            "page",
            Group.STEP,
            _("Go to a page"),
            lambda given: GoTo(known[given["page"]].part, known[given["page"]].index),
            choice("page", _("Page"), names),
            value=next((name for value, name in names if known[value] == here), ""),
        )
        # What a room leaves with comes first when time is short.
        if here is None or here.part not in (Part.COMMIT, Part.READ):
            label = _("Straight to the plans")
            yield now.control("to-plans", Group.STEP, label, lambda _values: GoTo(Part.COMMIT))


def plans(now: Now) -> Iterator[Control]:
    """Plans made, reworded, taken back; and what became of those of last time."""
    state = now.state
    made = [
        (str(one.number), f"{now.team(one.team)}: {plan_sentence(one.plan)}")
        for one in state.commitments
    ]
    if now.can(CommitPlan):
        more = any(
            domain.allows(None)
            for offer in now.offers(CommitPlan)
            if (domain := offer.field("number")) is not None
        )
        which = choice("number", _("Instead of"), made, required=not more)
        yield now.control(
            "commit-plan",
            Group.CARD,
            _("Write a team's plan"),
            lambda given: CommitPlan(given["team"], written(given), _number(given)),
            now.teams(now.ids(CommitPlan), _("Team")),
            *plan_fields(),
            *([which] if made else []),
        )
    if now.can(DropPlan):
        owner = {one.number: one.team for one in state.commitments}
        yield now.control(
            "drop-plan",
            Group.CARD,
            _("Take a plan back"),
            lambda given: DropPlan(owner[int(given["number"])], int(given["number"])),
            choice("number", _("Plan"), made),
            danger=True,
        )
    if now.can(ReviewCommitment):
        yield _reviewing(now)


def _reviewing(now: Now) -> Control:
    earlier = [
        (str(one.number), f"{one.team}: {plan_sentence(one.plan)}") for one in now.state.earlier
    ]
    told = [(status.value, status_word(status)) for status in Status]
    return now.control(
        "review-plan",
        Group.CARD,
        _("What became of a plan of last time"),
        lambda given: ReviewCommitment(
            int(given["number"]),
            Status(given["status"]) if given["status"] else None,
            given["why"],
        ),
        choice("number", _("Plan"), earlier, value=earlier[0][0] if len(earlier) == 1 else ""),
        choice("status", _("What became of it"), [*told, ("", status_word(None))], required=False),
        Field("why", "text", _("What is told of it"), high=MOST_WHY, required=False),
    )


def _number(given: Values) -> int | None:
    """Of the plan that is reworded; None for one more."""
    number = given.get("number")
    return int(number) if number else None


def plan_fields(plan: IfThen | None = None) -> tuple[Field, ...]:
    """The four parts of an if-then plan, as far as they are written."""
    plan = plan or IfThen()
    labels = (_("If …"), _("then I or we …"), _("By whom"), _("By when"))
    return tuple(
        [
            Field(name, "text", label, high=MOST_PLAN, value=getattr(plan, name), required=False)
            for name, label in zip(PLAN_PARTS, labels, strict=True)
        ]
    )


def written(given: Values) -> IfThen:
    """A plan with at least one part. Raises ControlError."""
    if not any(given[name] for name in PLAN_PARTS):
        raise ControlError("cue", _("Nothing is written of the plan yet."))
    return plan_of(*(given[name] for name in PLAN_PARTS))
