"""The practice room: questions, and answers told weak, middling and strong."""

from emptychair.practice._bank import KINDS, PRINCIPLES, TYPES, Question, question, questions
from emptychair.practice._corpus import Answer, answers, telling

__all__ = ("KINDS", "PRINCIPLES", "TYPES", "Answer", "Question", "answers", "question", "questions", "telling")
