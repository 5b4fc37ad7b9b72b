"""The benchmark runner: every row in one table, and no bound is missed in silence."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from benchmarks import __main__ as runner
from benchmarks.row import Row


def row(name: str, *, ok: bool = True) -> Row:
    return Row(
        name=name,
        against="the same without it",
        figure="1.20 ×",
        bound="≤ 1.5 ×",
        ok=ok,
        value=1.2,
        limit=1.5,
    )


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, object]:
    """Benchmarks by name: what their `rows` returns, or raises."""
    found: dict[str, object] = {}

    def load(name: str) -> ModuleType:
        module = ModuleType(name)

        def rows(quick: bool) -> object:
            result = found[name.removeprefix("benchmarks.")]
            if isinstance(result, Exception):
                raise result
            return result() if callable(result) else result

        module.rows = rows  # type: ignore[attr-defined]  # a module made here
        return module

    monkeypatch.setattr(runner, "_modules", lambda: sorted(found))
    monkeypatch.setattr(runner, "import_module", load)
    monkeypatch.setattr(runner, "REPORT", tmp_path / "build" / "bench.json")
    return found


def test_rows_are_printed_and_written(
    bench: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    bench.update(load=[row("load 10,000 cards")], frames=[row("a frame at 4K"), row("still")])
    assert runner.main([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[0] for line in lines[2:5]] == [
        "a frame at 4K",
        "still",
        "load 10,000 cards",
    ]
    assert all(line.endswith("ok") for line in lines[2:5])
    report = json.loads(runner.REPORT.read_text("utf-8"))
    assert [each["name"] for each in report["rows"]] == [
        "a frame at 4K",
        "still",
        "load 10,000 cards",
    ]
    assert (report["rows"][0]["value"], report["rows"][0]["limit"]) == (1.2, 1.5)


def test_a_missed_bound_is_said_and_fails(
    bench: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    bench.update(a=[row("held"), row("not held", ok=False)])
    assert runner.main(["--quick"]) == 1
    told = capsys.readouterr().out
    assert "MISSED" in told
    assert "1 of 2 bounds hold" in told


def test_a_benchmark_that_breaks_has_missed_and_hides_no_other(
    bench: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    bench.update(a=ImportError("no module named chess"), b=[row("held")])
    assert runner.main([]) == 1
    told = capsys.readouterr().out
    assert "ImportError: no module named chess" in told
    assert "1 of 2 bounds hold" in told
    assert json.loads(runner.REPORT.read_text("utf-8"))["rows"][0]["value"] is None


def test_of_one_that_broke_in_a_process_of_its_own_it_is_said_what_went_wrong_there(
    bench: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    told = "Traceback (most recent call last):\n  ...\nOSError: no display\n"
    bench.update(a=subprocess.CalledProcessError(1, ["python", "-m", "a"], stderr=told))
    assert runner.main([]) == 1
    line = capsys.readouterr().out.splitlines()[2]
    assert line.split() == ["a", "OSError:", "no", "display", "runs", "MISSED"]


def test_more_is_told_below_the_table_of_rows_that_have_it(
    bench: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    bench.update(a=[row("held"), row("fast") | {"detail": "12 s against 10 s"}])
    assert runner.main([]) == 0
    assert "\nfast, the same without it: 12 s against 10 s\n" in capsys.readouterr().out


def test_one_benchmark_can_be_asked_for(
    bench: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    bench.update(load=[row("loading")], frames=[row("drawing")])
    assert runner.main(["--only", "load"]) == 0
    assert "drawing" not in capsys.readouterr().out
    assert runner.main(["--only", "sound"]) == 2
    assert "frames, load" in capsys.readouterr().err


def test_only_modules_with_rows_are_benchmarks() -> None:
    before = set(sys.modules)
    assert not {"row", "__main__", "__init__"} & set(runner._modules())
    assert set(sys.modules) == before  # looking runs nothing


def test_what_one_sets_for_its_wall_is_gone_for_the_next(
    bench: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    met = []

    def looking() -> list[Row]:
        met.append(dict(os.environ))
        os.environ["SDL_FRAMEBUFFER_ACCELERATION"] = "0"
        del os.environ["CXGAME_HOME"]
        return [row("some")]

    monkeypatch.setenv("CXGAME_HOME", "here")
    monkeypatch.delenv("SDL_FRAMEBUFFER_ACCELERATION", raising=False)
    bench |= {"one": looking, "two": looking}
    assert runner.main([]) == 0
    assert met[0] == met[1]
    assert os.environ["CXGAME_HOME"] == "here"


def test_the_list_says_what_each_of_them_measures(capsys: pytest.CaptureFixture[str]) -> None:
    assert runner.main(["--list"]) == 0
    listed = dict(line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines())
    assert list(listed) == runner._modules()
    assert listed["frames"].startswith("Frames: how long one takes")


def test_the_page_of_bounds_has_every_benchmark_and_no_other() -> None:
    page = (runner.HERE / "README.md").read_text("utf-8")
    parts = re.findall(r"^\| (\w+) \| .+ \| .+ \| .+ \|$", page, re.MULTILINE)
    assert sorted({part for part in parts if part != "part"}) == runner._modules()
