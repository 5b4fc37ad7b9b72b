"""Controls of the facilitator's hand: the card, the bells, scores and teams."""

from __future__ import annotations

from collections.abc import Iterator

from game.i18n import _, signed
from game.rules.actions import (
    AddTeam,
    Adjust,
    ChangeRule,
    CloseBells,
    EditTeam,
    MarkBell,
    NoteInsight,
    OpenBells,
    PutNext,
    RemoveTeam,
    ReplaceCard,
    ResetBells,
    RingBell,
    SetTurn,
    SkipCard,
)
from game.rules.state import COLOURS, BellPhase, OnCard, Team
from game.session.controls.model import Control, ControlDoes, Group, Values
from game.session.controls.now import Now, cards, colours, text, values, whole_number
from game.session.telling import words


def of_card(now: Now) -> Iterator[Control]:
    """Put the open card aside, choose the next one, keep what was said."""
    state = now.state
    if now.can(SkipCard):
        yield now.control(
            "skip", Group.CARD, _("Skip this card"), lambda _values: SkipCard(), danger=True
        )
    if now.can(ReplaceCard):
        yield now.control(
            "replace", Group.CARD, _("Another card instead"), lambda _values: ReplaceCard()
        )
    if now.can(PutNext):
        open_now = state.stage.card if isinstance(state.stage, OnCard) else ""
        chosen = words.card(state.put_next, state) if state.put_next else ""
        yield now.control(
            "put-next",
            Group.CARD,
            _("Choose the next card"),
            lambda given: PutNext(given["card"]),
            cards(_("Card"), state, open_now),
            value=chosen,
        )
        if state.put_next:
            label = _("Next card from its pile again")
            yield now.control("put-none", Group.CARD, label, lambda _values: PutNext(""))
    if now.can(NoteInsight):
        yield now.control(
            "insight",
            Group.CARD,
            _("Note an insight"),
            lambda given: NoteInsight(given["team"], given["text"]),
            text("text", _("Insight"), now.domain(NoteInsight, "text")),
            now.teams(now.ids(NoteInsight), _("Of a team"), required=False, value=""),
        )


def of_bells(now: Now) -> Iterator[Control]:
    """Ring for a team, say whether it is right, open, close and reset."""
    if now.can(MarkBell):
        stage = now.state.stage
        bell = stage.bell if isinstance(stage, OnCard) else None
        who = now.team(bell.winner) if bell and bell.winner is not None else ""
        for id_, label, right in (
            ("mark-right", _("{team} is right"), True),
            ("mark-wrong", _("{team} is wrong, or silent"), False),
        ):
            yield now.control(id_, Group.BELL, label.format(team=who), _mark(right))
    if now.can(RingBell):
        yield now.control(
            "ring",
            Group.BELL,
            _("Ring for a team"),
            lambda given: RingBell(given["team"], now.at),
            now.teams(now.ids(RingBell), _("Team")),
        )
    for id_, label, action in (
        ("open-bells", _("Open the bells"), OpenBells),
        ("close-bells", _("Close the bells"), CloseBells),
        ("reset-bells", _("Reset the bells"), ResetBells),
    ):
        if now.can(action):
            yield now.control(id_, Group.BELL, label, _plain(action), value=_phase(now))


def _plain(action: type[OpenBells | CloseBells | ResetBells]) -> ControlDoes:
    return lambda _values: action()


def _mark(right: bool) -> ControlDoes:
    return lambda _values: MarkBell(right)


def _phase(now: Now) -> str:
    stage = now.state.stage
    bell = stage.bell if isinstance(stage, OnCard) else None
    if bell is None:
        return ""
    return {
        BellPhase.CLOSED: _("closed"),
        BellPhase.ARMED: _("armed"),
        BellPhase.OPEN: _("open"),
        BellPhase.TAKEN: _("taken"),
    }[bell.phase]


def of_scores(now: Now) -> Iterator[Control]:
    """Customers given or taken, scores hidden or shown."""
    if now.can(Adjust):
        yield now.control(
            "adjust",
            Group.SCORE,
            _("Give or take customers"),
            lambda given: Adjust(given["team"], given["points"], given["reason"]),
            now.teams(now.ids(Adjust), _("Team")),
            whole_number(
                "points",
                _("Customers"),
                now.domain(Adjust, "points"),
                hint=_("{less} takes two away").format(less=signed(-2)),
            ),
            text("reason", _("Reason"), now.domain(Adjust, "reason")),
        )
    if now.can(ChangeRule):
        hidden = now.state.rules.hide_scores
        yield now.control(
            "scores",
            Group.SCORE,
            _("Show the scores") if hidden else _("Hide the scores"),
            lambda _values: ChangeRule("hide_scores", not hidden),
            value=_("hidden") if hidden else _("shown"),
        )


def of_teams(now: Now) -> Iterator[Control]:
    """Whose turn it is, who comes and goes, names and colours."""
    state = now.state
    if now.can(SetTurn):
        yield now.control(
            "set-turn",
            Group.TEAMS,
            _("Give the turn to another team"),
            lambda given: SetTurn(given["team"]),
            now.teams(now.ids(SetTurn), _("Team")),
            value=now.team(state.active),
        )
    if now.can(AddTeam):
        free = values(now.domain(AddTeam, "colour"))
        yield now.control(
            "add-team",
            Group.TEAMS,
            _("Add a team"),
            lambda given: AddTeam(given["name"], given["colour"]),
            text("name", _("Name"), now.domain(AddTeam, "name")),
            colours(_("Colour"), free, value=free[0]),
        )
    if now.can(EditTeam):
        ids = now.ids(EditTeam)
        taken = {team.colour for team in (*state.teams, *state.joining)}
        unworn = [colour for colour in COLOURS if colour not in taken]
        yield now.control(
            "edit-team",
            Group.TEAMS,
            _("Rename or recolour a team"),
            lambda given: _edited(now, given),
            now.teams(ids, _("Team")),
            text(
                "name",
                _("New name"),
                now.offers(EditTeam)[0].fields[1][1],
                required=False,
                hint=_("Empty: as it is"),
            ),
            colours(_("New colour"), unworn, required=False, hint=_("Empty: as it is")),
        )
    if now.can(RemoveTeam):
        yield now.control(
            "remove-team",
            Group.TEAMS,
            _("Remove a team"),
            lambda given: RemoveTeam(given["team"]),
            now.teams(now.ids(RemoveTeam), _("Team"), value=""),
            danger=True,
        )


def _edited(now: Now, given: Values) -> EditTeam:
    """What is left empty stays as it is."""
    team = _known(now, given["team"])
    return EditTeam(team.id, given["name"] or team.name, given["colour"] or team.colour)


def _known(now: Now, team_id: int) -> Team:
    state = now.state
    return next(team for team in (*state.teams, *state.joining) if team.id == team_id)
