"""Honest notebooks: every exercise answered in some way, with what people leave around their answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import builders
from grading.equivalence.around import AROUND
from grading.equivalence.exercise import SETUP
from grading.equivalence.exercises import EXERCISES
from nbformat import NotebookNode

ASSIGNMENT = "ps1"
NOTEBOOK = "problems"


@dataclass(frozen=True, slots=True)
class Variant:
    """One honest submission.

    Attributes:
        name: What is special about it.
        answers: Which answer to which exercise; the instructor's where none is named.
        before: Cells that the learner has put before everything.
        between: Cells that the learner has put after the answers of these exercises.
    """

    name: str
    answers: dict[str, str] = field(default_factory=dict)
    before: tuple[str, ...] = ()
    between: dict[str, tuple[str, ...]] = field(default_factory=dict)


def notebook(variant: Variant | None = None) -> NotebookNode:
    """The notebook with a variant's answers; the instructor's with the markers when none is given."""
    cells = [builders.locked(SETUP.strip(), grade_id="setup"), builders.code("helper_of_ours = 3", id="plain")]
    for exercise in EXERCISES:
        source = f"### BEGIN SOLUTION\n{exercise.solution}\n### END SOLUTION"
        if variant is not None:
            chosen = variant.answers.get(exercise.name)
            source = exercise.solution if chosen is None else exercise.others[chosen]
        cells.append(builders.solution(source, grade_id=exercise.name))
        for number, extra in enumerate(variant.between.get(exercise.name, ()) if variant else ()):
            cells.append(builders.code(extra, id=f"extra-{exercise.name}-{number}"))
        cells.append(builders.tests(exercise.tests, grade_id=f"{exercise.name}-tests", points=exercise.points))
    before = [builders.code(one, id=f"before-{n}") for n, one in enumerate(variant.before if variant else ())]
    return builders.notebook(*before, *cells)


def variants() -> Iterator[Variant]:
    """The corpus."""
    yield Variant("instructor")
    rounds = max(len(exercise.others) for exercise in EXERCISES)
    for number in range(rounds):
        # the n-th other answer to every exercise that has one: each answer is graded once, among its neighbors
        chosen = {one.name: list(one.others)[number] for one in EXERCISES if number < len(one.others)}
        yield Variant(f"others-{number}", chosen)
    for name, (before, after, extra) in AROUND.items():
        yield Variant(name, before=before, between={after: extra} if after else {})
