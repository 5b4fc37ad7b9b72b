"""Every control of the guide, in the order in which it can be reached from a few moments."""

from __future__ import annotations

from functools import partial

from game.rules.actions import (
    AddTeam,
    Adjust,
    Back,
    ChangeRule,
    ChooseCategory,
    CloseBells,
    CommitPlan,
    DropPlan,
    EditTeam,
    EndPlay,
    EndReview,
    ExtendClock,
    GoTo,
    Hold,
    Judge,
    JudgeView,
    LockAnswer,
    MarkBell,
    Next,
    NoteInsight,
    OpenBells,
    PassCard,
    PauseClock,
    PutNext,
    Release,
    RemoveTeam,
    ReplaceCard,
    ResetBells,
    ResumeClock,
    ReviewCommitment,
    RingBell,
    Roll,
    SetAnswer,
    SetRounds,
    SetTimeLeft,
    SetTurn,
    SkipCard,
    StopClock,
    Vote,
    WritePlan,
)
from game.rules.state import COLOURS, Held, IfThen, OnCard, Part, Ready, State, Status
from game.rules.state import Step as At
from game.screens.console import ConsoleScreen
from game.screens.desk.houserules import RulesPage
from game.screens.desk.plan import PlanPage
from game.screens.devices import BuzzersScreen, RemapScreen
from game.screens.inputs import SECOND_BELLS
from game.screens.keys import KeysScreen
from game.session.entry import Redo, Undo
from tests.window import doings, moments
from tests.window.doings import on, setting, show, until_true
from tests.window.journey import Journey, Step

MINUTE = 60_000
PLAN = {"cue": "it rains", "action": "we ring", "who": "ann", "by_when": "may"}
WRITTEN = IfThen(**PLAN)
RELEASED = (Release(), Next())
"""Going on is Next as well."""


def whose(state: State) -> int:
    """The team whose card lies open."""
    assert isinstance(state.stage, OnCard)
    return state.stage.team


def unworn(state: State, nth: int = 0) -> str:
    """A colour that no team has."""
    worn = {team.colour for team in (*state.teams, *state.joining)}
    return [colour for colour in COLOURS if colour not in worn][nth]


def in_step(step: At, state: State) -> bool:
    """The open card has come so far."""
    return isinstance(state.stage, OnCard) and state.stage.step is step


LOBBY = Journey(
    "lobby",
    partial(moments.write, there=moments.in_lobby),
    (
        Step("begin", RELEASED, by=on),
        Step("review-plan", ReviewCommitment(0, Status.DONE, ""), {"status": Status.DONE.value}),
        Step("end-review", EndReview()),
        Step("next", Next(), by=on),
        Step("", by=partial(until_true, lambda state: isinstance(state.stage, Ready))),
        Step("roll", (Roll(), Next()), click=("Roll",)),
    ),
)

CARD = Journey(
    "card",
    partial(moments.write, there=moments.reading),
    (
        Step("put-next", PutNext("outside-in/on-the-bus"), {"card": "on-the-bus"}),
        Step("put-none", PutNext("")),
        Step(
            "insight",
            lambda state: (NoteInsight(whose(state), "we listen"), NoteInsight(None, "we listen")),
            {"text": "we listen"},
        ),
        Step("pass", lambda state: PassCard(whose(state))),
        Step("undo", Undo(1)),
        Step("replace", ReplaceCard()),
        Step("undo", Undo(1)),
        Step("redo", Redo(1)),
        Step("undo", Undo(1)),
        Step("", Next(), by=on),
        Step("set-answer", lambda state: SetAnswer(whose(state), 1), {"answer": "1"}),
        Step("lock-answer", lambda state: LockAnswer(whose(state), 2), {"answer": "2"}),
        Step("undo", Undo(1)),
        Step("skip", SkipCard()),
    ),
)

CLOCK = Journey(
    "clock",
    partial(moments.write, there=moments.reading, late=True),
    (
        Step("", Next(), by=on),
        Step("pause-clock", PauseClock()),
        Step("resume-clock", ResumeClock()),
        Step("more-time", ExtendClock(30_000)),
        Step("change-clock", ExtendClock(75_000), {"seconds": "75"}),
        Step("offer-shorter-talks", ChangeRule("discuss_seconds", 30)),
        Step("offer-fewer-rounds", SetRounds(1)),
        Step("stop-clock", StopClock()),
        Step("timers-off", ChangeRule("discuss_seconds", 0)),
        Step("timers-on", ChangeRule("discuss_seconds", 120), {"seconds": "120"}),
        Step("rounds", SetRounds(3), {"rounds": "3"}),
        Step("time-left", SetTimeLeft(25 * MINUTE), {"minutes": "25"}),
        Step("end-play", EndPlay(), by=doings.end_play),
    ),
)


def in_time(state: State) -> SetTimeLeft:
    """The time left for play with which the hour ends when it was to end; play has just begun."""
    plan = state.plan
    return SetTimeLeft(plan.minutes * MINUTE - plan.debrief_ms - state.play_began)


LATE = Journey(
    "late",
    partial(moments.write, there=moments.at_board, long_brief=True),
    (Step("offer-late-start", in_time),),
)

TEAMS = Journey(
    "teams",
    partial(moments.write, there=moments.choosing),
    (
        Step(
            "adjust",
            Adjust(1, 3, "late bus"),
            {"team": "1", "points": "3", "reason": "late bus"},
        ),
        Step("history", Undo(1), by=doings.step_back),
        Step("history", Redo(1), by=doings.step_forward),
        Step("set-turn", SetTurn(2), {"team": "2"}),
        Step("add-team", lambda state: AddTeam("owls", unworn(state)), {"name": "owls"}),
        Step(
            "edit-team",
            EditTeam(1, "north", "pink"),
            {"team": "1", "name": "north", "colour": "pink"},
        ),
        Step("remove-team", RemoveTeam(2), {"team": "2"}),
        Step("scores", ChangeRule("hide_scores", True)),
        Step("scores", ChangeRule("hide_scores", False)),
        Step(
            "choose-category",
            lambda state: ChooseCategory(moments.piles(state)[0]),
            click=(moments.first_pile,),
        ),
    ),
)

HOLDS = Journey(
    "holds",
    partial(moments.write, there=moments.at_board),
    (
        Step("pause", Hold(Held.PAUSED)),
        Step("release", RELEASED),
        Step("eyes", Hold(Held.EYES)),
        Step("release", RELEASED),
        Step("black", Hold(Held.BLACK)),
        Step("release", RELEASED),
        Step("white", Hold(Held.WHITE)),
        Step("release", RELEASED),
        Step("break", Hold(Held.BREAK, 10 * MINUTE), {"minutes": "10"}),
        Step("break-longer", Hold(Held.BREAK, 15 * MINUTE), {"minutes": "15"}),
        Step("break-shorter", Hold(Held.BREAK, 10 * MINUTE), {"minutes": "10"}),
        Step("release", RELEASED),
        Step("reload", by=doings.reread),
        Step("rule-*", by=doings.every_rule),
    ),
)

BELLS = Journey(
    "bells",
    partial(moments.write, there=moments.at_bells),
    (
        Step("", Next(), by=on),
        Step("close-bells", CloseBells()),
        Step("open-bells", OpenBells()),
        Step("ring", RingBell(1, 0), {"team": "1"}),
        Step("reset-bells", ResetBells()),
        Step("open-bells", OpenBells()),
        Step("ring", RingBell(2, 0), {"team": "2"}),
        Step("mark-right", MarkBell(True), click=("Right",)),
        Step("undo", Undo(1)),
        Step("mark-wrong", MarkBell(False), click=("Wrong",)),
    ),
)

JUDGING = Journey(
    "judging",
    partial(moments.write, there=moments.judging),
    (
        Step("vote", Vote(2, 3), keys=(SECOND_BELLS[2], "3"), click=("Green", "3")),
        Step("vote", Vote(0, 3), keys=("3",), click=("3",)),
        Step("judge-view", JudgeView(2), click=("2",)),
    ),
)

PLANS = Journey(
    "plans",
    partial(moments.write, there=moments.planning),
    (
        Step("write-plan", lambda state: WritePlan(whose(state), WRITTEN), PLAN,
             click=("Turn the card", "Write the plan")),
        Step("", by=partial(until_true, partial(in_step, At.JUDGE))),
        Step("judge", lambda state: Judge(whose(state), 1), click=("Yes",), keys=("1",)),
    ),
)  # fmt: skip

DEBRIEF = Journey(
    "debrief",
    partial(moments.write, there=moments.at_podium),
    (
        Step("to-plans", GoTo(Part.COMMIT)),
        Step("commit-plan", CommitPlan(1, WRITTEN), {"team": "1", **PLAN}),
        Step("drop-plan", DropPlan(1, 0), {"number": "0"}),
        Step("page", GoTo(Part.QUESTION, 0), {"page": "question-0"}),
        Step("page-back", Back()),
        Step("quit", by=partial(doings.leave, "quit")),
    ),
)

WALL = Journey(
    "wall",
    partial(moments.write, there=moments.at_board),
    (
        *(Step(name, by=partial(setting, name), stays=True) for name in
          ("theme", "seat", "reduced_motion", "reduced_motion", "mute", "mute", "volume",
           "language", "language", "fullscreen", "fullscreen")),
        Step("wall", ChangeRule("hide_scores", True), by=doings.scores_on_its_page, stays=True),
        Step("plan", by=partial(show, "plan", PlanPage)),
        Step("rules", by=partial(show, "rules", RulesPage), stays=True),
        Step("keys", by=partial(show, "keys", KeysScreen), stays=True),
        Step("clickers", by=partial(show, "clickers", RemapScreen), stays=True),
        Step("buzzers", by=partial(show, "buzzers", BuzzersScreen), stays=True),
        Step("console", by=partial(show, "console", ConsoleScreen), stays=True),
        Step("start", by=partial(doings.leave, "start"), stays=True),
    ),
)  # fmt: skip

JOURNEYS = (
    LOBBY, LATE, CARD, CLOCK, TEAMS, HOLDS, BELLS, JUDGING, PLANS, DEBRIEF, WALL,
)  # fmt: skip
