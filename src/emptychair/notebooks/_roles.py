"""Which part a notebook plays: its top folder says so."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from emptychair._errors import EmptyChairError

Role = Literal["lesson", "solution", "exercise"]

FOLDERS: dict[str, Role] = {"lessons": "lesson", "solutions": "solution", "exercises": "exercise"}


def role_of(path: Path) -> Role:
    """The role of a notebook whose path is relative to the course folder.

    >>> role_of(Path("solutions/06_star_answers/star.ipynb"))
    'solution'
    """
    role = FOLDERS.get(path.parts[0]) if path.parts else None
    if role is None:
        wanted = ", ".join(f"{folder}/" for folder in FOLDERS)
        raise EmptyChairError(f"{path.as_posix()} is not in a folder of the course. Move it into one of {wanted}.")
    return role


def is_hidden(path: Path) -> bool:
    """Is it, or a folder above it, something an editor or Python left behind?

    >>> is_hidden(Path("lessons/.ipynb_checkpoints/06_star-checkpoint.ipynb"))
    True
    """
    return any(part.startswith(".") or part == "__pycache__" for part in path.parts)
