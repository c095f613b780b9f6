"""Where the data files are: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

from emptychair._errors import EmptyChairError

_PACKAGE = Path(__file__).resolve().parent
_FOLDERS = (_PACKAGE / "_course" / "data", _PACKAGE.parents[1] / "data")


def data_path(name: str) -> Path:
    """Find a file of ``data/``.

    Raises:
        EmptyChairError: there is no such file.

    Example:
        >>> data_path("questions.toml").name
        'questions.toml'
    """
    for folder in _FOLDERS:
        if (folder / name).exists():
            return folder / name
    raise EmptyChairError(f"data/{name} is missing; install Empty Chair again or restore the file from the repository.")
