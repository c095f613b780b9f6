"""The folder ``autograded/STUDENT/ASSIGNMENT``: always a whole one, the old or the new."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Mapping
from pathlib import Path


def put_autograded(folder: Path, documents: Mapping[str, str], files: Mapping[str, bytes], *, mode: int) -> None:
    """Make the folder anew beside its place, then put it there.

    Args:
        folder: Where.
        documents: The graded notebooks: name, JSON text.
        files: The other files, by relative path.
        mode: Of every file.
    """
    part, before = (folder.with_name(f".{folder.name}.{what}") for what in ("part", "before"))
    _remove(part)
    part.mkdir(parents=True)
    notebooks = {f"{name}.ipynb": text.encode("utf-8", "replace") for name, text in documents.items()}
    for name, content in {**files, **notebooks}.items():
        place = part / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
        place.chmod(mode)
    if folder.exists():
        _remove(before)
        folder.rename(before)
    part.rename(folder)
    _remove(before)


def is_whole(folder: Path, notebooks: Collection[str]) -> bool:
    """Tell whether the folder is there with these notebooks in it."""
    return all((folder / f"{name}.ipynb").is_file() for name in notebooks)


def _remove(folder: Path) -> None:
    if not folder.exists():
        return
    for path in folder.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() else 0o644)  # they are read-only, which Windows takes seriously
    shutil.rmtree(folder)
