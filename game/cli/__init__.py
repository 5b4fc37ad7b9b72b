"""The command line: `cxgame`, which is `python -m game`.

Without a word behind it the start screen opens, and nothing that is not needed for its first
frame is imported: a facilitator with a full room behind her counts every second.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn


def main() -> NoReturn:
    """Run the command and leave with its exit code."""
    sys.exit(run())


def run(argv: Sequence[str] | None = None) -> int:
    """Do what the words of `argv` (those after the program's name) say; returns the exit code.

    0: done. 1: problems were found. 2: wrong use. 3: it cannot be done here. 70: a mistake of
    ours, with a file that tells us of it. 130: stopped with Ctrl-C. Never raises.
    """
    words = sys.argv[1:] if argv is None else list(argv)
    _forgive_odd_terminals()
    try:
        code = _do(words)
        _flush()
        return code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return _nobody_reads()
    except OSError as error:
        if _is_broken_pipe_of_windows(error):
            return _nobody_reads()
        from game.cli.trouble import last_resort

        code = last_resort(error)
        try:
            _flush()
        except OSError:
            _drop_output()  # it was the output itself that found no room
        return code
    except Exception as error:  # noqa: BLE001 - nobody is to see a traceback
        from game.cli.trouble import last_resort

        return last_resort(error)


def _do(words: list[str]) -> int:
    if not words:
        from game.app.window import run_start

        code = run_start()
        if code:
            from game.cli.display import shown

            shown(code)
        return code
    from game.cli.commands import dispatch

    return dispatch(words)


def _forgive_odd_terminals() -> None:
    """A terminal that lacks a letter shows a simpler one; it does not stop the program."""
    for stream in (sys.stdout, sys.stderr):
        # A program started by a double click may have no streams, a test has streams of its own.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if (stream.encoding or "").lower().replace("-", "") == "utf8":
            # Even there half a surrogate pair, from a file's name, cannot be written.
            reconfigure(errors="backslashreplace")
        else:
            from game.cli.streams import install

            reconfigure(errors=install())


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _is_broken_pipe_of_windows(error: OSError) -> bool:
    """True for what Windows says where others break the pipe: a bare EINVAL, of no file.

    See https://bugs.python.org/issue35754.
    """
    import errno

    return sys.platform == "win32" and error.errno == errno.EINVAL and error.filename is None


def _nobody_reads() -> int:
    """The reader of our output went away (`cxgame replay … | head`): stop without a word."""
    _drop_output()
    return 0


def _drop_output() -> None:
    """Forget what is still to be written: Python flushes once more on its way out."""
    import os
    from contextlib import suppress

    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
