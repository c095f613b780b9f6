"""Where the course is: the folder that holds ``solutions/``, ``exercises/`` and ``nbgrader_config.py``."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from emptychair._errors import EmptyChairError

_PACKAGE = Path(__file__).resolve().parent
CHECKOUT = _PACKAGE.parents[1]
PACKAGED = _PACKAGE / "_course"


def course_root(start: Path | None = None) -> Path:
    """Find the course: the nearest one at or above ``start``, else the kit's own.

    Args:
        start: Where to begin; the working directory when it is not given.

    Raises:
        EmptyChairError: There is no course anywhere.

    Example:
        >>> (course_root() / "solutions").is_dir()
        True
    """
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / "nbgrader_config.py").is_file() and (folder / "solutions").is_dir():
            return folder
    for folder in (CHECKOUT, PACKAGED):
        if (folder / "solutions").is_dir():
            return folder
    raise EmptyChairError(
        f"{here} is not in a course: neither it nor a folder above it holds nbgrader_config.py and solutions/. "
        "Go to the course folder, or make one with `emptychair init FOLDER`."
    )


def is_source_tree(root: Path) -> bool:
    """Tell the kit itself (a checkout, or the copy in the installed package) from a course folder made of it.

    Example:
        >>> is_source_tree(Path("/srv/courses/spring"))
        False
    """
    return (root / "src" / "emptychair").is_dir() or root.resolve() == PACKAGED


def assignments(root: Path) -> tuple[str, ...]:
    """Name the assignments of a course: the folders of ``solutions/`` that hold a notebook, in order.

    Example:
        >>> assignments(Path("no such course"))
        ()
    """
    return tuple(sorted({path.parent.name for path in (root / "solutions").glob("[!.]*/*.ipynb")}))


def require_assignment(root: Path, name: str) -> None:
    """Complain about an assignment that the course does not have.

    Raises:
        EmptyChairError: It is unknown; the message names the known ones.

    Example:
        >>> require_assignment(Path("spring"), "06_star")
        Traceback (most recent call last):
        ...
        emptychair._errors.EmptyChairError: spring/solutions holds no assignment "06_star"; it holds none at all.
    """
    known = assignments(root)
    if name in known:
        return
    near = get_close_matches(name, known, n=1)
    hint = f"Did you mean {near[0]}? " if near else ""
    listed = f"{hint}Known: {', '.join(known)}." if known else "it holds none at all."
    join = "." if known else ";"
    raise EmptyChairError(f'{root / "solutions"} holds no assignment "{name}"{join} {listed}')


def require_some(root: Path, names: tuple[str, ...] | None) -> tuple[str, ...]:
    """Take the assignments that were asked for, all of them when none was named.

    Raises:
        EmptyChairError: One of them is unknown, or there is none at all.
    """
    for name in names or ():
        require_assignment(root, name)
    chosen = names or assignments(root)
    if not chosen:
        raise EmptyChairError(f"{root / 'solutions'} holds no assignment yet; add solutions/NN_slug/NAME.ipynb.")
    return tuple(chosen)
