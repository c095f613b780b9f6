"""What the kinds stand on: a text read once, and the shapes that they share.

``Facts`` is the text with its sentences and their numbers; ``Document`` is one that has questions and answers. ``Row`` is the shape
of arithmetic, numbers one behind the other with given words between them; ``twice`` that of a thing told in two places.
"""

from emptychair.feedback.consistency.base._document import Answer, Document, Piece, read
from emptychair.feedback.consistency.base._facts import Facts, any_of, is_count, near, opens, plural, same_unit
from emptychair.feedback.consistency.base._lazy import Lazy, compile_all
from emptychair.feedback.consistency.base._phrases import MORE, UNSURE, WORD, head, same_thing, stem
from emptychair.feedback.consistency.base._shapes import Contradiction, Row, Told, differ, rows, twice

__all__ = (
    "MORE",
    "UNSURE",
    "WORD",
    "Answer",
    "Contradiction",
    "Document",
    "Facts",
    "Lazy",
    "Piece",
    "Row",
    "Told",
    "any_of",
    "compile_all",
    "differ",
    "head",
    "is_count",
    "near",
    "opens",
    "plural",
    "read",
    "rows",
    "same_thing",
    "same_unit",
    "stem",
    "twice",
)
