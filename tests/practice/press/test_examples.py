"""The documents and examples of the lesson: what they show is what they claim."""

from __future__ import annotations

import re
import tomllib

import pytest

from emptychair import shop
from emptychair._data import data_path
from emptychair.feedback import prfaq
from emptychair.practice.press import compose, counts, examples, pages, sample

PARTS = tuple(tomllib.loads(data_path("press/examples.toml").read_text(encoding="utf-8")))


@pytest.mark.parametrize("part", PARTS)
def test_examples_climb(part: str) -> None:
    """Is each part told weak, middling and strong, from three products, with points that climb?"""
    found = examples(part)
    assert [it.level for it in found] == ["weak", "middling", "strong"]
    assert len({it.product for it in found}) == 3
    assert found[0].points < found[1].points < found[2].points == found[2].top


@pytest.mark.parametrize(
    ("name", "verdict", "gates"),
    [("tern_lane", "ready for the room", 0), ("night_dose", "another draft", 1), ("seat_swap", "start again", 6)],
)
def test_documents_are_weak_middling_and_strong(name: str, verdict: str, gates: int) -> None:
    """Does the reader see in each document what the lesson says of it, and is no sentence of it unplaced?"""
    review = prfaq.review(compose(sample(name)))
    assert (review.verdict, len(review.gates)) == (verdict, gates)
    assert sample(name).rest == ""


def test_the_middling_document_fails_by_one_number() -> None:
    """Would the hospital's document pass without the sum that is wrong?"""
    text = compose(sample("night_dose"))
    assert prfaq.review(text.replace("53%", "35%")).score > 80


def test_the_strong_document_keeps_its_own_rules() -> None:
    """Is every part of the worked example within the bounds that the lesson prints?"""
    assert {it.state for it in (*counts(sample("tern_lane")), *pages(sample("tern_lane")))} == {"within"}


def test_numbers_of_the_strong_document_are_the_shops() -> None:
    """Are orders, contacts and their rank what the shop's own tables say for its last 52 weeks?"""
    world = shop.load()
    returned = world.orders[world.orders.returned & (world.orders.week >= 26)]
    contacts = world.contacts[world.contacts.week >= 26]
    asked = contacts[contacts.reason == "where_is_my_refund"]
    said = sample("tern_lane").problem
    assert f"{len(returned):,} returned orders and {len(asked)} contacts" in said
    assert f"Customers of {returned.order_id.isin(asked.order_id).sum()} of the {len(returned):,} returns" in said
    assert list(contacts.reason.value_counts().index).index("where_is_my_refund") == 1, "any other question but one"
    assert (
        f"{asked.repeat_of.notna().sum()} of them from people who had asked before" in sample("tern_lane").internal_faq
    )
    assert len(set(world.orders.warehouse)) == 4
    assert re.search(r"all four of its regions", sample("tern_lane").summary)
