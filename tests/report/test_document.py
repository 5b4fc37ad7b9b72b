"""The whole PDF: what stands on it and where, read back from what was written."""

from __future__ import annotations

import re
import shutil
import subprocess
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from fpdf import FPDF

from game.content.load import load_deck
from game.paths import scenarios_dir
from game.report.paper.board import lay_board
from game.report.paper.document import Part, Printed, print_deck
from game.report.paper.ink import Ink
from game.report.paper.sizes import PAPERS, mirrored
from game.report.paper.tiles import print_poster
from game.rules.state import evolve
from tests.report.table import DECK, LONG, SENTENCE, fits, printed_from, wanted, words_in


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("deck")


@pytest.fixture(scope="module")
def printed(folder: Path) -> Printed:
    return printed_from(folder, "a4", Part.GUIDE, Part.CARDS, Part.ANSWERS)


@pytest.fixture(scope="module")
def on_letter(folder: Path) -> Printed:
    return printed_from(folder, "letter", Part.CARDS)


def fronts(printed: Printed) -> str:
    """Everything on the fronts of the cards."""
    cards = printed.pages[Part.CARDS]
    return " ".join(
        words_in(printed, meeting.front, meeting.front_box)
        for meeting in printed.meetings
        if meeting.front in cards
    )


def test_every_card_has_its_title_and_prompt_on_a_front(folder: Path, printed: Printed) -> None:
    deck = load_deck(folder / "deck.yaml").in_language("en")
    told = {
        meeting.card: words_in(printed, meeting.front, meeting.front_box)
        for meeting in reversed(printed.meetings)
    }
    assert len(deck.cards) == 7
    for card in (*deck.cards, *deck.twists, *deck.mirrors):
        front = told[f"paper/{card.id}"]
        assert card.title in front
        assert card.prompt.split()[0] in front
    assert "Wim, 71" in told["paper/wim"]
    assert "Roll and play once more." in told["paper/twist"]


def test_no_answer_stands_on_a_front(printed: Printed) -> None:
    said = fronts(printed)
    assert "SECRET" not in said
    assert "PRIVATE" not in said
    assert not re.search(r"4[.,]?711", said)
    assert "3 points" not in said


def test_every_answer_stands_on_a_back(printed: Printed) -> None:
    said = " ".join(
        words_in(printed, meeting.back, meeting.back_box) for meeting in printed.meetings
    )
    assert said.count("SECRET") == DECK.count("SECRET")
    assert "4,711 firms" in said
    assert "3 points: 4,240 to 5,182" in said
    assert "+1\u00a0progress" in said


def test_notes_are_for_the_guide_alone(printed: Printed) -> None:
    pages = {one.page for one in printed.written if "PRIVATE" in one.text}
    assert len(pages) > 0
    assert pages <= set(printed.pages[Part.GUIDE])


@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_backs_meet_their_fronts(paper: str, printed: Printed, on_letter: Printed) -> None:
    """The page after, the mirrored place, the same card: its title is on both."""
    document = printed if paper == "a4" else on_letter
    assert len(document.meetings) >= 12
    for meeting in document.meetings:
        assert meeting.front % 2 == 1
        assert meeting.back == meeting.front + 1
        assert meeting.back_box == mirrored(meeting.front_box, PAPERS[paper])
    for meeting in document.meetings:
        if meeting.card in ("paper/dilemma", "paper/quiz", "paper/estimate", "paper/order"):
            title = f"The {meeting.card.partition('/')[2]}"
            assert title in words_in(document, meeting.front, meeting.front_box)
            assert title in words_in(document, meeting.back, meeting.back_box)


@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_nothing_is_written_outside_its_room(
    paper: str, printed: Printed, on_letter: Printed
) -> None:
    document = printed if paper == "a4" else on_letter
    assert [one for one in document.written if not fits(one)] == []


def test_what_is_too_much_goes_on_and_nothing_is_lost(printed: Printed) -> None:
    parts = [meeting for meeting in printed.meetings if meeting.card == "paper/endless"]
    assert len(parts) > 1
    assert parts[0].front_box.w > 150
    backs = " ".join(words_in(printed, part.back, part.back_box) for part in parts)
    # Four feedbacks, why and reflect, of ten sentences each.
    assert backs.count("somebody else.") == 60
    head = words_in(printed, parts[-1].front, parts[-1].front_box)
    assert f"The endless one ({len(parts)}/{len(parts)})" in head
    assert fronts(printed).count(SENTENCE.split()[-1]) >= 10


def test_nothing_on_a_card_is_smaller_than_nine_points(printed: Printed) -> None:
    least = min(one.box.h for one in printed.written if one.page in printed.pages[Part.CARDS])
    assert least >= 9 * 25.4 / 72 * 0.97


def test_a_word_no_card_is_wide_enough_for_is_hyphenated(printed: Printed) -> None:
    said = next(
        words_in(printed, meeting.front, meeting.front_box)
        for meeting in printed.meetings
        if meeting.card == "paper/commit"
    )
    assert LONG not in said
    assert LONG in said.replace("- ", "")
    assert "😀" in said


def test_answer_cards_are_letters_before_and_votes_behind(printed: Printed) -> None:
    told = {
        meeting.card: (
            words_in(printed, meeting.front, meeting.front_box).split()[0],
            words_in(printed, meeting.back, meeting.back_box).split()[0],
        )
        for meeting in printed.meetings
        if meeting.front in printed.pages[Part.ANSWERS]
    }
    assert len(told) == 4 * 6
    assert [told[f"sky/{letter}"] for letter in "ABCD"] == [
        ("A", "0"), ("B", "1"), ("C", "2"), ("D", "3"),
    ]  # fmt: skip
    assert told["sky/E"] == ("E", "Sky")


def test_the_contents_name_the_right_pages(printed: Printed) -> None:
    guide = printed.pages[Part.GUIDE]
    lines = [one.text for one in printed.written if one.page == guide.start]
    start = lines.index("Contents") + 1
    entries = list(zip(lines[start::2], lines[start + 1 :: 2], strict=False))
    named = [(text, int(page)) for text, page in entries if page.isdecimal()]
    assert len(named) >= 12
    assert "Twists" in dict(named)
    for text, page in named:
        there = [one.text for one in printed.written if one.page == page]
        assert " ".join(text.split()) in there, f"{text!r} is not on page {page}"


def test_every_part_begins_on_the_front_of_a_sheet(printed: Printed) -> None:
    assert list(printed.pages) == [Part.GUIDE, Part.CARDS, Part.ANSWERS]
    assert all(pages.start % 2 == 1 for pages in printed.pages.values())


def test_the_same_deck_gives_the_same_bytes(folder: Path, on_letter: Printed) -> None:
    again = printed_from(folder, "letter", Part.CARDS)
    assert again.data == on_letter.data
    assert b"Date" not in again.data
    assert b"/Lang (en)" in again.data
    assert b"/Author" not in again.data


def test_the_board_comes_whole_and_in_four_parts_with_its_pieces(folder: Path) -> None:
    printed = printed_from(folder, "a4", Part.BOARD)
    assert [one for one in printed.written if not fits(one)] == []
    pages = printed.pages[Part.BOARD]
    told = [" ".join(w.text for w in printed.written if w.page == page) for page in pages]
    for poster in told[:5]:
        assert "On paper" in poster
        assert "Insights" in poster
    assert [f"Part {n} of 4" in told[n] for n in range(1, 5)] == [True] * 4
    assert "Orange Orange Sky Sky Green Green Yellow Yellow" in told[5]
    assert told[-1].count("Other view") == 4 * 2


def test_readers_find_the_words_and_no_font_is_missing(printed: Printed, tmp_path: Path) -> None:
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext is not installed")
    path = tmp_path / "deck.pdf"
    path.write_bytes(printed.data)
    done = subprocess.run([tool, str(path), "-"], capture_output=True, check=True, timeout=60)
    text = done.stdout.decode()
    assert "Samira leads home loans." in text
    assert "Facilitator’s guide" in text
    assert done.stderr == b""


@pytest.mark.parametrize("paper", sorted(PAPERS))
@pytest.mark.parametrize("board", ["journey", "road"])
def test_every_zone_of_a_board_has_its_name_and_no_word_is_parted(paper: str, board: str) -> None:
    asked = wanted(scenarios_dir() / "outside-in", "nl", paper, board=board)
    ink = Ink(FPDF(), "nl", {})
    with closing(ink.type):
        print_poster(ink, asked.deck, asked.board, asked.paper)
        plan = lay_board(ink, asked.board, 1.4)
    lines = [one.text for one in ink.written]
    assert not any(line.endswith("-") for line in lines)
    for zone in asked.board.zones:
        assert zone.name in " ".join(lines)
    for i, mark in enumerate(plan.marks):
        assert mark.picture is not None
        assert not any(mark.box.meets(other.box) for other in plan.marks[:i])
        assert all(not mark.box.holds(x, y) for x, y in plan.road.line)


def test_the_house_rules_are_those_of_the_ruleset(folder: Path, printed: Printed) -> None:
    asked = wanted(folder / "deck.yaml", "en", "a4", Part.GUIDE)
    rules = evolve(
        asked.ruleset.rules, die=1, start_bonus=5, view_seconds=45, view_together_max=3,
        bell_right=4, bell_wrong=-3, mirror_points=2, other_view=True,
    )  # fmt: skip
    other = print_deck(replace(asked, ruleset=replace(asked.ruleset, rules=rules)))
    said = " ".join(one.text for one in other.written)
    for words in (
        "No die: every pawn walks one space.",
        "start brings 5 happy customers",
        "argue for 45 seconds",
        "3 at the most",
        "Right brings 4 customers; wrong or silent costs 3.",
        "keeps one insight: 2 customers.",
    ):
        assert words in said
        assert words not in " ".join(one.text for one in printed.written)
