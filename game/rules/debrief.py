"""After play: which pages there are, and how one comes to the next."""

from __future__ import annotations

from game.rules.cards import Content, Meter
from game.rules.events import (
    Asked,
    BriefBegan,
    Closed,
    PageShown,
    PlanCommitted,
    PlanDropped,
    PodiumShown,
    ReviewBegan,
    Reviewed,
    ReviewShown,
    StandingsShown,
)
from game.rules.frozen import frozen
from game.rules.keep import keep_last
from game.rules.moments import picks
from game.rules.move import Move
from game.rules.plans import MOST_PLANS, Commitment, Earlier, Status
from game.rules.ruleset import Plan
from game.rules.state import (
    Brief,
    ClockFor,
    Debrief,
    IfThen,
    Over,
    Part,
    Podium,
    Review,
    Standings,
    State,
    Team,
    evolve,
)
from game.rules.template import DebriefPhase, DebriefTemplate, Question

DECK_SECONDS = 120
"""To talk about a question of a deck's own."""
PAGE_SECONDS = {Part.PODIUM: 60, Part.MAP: 90, Part.MOMENT: 75, Part.READ: 25}
"""What pages without a clock are taken to last, for what is left to those with one."""
LEAST_SECONDS = 20
"""No question gets less, however short the debrief is."""
STEP_SECONDS = 5
"""Times are whole multiples of this: they are read aloud."""


@frozen
class Page:
    """A page after play."""

    part: Part
    index: int = 0


@frozen
class Asking:
    """A question of the debrief, in its phase, with the seconds it has here."""

    phase: DebriefPhase
    question: Question
    seconds: int
    deck: str = ""
    """Id of the deck whose own question it is, or ""."""


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


def questions(state: State) -> tuple[Asking, ...]:
    """The template's questions with the decks' own among them, each with its seconds."""
    return _questions(state.template, state.content, state.plan, len(state.teams))


@keep_last
def _questions(
    template: DebriefTemplate | None, content: Content, plan: Plan, teams: int
) -> tuple[Asking, ...]:
    if template is None:
        return ()
    own = [
        (deck.id, Question(text=text, seconds=DECK_SECONDS))
        for deck in content.decks
        for text in deck.debrief
    ]
    asked: list[tuple[DebriefPhase, Question, str]] = []
    at = _phase_of_decks(template)
    for i, phase in enumerate(template.phases):
        asked += [(phase, question, "") for question in phase.questions]
        if i == at:
            asked += [(phase, question, deck) for deck, question in own]
    share = _share(plan, sum(q.seconds for _, q, _ in asked) + template.commit_seconds, teams)
    return tuple([Asking(p, q, _fitted(q.seconds, share), deck) for p, q, deck in asked])


def _phase_of_decks(template: DebriefTemplate) -> int:
    """Where the decks' questions are asked: at the end of the phase that says so, or the last."""
    marked = [i for i, phase in enumerate(template.phases) if phase.decks]
    return marked[0] if marked else len(template.phases) - 1


def _share(plan: Plan, seconds: int, teams: int) -> float:
    """By how much all times are longer or shorter, so that the debrief takes what is kept for it.

    The pages without a clock have theirs first: a podium, a map, three moments, a plan a team.
    """
    if plan.debrief_ms <= 0 or seconds <= 0:
        return 1.0
    usual = {Part.PODIUM: 1, Part.MAP: 1, Part.MOMENT: 3, Part.READ: teams}
    others = sum(PAGE_SECONDS[part] * count for part, count in usual.items())
    kept = plan.debrief_ms / 1000
    return max(kept - others, kept / 2) / seconds


def _fitted(seconds: int, share: float) -> int:
    """Seconds in whole steps, and never too few to say something; 0 stays no clock."""
    if seconds <= 0:
        return 0
    return max(LEAST_SECONDS, round(seconds * share / STEP_SECONDS) * STEP_SECONDS)


def commit_seconds(state: State) -> int:
    """Seconds to write the plans in; 0 is no clock."""
    template = state.template
    if template is None:
        return 0
    # What was left to all clocks, less what the questions got, is as much as its own share.
    asked = questions(state)
    total = sum(one.question.seconds for one in asked) + template.commit_seconds
    return _fitted(template.commit_seconds, _share(state.plan, total, len(state.teams)))


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
        move.say(PodiumShown())
        return
    move.set(stage=Debrief(part=to.part, index=to.index))
    move.say(PageShown(to.part, to.index))
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
            move.say(Asked(missing))
            return
    after = next_page(state)
    if after is not None:
        show(move, after)
        return
    move.clear_clock()
    move.set(stage=Over())
    move.say(Closed())


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
    move.say(StandingsShown(True))


# -- writing plans


def commit(move: Move, team: int, plan: IfThen, number: int | None) -> None:
    """A team writes a plan, or one of its own again."""
    state = move.state
    before = _on_page(state)
    if number is None:
        number = state.next_plan
        made = Commitment(team=team, plan=plan, number=number)
        move.set(commitments=(*state.commitments, made), next_plan=number + 1)
        new = True
    else:
        move.set(
            commitments=tuple(
                [
                    evolve(made, plan=plan) if made.number == number else made
                    for made in state.commitments
                ]
            )
        )
        new = False
    move.say(PlanCommitted(team, number, plan, new))
    _stay_on(move, before)


def keep_plan(move: Move, team: int, plan: IfThen, card: str) -> None:
    """The plan of a `commit` card is one of its team's."""
    state = move.state
    made = Commitment(team=team, plan=plan, card=card, number=state.next_plan)
    move.set(commitments=(*state.commitments, made), next_plan=state.next_plan + 1)


def drop(move: Move, team: int, number: int) -> None:
    """A team takes a plan back."""
    state = move.state
    before = _on_page(state)
    move.set(commitments=tuple([made for made in state.commitments if made.number != number]))
    move.say(PlanDropped(team, number))
    _stay_on(move, before)


def _on_page(state: State) -> int | None:
    """Number of the plan that is being read aloud, if one is."""
    stage = state.stage
    if not isinstance(stage, Debrief) or stage.part is not Part.READ:
        return None
    return reading(state)[stage.index].number


def _stay_on(move: Move, number: int | None) -> None:
    """The same plan stays on the wall; where it went, the one in its place, or the writing."""
    state = move.state
    stage = state.stage
    if not isinstance(stage, Debrief):
        return
    if stage.asked:
        move.stage(asked=False)
    if number is None:
        return
    numbers = [made.number for made in reading(state)]
    if number in numbers:
        move.stage(index=numbers.index(number))
    elif numbers:
        move.stage(index=min(stage.index, len(numbers) - 1))
    else:
        show(move, Page(Part.COMMIT))


# -- last time's plans


def begin_review(move: Move) -> None:
    """The first plan of last time is asked after."""
    move.say(ReviewBegan())
    show_review(move, 0)


def show_review(move: Move, index: int) -> None:
    """This one of last time's plans."""
    move.set(stage=Review(index=index))
    move.say(ReviewShown(move.state.earlier[index].number))


def end_review(move: Move) -> None:
    """On to the brief."""
    move.set(stage=Brief())
    move.say(BriefBegan())


def review_next(move: Move, stage: Review) -> None:
    """The next plan of last time, or the brief."""
    if stage.index + 1 < len(move.state.earlier):
        show_review(move, stage.index + 1)
    else:
        end_review(move)


def review(move: Move, number: int, status: Status | None, why: str) -> None:
    """What became of a plan of last time."""

    def told(one: Earlier) -> Earlier:
        return evolve(one, status=status, why=why) if one.number == number else one

    move.set(earlier=tuple(map(told, move.state.earlier)))
    move.say(Reviewed(number, status, why))
