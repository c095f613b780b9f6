"""The input metric: something one can set, counted often, with a number from which somebody acts."""

from __future__ import annotations

import re
from typing import NamedTuple

from emptychair.feedback._numbers import quantities
from emptychair.feedback._reading import phrases

_ORDER = ("none", "output", "symptom", "input")
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_FEW = re.compile(r"\b(?:one|zero|none|any|a single|once)\b", re.IGNORECASE)
_EACH = re.compile(r"\b(?:each|every) \w+", re.IGNORECASE)
_RINGS = re.compile(
    r"\b(?:one|a single|any|the first|\d+)\b[^.;]{0,40}\b(?:stops?|blocks?|halts?|pages?|rings?|calls?|closes?|wakes?|triggers?|sends?)\b",
    re.IGNORECASE,
)
_THEN = re.compile(
    r";|:?\s+(?:alarm|above|below|over|under|at least|at most|more than|less than|fewer than|if|when|then)\b",
    re.IGNORECASE,
)


class Metric(NamedTuple):
    """What a text about a metric has. ``kind`` is "input", "symptom", "output" or "none"."""

    kind: str
    limit: bool
    cadence: bool
    said: str = ""


def metric(text: str) -> Metric:
    """Read what is measured, how often, and when somebody acts.

    A result (sales, satisfaction) is an output. What customers do once they are hit (contacts, returns) is a symptom: better,
    late. A count of a step of the work is an input.

    Example:
        >>> metric("Share of kettles that pass a ten-minute water test, each batch; alarm below 99 %.").kind
        'input'
        >>> metric("Customer satisfaction, every week.")[:3]
        ('output', False, True)
    """
    kinds = [_first_kind(line) for line in text.splitlines() if line.strip()]
    kind, said = max(kinds, key=lambda it: _ORDER.index(it[0]), default=("none", ""))
    limit = bool(phrases("coe_limits").search(text) and (quantities(text) or _FEW.search(text))) or bool(
        _RINGS.search(text)
    )
    if kind == "none" and limit:
        kind = "input"  # "queue depth, alarm over 500": a thing with a number, and no result and no symptom
    return Metric(kind, limit, bool(phrases("coe_cadence").search(text) or _EACH.search(text)), said)


def _first_kind(line: str) -> tuple[str, str]:
    """The first measure that a line names."""
    kinds = (_kind(piece) for piece in _SENTENCES.split(line))
    return next((it for it in kinds if it[0] != "none"), ("none", ""))


def _kind(text: str) -> tuple[str, str]:
    """What one line counts; what stands behind the limit is about what somebody does then."""
    counted = _THEN.split(text)[0]
    counted = counted if len(counted.split()) > 1 else text
    for kind, listed in (("symptom", "coe_symptoms"), ("output", "coe_outputs")):
        if found := phrases(listed).search(counted):
            return kind, found[0]
    return ("input", "") if phrases("coe_counts").search(counted) else ("none", "")


def level(seen: Metric) -> int:
    """From 1 to 5: what is counted, then when somebody acts, then how often one looks.

    Example:
        >>> [level(Metric(kind, True, True)) for kind in ("none", "output", "symptom", "input")]
        [1, 2, 4, 5]
    """
    if seen.kind in ("none", "output"):
        return 1 if seen.kind == "none" else 2
    return (3 if seen.kind == "input" else 2) + seen.limit + seen.cadence
