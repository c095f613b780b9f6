"""What would happen instead of what happened.

Behavioral questions ask for the past because it predicts; "I would" answers another question (Campion 1997 on past-behavior
questions; Bangerter, Corvalan & Cavin 2014 call such answers pseudo-stories).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from emptychair.feedback._model import Edit
from emptychair.feedback._reading import Reading
from emptychair.feedback.checks._check import Check, Remark

# "I would like to", "I'd say" and "I would have liked" are manners, not plans.
_WOULD = re.compile(
    r"(I(?<!\w.)(?:['’]d| would| could| will|['’]ll))\s+(?:always\s+|first\s+|then\s+|probably\s+|definitely\s+|also\s+)?"
    r"(?!have|say|like|love|rather|better|be happy|been|not?\b|had|had\b|[a-z]+ed\b|gone|done|seen|made)([a-z]+)",
)


def _find(reading: Reading) -> Iterator[Remark]:
    for sentence, part in zip(reading.sentences, reading.parts, strict=True):
        match = _WOULD.search(sentence.text)
        if match and part in ("action", "other", "task") and '"' not in sentence.text and "“" not in sentence.text:
            start = sentence.start + match.start()
            yield (
                (sentence.start, sentence.end),
                "This says what would happen, not what did.",
                "The question asks for one time that is over. Which one was it?",
                Edit(start, start, "On [which day], "),
            )


CHECK = Check("hypothetical", "essential", _find, kinds=("star",), most=2)
