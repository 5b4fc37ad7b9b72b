"""How many teams have a whole plan, in words one can say."""

from __future__ import annotations

import pytest

from game.rules.state import IfThen, Part, evolve
from game.screens.debrief.commit import CommitScene
from tests.screens.debriefed import WHOLE, at
from tests.screens.inside import seen
from tests.screens.outside import draw


@pytest.mark.parametrize(
    ("plans", "told"),
    [
        ((), "None of four teams has a whole plan"),
        (((0, IfThen(cue="it rains")),), "None of four teams has a whole plan"),
        (((0, WHOLE),), "One of four teams has a whole plan"),
        (((0, WHOLE), (2, WHOLE)), "Two of four teams have a whole plan"),
    ],
)
def test_none_one_and_more(
    plans: tuple[tuple[int, IfThen], ...], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = at(Part.COMMIT, 0, *plans)
    # One team's plan is there from a card already.
    made = state.commitments[len(state.commitments) - len(plans) :]
    words = draw(CommitScene(), seen(evolve(state, commitments=made)), monkeypatch).words
    assert told in words.replace("\n", " ")


@pytest.mark.parametrize(
    ("plans", "told"), [((), "Plans: 0 of 1"), (((0, WHOLE),), "Plans: 1 of 1")]
)
def test_one_team_alone_is_counted_in_figures(
    plans: tuple[tuple[int, IfThen], ...], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = at(Part.COMMIT, 0, *plans)
    made = state.commitments[len(state.commitments) - len(plans) :]
    alone = evolve(state, commitments=made, teams=state.teams[:1])
    words = draw(CommitScene(), seen(alone), monkeypatch).words.replace("\n", " ")
    assert told in words
    assert "of one teams" not in words
