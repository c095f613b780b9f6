"""Replies held against the story."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

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


STORIES: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_name("stories.toml").read_text(encoding="utf-8"))
OPEN = {
    "It was around ninety squashed rolls a day.",
    "Nobody failed the second test.",
    "The trainee went through the files alone; I never looked at the files.",
    "I led a team of twenty on that night.",
}
"""Replies that do not fit and are let through; mending one means taking it off the list."""


@pytest.mark.parametrize("name", STORIES)
def test_stories_from_unlike_jobs(name: str) -> None:
    """Is every reply that does not fit found, but for the open ones, and every honest one let through?"""
    story = STORIES[name]
    missed = {reply for _, reply in story["clashes"] if not clashes(story["told"], reply)}
    assert missed == {reply for _, reply in story["clashes"]} & OPEN
    accused = {reply: [it.message for it in clashes(story["told"], reply)] for reply in story["fits"]}
    assert {reply: said for reply, said in accused.items() if said} == {}


@pytest.mark.parametrize("name", STORIES)
def test_kind_of_a_clash(name: str) -> None:
    """Is a number called a number, a role a role and an order an order?"""
    story = STORIES[name]
    for kind, reply in story["clashes"]:
        found = {it.kind for it in clashes(story["told"], reply)}
        assert not found or found & {kind, "fact"}, reply


def test_clashes_within_true_stories() -> None:
    """Do strong answers cut in two hardly ever contradict themselves?"""
    strong = [it for it in answers() if it.level == "strong"][::3]
    halves = [(it.sentences[: len(it.sentences) // 2], it.sentences[len(it.sentences) // 2 :]) for it in strong]
    wrong = [told[0] for told, now in halves if clashes(" ".join(told), " ".join(now))]
    assert len(wrong) <= 0.01 * len(strong)
