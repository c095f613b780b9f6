"""Acts that belong to "we".

Amazon's help for candidates asks for "I". Successful candidates do say "we" for context and credit (Naim et al., 138 mock interviews),
so only acts are looked at, and only when most of them have no "I".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from emptychair.feedback._model import Edit
from emptychair.feedback._reading import Reading
from emptychair.feedback.checks._check import Check, Remark

_WE = re.compile(
    r"^(?:(?:so|then|and|first|next|finally|after that|together)\b[, ]*)*(we)\s+(?:then\s+|also\s+)?([a-z]+)",
    re.IGNORECASE,
)
_I = re.compile(r"\b(?:I|my|me)\b")
ALLOWED = 0.6  # share of acts that may be "we" before it is said


def _find(reading: Reading) -> Iterator[Remark]:
    acts = reading.of_part("action")
    found = [(act, match) for act in acts if (match := _WE.search(act.text)) and not _I.search(act.text)]
    if len(found) <= ALLOWED * len(acts) and len(found) < 3:
        return
    for act, match in found:
        start, end = act.start + match.start(1), act.start + match.end(1)
        yield (
            (act.start, act.end),
            f"“{match[1]} {match[2]}”: who did?",
            "“We” is fine for context and credit. The act needs an owner, because the next question will ask for one.",
            Edit(start, end, "I"),
        )


CHECK = Check("we_acts", "actionable", _find, kinds=("star",), most=2)
