"""Put each question on its side, the customers' or ours, and name its topics."""

from __future__ import annotations

from emptychair.feedback.prfaq._faq import Asked
from emptychair.feedback.prfaq._model import Question
from emptychair.feedback.prfaq._topics import EXTERNAL, INTERNAL, leaning, topics

_MOST_QUESTIONS = 120


def questions(asked: tuple[Asked, ...]) -> tuple[tuple[Question, ...], tuple[Question, ...]]:
    """Put each question on its side: by the heading, else by what it asks, with few changes of side."""
    some = asked[:_MOST_QUESTIONS]
    sides = _sides(some)
    external: list[Question] = []
    internal: list[Question] = []
    for one, side in zip(some, sides, strict=True):
        answer = one.answer.text if one.answer else ""
        about = topics(one.question.text, answer, INTERNAL if side == "internal" else EXTERNAL)
        (internal if side == "internal" else external).append(Question(one.question, one.answer, about))
    return tuple(external), tuple(internal)


_CHANGE = 2.5  # what a change of side costs


def _sides(some: tuple[Asked, ...]) -> list[str]:
    """Two-state decoding: what a heading says is certain, the rest leans, and changing sides costs."""
    paths: dict[str, tuple[float, list[str]]] = {"external": (0.0, []), "internal": (-0.5, [])}
    for one in some:
        lean = 0.0 if one.side else leaning(one.question.text, one.answer.text if one.answer else "")
        new: dict[str, tuple[float, list[str]]] = {}
        for side, sign in (("external", -1.0), ("internal", 1.0)):
            own = (100.0 if one.side == side else -100.0) if one.side else sign * lean
            came = max(paths, key=lambda name: paths[name][0] - (_CHANGE if name != side else 0.0))
            before = paths[came][0] - (_CHANGE if came != side and not one.side else 0.0)
            new[side] = (before + own, [*paths[came][1], side])
        paths = new
    return max(paths.values(), key=lambda it: it[0])[1]
