"""Numbers and orders are typed, on keys and on the wall."""

from __future__ import annotations

import pytest

from game import i18n
from game.rules.actions import LockAnswer, Next, SetAnswer
from game.screens.inputs import Press
from game.screens.screen import Do, Stay
from tests.screens.asked import discussed, press, table, typed
from tests.screens.cardtable import NUMBER, ORDER, on_card, stage_of
from tests.screens.inside import happen
from tests.screens.outside import draw


def test_digits_are_typed_and_enter_sets_them() -> None:
    scene, look = table(discussed(NUMBER))
    look = typed(scene, look, "25")
    outcome, look = press(scene, look, "return")
    assert outcome == Do(SetAnswer(stage_of(look.game).team, 25))
    assert stage_of(look.game).answer(stage_of(look.game).team) == 25
    assert press(scene, look, "return")[0] is None, "then Enter is Next again"


def test_next_locks_a_number_that_is_still_being_typed() -> None:
    scene, look = table(discussed(NUMBER))
    look = typed(scene, look, "3")
    assert scene.on_next(look) == Do(LockAnswer(stage_of(look.game).team, 3))


def test_a_number_typed_while_the_card_is_read_waits_for_the_discussion() -> None:
    scene, look = table(on_card(NUMBER))
    look = typed(scene, look, "7")
    assert scene.on_next(look) is None
    look = happen(scene, look, Next())[0]
    assert scene.on_next(look) == Do(LockAnswer(stage_of(look.game).team, 7))


@pytest.mark.parametrize("mark", [",", "."])
@pytest.mark.parametrize(("language", "shown"), [("en", "1,250.5"), ("nl", "1.250,5")])
def test_comma_and_point_are_the_decimal_mark_of_the_room(
    mark: str, language: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    i18n.set_language(language)
    scene, look = table(discussed(NUMBER, language=language))
    numbers: list[str] = []
    monkeypatch.setattr(
        "game.screens.scenes.entry.draw_digits", lambda _c, text, *_a, **_k: numbers.append(text)
    )
    look = typed(scene, look, f"1250{mark}5")
    draw(scene, look, monkeypatch)
    assert shown in numbers
    assert scene.on_next(look) == Do(LockAnswer(stage_of(look.game).team, 1250.5))


def test_a_point_with_nothing_typed_is_black_and_backspace_is_previous() -> None:
    scene, look = table(discussed(NUMBER))
    assert scene.on_press(Press("."), look) is None
    assert scene.on_press(Press("backspace"), look) is None
    look = typed(scene, look, "1")
    assert scene.on_press(Press("backspace"), look) == Stay()
    assert scene.on_next(look) is None, "nothing is left of it"


def test_the_keys_on_the_wall_type_too() -> None:
    scene, look = table(discussed(NUMBER))
    keys = scene.hotspots(look)[:10]
    for digit in (4, 2):
        assert keys[digit - 1].activate() == Stay()
    done = scene.hotspots(look)[0]
    assert done.activate() == Do(SetAnswer(stage_of(look.game).team, 42)), "done comes first now"


# -------------------------------------------------------------------------------- orders


def test_letters_put_things_in_order_as_they_are_shown() -> None:
    scene, look = table(discussed(ORDER))
    shown = stage_of(look.game).shown
    look = typed(scene, look, "cadbe")
    answer = stage_of(look.game).answer(stage_of(look.game).team)
    assert answer == tuple(shown[i] for i in (2, 0, 3, 1, 4))


def test_the_same_letter_twice_places_it_once() -> None:
    scene, look = table(discussed(ORDER))
    look = typed(scene, look, "aab")
    names = [spot.name for spot in scene.hotspots(look)]
    assert "A" not in names
    assert "B" not in names
    assert names[:3] == ["C", "D", "E"]


def test_backspace_takes_the_last_one_back_also_from_a_whole_order() -> None:
    scene, look = table(discussed(ORDER))
    look = typed(scene, look, "abcde")
    outcome, look = press(scene, look, "backspace")
    team = stage_of(look.game).team
    assert outcome == Do(SetAnswer(team, None)), "what stands is no answer any more"
    look = typed(scene, look, "e")
    assert stage_of(look.game).answer(team) == stage_of(look.game).shown
    for _ in range(5):
        look = press(scene, look, "backspace")[1]
    assert press(scene, look, "backspace")[0] is None
