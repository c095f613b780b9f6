"""One page about a graded assignment, with its figures in it and its tables beside it."""

from __future__ import annotations

from emptychair.grading.page._write import write_report

__all__ = ("write_report",)
