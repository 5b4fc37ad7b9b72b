"""Actions outside of what is legal: every kind of them, wrong in every way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from random import Random
from typing import Any

from game.rules.actions import ACTIONS, Action
from game.rules.domains import (
    AnyNumber,
    Between,
    Domain,
    NewName,
    OneOf,
    Ordering,
    OrNone,
    OtherCard,
    PlanWords,
    Words,
)
from game.rules.legal import offers_of
from game.rules.state import Held, IfThen, Part, State, Status

STRANGE: tuple[Any, ...] = (-1, 99, 2.5, True, "0", "", (0,), [1], {}, b"1", object())
"""What no field of any action may hold, unless its domain says so."""


def outside(state: State, random: Random) -> Iterator[Action]:
    """Illegal actions of every kind there is, one of each kind at least."""
    for kind in ACTIONS.values():
        offers = offers_of(state, kind)
        if not offers:
            yield _anything(kind, state, random)
            continue
        for _ in range(2):
            offer = random.choice(offers)
            if not offer.fields:
                break  # legal whatever it holds, for it holds nothing
            name, domain = random.choice(offer.fields)
            right = offer.sample(random)
            wrong = replace(right, **{name: random.choice(beyond(domain))})
            # Where there are offers for each team or rule, what is wrong for one may fit another.
            if not any(other.allows(wrong) for other in offers if other is not offer):
                yield wrong


def beyond(domain: Domain) -> list[Any]:
    """Values just outside a domain, and some that are far from it."""
    match domain:
        case OneOf():
            near = [domain.values[0] + 100] if _counts(domain.values[0]) else ["no such thing"]
            near += [float(v) for v in domain.values if _counts(v)]
            return near + _strange_but(*domain.values)
        case Between():
            return [
                domain.least - 1,
                domain.most + 1,
                float(domain.least),
                str(domain.most),
                None,
                True,
            ]
        case AnyNumber():
            return [
                float("nan"),
                float("inf"),
                -float("inf"),
                1e15,
                -(10**15),
                10**400,
                "3",
                None,
                True,
                (1,),
            ]
        case Ordering():
            right = list(range(domain.n))
            return [
                tuple(right[1:]),
                (*right, domain.n),
                (right[0], *right[:-1]),
                right,
                None,
                tuple(map(float, right)),
                "".join(map(str, right)),
                0,
            ]
        case Words():
            return ["x" * (domain.most + 1), None, 3, ["x"], *([""] if domain.least else [])]
        case NewName():
            taken = [f"  {name.upper()} " for name in domain.taken]
            return [*taken, "", "   ", "x" * 41, None, 7, ["x"]]
        case PlanWords():
            blank = [] if domain.blank else [IfThen(), IfThen(cue=" ", who="\t")]
            number: Any = 3
            nobody = IfThen(who=number)
            return [IfThen(cue="x" * (domain.most + 1)), None, "ring", {}, nobody, *blank]
        case OtherCard():
            return ["no such card", None, 3, *([domain.open_now] if domain.open_now else [])]
        case OrNone():
            return [value for value in beyond(domain.domain) if value is not None]


def _counts(value: object) -> bool:
    return type(value) is int


def _strange_but(*allowed: object) -> list[Any]:
    return [
        value
        for value in STRANGE
        if not any(value == one and type(value) is type(one) for one in allowed)
    ]


def _anything(kind: type[Action], state: State, random: Random) -> Action:
    """An action as somebody might try it: values that could be right at another moment."""
    team = random.choice([*(team.id for team in state.teams), state.next_team, -1])
    plausible: dict[str, Any] = {
        "team": team,
        "answer": random.choice([0, 1, 2.5, (0, 1, 2, 3)]),
        "at": random.randint(0, 10**6),
        "right": random.choice([True, False]),
        "points": random.randint(0, 3),
        "plan": IfThen(cue="a", action="b"),
        "category": random.choice(state.content.categories).id,
        "ms": random.choice([0, 30_000]),
        "rounds": random.randint(0, 9),
        "how": random.choice(list(Held)),
        "text": "an insight",
        "reason": "",
        "card": random.choice(state.content.card_ids),
        "name": f"Team {random.randint(1, 99)}",
        "colour": "ink",
        "rule": "die",
        "value": 4,
        "part": random.choice(list(Part)),
        "index": random.randint(0, 3),
        "number": random.randint(0, 3),
        "status": random.choice(list(Status)),
        "why": "so it went",
    }
    return kind(**{field.name: plausible[field.name] for field in fields(kind)})
