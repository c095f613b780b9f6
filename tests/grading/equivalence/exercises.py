"""Exercises of the kinds that courses set, each with right, wrong and unusual answers.

Every answer is what an honest learner might write. What stock nbgrader gives for it is in ``golden.json``.
"""

from __future__ import annotations

from grading.equivalence import (
    behavior,
    calls,
    classes,
    functions,
    held,
    libraries,
    objects,
    outside,
    results,
    sources,
    structures,
    values,
)

EXERCISES = (
    *functions.EXERCISES,
    *calls.EXERCISES,
    *outside.EXERCISES,
    *objects.EXERCISES,
    *classes.EXERCISES,
    *structures.EXERCISES,
    *libraries.EXERCISES,
    *results.EXERCISES,
    *held.EXERCISES,
    *sources.EXERCISES,
    *values.EXERCISES,
    *behavior.EXERCISES,
)
