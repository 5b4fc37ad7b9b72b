"""A schema in the language of who reads it: what each field is for, and nothing else of it."""

from __future__ import annotations

from typing import Any

from game.i18n import translated


def told(schema: Any, language: str) -> Any:
    """The schema, or a part of it, with the sentences of its fields in a language.

    Names of fields and examples stay: they are what stands in a file, whoever writes it.
    """
    if isinstance(schema, list):
        return [told(one, language) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        name: translated(inner, language)
        if name == "description" and isinstance(inner, str)
        else inner
        if name == "examples"
        else told(inner, language)
        for name, inner in schema.items()
    }
