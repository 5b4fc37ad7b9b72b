"""Tickets let in once; passes for as long as the door is open; wrong ones never."""

from __future__ import annotations

import base64

from game.remote.door import (
    MOST_ADDRESSES,
    MOST_PASSES,
    TICKET_SECONDS,
    WRONG_SECONDS,
    WRONG_TRIES,
    Door,
)

TABLET, OTHER = "192.168.1.20", "192.168.1.66"


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_ticket_lets_one_in_once() -> None:
    door = Door()
    ticket = door.issue()
    waited = door.waiting
    given = door.admit(ticket, TABLET)
    assert given
    assert door.knows(given)
    assert (waited, door.waiting) == (True, False)
    assert door.admit(ticket, OTHER) is None


def test_secrets_have_128_bits_at_least_and_are_never_the_same() -> None:
    door = Door()
    tickets = [door.issue() for _ in range(50)]
    assert len(set(tickets)) == 50
    assert all(len(base64.urlsafe_b64decode(ticket + "==")) >= 16 for ticket in tickets)
    given = door.admit(tickets[-1], TABLET)
    assert given
    assert len(base64.urlsafe_b64decode(given + "=")) >= 32


def test_a_newer_ticket_a_long_time_and_a_sheet_that_closes_make_it_worthless() -> None:
    clock = Clock()
    door = Door(clock)
    old, new = door.issue(), door.issue()
    assert door.admit(old, TABLET) is None
    clock.now += TICKET_SECONDS
    assert not door.waiting
    assert door.admit(new, TABLET) is None
    last = door.issue()
    door.revoke()
    assert door.admit(last, TABLET) is None


def test_nothing_is_no_ticket_where_none_was_issued() -> None:
    door = Door()
    assert door.admit("", TABLET) is None
    assert not door.knows("")
    assert door.admit("é\ud800", TABLET) is None


def test_wrong_tries_bar_an_address_for_a_while_and_no_other() -> None:
    clock = Clock()
    door = Door(clock)
    ticket = door.issue()
    for _ in range(WRONG_TRIES):
        assert door.admit("guess", OTHER) is None
    assert door.admit(ticket, OTHER) is None, "not even looked at"
    assert door.waiting, "and not used up"
    given = door.admit(ticket, TABLET)
    assert given
    again = door.issue()
    clock.now += WRONG_SECONDS
    assert door.admit(again, OTHER)


def test_who_has_a_pass_is_kept_out_by_nobodys_guesses() -> None:
    door = Door()
    given = door.admit(door.issue(), TABLET)
    assert given
    for _ in range(3 * WRONG_TRIES):
        door.admit("guess", TABLET)
    assert door.knows(given)


def test_what_is_remembered_of_strangers_has_an_end() -> None:
    door = Door()
    for n in range(3 * MOST_ADDRESSES):
        for _ in range(3 * WRONG_TRIES):
            door.admit("guess", f"10.0.{n // 256}.{n % 256}")
    assert len(door._wrong) == MOST_ADDRESSES
    assert all(len(tries) <= WRONG_TRIES for tries in door._wrong.values())


def test_a_locked_door_knows_nobody() -> None:
    door = Door()
    given = door.admit(door.issue(), TABLET)
    assert given
    ticket = door.issue()
    door.lock()
    assert not door.knows(given)
    assert door.admit(ticket, TABLET) is None


def test_the_pass_given_longest_ago_gives_way() -> None:
    door = Door()
    given = [door.admit(door.issue(), TABLET) or "" for _ in range(MOST_PASSES + 1)]
    assert not door.knows(given[0])
    assert all(map(door.knows, given[1:]))
