"""The question bank: is every entry whole, and does a filter give what it says?"""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations

import pytest

from emptychair import EmptyChairError
from emptychair._questions import question_entries, question_text
from emptychair.practice import KINDS, PRINCIPLES, TYPES, Question, question, questions
from emptychair.practice._bank import TOLD

FIELDS = {"text", "type", "principles", "difficulty", "follow_ups"}
GRAM, ALIKE = 4, 0.45  # characters; share of common ones from which two wordings are one question


def grams(text: str) -> set[str]:
    """Every run of four characters, case and spacing aside."""
    flat = " ".join(text.lower().split())
    return {flat[i : i + GRAM] for i in range(len(flat) - GRAM + 1)}


def alike(one: str, other: str) -> float:
    """The share of runs that two wordings have in common (Jaccard)."""
    a, b = grams(one), grams(other)
    return len(a & b) / len(a | b)


@pytest.mark.parametrize("name", question_entries())
def test_entry_when_checked_by_schema(name: str) -> None:
    """Has every question all the fields, from closed lists, and follow-ups that can be said in a breath?"""
    entry = question_entries()[name]
    assert FIELDS <= set(entry) <= FIELDS | {"kind", "subject"}
    assert re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)+", name)
    assert entry["type"] in TYPES
    assert entry["difficulty"] in (1, 2, 3)
    assert entry["principles"], "a question looks at something"
    assert set(entry["principles"]) <= set(PRINCIPLES)
    assert len(set(entry["principles"])) == len(entry["principles"])
    assert "subject" not in entry or (entry["type"] in TOLD and all(entry["subject"]))
    if "kind" in entry:
        assert entry["kind"] in KINDS
    assert 1 <= len(entry["follow_ups"]) <= 3
    for follow_up in entry["follow_ups"]:
        assert follow_up == " ".join(follow_up.split())
        assert follow_up[-1] in "?."
        assert len(follow_up.split()) <= 16
    assert 5 <= len(entry["text"].split()) <= 40
    assert "!" not in entry["text"]


def test_bank_when_counted() -> None:
    """Is it large enough, mostly about customers, with every kind, type, principle and difficulty several times?"""
    bank = questions()
    assert len(bank) >= 180
    assert sum("customer_obsession" in it.principles for it in bank) > 0.6 * len(bank)
    for counts, names in (
        (Counter(it.kind for it in bank), KINDS),
        (Counter(it.type for it in bank), TYPES),
        (Counter(name for it in bank for name in it.principles), PRINCIPLES),
        (Counter(it.difficulty for it in bank), (1, 2, 3)),
    ):
        assert {name: counts[name] for name in names if counts[name] < 3} == {}
    assert len(KINDS) == 17
    assert len(PRINCIPLES) == 16
    assert {it.kind for it in bank if it.difficulty == 1} >= {
        "above_and_beyond",
        "angry_customer",
        "outstanding_service",
    }


def test_bank_when_two_are_alike() -> None:
    """Is no question asked twice in other words?"""
    close = [
        (one.id, other.id, round(alike(one.text, other.text), 2))
        for one, other in combinations(questions(), 2)
        if alike(one.text, other.text) >= ALIKE
    ]
    assert close == []


def test_alike_when_reworded() -> None:
    """Would a question with a word changed be noticed?"""
    text = question_text("failed_customer")
    assert alike(text, text.replace("a time", "one time").replace("do about", "do then about")) >= ALIKE


def test_follow_ups_when_compared() -> None:
    """Are follow-ups made for their question, hardly ever the same twice?"""
    counts = Counter(text for it in questions() for text in it.follow_ups)
    assert sum(count - 1 for count in counts.values()) <= 5


def test_first_eight() -> None:
    """Do the ids that lessons and exercises use still give the words they gave?"""
    assert question_text("above_and_beyond").startswith(
        "Tell me about a time you went above and beyond for a customer."
    )
    assert {
        "above_and_beyond",
        "angry_customer",
        "unspoken_need",
        "said_no",
        "failed_customer",
        "recurring_complaint",
        "trust_over_profit",
        "changed_by_feedback",
    } <= {it.id for it in questions()}


@pytest.mark.parametrize("kind", KINDS)
def test_questions_of_a_kind(kind: str) -> None:
    """Does a filter leave exactly what it names, and do filters add up?"""
    of_kind = questions(kind=kind)
    assert {it.kind for it in of_kind} == {kind}
    parts = [questions(kind=kind, difficulty=level) for level in (1, 2, 3)]
    assert sorted(it.id for part in parts for it in part) == sorted(it.id for it in of_kind)


def test_question_when_asked_by_id() -> None:
    """Is it a value with the words of the bank?"""
    found = question("angry_customer")
    assert isinstance(found, Question)
    assert found.text == question_text("angry_customer")
    assert hash(found) == hash(question("angry_customer"))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (
            {"principle": "customer_obsesion"},
            "No question has the principle 'customer_obsesion'. Did you mean customer_obsession",
        ),
        ({"type": "tale"}, "No question has the type 'tale'."),
        ({"kind": "angry customer"}, "Did you mean angry_customer"),
        ({"difficulty": 4}, "No question has the difficulty 4. Did you mean 1, 2, 3?"),
    ],
)
def test_questions_when_misspelled(wrong: dict[str, object], said: str) -> None:
    """Is an unknown filter value an error with a remedy, and not an empty list?"""
    with pytest.raises(EmptyChairError) as told:
        questions(**wrong)  # type: ignore[arg-type]
    assert said in str(told.value)
