"""The wheel, built and installed in an empty environment, plays with its own pictures and decks."""

import json
import os
import re
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
# One worker builds and installs once, for all tests of this file.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("package")]


def _run(*command: str | Path, cwd: Path, **env: str) -> "subprocess.CompletedProcess[str]":
    """Run a command that knows nothing of this checkout."""
    foreign = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**foreign, "PYTHONUTF8": "1", **env},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def _said(done: "subprocess.CompletedProcess[str]") -> str:
    """What a command said, without the addresses pip mentions in its complaints."""
    text = f"exit {done.returncode}\n{done.stdout}\n{done.stderr}"
    return re.sub(r"\w+://\S+|host='[^']*'", "…", text)


def _build(target: str, source: Path, folder: Path) -> Path:
    done = _run(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", folder, cwd=source)
    assert done.returncode == 0, _said(done)
    (built,) = folder.glob("*.whl" if target == "wheel" else "*.tar.gz")
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


def _make_environment(folder: Path) -> None:
    """As `make` does it, with this Python; so the script that looks for one is tried as well."""
    if os.name == "nt":
        venv.create(folder, with_pip=True)
        return
    script = ROOT / "tools" / "venv.sh"
    made = _run("/bin/sh", script, folder, cwd=folder, PYTHON=sys.executable, PATH=str(folder))
    assert made.returncode == 0, _said(made)
    assert f"Making an environment in {folder} with Python 3." in made.stdout


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment that holds the wheel and what it needs."""
    folder = tmp_path_factory.mktemp("installed")
    _make_environment(folder)
    found = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = (found / "python", "-m", "pip", "--quiet", "--disable-pip-version-check")
    done = _run(*pip, "install", "--no-compile", "-c", ROOT / "constraints.txt", wheel, cwd=folder)
    if done.returncode != 0:
        # Only a machine that can install nothing at all is excused.
        probe = _run(*pip, "download", "--no-deps", "-d", folder, "platformdirs", cwd=folder)
        if probe.returncode != 0:
            pytest.skip("pip finds no package index from here")
        pytest.fail(_said(done))
    return found


def test_the_wheel_holds_what_the_game_needs(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for kind in ("sounds/bell-1.wav", "art/"):
        assert any(name.startswith(f"game/_assets/{kind}") for name in names), kind
    for top in ("assets", "scenarios"):
        shipped = {
            f"game/_{path.relative_to(ROOT).as_posix()}"
            for path in (ROOT / top).rglob("*")
            if path.is_file() and path.suffix != ".pyc"
        }
        assert shipped, top
        assert shipped <= names
    for ending in ("yaml", "json"):  # what new decks are made of, and schemas
        data = {path.relative_to(ROOT).as_posix() for path in (ROOT / "game").rglob(f"*.{ending}")}
        assert data, ending
        assert data <= names
    assert "game/i18n/locale/nl/LC_MESSAGES/cxgame.mo" in names
    assert "game/py.typed" in names
    assert any(name.endswith("/licenses/LICENSE") for name in names)


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"game"}
    assert [name for name in names if "/parts/" in name or "__pycache__" in name] == []


def test_the_source_package_builds_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    archive = _build("sdist", ROOT, tmp_path)
    with tarfile.open(archive) as tar:
        tar.extraction_filter = getattr(tarfile, "data_filter", None)
        tar.extractall(tmp_path)
    (source,) = (path for path in tmp_path.iterdir() if path.is_dir())
    again = _build("wheel", source, tmp_path / "again")
    assert sorted(zipfile.ZipFile(again).namelist()) == sorted(zipfile.ZipFile(wheel).namelist())


def test_what_is_installed_uses_its_own_folders_and_languages(
    programs: Path, tmp_path: Path
) -> None:
    code = (
        "import json; from game import paths, i18n;"
        "print(json.dumps([str(paths.assets_dir()), str(paths.scenarios_dir()),"
        " i18n.available()]))"
    )
    done = _run(programs / "python", "-c", code, cwd=tmp_path)
    assert done.returncode == 0, _said(done)
    assets, scenarios, languages = json.loads(done.stdout)
    for folder, name in ((assets, "_assets"), (scenarios, "_scenarios")):
        assert Path(folder).parts[-3:] == ("site-packages", "game", name)
        assert ROOT not in Path(folder).parents
    assert languages == ["en", "nl"]


def test_the_installed_game_plays_the_demo(programs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = _run(
        programs / "cxgame",
        *("demo", "--fast", "--seed", "1", "--out", out, "--window", "640x360"),
        cwd=tmp_path,
        SDL_VIDEODRIVER="dummy",
        SDL_AUDIODRIVER="dummy",
        CXGAME_HOME=str(tmp_path / "home"),
    )
    assert done.returncode == 0, _said(done)
    assert "Traceback" not in done.stderr
    first, *moves = (out / "demo.cxsession").read_text(encoding="utf-8").splitlines()
    assert isinstance(json.loads(first), dict)
    assert len(moves) > 20
    assert json.loads((out / "standings.json").read_text(encoding="utf-8"))
    assert list(out.rglob("*.png"))
