"""One assignment after the other through nbgrader's own release step, in a folder of its own."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

from emptychair._errors import EmptyChairError
from emptychair._files import write_text
from emptychair.notebooks._canonical import clean, dumps
from emptychair.notebooks._read import read
from emptychair.notebooks._roles import is_hidden
from emptychair.notebooks._settings import nbgrader_settings
from emptychair.notebooks._sources import check_sources


def build(root: Path, workshop: Path, assignments: tuple[str, ...] | None) -> Path:
    """Release into ``workshop`` and return the folder with the exercises; ``root`` is only read."""
    source, target = workshop / "solutions", workshop / "exercises"
    target.mkdir()
    # A copy: nbgrader takes the course folder's path for a glob pattern, and [brackets] in it would match nothing.
    for name in _chosen(root, assignments):
        shutil.copytree(root / "solutions" / name, source / name)
        check_sources(source / name, Path("solutions") / name)
        _generate(workshop, name)
        for path in sorted((target / name).rglob("*.ipynb")):
            write_text(path, dumps(clean(read(path), "exercise")))
    return target


def _chosen(root: Path, assignments: tuple[str, ...] | None) -> tuple[str, ...]:
    from emptychair.notebooks.rules import SLUG

    solutions = root / "solutions"
    folders = sorted(path for path in solutions.glob("*") if path.is_dir() and not is_hidden(Path(path.name)))
    known = tuple(path.name for path in folders if any(path.glob("*.ipynb")))
    for name in known if assignments is None else assignments:
        if name not in known:
            there = ", ".join(known) or "none"
            raise EmptyChairError(f"solutions/{name} holds no notebook. Choose one that does (there: {there}).")
        if not SLUG.fullmatch(name):
            raise EmptyChairError(f"solutions/{name} is not named NN_slug. Rename it in the manner of 06_star_answers.")
    return known if assignments is None else assignments


def _generate(workshop: Path, name: str) -> None:
    from nbgrader.converters import GenerateAssignment, NbGraderException
    from nbgrader.coursedir import CourseDirectory

    config = nbgrader_settings(workshop)
    config.CourseDirectory.assignment_id = name
    config.GenerateAssignment.no_database = True
    config.SaveCells.enabled = False
    heard = _Listener()
    log = logging.Logger(f"release of {name}", logging.ERROR)
    log.addHandler(heard)
    course = CourseDirectory(config=config, log=log)
    try:
        GenerateAssignment(coursedir=course, config=config, log=log).start()
    except NbGraderException:
        raise EmptyChairError(
            f"solutions/{name}: nbgrader refused it ({heard.cause()}). Nothing was released. Mend the notebook there."
        ) from None


class _Listener(logging.Handler):
    """Keeps what nbgrader logs: its exception says no more than "see above"."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())

    def cause(self) -> str:
        traces = [text for text in self.heard if text.startswith("Traceback")]
        text = traces[-1] if traces else "\n".join(self.heard[:1])
        return text.strip().rsplit("\n", 1)[-1].strip() or "no reason given"
