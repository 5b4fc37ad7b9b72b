"""CX Game: a board game about customer experience, projected on the wall of a workshop.

The floors, from the ground up, each importing only from those below it:
`rules`, `content`, `session`, `screens`, `app`, `cli`.
"""

import os

__version__ = "0.1.0"

# pygame greets on standard output when it is imported, in the middle of what `--json` prints.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
