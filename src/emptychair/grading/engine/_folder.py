"""The working folder, of which each side has its own: a file that one side writes is there on the other side too."""

from __future__ import annotations

import os
import sys
from base64 import b64decode, b64encode
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any

from emptychair.grading.engine._wire import Malformed, NotData

_MOST_FILES = 500
_MOST_BYTES = 8 << 20
_PROGRAMS = frozenset((".egg", ".pth", ".py", ".pyc", ".pyd", ".pyi", ".pyw", ".so", ".zip"))
_HARMLESS = {
    "_codecs": ("encode",),
    "builtins": ("bytearray", "complex", "frozenset", "range", "set", "slice"),
    "datetime": ("date", "datetime", "time", "timedelta", "timezone"),
    "decimal": ("Decimal",),
    "fractions": ("Fraction",),
    "numpy": ("dtype", "ndarray"),
    "numpy._core.multiarray": ("_reconstruct", "scalar"),
    "numpy._core.numeric": ("_frombuffer",),
    "numpy.core.multiarray": ("_reconstruct", "scalar"),
    "numpy.core.numeric": ("_frombuffer",),
}

Files = dict[str, str | None]
"""Contents in base 64 by name; nothing for a file that is gone."""


class Folder:
    """One side's folder, which is the folder that this process works in."""

    def __init__(self) -> None:
        self._seen: dict[str, tuple[int, int]] = {}
        self.settle()

    def settle(self) -> None:
        """Take everything as it is for known to the other side."""
        self._seen = dict(_files())

    def names(self) -> frozenset[str]:
        """The files that both sides know."""
        return frozenset(self._seen)

    def changes(self, wanted: Callable[[str], bool] = lambda _name: True) -> Files:
        """The files that are not as the other side knows them.

        Args:
            wanted: Says which the other side should know of.
        """
        now, found = dict(_files()), Files()
        left = _MOST_BYTES
        for name in [*now, *(self._seen.keys() - now.keys())]:
            if now.get(name) == self._seen.get(name) or not wanted(name):
                continue
            content = _content(name) if name in now else None
            left -= len(content or b"")
            if left < 0:
                break
            found[name] = None if content is None else b64encode(content).decode()
            if name in now:
                self._seen[name] = now[name]
            else:
                del self._seen[name]
        return found

    def apply(self, files: Any, kept: Collection[str] = ()) -> None:
        """Do here what the other side did there.

        Args:
            files: What the other side's `changes` gave, or a hostile peer.
            kept: Files that stay as they are.

        Raises:
            Malformed: These are no files.
        """
        for name, content in files.items() if isinstance(files, dict) else ():
            if not may_come(name) or name in kept or len(self._seen) >= _MOST_FILES:
                continue
            path = Path(name)
            try:
                if path.exists() and name not in self._seen:
                    continue  # made on this side, and the other side was not told of it: a test's own
                if not path.resolve().is_relative_to(Path.cwd()):
                    continue
                if content is None:
                    path.unlink(missing_ok=True)
                    self._seen.pop(name, None)
                    continue
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(b64decode(content, validate=True))
                self._seen[name] = _state(path.stat())
            except (TypeError, ValueError) as error:
                raise Malformed(f"a file that is none ({error})") from None
            except OSError:
                continue


def may_come(name: Any) -> bool:
    """May a file of this name come from the learner's side? Nothing outside the folder, nothing that Python imports.

    >>> [may_come(name) for name in ("out/report.txt", "../report.txt", "/etc/passwd", "random.py", ".config/x")]
    [True, False, False, False, False]
    """
    if not isinstance(name, str) or not 0 < len(name) <= 200 or "\0" in name or "\\" in name:
        return False
    path = PurePosixPath(name)
    plain = not path.is_absolute() and str(path) == name and not any(part.startswith(".") for part in path.parts)
    return plain and not _PROGRAMS & {suffix.lower() for suffix in path.suffixes}


def refuse_foreign_objects() -> None:
    """From now on this process unpickles data and nothing else: a pickle from the learner's side would be a program."""

    def watch(event: str, given: tuple[Any, ...]) -> None:
        if event == "pickle.find_class" and given[1] not in _HARMLESS.get(str(given[0]), ()):
            raise NotData(f"a pickle of {given[0]}.{given[1]} is not plain data")

    sys.addaudithook(watch)


def _files() -> Iterator[tuple[str, tuple[int, int]]]:
    waiting, count = [""], 0
    while waiting:
        folder = waiting.pop()
        with suppress(OSError), os.scandir(folder or ".") as entries:
            for entry in entries:
                count += 1
                if count > _MOST_FILES:
                    return
                if entry.name.startswith((".", "__pycache__")):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{folder}{entry.name}/")
                elif entry.is_file(follow_symlinks=False):
                    yield folder + entry.name, _state(entry.stat())


def _state(found: os.stat_result) -> tuple[int, int]:
    return found.st_mtime_ns, found.st_size


def _content(name: str) -> bytes | None:
    with suppress(OSError), Path(name).open("rb") as file:
        return file.read(_MOST_BYTES + 1)
    return None
