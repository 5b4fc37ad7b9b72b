"""When a plan is due, from the words it was written in, English or Dutch.

Nothing is guessed that a person would not read in it: what is not understood gives no date.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date, timedelta

_MONTHS = {
    name: i
    for i, names in enumerate(
        (
            "january januari jan", "february februari feb", "march maart mar mrt", "april apr",
            "may mei", "june juni jun", "july juli jul", "august augustus aug",
            "september sept sep", "october oktober oct okt", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_DAYS = {
    name: i
    for i, names in enumerate(
        (
            "monday maandag", "tuesday dinsdag", "wednesday woensdag", "thursday donderdag",
            "friday vrijdag", "saturday zaterdag", "sunday zondag",
        )
    )
    for name in names.split()
}  # fmt: skip
_NUMBERS = {
    name: i
    for i, names in enumerate(
        (
            "a an one een 1", "two twee", "three drie", "four vier", "five vijf", "six zes",
            "seven zeven", "eight acht", "nine negen", "ten tien", "eleven elf", "twelve twaalf",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_FIGURES = re.compile(
    r"\b(?!24/7\b)(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}))?\b"
    r"(?! ?(?:min|uur|uren|hour|dag|day|we+k|maand|month|jaar|year|%))"
)
"""Day and month; "2-3 weeks" is as long as that, and no day in March."""
_WORDS = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th|e)? (?:of )?([a-z]+)\.?(?: (\d{4}))?\b")
_MONTH_FIRST = re.compile(r"\b([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?\b")
_LATER = re.compile(r"\b(?:in|over|within|binnen) (\w+) (day|dag|week|wek|month|maand)")
_WEEK = ("week", "wek")
MOST_AHEAD = 600
"""Days, weeks or months beyond which no plan is made."""
_NEXT_WEEK = re.compile(r"\b(?:next|volgende|komende) week\b")
_NEXT_MONTH = re.compile(r"\b(?:next month|volgende maand)\b")
_MONTH_END = re.compile(r"\bend of (?:the|this) month\b|\beind(?:e)? (?:van )?(?:de|deze) maand\b")
_TOMORROW = re.compile(r"\b(?:tomorrow|morgen)\b")
_TODAY = re.compile(r"\b(?:today|tonight|vandaag|vanavond)\b")
_MONTH_ALONE = re.compile(r"\b(in|before|by|voor|eind|end of) ([a-z]+)(?: (\d{4}))?\b")
_BEFORE = ("before", "voor")


def due_date(words: str, said: date) -> date | None:
    """The day that `words` mean when they are said on that day; None where they mean none.

    A day without a year is the next one there is; a weekday the next one after `said`; figures
    are day first, as both languages write them here.
    """
    text = " ".join(unicodedata.normalize("NFKC", words).casefold().split())
    for found in (_written, _named, _relative):
        day = found(text, said)
        if day is not None:
            return day
    return None


def _written(text: str, said: date) -> date | None:
    if match := _ISO.search(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _FIGURES.search(text):
        return _dated(int(match[1]), int(match[2]), match[3], said)
    for match in _WORDS.finditer(text):
        if match[2] in _MONTHS:
            return _dated(int(match[1]), _MONTHS[match[2]], match[3], said)
    for match in _MONTH_FIRST.finditer(text):
        if match[1] in _MONTHS:
            return _dated(int(match[2]), _MONTHS[match[1]], match[3], said)
    return None


def _named(text: str, said: date) -> date | None:
    for word in re.findall(r"[a-z]+", text):
        if word in _DAYS:
            weeks = _weeks_on(text)
            if weeks:
                return said + timedelta(days=7 * weeks - said.weekday() + _DAYS[word])
            ahead = (_DAYS[word] - said.weekday()) % 7 or 7
            return said + timedelta(days=ahead)
    return None


def _weeks_on(text: str) -> int | None:
    """In which week the words are about a day: 1 is the next one; None where they name none."""
    match = _LATER.search(text)
    if match and match[2] in _WEEK:
        return _count(match[1])
    return 1 if _NEXT_WEEK.search(text) else None


def _count(word: str) -> int | None:
    """A number in figures or in words; None for what is none, or more than any plan takes."""
    n = int(word) if word.isascii() and word.isdigit() else _NUMBERS.get(word)
    return n if n is not None and n <= MOST_AHEAD else None


def _relative(text: str, said: date) -> date | None:
    if _TODAY.search(text):
        return said
    if _TOMORROW.search(text):
        return said + timedelta(days=1)
    if match := _LATER.search(text):
        n = _count(match[1])
        return _after(n, match[2], said) if n is not None else None
    if _NEXT_WEEK.search(text):
        return said + timedelta(days=7 - said.weekday() + 4)  # that week's Friday
    if _NEXT_MONTH.search(text):
        return _month_end(_months_on(said, 1))
    if _MONTH_END.search(text):
        return _month_end(said)
    for match in _MONTH_ALONE.finditer(text):
        if month := _MONTHS.get(match[2]):
            return _in_month(month, match[3], said, before=match[1] in _BEFORE)
    return None


def _in_month(month: int, year: str | None, said: date, *, before: bool) -> date | None:
    """The last day of a month, or the day before its first."""
    for wished in (int(year),) if year is not None else (said.year, said.year + 1):
        first = _day(wished, month, 1)
        if first is None or first == date.min:
            return None
        last = first - timedelta(days=1) if before else _month_end(first)
        if year is not None or last >= said:
            return last
    return None


def _after(n: int, unit: str, said: date) -> date | None:
    if unit in ("day", "dag"):
        return said + timedelta(days=n)
    if unit in _WEEK:
        return said + timedelta(weeks=n)
    return _months_on(said, n)


def _months_on(said: date, n: int) -> date:
    years, month = divmod(said.month - 1 + n, 12)
    year = said.year + years
    return date(year, month + 1, min(said.day, monthrange(year, month + 1)[1]))


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _dated(day: int, month: int, year: str | None, said: date) -> date | None:
    if year is not None:
        return _day(int(year), month, day)
    this = _day(said.year, month, day)
    return this if this is None or this >= said else _day(said.year + 1, month, day)


def _day(year: int, month: int, day: int) -> date | None:
    if year == date.max.year:
        return None  # the last day there is has no day after it, at which a calendar ends it
    try:
        return date(year, month, day)
    except ValueError:
        return None
