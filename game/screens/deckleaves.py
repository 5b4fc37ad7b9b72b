"""What is on the shelf of decks, and the leaves that tell of each: what it is, what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from game import i18n
from game.content.deck import Deck
from game.content.library import DeckEntry
from game.content.problem import ContentError, Level, Problem
from game.content.tongue import said
from game.i18n import _, ngettext
from game.screens.kit import pieces
from game.screens.kit.digits import digits_width, draw_digits
from game.screens.kit.text import (
    BOLD,
    HEAVY,
    Fitted,
    draw_fitted,
    draw_label,
    fit,
    pages,
    text_width,
)
from game.screens.kit.wall import Box, Canvas, Wall
from game.session.deckstats import kind_name
from game.session.library import Library, LibraryError

Leaf = Callable[[Canvas, Box], None]
TILE, GAP = 78.0, 12.0
INSET, BESIDE = 20.0, 14.0
BETWEEN = 16.0
"""Units between two problems."""


@dataclass(frozen=True)
class Item:
    """A deck; or a board or a ruleset that cannot be used."""

    id: str
    title: str
    line: str
    """What to know of it at a glance."""
    ready: bool
    problems: tuple[Problem, ...]
    entry: DeckEntry | None = None
    """None for what is no deck."""
    deck: Deck | None = None
    """In the interface's language; None where it cannot be played."""


def items_of(library: Library) -> list[Item]:
    """Decks that can be played, the usual one first, then what is set aside."""
    decks = sorted(library.decks, key=lambda entry: entry.id != library.first_deck)
    found = [_ready(library, entry) for entry in decks]
    found += [
        Item(entry.id, entry.title, aside_text(len(entry.problems)), False, entry.problems, entry)
        for entry in library.set_aside
    ]
    for others, name in ((library.boards, _("Board")), (library.rulesets, _("House rules"))):
        found += [
            Item(other.id, f"{name}: {other.title}", aside_text(len(other.problems)), False,
                 other.problems)
            for other in others if not other.ready
        ]  # fmt: skip
    return found


def _ready(library: Library, entry: DeckEntry) -> Item:
    try:
        deck = library.deck(entry.id).in_language(i18n.language())
    except (LibraryError, ContentError) as error:
        # The deck was readable when the shelf was listed, and has been changed since.
        problems = error.problems if isinstance(error, ContentError) else ()
        return Item(entry.id, entry.title, aside_text(len(problems)), False, problems, entry)
    return Item(entry.id, deck.title, cards_text(len(deck.cards)), True, entry.problems, entry,
                deck)  # fmt: skip


def cards_text(n: int) -> str:
    """How many cards."""
    return ngettext("{n} card", "{n} cards", n).format(n=n)


def aside_text(n: int) -> str:
    """That something cannot be chosen."""
    return ngettext("set aside: {n} problem", "set aside: {n} problems", n).format(n=n)


def place_text(problem: Problem) -> str:
    """File, line and sentence of a problem; the file with its folder, as an author knows it."""
    path = Path(problem.file)
    name = f"{path.parent.name}/{path.name}" if path.parent.name else path.name
    return f"{name}:{problem.line}: {said(problem)}"


def short_path(path: Path) -> str:
    """A path from the person's home."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(path)


# -- leaves


def leaves_of(wall: Wall, item: Item, box: Box, dots: float) -> list[Leaf]:
    """What is told of an item below its title, on as many leaves as it takes.

    `dots` is the height that is kept for the mark of the pages, where there are several.
    """
    found = _leaves(wall, item, box)
    return found if len(found) == 1 else _leaves(wall, item, box.cut_bottom(dots)[1])


def _leaves(wall: Wall, item: Item, box: Box) -> list[Leaf]:
    found: list[Leaf] = []
    if item.deck is not None:
        found += _deck_leaves(wall, item, item.deck, box)
    told = [problem for problem in item.problems if not item.ready or _worth_telling(problem)]
    if told or not item.ready:
        found += _problem_leaves(wall, item, told, box)
    return found


def _worth_telling(problem: Problem) -> bool:
    return problem.level is not Level.ADVICE


def _deck_leaves(wall: Wall, item: Item, deck: Deck, box: Box) -> list[Leaf]:
    facts = _facts(item, deck)
    tiles = _tiles(deck)
    low = _facts_height(wall, box, facts, tiles)
    room = box.h - low - 24
    size = (wall.M, wall.M * 0.84)
    whole = fit(wall, deck.description, box.w, room, size=size, leading=1.25)
    if not whole.overflow and room > wall.M:

        def both(canvas: Canvas, place: Box) -> None:
            draw_fitted(canvas, whole, place)
            _draw_facts(canvas, place.cut_bottom(low)[0], facts, tiles)

        return [both]
    told = pages(wall, deck.description, box.w, box.h, size=size, leading=1.25)

    def figures(canvas: Canvas, place: Box) -> None:
        _draw_facts(canvas, place, facts, tiles)

    return [*(_text_leaf(page) for page in told if deck.description), figures]


def _text_leaf(page: Fitted) -> Leaf:
    def draw(canvas: Canvas, place: Box) -> None:
        draw_fitted(canvas, page, place)

    return draw


def _problem_leaves(wall: Wall, item: Item, problems: Sequence[Problem], box: Box) -> list[Leaf]:
    """Every problem as `file:line: sentence`."""
    if item.ready:
        head = _("It can be played. Still:")
    else:
        head = _("It cannot be played until this is mended:")
    words = fit(wall, head, box.w, box.h, size=(wall.M, wall.S), weight=BOLD, lines=1)
    if words.overflow:
        words = fit(wall, head, box.w, box.h, size=wall.S, weight=BOLD, leading=1.15)
    found: list[Leaf] = []
    for group in _groups(wall, problems, box.w, box.h - words.height - 20):

        def draw(canvas: Canvas, place: Box, group: Sequence[Fitted] = group) -> None:
            draw_fitted(canvas, words, place)
            rest = place.cut_top(words.height, 20)[1]
            for block in group:
                draw_fitted(canvas, block, rest)
                rest = rest.cut_top(block.height, BETWEEN * wall.seat)[1]

        found.append(draw)
    return found


def _groups(
    wall: Wall, problems: Sequence[Problem], w: float, h: float
) -> list[list[Fitted]]:  # fmt: skip
    """Problems in groups that fit a height; one that is longer than that goes on overleaf."""
    found: list[list[Fitted]] = [[]]
    left = h
    for problem in problems:
        for block in pages(wall, place_text(problem), w, h, size=wall.S, leading=1.24):
            if block.height > left and found[-1]:
                found.append([])
                left = h
            found[-1].append(block)
            left -= block.height + BETWEEN * wall.seat
    return found


# -- facts and figures


def _facts(item: Item, deck: Deck) -> str:
    """Languages and the length it suggests."""
    told = []
    if item.entry is not None:
        told.append(", ".join(i18n.endonym(code) for code in item.entry.languages))
    if deck.preset:
        told.append(_("made for {n} minutes").format(n=deck.preset))
    return " · ".join(told)


def _tiles(deck: Deck) -> list[tuple[int, str]]:
    """(number, of what): cards of each kind, then twists, mirrors and personas."""
    n: Counter[str] = Counter(kind_name(card) for card in deck.cards)
    counted = (
        (n["dilemma"], ngettext("dilemma", "dilemmas", n["dilemma"])),
        (n["quiz"], ngettext("quiz", "quizzes", n["quiz"])),
        (n["estimate"], ngettext("estimate", "estimates", n["estimate"])),
        (n["order"], ngettext("to put in order", "to put in order", n["order"])),
        (n["open"], ngettext("to show", "to show", n["open"])),
        (n["commit"], ngettext("plan", "plans", n["commit"])),
        (len(deck.twists), ngettext("twist", "twists", len(deck.twists))),
        (len(deck.mirrors), ngettext("mirror", "mirrors", len(deck.mirrors))),
        (len(deck.personas), ngettext("persona", "personas", len(deck.personas))),
    )
    return [(number, word) for number, word in counted if number]


def _across(wall: Wall, box: Box, tiles: Sequence[tuple[int, str]]) -> int:
    """As many tiles beside one another as leave room for each word, at most four."""
    widest = max((_word_width(wall, word) for _number, word in tiles), default=0.0)
    need = widest + digits_width(wall, "00", wall.M) + 2 * INSET + BESIDE + 6
    return max(1, min(4, int((box.w + GAP) / (need + GAP))))


def _word_width(wall: Wall, words: str) -> float:
    """Of the longest word: several may stand below one another."""
    return max(text_width(wall, word, wall.S) for word in words.split())


def _fit_facts(wall: Wall, box: Box, facts: str) -> Fitted:
    return fit(wall, facts, box.w, size=wall.S, leading=1.3)


def _facts_height(wall: Wall, box: Box, facts: str, tiles: Sequence[tuple[int, str]]) -> float:
    rows = -(-len(tiles) // _across(wall, box, tiles))
    return _fit_facts(wall, box, facts).height + 12 + rows * (TILE * wall.seat + GAP) - GAP


def _draw_facts(canvas: Canvas, box: Box, facts: str, tiles: Sequence[tuple[int, str]]) -> None:
    wall, theme = canvas.wall, canvas.theme
    told = _fit_facts(wall, box, facts)
    head, rest = box.cut_top(told.height, 12)
    draw_fitted(canvas, told, head, color=theme.text_2)
    across = _across(wall, box, tiles)
    rows = -(-len(tiles) // across)
    h = min(TILE * wall.seat, (rest.h - GAP * (rows - 1)) / max(1, rows))
    area = Box(rest.x, rest.y, rest.w, rows * (h + GAP) - GAP)
    for place, (number, word) in zip(area.grid(len(tiles), across, GAP), tiles, strict=True):
        pieces.inset(canvas, place)
        inner = place.inset(INSET, 4)
        wide = digits_width(wall, "00", wall.M)
        left, words = inner.cut_left(wide, BESIDE)
        draw_digits(canvas, str(number), left, size=wall.M, weight=HEAVY, align="right")
        draw_label(canvas, word, words, size=wall.S, lines=2)
