"""Sentences of more than thirty words.

Amazon's writing advice as practitioners report it: fewer than thirty words a sentence (armandpatella; jamesoweber 2018).
Spoken answers run longer, so the check is for written kinds.
"""

from __future__ import annotations

from collections.abc import Iterator

from emptychair.feedback._reading import Reading
from emptychair.feedback._text import count_words
from emptychair.feedback.checks._check import Check, Remark

LIMIT = 30


def _find(reading: Reading) -> Iterator[Remark]:
    for sentence in reading.sentences:
        words = count_words(sentence.text)
        if words > LIMIT:
            yield (
                (sentence.start, sentence.end),
                f"This sentence has {words} words.",
                f"Over {LIMIT}, readers go back to its start. Where would you take a breath? Put the full stop there.",
                None,
            )


CHECK = Check("long_sentence", "informative", _find, kinds=("prfaq", "prose"))
