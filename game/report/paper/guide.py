"""The facilitator's guide: how to print and play, the plan, and every card with its notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from game.i18n import _
from game.look.box import Box
from game.report.paper.blocks import Block, Para, draw_stack, flow
from game.report.paper.deck import PrintedDeck
from game.report.paper.guide_blocks import Entry, Heading, Table
from game.report.paper.guide_cards import card_blocks, mirror_blocks, persona_blocks, twist_blocks
from game.report.paper.ink import THEME, Ink
from game.report.paper.rules_text import how_to_play, printing
from game.report.paper.sizes import Paper
from game.report.paper.typeset import HEAVY, SEMI
from game.rules.ruleset import Ruleset, Turns, make_plan

SIZE = 10.5
"""Points of what is read at a table."""
_MARGIN = 20.0
_FOOT = 10.0
_BETWEEN = 9.0
_TEAMS = (2, 3, 4)
"""Numbers of teams that may take turns one by one."""


@dataclass(frozen=True)
class Chapter:
    """Blocks that begin on a page of their own, in one column or two."""

    blocks: tuple[Block, ...]
    columns: int = 1


Page = tuple[tuple[Block, ...], ...]
"""What each column of a page holds."""


def print_guide(ink: Ink, deck: PrintedDeck, ruleset: Ruleset, paper: Paper) -> None:
    """Draw the guide; its table of contents comes after the title, with links and bookmarks."""
    chapters = list(_chapters(deck, ruleset))
    laid = [(chapter, _pages(ink, chapter, paper)) for chapter in chapters]
    # The contents' own length does not depend on the numbers in it.
    first = ink.page
    front = _front(deck, [])
    before = len(_pages(ink, replace(front, blocks=(*front.blocks, *_entries(laid, 0))), paper))
    entries = _entries(laid, first + before)
    opening = Chapter((*front.blocks, *entries))
    for chapter, pages in [(opening, _pages(ink, opening, paper)), *laid]:
        for page in pages:
            _draw(ink, deck, page, chapter.columns, paper)


def _pages(ink: Ink, chapter: Chapter, paper: Paper) -> list[Page]:
    columns = _columns(paper, chapter.columns)
    return [tuple(page) for page in flow(chapter.blocks, ink.type, columns)]


def _columns(paper: Paper, columns: int) -> list[Box]:
    inner = paper.box.inset(_MARGIN)
    return inner.cut_bottom(_FOOT)[1].columns(columns, _BETWEEN)


def _draw(ink: Ink, deck: PrintedDeck, page: Page, columns: int, paper: Paper) -> None:
    ink.new_page(paper)
    for blocks, column in zip(page, _columns(paper, columns), strict=True):
        with ink.within(column.inset(-0.5, -0.5)):
            draw_stack(ink, blocks, column)
    foot = Box(_MARGIN, paper.h - _MARGIN + 2.0, paper.w - 2 * _MARGIN, 5.0)
    ink.rule((foot.x, foot.y - 1.5), (foot.right, foot.y - 1.5), THEME.hair)
    text = _("{deck}: for the facilitator alone").format(deck=deck.title)
    ink.line(
        ink.type.shortened(text, SEMI, 9.0, foot.w - 20), foot, 9.0, weight=SEMI, color=THEME.text_2
    )
    ink.line(str(ink.page), foot, 9.0, weight=SEMI, color=THEME.text_2, align="right")


def _entries(laid: Sequence[tuple[Chapter, Sequence[Page]]], before: int) -> list[Block]:
    """The table of contents; `before` pages stand before the first chapter."""
    entries: list[Block] = []
    number = before
    for _chapter, pages in laid:
        for page in pages:
            number += 1
            for column in page:
                for block in column:
                    if isinstance(block, Heading) and block.listed:
                        entries.append(_entry(block, number))
    return entries


def _entry(heading: Heading, page: int) -> Entry:
    first = heading.level == 0
    gap = 2.2 if first else 0.3
    return Entry(text=heading.text, page=page, level=heading.level, size=SIZE, gap=gap, keep=first)


# ------------------------------------------------------------------ what is in it


def _front(deck: PrintedDeck, entries: Sequence[Block]) -> Chapter:
    blocks: list[Block] = [
        Para(text=_("Facilitator’s guide"), size=12.0, weight=SEMI, color=THEME.text_2),
        Para(text=deck.title, size=30.0, weight=HEAVY, leading=1.08, gap=1.0),
    ]
    if deck.description:
        blocks.append(Para(text=deck.description, size=SIZE + 1, gap=4.0))
    blocks.append(Heading(text=_("Contents"), level=1, listed=False, gap=8.0))
    return Chapter((*blocks, *entries))


def _chapters(deck: PrintedDeck, ruleset: Ruleset) -> Iterator[Chapter]:
    yield Chapter(tuple(_how(deck, ruleset)))
    content = deck.content
    numbers = deck.numbers()
    blocks: list[Block] = []
    for category in content.categories:
        cards = [card for card in content.cards if card.category == category.id]
        if cards:
            blocks.append(Heading(text=category.name, level=0, gap=9.0))
            for card in cards:
                blocks.extend(card_blocks(deck, card, numbers[card.id], SIZE - 1))
    parts = (
        (_("Twists"), [twist_blocks(twist, SIZE - 1) for twist in content.twists]),
        (_("Mirrors"), [mirror_blocks(mirror, SIZE - 1) for mirror in content.mirrors]),
        (_("Other eyes"), [persona_blocks(one, SIZE - 1) for one in content.personas]),
    )
    for title, entries in parts:
        if entries:
            blocks.append(Heading(text=title, level=0, gap=9.0))
            blocks.extend(block for entry in entries for block in entry)
    blocks.extend(_debrief(deck))
    yield Chapter(tuple(blocks), columns=2)


def _debrief(deck: PrintedDeck) -> Iterator[Block]:
    questions = [question for one in deck.content.decks for question in one.debrief]
    if questions:
        yield Heading(text=_("Debrief"), level=0, gap=7.0)
        yield from (_point(text) for text in questions)


def _how(deck: PrintedDeck, ruleset: Ruleset) -> Iterator[Block]:
    yield Heading(text=_("Printing and cutting"), level=0)
    yield from (_point(text) for text in printing())
    yield Heading(text=_("How to play on paper"), level=0, gap=7.0)
    for title, paragraphs in how_to_play(ruleset.rules):
        yield Heading(text=title, level=1, listed=False, gap=3.6)
        yield from (_point(text) for text in paragraphs if text)
    yield from _plan(deck, ruleset)


def _point(text: str) -> Block:
    return Para(text=text, size=SIZE, inset=4.5, marker="•", gap=1.1)


def _plan(deck: PrintedDeck, ruleset: Ruleset) -> Iterator[Block]:
    """How far a session of each length comes, for each number of teams."""
    yield Heading(text=_("The plan"), level=0, gap=7.0)
    yield Para(
        text=_(
            "Minutes for the opening, for play and for the debrief; then how many rounds there is "
            "time for when teams take turns, and how many cards when all play together."
        ),
        size=SIZE,
        keep=True,
    )
    head = (
        _("Session"),
        _("Opening"),
        _("Play"),
        _("Debrief"),
        *(_("{n} teams").format(n=n) for n in _TEAMS),
        _("Together"),
    )
    rows = []
    for preset in ruleset.presets:
        one_by_one = [make_plan(preset, n, Turns.ONE_BY_ONE).rounds for n in _TEAMS]
        together = make_plan(preset, max(_TEAMS), Turns.TOGETHER).rounds
        figures = (preset.brief, preset.play_minutes, preset.debrief, *one_by_one, together)
        rows.append((preset.name, *map(str, figures)))
    marked = [i for i, preset in enumerate(ruleset.presets) if preset.minutes == deck.preset]
    yield Table(
        head=head, rows=tuple(rows), size=SIZE - 0.5, marked=tuple(marked), gap=3.0, keep=True
    )
    if marked:
        yield Para(
            text=_("This deck suggests the length that is marked."),
            size=SIZE - 0.5, color=THEME.text_2, gap=1.5,
        )  # fmt: skip
