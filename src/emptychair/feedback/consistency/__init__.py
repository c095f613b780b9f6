"""Numbers and statements of one text that cannot both be true, by the shape that they have.

========================  ====================================================================================
``amounts/``              the same number of the same thing, told twice with different values
``sums/``                 a total and its parts, a product and its factors
``shares/``               a part and its whole, a share and its base
``changes/``              before and after: the direction, the size, the average
``times/``                a date, a year or a length of time against another
``offers/``               what customers get for what: free and a price, included and extra
``statements/``           what is said and taken back, with hardly a number in it
``base/``                 what they stand on: the text read once, rows of numbers, things told in two places
========================  ====================================================================================

Each has ``KINDS``, which read any text, or ``OF_DOCUMENTS``, which read one with questions and answers; ``_audit`` asks them all.
"""

from emptychair.feedback.consistency._audit import contradictions, remarks
from emptychair.feedback.consistency.base import Contradiction, compile_all

__all__ = ("Contradiction", "compile_all", "contradictions", "remarks")
