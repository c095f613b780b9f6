"""The review as a whole."""

from __future__ import annotations

import itertools
import subprocess
import sys

import pytest
from feedback.star import texts
from hypothesis import given, settings
from hypothesis import strategies as st

from emptychair.feedback import Review, star
from emptychair.feedback.star._label import scan
from emptychair.feedback.star._rubric import (
    DIMENSIONS,
    TRAINED,
    bounds,
    delivery,
    delivery_value,
    levels,
    rubric,
    signals,
)
from emptychair.practice import answers

WORDS = st.text(alphabet=st.characters(codec="utf-8"), max_size=300)


def test_review_of_weak_and_strong() -> None:
    """Does the same story, told well, get another verdict?"""
    weak, strong = star.review(texts.WEAK), star.review(texts.STRONG)
    assert weak.score < 30
    assert strong.score >= 72
    assert (weak.verdict, strong.verdict) == ("not inclined", "inclined")
    assert not strong.gates


@pytest.mark.parametrize(
    ("carriers", "dimension"),
    [
        ((texts.SETTING, texts.GOAL), "situation_task"),
        ((texts.CHOICE, texts.ACT), "own_action"),
        ((texts.INSIGHT,), "customer_insight"),
        ((texts.RESULT,), "result"),
        ((texts.CAUSE, texts.LASTING, texts.LOOP), "mechanism"),
        ((texts.LESSON,), "reflection"),
    ],
)
def test_review_without_what_carries_it(carriers: tuple[str, ...], dimension: str) -> None:
    """Does a dimension fall when the sentences that carry it are taken out?"""
    less = " ".join(sentence for sentence in texts.ALL if sentence not in carriers)
    assert star.review(less).criterion(dimension).level < star.review(texts.STRONG).criterion(dimension).level


@given(WORDS, st.one_of(st.none(), WORDS))
@settings(max_examples=150)
def test_review_when_anything_is_typed(text: str, question: str | None) -> None:
    """Are all promises kept whatever is typed: ranges, quotes that are in the text, JSON there and back?"""
    review = star.review(text, question)
    assert 0 <= review.score <= 100
    assert tuple(c.name for c in review.criteria) == DIMENSIONS
    assert all(1 <= c.level <= 5 for c in review.criteria)
    for span in itertools.chain.from_iterable(c.evidence for c in review.criteria):
        assert text[span.start : span.end] == span.text
    for finding in review.findings:
        assert 0 <= finding.start <= finding.end <= len(text)
        if finding.edit:
            assert 0 <= finding.edit.start <= finding.edit.end <= len(text)
    assert Review.from_json(review.to_json()) == review


def test_review_is_the_same_in_another_process() -> None:
    """Do other processes with other hash seeds give the same bytes?"""
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import texts\n"
        "from emptychair.feedback import star; sys.stdout.write(star.review(texts.STRONG).to_json())"
    )
    here = texts.__file__.rpartition("/")[0]
    seen = {
        subprocess.run(
            [sys.executable, "-c", code, here], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("0", "1", "12345")
    }
    assert seen == {star.review(texts.STRONG).to_json()}


def test_edits_hold_when_filled_in() -> None:
    """Does each offered edit lift its level, when the whole text is read again with neutral facts in the blanks?"""
    offered = held = 0
    for answer in answers()[:60]:
        review = star.review(answer.text, answer.question)
        for criterion in review.criteria:
            if criterion.edit is None:
                continue
            offered += 1
            step = next(s for s in rubric()[criterion.name]["steps"] if s["insert"] == criterion.edit.insert.strip())
            filled = criterion.edit.insert.replace(step["insert"], step["filled"])
            again = answer.text[: criterion.edit.start] + filled + answer.text[criterion.edit.end :]
            held += star.review(again, answer.question).criterion(criterion.name).level > criterion.level
    assert offered > 100
    assert held == offered


def test_edit_left_unfilled_does_not_pass() -> None:
    """Is an answer with a blank in it kept below the pass mark?"""
    review = star.review(texts.STRONG + " It went from [how many] to [how many].")
    assert [gate.name for gate in review.gates] == ["blanks"]
    assert review.score < 60


def test_findings_never_invent_numbers() -> None:
    """Do inserted words hold no digit that the writer did not give?"""
    for entry in rubric().values():
        assert not any(c.isdigit() for step in entry.get("steps", ()) for c in step["insert"])


@pytest.mark.parametrize("name", TRAINED)
def test_levels_keep_their_signs(name: str) -> None:
    """Can helpful evidence never lower a level, nor spoiling evidence lift one?"""
    low, high = bounds(name)
    found = levels()[name]
    assert all(a <= w <= b for a, w, b in zip(low, found.weights, high, strict=True))
    assert list(found.cuts) == sorted(found.cuts)
    assert len(signals(scan(texts.STRONG), name)) == len(found.weights)


@pytest.mark.parametrize(
    ("words", "fillers", "level"),
    [
        (300, 0, 5),
        (210, 5, 5),
        (420, 0, 5),
        (209, 0, 4),
        (500, 0, 3),
        (100, 0, 2),
        (99, 0, 1),
        (300, 6, 4),
        (300, 13, 2),
    ],
)
def test_delivery_is_counted(words: int, fillers: float, level: int) -> None:
    """Do length and fillers give the level of the codebook?"""
    assert delivery(words, fillers) == level


@given(st.integers(0, 900), st.floats(0, 20))
def test_delivery_has_no_steps(words: int, fillers: float) -> None:
    """Is the value near its level, and does a word more hardly move it?"""
    assert abs(delivery_value(words, fillers) - delivery(words, fillers)) <= 1.5
    assert abs(delivery_value(words + 1, fillers) - delivery_value(words, fillers)) < 0.05


def test_empty_text_has_a_gate_and_no_points() -> None:
    """Is nothing worth nothing?"""
    review = star.review("  \n ")
    assert review.score == 0
    assert review.points(5) == 0
    assert [gate.name for gate in review.gates] == ["empty"]
    assert {it.level for it in review.criteria} == {1}
