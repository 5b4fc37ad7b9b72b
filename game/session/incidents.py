"""What goes other than planned at the tables when somebody practises.

Each incident is data. Whether it was handled is judged from the state and the facilitator's own
entries in the log, never from keys: any legal way will do.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.i18n import N_, _, ngettext
from game.rules.actions import (
    Adjust,
    CloseBells,
    EndPlay,
    OpenBells,
    PassCard,
    ReplaceCard,
    ResetBells,
    RingBell,
    SetTimeLeft,
    SkipCard,
)
from game.rules.cards import ChoiceCard, Play
from game.rules.scoring import MOST_TEAMS
from game.rules.state import BellPhase, Held, Phase, Ready, State, Step
from game.session.bot_skill import BotChance
from game.session.entry import Entry, Undo
from game.session.incident import Case, Incident, Wish, on_card
from game.session.telling import words
from game.session.telling.cardwords import LETTERS

WRONG_POINTS = 3
"""What the tables note too much for a team."""
BEFORE_REVEAL = (Step.READ, Step.DISCUSS, Step.GRID)
HELD = (Held.PAUSED, Held.EYES, Held.BLACK, Held.WHITE, Held.BREAK)


def _team(case: Case) -> str:
    return words.team(case.wish.team, case.state)


# -- an answer that was meant otherwise


def _other_answer(state: State, chance: BotChance, _at: int) -> Wish | None:
    stage, card = on_card(state), state.card
    if stage is None or not isinstance(card, ChoiceCard) or stage.play is Play.BELL:
        return None
    if stage.step not in BEFORE_REVEAL or stage.locked or not stage.answers:
        return None
    team, answer = chance.pick(stage.answers)
    meant = chance.pick([i for i in range(len(card.options)) if i != answer])
    return Wish(team, answer=meant)


def _says_answer(case: Case) -> str:
    stage = on_card(case.state)
    assert stage is not None
    said = stage.answer(case.wish.team)
    assert isinstance(said, int)
    return _("{team}: we meant {meant}, not {said}!").format(
        team=_team(case), meant=LETTERS[case.wish.answer], said=LETTERS[said]
    )


def _answer_is_meant(case: Case, _entries: Sequence[Entry], state: State) -> bool:
    stage = on_card(state)
    if stage is None or stage.card != case.card:
        return False
    return stage.answer(case.wish.team) == case.wish.answer


# -- a score that is wrong


def _wrong_score(state: State, chance: BotChance, _at: int) -> Wish | None:
    if state.phase is not Phase.PLAY or not any(team.customers for team in state.teams):
        return None
    team = chance.pick(state.teams).id
    return Wish(team, does=Adjust(team, WRONG_POINTS, ""))


def _says_score(case: Case) -> str:
    return ngettext(
        "{team}: we just got {n} customer that isn’t ours.",
        "{team}: we just got {n} customers that aren’t ours.",
        WRONG_POINTS,
    ).format(team=_team(case), n=WRONG_POINTS)


def _score_is_right(case: Case, entries: Sequence[Entry], state: State) -> bool:
    given = [e.action for e in entries if isinstance(e.action, Adjust)]
    if sum(one.points for one in given if one.team == case.wish.team) == -WRONG_POINTS:
        return True
    there, before = state.anyone(case.wish.team), case.state.anyone(case.wish.team)
    undone = any(isinstance(entry.action, Undo) for entry in entries)
    return undone and there is not None and before is not None and (
        there.customers <= before.customers
    )  # fmt: skip


# -- bells


def _early_ring(state: State, chance: BotChance, at: int) -> Wish | None:
    stage = on_card(state)
    bell = stage.bell if stage is not None else None
    if bell is None or bell.phase is not BellPhase.ARMED or bell.locked or not bell.eligible:
        return None
    team = chance.pick(bell.eligible)
    return Wish(team, does=RingBell(team, at))


def _says_early(case: Case) -> str:
    return _("{team}: that was the table, not us! Can we still ring?").format(team=_team(case))


def _bell_is_fair(case: Case, entries: Sequence[Entry], state: State) -> bool:
    stage = on_card(state)
    if stage is not None and stage.bell is not None and stage.bell.winner == case.wish.team:
        return True
    return any(isinstance(e.action, ResetBells | OpenBells | CloseBells | Undo) for e in entries)


def _dead_buzzer(state: State, chance: BotChance, _at: int) -> Wish | None:
    stage = on_card(state)
    bell = stage.bell if stage is not None else None
    if bell is None or stage is None or stage.step is not Step.BELL or not bell.eligible:
        return None
    if bell.phase not in (BellPhase.ARMED, BellPhase.OPEN):
        return None
    return Wish(chance.pick(bell.eligible))


def _says_buzzer(case: Case) -> str:
    return _("{team}: our buzzer is dead, and we know it!").format(team=_team(case))


def _was_heard(case: Case, entries: Sequence[Entry], state: State) -> bool:
    rung = any(isinstance(e.action, RingBell) and e.action.team == case.wish.team for e in entries)
    return rung or state.held in HELD or any(isinstance(e.action, CloseBells) for e in entries)


# -- the card


def _unwanted_card(state: State, _chance: BotChance, _at: int) -> Wish | None:
    stage = on_card(state)
    if stage is None or stage.play is Play.BELL or stage.step not in BEFORE_REVEAL:
        return None
    return Wish(stage.team)


def _says_card(case: Case) -> str:
    return _("{team}: this card is about one of us. Another one, please?").format(team=_team(case))


def _card_is_away(case: Case, entries: Sequence[Entry], state: State) -> bool:
    stage = on_card(state)
    away = stage is None or stage.card != case.card
    return away and any(
        isinstance(e.action, ReplaceCard | SkipCard | PassCard | Undo) for e in entries
    )


# -- teams, time, and the room


def _late_team(state: State, _chance: BotChance, _at: int) -> Wish | None:
    room = len(state.teams) + len(state.joining) < MOST_TEAMS
    return Wish() if room and state.phase is Phase.PLAY else None


def _says_late(_case: Case) -> str:
    return _("Four people come in, too late: can we still play?")


def _has_a_seat(case: Case, _entries: Sequence[Entry], state: State) -> bool:
    """A team of their own, or a place in another that is called otherwise from now on."""
    before = {team.name for team in (*case.state.teams, *case.state.joining)}
    return not {team.name for team in (*state.teams, *state.joining)} <= before


def _less_time(state: State, _chance: BotChance, _at: int) -> Wish | None:
    fits = isinstance(state.stage, Ready) and state.plan.rounds > max(1, state.round)
    return Wish() if fits else None


def _says_time(_case: Case) -> str:
    return _("The host: the room is needed earlier. Can you do with a round less?")


def _time_is_saved(case: Case, entries: Sequence[Entry], state: State) -> bool:
    if state.plan.rounds < case.state.plan.rounds:
        return True
    if 0 < state.rules.discuss_seconds < case.state.rules.discuss_seconds:
        return True
    return any(isinstance(entry.action, SetTimeLeft | EndPlay) for entry in entries)


def _speech(state: State, _chance: BotChance, _at: int) -> Wish | None:
    return Wish() if state.phase is Phase.PLAY and state.held is None else None


def _says_speech(_case: Case) -> str:
    return _("The director would like to say something, now.")


def _has_the_floor(_case: Case, _entries: Sequence[Entry], state: State) -> bool:
    return state.held in HELD


def _shy_of_scores(state: State, chance: BotChance, _at: int) -> Wish | None:
    if state.phase is not Phase.PLAY or state.rules.hide_scores or not state.rules.winning:
        return None
    return Wish(chance.pick(state.teams).id)


def _says_scores(case: Case) -> str:
    return _("{team}: must everybody see the scores all the time?").format(team=_team(case))


def _scores_are_kept(_case: Case, _entries: Sequence[Entry], state: State) -> bool:
    return state.rules.hide_scores or not state.rules.winning


INCIDENTS = (
    Incident("answer", N_("A team that meant another answer"), _says_answer, _other_answer,
             _answer_is_meant, on_card=True),
    Incident("score", N_("A score that is wrong"), _says_score, _wrong_score, _score_is_right),
    Incident("early", N_("A bell that was rung too early"), _says_early, _early_ring,
             _bell_is_fair, on_card=True),
    Incident("buzzer", N_("A buzzer that is dead"), _says_buzzer, _dead_buzzer, _was_heard,
             on_card=True),
    Incident("card", N_("A card that does not suit"), _says_card, _unwanted_card,
             _card_is_away, on_card=True),
    Incident("late", N_("A team that comes late"), _says_late, _late_team, _has_a_seat),
    Incident("time", N_("Less time than planned"), _says_time, _less_time, _time_is_saved),
    Incident("speech", N_("Somebody who wants to speak"), _says_speech, _speech, _has_the_floor),
    Incident("scores", N_("Scores that should not be seen"), _says_scores, _shy_of_scores,
             _scores_are_kept),
)  # fmt: skip
"""All there are, in the order of the checklist."""
