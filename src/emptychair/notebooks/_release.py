"""From solutions/ to exercises/: nbgrader cuts, we compare and put in place."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from emptychair._errors import EmptyChairError
from emptychair.notebooks._build import build
from emptychair.notebooks._compare import Difference, compare
from emptychair.notebooks._files import replace_folders


def release(root: Path, *, into: Path | None = None, assignments: Iterable[str] | None = None) -> tuple[Path, ...]:
    """Make the exercises from the solutions.

    Everything is built aside first; the old exercises are replaced only when all of it succeeded.

    Args:
        root: The course folder.
        into: Where the exercises go; ``exercises/`` in the course folder by default.
        assignments: Release only these and leave the others as they are; None releases all and removes what has no
            source any more.

    Returns:
        The released files, sorted.

    Raises:
        EmptyChairError: A source is at fault, an assignment is unknown, or the folder cannot be written.

    >>> release(Path("nowhere"))
    Traceback (most recent call last):
    emptychair._errors.EmptyChairError: nowhere/solutions holds no assignment. ...
    """
    target = root / "exercises" if into is None else into
    chosen = None if assignments is None else tuple(dict.fromkeys(assignments))
    with _built(root, chosen) as folder:
        made = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
        if not made:
            raise EmptyChairError(
                f"{(root / 'solutions').as_posix()} holds no assignment. Put one into solutions/NN_slug/."
            )
        replace_folders(folder, target, chosen)
    return tuple(target / path for path in made)


def check_release(root: Path) -> tuple[Difference, ...]:
    """Where ``exercises/`` is not what ``solutions/`` makes; nothing is written.

    Args:
        root: The course folder.

    Raises:
        EmptyChairError: A source is at fault.

    >>> check_release(Path("nowhere"))
    ()
    """
    with _built(root, None) as folder:
        return tuple(compare(folder, root / "exercises", Path("exercises")))


@contextmanager
def _built(root: Path, assignments: tuple[str, ...] | None) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="emptychair-release-") as folder:
        yield build(root, Path(folder), assignments)
