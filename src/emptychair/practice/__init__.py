"""The practice room: answers told weak, middling and strong."""

from emptychair.practice._corpus import Answer, answers, telling

__all__ = ("Answer", "answers", "telling")
