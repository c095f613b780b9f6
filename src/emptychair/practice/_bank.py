"""The question bank: what is asked, what it looks at, and what is likely to be asked next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any

from emptychair._errors import EmptyChairError
from emptychair._questions import question_entries, question_entry

PRINCIPLES = {
    "customer_obsession": "Customer Obsession",
    "ownership": "Ownership",
    "invent_and_simplify": "Invent and Simplify",
    "are_right_a_lot": "Are Right, A Lot",
    "learn_and_be_curious": "Learn and Be Curious",
    "hire_and_develop_the_best": "Hire and Develop the Best",
    "insist_on_the_highest_standards": "Insist on the Highest Standards",
    "think_big": "Think Big",
    "bias_for_action": "Bias for Action",
    "frugality": "Frugality",
    "earn_trust": "Earn Trust",
    "dive_deep": "Dive Deep",
    "have_backbone_disagree_and_commit": "Have Backbone; Disagree and Commit",
    "deliver_results": "Deliver Results",
    "strive_to_be_earths_best_employer": "Strive to be Earth's Best Employer",
    "success_and_scale_bring_broad_responsibility": "Success and Scale Bring Broad Responsibility",
}
"""The sixteen leadership principles, by slug."""

TYPES = {
    "story": "a story of yours",
    "opinion": "a view, with reasons",
    "company": "a company you know",
    "self_rating": "an honest look at yourself",
    "improve_amazon": "an improvement of Amazon",
    "difficult_customer": "a difficult customer",
    "outstanding_service": "a service you received",
}
"""What kind of answer a question wants."""

TOLD = frozenset({"story", "difficult_customer", "outstanding_service"})
"""The types whose answer is one past event; a portfolio of stories covers these."""

KINDS = {
    "why_it_matters": "why customer obsession matters",
    "above_and_beyond": "a time above and beyond, and how the customer reacted",
    "customers_role": "the customer's role in business",
    "rate_yourself": "rate yourself as customer-obsessed",
    "customers_first": "examples of putting customers first",
    "customer_companies": "companies that focus on the customer",
    "what_sets_apart": "what sets such companies apart",
    "amazon_focus": "how Amazon could further improve its focus",
    "loyalty_and_trust_companies": "companies that built loyalty and trust, and why",
    "change_at_amazon": "what you would change in how Amazon does something",
    "critical_element": "the most critical element of a product or service",
    "better_amazon_pays": "how you would make Amazon better, and why that pays",
    "why_first": "why Amazon put this principle first",
    "others_who_follow": "others who follow it",
    "fostering_loyalty": "the best way to foster loyalty",
    "angry_customer": "an angry customer",
    "outstanding_service": "an outstanding service you experienced",
}
"""Seventeen kinds of question that come up about Customer Obsession; a question outside them has the kind ``""``."""

DIFFICULTIES = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the bank.

    ``principles`` has the main one first; ``subject`` are beginnings of words of which a story that answers it will have one.
    """

    id: str
    text: str
    type: str
    principles: tuple[str, ...]
    difficulty: int
    follow_ups: tuple[str, ...]
    kind: str = ""
    subject: tuple[str, ...] = ()


def question(name: str) -> Question:
    """Give a question by its id.

    Raises:
        EmptyChairError: no question has this id; the message names the nearest ones.

    Example:
        >>> question("angry_customer").follow_ups[0]
        'What was the anger really about?'
    """
    entry = question_entry(name)
    fields: dict[str, Any] = {key: tuple(it) if isinstance(it, list) else it for key, it in entry.items()}
    return Question(name, **fields)


def questions(
    *, principle: str | None = None, type: str | None = None, kind: str | None = None, difficulty: int | None = None
) -> tuple[Question, ...]:
    """Give the questions that fit every filter, in the order of the bank.

    Raises:
        EmptyChairError: a filter has a value that no question can have; the message names the nearest ones.

    Example:
        >>> len(questions()) >= 180
        True
        >>> [it.id for it in questions(kind="angry_customer", difficulty=1)]
        ['angry_customer', 'angry_and_right']
    """
    for what, value, known in (
        ("principle", principle, PRINCIPLES),
        ("type", type, TYPES),
        ("kind", kind, KINDS),
        ("difficulty", difficulty, DIFFICULTIES),
    ):
        _check(what, value, known)
    return tuple(
        it
        for it in _all()
        if (principle is None or principle in it.principles)
        and (type is None or it.type == type)
        and (kind is None or it.kind == kind)
        and (difficulty is None or it.difficulty == difficulty)
    )


@cache
def _all() -> tuple[Question, ...]:
    return tuple(question(name) for name in question_entries())


def _check(what: str, value: object, known: Iterable[object]) -> None:
    names = [str(it) for it in known]
    if value is not None and str(value) not in names:
        near = get_close_matches(str(value), names, n=3, cutoff=0.3) or names[:3]
        raise EmptyChairError(f"No question has the {what} {value!r}. Did you mean {', '.join(near)}?")
