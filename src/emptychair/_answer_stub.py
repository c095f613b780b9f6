"""What stands in a released exercise where the solution was.

The release step writes these lines and the graders recognize them, so they live below both.
"""

from __future__ import annotations

NOT_ANSWERED = "not answered yet"
"""The whole message an untouched exercise gives."""

CODE_STUB = f'raise NotImplementedError("{NOT_ANSWERED}")'
"""The stub in a code cell, at the indentation of the marker it replaces."""

PROSE_STUB = "Write your answer here."
"""The stub in an ``%%answer`` cell and in a text cell."""
