"""The review of a STAR answer: seven levels, evidence, findings, gates, a score and a verdict."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from emptychair.feedback._model import Criterion, Finding, Gate, Review, Severity, Span
from emptychair.feedback._reading import Reading
from emptychair.feedback._text import count_words
from emptychair.feedback.checks import run_checks
from emptychair.feedback.star._gates import Seen, gates
from emptychair.feedback.star._label import Scan, scan
from emptychair.feedback.star._relevance import beside_the_question
from emptychair.feedback.star._rubric import DIMENSIONS, TRAINED, grade, rubric
from emptychair.feedback.star._score import score
from emptychair.feedback.star._steps import Step, next_step

INCLINED, MIXED = 72, 45
"""Scores from which the verdict reads "inclined" and "mixed". Ours, calibrated on the corpus; Amazon publishes none."""
_SURE = 0.5  # chance from which a sentence is quoted as evidence
_QUOTES = 3
# Among equally weak dimensions, the one that interviewers dig into first comes first.
_WEIGHTY = ("own_action", "result", "customer_insight", "mechanism", "situation_task", "reflection")
_STEPS, _PRAISE, _REMARKS = 3, 2, 4
_PRAISED = 4  # level from which a dimension is praised
_URGENCY = ("essential", "actionable", "informative")
_EMPTY = Gate("empty", "There is no text yet.", 0)


@lru_cache(maxsize=64)
def review(text: str, question: str | None = None) -> Review:
    """Review one answer.

    Args:
        text: the answer, spoken or written.
        question: the question it answers, in words; ``None`` takes it as a question about customers.

    Example:
        >>> weak = review("We are always nice to customers. Everyone was happy.")
        >>> weak.verdict, weak.score < 60
        ('not inclined', True)
    """
    seen = scan(text)
    found = grade(seen, text)
    quotes = {name: _evidence(seen, text, name) for name in DIMENSIONS}
    steps = {name: next_step(seen, text, name, found[name]) for name in TRAINED}
    points = score(seen, text)
    shut = gates(Seen(text, seen, question), points) if count_words(text) else (_EMPTY,)
    points = min([points, *(gate.cap for gate in shut)])
    return Review(
        kind="star",
        score=points,
        verdict="inclined" if points >= INCLINED else "mixed" if points >= MIXED else "not inclined",
        criteria=tuple(
            _criterion(name, found[name] if seen.sentences else 1, quotes[name], steps.get(name)) for name in DIMENSIONS
        ),
        findings=tuple(_findings(seen, text, question, found, quotes, steps)) if seen.sentences else (),
        gates=shut,
    )


def _criterion(name: str, level: int, evidence: tuple[Span, ...], step: Step | None) -> Criterion:
    return Criterion(
        name=name,
        title=rubric()[name]["title"],
        level=level,
        weight=1 / len(DIMENSIONS),
        evidence=evidence,
        next_step=step.message if step else None,
        edit=step.edit if step else None,
    )


def _evidence(seen: Scan, text: str, name: str) -> tuple[Span, ...]:
    """Quote the sentences that speak for a dimension, the surest first among equals, in reading order."""
    if name not in TRAINED or not seen.sentences:
        return ()
    chances = np.max([seen.chance(kind) for kind in rubric()[name]["shows"]], axis=0).tolist()
    surest = sorted(range(len(chances)), key=lambda i: -chances[i])[:_QUOTES]
    chosen = sorted(i for i in surest if chances[i] >= _SURE)
    return tuple(Span.of(text, seen.sentences[i].start, seen.sentences[i].end) for i in chosen)


def _findings(
    seen: Scan,
    text: str,
    question: str | None,
    found: dict[str, int],
    quotes: dict[str, tuple[Span, ...]],
    steps: dict[str, Step | None],
) -> Iterator[Finding]:
    """Order: what was not answered, the steps that matter most, remarks of the checks, what to keep."""
    beside = beside_the_question(text, seen.sentences, question)
    if beside:
        yield beside
    weakest = sorted(_WEIGHTY, key=lambda name: found[name])
    lifting = [(name, step) for name in weakest if (step := steps[name])]
    for i, (name, step) in enumerate(lifting[:_STEPS]):
        # where nothing speaks for it yet: the sentence beside which it is missing
        near = quotes[name][-1] if quotes[name] else seen.sentences[max(0, step.at - 1)]
        severity: Severity = "actionable" if i or beside else "essential"
        yield Finding(f"{name}.{step.shows}", severity, near.start, near.end, step.message, step.hint, step.edit)
    remarks = run_checks(Reading("star", text, seen.sentences, seen.components))
    yield from sorted(remarks, key=lambda remark: _URGENCY.index(remark.severity))[:_REMARKS]
    strongest = sorted(_WEIGHTY, key=lambda name: -found[name])
    for name in [name for name in strongest if found[name] >= _PRAISED and quotes[name]][:_PRAISE]:
        best = max(quotes[name], key=lambda span: len(span.text))
        entry = rubric()[name]
        yield Finding(f"{name}.praise", "praise", best.start, best.end, entry["good"], f"{entry['title']}: keep this.")
