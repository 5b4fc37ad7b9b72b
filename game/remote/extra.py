"""Whether what the console is made of is installed; it is an extra of its own."""

from __future__ import annotations

from importlib.util import find_spec

from game.content.extras import install
from game.i18n import _

NEEDS = ("starlette", "uvicorn", "websockets", "segno")


def missing() -> tuple[str, ...]:
    """Packages of the extra that are not installed; nothing is imported to find out."""
    return tuple(name for name in NEEDS if find_spec(name) is None)


def missing_sentence() -> str:
    """What to do about it; "" where everything is there."""
    names = missing()
    if not names:
        return ""
    told = _("The console needs {packages}, which is not installed: {command}")
    return told.format(packages=", ".join(names), command=install("remote"))
