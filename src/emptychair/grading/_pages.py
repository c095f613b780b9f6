"""The pages about an assignment: one for each learner, and one for the instructor."""

from __future__ import annotations

from pathlib import Path


def feedback(root: Path, assignment: str) -> tuple[Path, ...]:
    """Make the feedback of everybody who was graded, in any course folder.

    Args:
        root: The course folder.
        assignment: The assignment's name.

    Returns:
        The pages, in order.

    Raises:
        EmptyChairError: Nothing was graded yet, or nbgrader cannot make the pages.
    """
    from emptychair.grading._feedback import make_feedback  # nbgrader comes with it

    return make_feedback(root, assignment)


def report(root: Path, assignment: str, folder: Path | None = None) -> Path:
    """Write a page about an assignment, with its figures and tables beside it.

    Args:
        root: The course folder.
        assignment: The assignment's name.
        folder: Where; ``reports/ASSIGNMENT`` in the course folder when not given.

    Returns:
        The page.

    Raises:
        EmptyChairError: Nothing was graded yet, or the folder cannot be written.
    """
    from emptychair.grading.page import write_report

    return write_report(root, assignment, folder)
