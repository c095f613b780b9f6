"""Replies held against the story."""

from __future__ import annotations

import pytest

from emptychair.practice import answers, clashes

STORY = (
    "Two years ago I was a shift lead at a furniture store in Ohio. Forty customers had lost their deposits of 200 dollars. "
    "I rang every customer on the list. I rewrote the packing list with the dock crew. My manager approved the refund of the "
    "deposits. Complaints fell from 40 a week to 9 a week within three months."
)
MUST = (
    ("number", "Sixty customers had lost their deposits."),
    ("number", "There were sixty customers who had lost their deposits of 200 dollars."),
    ("number", "Complaints fell from 60 a week to 9 a week within three months."),
    ("number", "Complaints fell from 40 a week to 15 a week."),
    ("number", "Complaints fell to 9 a week within eight months."),
    ("number", "The customers had lost their deposits of 300 dollars."),
    ("role", "As the store manager I decided it."),
    ("role", "I was the store manager there."),
    ("role", "It was my colleague who rang every customer on the list."),
    ("role", "She rang every customer on the list."),
    ("role", "I did not ring every customer on the list."),
    ("role", "My manager rang the customers on the list, not me."),
    ("role", "I approved the refund of the deposits."),
    ("order", "I rang every customer after I rewrote the packing list."),
    ("order", "Before I rang the customers, I rewrote the packing list."),
    ("order", "Once I had rewritten the packing list with the crew, I rang every customer."),
)
MUST_NOT = (
    "",
    "Forty customers had lost their deposits.",
    "About 40 customers had lost their deposits of 200 dollars each.",
    "At the other store complaints stayed at 38 a week.",
    "I rang 40 customers, and 31 of them said the same.",
    "Complaints fell from forty a week to nine a week.",
    "As the shift lead I could change the list.",
    "Later I was promoted and became the store manager.",
    "I rewrote the packing list after I rang every customer.",
    "Before I rewrote the packing list, I rang every customer.",
    "I rang the carrier because only they knew where the parcels were.",
    "I asked eleven customers about it, and most of them wanted to know the day.",
    "My manager wanted to wait, and I said no.",
    "The target was 5 complaints a week.",
)


@pytest.mark.parametrize(("kind", "reply"), MUST)
def test_clashes_that_must_be_found(kind: str, reply: str) -> None:
    """Is a reply that changes a number, the doer or the order caught, with both places in the speaker's words?"""
    found = [it for it in clashes(STORY, reply) if it.kind == kind]
    assert found
    assert found[0].told in STORY
    assert found[0].now in reply
    assert found[0].told in found[0].message


@pytest.mark.parametrize("reply", MUST_NOT)
def test_clashes_that_must_not_be_found(reply: str) -> None:
    """Is a reply that repeats, rounds, adds or speaks of something else let through?"""
    assert clashes(STORY, reply) == ()


def test_clashes_within_true_stories() -> None:
    """Do strong answers cut in two hardly ever contradict themselves?"""
    strong = [it for it in answers() if it.level == "strong"][::3]
    halves = [(it.sentences[: len(it.sentences) // 2], it.sentences[len(it.sentences) // 2 :]) for it in strong]
    wrong = [told[0] for told, now in halves if clashes(" ".join(told), " ".join(now))]
    assert len(wrong) <= 0.04 * len(strong)
