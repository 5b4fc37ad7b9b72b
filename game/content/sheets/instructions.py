"""What the first sheet of a template says: how to begin, and what each column holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from game.content.sheets.columns import BANDS, REACH, WIDTHS, Path, Said
from game.content.sheets.layout import TABLES

_TITLE: Final = Said("A deck in a spreadsheet", "Een kaartset in een spreadsheet")
_STEPS: Final = (
    Said(
        "Every sheet holds one part of the deck, and every row one card, twist, mirror or persona. "
        "The rows that are there show how it is done: write over them, or delete them.",
        "Op elk tabblad staat een deel van de kaartset, en op elke rij één kaart, wending, spiegel "
        "of persona. De rijen die er staan laten zien hoe het werkt: schrijf eroverheen, of haal "
        "ze weg.",
    ),
    Said(
        "Save it as .xlsx, then make a deck of it: cxgame import FILE. If something is wrong, you "
        "are told which cell it is. Import again as often as you like, with --force.",
        "Sla het op als .xlsx en maak er een kaartset van: cxgame import BESTAND. Klopt er iets "
        "niet, dan lees je om welke cel het gaat. Importeer zo vaak als je wilt, met --force.",
    ),
    Said(
        "An id is lower-case words with hyphens, such as five-coffees. Each is there once, and it "
        "does not change any more when the deck has been played.",
        "Een id bestaat uit kleine letters en streepjes, zoals vijf-koffie. Elke id komt één keer "
        "voor, en verandert niet meer als de kaartset gespeeld is.",
    ),
    Said(
        "Leave empty what a card does not need. A choice card has options, an estimate an answer "
        "and bands, an order card items; open cards and plans need neither.",
        "Laat leeg wat een kaart niet nodig heeft. Een keuzekaart heeft opties, een schatting een "
        "antwoord en marges, een volgordekaart onderdelen; open kaarten en plannen hebben geen "
        "van drieën nodig.",
    ),
    Said(
        "A second language gets columns of its own: title (nl), prompt (nl), and so on. On the "
        "sheet Deck it is a column value (nl).",
        "Een tweede taal krijgt eigen kolommen: titel (en), verhaal of vraag (en), enzovoort. Op "
        "het tabblad Kaartset is dat een kolom waarde (en).",
    ),
    Said(
        "A column for yourself begins with #, such as # to do. It is not read; nor is a sheet "
        "whose name begins with #.",
        "Een kolom voor jezelf begint met #, zoals # nog doen. Die wordt niet gelezen, net als een "
        "tabblad waarvan de naam met # begint.",
    ),
    Said(
        "Excel takes an apostrophe at the very beginning of a cell for itself. Type it twice.",
        "Een apostrof helemaal aan het begin van een cel houdt Excel voor zichzelf. Typ hem twee "
        "keer: ''s Morgens.",
    ),
)

_ABOUT: Final[Mapping[Path, Said]] = {
    ("format",): Said("Always 1.", "Altijd 1."),
    ("id",): Said("Its name for the game.", "De naam voor het spel."),
    ("language",): Said(
        "Of the texts: en, nl, de, pt-BR …", "Van de teksten: nl, en, de, pt-BR …"
    ),
    ("description",): Said(
        "For whom, when, and what for.", "Voor wie, wanneer en waarvoor."
    ),
    ("preset",): Said(
        "Suggested length of a session, in minutes.", "Hoelang een sessie duurt, in minuten."
    ),
    ("silence",): Said(
        "A problem that you have looked at and mean to leave, a line for each: the check, a colon, "
        "the reason.",
        "Een melding die je bekeken hebt en zo wilt laten, elk op een regel: de controle, een "
        "dubbele punt, de reden.",
    ),
    ("kind",): Said(
        "choice, estimate, order (put in order), open (act or tell) or commit (a plan).",
        "choice (keuze), estimate (schatting), order (volgorde), open (doen of vertellen) of "
        "commit (plan).",
    ),
    ("play",): Said(
        "turn (the team whose turn it is; also if empty), bell (the first to ring) or everyone.",
        "turn (het team aan de beurt; ook als het leeg is), bell (wie het eerst belt) of everyone "
        "(iedereen).",
    ),
    ("category",): Said(
        "The id of a category: see the sheet Categories.",
        "De id van een categorie: zie het tabblad Categorieën.",
    ),
    ("title",): Said("At most 80 characters.", "Hooguit 80 tekens."),
    ("prompt",): Said(
        "What is read aloud: half a minute, some ninety words at most.",
        "Wat je voorleest: een halve minuut, hooguit zo’n negentig woorden.",
    ),
    ("options", 0, "text"): Said(
        "What a team can choose, in the columns A to F.",
        "Wat een team kan kiezen, in de kolommen A tot en met F.",
    ),
    ("options", 0, "points"): Said(
        "0 to 3, for every option of a dilemma.", "0 tot en met 3, bij elke optie van een dilemma."
    ),
    ("options", 0, "right"): Said(
        "yes, for the one right option of a quiz, which has no points.",
        "yes, bij de ene juiste optie van een quiz. Een quiz heeft geen punten.",
    ),
    ("options", 0, "feedback"): Said(
        "What this choice leads to.", "Waar deze keuze toe leidt."
    ),
    ("options", 0, "meters"): Said(
        "What it does to the meters, −2 to 2: progress 1, connection -1.",
        "Wat het met de meters doet, −2 tot en met 2: vooruitgang 1, verbinding -1.",
    ),
    ("answer",): Said("The number, in digits.", "Het getal, in cijfers."),
    ("measure",): Said(
        "number, percentage or year.", "number (getal), percentage of year (jaar)."
    ),
    ("unit",): Said("What stands behind the number.", "Wat er achter het getal staat."),
    (BANDS, REACH): Said(
        "absolute (also if empty): how far off in numbers; relative: in per cent of the answer.",
        "absolute (ook als het leeg is): hoever ernaast in getallen; relative: in procenten van "
        "het antwoord.",
    ),
    (BANDS, WIDTHS, 0): Said(
        "How far off a guess may be for three points, two, one.",
        "Hoever een schatting ernaast mag zitten voor drie punten, twee, één.",
    ),
    ("items", 0, "text"): Said(
        "3 to 7 things, in the right order; 4 at most for everyone.",
        "3 tot en met 7 dingen, in de juiste volgorde; hooguit 4 voor iedereen.",
    ),
    ("items", 0, "rank"): Said(
        "Only where two share a place: the same number for both.",
        "Alleen als er twee een plaats delen: bij beide hetzelfde getal.",
    ),
    ("judge",): Said(
        "facilitator or peers; the house rules decide if empty.",
        "facilitator (de spelleider) of peers (de andere teams); leeg volgt de huisregels.",
    ),
    ("criteria", 0): Said(
        "What a good answer shows: 2 to 4.", "Wat een goed antwoord laat zien: 2 tot en met 4."
    ),
    ("example", "cue"): Said(
        "Of a plan: if this happens …", "Van een plan: als dit gebeurt …"
    ),
    ("example", "action"): Said("… then I do this.", "… dan doe ik dit."),
    ("meters",): Said(
        "For cards without options: what a good answer does to the meters.",
        "Bij kaarten zonder opties: wat een goed antwoord met de meters doet.",
    ),
    ("why",): Said("Shown after the answer.", "Te zien na het antwoord."),
    ("reflect",): Said("The question to talk about.", "De vraag om over door te praten."),
    ("notes",): Said(
        "For the facilitator’s eyes only.", "Alleen voor de ogen van de spelleider."
    ),
    ("source",): Said(
        "Of a fact, with its year and evidence.", "Van een feit, met jaar en bewijs."
    ),
    ("evidence",): Said(
        "study, survey, vendor or contested.",
        "study (onderzoek), survey (enquête), vendor (aanbieder) of contested (omstreden).",
    ),
    ("picture",): Said(
        "A drawing of the game (letter), or a file beside the sheet (pictures/coffee.svg).",
        "Een tekening van het spel (letter), of een bestand naast de spreadsheet "
        "(pictures/koffie.svg).",
    ),
    ("sound",): Said(
        "A file beside the sheet (sounds/door.ogg), heard when the card comes up.",
        "Een bestand naast de spreadsheet (sounds/deur.ogg), te horen als de kaart op tafel komt.",
    ),
    ("reading",): Said(
        "Seconds; reckoned from the words if empty.", "In seconden; leeg telt het de woorden."
    ),
    ("thinking",): Said(
        "Seconds; the house rules’ if empty.", "In seconden; leeg volgt het de huisregels."
    ),
    ("tags",): Said("Words, with commas between.", "Woorden, met komma’s ertussen."),
    ("effects", 0, "who"): Said(
        "Up to four effects. Whom it befalls: self, leader, last, others or all.",
        "Hooguit vier effecten. Wie het overkomt: self (het team zelf), leader (de koploper), last "
        "(de laatste), others (de anderen) of all (allemaal).",
    ),
    ("effects", 0, "customers"): Said("−3 to 3.", "−3 tot en met 3."),
    ("effects", 0, "spaces"): Said("−6 to 6.", "−6 tot en met 6."),
    ("effects", 0, "swap"): Said(
        "Changes places with leader, last or next; for self alone.",
        "Ruilt van plaats met leader, last of next (de volgende); alleen bij self.",
    ),
    ("effects", 0, "roll"): Said(
        "yes: rolls once more; for self alone.", "yes: gooit nog eens; alleen bij self."
    ),
    ("name",): Said("At most 40 characters.", "Hooguit 40 tekens."),
    ("line",): Said("Who it is, in a few words.", "Wie het is, in een paar woorden."),
    ("icon",): Said(
        "A drawing of the game, or a file.", "Een tekening van het spel, of een bestand."
    ),
    ("question",): Said(
        "A question of your own for the end.", "Een eigen vraag voor aan het eind."
    ),
}  # fmt: skip
"""By column; of columns that stand there several times, the first."""


def lines_of(language: str) -> Iterator[tuple[str, ...]]:
    """Rows of the sheet: a heading by itself, or a name and what there is to know."""
    yield (_TITLE.in_(language),)
    for number, step in enumerate(_STEPS, 1):
        yield str(number), step.in_(language)
    for table in TABLES:
        yield ("",)
        yield (table.name.in_(language),)
        for column in table.columns:
            about = _ABOUT.get(column.path)
            if about is not None:
                yield column.heading(language), about.in_(language)
