"""What a field of an action may hold: shown on buttons, checked by the rules, sampled by tests."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any, TypeAlias

from game.rules.content import Content
from game.rules.frozen import frozen
from game.rules.start import MOST_NAME, same_name
from game.rules.state import IfThen


@frozen(lasting=True)
class OneOf:
    """One of these."""

    values: tuple[Any, ...]

    def allows(self, value: object) -> bool:
        """True for one of the values, of the very same type (1 is not True, nor 1.0)."""
        for one in self.values:
            if value == one and (
                type(value) is type(one)
                # A house rule is text; a member of its enum is that text.
                or (type(one) is str and isinstance(value, str))
            ):
                return True
        return False

    def sample(self, random: Random) -> object:
        """Any of them."""
        return random.choice(self.values)


@frozen(lasting=True)
class Between:
    """A whole number, the ends included."""

    least: int
    most: int

    def allows(self, value: object) -> bool:
        """True within bounds."""
        return type(value) is int and self.least <= value <= self.most

    def sample(self, random: Random) -> object:
        """Any within bounds."""
        return random.randint(self.least, self.most)


@frozen(lasting=True)
class AnyNumber:
    """A finite number of at most 15 digits before the point."""

    def allows(self, value: object) -> bool:
        """True for a number a wall can show."""
        # Not a number (nan) is not less than anything either.
        return (type(value) is int or type(value) is float) and abs(value) < 1e15

    def sample(self, random: Random) -> object:
        """A number of any size."""
        return random.choice((random.randint(0, 100), round(random.uniform(-1e6, 1e6), 2)))


_WHOLE = {int}


@frozen(lasting=True)
class Ordering:
    """The numbers 0 to n−1, each once."""

    n: int

    def allows(self, value: object) -> bool:
        """True for a permutation."""
        return (
            type(value) is tuple
            and len(value) == self.n
            and set(map(type, value)) <= _WHOLE
            and sorted(value) == list(range(self.n))
        )

    def sample(self, random: Random) -> object:
        """Any permutation."""
        return tuple(random.sample(range(self.n), self.n))


@frozen(lasting=True)
class Words:
    """Text of at most so many characters, which may be empty."""

    most: int
    least: int = 0

    def allows(self, value: object) -> bool:
        """True for text of an allowed length."""
        return type(value) is str and self.least <= len(value.strip()) and len(value) <= self.most

    def sample(self, random: Random) -> object:
        """Some words."""
        words = ("ring", "back", "today", "é", "<b>", "=1+1", "🎉")
        return " ".join(random.choices(words, k=random.randint(1, 5)))[: self.most]


@frozen(lasting=True)
class NewName:
    """A team name nobody else has."""

    taken: tuple[str, ...]

    def allows(self, value: object) -> bool:
        """True for a name of 1–40 characters that can be told from the others."""
        return (
            type(value) is str
            and bool(value.strip())
            and len(value) <= MOST_NAME
            and not any(same_name(value, other) for other in self.taken)
        )

    def sample(self, random: Random) -> object:
        """A name that is free."""
        return next(
            name
            for name in (f"Team {random.randint(1, 10**6)}" for _ in range(1000))
            if self.allows(name)
        )


@frozen(lasting=True)
class PlanWords:
    """An if-then plan with parts of at most so many characters."""

    most: int
    blank: bool = True
    """Whether nothing may be written in any part."""

    def allows(self, value: object) -> bool:
        """True for a plan whose parts fit."""
        if type(value) is not IfThen:
            return False
        parts = (value.cue, value.action, value.who, value.by_when)
        return all(type(part) is str and len(part) <= self.most for part in parts) and (
            self.blank or any(part.strip() for part in parts)
        )

    def sample(self, random: Random) -> object:
        """A plan, complete or not."""

        def part(text: str) -> str:
            return random.choice((text, text, text, ""))

        return IfThen(
            cue=part("a customer calls twice") if self.blank else "a customer calls twice",
            action=part("we ring back"),
            who=part("service desk"),
            by_when=part("Monday"),
        )


@frozen(lasting=True)
class OtherCard:
    """Any card of the decks but the one that is open; or "", none."""

    content: Content
    open_now: str

    @property
    def values(self) -> tuple[str, ...]:
        """All of them, in the order of the decks."""
        return ("", *(card for card in self.content.card_ids if card != self.open_now))

    def allows(self, value: object) -> bool:
        """True for the id of such a card, or ""."""
        return type(value) is str and (
            not value
            or (
                value != self.open_now
                and value in self.content.card_by_id
                and value not in self.content.retired_ids
            )
        )

    def sample(self, random: Random) -> object:
        """Any of them."""
        return random.choice(self.values)


@frozen(lasting=True)
class OrNone:
    """What the other domain allows, or nothing."""

    domain: Domain

    def allows(self, value: object) -> bool:
        """True for None as well."""
        return value is None or self.domain.allows(value)

    def sample(self, random: Random) -> object:
        """Nothing, one time in eight."""
        return None if random.random() < 0.125 else self.domain.sample(random)


Domain: TypeAlias = (
    OneOf | Between | AnyNumber | Ordering | Words | NewName | PlanWords | OtherCard | OrNone
)


@frozen(lasting=True)
class Offer:
    """An action that is legal now, with what each of its fields may hold."""

    action: type
    fields: tuple[tuple[str, Domain], ...] = ()

    def allows(self, action: object) -> bool:
        """True if this very action is legal."""
        if type(action) is not self.action:
            return False
        values = action.__dict__
        for name, domain in self.fields:  # noqa: SIM110 - runs at every action, and is twice as fast
            if not domain.allows(values[name]):
                return False
        return True

    def field(self, name: str) -> Domain | None:
        """What a field may hold; None if the action has no such field."""
        return next((domain for field, domain in self.fields if field == name), None)

    def sample(self, random: Random) -> Any:
        """An action this offer allows."""
        make: Callable[..., Any] = self.action
        return make(**{name: domain.sample(random) for name, domain in self.fields})
