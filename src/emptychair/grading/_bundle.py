"""Everything about an assignment that grading needs, in one value that can be sent to another machine."""

from __future__ import annotations

import base64
import hashlib
import json
import platform
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

from emptychair.grading import _prepare
from emptychair.grading._layout import Layout
from emptychair.grading._limits import Limits

ENGINE = "1"
"""Counts up whenever the same submission may get other marks than before."""

EngineName = Literal["fork", "kernel"]


@cache
def fingerprint() -> str:
    """A digest of this Python and of every installed package.

    Example:
        >>> fingerprint() == fingerprint()
        True
    """
    folders = (Path(place) for place in sys.path if place)
    # A name and a version each; reading them from the files in there would take as long as grading twenty submissions.
    installed = sorted(
        {one.name for folder in folders for kind in ("dist", "egg") for one in folder.glob(f"*.{kind}-info")}
    )
    lines = [platform.python_version(), platform.machine(), *installed]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Skeleton:
    """One notebook of the assignment as the instructor wrote it.

    Attributes:
        name: Its name without ``.ipynb``.
        document: JSON text of the notebook, solutions cut, hidden tests still in: what nbgrader puts in its gradebook.
        witness: What the instructor's own solutions do (see `emptychair.grading._witness`).

    Example:
        >>> Skeleton("star", '{"cells": []}').name
        'star'
    """

    name: str
    document: str
    witness: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bundle:
    """An assignment, ready to grade submissions with.

    Attributes:
        assignment: Its name.
        notebooks: The instructor's notebooks.
        files: The files beside them, by relative path.
        kept: Of these, the ones for which the learner's version counts.
        limits: What a submission may use.
        engine: ``fork``, or ``kernel`` for a real kernel with the tests in it (which is no boundary).
        environment: A digest of the Python and the packages that learners' code meets.

    Example:
        >>> bundle = Bundle("ps1", (Skeleton("p1", "{}"),), {"a.csv": b"1"})
        >>> Bundle.from_json(bundle.to_json()) == bundle
        True
    """

    assignment: str
    notebooks: tuple[Skeleton, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)
    kept: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    engine: EngineName = "fork"
    environment: str = field(default_factory=fingerprint)

    @classmethod
    def read(
        cls,
        root: Path,
        assignment: str,
        *,
        limits: Limits | None = None,
        engine: EngineName | None = None,
        prepared: Any = None,
    ) -> Bundle:
        """Read an assignment of the course at ``root`` from its source directory, as nbgrader itself would.

        Args:
            root: The course folder.
            assignment: The assignment's name.
            limits: The limits; the defaults, with nbgrader's ``Execute.timeout`` for a cell, when not given.
            engine: The engine; the fast one when not given, and for Python notebooks.
            prepared: What `_prepare` collects, by one who has nbgrader at hand; a process of its own when not given.

        Raises:
            EmptyChairError: The assignment is unknown, or nbgrader does not accept it.
        """
        layout = Layout.read(root)
        prepared = prepared or _prepare.prepare(root, assignment)
        python = all(notebook["language"] == "python" for notebook in prepared["notebooks"])
        return cls(
            assignment,
            tuple(Skeleton(one["name"], one["document"], one["witness"]) for one in prepared["notebooks"]),
            {name: base64.b64decode(content) for name, content in prepared["files"].items()},
            layout.kept.get(assignment, ()),
            limits or Limits(cell_seconds=layout.cell_seconds),
            engine or ("fork" if python else "kernel"),
        )

    @property
    def digest(self) -> str:
        """The address of the content, the engine and the environment: equal means equal marks."""
        return hashlib.sha256(f"{ENGINE}\n{self.to_json()}".encode()).hexdigest()

    def to_json(self) -> str:
        """The bundle as text, self-contained."""
        data = asdict(self)
        data["files"] = {name: base64.b64encode(content).decode() for name, content in sorted(self.files.items())}
        return json.dumps(data, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Bundle:
        """Read a bundle back.

        Raises:
            ValueError: The text is not a bundle.
        """
        try:
            data = json.loads(text)
            data["notebooks"] = tuple(Skeleton(**one) for one in data["notebooks"])
            data["files"] = {name: base64.b64decode(content) for name, content in data["files"].items()}
            data["kept"] = tuple(data["kept"])
            data["limits"] = Limits(**data["limits"])
            return cls(**data)
        except (TypeError, KeyError, AttributeError) as error:
            raise ValueError(f"this is not a bundle ({error})") from None
