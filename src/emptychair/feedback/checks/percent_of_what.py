"""A percentage without a base.

"40 % better" asks for the base, the period and the unit in the next question; give them in the answer
(rubric of the corpus, result level 4–5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from emptychair.feedback._model import Edit
from emptychair.feedback._reading import Reading
from emptychair.feedback.checks._check import Check, Remark

# Bounded, and begun only at the first digit: a megabyte of digits is read once, not once from each digit.
_PERCENT = re.compile(r"(?<!\d)\d[\d.,]{0,15}\s?(?:%|percent\b|per cent\b)", re.IGNORECASE)
_BASE = re.compile(
    r"\b(?:from|of|against|compared|versus|vs|to|down|up from|out of|before|was|were|had been|than)\b", re.IGNORECASE
)


def _find(reading: Reading) -> Iterator[Remark]:
    for sentence in reading.of_part("result"):
        percents = list(_PERCENT.finditer(sentence.text))
        rest = _PERCENT.sub("", sentence.text)
        if len(percents) == 1 and not _BASE.search(rest) and not re.search(r"\d", rest):
            start, end = sentence.start + percents[0].start(), sentence.start + percents[0].end()
            yield (
                (start, end),
                f"“{percents[0][0]}” of what?",
                "A share without its base is the first thing that gets asked about.",
                Edit(end, end, " (from [how many] to [how many])"),
            )


CHECK = Check("percent_of_what", "actionable", _find, kinds=("star",), most=2)
