"""The review of a PR/FAQ: points, evidence, findings, gates, a score and a verdict."""

from __future__ import annotations

from functools import lru_cache

from emptychair.feedback._model import Criterion, Edit, Finding, Gate, Review, Span
from emptychair.feedback._reading import Reading
from emptychair.feedback.checks import run_checks
from emptychair.feedback.consistency import remarks as clashes
from emptychair.feedback.prfaq._doc import Doc, Scored, read
from emptychair.feedback.prfaq._gates import gates
from emptychair.feedback.prfaq._parse import LONGEST
from emptychair.feedback.prfaq._rubric import CRITERIA, rubric, scored
from emptychair.feedback.prfaq._steps import edit_for

READY, ANOTHER = 75, 45
"""Scores from which the verdict reads "ready for the room" and "another draft". Ours; Amazon publishes no rubric."""
_STEPS, _CLASHES, _REMARKS, _PRAISE = 4, 3, 4, 3
_GOOD = 0.85  # share of a criterion's points from which it is praised


@lru_cache(maxsize=32)
def review(text: str) -> Review:
    """Review a PR/FAQ.

    Args:
        text: the document, Markdown or plain; front matter has been cut off.

    Example:
        >>> weak = review("# Our App Is Amazing\\n\\nWe are thrilled to launch it.")
        >>> weak.verdict, [gate.name for gate in weak.gates][:1]
        ('start again', ['not_a_prfaq'])
    """
    doc = read(text)
    if doc.empty:
        return _empty()
    points = scored(doc.text)
    edits = _edits(doc, points)
    shut = gates(doc)
    score = min([int(sum(found.points for found in points.values())), *(gate.cap for gate in shut)])
    return Review(
        kind="prfaq",
        score=score,
        verdict="ready for the room" if score >= READY else "another draft" if score >= ANOTHER else "start again",
        criteria=tuple(_criterion(name, points[name], edits.get(name)) for name, _ in CRITERIA),
        findings=_findings(doc, points, edits),
        gates=shut,
    )


def _empty() -> Review:
    nothing = Scored(0.0)
    return Review(
        kind="prfaq",
        score=0,
        verdict="start again",
        criteria=tuple(_criterion(name, nothing, None) for name, _ in CRITERIA),
        gates=(Gate("empty", rubric()["gates"]["empty"], 0),),
    )


def _criterion(name: str, found: Scored, edit: Edit | None) -> Criterion:
    entry = rubric()[name]
    full = found.points >= entry["points"]
    return Criterion(
        name=name,
        title=entry["title"],
        level=int(found.points),
        weight=entry["points"] / 100,
        evidence=found.evidence,
        next_step=None if full else _message(name, found),
        edit=None if full else edit,
        top=entry["points"],
    )


def _near(name: str, found: Scored) -> bool:
    return bool(found.points >= _GOOD * rubric()[name]["points"])


def _message(name: str, found: Scored) -> str:
    """Say what is missing; of what is nearly whole, only how near it is."""
    entry = rubric()[name]
    return (
        f"{entry['title']}: {found.points:.0f} of {entry['points']} points." if _near(name, found) else entry["message"]
    )


def _lossy(points: dict[str, Scored]) -> list[str]:
    """Name the criteria that miss points, those that miss most first."""
    missed = {name: rubric()[name]["points"] - points[name].points for name, _ in CRITERIA}
    return [name for name in sorted(missed, key=lambda name: -missed[name]) if missed[name] >= 1]


def _edits(doc: Doc, points: dict[str, Scored]) -> dict[str, Edit]:
    if len(doc.text) >= LONGEST:
        return {}
    out: dict[str, Edit] = {}
    for name in _lossy(points)[:_STEPS]:
        edit = edit_for(doc, name)
        if edit:
            out[name] = edit
    return out


def _findings(doc: Doc, points: dict[str, Scored], edits: dict[str, Edit]) -> tuple[Finding, ...]:
    """Order: numbers that disagree, the steps that are worth most, remarks of the checks, what to keep."""
    out = list(clashes(doc.clashes[:_CLASHES]))
    for name in _lossy(points)[:_STEPS]:
        near = _near(name, points[name])
        start, end = _where(doc, name, points[name].evidence)
        out.append(
            Finding(
                name,
                "informative" if near else "actionable" if out else "essential",
                start,
                end,
                _message(name, points[name]),
                rubric()[name]["hint"],
                edits.get(name),
            )
        )
    checked = run_checks(Reading.of("prfaq", doc.text))
    out += sorted(checked, key=lambda f: ("essential", "actionable", "informative", "praise").index(f.severity))[
        :_REMARKS
    ]
    good = [
        name for name, _ in CRITERIA if points[name].evidence and points[name].points >= 3 and _near(name, points[name])
    ]
    for name in sorted(good, key=lambda name: -rubric()[name]["points"])[:_PRAISE]:
        best = points[name].evidence[0]
        out.append(
            Finding(
                f"{name}.praise",
                "praise",
                best.start,
                best.end,
                rubric()[name]["good"],
                f"{rubric()[name]['title']}: keep this.",
            )
        )
    return tuple(out)


def _where(doc: Doc, name: str, evidence: tuple[Span, ...]) -> tuple[int, int]:
    section = getattr(doc.parsed, name, None)
    if isinstance(section, Span):
        return section.start, section.end
    return (evidence[0].start, evidence[0].end) if evidence else (0, 0)
