"""Debriefs in YAML: phases and their questions, one a screen, with translations beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from game.content import pairs
from game.content.checks import (
    duplicate_id,
    reference,
    structure,
    translation,
    translation_missing,
    translation_stale,
    version,
)
from game.content.disk import shown
from game.content.fields import BAD, Flag, Id, Language, Text, Whole
from game.content.load import Opened, base_of_overlay, open_source, translations
from game.content.nodes import MapNode, Node, Source, is_empty
from game.content.overlay import is_overlay, with_words
from game.content.problem import ContentError, Problem, errors_of, in_order
from game.content.records import Group, ListOf, Record, in_words, made_by, needed, optional
from game.content.report import Named, Report
from game.content.titles import DEFAULT_LANGUAGE
from game.rules.template import DebriefPhase, DebriefTemplate, Question

LONGEST_SECONDS = 1800
"""Half an hour for one question: more is a meeting of its own."""

_SECONDS = Whole(0, LONGEST_SECONDS)
_NOTES = Text(1000, lines=True, due=False)

QUESTION = Record(
    "debrief question",
    {"text": needed(Text(300)), "seconds": optional(_SECONDS), "notes": optional(_NOTES)},
)
PHASE = Record(
    "phase",
    {
        "id": needed(Id(Named.PHASE)),
        "name": needed(Text(60)),
        "notes": optional(_NOTES),
        "decks": optional(Flag()),
        "questions": needed(
            ListOf(Group(QUESTION, made_by(Question)), 1, 12, "question", "questions")
        ),
    },
)
DEBRIEF = Record(
    "debrief",
    {
        "format": optional(Text(20, words=False)),
        "id": needed(Id()),
        "title": needed(Text(60)),
        "language": optional(Language()),
        "source": optional(Text(300, due=False)),
        "commit_seconds": optional(_SECONDS),
        "phases": needed(ListOf(Group(PHASE, made_by(DebriefPhase)), 1, 12, "phase", "phases")),
    },
    {"overlay": "a translation belongs in a file of its own, such as my-debrief.nl.yaml"},
)
HEAD = ("title", "source")
"""What is translated of the debrief itself."""
PHASE_IN_WORDS = in_words(PHASE)
HEAD_IN_WORDS = in_words(Record("translation", {name: DEBRIEF.fields[name] for name in HEAD}))
_ELSEWHERE = dict.fromkeys(
    DEBRIEF.fields, "a translation holds only words; this belongs in the debrief"
) | {"id": "write overlay: and the id of the debrief"}


@dataclass(frozen=True, kw_only=True)
class DebriefFile:
    """A debrief as it lies on the disk, in all its languages."""

    path: Path
    id: str
    """Its id; where it cannot be read, the name of its file."""
    titles: Mapping[str, str]
    """By language, its own first; empty where it cannot be read."""
    problems: tuple[Problem, ...]
    template: DebriefTemplate | None = None
    """In its own language; None when it is set aside."""
    translated: Mapping[str, DebriefTemplate]
    """By language, those of its translations that can be read."""
    overlays: Mapping[str, Source]
    """Their files with their places, for the checks."""

    @property
    def ready(self) -> bool:
        """False when it is set aside; its problems say why."""
        return self.template is not None

    @property
    def title(self) -> str:
        """In its own language; its id where that cannot be read."""
        return next(iter(self.titles.values()), self.id)

    def in_language(self, language: str) -> DebriefTemplate:
        """The debrief in a language, `nl` for `nl-BE` too; in its own where it has not that one.

        Raises `ContentError` when it is set aside.
        """
        if self.template is None:
            raise ContentError(errors_of(self.problems))
        own = self.template.language
        for code in (language, language.partition("-")[0]):
            if code == own:
                break
            if code in self.translated:
                return self.translated[code]
        return self.template


def read_debrief(path: Path) -> DebriefFile:
    """The debrief at `path` with everything wrong with it and its translations; never raises.

    The path of a translation reads the debrief it belongs to.
    """
    base = base_of_overlay(path)
    path = base if base is not None and base.is_file() else path
    opened = open_source(path)
    problems = [*opened.problems]
    template = None
    if opened.source is not None:
        report = Report(opened.source)
        template = _template(report)
        problems += report.problems
    if template is None or errors_of(problems):
        return DebriefFile(
            path=path,
            id=path.stem,
            titles={},
            problems=in_order(problems),
            translated={},
            overlays={},
        )
    translated, overlays = {}, {}
    for language, beside in translations(path):
        words = open_source(beside)
        laid, wrong = _translation(words, language, template)
        problems += wrong
        if laid is not None and words.source is not None:
            translated[language], overlays[language] = laid, words.source
    titles = {one.language: one.title for one in (template, *translated.values())}
    return DebriefFile(
        path=path,
        id=template.id,
        titles=titles,
        problems=in_order(problems),
        template=template,
        translated=translated,
        overlays=overlays,
    )


def check_debrief(file: DebriefFile) -> Iterator[Problem]:
    """What is not right yet in the translations of a debrief that can be read."""
    if file.template is None:
        return
    for language, source in file.overlays.items():
        yield from translation_missing.missing_in(file.template, language, source)
        yield from translation_stale.stale_in(file.template, source)


def _template(report: Report) -> DebriefTemplate | None:
    """The debrief in its own language; the report holds whatever is wrong."""
    if not version.readable(report):
        return None
    values = DEBRIEF.values(report.source.root, report)
    duplicate_id.look(report)
    if report.errors:
        return None
    values.pop("format", None)
    values.setdefault("language", DEFAULT_LANGUAGE)
    return DebriefTemplate(**values)


def _translation(
    opened: Opened, language: str, template: DebriefTemplate
) -> tuple[DebriefTemplate | None, tuple[Problem, ...]]:
    """The debrief with the words of an overlay, None where it has errors; and what is wrong."""
    if opened.source is None:
        return None, opened.problems
    report = Report(opened.source)
    laid = translate(template, language, report)
    if errors_of(opened.problems):
        laid = None
    return laid, (*opened.problems, *report.problems)


def translate(template: DebriefTemplate, language: str, report: Report) -> DebriefTemplate | None:
    """The debrief with the words of an overlay; None when the report holds its errors.

    `language` is what the name of the file says.
    """
    root = report.source.root
    if not is_overlay(root):
        structure.missing(report, root.mark, "overlay", f"the id of {shown(template.id)}")
        return None
    if not version.readable(report):
        return None
    values = _words_of(template).values(root, report)
    translation.look(report, values, template.id, template.language, language)
    laid: DebriefTemplate = with_words(template, values, HEAD, root, report)
    phases = values.get("phases", template.phases)
    return None if report.errors else replace(laid, phases=phases, language=language)


def _words_of(template: DebriefTemplate) -> Record:
    """The fields of a translation of this very debrief."""
    return Record(
        "translation",
        {
            "format": optional(Text(20)),
            "overlay": needed(Id()),
            "language": needed(Language()),
            **HEAD_IN_WORDS.fields,
            "phases": optional(_Phases(template.phases)),
            pairs.FIELD: optional(pairs.Sources()),
        },
        _ELSEWHERE,
    )


class _Phases(NamedTuple):
    """The translated phases, by id."""

    originals: tuple[DebriefPhase, ...]
    expected: str = "ids of phases, and under each its words"

    def read(self, node: Node, name: str, report: Report) -> object:
        """All phases, with the words that are translated."""
        if not isinstance(node, MapNode):
            hint = "a translation names phases by their id, without a hyphen"
            structure.wrong(report, node, name, self.expected, hint=hint)
            return BAD
        laid = {phase.id: phase for phase in self.originals}
        known = list(laid)
        for id_, inner in node.entries.items():
            with report.inside(name, id_):
                if id_ not in laid:
                    text, hint = reference.sentence(
                        id_, Named.PHASE, known, "debrief", hinted=not report.full
                    )
                    report.say(reference.ID, inner.key or inner.mark, text, hint=hint)
                elif isinstance(inner, MapNode):
                    values = PHASE_IN_WORDS.values(inner, report)
                    laid[id_] = with_words(laid[id_], values, tuple(values), inner, report)
                elif not is_empty(inner):
                    structure.wrong(report, inner, "", "its words, field by field")
        return tuple(laid.values())
