"""What a learner has committed to and decided: one file on the learner's own machine.

The file is JSON, ``{"schema": 1, "kept": {SHELF: {NAME: VALUE}}}``. It is replaced in one step, under a lock, because two
lessons may be open at once. A file that cannot be read is put aside, never overwritten.
"""

from __future__ import annotations

import json
import os
import warnings
from pathlib import Path
from typing import Any, Final

import platformdirs
from filelock import FileLock

from emptychair._errors import EmptyChairError
from emptychair._files import said_plainly, write_text

SCHEMA: Final = 1
HOME: Final = "EMPTYCHAIR_HOME"
"""The environment variable that names another folder; tests and the builds of lessons use it."""

Kept = dict[str, dict[str, Any]]


def progress_path() -> Path:
    """Say where the progress is kept.

    Example:
        >>> progress_path().name
        'progress.json'
    """
    home = os.environ.get(HOME)
    return (Path(home) if home else platformdirs.user_data_path("emptychair", appauthor=False)) / "progress.json"


def kept(shelf: str) -> dict[str, Any]:
    """Give everything that was kept on a shelf, such as ``predictions``.

    Raises:
        EmptyChairError: The file cannot be read, or another version of the kit wrote it.
    """
    return _read(progress_path()).get(shelf, {})


def keep(shelf: str, name: str, value: Any) -> None:
    """Keep a value (anything that JSON can hold); an older one of the same name gives way.

    Raises:
        EmptyChairError: The file cannot be written, or another version of the kit wrote it.
    """
    path = progress_path()
    with said_plainly(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{path}.lock"):
            everything = _read(path)
            everything.setdefault(shelf, {})[name] = value
            write_text(path, _dumps(everything))


def exported() -> str:
    """Give the whole file as JSON text."""
    return _dumps(_read(progress_path()))


def erase() -> bool:
    """Forget everything; say whether there was anything."""
    path = progress_path()
    with said_plainly(path):
        there = path.exists()
        path.unlink(missing_ok=True)
    return there


def _dumps(everything: Kept) -> str:
    return json.dumps({"schema": SCHEMA, "kept": everything}, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _read(path: Path) -> Kept:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        schema, everything = data["schema"], data["kept"]
        whole = all(isinstance(shelf, dict) for shelf in everything.values())
    except FileNotFoundError:
        return {}
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise EmptyChairError(f"{path} cannot be read ({reason}). Check that the file is yours.") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        schema, everything, whole = SCHEMA, {}, False
    if schema != SCHEMA:
        raise EmptyChairError(
            f"{path} was written by another version of Empty Chair (schema {schema}, this one knows {SCHEMA}). "
            "It was not touched. Update the kit, or `emptychair progress erase` to begin anew."
        )
    if not whole:
        _put_aside(path)
        return {}
    kept_before: Kept = everything
    return kept_before


def _put_aside(path: Path) -> None:
    places = (path.with_name(f"{path.stem}.unreadable-{n}.json") for n in range(1, 10_000))
    aside = next(place for place in places if not place.exists())
    with said_plainly(path):
        path.replace(aside)
    warnings.warn(f"{path} could not be read; it is now {aside.name}, and a new one is begun.", stacklevel=4)
