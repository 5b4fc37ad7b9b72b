"""The demo of each deck the game ships comes to the same, move by move, as it did before."""

from __future__ import annotations

import pytest

from tests import goldens


@pytest.mark.parametrize("golden", goldens.goldens(), ids=lambda golden: golden.path.stem)
def test_golden_session(golden: goldens.Golden) -> None:
    found = goldens.difference(golden)
    assert not found, (
        f"{golden.path.name} is no longer what it was:\n\n{found}\n\n"
        "If this was meant: python -m tests.goldens, and look at the difference in git."
    )


def test_every_golden_session_belongs_to_a_deck() -> None:
    kept = {path.name for path in goldens.FOLDER.glob("*.txt")}
    assert kept == {golden.path.name for golden in goldens.goldens()}


def test_each_golden_session_goes_to_its_end() -> None:
    for golden in goldens.goldens():
        last = golden.path.read_text("utf-8").splitlines()[-1]
        assert last.endswith(("The session is closed.", "De sessie is gesloten."))


def test_a_difference_is_shown_where_it_is(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    golden = goldens.goldens()[0]
    told = golden.path.read_text("utf-8")
    lines = told.splitlines()
    lines[20] = lines[20] + " Nobody rang."
    monkeypatch.setattr(goldens, "text", lambda golden: "\n".join(lines))
    found = goldens.difference(golden)
    assert [line for line in found.splitlines() if line.startswith(("+", "-"))][2:] == [
        "-" + told.splitlines()[20],
        "+" + lines[20],
    ]
