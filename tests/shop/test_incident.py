"""The facts about an incident against the truth of a world."""

from __future__ import annotations

import numpy as np
import pytest

from emptychair import shop
from emptychair.shop._incident import Incident, incident

CAUSES = tuple(shop.load().truth.causes["cause"])


@pytest.fixture(scope="module", params=CAUSES)
def found(request: pytest.FixtureRequest) -> Incident:
    """One incident of the world of the lessons."""
    return incident(shop.load(), request.param)


def test_counts_against_the_truth(found: Incident) -> None:
    """Are the hits those of the truth, and do the parts fit in the whole?"""
    row = shop.load().truth.causes.set_index("cause").loc[found.cause]
    assert found.hit == row["orders_hit"]
    assert found.customers <= found.hit <= found.at_risk
    assert found.contacts <= found.hit
    assert found.returned <= found.hit
    assert abs(found.hit / found.at_risk - row["rate"]) < 0.03
    assert abs(found.after - found.before - 100 * row["effect"]) < 3.5


def test_weeks_are_in_order(found: Incident) -> None:
    """Does it begin, show, get found by whoever listens, and is most of the harm after that?"""
    assert found.start_week <= found.first_contact_week <= found.last_week
    assert found.start_week < found.found_week <= found.last_week
    assert found.hit_before_found < found.hit / 2


def test_found_as_the_shop_itself_would(found: Incident) -> None:
    """Does whoever reads the files find the cause in the week in which a shop that always listens finds it?"""
    told = shop.run(shop.load(), shop.ALWAYS, start=found.start_week).found.set_index("cause")["week"]
    assert found.found_week == told[found.cause]


def test_facts_say_the_numbers(found: Incident) -> None:
    """Is each count in a sentence?"""
    said = " ".join(found.facts)
    for count in (found.start_week, found.hit, found.at_risk, found.customers, found.contacts, found.found_week):
        assert f"{count:,}" in said


def test_cause_that_is_not_there() -> None:
    """Is it named, with those that are there?"""
    with pytest.raises(ValueError, match="kettle_seal"):
        incident(shop.load(), "kettles")


def test_world_in_which_it_never_began() -> None:
    """Are there facts about a cause without a single hit?"""
    small = shop.simulate(customers=60, weeks=14, seed=3)
    seen = [incident(small, cause) for cause in small.truth.causes["cause"]]
    assert all(np.isfinite([it.before, it.after]).all() for it in seen)
