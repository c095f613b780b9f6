"""What a review is made of: frozen values that know nothing of screens.

Offsets count Unicode code points, as Python's own slices do: ``text[start:end]`` is the quoted piece.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any, Literal, NamedTuple

Severity = Literal["praise", "essential", "actionable", "informative"]

FULL_MARKS_AT = 80
"""The score that earns all points of an exercise; nobody has to be perfect."""


class Span(NamedTuple):
    """A piece of the text that was read.

    Example:
        >>> Span.of("We waited. I rang her.", 11, 22)
        Span(start=11, end=22, text='I rang her.')
    """

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Cut ``text[start:end]`` and remember where it was."""
        return cls(start, end, text[start:end])


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``text[start:end]`` by ``insert``; facts that only the writer knows stay as ``[how many]``.

    Example:
        >>> Edit(0, 2, "I").apply("We rang her.")
        'I rang her.'
    """

    start: int
    end: int
    insert: str

    def apply(self, text: str) -> str:
        """Give the edited text."""
        return text[: self.start] + self.insert + text[self.end :]


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark: what (``message``), why (``hint``), and where there is one the smallest ``edit``.

    Example:
        >>> Finding("we_acts", "actionable", 0, 7, "Who rang?", "It is the best act and has no owner.").severity
        'actionable'
    """

    check: str
    severity: Severity
    start: int
    end: int
    message: str
    hint: str
    edit: Edit | None = None


@dataclass(frozen=True, slots=True)
class Criterion:
    """One dimension of a rubric: its ``level`` (``1`` to ``top``), what shows it, and what would lift it.

    Example:
        >>> Criterion("result", "Result", 3, 1.0, (), "Say what it was before.").level
        3
    """

    name: str
    title: str
    level: int
    weight: float
    evidence: tuple[Span, ...] = ()
    next_step: str | None = None
    edit: Edit | None = None
    top: int = 5


@dataclass(frozen=True, slots=True)
class Gate:
    """A reason for which a text is worth no more than ``cap`` points, whatever else is good about it."""

    name: str
    message: str
    cap: int


@dataclass(frozen=True, slots=True)
class Review:
    """Everything the reader has to say about one text. ``score`` runs from 0 to 100.

    Example:
        >>> review = Review("star", 64, "mixed")
        >>> review.points(10)
        8.0
        >>> Review.from_json(review.to_json()) == review
        True
    """

    kind: str
    score: int
    verdict: str
    criteria: tuple[Criterion, ...] = ()
    findings: tuple[Finding, ...] = ()
    gates: tuple[Gate, ...] = ()

    def points(self, out_of: float) -> float:
        """Points of an exercise worth ``out_of``: in proportion to the score, all of them from 80 on."""
        return round(out_of * min(1.0, self.score / FULL_MARKS_AT), 2)

    def criterion(self, name: str) -> Criterion:
        """Find a criterion by its name.

        Raises:
            KeyError: the rubric has no such criterion.
        """
        for criterion in self.criteria:
            if criterion.name == name:
                return criterion
        raise KeyError(name)

    def to_json(self) -> str:
        """Give canonical JSON: same review, same bytes."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @classmethod
    def from_json(cls, data: str) -> Review:
        """Read what :meth:`to_json` wrote."""
        raw = json.loads(data)
        return cls(
            kind=raw["kind"],
            score=raw["score"],
            verdict=raw["verdict"],
            criteria=tuple(_criterion(c) for c in raw["criteria"]),
            findings=tuple(Finding(**{**f, "edit": _edit(f["edit"])}) for f in raw["findings"]),
            gates=tuple(Gate(**g) for g in raw["gates"]),
        )


def _edit(raw: dict[str, Any] | None) -> Edit | None:
    return Edit(**raw) if raw else None


def _criterion(raw: dict[str, Any]) -> Criterion:
    return Criterion(**{**raw, "evidence": tuple(Span(*s) for s in raw["evidence"]), "edit": _edit(raw["edit"])})
