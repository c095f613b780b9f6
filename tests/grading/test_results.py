"""The values that grading returns."""

from __future__ import annotations

from emptychair.grading import CellResult, GradeReport, NotebookResult, SubmissionResult

HALF = NotebookResult("small", (CellResult("a", 2.0, 2.0), CellResult("b", 0.0, 3.0, "no", "AssertionError")))


def test_points_are_summed_over_notebooks() -> None:
    """Does a submission add up its cells?"""
    submission = SubmissionResult("ana", "06_small", "graded", (HALF, HALF))
    assert (submission.points, submission.max_points) == (4.0, 10.0)


def test_complete_when_one_is_missing() -> None:
    """Is a report complete only when everybody was graded?"""
    done, gone = SubmissionResult("ana", "06_small", "graded"), SubmissionResult("bo", "06_small", "missing")
    assert GradeReport("06_small", (done,)).complete
    assert not GradeReport("06_small", (done, gone)).complete
