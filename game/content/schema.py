"""JSON Schema for the files of authors, made of the very descriptions they are read by.

An editor completes and underlines with it (draft 2020-12). It accepts whatever the loader accepts
in the present format: where text is meant, also what an editor takes for a number or for yes and
no. It cannot know everything: ids that must exist, bounds between fields and the words of the
checks are for `cxgame check`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from game.content import boards, debriefs, pairs, rulesets
from game.content.about import ABOUT
from game.content.about.entry import About
from game.content.about.spoken import told
from game.content.cards import CardType, plays_of
from game.content.deck_fields import CARD_OF_NO_KIND, CARDS, DECK, HEAD_IN_WORDS, IN_WORDS
from game.content.fields import (
    ENDLESS,
    Decimal,
    FieldType,
    Flag,
    Id,
    Language,
    Picture,
    Sound,
    Text,
    Whole,
    Word,
)
from game.content.records import (
    ENDLESS_LIST,
    Effects,
    Field,
    Group,
    ListOf,
    Names,
    Record,
    in_words,
    needed,
    optional,
)
from game.content.silence import Silences
from game.i18n import SOURCE_LANGUAGE
from game.rules.cards import Kind, Play

Schema: TypeAlias = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_ID = {"type": ["string", "integer"], "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 60}
_LANGUAGE = "^[a-z]{2,3}(-[A-Z]{2})?$"
_WORDS = ["string", "number", "boolean"]
"""What an editor may take a text for: 2024 and yes are texts to an author."""
_TITLES = {
    "deck": "A deck of CX Game",
    "translation": "A translation of a deck of CX Game",
    "board": "A board of CX Game",
    "ruleset": "House rules and presets of CX Game",
    "debrief": "A debrief of CX Game",
}
KINDS = tuple(_TITLES)
"""The kinds of files there is a schema for."""


def is_schema(data: bytes) -> bool:
    """True where a file is a schema of ours, of this version of the game or another."""
    try:
        there = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(there, dict) and there.get("title") in [*_TITLES.values()]


def schema(kind: str) -> Schema:
    """The schema of one of `KINDS`. Raises KeyError for anything else."""
    record = {
        "deck": DECK,
        "translation": _translation(),
        "board": boards.BOARD,
        "ruleset": rulesets.RULESET,
        "debrief": debriefs.DEBRIEF,
    }[kind]
    return {"$schema": DRAFT, "title": _TITLES[kind], **_record(record)}


def schema_text(kind: str, language: str = SOURCE_LANGUAGE) -> str:
    """The schema as the text of a file; what each field is for is told in the language."""
    said = told(schema(kind), language)
    return json.dumps(said, indent=2, ensure_ascii=False) + "\n"


def schema_file(kind: str) -> Path:
    """The file of a schema inside the package, for editors that want to be pointed at one."""
    return Path(__file__).with_name("schemas") / f"{kind}.schema.json"


def _translation() -> Record:
    """The fields of any translation: which words there are depends on the deck it lies over."""
    card = in_words(CARD_OF_NO_KIND)
    parts = {"cards": card, **IN_WORDS}
    return Record(
        "translation",
        {
            "format": optional(Text(20)),
            "overlay": needed(Id()),
            "language": needed(Language()),
            **HEAD_IN_WORDS.fields,
            **{name: optional(_ById(Group(part))) for name, part in parts.items()},
            pairs.FIELD: optional(pairs.Sources()),
        },
    )


class _ById:
    """Entries by their id, as a translation has them."""

    expected = "ids, and under each its words"

    def __init__(self, entry: Group) -> None:
        self.entry = entry

    def read(self, node: Any, name: str, report: Any) -> Any:
        """Not read by this: the loader knows the deck."""
        raise NotImplementedError


def _record(record: Record) -> Schema:
    """A group of fields; the rules between them as far as a schema can say them."""
    found = {
        "type": "object",
        "properties": {name: _field(record, name, one) for name, one in record.fields.items()},
        "additionalProperties": False,
    }
    required = [name for name, one in record.fields.items() if one.needed]
    if required:
        found["required"] = required
    return found | _BETWEEN.get(record.noun, {})


def _field(record: Record, name: str, field: Field) -> Schema:
    """What a field holds, with its sentence; left empty it counts as left out."""
    holds = _BY_KIND.get((record.noun, name)) or _type(field.type)
    if not field.needed:
        holds = {"anyOf": [holds, {"type": "null"}]}
    about = about_field(record.noun, name)
    return {"description": about.text, "examples": [about.example], **holds}


def about_field(noun: str, name: str) -> About:
    """The sentence and the example of a field. Raises KeyError where nobody wrote one."""
    group = "card" if noun.endswith(" card") else noun
    for place in (group, _ALSO.get(group, group)):
        if name in ABOUT[place]:
            return ABOUT[place][name]
    raise KeyError(f"game/content/about says nothing of {name!r} of {noun}")


_ALSO = {"translation": "deck", "ruleset": "rules"}
"""Where the rest of a group's sentences stand."""


def _type(type_: FieldType) -> Schema:  # noqa: PLR0912 - one case a kind of field
    match type_:
        case Text(limit=limit):
            text: Schema = {"type": _WORDS, "maxLength": limit, "pattern": r"\S"}
            return _or_nothing(text) if type_.open else text
        case Whole():
            number = {"type": "integer", "minimum": type_.low, "maximum": type_.high}
            words = [{"const": type_.word[0]}] if type_.word else []
            return {"anyOf": [number, _quoted("[+-]?[0-9]{1,15}"), *words]}
        case Decimal():
            number = {"type": "number"}
            if type_.high < ENDLESS:
                number |= {"minimum": type_.low, "maximum": type_.high}
            return {"anyOf": [number, _quoted(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?")]}
        case Flag():
            return {"anyOf": [{"type": "boolean"}, {"pattern": _FLAG, "type": "string"}]}
        case Word(among=among):
            return {"enum": [str(one) for one in among]}
        case Id():
            return dict(_ID)
        case Language():
            return {"type": "string", "pattern": _LANGUAGE}
        case Picture() | Sound():
            return {"type": _WORDS, "maxLength": 200}
        case Group(record=record):
            return _record(record)
        case ListOf():
            return _list(type_)
        case Effects():
            return _map({"anyOf": [_bounded(-2, 2), _quoted("[+-]?[0-9]+")]})
        case Names(limit=limit):
            return {**_map({"type": _WORDS, "maxLength": limit}), "propertyNames": _language()}
        case Silences():
            return _map({"type": _WORDS, "maxLength": 200, "pattern": r"\S"})
        case pairs.Sources():
            return {"type": "object"}
        case CardType():
            return _card()
        case _ById():
            return {**_map(_or_nothing(_type(type_.entry))), "propertyNames": dict(_ID)}
        case _:
            raise TypeError(f"no schema is known for {type_!r}")


_FLAG = "^([Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$"


def _list(type_: ListOf) -> Schema:
    found: Schema = {"type": "array", "items": _type(type_.entry)}
    if type_.low:
        found["minItems"] = type_.low
    if type_.high < ENDLESS_LIST:
        found["maxItems"] = type_.high
    return found


def _card() -> Schema:
    """A card: what its kind says, and completion of the kinds before one is chosen."""
    head = CARD_OF_NO_KIND.fields["kind"]
    return {
        "type": "object",
        "required": [name for name, one in CARD_OF_NO_KIND.fields.items() if one.needed],
        "properties": {"kind": _field(CARD_OF_NO_KIND, "kind", head)},
        "allOf": [
            {
                "if": {"properties": {"kind": {"const": str(kind)}}, "required": ["kind"]},
                "then": _record(record),
            }
            for kind, record in CARDS.items()
        ],
    }


def _plays(plays: Iterable[Play]) -> Schema:
    return {"enum": [str(play) for play in plays]}


_BY_KIND: Mapping[tuple[str, str], Schema] = {
    **{(f"{kind} card", "play"): _plays(plays_of(kind)) for kind in Kind},
    ("deck", "format"): {"enum": [1, "1"]},
    ("board", "format"): {"enum": [1, "1"]},
    ("ruleset", "format"): {"enum": [1, "1"]},
    ("debrief", "format"): {"enum": [1, "1"]},
    ("translation", "format"): {"enum": [1, "1"]},
}
"""Fields of which one kind of card, or of file, takes less than others."""


def _has(name: str) -> Schema:
    return {"required": [name]}


_BETWEEN: Mapping[str, Schema] = {
    "effect": {"oneOf": [_has(name) for name in ("customers", "spaces", "swap", "roll")]},
    "bands": {"oneOf": [_has("absolute"), _has("relative")]},
    f"{Kind.CHOICE} card": {
        "anyOf": [
            {"properties": {"options": {"items": _has("points")}}},
            {"properties": {"options": {"contains": _has("right")}}},
        ]
    },
}
"""The rules between fields that a schema can say."""


def _quoted(pattern: str) -> Schema:
    """A number that somebody put in quotes."""
    return {"type": "string", "pattern": rf"^\s*{pattern}\s*$"}


def _bounded(low: int, high: int) -> Schema:
    return {"type": "integer", "minimum": low, "maximum": high}


def _map(values: Schema) -> Schema:
    return {"type": "object", "additionalProperties": values}


def _language() -> Schema:
    return {"pattern": _LANGUAGE}


def _or_nothing(holds: Schema) -> Schema:
    return {"anyOf": [holds, {"type": "null"}]}
