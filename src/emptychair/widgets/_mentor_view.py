"""What the face of the mentor sheet shows: three views of one text, the machine's only after one's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from emptychair.practice import Difference, Ratings, differences
from emptychair.practice._mentor_form import scales

_WIDE = 0.5  # part of a scale; two levels of five


def mentor_view(
    text: str, kind: str, question: str | None, sheets: Sequence[Ratings], learner: Mapping[str, int]
) -> dict[str, Any]:
    """Work out what the face shows. The machine's levels are in it only when every part has a rating of the learner's own.

    Example:
        >>> view = mentor_view("I rang her.", "star", None, [], {"result": 2})
        >>> view["open"], view["rows"][0]["machine"]
        ('6 parts to rate before the machine shows its levels.', None)
    """
    rows = {it.name: it for it in differences(text, kind, mentors=sheets, learner=learner)}
    left = [name for name in rows if name not in learner]
    shown = not left and bool(text.strip())
    names = [it.name for it in scales(kind)]
    if shown:
        names = list(rows)  # the widest difference first
    return {
        "question": question or "",
        "open": ""
        if shown
        else f"{len(left)} part{'' if len(left) == 1 else 's'} to rate before the machine shows its levels.",
        "rows": [_row(rows[name], kind, shown) for name in names],
        "sheets": [{"rater": it.rater or "no name", "rated": len(it.levels), "comment": it.comment} for it in sheets],
        "summary": _summary(list(rows.values()), sheets) if shown else "",
    }


def _row(it: Difference, kind: str, shown: bool) -> dict[str, Any]:
    scale = {one.name: one for one in scales(kind)}[it.name]
    views = [("you", it.learner), ("the mentor", it.mentor), *([("the machine", it.machine)] if shown else [])]
    said = [(who, float(level)) for who, level in views if level is not None]
    return {
        "name": it.name,
        "title": it.title,
        "low": scale.low,
        "high": scale.high,
        "learner": it.learner,
        "mentor": it.mentor,
        "machine": it.machine if shown else None,
        "words": _words(said, it.spread) if shown else "",
        "wide": shown and it.spread >= _WIDE,
    }


def _words(said: Sequence[tuple[str, float]], spread: float) -> str:
    top, bottom = max(said, key=lambda it: it[1]), min(said, key=lambda it: it[1])
    if top[1] == bottom[1]:
        return "all agree" if len(said) > 2 else f"{said[0][0]} and {said[1][0]} agree" if len(said) > 1 else ""
    gap = f"{top[1] - bottom[1]:.1f}".removesuffix(".0")
    return f"{top[0]} {gap} above {bottom[0]}" + (": talk about this one" if spread >= _WIDE else "")


def _summary(rows: Sequence[Difference], sheets: Sequence[Ratings]) -> str:
    """Say who is milder than whom."""
    own = [it.learner - it.machine for it in rows if it.learner is not None]
    parts = [f"On average you are {_milder(sum(own) / len(own))} than the machine"]
    theirs = [it.mentor - it.machine for it in rows if it.mentor is not None]
    if theirs:
        count = "one mentor is" if len(sheets) == 1 else f"{len(sheets)} mentors are"
        parts.append(f"and {count} {_milder(sum(theirs) / len(theirs))}")
    tail = " Where the machine disagrees with somebody who hires people, believe the person." if theirs else ""
    return " ".join(parts) + "." + tail


def _milder(gap: float) -> str:
    return "neither milder nor stricter" if abs(gap) < 0.05 else f"{abs(gap):.1f} {'milder' if gap > 0 else 'stricter'}"
