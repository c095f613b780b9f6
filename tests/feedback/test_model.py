"""The values a review is made of."""

from __future__ import annotations

import dataclasses
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair.feedback import Criterion, Edit, Finding, Gate, Review, Span

TEXT = "On Monday we rang “Zoë” 🐕."


def review(score: int = 64) -> Review:
    """A review with one of everything, and signs that JSON could get wrong."""
    span = Span.of(TEXT, 10, 12)
    edit = Edit(10, 12, "I")
    return Review(
        kind="star",
        score=score,
        verdict="mixed",
        criteria=(
            Criterion("result", "Result", 3, 1 / 7, (span,), "Say what it was before.", edit),
            Criterion("faq", "FAQ", 7, 0.5, top=12),
        ),
        findings=(
            Finding("we_acts", "actionable", 10, 12, "“we”: who?", "Zoë will ask.", edit),
            Finding("result.praise", "praise", 0, 26, "It can be checked.", "Keep this."),
        ),
        gates=(Gate("blanks", "1 blank still to fill.", 50),),
    )


def test_span_of_text_with_an_emoji() -> None:
    """Do the offsets count code points, so that a slice gives the quoted piece?"""
    start = TEXT.index("🐕")
    assert Span.of(TEXT, start, start + 1) == (start, start + 1, "🐕")


@pytest.mark.parametrize(
    ("edit", "after"),
    [
        (Edit(10, 12, "I"), "On Monday I rang “Zoë” 🐕."),
        (Edit(0, 0, "Well. "), "Well. " + TEXT),
        (Edit(len(TEXT), len(TEXT), " Done."), TEXT + " Done."),
        (Edit(0, len(TEXT), ""), ""),
    ],
)
def test_edit_apply_at_the_ends_and_inside(edit: Edit, after: str) -> None:
    """Is only the marked piece replaced?"""
    assert edit.apply(TEXT) == after


def test_json_when_it_is_read_back() -> None:
    """Is the review that is read the one that was written, down to the tuples?"""
    again = Review.from_json(review().to_json())
    assert again == review()
    assert hash(again) == hash(review())
    assert isinstance(again.criteria[0].evidence[0], Span)


def test_json_when_written_twice() -> None:
    """Does the same review give the same bytes, with its keys sorted and its letters unescaped?"""
    written = review().to_json()
    assert written == review().to_json() == Review.from_json(written).to_json()
    assert list(json.loads(written)) == sorted(json.loads(written))
    assert "Zoë" in written


@pytest.mark.parametrize("value", [review(), *review().criteria, *review().findings, *review().gates, Edit(0, 1, "")])
def test_values_when_somebody_assigns(value: object) -> None:
    """Are all values frozen?"""
    field = dataclasses.fields(value)[0].name  # type: ignore[arg-type]  # every case is a dataclass
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, field, "other")


@pytest.mark.parametrize(("score", "points"), [(0, 0.0), (1, 0.12), (40, 5.0), (79, 9.88), (80, 10.0), (100, 10.0)])
def test_points_below_and_above_full_marks(score: int, points: float) -> None:
    """Are points in proportion to the score, and all of them given from 80 on?"""
    assert review(score).points(10) == pytest.approx(points, abs=0.006)


@given(st.integers(0, 100), st.integers(0, 100), st.floats(0.5, 100))
def test_points_when_the_score_rises(one: int, other: int, out_of: float) -> None:
    """Does a higher score never give fewer points, and none more than there are?"""
    low, high = (review(score).points(out_of) for score in sorted((one, other)))
    assert 0 <= low <= high <= round(out_of, 2)


def test_criterion_by_name() -> None:
    """Is a criterion found by its name, and an unknown one refused?"""
    assert review().criterion("faq").top == 12
    with pytest.raises(KeyError, match="charm"):
        review().criterion("charm")
