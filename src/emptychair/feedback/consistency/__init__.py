"""Numbers and statements of one text that cannot both be true. One kind of contradiction a module."""

from emptychair.feedback.consistency._audit import contradictions
from emptychair.feedback.consistency._lazy import compile_all
from emptychair.feedback.consistency._model import Contradiction

__all__ = ("Contradiction", "compile_all", "contradictions")
