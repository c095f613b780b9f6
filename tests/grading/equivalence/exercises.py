"""Exercises of the kinds that courses set, each with right, wrong and unusual answers.

Every answer is what an honest learner might write. What stock nbgrader gives for it is in ``golden.json``.
"""

from __future__ import annotations

from grading.equivalence import calls, functions, libraries, objects, results, structures

EXERCISES = (
    *functions.EXERCISES,
    *calls.EXERCISES,
    *objects.EXERCISES,
    *structures.EXERCISES,
    *libraries.EXERCISES,
    *results.EXERCISES,
)
