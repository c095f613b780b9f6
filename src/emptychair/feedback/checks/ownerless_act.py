"""Decisions that make themselves: "it was decided", "a meeting was set up".

Interviewers rate the candidate's own part; an act in the passive has no owner (NIH guides: probe whenever it is unclear who acted).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from emptychair.feedback._model import Edit
from emptychair.feedback._reading import Reading
from emptychair.feedback.checks._check import Check, Remark

_PASSIVE = re.compile(
    r"\b(?:it was (?P<it>decided|agreed|suggested|found|discovered|determined)"
    r"|(?:(?:a|the|an) )?(?:decision|meeting|plan|process|review|survey|call|change) was "
    r"(?P<act>made|taken|held|scheduled|set up|put in place|created|implemented|introduced|launched|arranged))\b(?! by)",
    re.IGNORECASE,
)


def _find(reading: Reading) -> Iterator[Remark]:
    for sentence in reading.of_part("action"):
        match = _PASSIVE.search(sentence.text)
        if match:
            start, end = sentence.start + match.start(), sentence.start + match.end()
            edit = Edit(start, end, f"I {match['it']}") if match["it"] else None
            yield (
                (start, end),
                f"“{match[0]}”: by whom?",
                "If it was you, say so. If not, say what your part was.",
                edit,
            )


CHECK = Check("ownerless_act", "actionable", _find, kinds=("star",), most=2)
