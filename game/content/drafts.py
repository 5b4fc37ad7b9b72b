"""What can be read of a deck, or of a translation, that has errors.

Nobody plays it. The checks look at it, so that whoever mends the errors is told at once what else
is wrong; and nothing is told that follows from an error alone. So an entry with errors is left
out, a picture that is not there as well, and what lies in a category that is not there gets one
without a name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from game.content.checks import picture, sound
from game.content.deck import Deck, Draft, Overlay, Unread
from game.content.deck_fields import DECK
from game.content.fields import BAD, is_id
from game.content.nodes import ListNode, MapNode, Node, Source, TextNode, is_empty
from game.content.overlay import SECTIONS, lay
from game.content.pairs import HEAD
from game.content.problem import Problem, errors_of
from game.content.records import Values
from game.content.report import Report
from game.rules.cards import Category, Kind, Play


def draft_of(report: Report, values: Values, *, intact: bool) -> Draft | None:
    """What could be read of a deck; None where there are so many errors that nobody counts.

    `values` are the fields that could be. The file is not `intact` where it has errors of its
    form: then nobody knows what is missing.
    """
    if report.full:
        return None
    root = report.source.root
    head: Values = {"id": "", "title": "", "language": "", "categories": (), "cards": ()} | values
    entries, unread, places = dict[str, list[Any]](), list[Unread](), dict[str, list[int]]()
    lost: set[tuple[str, str]] = set()
    for section in SECTIONS:
        read = list(values.get(section, report.kept.get(section, ())))
        nodes = _entries(root, section)
        places[section] = [index for index, one in enumerate(read) if one is not BAD]
        entries[section] = [read[index] for index in places[section]]
        hidden = [nodes[index] for index, one in enumerate(read) if one is BAD]
        unread += (_unread(section, node) for node in hidden)
        known = [one.id for one in entries[section]]
        twice = [id_ for id_, times in Counter(known).items() if times > 1]
        lost |= {(section, id_) for id_ in twice}
        # With an entry that has no id yet, any name may be the one that it will have.
        ids = [_text(node, "id") for node in hidden]
        lost |= {(section, id_ if is_id(id_) else "") for id_ in (*ids, *([""] if twice else ()))}
        if not intact or (section not in values and not read and _wanted(root, section)):
            unread.append(Unread(section, whole=True))
            lost.add((section, ""))
    _without_media(entries, places, report.problems)
    _with_categories(entries)
    sections = {section: tuple(found) for section, found in entries.items()}
    deck = Deck(**(head | sections))
    return Draft(
        deck=deck,
        source=Source(report.source.file, _only(root, places)),
        places=places,
        unread=unread,
        lost=frozenset(lost | _debrief(root, values)),
    )


def whole(deck: Deck, source: Source) -> Draft:
    """A deck that could be read and is set aside for another reason."""
    return Draft(deck=deck, source=source, places={})


def _wanted(root: MapNode, section: str) -> bool:
    """True for a section that the author wrote, or has to write."""
    node = root.entries.get(section)
    return DECK.fields[section].needed if node is None else not is_empty(node)


def _debrief(root: MapNode, values: Values) -> set[tuple[str, str]]:
    unread = "debrief" in root.entries and "debrief" not in values
    return {(HEAD, "debrief")} if unread else set()


def _entries(root: MapNode, section: str) -> list[Node]:
    listed = root.entries.get(section)
    return listed.entries if isinstance(listed, ListNode) else []


def _text(node: Node, name: str) -> str:
    inner = node.entries.get(name) if isinstance(node, MapNode) else None
    return inner.text.strip() if isinstance(inner, TextNode) else ""


def _unread(section: str, node: Node) -> Unread:
    kind, play = _text(node, "kind"), _text(node, "play")
    if isinstance(node, MapNode) and "play" not in node.entries:
        play = Play.TURN
    return Unread(
        section,
        kind=kind if kind in [*Kind] else "",
        play=play if play in [*Play] else "",
        category=_text(node, "category"),
        effects=sum(_effects(node)),
    )


def _effects(node: Node) -> Iterator[int]:
    """How many effects on meters each part of a card has, as far as one can see."""
    if isinstance(node, ListNode):
        for entry in node.entries:
            yield from _effects(entry)
    if not isinstance(node, MapNode):
        return
    for name, inner in node.entries.items():
        if name == "meters":
            yield max(1, len(inner.entries)) if not isinstance(inner, TextNode) else 1
        elif name == "options":
            yield from _effects(inner)


def _without_media(
    entries: dict[str, list[Any]], places: Mapping[str, list[int]], problems: Iterable[Problem]
) -> None:
    """Take away what cannot be shown or played: the text beside it is looked at all the same."""
    for problem in problems:
        if problem.check not in (picture.ID, sound.ID) or len(problem.steps) < 2:
            continue
        section, place = str(problem.steps[0]), problem.steps[1]
        if isinstance(place, int) and place in places[section]:
            index = places[section].index(place)
            field = "sound" if problem.check == sound.ID else "picture"
            field = "icon" if section == "categories" else field
            entries[section][index] = replace(entries[section][index], **{field: ""})


def _with_categories(entries: dict[str, list[Any]]) -> None:
    """A stand-in for each category that cards name and nobody could read."""
    known = {category.id for category in entries["categories"]}
    named = dict.fromkeys(card.category for card in entries["cards"])
    entries["categories"] += (Category(id=id_, name="") for id_ in named if id_ not in known)


def _only(root: MapNode, places: Mapping[str, list[int]]) -> MapNode:
    """The file with only those entries of its lists."""
    copy = _copied(root)
    for section, kept in places.items():
        listed = copy.entries.get(section)
        if isinstance(listed, ListNode) and len(kept) < len(listed.entries):
            fewer = ListNode(listed.mark)
            fewer.key = listed.key
            fewer.entries = [listed.entries[place] for place in kept]
            copy.entries[section] = fewer
    return copy


def _copied(node: MapNode) -> MapNode:
    copy = MapNode(node.mark)
    copy.key, copy.entries = node.key, dict(node.entries)
    return copy


# --------------------------------------------------------------------------- translations


class Read(NamedTuple):
    """What came of reading a deck."""

    deck: Deck | None
    draft: Draft | None
    """Where there is no deck: what could be read of it, if anything."""


class Written(NamedTuple):
    """A translation as it stands in a file."""

    language: str
    """As the name of the file has it."""
    path: Path
    source: Source
    intact: bool = True
    """It has no errors of its form."""


class Translations(NamedTuple):
    """The translations of a deck as they were read."""

    playable: dict[str, Overlay]
    """By language."""
    drafts: list[Overlay]
    """Those with errors, as far as they could be read."""
    problems: list[Problem]


def translations_of(read: Read, written: Iterable[Written]) -> Translations:
    """The translations of a deck, or of what could be read of one."""
    found = Translations({}, [], [])
    deck = read.deck or (read.draft.deck if read.draft is not None else None)
    if deck is None:
        return found
    for one in written:
        overlay, problems = _translation(deck, read.draft, one)
        found.problems.extend(problems)
        if overlay is None:
            continue
        if read.deck is not None and one.intact and not errors_of(problems):
            found.playable[one.language] = overlay
        else:
            found.drafts.append(overlay)
    return found


def _translation(
    deck: Deck, draft: Draft | None, written: Written
) -> tuple[Overlay | None, list[Problem]]:
    """None where nothing could be read."""
    source = written.source
    if draft is not None:
        source = Source(source.file, _of_draft(source.root, draft))
        if not deck.id:
            deck = replace(deck, id=_text(source.root, "overlay"))
    report = Report(source)
    laid = lay(deck, written.language, report)
    unread = set(draft.lost) if draft is not None else set()
    if laid is None or report.full:
        return None, report.problems
    errors = errors_of(report.problems)
    if errors or not written.intact:
        bad = set(_bad(deck, source.root, errors, intact=written.intact))
        source = Source(source.file, _without(source.root, bad))
        unread |= bad
    overlay = Overlay(
        language=written.language,
        path=written.path,
        source=source,
        deck=laid,
        unread=frozenset(unread),
    )
    return overlay, report.problems


def _of_draft(root: MapNode, draft: Draft) -> MapNode:
    """A translation without the words of entries that nobody could read."""
    copy = _copied(root)
    if (HEAD, "debrief") in draft.lost:
        copy.entries.pop("debrief", None)
    for section in SECTIONS:
        node = copy.entries.get(section)
        if not isinstance(node, MapNode):
            continue
        known = {one.id for one in getattr(draft.deck, section)}
        gone = {id_ for where, id_ in draft.lost if where == section}
        fewer = _copied(node)
        fewer.entries = {
            id_: inner
            for id_, inner in node.entries.items()
            if id_ not in gone and (id_ in known or "" not in gone)
        }
        copy.entries[section] = fewer
    return copy


def _bad(
    deck: Deck, root: MapNode, errors: Iterable[Problem], *, intact: bool
) -> Iterator[tuple[str, str]]:
    """Section and id of every part of a translation that has errors in it."""
    for problem in errors:
        if len(problem.steps) > 1:
            yield str(problem.steps[0]), str(problem.steps[1])
        else:
            yield HEAD, ""
    if not intact:
        yield HEAD, ""
    for section in SECTIONS:
        node = root.entries.get(section)
        if not intact or (
            node is not None and not isinstance(node, MapNode) and not is_empty(node)
        ):
            yield from ((section, one.id) for one in getattr(deck, section))


def _without(root: MapNode, bad: Collection[tuple[str, str]]) -> MapNode:
    copy = _copied(root)
    for section in {section for section, _ in bad}:
        node = copy.entries.get(section)
        if isinstance(node, MapNode):
            fewer = _copied(node)
            fewer.entries = {
                id_: inner for id_, inner in node.entries.items() if (section, id_) not in bad
            }
            copy.entries[section] = fewer
    return copy
