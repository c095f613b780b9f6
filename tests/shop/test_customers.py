"""Who the customers are."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from emptychair.shop._customers import draw_people
from emptychair.shop._season import season, weekday
from emptychair.shop._settings import REGIONS, setting


def test_draw_people_has_the_planted_distributions() -> None:
    """Are need and leaving gamma and beta distributed, and first trust beta, as planted?"""
    people, buying = draw_people(1, 30_000, 78), setting("buying")
    assert stats.kstest(people.need, "gamma", (buying["r"], 0, 1 / buying["alpha"])).pvalue > 1e-3
    assert stats.kstest(people.leaves, "beta", (buying["a"], buying["b"])).pvalue > 1e-3
    assert stats.kstest(people.first_trust, "beta", setting("trust")["start"]).pvalue > 1e-3


def test_draw_people_ties_trust_to_leaving() -> None:
    """Do those who trust more leave less readily, and is need a thing apart?"""
    people = draw_people(1, 30_000, 78)
    assert stats.spearmanr(people.first_trust, people.leaves).statistic == pytest.approx(-0.48, abs=0.03)
    assert abs(stats.spearmanr(people.need, people.leaves).statistic) < 0.03


def test_draw_people_keeps_the_reserve_apart() -> None:
    """Do the reserve's customers come after the known ones, in a stream of their own?"""
    people = draw_people(1, 1000, 78)
    assert (people.size, people.all) == (1000, 1350)
    assert (np.diff(people.joined_week[:1000]) >= 0).all()
    assert (np.diff(people.joined_week[1000:]) >= 0).all()
    assert set(np.unique(people.region)) == set(range(len(REGIONS)))


def test_season_has_a_peak_of_gifts() -> None:
    """Is the mean of a year 1 and week 49 the best?"""
    assert season(52).mean() == pytest.approx(1)
    assert season(78).argmax() == 49
    assert (season(78)[52:] == season(26)).all()


def test_weekday_has_busy_weekends() -> None:
    """Do Saturday and Sunday take the most orders?"""
    share = np.bincount(weekday(np.linspace(0, 1, 10_000, endpoint=False)), minlength=7) / 10_000
    assert share == pytest.approx(setting("season")["weekdays"], abs=1e-3)
