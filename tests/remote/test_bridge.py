"""Between two threads: commands once each, pictures replaced and never queued."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from game.remote.bridge import MOST_RECEIPTS, MOST_WAITING, Bridge, Command, Receipt


@dataclass
class Guest:
    device: str = "iPad"
    stirs: int = 0
    receipts: list[Receipt] = field(default_factory=list)
    at_home: bool = False

    def stir(self) -> None:
        self.stirs += 1

    def hand(self, receipt: Receipt) -> None:
        self.receipts.append(receipt)

    def send_home(self) -> None:
        self.at_home = True


def quiet() -> Bridge:
    return Bridge(lambda: None, clock=lambda: 0.0)


def test_the_same_command_is_done_once_and_answered_as_often_as_it_is_asked() -> None:
    bridge, guest = quiet(), Guest()
    number = bridge.join(guest)
    tap = Command("one", "undo", guest=number)
    assert bridge.offer(tap) is None
    assert bridge.offer(tap) is None, "the second tap of a double tap"
    assert bridge.drain() == [tap]
    receipt = Receipt("one", done=True)
    bridge.answer(tap, receipt)
    assert guest.receipts == [receipt]
    assert bridge.offer(tap) == receipt, "asked again after the connection was lost"
    assert bridge.drain() == []


def test_who_asks_again_on_a_new_connection_hears_what_came_of_it() -> None:
    bridge, before, after = quiet(), Guest(), Guest()
    first = bridge.join(before)
    tap = Command("one", "undo", guest=first)
    assert bridge.offer(tap) is None
    bridge.leave(first)
    assert bridge.offer(Command("one", "undo", guest=bridge.join(after))) is None
    assert bridge.drain() == [tap]
    receipt = Receipt("one", done=True)
    bridge.answer(tap, receipt)
    assert after.receipts == [receipt], "else its page would wait for ever"
    assert before.receipts == []


def test_more_than_can_be_done_is_refused_and_not_kept() -> None:
    bridge = quiet()
    found = [bridge.offer(Command(str(n), "undo")) for n in range(MOST_WAITING + 9)]
    assert found[:MOST_WAITING] == [None] * MOST_WAITING
    assert all(receipt and not receipt.done for receipt in found[MOST_WAITING:])
    assert len(bridge.drain()) == MOST_WAITING


def test_receipts_are_remembered_with_an_end() -> None:
    bridge = quiet()
    for n in range(2 * MOST_RECEIPTS):
        bridge.offer(Command(str(n), "undo"))
        bridge.drain()
    assert len(bridge._known) == MOST_RECEIPTS


def test_each_is_told_of_a_change_once_and_receipts_only_go_to_who_asked() -> None:
    bridge = quiet()
    guests = [Guest() for _ in range(5)]
    numbers = [bridge.join(guest) for guest in guests]
    for n, number in enumerate(numbers):
        command = Command(str(n), "undo", guest=number)
        bridge.offer(command)
        bridge.answer(command, Receipt(str(n), done=True))
    bridge.show({"top": 1}, 0)
    bridge.show({"top": 1}, 50)
    assert [guest.stirs for guest in guests] == [1] * 5
    assert [[r.id for r in guest.receipts] for guest in guests] == [[str(n)] for n in range(5)]


def test_who_comes_late_or_is_slow_gets_the_newest_and_only_what_is_new() -> None:
    bridge = quiet()
    bridge.join(Guest())
    bridge.show({"top": 1, "card": "a"}, 0)
    seen, first = bridge.since(0)
    assert json.loads(first) == {"now": 0, "parts": {"top": 1, "card": "a"}}
    for n in range(2, 100):
        bridge.show({"top": n, "card": "a"}, n)
    latest, text = bridge.since(seen)
    assert json.loads(text) == {"now": 99, "parts": {"top": 99}}
    assert bridge.since(latest)[1] == '{"now":99,"parts":{}}'


def test_who_comes_after_the_last_has_gone_sees_nothing_of_yesterday() -> None:
    bridge = quiet()
    number = bridge.join(Guest())
    bridge.show({"top": 1}, 0)
    bridge.leave(number)
    bridge.join(Guest())
    assert json.loads(bridge.since(0)[1])["parts"] == {}
    bridge.show({"top": 1}, 0)
    assert json.loads(bridge.since(0)[1])["parts"] == {"top": 1}


def test_time_goes_on_between_two_pictures() -> None:
    now = [5.0]
    bridge = Bridge(lambda: None, clock=lambda: now[0])
    bridge.show({"top": 1}, 40_000)
    now[0] += 1.5
    assert json.loads(bridge.since(0)[1])["now"] == 41_500


def test_what_a_guest_asked_for_is_done_though_it_has_gone() -> None:
    bridge, guest = quiet(), Guest()
    number = bridge.join(guest)
    bridge.offer(Command("one", "undo", guest=number))
    bridge.leave(number)
    (command,) = bridge.drain()
    bridge.answer(command, Receipt("one", done=True))
    assert guest.receipts == []
    assert bridge.devices == ()


def test_one_of_two_that_look_alike_is_sent_home() -> None:
    bridge, first, second = quiet(), Guest(), Guest()
    numbers = [bridge.join(first), bridge.join(second)]
    assert bridge.guests == tuple((number, "iPad") for number in numbers)
    assert bridge.send_home(numbers[1]) == "iPad"
    assert (first.at_home, second.at_home) == (False, True)
    bridge.leave(numbers[1])
    assert bridge.send_home(numbers[1]) == "", "it has gone already"
