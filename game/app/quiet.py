"""System libraries that write complaints to the terminal, kept quiet for a while."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_words_of_others() -> Iterator[None]:
    """Whatever is written to the process's stderr meanwhile is thrown away.

    The caller tells what is wrong in a sentence of its own.
    """
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
