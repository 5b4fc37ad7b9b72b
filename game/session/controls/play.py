"""Controls that play: what comes next, and the answers and judgements of the open card."""

from __future__ import annotations

from collections.abc import Iterator

from game.i18n import _
from game.rules.actions import (
    Begin,
    ChooseCategory,
    Judge,
    JudgeView,
    LockAnswer,
    Next,
    PassCard,
    Roll,
    SetAnswer,
    Vote,
    WritePlan,
)
from game.rules.cards import ChoiceCard, OrderCard, Play
from game.rules.state import Answer, Lobby, OnCard, Step
from game.session.controls.after import PLAN_PARTS, plan_fields
from game.session.controls.model import Control, ControlError, Field, Group, Values
from game.session.controls.now import Now, choice, values, whole_number
from game.session.plans import plan_of
from game.session.telling import words
from game.session.telling.cardwords import LETTERS, option_text


def stepping(now: Now) -> Iterator[Control]:
    """On to what comes next."""
    state = now.state
    if now.can(Next):
        label = _("Go on") if state.held else _("Begin") if _in_lobby(now) else _("Next")
        yield now.control("next", Group.STEP, label, lambda _values: Next(), primary=True)
    if now.can(Begin):
        yield now.control("begin", Group.STEP, _("Begin"), lambda _values: Begin())
    if now.can(Roll):
        label = _("Step") if state.rules.die == 1 else _("Roll")
        who = now.team(state.active)
        yield now.control("roll", Group.STEP, label, lambda _values: Roll(), value=who)
    if now.can(ChooseCategory):
        piles = values(now.domain(ChooseCategory, "category"))
        yield now.control(
            "choose-category",
            Group.STEP,
            _("Choose the category"),
            lambda given: ChooseCategory(given["category"]),
            choice("category", _("Category"), [(name, words.pile(name, state)) for name in piles]),
        )


def _in_lobby(now: Now) -> bool:
    return isinstance(now.state.stage, Lobby)


def answering(now: Now) -> Iterator[Control]:
    """Answers, judgements and plans of the open card."""
    if now.can(SetAnswer):
        yield now.control(
            "set-answer",
            Group.CARD,
            _("Enter a change of mind") if _arguing(now) else _("Enter an answer"),
            lambda given: SetAnswer(given["team"], _answer(now, given)),
            now.teams(now.ids(SetAnswer), _("Team")),
            _answer_field(now, SetAnswer, required=not _may_take_back(now)),
        )
    if now.can(LockAnswer):
        yield now.control(
            "lock-answer",
            Group.CARD,
            _("Lock the answer"),
            lambda given: LockAnswer(given["team"], _locked(now, given)),
            now.teams(now.ids(LockAnswer), _("Team")),
            _answer_field(now, LockAnswer, required=True),
        )
    yield from _judging(now)
    stage = now.state.stage
    if now.can(WritePlan):
        yield now.control(
            "write-plan",
            Group.CARD,
            _("Write the plan"),
            lambda given: WritePlan(given["team"], plan_of(*(given[name] for name in PLAN_PARTS))),
            now.teams(now.ids(WritePlan), _("Team")),
            *plan_fields(stage.plan if isinstance(stage, OnCard) else None),
        )
    if now.can(PassCard):
        team = now.ids(PassCard)[0]
        yield now.control(
            "pass",
            Group.CARD,
            _("{team} passes").format(team=now.team(team)),
            lambda _values: PassCard(team),
            value=str(now.state.team(team).passes),
        )


def _may_take_back(now: Now) -> bool:
    return any(
        domain.allows(None)
        for offer in now.offers(SetAnswer)
        if (domain := offer.field("answer")) is not None
    )


def _arguing(now: Now) -> bool:
    """Another view is argued before all, and every other team may change once."""
    stage = now.state.stage
    return (
        isinstance(stage, OnCard) and stage.step is Step.VIEW_TAKEN and stage.play is Play.EVERYONE
    )


def _answer_field(now: Now, action: type[SetAnswer | LockAnswer], *, required: bool) -> Field:
    """An option, a number, or the letters of an order."""
    card, label = now.state.card, _("Answer")
    if isinstance(card, ChoiceCard):
        may = {i for offer in now.offers(action) for i in values(offer.field("answer"))}
        options = [(str(i), option_text(i, card.options[i].text)) for i in sorted(may)]
        if not required:
            options.append(("", _("no answer")))
        return Field("answer", "option", label, choices=tuple(options), required=required)
    if isinstance(card, OrderCard):
        letters = LETTERS[: len(card.items)]
        hint = _("The letters in order, such as {example}").format(example=letters[::-1])
        return Field("answer", "text", label, high=40, required=required, hint=hint)
    return Field("answer", "number", label, required=required, whole=False)


def _answer(now: Now, given: Values) -> Answer | None:
    """What was filled in, as the rules have it; another than it has, for a team that changes."""
    answer, stage = given["answer"], now.state.stage
    if isinstance(stage, OnCard) and _arguing(now) and stage.answer(given["team"]) == answer:
        told = _("{team} has that answer already.").format(team=now.team(given["team"]))
        raise ControlError("answer", told)
    if answer is None or answer == "":
        return None
    if isinstance(answer, str):
        return _order(now, answer)
    if isinstance(answer, float) and answer.is_integer():
        return int(answer)
    assert isinstance(answer, int | float)
    return answer


def _locked(now: Now, given: Values) -> Answer:
    answer = _answer(now, given)
    assert answer is not None, "the field is required"
    return answer


def _order(now: Now, letters: str) -> tuple[int, ...]:
    """The items those letters stand for on the wall; what is no letter of it is no item."""
    stage = now.state.stage
    assert isinstance(stage, OnCard)
    rows = [LETTERS.find(letter) for letter in letters.upper() if letter.isalnum()]
    return tuple([stage.shown[row] if 0 <= row < len(stage.shown) else -1 for row in rows])


def _judging(now: Now) -> Iterator[Control]:
    if now.can(Judge):
        team = now.ids(Judge)[0]
        yield now.control(
            "judge",
            Group.CARD,
            _("Judge {team}").format(team=now.team(team)),
            lambda given: Judge(team, given["points"]),
            whole_number("points", _("Points"), now.domain(Judge, "points")),
        )
    if now.can(JudgeView):
        yield now.control(
            "judge-view",
            Group.CARD,
            _("Judge the other view"),
            lambda given: JudgeView(given["points"]),
            whole_number("points", _("Points"), now.domain(JudgeView, "points")),
        )
    if now.can(Vote):
        yield now.control(
            "vote",
            Group.CARD,
            _("Enter a team's vote"),
            lambda given: Vote(given["team"], given["points"]),
            now.teams(now.ids(Vote), _("Team")),
            whole_number("points", _("Points"), now.domain(Vote, "points")),
        )
