"""The folder ``autograded/STUDENT/ASSIGNMENT``: always a whole one, the old or the new."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Copied:
    """Files beside the notebooks that come along, as with nbgrader.

    Attributes:
        submitted: The learner's folder; links and whatever is no plain file are left out.
        source: The instructor's folder; its files win.
        kept: Files of the learner that the instructor's do not replace.
        ignore: Globs of names that are left out.
        largest: Bytes; a bigger file of the learner is left out.
    """

    submitted: Path
    source: Path
    kept: Collection[str]
    ignore: Collection[str]
    largest: int


def put_autograded(folder: Path, documents: Mapping[str, str], copied: Copied, *, mode: int) -> None:
    """Make the folder anew beside its place, then put it there.

    Args:
        folder: Where.
        documents: The graded notebooks: name, JSON text.
        copied: The other files.
        mode: Of every file.
    """
    part, before = (folder.with_name(f".{folder.name}.{what}") for what in ("part", "before"))
    _remove(part)
    part.mkdir(parents=True)
    for path in _files(copied.submitted, copied.ignore):
        _copy_plain(path, part / path.relative_to(copied.submitted), copied.largest)
    for path in _files(copied.source, copied.ignore):
        place = path.relative_to(copied.source)
        if place.as_posix() not in copied.kept:
            _make_way(part / place, part)
            shutil.copyfile(path, part / place)
    for name, document in documents.items():
        _make_way(part / f"{name}.ipynb", part)
        (part / f"{name}.ipynb").write_text(document, encoding="utf-8", errors="replace", newline="\n")
    for path in part.rglob("*"):
        if path.is_file():
            path.chmod(mode)
    if folder.exists():
        _remove(before)
        folder.rename(before)
    part.rename(folder)
    _remove(before)


def is_whole(folder: Path, notebooks: Collection[str]) -> bool:
    """Tell whether the folder is there with these notebooks in it."""
    return all((folder / f"{name}.ipynb").is_file() for name in notebooks)


def _files(folder: Path, ignore: Collection[str]) -> Iterator[Path]:
    def left_out(name: str) -> bool:
        return any(fnmatch(name, pattern) for pattern in ignore)

    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not left_out(name))
        yield from (Path(place, name) for name in sorted(files) if not left_out(name) and not name.endswith(".ipynb"))


def _copy_plain(source: Path, target: Path, largest: int) -> None:
    # opened first and asked then, so that what is asked and what is read are the same file
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with suppress(OSError), os.fdopen(os.open(source, flags), "rb") as file:
        found = os.fstat(file.fileno())
        if stat.S_ISREG(found.st_mode) and found.st_size <= largest:
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") as copy:
                shutil.copyfileobj(file, copy)


def _make_way(path: Path, top: Path) -> None:
    """Take away what the learner put where a file of ours belongs."""
    for above in (path, *path.relative_to(top).parents):
        taken = top / above
        if taken.is_dir() and taken == path:
            shutil.rmtree(taken)
        elif taken.is_file() and taken != path:
            taken.unlink()
    path.parent.mkdir(parents=True, exist_ok=True)


def _remove(folder: Path) -> None:
    if not folder.exists():
        return
    for path in folder.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() else 0o644)  # they are read-only, which Windows takes seriously
    shutil.rmtree(folder)
