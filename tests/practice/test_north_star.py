"""Tracing a backlog to promises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair import EmptyChairError
from emptychair.practice.north_star import Item, Promise, case, trace
from emptychair.practice.press import compose, sample

PROMISES = (Promise("fast", "In two hours."), Promise("human", "A person calls."))
ITEMS = (Item("feed", "Read scans", 6), Item("logo", "New logo", 2), Item("score", "Score", 2))


def test_case_is_about_the_release() -> None:
    """Is every promise a sentence of the worked example, word for word, and does every link lead to one?"""
    text = compose(sample("tern_lane"))
    names = {it.name for it in case().promises}
    assert [it.text for it in case().promises if it.text not in text] == []
    for item in case().items:
        assert item.serves in {"", *names}
        assert item.days > 0
        assert item.why.endswith((".", "?"))


def test_case_teaches_both() -> None:
    """Is there drift worth speaking of, and exactly one promise without work?"""
    found = trace(case().promises, case().items, {it.name: it.serves for it in case().items})
    assert found.drift == pytest.approx(30 / 77)
    assert found.orphans == ("person",)


@pytest.mark.parametrize(
    ("links", "drift", "orphans"),
    [
        ({}, 1.0, ("fast", "human")),
        ({"feed": "fast"}, 0.4, ("human",)),
        ({"feed": "fast", "logo": "human", "score": ""}, 0.2, ()),
        ({"feed": "fast", "unknown": "human"}, 0.4, ("human",)),
    ],
)
def test_trace(links: dict[str, str], drift: float, orphans: tuple[str, ...]) -> None:
    """Is the share by days, not by items, and does an item that is not linked serve nothing?"""
    found = trace(PROMISES, ITEMS, links)
    assert (found.drift, found.orphans) == (pytest.approx(drift), orphans)


def test_trace_without_work() -> None:
    """Does nothing drift where nothing is done?"""
    assert trace(PROMISES, (), {}).drift == 0


def test_trace_to_a_promise_that_is_none() -> None:
    """Does the message name the item and the link?"""
    with pytest.raises(EmptyChairError, match=r"^'feed' is linked to 'cheap', and no promise is called that\.$"):
        trace(PROMISES, ITEMS, {"feed": "cheap"})


@given(st.lists(st.tuples(st.integers(0, 50), st.sampled_from(["fast", "human", ""])), max_size=8))
def test_no_day_is_lost(work: list[tuple[int, str]]) -> None:
    """Do the days by promise and the days adrift add up to the backlog?"""
    items = [Item(f"i{n}", "x", days) for n, (days, _) in enumerate(work)]
    found = trace(PROMISES, items, {f"i{n}": to for n, (_, to) in enumerate(work)})
    assert sum(found.days.values()) + found.adrift == sum(days for days, _ in work)
    assert 0 <= found.drift <= 1
