"""The pins of `constraints.txt`: the exact version of everything that set-up installs.

    python -m tools.pins            # write the versions that are installed; `make pins` does this
    python -m tools.pins --check    # say what is missing or not needed, and change nothing

A pin is a name and a version, nothing else: no address is stored, so that every network finds the
same versions in its own place. What only another operating system installs keeps the pin it has.
"""

import argparse
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
CONSTRAINTS = ROOT / "constraints.txt"
PROJECT = ROOT / "pyproject.toml"

_HEADER = "# What set-up installs, version by version. Made by `make pins`.\n"
LINUX = {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"}
MACOS = {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"}
WINDOWS = {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"}
SYSTEMS = (LINUX, MACOS, WINDOWS)
"""What each operating system answers to the markers of requirements."""


def wanted(project: Path = PROJECT) -> list[Requirement]:
    """Every requirement that pyproject.toml names, of every extra, but the game itself."""
    table = tomllib.loads(project.read_text(encoding="utf-8"))
    own = table["project"]
    texts: list[str] = [*own["dependencies"], *table["build-system"]["requires"]]
    for extra in own["optional-dependencies"].values():
        texts += extra
    requirements = [Requirement(text) for text in texts]
    itself = canonicalize_name(own["name"])
    return [each for each in requirements if canonicalize_name(each.name) != itself]


def closure(
    roots: Iterable[Requirement], systems: Sequence[Mapping[str, str]] = SYSTEMS
) -> set[str]:
    """The names of all that `roots` bring along, on any of these operating systems."""
    names: set[str] = set()
    seen: set[tuple[str, frozenset[str]]] = set()
    waiting = list(roots)
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        mark = (name, frozenset(requirement.extras))
        if mark in seen:
            continue
        seen.add(mark)
        names.add(name)
        waiting += _needs(name, requirement.extras, systems)
    return names


def installed(name: str) -> str | None:
    """The version of a package in this environment, or None."""
    try:
        return distribution(name).version
    except PackageNotFoundError:
        return None


def read(path: Path = CONSTRAINTS) -> dict[str, str]:
    """The pins as they are: canonical name to version."""
    pins: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, version = line.partition("==")
            pins[canonicalize_name(name)] = version
    return pins


def absent(requirements: Iterable[Requirement]) -> list[str]:
    """Those of `requirements` that are not installed here; what they need is not known then."""
    return [each.name for each in requirements if installed(each.name) is None]


def troubles(pins: Mapping[str, str], requirements: Sequence[Requirement]) -> Iterator[str]:
    """What is wrong with the pins of `requirements`, a sentence each.

    Needless pins are told only where every requirement is installed.
    """
    names = closure(requirements)
    for name in sorted(names - pins.keys()):
        yield f"{name} has no pin"
    if not absent(requirements):
        for name in sorted(pins.keys() - names):
            yield f"{name} is pinned, but nothing needs it"
    for requirement in requirements:
        version = pins.get(canonicalize_name(requirement.name))
        if version is not None and version not in requirement.specifier:
            yield f"{requirement.name}=={version} contradicts pyproject.toml: {requirement}"


def pinned(requirements: Sequence[Requirement], old: Mapping[str, str]) -> dict[str, str]:
    """The pins of all that `requirements` bring along, as it is installed here.

    Raises `ValueError` when something is neither installed nor pinned before.
    """
    missing = absent(requirements)
    if missing:
        raise ValueError(f"install these first: {', '.join(missing)}")
    pins: dict[str, str] = {}
    for name in sorted(closure(requirements)):
        version = installed(name) or old.get(name)
        if version is None:
            raise ValueError(f"not installed and never pinned: {name}")
        pins[name] = version
    return pins


def write(pins: Mapping[str, str], path: Path = CONSTRAINTS) -> None:
    """Write the pins, one a line."""
    lines = (f"{name}=={version}\n" for name, version in pins.items())
    path.write_text(_HEADER + "".join(lines), encoding="utf-8")


def _needs(
    name: str, extras: Iterable[str], systems: Sequence[Mapping[str, str]]
) -> Iterator[Requirement]:
    """What a package needs on at least one of the systems; nothing if it is not installed."""
    try:
        texts = distribution(name).requires or []
    except PackageNotFoundError:
        return
    for requirement in map(Requirement, texts):
        marker = requirement.marker
        places = ({**system, "extra": extra} for system in systems for extra in ("", *extras))
        if marker is None or any(marker.evaluate(place) for place in places):
            yield requirement


def main(argv: Sequence[str] | None = None) -> int:
    """Write the pins, or check them; 1 when something is wrong."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.pins", description="Write the pins of constraints.txt."
    )
    parser.add_argument("--check", action="store_true", help="compare, and change nothing")
    check: bool = parser.parse_args(argv).check
    requirements = wanted()
    found: list[str] = []
    if check:
        found += troubles(read(), requirements)
    else:
        try:
            write(pinned(requirements, read()))
        except ValueError as error:
            found.append(str(error))
    for trouble in found:
        print(f"constraints.txt: {trouble}", file=sys.stderr)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
