"""Surveys weighted for who answered."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from emptychair.shop.measures import post_stratify, response_weights, weighted_mean

REGIONS = np.array(["north", "south", "east"])


def survey(rng: np.random.Generator, asked: int = 4000) -> pd.DataFrame:
    """A survey in which the unhappy north answers seldom and frequent buyers often."""
    region = rng.choice(REGIONS, asked, p=[0.5, 0.3, 0.2])
    orders = rng.poisson(2, asked)
    happy = rng.random(asked) < np.where(region == "north", 0.4, 0.75) + 0.05 * np.minimum(orders, 3)
    answered = rng.random(asked) < 1 / (1 + np.exp(1.8 - 0.5 * orders + 1.2 * (region == "north")))
    return pd.DataFrame({"region": region, "orders": orders, "happy": happy.astype(int), "answered": answered})


def test_weighted_mean_when_the_unhappy_do_not_answer() -> None:
    """Does the interval of the weighted mean hold the truth of all nine times in ten or more, and the naive one hardly ever?"""
    rng = np.random.default_rng(5)
    held, naive = 0, 0
    for _ in range(60):
        table = survey(rng, 3000)
        truth = 0.5 * 0.4 + 0.5 * 0.75 + 0.05 * 1.782  # 1.782 is the mean of min(orders, 3)
        given = table[table["answered"]]
        weights = response_weights(table[["region", "orders"]], table["answered"])
        held += truth in weighted_mean(given["happy"], weights).interval
        naive += truth in weighted_mean(given["happy"], np.ones(len(given))).interval
    assert held / 60 >= 0.9
    assert naive / 60 < 0.05


def test_post_stratify_when_drawn_many_times() -> None:
    """Does the interval hold the truth of the population 92 to 98 times in a hundred?"""
    rng = np.random.default_rng(6)
    sizes = {"north": 6000, "south": 3000, "east": 1000}
    happy = {"north": 0.4, "south": 0.7, "east": 0.9}
    population = np.repeat(list(sizes), list(sizes.values()))
    truth = sum(n * happy[name] for name, n in sizes.items()) / 10_000
    held = 0
    for _ in range(400):
        groups = np.repeat(["north", "south", "east"], [40, 90, 70])
        answers = (rng.random(200) < np.vectorize(happy.get)(groups)).astype(int)
        held += truth in post_stratify(answers, groups, population).interval
    assert 0.92 <= held / 400 <= 0.98


def test_weighted_mean_when_weights_are_alike() -> None:
    """Is it the plain mean and its usual interval?"""
    scores = np.random.default_rng(8).normal(7, 2, 400)
    found = weighted_mean(scores, np.full(400, 3.0))
    assert found.value == pytest.approx(scores.mean())
    assert found.high - found.value == pytest.approx(1.96 * scores.std(ddof=1) / 20, rel=1e-3)


@pytest.mark.parametrize("answers", [[1, 1, 1], [0, 0, 0]])
def test_weighted_mean_when_all_say_the_same(answers: list[int]) -> None:
    """Is three times yes still no proof of a hundred per cent?"""
    found = weighted_mean(answers, [1, 2, 1])
    assert 0 <= found.low <= found.value <= found.high <= 1
    assert found.high - found.low > 0.3


def test_post_stratify_when_answers_are_scores() -> None:
    """Is a score on a scale averaged as well, with the shares of the population?"""
    found = post_stratify([2, 4, 8, 10], ["a", "a", "b", "b"], ["a", "b", "b", "b"])
    assert found.value == pytest.approx(0.25 * 3 + 0.75 * 9)


def test_response_weights_when_half_answer_by_chance() -> None:
    """Do the weights add up to the asked, and stay near two when nothing matters?"""
    rng = np.random.default_rng(9)
    asked = pd.DataFrame({"region": rng.choice(REGIONS, 2000), "orders": rng.poisson(2, 2000)})
    weights = response_weights(asked, rng.random(2000) < 0.5)
    assert weights.sum() == pytest.approx(2000)
    assert weights == pytest.approx(2, rel=0.25)


@pytest.mark.parametrize(
    ("asked", "answered", "says"),
    [
        (pd.DataFrame({"a": [1, 2]}), [True, True], "Everybody"),
        (pd.DataFrame({"a": [1, 2]}), [False, False], "Nobody"),
        (pd.DataFrame({"a": [1, None]}), [True, False], "a has missing"),
        (pd.DataFrame({"a": [1, 2]}), [True], "answered has 1"),
        (pd.DataFrame(index=[0, 1]), [True, False], "0 columns"),
    ],
)
def test_response_weights_when_there_is_nothing_to_learn(asked: pd.DataFrame, answered: list[bool], says: str) -> None:
    """Does the error say which part is missing?"""
    with pytest.raises(ValueError, match=says):
        response_weights(asked, answered)


@pytest.mark.parametrize(
    ("groups", "population", "says"),
    [
        (["a", "a", "b", "b"], ["a", "c", "c", "b"], "'c' has fewer"),
        (["a", "a", "b", "b"], ["a", "a"], "'b' is not in the population"),
        (["a", "a"], ["a", "b"], "fit together"),
    ],
)
def test_post_stratify_when_groups_do_not_match(groups: list[str], population: list[str], says: str) -> None:
    """Does the error name the group?"""
    with pytest.raises(ValueError, match=says):
        post_stratify([1, 0, 1, 1], groups, population)
