"""Unpacking a `.cxdeck` that may have been made to do harm.

The whole file is looked at before a byte of it is written: zip files are read by their table of
contents, so that table must be small, stand where it says, and agree with everything in front of
it. Only then `zipfile` reads it, and each member streams into a new folder under limits.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from stat import S_IFMT, S_ISDIR, S_ISREG
from typing import NamedTuple

from game.content.checks import archive as check
from game.content.decode import MOST_BYTES
from game.content.problem import Problem
from game.content.sharing.members import DECK, MANIFEST, MEDIA, clashes, trouble_of
from game.content.shelf import media_of

MOST_PACKED = 30_000_000
"""Bytes of a packed deck; it is read into memory."""
MOST_TOGETHER = 60_000_000
"""Bytes of all its files: pictures as a session can carry, and four languages of the longest."""
MOST_MEMBERS = 1000
"""Files and folders in it."""
MOST_MANIFEST = 64_000
_STEEPEST = 200
"""How many times larger a large file may be than it is packed; words come to ten."""
_LARGE = 1_000_000
_MOST_TABLE = MOST_MEMBERS * 512
"""Bytes of the table of contents; zipfile makes an object of a kilobyte for each of its lines."""
_MOST_REPORTED = 50
_BLOCK = 1 << 16

_END = struct.Struct("<4s4H2LH")
_LOCAL = struct.Struct("<4s5H3L2H")
# APPNOTE.TXT (PKWARE, .ZIP File Format Specification 6.3.10), sections 4.3 and 4.4.
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    struct.error,
)
"""What zipfile raises of files that are not what they say."""
_AGAIN = "ask for the file again, or make it again with cxgame pack"


class _BrokenError(Exception):
    """The archive, or a member of it, cannot be unpacked: a sentence, a hint and the member."""

    def __init__(self, text: str, hint: str = _AGAIN, member: str = "") -> None:
        super().__init__(text)
        self.hint = hint
        self.member = member


class Member(NamedTuple):
    """A file of a packed deck that may be unpacked."""

    name: str
    info: zipfile.ZipInfo


def unpack(data: bytes, file: str, into: Path) -> tuple[Problem, ...]:
    """Write the files of a packed deck into an empty folder, or say everything against it.

    `file` is its name, fit to be printed. With problems the folder may hold a part of the files;
    it is the caller's to remove. Raises OSError where the folder cannot be written.
    """
    try:
        members, problems = _look(data, file)
        if not problems:
            with _opened(data) as archive:
                for member in members:
                    _write(archive, member, into)
    except _BrokenError as broken:
        return (check.problem(file, str(broken), broken.hint, broken.member),)
    return tuple(problems)


def peek(data: bytes, file: str) -> bytes | None:
    """The manifest of a packed deck; None where the file is none."""
    try:
        members, problems = _look(data, file)
        if problems:
            return None
        with _opened(data) as archive:
            return b"".join(
                block
                for member in members
                if member.name == MANIFEST
                for block in _blocks(archive, member)
            )
    except _BrokenError:
        return None


def _look(data: bytes, file: str) -> tuple[list[Member], list[Problem]]:
    """The files in it, and what is wrong with any of them; raises `_BrokenError`."""
    begins, count = _table(data)
    with _opened(data) as archive:
        infos = archive.infolist()
        if len(infos) != count:
            raise _BrokenError("its table of contents contradicts itself")
        _covered(data, infos, begins)
    members: list[Member] = []
    problems: list[Problem] = []
    for info in infos:
        # As it is in the file: zipfile cuts names at a NUL, and turns backslashes on Windows.
        name = info.orig_filename
        text, hint = _trouble(info, name)
        if text:
            problems.append(check.problem(file, text, hint, name))
        elif not name.endswith("/"):
            members.append(Member(name, info))
    for name, text in clashes(member.name for member in members):
        problems.append(check.problem(file, text, "", name))
    together = sum(member.info.file_size for member in members)
    if together > MOST_TOGETHER:
        text = f"its files take {together // 1_000_000} MB; expected at most "
        problems.append(check.problem(file, f"{text}{MOST_TOGETHER // 1_000_000} MB"))
    names = {member.name for member in members}
    if not problems and not names >= {DECK, MANIFEST}:
        missing = DECK if DECK not in names else MANIFEST
        problems.append(check.problem(file, f"there is no {missing} in it", _AGAIN))
    return members, problems[:_MOST_REPORTED]


def _opened(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(BytesIO(data))
    except _DAMAGED as error:
        raise _BrokenError("its table of contents is damaged") from error


def _table(data: bytes) -> tuple[int, int]:
    """(where the table of contents begins, how many lines it has); raises `_BrokenError`."""
    end = len(data) - _END.size
    if end < 0 or data[end : end + 4] != b"PK\x05\x06":
        if not data.startswith(b"PK"):
            raise _BrokenError(
                "this is no packed deck",
                "expected a .cxdeck, a deck's .yaml, or a folder with a deck.yaml in it",
            )
        raise _BrokenError("the file is cut off, or something was added behind its end")
    _, disk, first, here, count, size, begins, comment = _END.unpack_from(data, end)
    if (disk, first, comment) != (0, 0, 0) or here != count:
        raise _BrokenError("its table of contents contradicts itself, or goes on in another file")
    if data[end - 20 : end - 16] == b"PK\x06\x07" or count == 0xFFFF:
        raise _BrokenError("it is an archive for files larger than a deck has (zip64)")
    if size > _MOST_TABLE:
        raise _BrokenError("its table of contents is longer than that of any deck")
    if count > MOST_MEMBERS:
        raise _BrokenError(f"it holds {count} files; expected at most {MOST_MEMBERS}")
    if begins + size != end:
        raise _BrokenError("something stands in front of it that is no part of a deck")
    return begins, count


def _covered(data: bytes, infos: list[zipfile.ZipInfo], end: int) -> None:
    """Members stand one behind another from the first byte on: none in another, nothing before."""
    at = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        begins = info.header_offset
        if begins < at or begins + _LOCAL.size > end:
            raise _BrokenError("two files in it share the same bytes", member=info.orig_filename)
        if at == 0 and begins:
            raise _BrokenError("something stands in front of it that is no part of a deck")
        *_, name, extra = _LOCAL.unpack_from(data, begins)
        at = begins + _LOCAL.size + name + extra + info.compress_size
    if at > end:
        raise _BrokenError("its last file goes on behind the end", member=infos[-1].orig_filename)


def _trouble(info: zipfile.ZipInfo, name: str) -> tuple[str, str]:
    """Why a member is not unpacked, and how to mend it; ("", "") if nothing is the matter."""
    mode = info.external_attr >> 16
    folder = name.endswith("/")
    if S_IFMT(mode) and not S_ISREG(mode) and not (folder and S_ISDIR(mode)):
        return "it is a link or a device, not a file", "put the file itself into the deck"
    if info.flag_bits & _ENCRYPTED:
        return "it is locked with a password", "pack the deck without one"
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "it is packed in a way that decks do not use", _AGAIN
    text, hint = trouble_of(f"{name}{DECK}" if folder else name)
    if text or folder:
        return (text, hint) if text or not info.file_size else ("it is a folder with bytes", "")
    most = most_of(name)
    if info.file_size > most:
        return f"it takes more than {most / 1_000_000:g} MB", ""
    if info.file_size > max(_LARGE, _STEEPEST * info.compress_size):
        return f"it grows to more than {_STEEPEST} times its size when it is unpacked", ""
    return "", ""


def most_of(name: str) -> int:
    """Bytes that a file of this name may have in a deck."""
    if name == MANIFEST:
        return MOST_MANIFEST
    return media_of(name).most_bytes if name.lower().endswith(MEDIA) else MOST_BYTES


def _write(archive: zipfile.ZipFile, member: Member, into: Path) -> None:
    path = into / member.name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as out:
        for block in _blocks(archive, member):
            out.write(block)


def _blocks(archive: zipfile.ZipFile, member: Member) -> list[bytes]:
    """A member's bytes, as many as its table line says; raises `_BrokenError`."""
    blocks, left = [], member.info.file_size
    try:
        with archive.open(member.info) as source:
            while block := source.read(_BLOCK):
                left -= len(block)
                blocks.append(block)
                if left < 0:
                    break
    except _DAMAGED as error:
        raise _BrokenError("it is damaged", member=member.name) from error
    if left:
        raise _BrokenError("it has another size than it says", member=member.name)
    return blocks
