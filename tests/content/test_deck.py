"""A sound deck becomes the cards of the game, word for word."""

from __future__ import annotations

from pathlib import Path

from game.content import Deck, Level, load_deck
from game.paths import scenarios_dir
from game.rules.cards import (
    Bands,
    Card,
    Category,
    ChoiceCard,
    CommitCard,
    CustomersEffect,
    EstimateCard,
    Evidence,
    Item,
    Judging,
    Measure,
    Meter,
    Mirror,
    OpenCard,
    Option,
    OrderCard,
    Persona,
    PlanExample,
    Play,
    RollEffect,
    SpacesEffect,
    SwapEffect,
    SwapWith,
    Twist,
    Who,
)
from tests.content.author import load, sound, whole

METERS = "meters: [{id: progress, name: Progress}, {id: connection, name: Connection}]\n"


def deck_of(folder: Path, text: str) -> Deck:
    deck = sound(folder, text).deck
    assert deck is not None
    return deck


def card_of(folder: Path, lines: str) -> Card:
    """The card of these fields, with those every card has."""
    head = "cards:\n  - id: it\n    category: insights\n    title: It\n    prompt: Do it.\n"
    fields = "".join(f"    {line}\n" for line in lines.splitlines())
    (card,) = deck_of(folder, METERS + head + fields).cards
    return card


def test_the_head_of_a_deck(tmp_path: Path) -> None:
    deck = deck_of(
        tmp_path,
        """\
format: 1
id: outside-in
title: Outside-in
language: en
description: >-
  For teams,
  when work begins.

  And later.
preset: 60
categories:
  - {id: insights, name: Insights & understanding, icon: insights}
  - {id: own, name: Our own}
meters:
  - {id: progress, name: Progress}
debrief:
  - Which customer will you visit first?
""",
    )
    assert (deck.id, deck.title, deck.language) == ("outside-in", "Outside-in", "en")
    assert deck.description == "For teams, when work begins.\nAnd later."
    assert deck.preset == 60
    assert deck.categories == (
        Category(id="insights", name="Insights & understanding", icon="insights"),
        Category(id="own", name="Our own"),
    )
    assert deck.meters == (Meter(id="progress", name="Progress"),)
    assert deck.debrief == ("Which customer will you visit first?",)


def test_what_is_left_out_or_left_empty_is_as_it_always_was(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, "description:\nmeters:\ntwists: []\nmirrors:\ndebrief:\npreset:\n")
    assert (deck.description, deck.preset) == ("", None)
    assert not any((deck.meters, deck.twists, deck.mirrors, deck.personas, deck.debrief))


def test_every_field_that_any_card_may_have(tmp_path: Path) -> None:
    card = card_of(
        tmp_path,
        """\
kind: commit
play: turn
picture: letter
reading: 20
thinking: 90
meters: {progress: 1, connection: -2}
why: Because.
reflect: Who else?
notes: |
  Listen.
  Count to ten.
source: Somebody, Something
year: 2010
evidence: survey
tags: [kickoff, 2024]
example: {cue: it rings, action: I answer}""",
    )
    assert card == CommitCard(
        id="it",
        category="insights",
        title="It",
        prompt="Do it.",
        play=Play.TURN,
        picture="letter",
        reading=20,
        thinking=90,
        meters=(("progress", 1), ("connection", -2)),
        why="Because.",
        reflect="Who else?",
        notes="Listen.\nCount to ten.",
        source="Somebody, Something",
        year=2010,
        evidence=Evidence.SURVEY,
        tags=("kickoff", "2024"),
        example=PlanExample(cue="it rings", action="I answer"),
    )


def test_a_dilemma_has_the_points_of_its_options(tmp_path: Path) -> None:
    card = card_of(
        tmp_path,
        """\
kind: choice
options:
  - {text: Read it., points: 2, feedback: They laugh., meters: {progress: +1}}
  - {text: Burn it., points: 0}""",
    )
    assert isinstance(card, ChoiceCard)
    assert not card.quiz
    assert card.options == (
        Option(text="Read it.", points=2, feedback="They laugh.", meters=(("progress", 1),)),
        Option(text="Burn it.", points=0),
    )


def test_the_key_of_a_quiz_pays_three_and_the_others_nothing(tmp_path: Path) -> None:
    card = card_of(
        tmp_path,
        """\
kind: choice
play: bell
options: [{text: 96}, {text: 46, right: Yes}, {text: 16, right: no}]""",
    )
    assert isinstance(card, ChoiceCard)
    assert card.quiz
    assert card.play is Play.BELL
    assert card.key == 1
    assert [(option.text, option.points) for option in card.options] == [
        ("96", 0),
        ("46", 3),
        ("16", 0),
    ]


def test_an_estimate(tmp_path: Path) -> None:
    card = card_of(
        tmp_path,
        """\
kind: estimate
play: everyone
answer: 80
measure: percentage
unit: in 100
bands: {absolute: [3, 8.5, 15]}""",
    )
    assert isinstance(card, EstimateCard)
    assert (card.answer, card.measure, card.unit) == (80, Measure.PERCENTAGE, "in 100")
    assert card.bands == Bands(relative=False, widths=(3, 8.5, 15))


def test_relative_bands_and_a_negative_answer(tmp_path: Path) -> None:
    card = card_of(tmp_path, "kind: estimate\nanswer: -12.5\nbands: {relative: [10, 25, 50]}")
    assert isinstance(card, EstimateCard)
    assert card.answer == -12.5
    assert card.measure is Measure.NUMBER
    assert card.bands == Bands(relative=True, widths=(10, 25, 50))


def test_items_stand_in_their_order_and_a_shared_rank_makes_two_equal(tmp_path: Path) -> None:
    card = card_of(
        tmp_path,
        """\
kind: order
items: [{text: a}, {text: b}, {text: c, rank: 2}, {text: d}]""",
    )
    assert isinstance(card, OrderCard)
    assert card.items == (
        Item(text="a", rank=0),
        Item(text="b", rank=1),
        Item(text="c", rank=1),
        Item(text="d", rank=3),
    )


def test_an_open_card(tmp_path: Path) -> None:
    card = card_of(tmp_path, "kind: open\njudge: peers\ncriteria: [names it, acts on it]")
    assert isinstance(card, OpenCard)
    assert card.judge is Judging.PEERS
    assert card.criteria == ("names it", "acts on it")


def test_twists_mirrors_and_personas(tmp_path: Path) -> None:
    deck = deck_of(
        tmp_path,
        """\
twists:
  - id: storm
    title: Storm
    prompt: It rains.
    picture: letter
    effects:
      - {who: last, spaces: 3}
      - {who: leader, customers: -2}
      - {who: self, swap: next}
      - {who: self, roll: yes}
mirrors:
  - {id: own, title: Own, prompt: When?, notes: Wait., picture: letter}
personas:
  - {id: wim, name: 'Wim, 71', line: hard of hearing, picture: customer-wim}
""",
    )
    assert deck.twists == (
        Twist(
            id="storm",
            title="Storm",
            prompt="It rains.",
            picture="letter",
            effects=(
                SpacesEffect(who=Who.LAST, spaces=3),
                CustomersEffect(who=Who.LEADER, customers=-2),
                SwapEffect(swap=SwapWith.NEXT),
                RollEffect(),
            ),
        ),
    )
    assert deck.mirrors == (
        Mirror(id="own", title="Own", prompt="When?", notes="Wait.", picture="letter"),
    )
    assert deck.personas == (
        Persona(id="wim", name="Wim, 71", line="hard of hearing", picture="customer-wim"),
    )


def test_texts_are_what_the_author_typed(tmp_path: Path) -> None:
    """ClassQuiz #316: a number where text was meant crashed the import."""
    deck = deck_of(
        tmp_path,
        """\
title: 2024
cards:
  - {id: no, kind: open, category: insights, title: no, prompt: 12:30}
  - {id: null, kind: open, category: insights, title: null, prompt: 0123}
  - {id: "1", kind: open, category: insights, title: ~, prompt: yes}
""",
    )
    assert deck.title == "2024"
    assert [(card.id, card.title, card.prompt) for card in deck.cards] == [
        ("no", "no", "12:30"),
        ("null", "null", "0123"),
        ("1", "~", "yes"),
    ]


def test_a_text_of_one_line_loses_its_line_breaks_and_a_story_keeps_them(tmp_path: Path) -> None:
    deck = deck_of(
        tmp_path,
        "cards:\n  - {id: a, kind: open, category: insights, "
        'title: " A\\n\\tB ", prompt: "One.\\n Two."}\n',
    )
    assert (deck.cards[0].title, deck.cards[0].prompt) == ("A B", "One.\nTwo.")


def test_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    text = (scenarios_dir() / "outside-in" / "deck.yaml").read_bytes().replace(b"\r\n", b"\n")
    for name, data in (("unix", text), ("windows", text.replace(b"\n", b"\r\n"))):
        (tmp_path / f"{name}.yaml").write_bytes(data)
    one, other = load_deck(tmp_path / "unix.yaml"), load_deck(tmp_path / "windows.yaml")
    assert one.deck is not None
    assert one.deck == other.deck
    assert one.digest == other.digest


def test_a_deck_with_a_byte_order_mark_can_be_played(tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_text(whole(""), "utf-8-sig")
    deck = load_deck(tmp_path)
    assert deck.ready
    assert [problem.level for problem in deck.problems] == [Level.ADVICE]


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    deck = load(
        tmp_path,
        """\
format: 1
id: example
title: Example
language: english
colour: red
categories:
  - {id: insights, name: Insights}
cards:
  - {id: A, kind: choise, category: insight, titel: x, prompt: P}
  - {id: b, kind: open, category: insights, title: T, prompt: P, judge: me, reading: soon}
""",
    )
    assert not deck.ready
    assert [(problem.line, problem.column, problem.check) for problem in deck.reasons] == [
        (4, 11, "structure"),
        (5, 1, "unknown-field"),
        (9, 10, "structure"),
        (9, 19, "structure"),
        (9, 37, "reference"),
        (9, 46, "unknown-field"),  # the title, which is not told to be missing as well
        (10, 73, "structure"),
        (10, 86, "structure"),
    ]
