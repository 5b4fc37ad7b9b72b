"""How to install what a part of the game needs and is not there: a line to type as it stands."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path


def install(extra: str) -> str:
    """The line that adds an extra of the package (`sheets`, `print`, `remote`) to this very Python.

    `pip` alone is often not found, or that of another Python: Windows has `py`, an environment of
    pipx is reached through pipx, and one that is not active by the path of its Python.
    """
    package = f'"cx-game[{extra}]"'
    prefix = Path(sys.prefix)
    if prefix.parent.name == "venvs" and "pipx" in (part.lower() for part in prefix.parts):
        return f"pipx runpip {prefix.name} install {package}"
    own = sys.prefix != sys.base_prefix
    active = own and os.environ.get("VIRTUAL_ENV", "") == sys.prefix
    if sys.platform == "win32":
        # A path with a blank in it is typed in one way in PowerShell and another in cmd.
        plain = own and not active and " " not in sys.executable
        return f"{sys.executable if plain else 'py'} -m pip install {package}"
    python = shlex.quote(sys.executable) if own and not active else "python3"
    return f"{'python' if active else python} -m pip install {package}"
