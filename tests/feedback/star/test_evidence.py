"""The evidence of single sentences."""

from __future__ import annotations

import pytest

from emptychair.feedback import star
from emptychair.feedback.star._weights import EVIDENCE


@pytest.mark.parametrize("text", ["", "I rang her.", "I rang her. She stayed. We now call everyone."])
def test_evidence_when_counted(text: str) -> None:
    """Is there one chance for every kind and every sentence that ``label`` gives?"""
    shown = star.evidence(text)
    assert tuple(shown) == EVIDENCE
    assert {len(chances) for chances in shown.values()} == {len(star.label(text))}
    assert all(0 <= chance <= 1 for chances in shown.values() for chance in chances)
