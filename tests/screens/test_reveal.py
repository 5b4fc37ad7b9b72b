"""The reveal: who chose what, and what it brought."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pygame
import pytest

from game import i18n
from game.rules.actions import MarkBell, Next, RingBell
from game.rules.cards import ChoiceCard, EstimateCard, OrderCard, Play
from game.rules.state import OnCard, Step, evolve
from game.screens.kit import digits, glyphs, text
from game.screens.kit.wall import Wall
from game.screens.scenes.gains import gained, points_text
from game.screens.scenes.guesses import groups_of, lay_plates
from game.screens.scenes.orderreveal import pairs, right_places
from game.screens.scenes.reveal import RevealScene, reveal_pages
from game.screens.scenes.revealplaces import paged
from game.screens.scenes.scaleline import scale_for
from game.screens.scenes.splitwords import split_sentence
from game.screens.screen import Stay
from tests.rules.table import bells
from tests.screens.cardtable import (
    ALL_NUMBER,
    BELL_QUIZ,
    HALF,
    answered,
    bell_taken,
    ids,
    look_of,
    moment,
    on_card,
    stage_of,
)
from tests.screens.inside import play
from tests.screens.outside import draw, picture
from tests.screens.revealed import choice, words_of


def test_every_outcome_is_told_and_who_chose_it(monkeypatch: pytest.MonkeyPatch) -> None:
    state = moment("reveal-dilemma")
    card = state.card
    assert isinstance(card, ChoiceCard)
    for wall in (HALF[0], HALF[2], HALF[6]):
        words = words_of(state, monkeypatch, wall)
        for option in card.options:
            assert option.text in words
            assert option.feedback in words
    words = words_of(state, monkeypatch)
    assert "Orange chose" in words
    assert "Sky rang" in words


def test_the_meters_that_moved_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    words = words_of(moment("reveal-dilemma"), monkeypatch)
    assert "Progress" in words
    assert "Connection" in words


def test_everyones_cards_show_the_split_first_then_the_outcomes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state = moment("reveal-everyone")
    scene, look = RevealScene(), look_of(state)
    first = draw(scene, look, monkeypatch).words.replace("\n", " ")
    card = state.card
    assert isinstance(card, ChoiceCard)
    assert split_sentence(card, stage_of(state)) in first
    assert "crossed over" in first
    assert card.options[1].feedback not in first
    assert scene.on_next(look) == Stay()
    assert card.options[1].feedback in draw(scene, look, monkeypatch).words.replace("\n", " ")
    assert scene.on_previous(look) == Stay()
    assert draw(scene, look, monkeypatch).words.replace("\n", " ") == first


def test_a_wrong_ring_and_the_right_one_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for wall in (HALF[0], HALF[6]):
        words = words_of(moment("reveal-bell"), monkeypatch, wall)
        assert "Orange had it. Green rang and missed." in words


def test_a_bell_nobody_rang_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    state = play(on_card(BELL_QUIZ), Next(), Next(), at=100)
    assert "Nobody rang this time." in words_of(state, monkeypatch)


def test_nobody_right_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    state = bell_taken(teams=2 + 1)
    for team in ids(state):
        state = play(state, MarkBell(False), at=5000)
        if stage_of(state).step is Step.BELL:
            left = [i for i in ids(state) if i not in bells(state).out]
            state = play(state, RingBell(left[0], 6000 + team), at=6000 + team)
    assert "Nobody had it this time." in words_of(state, monkeypatch)


def test_the_number_the_unit_and_the_nearest_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    state = moment("reveal-all-number")
    lines: list[str] = []
    real = glyphs.line_surface

    def noting(line: str, *args: Any, **kwargs: Any) -> pygame.Surface:
        lines.append(line)
        return real(line, *args, **kwargs)

    for module in (text, digits):
        monkeypatch.setattr(module, "line_surface", noting)
    picture(RevealScene(), look_of(state))
    assert {"8", "in 100", "Yellow came closest.", "closest", "40", "90"} <= set(lines)


def test_the_pairs_in_the_right_order_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    words = words_of(moment("reveal-order"), monkeypatch)
    assert "Orange: 8 of 10 pairs in the right order" in words
    assert pairs([0, 1, 2, 3], (3, 2, 1, 0)) == (0, 6)
    assert pairs([0, 1, 1, 2], (0, 2, 1, 3)) == (5, 5), "equal ranks are not compared"
    assert list(right_places([0, 1, 1, 2], 2)) == [1, 2]


def test_votes_are_told_without_names(monkeypatch: pytest.MonkeyPatch) -> None:
    faces: list[int] = []
    monkeypatch.setattr(
        "game.screens.scenes.verdict.vote_face", lambda _c, value, *_a: faces.append(value)
    )
    words = words_of(moment("reveal-votes"), monkeypatch)
    assert "7 votes; the one in the middle counts" in words
    assert sorted(faces) == sorted([2, *range(4), *(2, 2, 3, 1, 3, 2, 0)])


def test_there_is_no_middle_of_no_votes(monkeypatch: pytest.MonkeyPatch) -> None:
    state = moment("reveal-votes")
    none = evolve(state, stage=evolve(stage_of(state), votes=()))
    words = words_of(none, monkeypatch)
    assert "Nobody voted" in words
    assert "middle" not in words


def test_the_room_earns_what_one_team_did(monkeypatch: pytest.MonkeyPatch) -> None:
    state = play(on_card("outside-in/one-visit", together=True), Next(), Next(), Next(), at=50)
    assert stage_of(state).for_room
    state = play(state, Next(), at=60)
    assert "and every team earns it" in words_of(state, monkeypatch)


def cards_up(*answers: int) -> OnCard:
    return OnCard(
        card="x", pile="c", play=Play.EVERYONE, for_room=False, team=1, step=Step.REVEAL,
        answers=tuple(enumerate(answers)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ((), ("No cards",)),
        ((1,), ("One card",)),
        ((1, 1, 1), ("All of one mind", "One camp", "You all agree")),
        ((1, 1, 0), ("All but one", "stands alone")),
        ((1, 1, 0, 0), ("Half and half", "Split down")),
        ((1, 1, 1, 0, 0), ("Two camps",)),
        ((0, 1, 2), ("Everyone on their own", "No two alike")),
        ((0, 1), ("Half and half", "Split down")),
        ((0, 0, 1, 2), ("Three camps",)),
        ((0, 0, 1, 2, 3), ("Four camps",)),
    ],
)
def test_every_shape_of_split_has_its_words(
    answers: tuple[int, ...], words: tuple[str, ...]
) -> None:
    for language in ("en", "nl"):
        i18n.set_language(language)
        said = set()
        for name in "abcdef":
            card = replace(choice(1, 2, 3, 0), id=name)
            sentence = split_sentence(card, cards_up(*answers))
            assert sentence == split_sentence(card, cards_up(*answers)), "the same each time"
            said.add(sentence)
            assert "{" not in sentence
            if language == "en":
                assert any(word in sentence for word in words)
        if len(words) > 1:
            assert len(said) > 1, "another card, another sentence"


@pytest.mark.parametrize(
    ("answers", "word"),
    [((1, 1), "All of you"), ((0, 2), "Nobody"), ((1, 0), "One team"), ((1, 1, 0), "Two teams")],
)
def test_a_quiz_says_how_many_had_it(answers: tuple[int, ...], word: str) -> None:
    assert split_sentence(choice(0, 3, 0, key=1), cards_up(*answers)).startswith(word)


@pytest.mark.parametrize(
    ("answers", "word"), [((1,), "One team"), ((1, 1), "Two teams"), ((0,), "Nobody")]
)
def test_a_quiz_counts_those_without_a_card_among_nobody(
    answers: tuple[int, ...], word: str
) -> None:
    card = choice(0, 3, 0, key=1)
    assert split_sentence(card, cards_up(*answers), 3).startswith(word)
    assert split_sentence(card, cards_up(1, 1, 1), 3).startswith("All of you")


@pytest.mark.parametrize(
    ("answers", "word"), [((1, 1), "One camp"), ((0, 1, 2), "No two alike"), ((1,), "One card")]
)
def test_nobody_is_spoken_for_who_showed_no_card(answers: tuple[int, ...], word: str) -> None:
    for name in "abcdef":
        card = replace(choice(1, 2, 3, 0), id=name)
        assert split_sentence(card, cards_up(*answers), 4).startswith(word)


def test_the_only_team_there_is_is_not_asked_about_others() -> None:
    assert split_sentence(choice(1, 2, 3), cards_up(1), 1).startswith("One camp")


# ------------------------------------------------------------------------------ the number line


@pytest.mark.parametrize("wall", HALF)
@pytest.mark.parametrize(
    "guesses",
    [
        (40, 12, 12, 8, 3, 90, 55, 30),
        (8, 8, 8, 8, 8, 8, 8, 8),
        (7, 8, 9, 10, 11, 12, 13, 14),
        (8, 1_000_000_000, 0.125, 99.999, 3, 2, 1, -5),
    ],
)
def test_eight_guesses_lie_side_by_side_on_every_wall(
    guesses: tuple[float, ...], wall: Wall
) -> None:
    state = play(answered(ALL_NUMBER, guesses), Next(), at=90)
    page = reveal_pages(look_of(state, wall))[0]
    body, size = page.places.body, next(iter(page.seats.values())).size
    seats = list(page.seats.values())
    assert len(seats) == 8
    for i, one in enumerate(seats):
        assert body.inset(-8).holds(one.x, one.y)
        for other in seats[i + 1 :]:
            assert abs(one.x - other.x) >= size * 0.99 or abs(one.y - other.y) >= size * 0.99


def test_equal_guesses_share_a_plate_and_the_closest_is_marked() -> None:
    state = moment("reveal-all-number")
    groups = groups_of(stage_of(state))
    assert [g.value for g in groups] == [3, 8, 12, 40, 55, 90]
    assert [len(g.teams) for g in groups] == [1, 1, 2, 1, 1, 1]
    assert [g.closest for g in groups] == [False, True, False, False, False, False]
    assert groups[1].points == 4, "three for the band and one for the closest"


def test_plates_do_not_overlap_and_stay_over_the_line() -> None:
    state = moment("reveal-all-number")
    card = state.card
    assert isinstance(card, EstimateCard)
    look = look_of(state)
    groups = groups_of(stage_of(state))
    area = look.wall.box.inset(60, 200)
    scale = scale_for(card, [g.value for g in groups], area.x, area.right)
    plates = lay_plates(look.wall, card, groups, scale, area)
    for i, one in enumerate(plates):
        assert one.box.bottom <= area.bottom
        assert not any(one.box.meets(other.box) for other in plates[i + 1 :])


# ----------------------------------------------------------------------------------- sums


def test_points_wear_their_sign() -> None:
    assert [points_text(n) for n in (2, 0, -1)] == ["+2", "0", "−1"]


def test_what_was_applied_counts_not_what_was_asked() -> None:
    state = moment("reveal-bell")
    first = ids(state)[2]
    stage = stage_of(state)
    assert gained(stage, first) == -1
    broke = evolve(stage, gains=tuple(evolve(g, applied=0) for g in stage.gains))
    assert gained(broke, first) == 0


def test_rows_fill_a_face_before_the_next() -> None:
    assert paged([100, 100, 100], 320, 10) == [[0, 1, 2]]
    assert paged([100, 100, 100], 319, 10) == [[0, 1], [2]]
    assert paged([500, 100], 300, 10) == [[0], [1]]
    assert paged([], 300, 10) == [[]]


def test_an_order_card_of_equal_ranks_is_shown_with_shared_places(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state = moment("reveal-order")
    card = state.card
    assert isinstance(card, OrderCard)
    tied = replace(card, items=tuple(replace(item, rank=i // 2) for i, item in
                                     enumerate(card.items)))  # fmt: skip
    content = replace(state.content, cards=tuple(
        tied if c.id == card.id else c for c in state.content.cards))  # fmt: skip
    discs: list[int] = []
    monkeypatch.setattr(
        "game.screens.scenes.orderreveal.place_disc", lambda _c, place, *_a: discs.append(place)
    )
    picture(RevealScene(), look_of(evolve(state, content=content)))
    assert discs == [1, 1, 3, 3, 5]
