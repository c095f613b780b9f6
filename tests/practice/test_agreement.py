"""Agreement, leniency and halo."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from emptychair import EmptyChairError
from emptychair.practice import agreement, answers, halo, leniency, weighted_kappa

RATED = [dict(it.ratings) for it in answers()[:12]]
LEVELS = st.lists(st.integers(1, 5), min_size=2, max_size=30)


@settings(deadline=None)
@given(LEVELS, st.randoms())
def test_kappa_against_the_library(levels: list[int], chance: object) -> None:
    """Is it what scikit-learn gives, wherever agreement says anything?"""
    other = [chance.choice((1, 2, 3, 4, 5)) for _ in levels]  # type: ignore[attr-defined]
    if len({*levels}) == 1 and len({*other}) == 1:
        assert weighted_kappa(levels, other) is None
    else:
        expected = cohen_kappa_score(levels, other, weights="quadratic", labels=[1, 2, 3, 4, 5])
        assert weighted_kappa(levels, other) == pytest.approx(expected)


@pytest.mark.parametrize("shift", [-1, 0, 1])
def test_leniency_when_shifted(shift: int) -> None:
    """Is a rater who is always one level off one level lenient or severe?"""
    assert leniency([it + shift for it in (2, 3, 4)], [2, 3, 4]) == shift


def test_halo_when_one_impression_colors_all() -> None:
    """Has a rater who gives one level for everything the full correlation, and more than the reference?"""
    flat = [dict.fromkeys(row, row["result"]) for row in RATED]
    assert halo(flat) == pytest.approx(1)
    found = agreement(flat, RATED)
    assert found.halo is not None
    assert found.halo > 0


def test_agreement_with_oneself() -> None:
    """Is it full, without leniency or halo?"""
    found = agreement(RATED, RATED)
    assert (found.kappa, found.exact, found.leniency, found.halo) == (1, 1, 0, 0)
    assert found.rated == sum(map(len, RATED))


def test_agreement_when_dimensions_are_left_out() -> None:
    """Are only dimensions compared that both have?"""
    some = [{"result": row["result"]} for row in RATED]
    found = agreement(some, RATED)
    assert (found.rated, found.halo) == (len(RATED), None)


@pytest.mark.parametrize(
    "ratings", [[], [{}], [{"result": 3}], [{"result": 3, "own_action": 3}, {"result": 3, "own_action": 3}]]
)
def test_halo_when_nothing_varies(ratings: list[dict[str, int]]) -> None:
    """Is there none where correlation says nothing?"""
    assert halo(ratings) is None


@pytest.mark.parametrize(
    ("rater", "reference", "said"),
    [
        ([], [], "at least one"),
        ([1], [1, 2], "1 ratings cannot be compared with 2"),
        ([6], [3], "6 is not a level"),
        ([3], [0], "0 is not a level"),
    ],
)
def test_kappa_when_ratings_are_wrong(rater: list[int], reference: list[int], said: str) -> None:
    """Does the error say what is wrong?"""
    with pytest.raises(EmptyChairError, match=said):
        weighted_kappa(rater, reference)


@pytest.mark.parametrize(("rater", "reference"), [([], RATED), ([{}], [{}]), ([{"result": 3}], [{"delivery": 3}])])
def test_agreement_when_there_is_nothing_to_compare(
    rater: list[dict[str, int]], reference: list[dict[str, int]]
) -> None:
    """Is it an error and not a division by zero?"""
    with pytest.raises(EmptyChairError, match="cannot be compared"):
        agreement(rater, reference)
