"""Decks of any kind, for hypothesis: texts, lists and groups, as an author would write them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeAlias

from hypothesis import strategies as st

from game.content.deck import DeckFile, Overlay
from game.content.load import read_all
from game.content.nodes import START, ListNode, MapNode, Node, Source, TextNode
from game.content.overlay import translate
from game.content.report import Report
from game.content.wording import UNPRINTABLE

Tree: TypeAlias = dict[str, Any]

ODD = (
    "yes", "no", "2024", "1:30", "0123", "3.0", "1,5", "~", "null", "TRUE", "#N/A", "-", "- x",
    "# x", "x # y", ": x", "x: y", "x:", "@home", "=1+1", "+31 6", "-2", "'s Avonds", "'=1", "''",
    "\"quoted\"", "a \"b\" 'c' \\d", "{a}", "[a, b]", "a,b;c", "*x", "&x", "!x", "|", ">-", "%",
    "`", "x  y", "---", "...", "🎉 café – “ja”", "_x0041_", "_x005F_x000D_", "sep=;", "?", "<<",
    "id", "word " * 15,
)  # fmt: skip
"""What is something else to YAML, to a spreadsheet, or to a CSV."""

_LETTERS = st.characters(
    codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="\ufeff"
)
words = st.one_of(st.sampled_from(ODD), st.text(_LETTERS, min_size=1, max_size=30)).filter(
    lambda text: text.strip() and not UNPRINTABLE.search(text) and len(text) <= 80
)
short = words.filter(lambda text: len(text.strip()) <= 30)
prose = (
    st.lists(st.one_of(words, st.just("")), min_size=1, max_size=4)
    .map("\n".join)
    .filter(lambda text: bool(text.strip()))
)
meters = st.dictionaries(
    st.sampled_from(["progress", "connection"]), st.integers(-2, 2).map(str), min_size=1
)


@st.composite
def some(draw: st.DrawFn, /, **fields: st.SearchStrategy[Any]) -> Tree:
    """Some of these fields."""
    return {name: draw(value) for name, value in fields.items() if draw(st.booleans())}


silences = st.dictionaries(st.sampled_from(["key-position", "readability"]), words, min_size=1)
_COMMON = {
    "why": prose, "reflect": prose, "notes": prose, "source": words,
    "year": st.integers(1000, 2100).map(str), "evidence": st.sampled_from(["study", "vendor"]),
    "reading": st.integers(1, 600).map(str), "tags": st.lists(short, min_size=1, max_size=3),
    "picture": st.just("letter"), "silence": silences,
}  # fmt: skip
_NUMBERS = st.decimals(-99999, 99999, places=3).map(lambda value: format(value.normalize(), "f"))


@st.composite
def cards(draw: st.DrawFn, id_: str) -> Tree:
    """A card of any kind."""
    kind = draw(st.sampled_from(["choice", "estimate", "order", "open", "commit"]))
    card: Tree = {"id": id_, "kind": kind, "category": "insights", "title": draw(words)}
    card |= {"prompt": draw(prose), **draw(some(**_COMMON))}
    if kind != "choice" and draw(st.booleans()):
        card["meters"] = draw(meters)
    match kind:
        case "choice":
            quiz = draw(st.booleans())
            card["options"] = [
                {"text": draw(words), **draw(some(feedback=prose, meters=meters))}
                | ({} if quiz else {"points": str(draw(st.integers(0, 3)))})
                for _ in range(draw(st.integers(2, 6)))
            ]
            if quiz:
                draw(st.sampled_from(card["options"]))["right"] = "true"
        case "estimate":
            widths = sorted(draw(st.sets(st.integers(1, 99999), min_size=3, max_size=3)))
            card |= {"answer": draw(_NUMBERS), **draw(some(unit=short))}
            card["bands"] = {"absolute": [f"{width / 1000:g}" for width in widths]}
        case "order":
            card["items"] = [{"text": draw(words)} for _ in range(draw(st.integers(3, 7)))]
            card["items"][1]["rank"] = "2"
        case "open":
            card |= draw(
                some(
                    judge=st.sampled_from(["peers", "facilitator"]),
                    criteria=st.lists(words, min_size=2, max_size=4),
                )
            )
        case "commit":
            example = st.fixed_dictionaries({"cue": words, "action": words})
            card |= draw(some(example=example))
    return card


_EFFECTS = st.one_of(
    st.fixed_dictionaries({"who": st.just("last"), "spaces": st.sampled_from(["-1", "2"])}),
    st.just({"who": "self", "swap": "next"}),
    st.just({"who": "self", "roll": "true"}),
)


@st.composite
def decks(draw: st.DrawFn) -> tuple[Tree, Tree]:
    """A deck, and a translation with some of its words."""
    deck: Tree = {
        "format": "1", "id": "example", "title": draw(words), "language": "en",
        **draw(some(description=prose, preset=st.integers(5, 480).map(str), silence=silences)),
        "categories": [{"id": "insights", "name": draw(short)}],
        "meters": [{"id": name, "name": draw(short)} for name in ("progress", "connection")],
        **draw(some(debrief=st.lists(words, min_size=1, max_size=3))),
        "cards": [draw(cards(f"card-{n}")) for n in range(draw(st.integers(1, 3)))],
        **draw(
            some(
                twists=st.builds(
                    lambda title, text, effects: [
                        {"id": "twist", "title": title, "prompt": text, "effects": effects}
                    ],
                    words, prose, st.lists(_EFFECTS, min_size=1, max_size=2),
                ),
                mirrors=st.builds(
                    lambda title, text: [{"id": "mirror", "title": title, "prompt": text}],
                    words, prose,
                ),
                personas=st.builds(
                    lambda name, line: [{"id": "wim", "name": name, "line": line}], short, words
                ),
            )
        ),
    }  # fmt: skip
    overlay: Tree = {"format": "1", "overlay": "example", "language": "nl"}
    overlay |= draw(some(title=words))
    if "debrief" in deck and draw(st.booleans()):
        overlay["debrief"] = [draw(words) for _ in deck["debrief"]]
    translated = {card["id"]: draw(_translated(card)) for card in deck["cards"]}
    overlay["cards"] = {id_: card for id_, card in translated.items() if card}
    remembered = some(cards=st.just({"card-0": "0a1b2-c3d4e 11111-22222"}), deck=st.just("0-1"))
    overlay |= draw(some(sources=remembered))
    return deck, overlay


@st.composite
def _translated(draw: st.DrawFn, card: Tree) -> Tree:
    found = draw(some(title=words, prompt=prose))
    for name in ("options", "items"):
        if name in card and draw(st.booleans()):
            found[name] = [draw(some(text=words)) for _ in card[name]]
    if "criteria" in card and draw(st.booleans()):
        found["criteria"] = [draw(words) for _ in card["criteria"]]
    return found


def nodes(tree: Any) -> Node:
    """The nodes of a tree, as if a file had held them."""
    if isinstance(tree, dict):
        group = MapNode(START)
        group.entries = {name: nodes(value) for name, value in tree.items()}
        return group
    if isinstance(tree, list):
        several = ListNode(START)
        several.entries = [nodes(value) for value in tree]
        return several
    return TextNode(tree, START, '"')


def source(tree: Tree) -> Source:
    """The same, with a name for the file."""
    root = nodes(tree)
    assert isinstance(root, MapNode)
    return Source("deck.yaml", root)


def loaded(deck: Source, overlay: Source) -> DeckFile:
    """What the loader makes of a deck and its translation; both are sound."""
    report, inner = Report(deck), Report(overlay)
    read = read_all(report, None).deck
    assert read is not None, report.problems
    translated = translate(read, "nl", inner)
    assert translated is not None, inner.problems
    here = Path("deck.yaml")
    spoken = Overlay(language="nl", path=here, source=overlay, deck=translated)
    return DeckFile(
        path=here, id=read.id, title=read.title, problems=(), source=deck, deck=read,
        overlays={"nl": spoken},
    )  # fmt: skip
