"""Libraries that complain on the terminal, kept quiet while they are asked something."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_words_of_others() -> Iterator[None]:
    """What libraries of the system write to the terminal goes nowhere: we say what is wrong."""
    try:
        kept = os.dup(2)
    except OSError:  # started without a terminal
        yield
        return
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        os.close(nowhere)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
