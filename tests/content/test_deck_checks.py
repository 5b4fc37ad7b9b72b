"""The checks that look at a deck as a whole, against what their manuals have no room for."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content import Level, load_deck
from game.content.checks import category_depth
from game.content.points import mean_points, meter_changes, points_by_kind
from tests.content.author import MARK, found_by, marked, whole, write_deck

CARD = "category: insights, title: It, prompt: Do it."
METER = "meters:\n  - «{id: progress, name: Progress}\n"


def place(folder: Path, text: str, check: str) -> tuple[str, Level]:
    """Sentence and level of the one problem of a check, which stands where the mark is."""
    clean, line, column = marked(whole(text))
    write_deck(folder, clean)
    (problem,) = found_by(check, folder)
    assert (problem.line, problem.column) == (line, column)
    return problem.sentence, problem.level


def nothing(folder: Path, text: str, check: str) -> None:
    write_deck(folder, text.replace(MARK, ""))
    assert found_by(check, folder) == []


# --------------------------------------------------------------------------- meters


def dilemma(id_: str, *changes: int) -> str:
    options = ", ".join(
        f"{{text: T{n}, points: {n % 4}, meters: {{progress: {change}}}}}"
        for n, change in enumerate(changes)
    )
    return f"  - {{id: {id_}, {CARD}, kind: choice, options: [{options}]}}\n"


def test_a_meter_nobody_moves(tmp_path: Path) -> None:
    said = (
        'meter "progress": no card moves this meter; expected one at least; '
        "give options an effect on it, or leave the meter out"
    )
    for cards in ("", "cards:\n" + dilemma("a", 0, 0)):
        assert place(tmp_path, METER + cards, "meter-unused") == (said, Level.WARNING)


@pytest.mark.parametrize("cards", [dilemma("a", 0, -1), dilemma("a", 2, 0)])
def test_a_meter_that_is_moved_by_one_option(tmp_path: Path, cards: str) -> None:
    nothing(tmp_path, METER + "cards:\n" + cards, "meter-unused")


def test_a_meter_that_a_bell_card_moves(tmp_path: Path) -> None:
    card = f"  - {{id: a, {CARD}, kind: estimate, play: bell, answer: 1, "
    cards = f"{card}bands: {{absolute: [1, 2, 3]}}, meters: {{progress: -1}}}}\n"
    nothing(tmp_path, f"{METER}cards:\n{cards}", "meter-unused")


@pytest.mark.parametrize(
    ("up", "down", "said"),
    [
        (8, 0, "8 of 8 effects move this meter up; expected one in 10 at least to move it down"),
        (0, 8, "8 of 8 effects move this meter down; expected one in 10 at least to move it up"),
        (11, 1, "11 of 12 effects move this meter up; expected one in 10 at least to move it down"),
        (9, 1, ""),
        (7, 0, ""),
        (4, 4, ""),
    ],
)
def test_a_meter_that_goes_one_way(tmp_path: Path, up: int, down: int, said: str) -> None:
    changes = [1] * up + [-2] * down + [0]
    cards = "".join(dilemma(f"c{n}", *changes[n : n + 4], 0, 0) for n in range(0, len(changes), 4))
    if said:
        found, level = place(tmp_path, f"{METER}cards:\n{cards}", "meter-balance")
        assert found == f'meter "progress": {said}; let a good option cost something'
        assert level is Level.ADVICE
    else:
        nothing(tmp_path, f"{METER}cards:\n{cards}", "meter-balance")


# --------------------------------------------------------------------------- points


def quiz(id_: str, play: str = "turn") -> str:
    return (
        f"  - {{id: {id_}, {CARD}, kind: choice, play: {play}, "
        "options: [{text: A, right: yes}, {text: B}, {text: C}]}\n"
    )


def graded(id_: str, *points: int) -> str:
    options = ", ".join(f"{{text: T{n}, points: {point}}}" for n, point in enumerate(points))
    return f"  - {{id: {id_}, {CARD}, kind: choice, options: [{options}]}}\n"


def test_dilemmas_that_pay_more_than_quizzes(tmp_path: Path) -> None:
    cards = "".join(graded(f"d{n}", 3, 3, 1) for n in range(3)) + "".join(
        quiz(f"q{n}") for n in range(5)
    )
    said, level = place(tmp_path, "cards:\n  «" + cards[2:], "points-by-kind")
    assert said == (
        "dilemmas pay 2.33 points to an option picked at random, and the deck 1.50; "
        "expected at most 0.5 between them; give their options fewer points"
    )
    assert level is Level.WARNING


@pytest.mark.parametrize(
    "cards",
    [
        # Two of a kind have no mean worth the name.
        "".join(graded(f"d{n}", 3, 3, 1) for n in range(2))
        + "".join(quiz(f"q{n}") for n in range(4)),
        # Bell quizzes pay by the house rules.
        "".join(graded(f"d{n}", 3, 3, 1) for n in range(4))
        + "".join(quiz(f"q{n}", "bell") for n in range(4)),
        # Half a point apart is not beyond it: 1.5 and 1, which makes 1.25.
        "".join(graded(f"d{n}", 3, 1, 1, 1) for n in range(3))
        + "".join(quiz(f"q{n}") for n in range(3)),
    ],
)
def test_kinds_that_are_not_apart(tmp_path: Path, cards: str) -> None:
    nothing(tmp_path, "cards:\n" + cards, "points-by-kind")


def test_what_is_on_offer(tmp_path: Path) -> None:
    cards = graded("a", 3, 0) + graded("b", 2, 1, 0) + quiz("c") + quiz("d", "bell")
    write_deck(
        tmp_path, f"meters: [{{id: progress, name: P}}]\ncards:\n{cards}{dilemma('e', 2, -1)}"
    )
    deck = load_deck(tmp_path).in_language("en")
    offers = points_by_kind(deck)
    assert [(str(kind), offer.cards) for kind, offer in offers.items()] == [
        ("dilemmas", 3),
        ("quizzes", 1),
    ]
    assert mean_points(offers) == pytest.approx((1.5 + 1 + 0.5 + 1) / 4)
    assert mean_points({}) == 0
    assert meter_changes(deck) == {"progress": [2, -1]}


# --------------------------------------------------------------------------- lengths


@pytest.mark.parametrize(
    ("minutes", "categories", "least"),
    [(15, 1, 4), (45, 2, 6), (60, 1, 16), (60, 4, 4), (120, 6, 6), (70, 1, 16), (480, 6, 6)],
)
def test_a_category_has_its_share_of_the_turns(
    tmp_path: Path, minutes: int, categories: int, least: int
) -> None:
    names = [f"c{n}" for n in range(categories)]
    piles = "".join(f"  - {{id: {name}, name: {name}}}\n" for name in names)

    def deck(cards: int) -> str:
        lines = "".join(
            f"  - {{id: {name}-{n}, kind: open, category: {name}, title: T, prompt: P}}\n"
            for name in names
            for n in range(cards)
        )
        return f"preset: {minutes}\ncategories:\n{piles}cards:\n{lines}"

    nothing(tmp_path, deck(least), "category-depth")
    write_deck(tmp_path, deck(least - 1))
    first, *others = found_by("category-depth", tmp_path)
    assert first.text == (
        f"{least - 1} cards to draw in this category; "
        f"expected {least} at least for the {minutes} minutes of the deck"
    )
    assert (first.path, first.line, first.column) == ('category "c0"', 7, 5)
    assert len(others) == categories - 1


def test_without_the_games_own_rulesets_three_cards_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.paths.scenarios_dir", lambda: tmp_path / "gone")
    category_depth.turns.cache_clear()
    cards = "".join(f"  - {{id: c{n}, {CARD}, kind: open}}\n" for n in range(3))
    nothing(tmp_path, f"preset: 120\ncards:\n{cards}", "category-depth")
    category_depth.turns.cache_clear()


def words(n: int) -> str:
    return "so " * (n - 1) + "so."


SIXTY = "prompt has 61 words; expected at most 60: more takes two faces"
NINETY = "prompt has 91 words; expected at most 90: more takes over half a minute aloud"
SHORTER = "; leave out what no answer hangs on"


@pytest.mark.parametrize(
    "line",
    [
        "cards: [{id: a, kind: open, category: insights, title: A, prompt: «%s}]",
        "twists: [{id: a, title: A, effects: [{who: all, spaces: 1}], prompt: «%s}]",
        "mirrors: [{id: a, title: A, prompt: «%s}]",
    ],
)
def test_a_prompt_that_is_too_long_to_listen_to(tmp_path: Path, line: str) -> None:
    name = f'{line.partition("s:")[0]} "a": '
    nothing(tmp_path, line % words(60), "reading-time")
    assert place(tmp_path, line % words(61), "reading-time") == (
        name + SIXTY + SHORTER,
        Level.ADVICE,
    )
    assert place(tmp_path, line % words(90), "reading-time")[1] is Level.ADVICE
    assert place(tmp_path, line % words(91), "reading-time") == (
        name + NINETY + SHORTER,
        Level.WARNING,
    )


def test_a_translation_that_is_too_long_is_said_there(tmp_path: Path) -> None:
    write_deck(tmp_path, "", nl=f"cards:\n  monday:\n    prompt: {words(91)}\n")
    (problem,) = found_by("reading-time", tmp_path)
    assert Path(problem.file).name == "deck.nl.yaml"
    assert (problem.path, problem.line, problem.column) == ('card "monday"', 6, 13)


def test_what_is_not_translated_is_said_once(tmp_path: Path) -> None:
    card = f"cards: [{{id: a, kind: open, category: insights, title: A, prompt: {words(91)}}}]"
    write_deck(tmp_path, card, nl="cards:\n  a:\n    title: B\n")
    assert [Path(problem.file).name for problem in found_by("reading-time", tmp_path)] == [
        "deck.yaml"
    ]


def test_an_author_who_knows_that_it_takes_long(tmp_path: Path) -> None:
    card = "cards: [{id: a, kind: open, category: insights, title: A, prompt: P, reading: «%s}]"
    nothing(tmp_path, card % 30, "reading-time")
    assert place(tmp_path, card % 31, "reading-time") == (
        'card "a": reading is 31 seconds; expected at most 30; shorten the prompt',
        Level.WARNING,
    )


def full(**fewer: int) -> str:
    """A full deck, with fewer of something."""
    count = {"commit": 6, "bell": 4, "everyone": 4, "order": 1, "choice": 15} | fewer
    what = {
        "commit": "kind: commit",
        "bell": "kind: estimate, play: bell, answer: 1, bands: {absolute: [1, 2, 3]}",
        "everyone": "kind: estimate, play: everyone, answer: 1, bands: {absolute: [1, 2, 3]}",
        "order": "kind: order, items: [{text: A}, {text: B}, {text: C}]",
        "choice": "kind: choice, options: [{text: A, points: 0}, {text: B, points: 3}]",
    }
    cards = "".join(
        f"  - {{id: {name}-{n}, {CARD}, {fields}}}\n"
        for name, fields in what.items()
        for n in range(count[name])
    )
    twists = "".join(
        f"  - {{id: t{n}, title: T, prompt: P, effects: [{{who: all, spaces: 1}}]}}\n"
        for n in range(count.get("twists", 6))
    )
    mirrors = "".join(
        f"  - {{id: m{n}, title: T, prompt: P}}\n" for n in range(count.get("mirrors", 6))
    )
    return f"cards:\n  «{cards[2:]}twists:\n{twists}mirrors:\n{mirrors}"


def test_a_full_deck(tmp_path: Path) -> None:
    nothing(tmp_path, full(), "full-deck")


@pytest.mark.parametrize(
    ("fewer", "said"),
    [
        ({"choice": 14}, "29 of 30 cards"),
        ({"commit": 5, "choice": 16}, "5 of 6 open cards or plans"),
        ({"bell": 3, "choice": 16}, "3 of 4 bell cards"),
        ({"everyone": 0, "choice": 19}, "0 of 4 cards for everyone"),
        ({"order": 0, "commit": 6, "choice": 0, "bell": 24}, "2 of 4 kinds"),
        ({"twists": 5}, "5 of 6 twists"),
        ({"mirrors": 2, "twists": 1}, "1 of 6 twists and 2 of 6 mirrors"),
    ],
)
def test_what_a_deck_is_short_of(tmp_path: Path, fewer: dict[str, int], said: str) -> None:
    found, level = place(tmp_path, full(**fewer), "full-deck")
    assert said in found
    assert found.startswith("the deck has ")
    assert level is Level.ADVICE
