"""Chance, in one place: a seed and a counter give every number that ever falls.

The n-th number of a session is a hash of its seed and n, so it does not depend
on how Python's generators change, and a state needs to remember nothing but n.
What fell stands in the events; a replay is given those and draws nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from struct import Struct

_MASK = (1 << 64) - 1
_TWO = Struct("<QQ")
_EIGHT = Struct("<8Q")
_AT_ONCE = 8
"""Numbers one hash gives."""


class ReplayError(Exception):
    """What a log says fell cannot have fallen here."""


class Chance:
    """Numbers for one move, live or as they were recorded."""

    def __init__(self, seed: int, counter: int, recorded: Sequence[int] | None = None) -> None:
        self._seed = seed & _MASK
        self.counter = counter
        """How often chance was asked, this move included."""
        self._recorded = None if recorded is None else list(recorded)

    @classmethod
    def recorded(cls, fell: Sequence[int], counter: int = 0) -> Chance:
        """Chance that believes what fell, in the order it was drawn."""
        return cls(0, counter, fell)

    def finish(self) -> None:
        """The move is made. Raises ReplayError if more was recorded than it needed."""
        if self._recorded:
            raise ReplayError(f"the log holds {len(self._recorded)} draws more than the move needs")

    def resumed_at(self, counter: int) -> Chance:
        """The same chance, counting on from `counter`."""
        self.counter = counter
        return self

    def below(self, n: int) -> int:
        """A whole number from 0 up to, not including, `n`."""
        if self._recorded is not None:
            if not self._recorded:
                raise ReplayError("the log holds fewer draws than the move needs")
            fell = self._recorded.pop(0)
            if not 0 <= fell < n:
                raise ReplayError(f"the log says {fell} fell where less than {n} can")
        else:
            digest = blake2b(_TWO.pack(self._seed, self.counter), digest_size=8).digest()
            # 64 bits over a handful of faces: the bias is below 10⁻¹⁷.
            fell = int.from_bytes(digest, "little") % n
        self.counter += 1
        return fell

    def order(self, n: int) -> tuple[int, ...]:
        """The numbers 0 to n−1 in a random order: each has a number drawn, and they line up."""
        draws = -(-n // _AT_ONCE)
        if self._recorded is not None:
            fell, self._recorded = tuple(self._recorded[:n]), self._recorded[n:]
            if sorted(fell) != list(range(n)):
                raise ReplayError(f"the log holds no order of {n} things where one was drawn")
        else:
            drawn: list[int] = []
            for counter in range(self.counter, self.counter + draws):
                drawn += _EIGHT.unpack(blake2b(_TWO.pack(self._seed, counter)).digest())
            fell = tuple(sorted(range(n), key=drawn.__getitem__))
        self.counter += draws
        return fell
