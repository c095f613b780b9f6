"""Incidents to write up, and corrections to compare: the data files, and how choices are read."""

from __future__ import annotations

import pytest

from emptychair import EmptyChairError, shop
from emptychair.feedback import coe
from emptychair.practice import Scenario, corrections, read_choices, scenario, scenarios

KINDS = {"input", "symptom", "output"}


@pytest.mark.parametrize("found", scenarios(), ids=lambda it: it.cause)
def test_scenarios(found: Scenario) -> None:
    """Is each about a root cause of the shop, with notes, one metric of each kind, and no numbers of its own?"""
    assert found.cause in set(shop.load().truth.causes["cause"])
    assert len(found.notes) >= 4
    assert {it.kind for it in found.metrics} == KINDS
    assert len(found.metrics) == len(KINDS)
    texts = [found.asked, *(it.said for it in found.notes), *(it.because for it in found.metrics)]
    assert all(it[-1] in ".?!" for it in texts)
    assert not any(sign.isdigit() for it in found.notes for sign in it.said), "counts come from shop.incident"


def test_right_places_are_spread() -> None:
    """Does no letter win twice in a row, nor the same one everywhere?"""
    places = [[it.kind for it in found.metrics].index("input") for found in scenarios()]
    assert len(set(places)) == 3
    assert all(a != b for a, b in zip(places, places[1:], strict=False))


@pytest.mark.parametrize("found", scenarios(), ids=lambda it: it.cause)
def test_candidates_as_the_reader_sees_them(found: Scenario) -> None:
    """Does the reader of corrections call each candidate what the file calls it?"""
    for it in found.metrics:
        assert coe.metric(it.text + ".").kind == it.kind, it.text


def test_candidate_by_letter() -> None:
    """Is a letter a metric, and everything else none?"""
    found = scenario("kettle_seal")
    assert found.candidate("B") == found.metrics[1]
    assert [found.candidate(it) for it in ("d", "", "ab", "1")] == [None] * 4
    with pytest.raises(EmptyChairError, match="kettle_seal"):
        scenario("kettles")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("", {}),
        ("b a c b", {}),
        ("kettle_seal b, north_carrier a", {"kettle_seal": "b", "north_carrier": "a"}),
        ("Refund batch: C\nCODE IGNORED - b", {"refund_batch": "c", "code_ignored": "b"}),
        ("kettle_seal a, no: kettle_seal b", {"kettle_seal": "b"}),
        ("kettle_seal because", {}),
    ],
)
def test_choices_as_people_type_them(text: str, read: dict[str, str]) -> None:
    """Are letters found behind the names of incidents?"""
    assert read_choices(text) == read


def test_corrections_are_weak_middling_and_strong() -> None:
    """Do the three that the lesson shows come from unlike jobs and lie clearly apart?"""
    found = corrections()
    scores = [coe.review(found[level].text).score for level in ("weak", "middling", "strong")]
    assert scores[0] < 30 < 50 <= scores[1] <= 70 < 90 <= scores[2]
    assert len({it.job for it in found.values()}) == 3
