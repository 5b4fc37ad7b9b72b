"""Rulesets in YAML: the house rules, and presets that share out the minutes of a session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

from game.content.checks import duplicate_id, structure, version
from game.content.fields import (
    Decimal,
    FieldType,
    Flag,
    Id,
    Language,
    Text,
    Whole,
    Word,
)
from game.content.load import open_source
from game.content.nodes import MapNode
from game.content.problem import ContentError, Problem, errors_of, in_order
from game.content.records import (
    Field,
    Group,
    ListOf,
    Names,
    Record,
    Values,
    needed,
    optional,
)
from game.content.report import Named, Report
from game.content.titles import named, titles_of
from game.content.wording import number
from game.rules.cards import Judging
from game.rules.ruleset import BOUNDS, Preset, Rules, Ruleset, Turns

_TITLE = 60
_NAME = 40


def _rule(default: object, name: str) -> FieldType:
    match default:
        case bool():
            return Flag()
        case Turns():
            return Word(Turns)
        case Judging():
            return Word(Judging)
        case _:
            return Whole(*BOUNDS[name])


def _rules() -> dict[str, Field]:
    """A field for every house rule there is, within the bounds the game itself keeps."""
    found = {rule.name: optional(_rule(rule.default, rule.name)) for rule in fields(Rules)}
    del found["lockout_ms"]
    low, high = BOUNDS["lockout_ms"]
    return found | {
        "die": optional(Whole(2, BOUNDS["die"][1], word=("step", 1))),
        "lockout_seconds": optional(Decimal(low / 1000, high / 1000)),
    }


RULES = Record("ruleset", _rules(), {"lockout_ms": "write lockout_seconds"})


def _make_rules(values: Values) -> Rules:
    lockout = values.pop("lockout_seconds", None)
    if lockout is not None:
        values["lockout_ms"] = round(lockout * 1000)
    return Rules(**values)


def _check_preset(values: Values, node: MapNode, report: Report) -> None:
    """Brief and debrief leave time to play: one card for everybody at least."""
    if not {"minutes", "brief", "debrief"} <= values.keys():
        return
    left = values["minutes"] - values["brief"] - values["debrief"]
    if left * 60 < values.get("together_seconds", Preset.together_seconds):
        structure.broken(
            report,
            node.entries["minutes"].mark,
            f"minutes is {number(values['minutes'])}, of which brief and debrief "
            f"leave {max(left, 0)} for play; expected time for one card at least",
        )


PRESET = Record(
    "preset",
    {
        "id": needed(Id(Named.PRESET)),
        "name": needed(Text(_NAME)),
        "names": optional(Names(_NAME)),
        "minutes": needed(Whole(5, 480)),
        "brief": needed(Whole(0, 120)),
        "debrief": needed(Whole(0, 240)),
        "turn_seconds": optional(Whole(20, 1800)),
        "together_seconds": optional(Whole(20, 1800)),
        "discuss_seconds": optional(Whole(*BOUNDS["discuss_seconds"])),
    },
)
RULESET = Record(
    "ruleset",
    {
        "format": optional(Text(20)),
        "id": needed(Id()),
        "title": needed(Text(_TITLE)),
        "titles": optional(Names(_TITLE)),
        "language": optional(Language()),
        "rules": optional(Group(RULES, _make_rules)),
        "presets": needed(ListOf(Group(PRESET, None, _check_preset), 1, 20, "preset", "presets")),
    },
)


@dataclass(frozen=True, kw_only=True)
class RulesetFile:
    """A ruleset as it lies on the disk, in all its languages."""

    path: Path
    id: str
    """Its id; where it cannot be read, the name of its file."""
    titles: Mapping[str, str]
    """By language, its own first; empty where it cannot be read."""
    problems: tuple[Problem, ...]
    ruleset: Ruleset | None = None
    """In its own language; None when it is set aside."""
    preset_names: Mapping[str, Mapping[str, str]]
    """By id of the preset, then by language."""

    @property
    def ready(self) -> bool:
        """False when it is set aside; its problems say why."""
        return self.ruleset is not None

    @property
    def title(self) -> str:
        """In its own language; its id where that cannot be read."""
        return next(iter(self.titles.values()), self.id)

    def in_language(self, language: str) -> Ruleset:
        """The ruleset with the names of this language, or its own where it has none.

        Raises `ContentError` when the ruleset is set aside.
        """
        if self.ruleset is None:
            raise ContentError(errors_of(self.problems))
        presets = tuple(
            replace(preset, name=named(self.preset_names[preset.id], language, preset.name))
            for preset in self.ruleset.presets
        )
        return replace(
            self.ruleset, title=named(self.titles, language, self.title), presets=presets
        )


def read_ruleset(path: Path) -> RulesetFile:
    """The ruleset at `path` with everything wrong with it; never raises."""
    opened = open_source(path)
    report = Report(opened.source) if opened.source is not None else None
    values = _values(report) if report is not None else {}
    problems = in_order((*opened.problems, *(report.problems if report is not None else ())))
    id_, titles = values.get("id", path.stem), titles_of(values)
    if errors_of(problems):
        return RulesetFile(path=path, id=id_, titles=titles, problems=problems, preset_names={})
    names = {preset["id"]: preset.pop("names", {}) for preset in values["presets"]}
    ruleset = Ruleset(
        id=id_,
        title=values["title"],
        rules=values.get("rules", Rules()),
        presets=tuple(Preset(**preset) for preset in values["presets"]),
    )
    return RulesetFile(
        path=path, id=id_, titles=titles, problems=problems, ruleset=ruleset, preset_names=names
    )


def load_ruleset(path: Path, language: str) -> Ruleset:
    """The ruleset at `path` in a language; raises `ContentError` with every reason why not."""
    return read_ruleset(path).in_language(language)


def _values(report: Report) -> Values:
    if not version.readable(report):
        return {}
    values = RULESET.values(report.source.root, report)
    duplicate_id.look(report)
    return values
