"""What the facilitator can do now, as wall and console show it."""

from __future__ import annotations

from dataclasses import fields
from random import Random

import pytest

from game.rules.actions import (
    Action,
    AddTeam,
    Adjust,
    EditTeam,
    EndPlay,
    GoTo,
    Hold,
    LockAnswer,
    Next,
    PutNext,
    ReviewCommitment,
    RingBell,
    TimeUp,
)
from game.rules.cards import OrderCard, Play
from game.rules.legal import legal_actions
from game.rules.ruleset import Rules, Turns
from game.rules.state import Held, OnCard, Over, Phase, Status
from game.rules.verify import can
from game.session.controls import (
    Control,
    ControlError,
    Does,
    Field,
    Group,
    Jump,
    build,
    controls,
    group_name,
)
from game.session.houserules import HOUSE_RULES, rules_in_play
from game.session.session import Session
from tests.rules.pieces import LAST_TIME, TEMPLATE
from tests.session.evening import begun, header, wander

BY_THEMSELVES = {TimeUp}
"""What nobody presses: the clock does it."""


def now(session: Session) -> tuple[Control, ...]:
    return controls(session.state, session.can_undo, session.can_redo, session.last_at)


def named(session: Session, id_: str) -> Control:
    found = [control for control in now(session) if control.id == id_]
    assert len(found) == 1, (id_, [control.id for control in now(session)])
    return found[0]


def filled(field: Field, random: Random) -> str:
    """Something the field says it can hold."""
    if field.choices:
        return random.choice(field.choices)[0]
    if field.kind == "number":
        assert field.low is not None or not field.whole
        low = int(0 if field.low is None else field.low)
        high = int(100 if field.high is None else field.high)
        return str(random.randint(low, high))
    if "such as" in field.hint:
        return field.hint.rsplit(" ", 1)[1]
    if field.name == "name":
        return f"Late {random.randint(1, 10**6)}"
    return random.choice(["because", "", "é 🎉"]) if not field.required else "because"


@pytest.mark.parametrize("seed", range(4))
def test_controls_are_what_is_legal_no_more_and_no_less(seed: int) -> None:
    session, random = begun(seed=seed, rounds=9), Random(seed)
    for i in range(40):
        wander(session, 1000 * seed + i, 1 + i % 3)
        found = now(session)
        assert len({control.id for control in found}) == len(found)
        kinds = {done for control in found if (done := tried(session, control, random))}
        legal = {offer.action for offer in legal_actions(session.state)} - BY_THEMSELVES
        assert {kind.__name__ for kind in legal} <= kinds


def tried(session: Session, control: Control, random: Random) -> str:
    """The action a control made of what its fields say they hold; it is legal."""
    values = {field.name: filled(field, random) for field in control.fields}
    try:
        done = build(control, values, session.last_at)
    except ControlError as error:
        if "already" not in error.sentence:
            raise
        return type(build(control, values | {"answer": another(session, values)})).__name__
    if isinstance(done, Jump):
        assert done.does is control.does
        return ""
    assert can(session.state, done, session.last_at), (control, values, done)
    return type(done).__name__


def another(session: Session, values: dict[str, str]) -> str:
    """Another option than the team has: who hears another view can only change to another."""
    stage = session.state.stage
    assert isinstance(stage, OnCard)
    has = stage.answer(int(values["team"]))
    return next(value for value in "0123" if value != str(has))


def test_after_play_pages_and_plans_have_controls_too() -> None:
    session = Session.create(None, header(template=TEMPLATE, earlier=LAST_TIME))
    while session.state.phase is not Phase.PLAY:
        session.dispatch(Next(), 1000)
    session.dispatch(EndPlay(), 2000)
    session.dispatch(Next(), 2000)
    first = build(named(session, "to-plans"), {})
    assert isinstance(first, GoTo)
    session.dispatch(first, 2100)
    values = {"team": "1", "cue": "it is Monday", "action": "we ring a customer"}
    session.dispatch(action(named(session, "commit-plan"), values), 2200)
    assert [made.plan.cue for made in session.state.commitments] == ["it is Monday"]
    session.dispatch(action(named(session, "page-back"), {}), 2300)
    told = build(named(session, "review-plan"), {"number": "1", "status": "done", "why": ""})
    assert told == ReviewCommitment(1, Status.DONE, "")
    session.dispatch(action(named(session, "drop-plan"), {"number": "0"}), 2400)
    assert session.state.commitments == ()


def action(control: Control, values: dict[str, str]) -> Action:
    made = build(control, values)
    assert not isinstance(made, Jump)
    return made


def wrong(control: Control, **values: str) -> tuple[str, str]:
    """(the field at fault, what is said)."""
    with pytest.raises(ControlError) as error:
        build(control, values)
    return error.value.field, error.value.sentence


def test_what_is_wrong_is_said_with_what_can_be() -> None:
    session = begun()
    adjust = named(session, "adjust")
    assert wrong(adjust, team="0", points="100") == (
        "points",
        "Customers: 100 is not possible; it can be −99 to 99.",
    )
    for points in ("", "  ", "two", "1.5", "1e1", "nan", "0x3", "1_0", "٣", "9" * 5000):
        field, sentence = wrong(adjust, team="0", points=points)
        assert (field, sentence.startswith("Customers: ")) == ("points", True), points
    assert wrong(adjust, points="3") == ("team", "Team: choose one.")
    assert wrong(adjust, team="9", points="3") == ("team", "Team: that cannot be chosen now.")
    assert wrong(adjust, team="0", points="3", reason="x" * 10_001)[0] == "reason"
    assert wrong(adjust, team="0", points="3", boss="yes")[0] == ""
    assert wrong(named(session, "insight"), text="  ") == ("text", "Insight: write something.")


def test_names_and_colours_are_held_against_those_there_are() -> None:
    session = begun()
    add = named(session, "add-team")
    taken = session.state.teams[1].name
    assert wrong(add, name=f" {taken.upper()} ") == ("name", "Another team has that name.")
    assert wrong(add, name="Late", colour=session.state.teams[1].colour)[0] == "colour"
    assert wrong(add, name="x" * 41)[0] == "name"
    assert build(add, {"name": " Late  team "}) == AddTeam("Late  team", add.fields[1].value)
    edit = named(session, "edit-team")
    assert build(edit, {"team": "1"}) == EditTeam(1, taken, session.state.teams[1].colour)
    assert build(edit, {"team": "1", "name": "Aces"}) == EditTeam(
        1, "Aces", session.state.teams[1].colour
    )


def test_a_reason_may_be_left_out_and_a_minus_be_typed_in_every_way() -> None:
    adjust = named(begun(), "adjust")
    assert adjust.needs == 2
    for minus in ("-2", "−2", " - 2 "):
        assert build(adjust, {"team": "1", "points": minus}) == Adjust(1, -2, "")


def test_a_bell_is_heard_when_it_is_rung_not_when_its_button_was_drawn() -> None:
    session = begun()
    wander_to_bells(session)
    ring = named(session, "ring")
    team = ring.fields[0].choices[0][0]
    assert build(ring, {"team": team}, 123_456) == RingBell(int(team), 123_456)


def wander_to_bells(session: Session) -> None:
    bell = next(card.id for card in session.state.content.cards if card.play is Play.BELL)
    session.dispatch(PutNext(bell), session.last_at)
    for _ in range(12):
        stage = session.state.stage
        if isinstance(stage, OnCard) and stage.bell is not None:
            return
        session.dispatch(Next(), session.last_at)
    raise AssertionError(session.state.stage)


def test_each_way_to_hold_and_a_break_that_gets_longer() -> None:
    session = begun()
    ids = {control.id for control in now(session) if control.group is Group.HOLD}
    assert ids == {"pause", "eyes", "black", "white", "break"}
    assert build(named(session, "break"), {}) == Hold(Held.BREAK, 600_000)
    assert build(named(session, "break"), {"minutes": ""}) == Hold(Held.BREAK, 0)
    session.dispatch(Hold(Held.BREAK, 600_000), 10_000)
    assert build(named(session, "break-longer"), {}) == Hold(Held.BREAK, 900_000)
    assert build(named(session, "break-shorter"), {}) == Hold(Held.BREAK, 300_000)
    assert named(session, "next").label == "Go on"
    session.dispatch(action(named(session, "release"), {}), 20_000)
    assert session.state.held is None


def test_every_house_rule_can_be_changed_while_playing() -> None:
    session = begun()
    rules = [control for control in now(session) if control.group is Group.RULES]
    for turns in Turns:
        named_rules = {rule.name for rule in rules_in_play(turns)}
        only = {rule.name for rule in HOUSE_RULES if rule.only not in (None, turns)}
        assert named_rules | only == {field.name for field in fields(Rules)}
    for control in rules:
        field = control.fields[0]
        given = [value for value, _label in field.choices] or [str(int(field.high or 0))]
        for value in given:
            session.dispatch(action(control, {"value": value}), session.last_at)
        assert control.value
        assert len(given) != 1 or named(session, control.id).fields[0].value == given[0]


def test_undo_and_redo_know_how_far_they_can_go() -> None:
    session = begun()
    undo = named(session, "undo")
    assert build(undo, {}) == Jump(Does.UNDO, 1)
    assert build(undo, {"steps": str(session.can_undo)}) == Jump(Does.UNDO, session.can_undo)
    assert wrong(undo, steps=str(session.can_undo + 1))[0] == "steps"
    assert not [control for control in now(session) if control.id == "redo"]
    session.undo(2)
    assert build(named(session, "redo"), {"steps": "2"}) == Jump(Does.REDO, 2)


def test_an_order_is_typed_in_the_letters_of_the_wall() -> None:
    session = begun()
    order = next(card.id for card in session.state.content.cards if isinstance(card, OrderCard))
    session.dispatch(PutNext(order), session.last_at)
    while not isinstance(session.state.stage, OnCard):
        session.dispatch(Next(), session.last_at)
    stage = session.state.stage
    lock = named(session, "lock-answer")
    assert lock.needs == 1, "there is one team it can be"
    letters = "ABCDEFG"[: len(stage.shown)]
    assert build(lock, {"answer": letters.lower()}) == LockAnswer(stage.team, stage.shown)
    assert wrong(lock, answer=letters[1:]) == ("answer", "This card has no such answer.")
    assert wrong(lock, answer="Z" + letters[1:])[0] == "answer"


def test_groups_come_in_their_order_and_have_names() -> None:
    found = [control.group for control in now(begun())]
    assert found == sorted(found, key=list(Group).index)
    assert all(group_name(group) for group in Group)


def test_a_closed_session_can_still_be_undone() -> None:
    session = begun()
    session.dispatch(EndPlay(), 2000)
    while not isinstance(session.state.stage, Over):
        session.dispatch(Next(), 2000)
    assert [control.id for control in now(session)] == ["undo"]
