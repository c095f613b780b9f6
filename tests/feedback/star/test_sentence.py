"""What one sentence says by itself, read once."""

from __future__ import annotations

import pytest
from feedback.star import texts

from emptychair.feedback import star
from emptychair.feedback._text import sentences
from emptychair.feedback.star._label import Scan
from emptychair.feedback.star._rubric import TRAINED, rubric
from emptychair.feedback.star._sentence import alone
from emptychair.feedback.star._weights import EVIDENCE, weights


def test_alone_when_edits_are_tried() -> None:
    """Does a review read each sentence of the answer once, and of each edited answer only the sentence that is new?"""
    text = " ".join(f"On day {day} we were nice to caller number {day}." for day in range(40))
    tried = sum(len(rubric()[name]["steps"]) for name in TRAINED)
    before = alone.cache_info().misses
    star.review.__wrapped__(text)
    assert alone.cache_info().misses - before <= 40 + tried


def test_scan_when_only_evidence_is_asked() -> None:
    """Does nobody pay for the order of a text or for its topic who does not ask for them?"""
    seen = Scan(weights(), sentences(texts.STRONG))
    assert seen.evidence.shape == (len(seen.sentences), len(EVIDENCE))
    assert {"order", "whole"}.isdisjoint(vars(seen))


@pytest.mark.parametrize("at", [0, 3, 99])
def test_inserting(at: int) -> None:
    """Does an edit that is tried show, to the last bit, what the edited text would show?"""
    cut = sentences(texts.STRONG)
    more = sentences("As a result, 40 of 60 guests came back within a month.")
    edited = Scan(weights(), cut).inserting(Scan(weights(), more), at)
    read = Scan(weights(), (*cut[:at], *more, *cut[at:]))
    assert edited.sentences == read.sentences
    assert edited.evidence.tobytes() == read.evidence.tobytes()
    assert edited.components == read.components


@pytest.mark.parametrize("text", ["", "I rang her.", texts.STRONG])
def test_amounts(text: str) -> None:
    """Is each kind of evidence added up as if it were the only one?"""
    seen = Scan(weights(), sentences(text))
    assert seen.amounts == {kind: float(seen.chance(kind).sum()) for kind in EVIDENCE}
    assert seen.surest == {kind: float(seen.chance(kind).max(initial=0.0)) for kind in EVIDENCE}
