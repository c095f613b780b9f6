"""The interviewer's looks: what a sentence shows, and what an answer lacks."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emptychair.feedback.star._label import scan
from emptychair.practice import probes
from emptychair.practice._shown import _heard_in, looks, outline, shown, sight


def test_looks_when_read() -> None:
    """Do the trained numbers fit the probes, and what is seen of a sentence and of an answer?"""
    seen = sight(scan("I rang her. She came."))
    assert looks().sentence.shape == (seen.shape[1] + 1, len(probes()))
    assert looks().whole.shape == (outline(shown("I rang her.")).shape[1] + 1, len(probes()))


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_missing_when_nothing_was_said(text: str) -> None:
    """Is everything missing from nothing?"""
    assert shown(text).shape == (0, len(probes()))
    assert looks().missing(shown(text)).tolist() == [1.0] * len(probes())


def test_missing_when_a_sentence_shows_more() -> None:
    """Is a probe less likely to be missing the surer its best sentence, and the surer the second?"""
    some = np.full((6, len(probes())), 0.02)
    for place in (0, 1):
        more = some.copy()
        more[: place + 1] = 0.9
        less = looks().missing(more)
        assert (less < looks().missing(some)).all()
        some = more


@pytest.mark.parametrize(
    ("text", "classes"), [("I asked what.", 3), ("It is now 9.", 2), ("Nine.", 1), ("Whatever, asking.", 0)]
)
def test_cues_as_whole_words(text: str, classes: int) -> None:
    """Are the words heard as wholes, each in its class?"""
    assert sum(map(bool, _heard_in(text))) == classes


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_looks_at_any_text(text: str) -> None:
    """Does any text at all get chances, a row a sentence?"""
    found = shown(text)
    assert found.shape == (len(scan(text).sentences), len(probes()))
    for chances in (found, looks().missing(found)):
        assert ((chances >= 0) & (chances <= 1)).all()
