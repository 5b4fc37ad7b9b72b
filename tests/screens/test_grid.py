"""Cards are up: what is entered, by which keys, and the split of the room."""

from __future__ import annotations

from typing import Any

import pytest

from game.rules.actions import Next, RingBell, SetAnswer
from game.rules.cards import ChoiceCard
from game.rules.state import Held, State, Step, evolve
from game.screens.game import GameScreen
from game.screens.inputs import Press
from game.screens.scenes.camps import lay_camps, members
from game.screens.scenes.grid import GridScene
from game.screens.scenes.revealplaces import reveal_places
from game.screens.scenes.splitview import may_change
from game.screens.screen import Do, Look, Stay
from tests.screens.cardtable import (
    ALL_DILEMMA,
    ALL_NUMBER,
    ALL_ORDER,
    HALF,
    answered,
    ids,
    look_of,
    moment,
    split,
    split_taken,
    stage_of,
)
from tests.screens.inside import happen, later, play
from tests.screens.outside import draw, picture

NONE = (None,) * 5


def table(state: State) -> tuple[GridScene, Look]:
    return GridScene(), look_of(state)


def press(scene: GridScene, look: Look, key: str) -> tuple[Any, Look]:
    outcome = scene.on_press(Press(key), look)
    if isinstance(outcome, Do):
        look = happen(scene, look, outcome.action)[0]
    return outcome, look


def typed(scene: GridScene, look: Look, keys: str) -> Look:
    for key in keys:
        look = press(scene, look, key)[1]
    return look


def answers(look: Look) -> list[Any]:
    return [stage_of(look.game).answer(team) for team in ids(look.game)]


# ------------------------------------------------------------------------------- options


def test_letters_in_a_row_go_to_the_teams_in_their_order() -> None:
    scene, look = table(answered(ALL_DILEMMA, NONE))
    look = typed(scene, look, "acbbd")
    assert answers(look) == [0, 2, 1, 1, 3]


def test_two_keys_enter_any_team_and_the_next_missing_follows() -> None:
    scene, look = table(answered(ALL_DILEMMA, NONE))
    look = typed(scene, look, "4ca")
    assert answers(look) == [None, None, None, 2, 0], "after the fourth comes the fifth"
    look = typed(scene, look, "d")
    assert answers(look)[0] == 3, "and then the first that is missing"


def test_a_bells_letter_picks_a_team_as_its_digit_does() -> None:
    scene, look = table(answered(ALL_DILEMMA, NONE))
    look = typed(scene, look, "tb")
    assert answers(look) == [None, None, 1, None, None]


def test_an_entered_answer_can_be_picked_again_and_changed_or_taken_away() -> None:
    scene, look = table(answered(ALL_DILEMMA, (0, 1, 2, 0, 1)))
    look = typed(scene, look, "2d")
    assert answers(look)[1] == 3
    scene.on_press(Press("2"), look)
    outcome, look = press(scene, look, "delete")
    assert outcome == Do(SetAnswer(ids(look.game)[1], None))
    assert answers(look)[1] is None


def test_when_all_are_in_letters_do_nothing_and_the_wall_says_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scene, look = table(answered(ALL_DILEMMA, (0, 1, 2, 0, 1)))
    assert scene.on_press(Press("b"), look) == Stay()
    assert "All in. Next." in draw(scene, look, monkeypatch).words


def test_the_wall_counts_how_many_are_in(monkeypatch: pytest.MonkeyPatch) -> None:
    scene, look = table(answered(ALL_DILEMMA, (0, None, 2, None, None)))
    words = draw(scene, look, monkeypatch).words
    assert "Three, two, one: cards up!" in words
    assert "2 of 5 are in" in words


def test_one_click_on_a_cell_answers_and_another_takes_it_away() -> None:
    scene, look = table(answered(ALL_DILEMMA, (0, None, None, None, None)))
    cells = {spot.name: spot for spot in scene.hotspots(look)}
    assert len(cells) == 5 * 4 + 1, "a cell a team and option, and going on"
    first, second = ids(look.game)[:2]
    assert cells["Sky C"].activate() == Do(SetAnswer(second, 2))
    assert cells["Orange A"].activate() == Do(SetAnswer(first, None))
    assert next(iter(cells)) == "Sky A", "the cells of the team that is next come first"


def test_no_points_are_shown_before_the_reveal(monkeypatch: pytest.MonkeyPatch) -> None:
    numbers: list[str] = []
    for module in ("camps", "gridboard"):
        monkeypatch.setattr(
            f"game.screens.scenes.{module}.draw_digits",
            lambda _c, text, *_a, **_k: numbers.append(text),
        )
    for state in (answered(ALL_DILEMMA, (0, 1, 2, 0, 1)), split(), split_taken()):
        scene, look = table(state)
        picture(scene, look)
    assert not numbers


def test_what_next_asks_names_who_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    state = play(answered(ALL_DILEMMA, (0, None, 2, None, 1)), Next())
    assert stage_of(state).asked
    scene, look = table(state)
    words = draw(scene, look, monkeypatch).words.replace("\n", " ")
    assert "No card yet from Sky and Yellow." in words


def test_answers_can_be_entered_while_clocks_stand() -> None:
    state = evolve(answered(ALL_DILEMMA, NONE), held=Held.RESUMED)
    scene, look = table(state)
    look = typed(scene, look, "ab")
    assert answers(look)[:2] == [0, 1]


# ------------------------------------------------------------------------------- numbers


def test_digits_are_the_picked_teams_and_enter_goes_to_the_next() -> None:
    scene, look = table(answered(ALL_NUMBER, NONE))
    for keys in ("12", "8,5", "90"):
        look = typed(scene, look, keys)
        look = press(scene, look, "return")[1]
    assert answers(look) == [12, 8.5, 90, None, None]


def test_next_enters_what_is_typed_first() -> None:
    scene, look = table(answered(ALL_NUMBER, NONE))
    look = typed(scene, look, "7")
    assert scene.on_next(look) == Do(SetAnswer(ids(look.game)[0], 7))
    scene, look = table(answered(ALL_NUMBER, NONE))
    assert scene.on_next(look) is None


def test_a_bells_letter_picks_a_team_where_digits_are_numbers() -> None:
    scene, look = table(answered(ALL_NUMBER, NONE))
    look = typed(scene, look, "y42")
    look = press(scene, look, "return")[1]
    assert answers(look) == [None, None, None, 42, None]


def test_picking_another_team_forgets_what_was_typed_for_the_first() -> None:
    scene, look = table(answered(ALL_NUMBER, NONE))
    look = typed(scene, look, "4r2")
    look = press(scene, look, "return")[1]
    assert answers(look)[:2] == [None, 2]


def test_the_keypad_and_the_rows_work_by_mouse() -> None:
    scene, look = table(answered(ALL_NUMBER, NONE))
    spots = scene.hotspots(look)
    row = next(spot for spot in spots if spot.name == "Green")
    assert row.activate() == Stay()
    for digit in (3, 1):
        scene.hotspots(look)[digit - 1 + (0 if digit == 3 else 1)].activate()
    assert scene.hotspots(look)[0].activate() == Do(SetAnswer(ids(look.game)[2], 31))


def test_digits_with_all_in_change_nobody() -> None:
    scene, look = table(answered(ALL_NUMBER, (1, 2, 3)))
    assert scene.on_press(Press("4"), look) is None
    assert scene.on_next(look) is None


# -------------------------------------------------------------------------------- orders


def test_letters_make_a_teams_order_and_go_on_to_the_next() -> None:
    scene, look = table(answered(ALL_ORDER, (None, None, None)))
    shown = stage_of(look.game).shown
    look = typed(scene, look, "badc" + "abcd")
    assert answers(look) == [tuple(shown[i] for i in (1, 0, 3, 2)), shown, None]


def test_backspace_takes_a_letter_back() -> None:
    scene, look = table(answered(ALL_ORDER, (None, None)))
    shown = stage_of(look.game).shown
    look = typed(scene, look, "ba")
    assert press(scene, look, "backspace")[0] == Stay()
    look = typed(scene, look, "cad")
    assert answers(look)[0] == tuple(shown[i] for i in (1, 2, 0, 3))
    assert press(scene, look, "backspace")[0] is None, "nothing to take back for the next team"


# -------------------------------------------------------------------------------- the view


def test_the_bell_is_open_to_all_but_the_largest_camp(monkeypatch: pytest.MonkeyPatch) -> None:
    state = answered(ALL_DILEMMA, (0, 1, 1, 1, 2))
    state = play(state, Next(), at=100)
    assert stage_of(state).step is Step.VIEW
    scene, look = table(state)
    words = draw(scene, look, monkeypatch).words.replace("\n", " ")
    assert "outside the largest camp" in words
    rung = [s.activate() for s in scene.hotspots(look)]
    outside = [ids(state)[0], ids(state)[4]]
    assert rung == [*(Do(RingBell(i, look.at)) for i in outside), Do(Next())]


def test_no_camp_the_largest_opens_it_to_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    state = play(answered(ALL_DILEMMA, (0, 0, 1, 1)), Next(), at=100)
    scene, look = table(state)
    assert "Open to every team" in draw(scene, look, monkeypatch).words.replace("\n", " ")


def test_b_darkens_no_wall_while_the_bell_is_open() -> None:
    scene, look = table(split())
    assert scene.on_press(Press("b"), look) == Stay()


def test_team_keys_still_ring_just_after_the_first_ring() -> None:
    state = split()
    first, second = ids(state)[0], ids(state)[5]
    state = play(state, RingBell(first, 9000), at=9000)
    look = look_of(state)
    seat = ids(state).index(second) + 1
    assert GameScreen().on_press(Press(str(seat)), look) == Do(RingBell(second, look.at))


def test_later_a_team_key_and_an_option_change_a_mind_once() -> None:
    scene, look = table(split_taken())
    third = ids(look.game)[2]
    look = typed(scene, look, "3")
    outcome, look = press(scene, look, "a")
    assert outcome == Do(SetAnswer(third, 0))
    assert third not in may_change(look.game)
    look = typed(scene, look, "3")
    assert scene.on_press(Press("c"), look) == Stay(), "only once"


def test_the_viewer_cannot_change_and_nobody_to_what_it_has() -> None:
    scene, look = table(split_taken())
    look = typed(scene, look, "1")
    assert scene.on_press(Press("b"), look) == Stay()
    look = typed(scene, look, "3")
    assert scene.on_press(Press("b"), look) == Stay()
    rows = [s.name for s in scene.hotspots(look)][:3]
    assert rows == ["A", "C", "D"]


def test_by_mouse_a_plate_and_then_a_row() -> None:
    scene, look = table(split_taken())
    plate = next(s for s in scene.hotspots(look) if s.name == "Yellow")
    assert plate.activate() == Stay()
    row = next(s for s in scene.hotspots(look) if s.name == "A")
    assert row.activate() == Do(SetAnswer(ids(look.game)[3], 0))


def test_a_ring_starts_the_swing_and_next_ends_it() -> None:
    state = split()
    scene, look = table(state)
    look = happen(scene, look, RingBell(ids(state)[0], look.at))[0]
    assert not scene.moving(look)
    assert scene.moving(later(look, 200))
    scene.finish(later(look, 200))
    assert not scene.moving(later(look, 210))


@pytest.mark.parametrize("wall", HALF)
def test_no_token_lies_on_another_or_outside_its_row(wall: Any) -> None:
    state = moment("split")
    stage, card = stage_of(state), state.card
    assert isinstance(card, ChoiceCard)
    for choice in (members(card, stage), [list(ids(state)), [], [], []]):
        box = look_of(state, wall).wall.box.inset(40, 260)
        rows = lay_camps(wall, box, state, card, choice, worth=True)
        for row in rows:
            for one, other in zip(row.seats, row.seats[1:], strict=False):
                assert other.x - one.x >= one.size * 0.55
            for seat in row.seats:
                assert row.box.holds(seat.x, seat.y)
                assert not row.text_box.holds(seat.x, seat.y)


THREE_LINES = (
    "De directeur, die dagen geoefend heeft",
    "Jij, over de nachtbus die je ooit miste",
    "De man die bleef staan, per taxi gehaald",
    "Esra, die iemand in de sneeuw liet staan",
)


@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize("wall", HALF[:4])
def test_words_of_an_option_keep_off_the_edges_of_its_row(wall: Any, count: int) -> None:
    state = moment("split")
    card = state.card
    assert isinstance(card, ChoiceCard)
    named = evolve(state.teams[0], name="Hemelbestormers van de overkant")
    state = evolve(state, teams=(named, *state.teams[1:]))
    options = tuple(
        evolve(card.options[0], text=f"{text}, en dan ook nog te voet") for text in THREE_LINES
    )
    card = evolve(card, options=options[:count])
    wall = look_of(state, wall).wall
    box = reveal_places(wall, len(state.teams), note=wall.L * 1.25).body
    chosen = [list(ids(state)[i::count]) for i in range(count)]
    for row in lay_camps(wall, box, state, card, chosen, worth=True):
        assert (row.box.h - row.text.height) / 2 >= 8
        # Words are set smaller only where neither the card nor the camps leave more room.
        assert row.text.size >= wall.M - 1 or row.box.h * count > box.h * 0.85
