"""What bots write down: if-then plans and insights, as a team in a real room might.

Every line is one a facilitator could read aloud from the wall without a blush; a plan joins any
of its four parts, so each cue goes with its own action and with every person and day.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class BotWords:
    """The lines of one language."""

    plans: tuple[tuple[str, str], ...]
    """(cue, action): if …, then we …"""
    people: tuple[str, ...]
    """By whom."""
    days: tuple[str, ...]
    """By when."""
    insights: tuple[str, ...]
    """What a team says that is worth keeping."""
    whys: tuple[str, ...]
    """Why a plan of last time is not done yet, was dropped or changed."""


_ENGLISH = BotWords(
    plans=(
        (
            "a customer tells us the same thing twice",
            "we write it where the next colleague sees it",
        ),
        ("a complaint arrives before noon", "we ring back the same day, by name"),
        ("we are about to send a letter", "somebody outside the team reads it aloud first"),
        ("a call lasts longer than ten minutes", "we ask what we could have said earlier"),
        ("a new colleague starts", "they follow one customer through a whole day"),
        ("the score goes up or down", "we read five answers before we explain it"),
        ("a customer thanks one of us", "we tell the team what exactly helped"),
        ("a promise will not be kept", "we say so before the customer asks"),
        ("we plan a change to a form", "we fill it in ourselves with last week's case"),
        ("the meeting opens with figures", "we put one customer's story before them"),
    ),
    people=("the service desk", "Fatima", "the three of us", "our team lead", "Joost"),
    days=("Monday, nine o'clock", "this Friday", "the end of the month", "the next team meeting"),
    insights=(
        "We answer the question; they wanted to be heard.",
        "Nobody owns what happens between two departments.",
        "Our form asks for what we already know.",
        "The waiting is not the worst: not knowing is.",
        "We measure what we can, not what they feel.",
        "The colleague at the counter knows; we never ask.",
        "A sorry without a next step is just a sound.",
        "We would never put up with this ourselves.",
    ),
    whys=(
        "half the team was away",
        "we began with two customers instead of all",
        "another department turned out to do it already",
        "nobody had put a day to it",
    ),
)

_DUTCH = BotWords(
    plans=(
        (
            "een klant hetzelfde twee keer moet vertellen",
            "schrijven we het op waar de volgende collega het ziet",
        ),
        ("er voor de middag een klacht binnenkomt", "bellen we dezelfde dag terug, op naam"),
        ("we een brief gaan versturen", "leest iemand buiten het team hem eerst hardop"),
        (
            "een gesprek langer duurt dan tien minuten",
            "vragen we ons af wat we eerder hadden kunnen zeggen",
        ),
        ("een nieuwe collega begint", "loopt die een hele dag met één klant mee"),
        ("de score stijgt of daalt", "lezen we vijf antwoorden voordat we haar verklaren"),
        ("een klant een van ons bedankt", "vertellen we het team wat precies hielp"),
        ("we een belofte niet halen", "zeggen we dat voordat de klant erom vraagt"),
        ("we een formulier veranderen", "vullen we het zelf in met een zaak van vorige week"),
        ("een vergadering begint met cijfers", "vertellen we eerst het verhaal van één klant"),
    ),
    people=("de servicedesk", "Fatima", "wij drieën", "onze teamleider", "Joost"),
    days=("maandag, negen uur", "vrijdag", "het eind van de maand", "het volgende teamoverleg"),
    insights=(
        "Wij beantwoorden de vraag; zij wilden gehoord worden.",
        "Wat er tussen twee afdelingen gebeurt, is van niemand.",
        "Ons formulier vraagt wat we al weten.",
        "Wachten is niet het ergste: niet weten hoe lang wel.",
        "We meten wat we kunnen, niet wat zij voelen.",
        "De collega aan de balie weet het; we vragen het nooit.",
        "Een sorry zonder vervolg is alleen geluid.",
        "Zelf zouden we dit nooit pikken.",
    ),
    whys=(
        "de helft van het team was weg",
        "we zijn met twee klanten begonnen, niet met allemaal",
        "een andere afdeling bleek het al te doen",
        "er stond geen dag bij",
    ),
)

_LANGUAGES = {"en": _ENGLISH, "nl": _DUTCH}


def bot_words(language: str) -> BotWords:
    """The lines in the language of a deck; English for languages nobody wrote lines in."""
    return _LANGUAGES.get(language.replace("_", "-").split("-")[0].lower(), _ENGLISH)
