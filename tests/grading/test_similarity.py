"""Much alike, or alike only because everybody was given the same?"""

from __future__ import annotations

import random

import pytest

from emptychair.grading._similarity import Work, lookalikes

WORDS = [f"word{number}" for number in range(400)]
DICE = random.Random(3)
STORIES = [" ".join(DICE.choices(WORDS, k=120)) for _ in range(12)]
PROGRAM = """
def nps(scores):
    promoters = sum(1 for score in scores if score >= 9)
    detractors = sum(1 for score in scores if score <= 6)
    if not scores:
        return 0.0
    return round(100 * (promoters - detractors) / len(scores), 1)
"""
OTHER = """
def nps(scores):
    counts = {"up": 0, "down": 0}
    for score in scores:
        if score > 8:
            counts["up"] += 1
        elif score < 7:
            counts["down"] += 1
    return round((counts["up"] - counts["down"]) * 100 / max(1, len(scores)), 1)
"""


def prose(*texts: str) -> list[Work]:
    """Works of one place, by students a, b, c..."""
    return [Work(chr(97 + number), "story", "prose", text) for number, text in enumerate(texts)]


def code(*texts: str) -> list[Work]:
    """The same for programs."""
    return [Work(chr(97 + number), "nps", "code", text) for number, text in enumerate(texts)]


def found(works: list[Work], *given: str) -> list[tuple[str, ...]]:
    """The groups."""
    return [one.students for one in lookalikes(works, given)]


def reworded(text: str, every: int) -> str:
    """Every so many words another one."""
    return " ".join("changed" if place % every == 0 else word for place, word in enumerate(text.split(), 1))


@pytest.mark.parametrize(
    ("works", "groups"),
    [
        (prose(STORIES[0], STORIES[0]), [("a", "b")]),
        (prose(STORIES[0], STORIES[0].upper() + "!"), [("a", "b")]),
        (prose(STORIES[0], reworded(STORIES[0], 15)), [("a", "b")]),
        (prose(STORIES[0], f"{STORIES[1]} {STORIES[0]}"), [("a", "b")]),
        (prose(*STORIES[:2], STORIES[0], STORIES[0]), [("a", "c", "d")]),
        (code(PROGRAM, PROGRAM.replace("promoters", "fans").replace("scores", "x") + "# mine"), [("a", "b")]),
    ],
    ids=["same", "shouted", "reworded", "padded", "three", "renamed"],
)
def test_copies_are_found(works: list[Work], groups: list[tuple[str, ...]]) -> None:
    """Are small changes seen through, and copies of one text one finding?"""
    assert found(works) == groups


@pytest.mark.parametrize(
    "works",
    [
        prose(*STORIES),
        prose(STORIES[0], reworded(STORIES[0], 2)),
        prose("I rang her.", "I rang her."),
        code(PROGRAM, OTHER),
        code("return 2 * number", "return 2 * number"),
        code("def broken(:", "def broken(:"),
        [Work("a", "one", "prose", STORIES[0]), Work("b", "other", "prose", STORIES[0])],
    ],
    ids=["strangers", "own-words", "too-short", "other-program", "one-liner", "no-program", "other-place"],
)
def test_strangers_are_not_accused(works: list[Work]) -> None:
    """Is what differs, or is too short to say, left out?"""
    assert found(works) == []


def test_what_everybody_was_given_does_not_count() -> None:
    """Is the assignment's own text in two works no likeness?"""
    works = prose(f"{STORIES[0]} {STORIES[1]}", f"{STORIES[0]} {STORIES[2]}")
    assert found(works) == found(works, STORIES[0]) == []
    assert found(prose(STORIES[0], STORIES[0]), STORIES[0]) == []


def test_what_most_of_the_class_wrote_does_not_count() -> None:
    """Is the idiom of a whole class no conspiracy?"""
    assert found(code(*[PROGRAM] * 12)) == []
    assert found(prose(*STORIES[:10], STORIES[0], STORIES[0])) == [("a", "k", "l")]
