"""STAR answers: Situation, Task, Action, Result, and what was learned."""

from emptychair.feedback.star._evidence import evidence
from emptychair.feedback.star._label import label
from emptychair.feedback.star._model import BANDS, COMPONENTS, LETTERS, WORDS_PER_MINUTE, Band, Component, Labelled
from emptychair.feedback.star._review import review
from emptychair.feedback.star._shares import bands, shares
from emptychair.feedback.star._type import AnswerType, answer_type

__all__ = (
    "BANDS",
    "COMPONENTS",
    "LETTERS",
    "WORDS_PER_MINUTE",
    "AnswerType",
    "Band",
    "Component",
    "Labelled",
    "answer_type",
    "bands",
    "evidence",
    "label",
    "review",
    "shares",
)
