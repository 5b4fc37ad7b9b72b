"""What every test gets: no window, no sound, English, and folders of its own."""

import os
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# Before anything imports pygame: SDL looks at these once, when it opens the display.
os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

import pytest
from hypothesis import HealthCheck, settings

from game import i18n, paths

# Some machines keep no bytecode. Then every worker would rewrite every test anew, and every
# process a test starts would compile the whole game: a minute and a half of one core. Git ignores
# what is kept.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# A test must not fail for being slow: a shared machine with two cores is slow now and then.
# The same examples each time, so that a failure is the change's own; `--hypothesis-profile=explore`
# looks further.
settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "explore",
    parent=settings.get_profile("ci"),
    derandomize=False,
    max_examples=2_000,
)
settings.load_profile("ci")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One more than there are cores: who drives a window or a browser waits half of the time."""
    mine = getattr(os, "sched_getaffinity", None)
    return (len(mine(0)) if mine else os.cpu_count() or 1) + 1


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Hand all cases of one test to one worker: what they share is then made once."""
    if config.getoption("dist") != "loadgroup":
        return None
    from xdist.scheduler import LoadGroupScheduling  # type: ignore[import-untyped]  # has no types

    class ByTest(LoadGroupScheduling):  # type: ignore[misc]  # its base has no types
        def _split_scope(self, nodeid: str) -> str:
            group: str = super()._split_scope(nodeid)
            return nodeid.partition("[")[0] if group == nodeid else group

    return ByTest(config, log)


@pytest.fixture(autouse=True)
def _own_world(
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """Keep a test away from the person's folders, windows and language.

    Tests marked `window` start the game in a process of its own, on a real window system: that
    process inherits no dummy display, but stays silent.
    """
    # The folder is not made: most tests never look at it, and the game makes what it needs.
    home = tmp_path_factory.getbasetemp() / "homes" / _file_name(request.node.nodeid)
    monkeypatch.setenv(paths.HOME_VARIABLE, str(home))
    if request.node.get_closest_marker("window") is not None:
        monkeypatch.delenv("SDL_VIDEODRIVER")
    yield
    i18n.set_language(i18n.SOURCE_LANGUAGE)


@pytest.fixture
def home() -> Path:
    """The folder that holds everything of the person in this test; it does not exist yet."""
    return Path(os.environ[paths.HOME_VARIABLE])


def _file_name(nodeid: str) -> str:
    readable = "".join(sign if sign.isalnum() else "-" for sign in nodeid)
    return f"{readable[-60:]}-{zlib.crc32(nodeid.encode()):08x}"
