"""The sentence model: parts and evidence."""

from __future__ import annotations

import pytest
from feedback.star import texts
from hypothesis import given
from hypothesis import strategies as st

from emptychair.feedback import star
from emptychair.feedback.star._label import Scan, scan
from emptychair.feedback.star._weights import EVIDENCE, Weights, weights


@pytest.mark.parametrize(
    ("sentence", "component"),
    [
        (texts.SETTING, "situation"),
        (texts.GOAL, "task"),
        (texts.INSIGHT, "action"),
        (texts.ACT, "action"),
        (texts.RESULT, "result"),
        (texts.LESSON, "reflection"),
    ],
)
def test_label_of_a_whole_answer(sentence: str, component: str) -> None:
    """Does each sentence of a plain answer get its part?"""
    found = {it.text: it.component for it in star.label(texts.STRONG)}
    assert found[sentence] == component


@given(st.text(max_size=400))
def test_label_when_anything_is_typed(text: str) -> None:
    """Are the pieces exact, in order and apart, whatever the text?"""
    end = 0
    for it in star.label(text):
        assert text[it.start : it.end] == it.text
        assert it.start >= end
        end = it.end
        assert it.component in star.COMPONENTS


def test_label_when_labels_are_written() -> None:
    """Is a written "Situation:" neither help nor harm?"""
    labelled = f"Situation: {texts.SETTING} Task: {texts.GOAL} **Action:** {texts.ACT} Result - {texts.RESULT}"
    plain = f"{texts.SETTING} {texts.GOAL} {texts.ACT} {texts.RESULT}"
    assert [it.component for it in star.label(labelled)] == [it.component for it in star.label(plain)]


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("goal", texts.GOAL),
        ("method", texts.INSIGHT),
        ("reason", texts.ACT),
        ("alternative", texts.CHOICE),
        ("before", texts.RESULT),
        ("cause", texts.CAUSE),
        ("mechanism", texts.LASTING),
        ("loop", texts.LOOP),
        ("mistake", texts.LESSON),
        ("hypothetical", "I would always call the customer first and then I would listen."),
    ],
)
def test_scan_finds_evidence(kind: str, sentence: str) -> None:
    """Is the evidence seen in a sentence that plainly carries it, in the answer it belongs to, and not in an empty one?"""
    seen = scan(texts.STRONG if sentence in texts.ALL else sentence)
    at = [it.text for it in seen.sentences].index(sentence)
    assert float(seen.chance(kind)[at]) > 0.5
    assert float(scan("The weather was fine.").chance(kind).max()) < 0.5


def test_weights_survive_a_file(tmp_path) -> None:
    """Does a saved model read the same?"""
    weights().save(tmp_path / "again.npz")
    again = Weights.read(tmp_path / "again.npz")
    cut = scan(texts.STRONG).sentences
    assert Scan(again, cut).components == scan(texts.STRONG).components
    assert (tmp_path / "again.npz").stat().st_size < 1_000_000
    assert again.second.shape[0] == 4 + 10 * 6 + 4 * len(EVIDENCE)
