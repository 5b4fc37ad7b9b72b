"""From choices to a session: what is left out suits the rest, what is wrong gets a sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from game.i18n import set_language
from game.paths import scenarios_dir
from game.rules.ruleset import Turns
from game.rules.state import COLOURS, Lobby
from game.session.assemble import (
    Choices,
    SetUpError,
    assemble,
    card_count,
    open_session,
    plans,
    start_session,
)
from game.session.library import Library
from game.session.seats import default_teams, named_teams
from game.session.session import Session

DECK = """\
format: 1
id: small
title: Small
language: en
preset: {preset}
categories:
  - {{id: design, name: Design, icon: design}}
cards:
  - id: one
    kind: open
    category: design
    title: One
    prompt: Tell.
    criteria: [is heard, is short]
    {extra}
"""

RULES = """\
format: 1
id: ours
title: Ours
rules: {die: 4, discuss_seconds: 60}
presets:
  - {id: short, name: Short, minutes: 30, brief: 2, debrief: 10, discuss_seconds: 20}
  - {id: long, name: Long, minutes: 100, brief: 4, debrief: 30}
"""


@pytest.fixture
def library() -> Library:
    return Library.of([scenarios_dir()])


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of one's own with a small deck and house rules."""
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "small.yaml").write_text(DECK.format(preset=90, extra=""), "utf-8")
    (folder / "ours.yaml").write_text(RULES, "utf-8")
    return folder


def refused(choices: Choices, library: Library) -> SetUpError:
    with pytest.raises(SetUpError) as error:
        assemble(choices, library)
    return error.value


def test_what_is_left_out_suits_the_rest(library: Library) -> None:
    setup = assemble(Choices(), library)
    assert [deck.id for deck in setup.content.decks] == ["outside-in"]
    assert (setup.board.id, len(setup.teams)) == ("journey", 4)
    assert setup.plan.turns is Turns.ONE_BY_ONE
    assert isinstance(setup.lobby().stage, Lobby)


def test_the_first_deck_suggests_the_length(own: Path) -> None:
    library = Library.of([scenarios_dir(), own])
    assert assemble(Choices(decks=("small",)), library).plan.minutes == 90
    assert assemble(Choices(decks=("small",), preset="45"), library).plan.minutes == 45
    # No preset of 90 minutes here: the nearest.
    assert assemble(Choices(decks=("small",), ruleset="ours"), library).plan.minutes == 100


def test_house_rules_and_a_presets_own_clock_reach_the_session(own: Path) -> None:
    library = Library.of([scenarios_dir(), own])
    short = assemble(Choices(ruleset="ours", preset="short"), library)
    assert (short.rules.die, short.rules.discuss_seconds) == (4, 20)
    long = assemble(Choices(ruleset="ours", preset="long"), library)
    assert long.rules.discuss_seconds == 60
    changed = assemble(
        Choices(ruleset="ours", preset="short", rules=(("discuss_seconds", 5), ("winning", False))),
        library,
    )
    assert (changed.rules.discuss_seconds, changed.rules.winning) == (5, False)


def test_a_preset_is_known_by_its_id_and_by_its_minutes(own: Path, library: Library) -> None:
    for minutes in (15, 45, 60, 90, 120):
        assert assemble(Choices(preset=str(minutes)), library).plan.minutes == minutes
    assert assemble(Choices(preset="15"), library).preset == "taster"
    (own / "ours.yaml").write_text(RULES.replace("id: long", 'id: "30"'), "utf-8")
    ours = Library.of([scenarios_dir(), own])
    assert assemble(Choices(ruleset="ours", preset="100"), ours).plan.minutes == 100
    # The id comes first: it is what the ruleset itself calls them.
    assert assemble(Choices(ruleset="ours", preset="30"), ours).plan.minutes == 100


def test_turns_suit_the_number_of_teams_unless_they_are_chosen(library: Library) -> None:
    def turns(count: int, chosen: Turns | None = None) -> Turns:
        choices = Choices(teams=default_teams(count), preset="60", turns=chosen)
        setup = assemble(choices, library)
        assert setup.rules.turns is setup.plan.turns
        return setup.plan.turns

    assert (turns(4), turns(8)) == (Turns.ONE_BY_ONE, Turns.TOGETHER)
    assert turns(8, Turns.ONE_BY_ONE) is Turns.ONE_BY_ONE


def test_both_plans_are_told_the_better_first_without_loading_a_deck(library: Library) -> None:
    empty = Library(boards=library.boards, rulesets=library.rulesets)
    eight = plans(Choices(teams=default_teams(8), preset="60"), empty)
    assert list(eight) == [Turns.TOGETHER, Turns.ONE_BY_ONE]
    # The rulebook's example: each team rolls twice, or twelve cards for everybody.
    assert (eight[Turns.ONE_BY_ONE].rounds, eight[Turns.TOGETHER].rounds) == (2, 12)
    assert next(iter(plans(Choices(teams=default_teams(3)), empty))) is Turns.ONE_BY_ONE
    with pytest.raises(SetUpError, match="no preset"):
        plans(Choices(preset="61"), empty)


def test_cards_are_counted_over_all_chosen_decks(library: Library) -> None:
    each = {entry.id: entry.cards for entry in library.decks}
    assert card_count(Choices(decks=("cx-facts",)), library) == each["cx-facts"]
    both = Choices(decks=("cx-facts", "outside-in", "cx-facts"))
    together = each["cx-facts"] + each["outside-in"]
    assert card_count(both, library) == together
    assert len(assemble(both, library).content.cards) == together
    assert card_count(Choices(), library) == each["outside-in"]


def test_cards_board_and_presets_speak_the_language_that_was_chosen(library: Library) -> None:
    setup = assemble(Choices(language="nl", decks=("outside-in", "cx-facts")), library)
    assert {deck.language for deck in setup.content.decks} == {"nl"}
    english = assemble(Choices(language="en"), library)
    assert setup.board.title != english.board.title
    assert setup.board.zones[0].name != english.board.zones[0].name


def test_cards_follow_the_interface_when_no_language_is_chosen(library: Library) -> None:
    set_language("nl")
    assert assemble(Choices(), library).content.decks[0].language == "nl"


def test_default_teams_are_called_after_their_colours_in_the_language_spoken() -> None:
    assert [name for name, _ in default_teams(8)] == [
        "Orange",
        "Sky",
        "Green",
        "Yellow",
        "Blue",
        "Rust",
        "Pink",
        "Ink",
    ]
    set_language("nl")
    assert default_teams(8) == tuple(
        zip(
            ["Oranje", "Lucht", "Groen", "Geel", "Blauw", "Roest", "Roze", "Inkt"],
            COLOURS,
            strict=True,
        )
    )


def test_a_team_called_after_a_colour_wears_it() -> None:
    assert named_teams(["pink", "Desk", "Orange"]) == (
        ("pink", "pink"),
        ("Desk", "sky"),
        ("Orange", "orange"),
    )
    # Two of one name are refused later; here neither may take the other's colour.
    assert len({colour for _, colour in named_teams(["Blue", "Blue"])}) == 1


def test_teams_are_refused_in_words(library: Library) -> None:
    def told(*names: str) -> str:
        return str(refused(Choices(teams=named_teams(list(names))), library))

    assert told("A", "a ") == "Two teams are called 'a '."
    assert told("A", " ") == "Team 2 has no name."
    assert told(*"ABCDEFGHI") == "9 teams are too many: eight can play."
    assert "40 letters at most" in told("x" * 41)
    same = Choices(teams=(("A", "pink"), ("B", "pink")))
    assert str(refused(same, library)) == "Two teams have the same colour."
    none = Choices(teams=(("A", "mauve"),))
    assert str(refused(none, library)) == "There is no team colour 'mauve'."


def test_what_is_not_there_is_told_with_what_is(library: Library) -> None:
    def told(**choice: Any) -> str:
        return str(refused(Choices(**choice), library))

    assert told(decks=("cx-fact",)) == (
        "There is no deck 'cx-fact'. Did you mean 'cx-facts'? There are: "
        f"{', '.join(entry.id for entry in library.decks)}."
    )
    assert told(board="raod") == (
        "There is no board 'raod'. Did you mean 'road'? "
        "There are: journey, kickoff-road, road, service-day."
    )
    listed = "There are: taster (15 minutes), 45, 60, 90, 120."
    assert told(preset="forever") == f"There is no preset 'forever'. {listed}"
    assert told(preset="tasters") == (
        f"There is no preset 'tasters'. Did you mean 'taster'? {listed}"
    )
    assert told(ruleset="x") == "There are no house rules 'x'. There are: standard."
    assert str(refused(Choices(), Library())) == (
        "There is no deck ''. There is none to choose from."
    )


def test_a_broken_deck_is_set_aside_and_its_problems_come_along(own: Path) -> None:
    broken = own / "broken.yaml"
    broken.write_text(DECK.format(preset=45, extra="colour: red"), "utf-8")
    library = Library.of([own])
    assert [entry.path for entry in library.set_aside] == [broken]
    assert [entry.path for entry in library.decks] == [own / "small.yaml"]
    error = refused(Choices(decks=(str(broken),)), library)
    assert [problem.line for problem in error.problems] == [15]


def test_the_rest_loads_beside_a_broken_deck(own: Path) -> None:
    broken = own / "broken.yaml"
    text = DECK.format(preset=45, extra="colour: red").replace("id: small", "id: broken", 1)
    broken.write_text(text, "utf-8")
    library = Library.of([scenarios_dir(), own])
    shipped = {entry.id for entry in Library.of([scenarios_dir()]).decks}
    assert {entry.id for entry in library.decks} == shipped | {"small"}
    assert any(problem.file.endswith("broken.yaml") for problem in library.problems)
    assert refused(Choices(decks=("broken",)), library).problems


def test_a_broken_board_and_broken_rules_say_what_is_wrong_with_them(own: Path) -> None:
    (own / "board.yaml").write_text("format: 1\nid: mine\nspaces: []\n", "utf-8")
    (own / "rules.yaml").write_text("format: 1\nid: mine\nrules: {die: 99}\n", "utf-8")
    library = Library.of([scenarios_dir(), own])
    assert refused(Choices(board="mine"), library).problems
    assert refused(Choices(ruleset="mine"), library).problems
    assert refused(Choices(board=str(own / "board.yaml")), library).problems


def test_two_decks_of_one_id_cannot_lie_on_one_table(own: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(DECK.format(preset=45, extra=""), "utf-8")
    library = Library.of([own])
    sentence = str(refused(Choices(decks=("small", str(other))), library))
    assert "the id 'small'" in sentence
    assert "other.yaml" in sentence


def test_digests_tell_when_a_deck_has_changed(own: Path) -> None:
    library = Library.of([scenarios_dir(), own])
    began = assemble(Choices(decks=("small",)), library).content.decks[0].digest
    assert library.digests()["small"] == began
    deck = own / "small.yaml"
    deck.write_text(deck.read_text("utf-8").replace("Tell.", "Tell it."), "utf-8")
    assert library.digests()["small"] != began


def test_a_started_session_lies_in_its_folder_and_opens_again(
    tmp_path: Path, library: Library
) -> None:
    session = start_session(Choices(name="Kick-off", seed=5), tmp_path, library)
    state, path = session.state, session.path
    session.close()
    assert path is not None
    assert path.parent == tmp_path
    again = Session.open(path, library.digests())
    assert (again.state, again.notices) == (state, ())
    again.close()


def test_a_session_without_a_folder_keeps_no_log(library: Library) -> None:
    session = open_session(assemble(Choices(), library), None)
    assert session.path is None
    session.close()


def test_a_damaged_installation_still_has_ones_own_decks(
    monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    from game import paths
    from game.session import library as module

    def gone() -> Path:
        raise paths.MissingFolderError("scenarios", ())

    monkeypatch.setattr(module, "scenarios_dir", gone)
    (home / "decks").mkdir(parents=True)
    (home / "decks" / "small.yaml").write_text(DECK.format(preset=45, extra=""), "utf-8")
    library = Library.default()
    assert [entry.id for entry in library.decks] == ["small"]
    assert "no board" in str(refused(Choices(decks=("small",)), library))
