"""How a session ended, for other programs."""

from __future__ import annotations

from game.rules.scoring import awards, standings
from game.rules.state import State
from game.session.telling.words import team


def summary(state: State, ms: int) -> dict[str, object]:
    """Standings, awards and plans as JSON knows them; `ms` is the length of the session."""
    meters = [meter.id for meter in state.content.meters]
    return {
        "seed": state.seed,
        "decks": [deck.id for deck in state.content.decks],
        "board": state.board.id,
        "turns": str(state.rules.turns),
        "rounds": state.round,
        "minutes": round(ms / 60_000, 1),
        "standings": [
            {
                "place": standing.place,
                "team": standing.team.name,
                "colour": standing.team.colour,
                "customers": standing.team.customers,
                "meters": {meter: standing.team.meter(meter) for meter in meters},
                "views_won": standing.team.views_won,
                "bells_won": standing.team.bells_won,
            }
            for standing in standings(state.teams)
        ],
        "awards": [
            {
                "award": str(award.kind),
                "teams": [team(one, state) for one in award.teams],
                "value": award.value,
            }
            for award in awards(state)
        ],
        "commitments": [
            {
                "team": team(made.team, state),
                "if": made.plan.cue,
                "then": made.plan.action,
                "who": made.plan.who,
                "by_when": made.plan.by_when,
            }
            for made in state.commitments
        ],
    }
