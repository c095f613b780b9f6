"""What of a batch stands on the page."""

from __future__ import annotations

from emptychair.grading._outcome import CellOutcome, NotebookOutcome, Outcome
from emptychair.grading.page._gather import _Gathering


def test_faults_are_time_outs_or_flags_and_lost_points_are_neither() -> None:
    """Does what took too long stand among the time-outs, and what else no test decided among the flags?"""
    cells = (
        CellOutcome("slow", 0.0, 1.0, "auto", True, "it took too long: more than the 9 seconds that a cell may take"),
        CellOutcome("slow-test", 0.0, 1.0, "auto", True, "the test itself took too long"),
        CellOutcome("loud", 0.0, 1.0, "auto", True, "it wrote to stderr: look out"),
        CellOutcome("wrong", 0.0, 1.0, "auto", False, "TimeoutError: my own, it took too long", "TimeoutError"),
    )
    gathering = _Gathering({}, set())
    gathering.take(Outcome("ana", "ps1", "graded", (NotebookOutcome("ps1", cells, ""),), "", "sandboxed", 0.0, 0.0))
    assert [one.place for one in gathering.time_outs] == ["slow", "slow-test"]
    assert [one.place for one in gathering.flags] == ["loud"]
    assert len(gathering.reasons) == 4
