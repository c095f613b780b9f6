"""Checking and cleaning the notebooks of a whole course folder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from emptychair._errors import EmptyChairError
from emptychair._files import write_text
from emptychair.notebooks._canonical import clean, dumps
from emptychair.notebooks._problem import Problem
from emptychair.notebooks._read import UnreadableNotebookError, parse, text_of
from emptychair.notebooks._roles import FOLDERS, is_hidden, role_of


def check_tree(root: Path, paths: Iterable[Path] | None = None) -> tuple[Problem, ...]:
    """Every broken rule in the course's notebooks, in the order of the files.

    A file that is no notebook is one problem; the others are still looked at.

    Args:
        root: The course folder.
        paths: Files or folders in it, relative ones meant from ``root``; None looks at everything.

    >>> check_tree(Path("a/folder/without/notebooks"))
    ()
    """
    return tuple(problem for path in _notebooks(root, paths) for problem in _check(root, path))


def clean_tree(root: Path, paths: Iterable[Path] | None = None) -> tuple[Path, ...]:
    """Rewrite lessons and solutions in canonical form; each file changes whole or not at all.

    ``exercises/`` is left alone, also when named: it is made by the release.

    Args:
        root: The course folder.
        paths: Files or folders in it, relative ones meant from ``root``; None cleans everything.

    Returns:
        The files that changed, relative to ``root``.

    Raises:
        EmptyChairError: A file is no notebook (then none was changed) or cannot be written.

    >>> clean_tree(Path("a/folder/without/notebooks"))
    ()
    """
    changed: dict[Path, str] = {}
    for path in _notebooks(root, paths):
        role = role_of(path)
        if role == "exercise":
            continue
        before = text_of(root / path, shown=path)
        after = dumps(clean(parse(before, path), role))
        if after != before:
            changed[path] = after
    for path, text in changed.items():
        write_text(root / path, text)
    return tuple(changed)


def _check(root: Path, path: Path) -> list[Problem]:
    from emptychair.notebooks.rules import RULES, Subject

    try:
        text = text_of(root / path, shown=path)
        subject = Subject(path, role_of(path), text, parse(text, path))
    except UnreadableNotebookError as error:
        return [Problem(path, None, "unreadable", f"The file {error.what}", error.fix)]
    found = [problem for rule in RULES for problem in rule.problems(subject)]
    if subject.role == "exercise":
        # Its source or the release is at fault; nobody mends an exercise by hand.
        found = [replace(problem, fix="Run `emptychair release`.") for problem in found]
    return found


def _notebooks(root: Path, paths: Iterable[Path] | None) -> list[Path]:
    """The notebooks meant, relative to the course folder and sorted."""
    starts = [root / folder for folder in FOLDERS] if paths is None else [root / path for path in paths]
    found: set[Path] = set()
    for start in starts:
        inside = _relative(start, root)
        if paths is not None and inside != Path():
            role_of(inside)
        if start.is_dir():
            folders = [start / folder for folder in FOLDERS] if inside == Path() else [start]
            found.update(_relative(file, root) for folder in folders for file in folder.rglob("*.ipynb"))
        elif paths is not None:
            found.add(inside)
    return sorted(path for path in found if not is_hidden(path))


def _relative(path: Path, root: Path) -> Path:
    try:
        return path.resolve().relative_to(root.resolve())
    except ValueError:
        raise EmptyChairError(
            f"{path.as_posix()} is not in the course folder {root.as_posix()}. Name a notebook of the course."
        ) from None
