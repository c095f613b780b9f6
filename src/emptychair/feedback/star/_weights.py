"""The trained numbers of the sentence model, and the file they travel in (``weights.npz``, made by ``make model``)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

EVIDENCE = (
    "who", "when", "stake", "goal",
    "own", "we", "reason", "alternative",
    "customer", "said", "method", "finding", "beyond",
    "outcome", "number", "before", "period", "check", "vague",
    "cause", "mechanism", "loop",
    "lesson", "mistake", "later", "platitude",
    "blame", "hypothetical",
)  # fmt: skip
"""What a sentence can show, beside its component; each is defined in ``data/corpus/codebook.md``."""

TYPES = ("story", "pseudo-story", "exemplification", "opinion", "self-description")
"""What answers to behavioral questions are, after Bangerter, Corvalan & Cavin (2014)."""

KINDS = (*TYPES, "off topic", "padded", "no own act", "no account")
"""What kind of text the words of a whole text can speak for."""

DOUBTS = ("topic", "focus", "own", "told", "account")
"""What is asked of a text as a whole: is it about serving somebody, and mostly so; does the writer act in it; did it happen
once; is it an account at all?"""

_TABLES = ("own", "around", "whole")
_PLAIN = (
    "whole_bias",
    "judge",
    "judge_bias",
    "link",
    "before",
    "near_scale",
    "near_hidden",
    "near_out",
    "sooner",
    "scale",
    "hidden",
    "out",
    "bias",
    "second",
    "second_bias",
    "third",
    "third_bias",
    "start",
    "step",
)
_STEPS = 127  # weights are stored as signed bytes


@dataclass(frozen=True, slots=True)
class Table:
    """Feature names and their weights, one row a name."""

    index: dict[str, int]
    rows: NDArray[np.float32]

    @classmethod
    def of(cls, names: list[str], rows: NDArray[np.float32]) -> Table:
        """Put names and rows together."""
        return cls({name: i for i, name in enumerate(names)}, rows)

    def known(self, names: Iterable[str]) -> NDArray[np.intp]:
        """Number the rows of the names that are known."""
        return np.array([row for row in map(self.index.get, names) if row is not None], np.intp)

    def total(self, known: NDArray[np.intp]) -> NDArray[np.float32]:
        """Add up rows."""
        total: NDArray[np.float32] = self.rows.take(known, axis=0).sum(axis=0)
        return total

    def pack(self, name: str) -> dict[str, NDArray[Any]]:
        """Shrink to bytes: one scale a column."""
        scale = np.abs(self.rows).max(axis=0) / _STEPS + 1e-12
        return {
            f"{name}_names": np.frombuffer("\n".join(self.index).encode(), dtype=np.uint8),
            f"{name}_rows": np.round(self.rows / scale).astype(np.int8),
            f"{name}_scale": scale.astype(np.float32),
        }

    @classmethod
    def unpack(cls, name: str, packed: dict[str, NDArray[Any]]) -> Table:
        """Undo :meth:`pack`."""
        names = packed[f"{name}_names"].tobytes().decode().split("\n")
        return cls.of(names, packed[f"{name}_rows"].astype(np.float32) * packed[f"{name}_scale"])


class Judge(NamedTuple):
    """A small net: means and spreads of what it looks at, its hinges, and how they add up; biases are last rows."""

    scale: NDArray[Any]
    hidden: NDArray[Any]
    out: NDArray[Any]


class Sequel(NamedTuple):
    """What follows what: log odds that a sentence with one mark is followed by one with another (``link``), or told before it at any
    distance (``before``); and by all that is known of two sentences, whether the one follows the other (``near``), or comes before it
    at any distance (``sooner``)."""

    link: NDArray[Any]
    before: NDArray[Any]
    near: Judge
    sooner: NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)  # equal only to itself, so that results can be remembered by it
class Weights:
    """What was trained.

    ``own`` scores components, evidence and the usual place of a sentence, ``around`` components from place and neighbors,
    ``second`` corrects the components with a look at the whole answer, ``third`` the evidence with a look at the component;
    ``start`` and ``step`` are the usual order of components (log odds). ``whole`` scores KINDS from the words of a text, ``judge``
    DOUBTS and TYPES from those and its portrait; ``link``, ``before``, ``near_...`` and ``sooner`` say what follows what (:attr:`sequel`),
    ``scale``, ``hidden`` and ``out`` judge the order of sentences.
    """

    own: Table
    around: Table
    whole: Table
    whole_bias: NDArray[np.float32]
    judge: NDArray[np.float32]
    judge_bias: NDArray[np.float32]
    link: NDArray[np.float32]
    before: NDArray[np.float32]
    near_scale: NDArray[np.float32]
    near_hidden: NDArray[np.float32]
    near_out: NDArray[np.float32]
    sooner: NDArray[np.float32]
    scale: NDArray[np.float32]
    hidden: NDArray[np.float32]
    out: NDArray[np.float32]
    bias: NDArray[np.float32]
    second: NDArray[np.float32]
    second_bias: NDArray[np.float32]
    third: NDArray[np.float32]
    third_bias: NDArray[np.float32]
    start: NDArray[np.float32]
    step: NDArray[np.float32]

    @property
    def sequel(self) -> Sequel:
        """What follows what."""
        return Sequel(self.link, self.before, Judge(self.near_scale, self.near_hidden, self.near_out), self.sooner)

    def save(self, path: Path) -> None:
        """Write the file; same weights, same bytes."""
        packed: dict[str, Any] = {}
        for name in _TABLES:
            packed |= getattr(self, name).pack(name)
        packed |= {name: getattr(self, name) for name in _PLAIN}
        np.savez_compressed(path, allow_pickle=False, **packed)

    @classmethod
    def read(cls, path: Path) -> Weights:
        """Read what :meth:`save` wrote."""
        with np.load(path, allow_pickle=False) as file:
            packed = {name: file[name] for name in file.files}
        read: dict[str, Any] = {name: packed[name] for name in _PLAIN}
        read |= {name: Table.unpack(name, packed) for name in _TABLES}
        return cls(**read)


@cache
def weights() -> Weights:
    """Load the shipped weights, once."""
    return Weights.read(Path(__file__).with_name("weights.npz"))
