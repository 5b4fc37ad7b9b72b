"""The board: what it says and what can be pointed at."""

from __future__ import annotations

import itertools

import pytest

from game.rules.actions import Begin, ChooseCategory, Next
from game.rules.piles import choices
from game.rules.state import ChooseFor, Choosing, Landed, OnCard, State, evolve
from game.screens.inputs import Press
from game.screens.kit.theme import STAGE
from game.screens.kit.wall import Wall
from game.screens.scenes.board import BoardScene, trail_of
from game.screens.scenes.boardview import board_on
from game.screens.scenes.categories import panel_sheets, piles_of
from game.screens.scenes.plate import lay
from game.screens.scenes.platewords import next_words, words_of
from game.screens.scenes.playtags import next_minute, round_tag, time_tag
from game.screens.screen import Do, Stay
from game.session.assemble import Choices, assemble
from tests.screens.inside import (
    LONG,
    check_legal,
    lobby,
    play,
    private,
    ready,
    scored,
    seen,
    shown,
    spread,
)
from tests.screens.outside import (
    both_languages,
    check_places,
    draw,
    every_wall,
    every_wall_in_its_language,
    library,
    speak,
)


def landed(state: State, rolled: int = 4) -> State:
    """The pawn in play walked so many spaces."""
    place = state.customer.position if state.rules.together else state.teams[0].position
    path = state.board.walk(place, rolled)
    state = evolve(state, stage=Landed(rolled=rolled, path=path))
    if state.rules.together:
        return evolve(state, customer=evolve(state.customer, position=path[-1]))
    first = evolve(state.teams[0], position=path[-1])
    return evolve(state, teams=(first, *state.teams[1:]))


def choosing(state: State, why: ChooseFor = ChooseFor.SPACE) -> State:
    return evolve(state, stage=Choosing(why=why))


def moments(language: str) -> list[State]:
    """One by one with short names, together with long ones."""
    one = scored(spread(ready(4, language=language), 8, 8, 16, 21), 11, 14, 12, 9)
    many = ready(8, language=language, together=True, names=LONG)
    road = ready(3, language=language, board="road", names=LONG)
    return [
        lobby(4, language=language), one, landed(one), choosing(one), many,
        landed(evolve(many, round=3)), choosing(many, ChooseFor.TWIST), landed(road, 6),
    ]  # fmt: skip


@every_wall_in_its_language
def test_every_moment_fits_every_wall(
    wall: Wall, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(language)
    for state in moments(language):
        scene, look = BoardScene(), seen(state, wall)
        drawn = draw(scene, look, monkeypatch)
        assert drawn.overflowing() == []
        check_places(scene, look)
        assert check_legal(scene, look) >= 1
        assert not any(note in drawn.words for note in private(state))


@both_languages
def test_names_of_usual_length_are_never_smaller_than_a_label(language: str) -> None:
    for wall in (Wall((1920, 1080)), Wall((1024, 768), STAGE, 1.69), Wall((1080, 1920))):
        for state in (ready(4, language=language), landed(ready(8, language=language))):
            scene, look = BoardScene(), seen(state, wall)
            plate = scene.hotspots(look)[0].box
            assert lay(wall, plate, words_of(state)).title.size >= wall.S - 0.5


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (1280, 800), (1080, 1920)])
@both_languages
def test_a_button_has_its_whole_word_or_none(
    size: tuple[int, int], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(language)
    wall = Wall(size)
    for teams in (3, 8):
        state = ready(teams, language=language, together=True)
        drawn = draw(BoardScene(), seen(state, wall), monkeypatch)
        word = words_of(state).button
        plate = lay(wall, BoardScene().hotspots(seen(state, wall))[0].box, words_of(state))
        found = [text for text in drawn.texts if "".join(text.lines) == word]
        assert [text.size >= wall.S - 0.5 for text in found] == [True] * (not plate.words.wordless)


def test_every_moment_looks_different() -> None:
    state = ready(4)
    turn = evolve(state, active=state.teams[1].id)
    states = [lobby(4), state, turn, landed(state), choosing(state), scored(state, 3),
              spread(state, 5), evolve(state, last_round=True)]  # fmt: skip
    scene = BoardScene()
    keys = [scene.key(seen(each)) for each in states]
    assert all(one != other for one, other in itertools.combinations(keys, 2))
    assert scene.key(seen(state, version=9)) == scene.key(seen(state, version=2))


def test_the_plate_names_the_team_and_its_other_eyes() -> None:
    state = ready(3)
    words = words_of(state)
    persona = state.content.persona_by_id[state.teams[0].persona]
    assert words.title == "Orange"
    assert words.token == "orange"
    assert persona.name in words.foot
    assert persona.line in words.foot
    assert words.button == "Roll"
    assert words_of(ready(3, die=1)).button == "Walk on"
    assert words_of(evolve(state, rolled_again=True)).button == "Roll again"


def test_together_the_plate_is_the_customers() -> None:
    state = ready(3, together=True)
    state = evolve(state, customer=evolve(state.customer, cards=3))
    words = words_of(state)
    persona = state.content.persona_by_id[state.customer.persona]
    assert (words.title, words.line) == (persona.name, persona.line)
    assert words.note == "a new customer after two cards"
    one = evolve(state, customer=evolve(state.customer, cards=4))
    assert words_of(one).note == "a new customer after one card"
    assert words.token == state.teams[0].colour


def test_a_new_customer_is_met_where_the_pawn_arrives() -> None:
    state = landed(evolve(ready(3, together=True), round=3))
    persona = state.content.persona_by_id[state.customer.persona]
    assert words_of(state).title == persona.name
    assert words_of(state, arrived=False).title == "Orange"
    known = evolve(state, customer=evolve(state.customer, cards=2))
    assert words_of(known).title == "Orange"


@pytest.mark.parametrize(
    ("space", "said"),
    [(0, "Next: choose a category"), (1, "Next: Insights & understanding"),
     (3, "Next: a bell card"), (6, "Next: choose a category"), (8, "Next: a mirror"),
     (11, "Next: a twist")],
)  # fmt: skip
def test_the_space_says_what_comes(space: int, said: str) -> None:
    assert next_words(spread(ready(2), space)) == said


@pytest.mark.parametrize("fullest", ["design", "*bell"])
def test_a_pile_that_gives_way_is_said(fullest: str) -> None:
    state = spread(ready(2), 1)
    bare = evolve(
        state,
        piles=tuple(
            evolve(p, cards=p.cards[: 0 if p.name == "insights" else 9 if p.name == fullest else 1])
            for p in state.piles
        ),
    )
    after = play(evolve(bare, stage=Landed(rolled=1, path=(1,))), Next())
    assert isinstance(after.stage, OnCard)
    assert after.stage.pile == fullest
    name = {"design": "Design", "*bell": "Bell"}[fullest]
    assert next_words(bare) == f"Insights & understanding: none left. Next: {name}"


def test_when_all_piles_are_through_they_are_shuffled() -> None:
    state = spread(ready(2), 1)
    empty = evolve(state, piles=tuple(evolve(p, cards=()) for p in state.piles))
    assert next_words(empty) == "All cards played: the piles are shuffled again"


def test_the_facilitators_card_is_not_given_away_but_its_pile_is() -> None:
    state = spread(ready(2), 1)
    card = next(c for c in state.content.cards if c.category == "design" and c.play != "bell")
    assert next_words(evolve(state, put_next=card.id)) == "Next: Design"


def test_the_last_round_is_announced() -> None:
    state = evolve(ready(2), round=3)
    tag = round_tag(state)
    assert tag is not None
    assert (tag.text, tag.part) == ("Round 3 of 6", 0.5)
    assert round_tag(lobby(2)) is None
    last = round_tag(evolve(state, last_round=True))
    assert last is not None
    assert last.text == "Last round"
    together = round_tag(evolve(ready(2, together=True), round=2))
    assert together is not None
    assert together.text == "Card 2 of 6"


@pytest.mark.parametrize("at", [0, 1, 59_999, 60_000, 61_234, 35 * 60_000 + 1])
def test_minutes_left_change_exactly_when_the_scene_wakes(at: int) -> None:
    state = ready(2, play_ms=36 * 60_000)
    look = seen(state, at=at)
    wake = next_minute(look)
    assert wake is not None
    wait = wake - look.now
    assert 0 < wait <= 60_000
    assert time_tag(state, at + wait - 1) == time_tag(state, at)
    assert time_tag(state, at + wait) != time_tag(state, at)
    assert BoardScene().wakes_at(look) == wake


def test_time_stands_while_everything_is_held_and_ends_in_words() -> None:
    state = ready(2)
    tag = time_tag(state, 14 * 60_000)
    assert tag is not None
    assert tag.text == "22 min of play left"
    over = time_tag(state, 37 * 60_000)
    assert over is not None
    assert over.text == "Time for the last cards"
    assert next_minute(seen(state, at=37 * 60_000)) is None
    assert time_tag(ready(2, play_ms=0), 0) is None


def test_letters_choose_a_category() -> None:
    state = choosing(ready(3))
    scene, look = BoardScene(), seen(state)
    names = choices(state)
    for i, letter in enumerate("abcdef"):
        assert scene.on_press(Press(letter), look) == Do(ChooseCategory(names[i]))
    assert scene.on_press(Press("g"), look) is None
    assert scene.on_press(Press("b"), seen(ready(3))) is None


def test_the_pile_that_next_takes_can_be_reached_first() -> None:
    state = choosing(ready(3))
    piles = tuple(evolve(p, cards=p.cards[:1]) if p.name != "culture" else p for p in state.piles)
    state = evolve(state, piles=piles)
    first = BoardScene().hotspots(seen(state))[0].activate()
    assert first == Do(ChooseCategory("culture"))
    by_next, by_click = play(state, Next()), play(state, first.action)
    assert by_next.stage == by_click.stage


def test_the_plate_goes_on_and_next_alone_leaves_every_moment() -> None:
    scene = BoardScene()
    for state in (lobby(2), ready(2), landed(ready(2)), choosing(ready(2))):
        look = seen(state)
        assert scene.on_next(look) is None
        assert play(state, Next()).stage != state.stage
    assert scene.hotspots(seen(ready(2)))[0].activate() == Do(Next())


def test_a_tiny_window_is_painted_too() -> None:
    look = seen(ready(2), Wall((200, 150)))
    assert len(set(shown(BoardScene(), look))) > 20


def test_categories_of_many_decks_are_on_sheets_that_can_be_turned() -> None:
    decks = tuple(deck.id for deck in library().decks)
    state = play(assemble(Choices(decks=decks, seed=1), library()).lobby(), Begin(), Next(), Next())
    state = evolve(state, stage=Choosing(why=ChooseFor.SPACE))
    wall = Wall((1024, 768), seat=1.69)
    scene, look = BoardScene(), seen(state, wall)
    met: set[str] = set()
    for _sheet in range(panel_sheets(wall, state)):
        check_places(scene, look)
        *piles, more = scene.hotspots(look)
        met |= {pile.name for pile in piles}
        key = scene.key(look)
        assert more.activate() == Stay()
        assert scene.key(look) != key
    assert met == {pile.name for pile in piles_of(state)}
    assert scene.hotspots(look)[0].activate() == Do(ChooseCategory(choices(state)[0]))


def test_the_trail_leads_to_where_the_pawn_stands() -> None:
    state = landed(spread(ready(2), 28), 5)
    assert trail_of(state) == (28, 5)
    assert trail_of(ready(2)) is None


@every_wall
@pytest.mark.parametrize(
    ("name", "least"), [("Hemelbestormers", 0.8), ("Klantbelevingsverbeteraars", 0.72)]
)
def test_a_long_name_on_the_plate_is_parted_rather_than_small(
    wall: Wall, name: str, least: float
) -> None:
    """One word of it is as wide as the plate; two lines of syllables are read from afar."""
    speak("nl")
    state = ready(2)
    state = evolve(state, teams=tuple(evolve(team, name=name) for team in state.teams))
    plate = lay(wall, board_on(wall, state).plate, words_of(state))
    assert not plate.overflow
    assert plate.title.size >= wall.S * least


@every_wall
def test_the_age_of_the_customer_stays_beside_its_name(wall: Wall) -> None:
    state = ready(8, together=True)
    words = words_of(state)
    name, age = words.title.split(", ")
    lines = lay(wall, board_on(wall, state).plate, words).title.lines
    assert f"{name.split()[-1]},\u00a0{age}" in lines[-1]
