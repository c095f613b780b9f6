"""Reading files that a stranger handed in: regular files only, nothing through a link, never more than was asked for."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_KINDS = (
    (stat.S_ISLNK, "is a link, not a file"),
    (stat.S_ISDIR, "is a folder, not a file"),
    (stat.S_ISFIFO, "is a pipe, not a file"),
    (stat.S_ISSOCK, "is a socket, not a file"),
)


class Unreadable(Exception):
    """Why a file was not read, as the rest of a sentence that begins with its name."""


def read(path: Path, limit: int) -> bytes:
    """Read a regular file of at most ``limit`` bytes.

    Raises:
        Unreadable: It is something else, too large, or not for us to read.

    Example:
        >>> read(Path("/dev/null"), 10)
        Traceback (most recent call last):
        ...
        emptychair.grading._regular.Unreadable: is a device, not a file
    """
    try:
        _require_regular(os.lstat(path))  # a first look, so that no device is even opened
        handle = os.open(path, _FLAGS | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            found = os.fstat(handle)  # and a second, in case somebody exchanged it in between
            _require_regular(found)
            if found.st_size > limit:
                raise Unreadable(f"is larger than {limit / 1e6:g} MB")
            data = file.read(limit + 1)
    except OSError as error:
        raise Unreadable(f"cannot be read ({error.strerror})") from None
    if len(data) > limit:
        raise Unreadable(f"is larger than {limit / 1e6:g} MB")
    return data


def files_under(folder: Path, limit: int) -> Iterator[Path]:
    """Name the regular files below a folder, in order; links are not followed.

    At most ``limit`` of them, and no further than that many folders.
    """
    found = 0
    for here, folders, names in islice(os.walk(folder), limit):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(here, name)
            try:
                regular = stat.S_ISREG(os.lstat(path).st_mode)
            except OSError:
                continue
            if regular:
                found += 1
                if found > limit:
                    return
                yield path


def _require_regular(found: os.stat_result) -> None:
    if stat.S_ISREG(found.st_mode):
        return
    raise Unreadable(next((said for is_kind, said in _KINDS if is_kind(found.st_mode)), "is a device, not a file"))
