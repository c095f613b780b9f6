"""Worlds that several tests look at; none of them changes one."""

from __future__ import annotations

import pytest

from emptychair import shop


@pytest.fixture(scope="session")
def small() -> shop.World:
    """A world of 800 customers."""
    return shop.simulate(customers=800, seed=3)


@pytest.fixture(scope="session")
def kept() -> shop.World:
    """The world of the lessons, as committed."""
    return shop.load()
