"""After play: which pages there are, and how one comes to the next."""

from __future__ import annotations

from game.rules.asking import Asking, commit_seconds, questions
from game.rules.cards import Meter
from game.rules.content import Content
from game.rules.events import (
    Asked,
    Closed,
    PageShown,
    PodiumShown,
    StandingsShown,
)
from game.rules.frozen import frozen
from game.rules.moments import picks
from game.rules.move import Move
from game.rules.plans import MOST_PLANS, Commitment
from game.rules.review import show_review
from game.rules.state import (
    ClockFor,
    Debrief,
    Over,
    Part,
    Podium,
    Review,
    Standings,
    State,
    Team,
)

__all__ = [
    "Asking",
    "Page",
    "asking",
    "axes",
    "back",
    "card_on_page",
    "commit_seconds",
    "go_on",
    "has_map",
    "may_add_plan",
    "may_go_back",
    "next_page",
    "page",
    "pages",
    "plans_of",
    "previous_page",
    "questions",
    "reading",
    "show",
    "without_plan",
]


@frozen
class Page:
    """A page after play."""

    part: Part
    index: int = 0


# -- which pages there are


def axes(content: Content) -> tuple[Meter, Meter] | None:
    """The meters of the map, across and upward; None where the decks have fewer than two.

    Progress and connection where both are there, else the first two.
    """
    by_id = {meter.id: meter for meter in content.meters}
    if "progress" in by_id and "connection" in by_id:
        return by_id["progress"], by_id["connection"]
    return (content.meters[0], content.meters[1]) if len(content.meters) > 1 else None


def has_map(state: State) -> bool:
    """True where there are two meters to draw, and a team that moved on them."""
    both = axes(state.content)
    if both is None:
        return False
    ids = {meter.id for meter in both}
    return any(meter in ids for team in state.teams for meter, _ in team.meters)


def pages(state: State) -> tuple[Page, ...]:
    """Every page from the podium on, in order; the podium alone where there is no debrief."""
    if state.template is None:
        return (Page(Part.PODIUM),)
    return _pages(
        has_map(state),
        len(picks(state)),
        len(questions(state)),
        len(state.commitments),
    )


def _pages(mapped: bool, moments: int, asked: int, plans: int) -> tuple[Page, ...]:
    return (
        Page(Part.PODIUM),
        *([Page(Part.MAP)] if mapped else []),
        *[Page(Part.MOMENT, i) for i in range(moments)],
        *[Page(Part.QUESTION, i) for i in range(asked)],
        Page(Part.COMMIT),
        *[Page(Part.READ, i) for i in range(plans)],
    )


def page(state: State) -> Page | None:
    """The page on the wall; None before the podium and after the last one."""
    match state.stage:
        case Podium():
            return Page(Part.PODIUM)
        case Debrief(part=part, index=index):
            return Page(part, index)
        case _:
            return None


def asking(state: State) -> Asking | None:
    """The question on the wall, if there is one."""
    stage = state.stage
    if not isinstance(stage, Debrief) or stage.part is not Part.QUESTION:
        return None
    asked = questions(state)
    return asked[stage.index] if stage.index < len(asked) else None


def card_on_page(state: State) -> str:
    """Id of the card the moment on the wall is about; "" on every other page."""
    stage = state.stage
    if not isinstance(stage, Debrief) or stage.part is not Part.MOMENT:
        return ""
    found = picks(state)
    return found[stage.index].card if stage.index < len(found) else ""


# -- plans


def plans_of(state: State, team: int) -> tuple[Commitment, ...]:
    """What a team has committed to, in the order it was made."""
    return tuple([made for made in state.commitments if made.team == team])


def reading(state: State) -> tuple[Commitment, ...]:
    """Every plan in the order they are read aloud: team by team, as they were made."""
    return tuple(sorted(state.commitments, key=lambda made: (made.team, made.number)))


def without_plan(state: State) -> tuple[int, ...]:
    """Ids of teams that have no complete plan yet, in order of turns."""
    done = {made.team for made in state.commitments if made.plan.complete}
    return tuple([team.id for team in state.teams if team.id not in done])


def may_add_plan(state: State, team: Team) -> bool:
    """False where a team has as many as it can have."""
    return len(plans_of(state, team.id)) < MOST_PLANS


# -- from page to page


def show(move: Move, to: Page) -> None:
    """Put a page on the wall, with its clock."""
    move.clear_clock()
    if to.part is Part.PODIUM:
        move.set(stage=Podium())
        move.events.append(PodiumShown())
        return
    move.set(stage=Debrief(part=to.part, index=to.index))
    move.events.append(PageShown(to.part, to.index))
    if to.part is Part.QUESTION:
        move.start_clock(ClockFor.DEBRIEF, questions(move.state)[to.index].seconds)
    elif to.part is Part.COMMIT:
        move.start_clock(ClockFor.DEBRIEF, commit_seconds(move.state))


def go_on(move: Move) -> None:
    """Next, from the podium on; it asks once for teams without a whole plan."""
    state = move.state
    stage = state.stage
    if isinstance(stage, Debrief) and stage.part is Part.COMMIT and not stage.asked:
        missing = without_plan(state)
        if missing:
            move.stage(asked=True)
            move.events.append(Asked(missing))
            return
    after = next_page(state)
    if after is not None:
        show(move, after)
        return
    move.clear_clock()
    move.set(stage=Over())
    move.events.append(Closed())


def next_page(state: State) -> Page | None:
    """What Next leads to; None where the session is closed by it."""
    there = pages(state)
    at = there.index(_here(state, there))
    return there[at + 1] if at + 1 < len(there) else None


def previous_page(state: State) -> Page | None:
    """What Back leads to after the podium; None on the podium and before."""
    if not isinstance(state.stage, Debrief):
        return None
    there = pages(state)
    return there[there.index(_here(state, there)) - 1]


def _here(state: State, there: tuple[Page, ...]) -> Page:
    """The page on the wall; where a reload took it away, the last of those before it."""
    here = page(state)
    assert here is not None, "only called from the podium on"
    if here in there:
        return here
    return [one for one in there if _order(one) <= _order(here)][-1]


def _order(of: Page) -> tuple[int, int]:
    return tuple(Part).index(of.part), of.index


def may_go_back(state: State) -> bool:
    """True where there is a page before this one."""
    match state.stage:
        case Debrief():
            return True
        case Podium():
            return not state.rules.hide_scores
        case Review(index=index):
            return index > 0
        case _:
            return False


def back(move: Move) -> None:
    """The page before; from the podium the final standings, from the review the plan before."""
    stage = move.state.stage
    if isinstance(stage, Review):
        show_review(move, stage.index - 1)
        return
    to = previous_page(move.state)
    if to is not None:
        show(move, to)
        return
    move.set(stage=Standings(final=True))
    move.events.append(StandingsShown(True))
