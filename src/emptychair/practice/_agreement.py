"""How far two raters agree, how lenient one is, and whether one impression colors everything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from emptychair._errors import EmptyChairError

LEVELS = (1, 2, 3, 4, 5)
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Agreement:
    """What comes of comparing a rater with a reference.

    ``kappa`` is quadratic weighted: 1 is full agreement, 0 what chance gives; ``None`` where both gave everybody one and the same
    level and agreement says nothing. ``leniency`` is how many levels the rater is above the reference on average.
    ``halo`` is the mean correlation between the rater's own dimensions less the same for the reference: above 0, one impression
    colors the others more than it should; ``None`` where there are fewer than two dimensions that vary.
    """

    rated: int
    exact: float
    kappa: float | None
    leniency: float
    halo: float | None


def weighted_kappa(rater: Sequence[int], reference: Sequence[int]) -> float | None:
    """Give Cohen's kappa with quadratic weights on the levels 1 to 5.

    Raises:
        EmptyChairError: the two are not equally long, too short, or hold something other than levels.

    Example:
        >>> weighted_kappa([1, 2, 3, 4, 5], [1, 2, 3, 4, 5])
        1.0
        >>> weighted_kappa([3, 3, 3], [3, 3, 3]) is None
        True
    """
    # a few lines: the library's own (tests hold this against it) takes seconds to load, and a learner would sit them out
    import numpy as np

    _check(rater, reference)
    if len({*rater}) == 1 and len({*reference}) == 1:
        return None
    a, b = np.array(rater), np.array(reference)
    seen, chance = ((a - b) ** 2).mean(), (np.subtract.outer(a, b) ** 2).mean()
    return float(1 - seen / chance)


def leniency(rater: Sequence[int], reference: Sequence[int]) -> float:
    """Give the mean difference in levels; above 0 the rater is the milder one.

    Example:
        >>> leniency([4, 4, 5], [3, 4, 3])
        1.0
    """
    _check(rater, reference)
    return sum(a - b for a, b in zip(rater, reference, strict=True)) / len(rater)


def halo(ratings: Sequence[Mapping[str, int]]) -> float | None:
    """Give the mean correlation between the dimensions of one rater; ``None`` where fewer than two dimensions vary.

    Args:
        ratings: one mapping an answer, from dimension to level.

    Example:
        >>> round(halo([{"result": 1, "own_action": 1}, {"result": 3, "own_action": 2}, {"result": 5, "own_action": 3}]), 2)
        1.0
    """
    import numpy as np

    names = sorted({*ratings[0]}.intersection(*ratings)) if ratings else []
    table = np.array([[row[name] for name in names] for row in ratings], float)
    varying = table[:, table.std(axis=0) > 0] if table.size else table
    if varying.ndim < 2 or varying.shape[1] < _FEWEST:
        return None
    between = np.corrcoef(varying, rowvar=False)
    return float(between[np.triu_indices(len(between), k=1)].mean())


def agreement(rater: Sequence[Mapping[str, int]], reference: Sequence[Mapping[str, int]]) -> Agreement:
    """Compare ratings of the same answers, in the same order, on the dimensions that both have.

    Raises:
        EmptyChairError: there are not equally many, or nothing that both rated.

    Example:
        >>> mine = [{"result": 2, "own_action": 4}, {"result": 5, "own_action": 3}]
        >>> agreement(mine, mine).kappa
        1.0
    """
    if len(rater) != len(reference):
        raise EmptyChairError(
            f"{len(rater)} ratings cannot be compared with {len(reference)}; they must be of the same answers."
        )
    pairs = [
        (one[name], other[name]) for one, other in zip(rater, reference, strict=True) for name in one if name in other
    ]
    a, b = [one for one, _ in pairs], [other for _, other in pairs]
    own, theirs = halo(rater), halo(reference)
    kappa, mildness = weighted_kappa(a, b), leniency(a, b)  # both refuse what cannot be compared
    return Agreement(
        rated=len(pairs),
        exact=sum(one == other for one, other in pairs) / len(pairs),
        kappa=kappa,
        leniency=mildness,
        halo=None if own is None or theirs is None else own - theirs,
    )


def _check(rater: Sequence[int], reference: Sequence[int]) -> None:
    if len(rater) != len(reference) or not rater:
        raise EmptyChairError(
            f"{len(rater)} ratings cannot be compared with {len(reference)}; rate the same answers, at least one."
        )
    wrong = [it for it in (*rater, *reference) if it not in LEVELS]
    if wrong:
        raise EmptyChairError(f"{wrong[0]!r} is not a level; use 1 to 5.")
