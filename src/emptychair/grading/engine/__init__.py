"""The engine: a bundle and a submission in, an outcome out."""

from __future__ import annotations

from emptychair.grading.engine._pool import Pool, grade_one

__all__ = ("Pool", "grade_one")
