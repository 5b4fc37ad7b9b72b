"""Titles and names in several languages, as boards and rulesets carry them."""

from __future__ import annotations

from collections.abc import Mapping

from game.content.records import Values

DEFAULT_LANGUAGE = "en"
"""Of a file that does not say."""


def titles_of(values: Values) -> dict[str, str]:
    """Titles by language, the file's own first; empty where it has no title."""
    if "title" not in values:
        return {}
    own = values.get("language", DEFAULT_LANGUAGE)
    others: dict[str, str] = values.get("titles", {})
    return {own: values["title"]} | others


def named(names: Mapping[str, str], language: str, otherwise: str) -> str:
    """The name in a language; `nl` will do for `nl-BE`."""
    return names.get(language) or names.get(language.partition("-")[0]) or otherwise
