"""STAR answers: Situation, Task, Action, Result, and what was learned."""

from emptychair.feedback.star._evidence import evidence
from emptychair.feedback.star._label import bands, label, shares
from emptychair.feedback.star._model import BANDS, COMPONENTS, LETTERS, WORDS_PER_MINUTE, Band, Component, Labelled
from emptychair.feedback.star._review import review

__all__ = (
    "BANDS",
    "COMPONENTS",
    "LETTERS",
    "WORDS_PER_MINUTE",
    "Band",
    "Component",
    "Labelled",
    "bands",
    "evidence",
    "label",
    "review",
    "shares",
)
