"""A result that nobody can ask about: "it went well", "they were happy".

Interviewers dig into results; one that names no outcome ends the digging (rubric of the corpus, result level 2).
"""

from __future__ import annotations

from collections.abc import Iterator

from emptychair.feedback._model import Edit
from emptychair.feedback._reading import Reading, phrases
from emptychair.feedback.checks._check import Check, Remark


def _find(reading: Reading) -> Iterator[Remark]:
    for sentence in reading.sentences:
        match = phrases("happy_endings").search(sentence.text)
        if match and not any(c.isdigit() for c in sentence.text):
            end = sentence.start + len(sentence.text.rstrip(".!?… "))
            yield (
                (sentence.start, sentence.end),
                f"“{match[0]}” is not a result yet.",
                "Nothing here is false, and nothing can be asked about. What did the customer do or say afterwards?",
                Edit(end, end, ", and [what the customer did next]"),
            )


CHECK = Check("happy_ending", "actionable", _find, kinds=("star",), most=2)
