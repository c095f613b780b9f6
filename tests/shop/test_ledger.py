"""The ledger of one customer against the rules of the simulation."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair.shop import ledger, measures
from emptychair.shop._ledger import EVENTS, ORDERS, TROUBLE
from emptychair.shop._orders import CARRIER, Fate
from emptychair.shop._scene import Scene, scene
from emptychair.shop._settings import read, setting
from emptychair.shop._trust import after_order

START = 0.6


@pytest.fixture(scope="module")
def small() -> Scene:
    """A scene that is only asked for its causes."""
    return scene(1, 50, 12)


def _one(scene: Scene, trust: float, *, late: bool = False, early: bool = False, cause: str = "") -> float:
    """What the simulation makes of one order."""
    hit = np.zeros((len(scene.causes), 1), bool)
    if cause:
        hit[scene.cause(cause)] = True
    days = 9 if late or cause == CARRIER else 2
    fate = Fate(hit, np.array([False]), np.array([days]), np.array([early]))
    return float(after_order(scene, np.array([trust]), fate)[0])


@pytest.mark.parametrize(
    ("events", "order"),
    [
        ((), {}),
        (("late",), {"late": True}),
        (("early",), {"early": True}),
        (("kettle_seal",), {"cause": "kettle_seal"}),
        (("kettle_seal", "late"), {"cause": "kettle_seal", "late": True}),
        (("late", "early"), {"late": True, "early": True}),
    ],
)
def test_order_against_the_simulation(small: Scene, events: tuple[str, ...], order: dict[str, object]) -> None:
    """Does an order move trust as it does in the simulation?"""
    book = ledger([(1, name) for name in events], orders=1, start=START)
    assert book["trust"].iloc[-1] == pytest.approx(_one(small, START, **order))  # type: ignore[arg-type]  # the table's own keywords


def test_trouble_is_the_mean_of_many_customers(small: Scene) -> None:
    """Does a trouble move the ledger as it moves the mean of many simulated customers, and does telling give back its share?"""
    luck = np.random.default_rng(4)
    rate, orders = read("causes")[TROUBLE]["rate"], 8
    spared, struck = (lambda t: _one(small, t)), (lambda t: _one(small, t, cause=TROUBLE))
    ends, hurts = [], []
    for _ in range(1500):
        trust, hurt = START, 0.0
        for lost in luck.random(orders) < rate:
            hurt += lost * trust * read("causes")[TROUBLE]["damage"]
            trust = struck(trust) if lost else spared(trust)
        ends.append(trust)
        hurts.append(hurt)
    book = ledger([(1, TROUBLE)], orders=orders, start=START)["trust"]
    assert book.iloc[-1] == pytest.approx(np.mean(ends), abs=0.015)
    mended = [(1, TROUBLE), (orders + 1, "fix")]
    told = ledger([*mended, (orders + 1, "told")], orders=orders + 1, start=START)
    kept = ledger(mended, orders=orders + 1, start=START)
    back = setting("listening")["tell_regains"] * np.mean(hurts)
    assert told["deposit"].iloc[-1] - kept["deposit"].iloc[-1] == pytest.approx(back, rel=0.15)


def test_leak_takes_the_share_of_those_about_whom_all_is_kept() -> None:
    """Is a leak the larger of its two ends?"""
    calm, leak = (ledger(events, orders=1, start=START)["withdrawal"].iloc[-1] for events in ((), ((1, "leak"),)))
    assert calm == 0
    assert leak == pytest.approx(START * setting("trust")["leak"][1])


def test_half_life_of_lost_trust() -> None:
    """Do good orders close half of the gap to 1 in the half-life of the gain?"""
    orders = measures.half_life(setting("trust")["gain"])
    book = ledger(orders=ORDERS, start=0.2)["trust"]
    assert np.interp(orders, book.index, book) == pytest.approx(0.6, abs=0.002)
    assert measures.trust_half_life(book, toward=1) == pytest.approx(orders, rel=1e-3)


def test_telling_before_it_is_mended_moves_nothing() -> None:
    """Does the closed loop need the fix first?"""
    early, never = ledger([(3, TROUBLE), (9, "told")]), ledger([(3, TROUBLE)])
    assert early["trust"].tolist() == never["trust"].tolist()


def test_apology_alone_moves_nothing_and_a_fix_does() -> None:
    """Is a letter that changes nothing worth nothing, a fix something, and a fix with the loop closed more?"""
    trouble = [(3, TROUBLE)]
    nothing, sorry, fixed, closed = (
        ledger([*trouble, *more])["trust"].iloc[-1]
        for more in ((), ((10, "apology"),), ((10, "fix"),), ((10, "fix"), (11, "told")))
    )
    assert nothing == sorry < fixed < closed


@given(st.lists(st.tuples(st.integers(1, ORDERS), st.sampled_from(EVENTS)), max_size=12))
def test_books_balance(events: list[tuple[int, str]]) -> None:
    """Is trust always between 0 and 1, and the sum of what went in and out?"""
    book = ledger(events)
    assert book["trust"].between(0, 1).all()
    assert book[["deposit", "withdrawal"]].ge(0).all(axis=None)
    moved = book["trust"].iloc[0] + (book["deposit"] - book["withdrawal"]).cumsum()
    assert np.allclose(moved, book["trust"])


@pytest.mark.parametrize(
    ("event", "said"), [((3, "gift"), 'no event "gift"'), ((0, "late"), "from 1 to 40"), ((41, "late"), "not at 41")]
)
def test_events_that_cannot_be(event: tuple[int, str], said: str) -> None:
    """Is the mistake named?"""
    with pytest.raises(ValueError, match=said):
        ledger([event])
