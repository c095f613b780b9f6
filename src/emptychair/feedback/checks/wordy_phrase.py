"""Phrases with a shorter twin: "due to the fact that" is "because".

Streamlining a document cuts ten to twenty percent of its words (punt-labs); these cost nothing to cut.
"""

from __future__ import annotations

from collections.abc import Iterator

from emptychair.feedback._lexicon import pairs_of
from emptychair.feedback._model import Edit
from emptychair.feedback._reading import Reading, phrases
from emptychair.feedback.checks._check import Check, Remark


def _find(reading: Reading) -> Iterator[Remark]:
    for match in phrases("wordy").finditer(reading.text):
        short = pairs_of("wordy").get(" ".join(match[0].lower().split()))
        if short is None:  # the pattern takes "ſ" for "s" and "ı" for "i"; the list does not
            continue
        if match[0][0].isupper():
            short = short[:1].upper() + short[1:]
        yield match.span(), f"“{match[0]}” is “{short}”.", "Same meaning, fewer words.", Edit(*match.span(), short)


CHECK = Check("wordy_phrase", "informative", _find)
