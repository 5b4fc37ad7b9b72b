"""Setting a session up: the state everything else follows from."""

from __future__ import annotations

from collections.abc import Sequence

from game.rules.board import Board, fit_board
from game.rules.content import Content
from game.rules.piles import make_piles, pile_of
from game.rules.refusal import SetupError, SetupFault
from game.rules.ruleset import Plan, Rules
from game.rules.scoring import MOST_TEAMS
from game.rules.state import COLOURS, Earlier, State, Team, evolve
from game.rules.template import DebriefTemplate

MOST_NAME = 40
"""Characters of a team's name."""


def same_name(one: str, other: str) -> bool:
    """True for names nobody could tell apart when read aloud."""
    return tidy(one).casefold() == tidy(other).casefold()


def tidy(name: str) -> str:
    """A name without the spaces nobody sees."""
    return " ".join(name.split())


def check_teams(teams: Sequence[tuple[str, str]]) -> None:
    """Raise SetupError unless 1–8 teams have a name and a colour of their own."""
    if not teams:
        raise SetupError(SetupFault.NO_TEAMS)
    if len(teams) > MOST_TEAMS:
        raise SetupError(SetupFault.TOO_MANY_TEAMS, str(len(teams)))
    for i, (name, colour) in enumerate(teams):
        if not name.strip():
            raise SetupError(SetupFault.NAME_EMPTY, str(i + 1))
        if any(same_name(name, other) for other, _ in teams[:i]):
            raise SetupError(SetupFault.NAME_TAKEN, name)
        if colour not in COLOURS:
            raise SetupError(SetupFault.NO_SUCH_COLOUR, colour)
        if any(colour == other for _, other in teams[:i]):
            raise SetupError(SetupFault.COLOUR_TAKEN, colour)


def new_state(
    content: Content,
    board: Board,
    rules: Rules,
    plan: Plan,
    teams: Sequence[tuple[str, str]],
    seed: int,
    template: DebriefTemplate | None = None,
    earlier: tuple[Earlier, ...] = (),
) -> State:
    """The state in the lobby, from (name, colour) of each team in order of turns.

    Without a template there is no debrief; `earlier` are plans of a former session, to ask after.
    The way of taking turns is the plan's. Names are tidied and cut to MOST_NAME characters; a
    category space whose category no deck has draws from another one. Raises SetupError.
    """
    check_teams(teams)
    if not content.cards:
        raise SetupError(SetupFault.NO_CARDS)
    if len(board.spaces) < 2:
        raise SetupError(SetupFault.NO_BOARD)
    rules = evolve(rules, turns=plan.turns)
    return State(
        content=content,
        board=fit_board(board, _categories_with_cards(content)),
        rules=rules,
        plan=plan,
        seed=seed,
        next_team=len(teams),
        teams=_teams(teams, rules),
        piles=make_piles(content),
        template=template,
        earlier=tuple([evolve(one, number=i) for i, one in enumerate(earlier)]),
    )


def _categories_with_cards(content: Content) -> list[str]:
    """Ids of the categories a space can draw from; bell cards lie in a pile of their own."""
    filled = {pile_of(card) for card in content.cards}
    return [category.id for category in content.categories if category.id in filled]


def _teams(names: Sequence[tuple[str, str]], rules: Rules) -> tuple[Team, ...]:
    """The teams at start, with all the tokens and passes the house rules give them."""
    return tuple(
        [
            Team(
                id=i,
                name=tidy(name)[:MOST_NAME],
                colour=colour,
                tokens=rules.view_tokens,
                passes=rules.passes,
            )
            for i, (name, colour) in enumerate(names)
        ]
    )
