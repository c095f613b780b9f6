"""What one student handed in, looked at before anything of it runs. Faults are data: a batch never stops here."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from emptychair.grading._layout import Layout
from emptychair.grading._notebook import MAX_BYTES, NotANotebook, cells_of
from emptychair.grading._readable import readable
from emptychair.grading._regular import Unreadable, files_under, read

_MAX_FILES = 1_000
_LEFT = "Nothing else was affected."
_AGAIN = "Ask for it again: in JupyterLab, File > Download."
_OURS = ("timestamp.txt",)


@dataclass(frozen=True, slots=True)
class HandedIn:
    """One notebook as it was handed in.

    Attributes:
        name: Its name without ``.ipynb``.
        cells: What `emptychair.grading._notebook.cells_of` read of it; empty when there is a fault.
        fault: Which file, what is wrong, what to do; empty when nothing is.

    Example:
        >>> HandedIn("star", (), "").fault
        ''
    """

    name: str
    cells: tuple[dict[str, Any], ...]
    fault: str


@dataclass(frozen=True, slots=True)
class Submission:
    """The notebooks and files of one student for one assignment.

    Attributes:
        student: Who.
        assignment: What.
        notebooks: All that lie in the folder, those with faults too.
        files: The other files, by path relative to the folder. Only the learner's own code gets to see them.
        remarks: What was left out and why; it costs no points.

    Example:
        >>> one = Submission("ana", "ps1", (HandedIn("p1", (), "p1.ipynb is a link"),), {"a.csv": b"1"}, ())
        >>> Submission.from_json(one.to_json()) == one
        True
    """

    student: str
    assignment: str
    notebooks: tuple[HandedIn, ...]
    files: Mapping[str, bytes]
    remarks: tuple[str, ...]

    @classmethod
    def read(
        cls, root: Path | Layout, assignment: str, student: str, wanted: Collection[str] | None = None
    ) -> Submission:
        """Read a submission; whatever is in the folder, this returns.

        Args:
            root: The course folder, or its layout where it is at hand.
            assignment: The assignment's name.
            student: The student's folder name.
            wanted: The notebooks that the assignment has; others are not opened. All, when not given.
        """
        layout = root if isinstance(root, Layout) else Layout.read(root)
        folder = layout.folder("submitted", student, assignment)
        shown = folder.relative_to(layout.root) if folder.is_relative_to(layout.root) else folder
        through = _link_above(folder, student)
        if through:
            fault = f"{through} is a link, not a folder. {_LEFT} Put the student's own files there."
            return cls(student, assignment, (HandedIn("", (), fault),), {}, ())
        files: dict[str, bytes] = {}
        remarks: list[str] = []
        notebooks = tuple(_handed_in(path, shown / path.name) for path in _notebooks(folder, wanted))
        left = layout.max_file_size
        for path in files_under(folder, _MAX_FILES):
            name = path.relative_to(folder).as_posix()
            if path.suffix == ".ipynb" or name in _OURS or not name.isprintable():
                continue
            try:
                files[name] = read(path, left)
                left -= len(files[name])
            except Unreadable as error:
                remarks.append(f"{shown / name} {error}; it was left out.")
        return cls(student, assignment, notebooks, files, tuple(remarks))

    @property
    def digest(self) -> str:
        """The address of the content: equal for two hand-ins exactly when grading cannot tell them apart."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()

    def to_json(self) -> str:
        """The submission as text, self-contained."""
        data = asdict(self)
        data["files"] = {name: base64.b64encode(content).decode() for name, content in sorted(self.files.items())}
        return json.dumps(data, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Submission:
        """Read a submission back.

        Raises:
            ValueError: The text is not a submission.
        """
        try:
            data = json.loads(text)
            return cls(
                data["student"],
                data["assignment"],
                tuple(HandedIn(one["name"], tuple(one["cells"]), one["fault"]) for one in data["notebooks"]),
                {name: base64.b64decode(content) for name, content in data["files"].items()},
                tuple(data["remarks"]),
            )
        except (TypeError, KeyError, AttributeError) as error:
            raise ValueError(f"this is not a submission ({error})") from None


def _link_above(folder: Path, student: str) -> Path | None:
    """The student's folder or one below it that is a link; what lies above is the instructor's own business."""
    for path in (folder, *folder.parents):
        if path.is_symlink():
            return path
        if path.name == student:
            return None
    return None


def _notebooks(folder: Path, wanted: Collection[str] | None) -> list[Path]:
    try:
        found = [path for path in folder.iterdir() if path.suffix == ".ipynb"]
        return sorted(path for path in found if wanted is None or path.stem in wanted)
    except OSError:
        return []


def _handed_in(path: Path, shown: Path) -> HandedIn:
    try:
        return HandedIn(path.stem, tuple(cells_of(read(path, MAX_BYTES))), "")
    except (Unreadable, NotANotebook) as error:
        return HandedIn(path.stem, (), f"{readable(shown.as_posix())} {error}. It was not graded. {_LEFT} {_AGAIN}")
