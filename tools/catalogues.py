"""Catalogues of the interface's words.

    python -m tools.catalogues            # all of the below; `make catalogues` does this
    python -m tools.catalogues extract    # the code -> build/cxgame.pot
    python -m tools.catalogues update     # code and parts -> <lang>/LC_MESSAGES/cxgame.po
    python -m tools.catalogues compile    # cxgame.po -> cxgame.mo
    python -m tools.catalogues check      # says what is missing, and changes nothing

**To translate, edit the parts**: `game/i18n/locale/nl/parts/*.po`, small files, one for each area
of the program (`board.po`, `setup.po`, `cli.po`), so that people who work on different areas never
touch the same file. A part needs no header; entries are all it holds:

    msgid "Next"
    msgstr "Verder"

    msgctxt "a card"
    msgid "Open"
    msgstr "Open kaart"

    msgid "{n} happy customer"
    msgid_plural "{n} happy customers"
    msgstr[0] "{n} blije klant"
    msgstr[1] "{n} blije klanten"

`cxgame.po` is what the parts say, in the order of the alphabet, with an empty entry for every text
of the code that no part translates; it is written anew each time, so edits in it are lost. A text
stands in one part only, which a test sees to; where two parts say different things, both places
are named and nothing is written. Placeholders (`{n}`) must be those of the English text.

The manuals of checks (`cxgame explain`) are texts of the code, too: the rule and each paragraph of
a docstring in game/content/checks, with its lines joined. Their part is `manuals.po`.

A new language: make `game/i18n/locale/<code>/parts/` with one part, add its name and number marks
to `game/i18n/__init__.py`, and run `make catalogues`. Both `.po` and `.mo` are committed.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po

from game.content.checks import all_checks
from game.content.manual import manual_of
from tools.placeholders import forms, placeholder_troubles

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "game"
LOCALE = SOURCES / "i18n" / "locale"
TEMPLATE = ROOT / "build" / "cxgame.pot"
DOMAIN = "cxgame"

KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}

Key = tuple[str, str]
"""Context (or empty) and English text: what makes a message the same one."""


class PlainCatalog(Catalog):
    """A catalogue whose header holds no dates and no tool's version: same words, same bytes."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The lines of the header."""
        return [
            ("Project-Id-Version", "cx-game"),
            ("Language", str(self.locale_identifier or "")),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", self.plural_forms),
        ]

    @mime_headers.setter
    def mime_headers(self, headers: list[tuple[str, str]]) -> None:
        """Ignored: ours are fixed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One translated message of a part."""

    file: Path
    line: int
    message: Message

    def __str__(self) -> str:
        return f"{self.file.name}:{self.line}: {one(self.message)!r}"


@dataclass(frozen=True, slots=True)
class Merged:
    """What the parts of one language make of the texts in the code."""

    catalogue: Catalog
    missing: tuple[str, ...]
    """English texts of the code that no part translates."""
    unused: tuple[str, ...]
    """Entries of parts whose text the code no longer has."""
    wrong: tuple[str, ...]
    """Entries that contradict another part, or whose placeholders differ from the English."""


def one(message: Message) -> str:
    """The English text of a message, its singular if it has two forms."""
    return message.id if isinstance(message.id, str) else message.id[0]


def key(message: Message) -> Key:
    """What tells a message from every other."""
    return (message.context or "", one(message))


def messages(catalogue: Catalog) -> Iterator[Message]:
    """The messages of a catalogue, without its header."""
    return (message for message in catalogue if message.id)


def languages(locale: Path = LOCALE) -> list[str]:
    """The codes of all languages that have parts."""
    return sorted(path.parent.name for path in locale.glob("*/parts") if path.is_dir())


def extract(sources: Path = SOURCES) -> Catalog:
    """Every text the code marks for translation; of the game itself, the checks' manuals, too."""
    template = PlainCatalog(charset="utf-8", fuzzy=False, header_comment="# The texts of CX Game.")
    found = extract_from_dir(
        str(sources),
        method_map=[("**.py", "python"), ("**.html.j2", "jinja2.ext:babel_extract")],
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    )
    for file, line, text, comments, context in sorted(found, key=lambda item: (item[0], item[1])):
        place = (Path(sources.name, file).as_posix(), line)
        template.add(text, locations=[place], auto_comments=comments, context=context)
    if sources == SOURCES:
        _add_manuals(template)
    return template


def _add_manuals(template: Catalog) -> None:
    """The prose of the manuals of checks, which stands in their docstrings, unmarked."""
    for check in all_checks().values():
        manual = manual_of(check)
        for text in (manual.rule, *manual.paragraphs):
            template.add(text, locations=[("game/content/checks", 1)])


def read_parts(code: str, locale: Path = LOCALE) -> list[Entry]:
    """The entries of all parts of a language, file by file."""
    entries: list[Entry] = []
    for file in sorted((locale / code / "parts").glob("*.po")):
        try:
            with file.open("rb") as stream:
                part = read_po(stream, locale=code, abort_invalid=True)
        except PoFileError as error:
            raise SystemExit(f"{file}: not a catalogue: {error}") from error
        entries += [Entry(file, message.lineno or 0, message) for message in messages(part)]
    return entries


def merge(template: Catalog, code: str, entries: Iterable[Entry]) -> Merged:
    """Lay the entries of the parts over the texts of the code."""
    wrong: list[str] = []
    unused: list[str] = []
    said: dict[Key, Entry] = {}
    wanted = {key(message): message for message in messages(template)}
    for entry in entries:
        name = key(entry.message)
        earlier = said.setdefault(name, entry)
        if earlier.message.string != entry.message.string:
            wrong.append(f"{entry} is translated otherwise in {earlier.file.name}:{earlier.line}")
        if name not in wanted:
            unused.append(str(entry))
        elif wanted[name].pluralizable != entry.message.pluralizable:
            wrong.append(f"{entry} has a plural in one place and none in the other")
        wrong += [f"{entry} {trouble}" for trouble in placeholder_troubles(entry.message)]

    catalogue = PlainCatalog(
        locale=code, charset="utf-8", fuzzy=False, header_comment=_header(code)
    )
    missing: list[str] = []
    for name, message in wanted.items():
        found = said.get(name)
        words = found.message.string if found is not None else None
        if not words or not all(forms(words)):
            words = None
            missing.append(" / ".join(part for part in name if part))
        catalogue.add(
            message.id,
            words,
            locations=message.locations,
            auto_comments=message.auto_comments,
            context=message.context,
        )
    return Merged(catalogue, tuple(missing), tuple(unused), tuple(wrong))


def compiled(catalogue: Catalog) -> bytes:
    """The bytes of a `.mo` file."""
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def target(code: str, suffix: str, locale: Path = LOCALE) -> Path:
    """Where the catalogue of a language is kept: `suffix` is "po" or "mo"."""
    return locale / code / "LC_MESSAGES" / f"{DOMAIN}.{suffix}"


def write_text(catalogue: Catalog, path: Path) -> None:
    """Write a `.po` or `.pot`, sorted and without line numbers, so that it changes seldom."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=96, sort_output=True, include_lineno=False)


def compile_language(code: str, locale: Path = LOCALE) -> None:
    """Turn `cxgame.po` into `cxgame.mo`."""
    with target(code, "po", locale).open("rb") as file:
        read = read_po(file, locale=code)
    plain = PlainCatalog(locale=code, charset="utf-8", fuzzy=False)
    for message in messages(read):
        plain.add(message.id, message.string, context=message.context)
    target(code, "mo", locale).write_bytes(compiled(plain))


def _header(code: str) -> str:
    return (
        f"# The words of CX Game in '{code}', made by tools/catalogues.py.\n"
        f"# Edit game/i18n/locale/{code}/parts/*.po, not this file."
    )


def _report(code: str, merged: Merged) -> None:
    for title, lines in (
        ("wrong", merged.wrong),
        ("not in the code any more", merged.unused),
        ("not translated", merged.missing),
    ):
        for line in lines:
            print(f"{code}: {title}: {line}", file=sys.stderr)
    total = len(list(messages(merged.catalogue)))
    print(f"{code}: {total - len(merged.missing)} of {total} texts translated")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one step, or all; 1 when something is wrong or (with check) anything is missing."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.catalogues", description="Make the catalogues of the interface."
    )
    steps = ("all", "extract", "update", "compile", "check")
    parser.add_argument("step", nargs="?", default="all", choices=steps, help="only this one")
    step: str = parser.parse_args(argv).step

    template = extract()
    if step in ("all", "extract"):
        write_text(template, TEMPLATE)
    failed = False
    for code in languages() if step != "extract" else []:
        if step != "compile":
            merged = merge(template, code, read_parts(code))
            _report(code, merged)
            if merged.wrong:
                failed = True
                continue
            if step == "check":
                failed |= bool(merged.missing or merged.unused)
                continue
            write_text(merged.catalogue, target(code, "po"))
        if step != "update":
            compile_language(code)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
