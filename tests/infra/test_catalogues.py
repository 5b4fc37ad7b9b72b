"""The catalogues: whole, up to date, and safe to fill in."""

import ast
from collections import Counter
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from game.content.checks import all_checks
from game.content.manual import manual_of
from tools import catalogues
from tools.catalogues import Merged, merge, messages

LANGUAGES = catalogues.languages()
MARKERS = set(catalogues.KEYWORDS)


def _words(catalogue: Catalog) -> dict[object, object]:
    """Every translated message, without the header and the order."""
    return {
        (_plain(message.context), _plain(message.id)): _plain(message.string)
        for message in messages(catalogue)
        if message.string and all(message.string)
    }


def _plain(words: object) -> object:
    """Text as text and plurals as a tuple, however a file's reader gives them."""
    if isinstance(words, bytes):
        return words.decode()
    return tuple(words) if isinstance(words, list) else words


@pytest.fixture(scope="module")
def template() -> Catalog:
    return catalogues.extract()


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_text_of_the_code_is_translated(code: str, template: Catalog) -> None:
    merged = merge(template, code, catalogues.read_parts(code))
    for faults in (merged.wrong, merged.missing, merged.unused):
        assert not faults, "\n".join(faults)


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_text_stands_in_two_parts(code: str) -> None:
    """Two that agree are no fault, and yet whoever mends one of them finds the other too late."""
    entries = catalogues.read_parts(code)
    places = Counter(catalogues.key(entry.message) for entry in entries)
    assert [str(entry) for entry in entries if places[catalogues.key(entry.message)] > 1] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_compiled_catalogue_is_up_to_date(code: str, template: Catalog) -> None:
    merged = _words(merge(template, code, catalogues.read_parts(code)).catalogue)
    with catalogues.target(code, "po").open("rb") as file:
        assert _words(read_po(file, locale=code)) == merged, "run make catalogues"
    compiled = read_mo(BytesIO(catalogues.target(code, "mo").read_bytes()))
    assert _words(compiled) == merged, "run make catalogues"


def test_the_manuals_of_checks_are_texts_to_translate(template: Catalog) -> None:
    """They stand in docstrings, where no marker is: one that changes is to be missed."""
    wanted = {catalogues.one(message) for message in messages(template)}
    for check in all_checks().values():
        manual = manual_of(check)
        assert {manual.rule, *manual.paragraphs} <= wanted


def test_dutch_is_among_the_languages() -> None:
    assert "nl" in LANGUAGES


class Lookup(NamedTuple):
    """A text that is looked up somewhere in the code."""

    place: str
    call: ast.Call
    marker: str
    in_function: bool
    in_text: bool
    """Within the braces of another text."""


@cache
def _lookups() -> tuple[Lookup, ...]:
    return tuple(chain.from_iterable(map(_lookups_in, sorted(catalogues.SOURCES.rglob("*.py")))))


def _lookups_in(file: Path) -> Iterator[Lookup]:
    """Every marker of a file; each of its nodes is visited once."""
    text = file.read_text(encoding="utf-8")
    if not any(f"{marker}(" in text for marker in MARKERS):
        return
    waiting: list[tuple[ast.AST, bool, bool]] = [(ast.parse(text), False, False)]
    while waiting:
        node, in_function, in_text = waiting.pop()
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in MARKERS
        ):
            place = f"{file.relative_to(catalogues.ROOT)}:{node.lineno}"
            yield Lookup(place, node, node.func.id, in_function, in_text)
        in_function |= isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        in_text |= isinstance(node, ast.JoinedStr)
        waiting += [(child, in_function, in_text) for child in ast.iter_child_nodes(node)]


of_the_code = pytest.mark.xdist_group("lookups")
"""The whole code is read once for all of these."""


@of_the_code
def test_the_code_is_full_of_texts() -> None:
    assert len(_lookups()) > 500
    assert {lookup.marker for lookup in _lookups()} >= {"_", "N_", "ngettext"}


@of_the_code
def test_no_text_is_built_before_it_is_looked_up() -> None:
    """`_(f"{n} customers")` finds nothing in any catalogue, and English hides it."""
    faults = [
        lookup.place
        for lookup in _lookups()
        for argument in lookup.call.args
        if isinstance(argument, ast.JoinedStr | ast.BinOp)
        or (isinstance(argument, ast.Call) and isinstance(argument.func, ast.Attribute))
    ]
    assert faults == []


@of_the_code
def test_no_text_is_looked_up_within_another() -> None:
    """Before Python 3.12 the tool that gathers texts does not look inside of f"{_('Next')}"."""
    assert [lookup.place for lookup in _lookups() if lookup.in_text] == []


@of_the_code
def test_no_text_is_looked_up_when_a_module_is_loaded() -> None:
    """There it would stay in the language of that moment; mark it with `N_` instead."""
    faults = [
        lookup.place for lookup in _lookups() if not lookup.in_function and lookup.marker != "N_"
    ]
    assert faults == []


def test_markers_are_found_where_they_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogues, "ROOT", tmp_path)
    file = tmp_path / "a.py"
    file.write_text('X = N_("a")\nY = _("b")\ndef f(): return f"{_(1)}", lambda: _("c")\n')
    found = [(one.marker, one.in_function, one.in_text) for one in _lookups_in(file)]
    assert sorted(found) == [
        ("N_", False, False), ("_", False, False), ("_", True, False), ("_", True, True),
    ]  # fmt: skip


# The tool itself, on a small language of its own.


def _merged(tmp_path: Path, code: str, **parts: str) -> Merged:
    """Parts laid over the texts of one small module."""
    sources = tmp_path / "game"
    folder = tmp_path / "locale" / "nl" / "parts"
    for path in (sources, folder):
        path.mkdir(parents=True)
    (sources / "screen.py").write_text(code, encoding="utf-8")
    for name, text in parts.items():
        (folder / f"{name}.po").write_text(text, encoding="utf-8")
    entries = catalogues.read_parts("nl", tmp_path / "locale")
    return merge(catalogues.extract(sources), "nl", entries)


CODE = """
_("Next")
N_("Later")
ngettext("{n} card", "{n} cards", n)
pgettext("a door", "Open")
print("not marked")
"""


def test_every_marker_is_found_and_nothing_else(tmp_path: Path) -> None:
    merged = _merged(tmp_path, CODE)
    assert set(merged.missing) == {"Next", "Later", "{n} card", "a door / Open"}


def test_parts_are_merged(tmp_path: Path) -> None:
    merged = _merged(
        tmp_path,
        CODE,
        one='msgid "Next"\nmsgstr "Verder"\n',
        two='msgid "Later"\nmsgstr "Straks"\n\nmsgctxt "a door"\nmsgid "Open"\nmsgstr "Openen"\n',
    )
    assert merged.missing == ("{n} card",)
    assert merged.wrong == merged.unused == ()
    assert set(_words(merged.catalogue).values()) == {"Verder", "Straks", "Openen"}


def test_two_parts_that_agree_are_fine(tmp_path: Path) -> None:
    part = 'msgid "Next"\nmsgstr "Verder"\n'
    assert _merged(tmp_path, CODE, one=part, two=part).wrong == ()


def test_two_parts_that_contradict_each_other_are_named(tmp_path: Path) -> None:
    merged = _merged(
        tmp_path,
        CODE,
        one='msgid "Next"\nmsgstr "Verder"\n',
        two='msgid "Next"\nmsgstr "Volgende"\n',
    )
    (fault,) = merged.wrong
    assert fault == "two.po:1: 'Next' is translated otherwise in one.po:1"


def test_a_half_translated_plural_counts_as_missing(tmp_path: Path) -> None:
    part = 'msgid "{n} card"\nmsgid_plural "{n} cards"\nmsgstr[0] "{n} kaart"\nmsgstr[1] ""\n'
    assert "{n} card" in _merged(tmp_path, CODE, one=part).missing


def test_what_the_code_no_longer_says_is_named(tmp_path: Path) -> None:
    merged = _merged(tmp_path, CODE, one='msgid "Gone"\nmsgstr "Weg"\n')
    assert merged.unused == ("one.po:1: 'Gone'",)
    assert "Weg" not in _words(merged.catalogue).values()


@pytest.mark.parametrize(
    ("dutch", "fault"),
    [
        ("{n} klanten bij {team}", None),
        ("klanten bij {team}: {n}", None),
        ("{n} klanten", "lacks placeholders: {team}"),
        ("{n} klanten bij {ploeg}", "has unknown placeholders: {ploeg}"),
        ("{n} klanten bij {team} {}", "has unknown placeholders: {}"),
    ],
)
def test_placeholders_are_those_of_the_english(
    dutch: str, fault: str | None, tmp_path: Path
) -> None:
    english = "{n} customers at {team}"
    part = f'msgid "{english}"\nmsgstr "{dutch}"\n'
    wrong = _merged(tmp_path, f"_({english!r})", one=part).wrong
    assert [line.partition("' ")[2] for line in wrong] == ([fault] if fault else [])


def test_the_form_for_one_may_leave_the_number_out(tmp_path: Path) -> None:
    start = 'msgid "{n} card"\nmsgid_plural "{n} cards"\n'
    fine = start + 'msgstr[0] "één kaart"\nmsgstr[1] "{n} kaarten"\n'
    assert _merged(tmp_path / "fine", CODE, one=fine).wrong == ()
    lost = start + 'msgstr[0] "één kaart"\nmsgstr[1] "kaarten"\n'
    assert len(_merged(tmp_path / "lost", CODE, one=lost).wrong) == 1


def test_a_part_that_is_no_catalogue_is_named(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"broken\.po: not a catalogue"):
        _merged(tmp_path, CODE, broken="Next is Verder\n")


def test_the_same_words_give_the_same_bytes(tmp_path: Path) -> None:
    part = 'msgid "Next"\nmsgstr "Verder"\n'
    first = catalogues.compiled(_merged(tmp_path / "a", CODE, one=part).catalogue)
    again = catalogues.compiled(_merged(tmp_path / "b", CODE, one=part).catalogue)
    assert first == again
