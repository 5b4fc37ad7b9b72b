"""What is offered is never refused, and what is not offered always is, with a reason.

Buttons, keys and later phones trust the offers; the rules trust nobody. What is tried outside
the offers comes from samplers that know nothing of the state: wrong teams, numbers beyond every
bound, values of another type, and every action at every moment.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from random import Random

from hypothesis import given, settings

from game.rules.actions import (
    ACTIONS,
    Action,
    AddTeam,
    Begin,
    CommitPlan,
    DropPlan,
    EndReview,
    GoTo,
    Judge,
    JudgeView,
    LockAnswer,
    MarkBell,
    Next,
    PassCard,
    ReviewCommitment,
    RingBell,
    Roll,
    SetAnswer,
    TimeUp,
    Vote,
    WritePlan,
)
from game.rules.apply import apply
from game.rules.cards import ChoiceCard, CommitCard, OpenCard, Play
from game.rules.domains import OrNone
from game.rules.legal import legal_actions
from game.rules.refusal import IllegalAction, Refusal
from game.rules.state import (
    BellPhase,
    Debrief,
    IfThen,
    Lobby,
    OnCard,
    Over,
    Part,
    Podium,
    Ready,
    Review,
    Standings,
    State,
    Step,
)
from game.rules.verify import can
from game.session.fingerprint import fingerprint
from tests.properties.games import evening, lobbies, lobby, seeds
from tests.properties.values import any_of
from tests.rules import pieces, table

SAMPLES = settings(max_examples=12)


def offered(state: State, action: Action) -> bool:
    """True if an offer allows it."""
    return any(offer.allows(action) for offer in legal_actions(state))


def assert_refused(state: State, action: Action, at: int) -> None:
    """It is refused with a reason, and nothing has changed."""
    before = dict(state.__dict__)
    refusal = _refusal(state, action, at)
    assert refusal is not None, f"{action} was let through at {state.stage}"
    assert isinstance(refusal.reason, Refusal)
    assert refusal.action is action
    assert state.__dict__ == before


def _refusal(state: State, action: Action, at: int) -> IllegalAction | None:
    # Tens of thousands of times: pytest.raises would take most of the time.
    try:
        apply(state, action, at)
    except IllegalAction as refusal:
        return refusal
    return None


def visited(state: State, seed: int, most: int = 120) -> Iterator[tuple[State, int]]:
    """The states of a random evening, with the time at each."""
    yield state, 0
    for moment in evening(state, seed, most):
        yield moment.after, moment.at


class TestInside:
    @SAMPLES
    @given(lobbies(), seeds)
    def test_a_sample_of_an_offer_is_allowed_by_it_and_never_refused(
        self, state: State, seed: int
    ) -> None:
        random = Random(seed)
        for now, at in visited(state, seed, 60):
            for offer in legal_actions(now):
                action: Action = offer.sample(random)
                assert type(action) is offer.action
                assert offer.allows(action)
                if isinstance(action, TimeUp) and now.clock is not None and now.clock.left(at):
                    assert table.refused(now, action, at) is Refusal.TOO_SOON
                else:
                    apply(now, action, at)

    @SAMPLES
    @given(lobbies(), seeds)
    def test_there_is_always_something_to_do_and_next_is_part_of_it(
        self, state: State, seed: int
    ) -> None:
        for now, at in visited(state, seed):
            if isinstance(now.stage, Over):
                assert legal_actions(now) == ()
            else:
                assert can(now, Next(), at)

    @SAMPLES
    @given(lobbies(), seeds)
    def test_every_offer_names_every_field_of_its_action(self, state: State, seed: int) -> None:
        # A field without bounds would let anything through.
        for now, _ in visited(state, seed, 60):
            for offer in legal_actions(now):
                assert [name for name, _ in offer.fields] == [
                    field.name for field in fields(offer.action)
                ]


class TestOutside:
    @SAMPLES
    @given(lobbies(), seeds)
    def test_what_is_not_offered_is_refused_and_changes_nothing(
        self, state: State, seed: int
    ) -> None:
        random = Random(seed)
        for now, at in visited(state, seed, 50):
            name = fingerprint(now)
            for kind in ACTIONS.values():
                for _ in range(2):
                    action = any_of(kind, random)
                    if not offered(now, action):
                        assert_refused(now, action, at)
            assert fingerprint(now) == name

    def test_the_samplers_reach_every_action_outside_its_offers(self) -> None:
        random = Random(3)
        tried: set[type] = set()
        for now, _ in visited(lobby(5), 5):
            tried |= {kind for kind in ACTIONS.values() if not offered(now, any_of(kind, random))}
        over = table.play(lobby(5), *[Begin()])
        for _, _, after in table.by_next(over):
            over = after
        tried |= {kind for kind in ACTIONS.values() if not offered(over, any_of(kind, random))}
        assert tried == {*ACTIONS.values()}

    @SAMPLES
    @given(lobbies(), seeds)
    def test_no_value_of_another_type_passes_for_a_right_one(self, state: State, seed: int) -> None:
        random = Random(seed)
        for now, at in visited(state, seed, 40):
            for offer in random.sample(legal_actions(now), min(8, len(legal_actions(now)))):
                action = offer.sample(random)
                for name, value in vars(action).items():
                    for other in _of_another_type(now, action, name, value):
                        if other is None and isinstance(offer.field(name), OrNone):
                            continue  # what may be nothing
                        wrong = offer.action(**(vars(action) | {name: other}))
                        assert_refused(now, wrong, at)

    @SAMPLES
    @given(lobbies(), seeds)
    def test_a_session_that_is_closed_takes_nothing(self, state: State, seed: int) -> None:
        for _, _, after in table.by_next(table.play(state, Begin())):
            state = after
        random = Random(seed)
        for kind in ACTIONS.values():
            assert_refused(state, any_of(kind, random), 0)

    def test_a_late_team_does_nothing_before_it_plays(self) -> None:
        # It is known to the table, but no card, bell or vote concerns it yet.
        late = 3
        state = table.on_card(pieces.dilemma("a"), 3, pieces.dilemma("b"))
        state = table.play(state, AddTeam("Late", "pink"), LockAnswer(0, 0))
        assert [team.id for team in state.joining] == [late]
        assert table.stage(state).step is Step.VIEW
        for action in (
            RingBell(late, 5),
            RingBell(late, 0),
            SetAnswer(late, 1),
            LockAnswer(late, 1),
            PassCard(late),
            Vote(late, 3),
            Judge(late, 1),
            WritePlan(late, IfThen()),
        ):
            assert_refused(state, action, 5)


def _of_another_type(state: State, action: Action, name: str, value: object) -> Iterator[object]:
    """Values that are as good as `value` to Python, or to a careless reader of JSON."""
    if value is None:
        return
    if isinstance(value, bool):
        yield from (int(value), float(value), str(value), None)
    elif isinstance(value, int | float):
        yield from (str(value), (value,), [value], bool(value))
        number = name == "answer" and type(state.card).__name__ == "EstimateCard"
        if not number:
            yield float(value)
    elif isinstance(value, tuple):
        yield from (tuple(map(float, value)), tuple(map(str, value)), value[:-1], (*value, 0))
    elif isinstance(value, IfThen):
        yield from (vars(value), tuple(vars(value).values()), None)
    elif isinstance(value, str):
        yield from (value.encode(), (value,), [value], None, 0)


class TestByTheBook:
    """The same, told by the rulebook instead of by the offers."""

    @SAMPLES
    @given(lobbies(), seeds)
    def test_what_the_moment_does_not_have_is_refused(self, state: State, seed: int) -> None:
        for now, at in visited(state, seed, 80):
            for action in _out_of_place(now):
                assert_refused(now, action, at)


def _out_of_place(state: State) -> Iterator[Action]:
    """Actions with teams and numbers that are right elsewhere, but not at this moment."""
    stage = state.stage
    teams = [team.id for team in state.teams]
    if not isinstance(stage, Lobby):
        yield Begin()
    if not isinstance(stage, Ready) or state.held:
        yield Roll()
    on_card = stage if isinstance(stage, OnCard) else None
    step = on_card.step if on_card else None
    bell = on_card.bell if on_card else None
    for team in teams:
        if step is not Step.JUDGE:
            yield Judge(team, 1)
            yield Vote(team, 1)
        closed = bell is None or bell.phase is BellPhase.CLOSED or state.held
        if closed or (bell and (team in bell.out or team not in bell.eligible)):
            yield RingBell(team, 5)
        if on_card is None or on_card.step not in (Step.READ, Step.DISCUSS):
            yield PassCard(team)
        if on_card is None or step in (Step.REVEAL, Step.TALK, Step.VIEW, Step.BELL):
            yield SetAnswer(team, 0)
            yield LockAnswer(team, 0)
            yield WritePlan(team, IfThen(cue="if", action="then"))
    after_play = isinstance(stage, Podium | Debrief) or stage == Standings(final=True)
    if not after_play or state.template is None:
        yield from (GoTo(part) for part in Part)
        yield from (CommitPlan(team, IfThen(cue="if")) for team in teams)
        yield DropPlan(teams[0], 0)
    if not isinstance(stage, Review):
        yield EndReview()
    if isinstance(stage, Lobby) or not state.earlier:
        yield ReviewCommitment(0, None)
    if step is not Step.JUDGE or not isinstance(state.card, OpenCard):
        yield JudgeView(1)
    if step is not Step.BELL or bell is None or bell.phase is not BellPhase.TAKEN:
        yield MarkBell(True)
    if on_card:
        yield from _not_theirs(state, on_card, teams)


def _not_theirs(state: State, stage: OnCard, teams: list[int]) -> Iterator[Action]:
    """What other teams than the one that plays might try with the open card."""
    card = state.card
    others = [team for team in teams if team != stage.team]
    for team in others:
        yield PassCard(team)
        yield Judge(team, 1)
        yield WritePlan(team, IfThen())
        if stage.play is Play.TURN and stage.step in (Step.READ, Step.DISCUSS):
            yield SetAnswer(team, 0)
            yield LockAnswer(team, 0)
    yield Vote(stage.team, 3)
    if state.team(stage.team).passes == 0:
        yield PassCard(stage.team)
    if isinstance(card, ChoiceCard):
        yield LockAnswer(stage.team, len(card.options))
        yield SetAnswer(stage.team, -1)
    if not isinstance(card, CommitCard):
        yield WritePlan(stage.team, IfThen())
    else:
        yield Judge(stage.team, 2)
    if stage.viewer is not None and stage.step is Step.VIEW_TAKEN and stage.play is Play.TURN:
        first = stage.answer(stage.team)
        if first is not None:
            # Another view is another one.
            yield LockAnswer(stage.viewer, first)
