"""What the operating system says went wrong, in the language that is spoken."""

from __future__ import annotations

import errno

from game.i18n import _

_OF_WINDOWS = {
    19: errno.EROFS,  # a stick with its switch on
    21: errno.ENOENT,  # a drive with nothing in it
    32: errno.EBUSY,  # open in another program
    33: errno.EBUSY,  # locked by one, in part
    39: errno.ENOSPC,
    112: errno.ENOSPC,
    206: errno.ENAMETOOLONG,  # with all its folders
    1224: errno.EBUSY,  # mapped into another's memory
}
"""What Windows' own numbers say more exactly than what Python makes of them, mostly EACCES."""


def why(error: BaseException) -> str:
    """A few words on why a file, a folder or an address could not be had, to end a sentence with.

    The system's own words are English, or the machine's language, whatever the person chose; so
    those that a person meets are said here, and only rarer ones are left to the system.
    """
    number = error.errno if isinstance(error, OSError) else None
    number = _OF_WINDOWS.get(getattr(error, "winerror", None) or 0, number)
    return _known(number) or getattr(error, "strerror", None) or str(error)


def _known(number: int | None) -> str:
    match number:
        case errno.EACCES | errno.EPERM:
            return _("no permission")
        case errno.EROFS:
            return _("it is read-only there")
        case errno.ENOSPC | errno.EDQUOT:
            return _("the disk is full")
        case errno.EFBIG:
            return _("it is too large for that disk")
        case errno.ENOENT:
            return _("it is not there")
        case errno.EISDIR:
            return _("it is a folder")
        case errno.ENOTDIR:
            return _("a file stands where a folder should be")
        case errno.EEXIST:
            return _("something of that name is there already")
        case errno.ENAMETOOLONG:
            return _("its name is too long")
        case errno.EIO:
            return _("the disk cannot be read or written")
        case errno.EBUSY:
            return _("another program is using it")
        case errno.EADDRINUSE:
            return _("another program is using this address")
        case _:
            return ""
