"""What kind of answer a text is: one story, or one of the four things that are told instead."""

from __future__ import annotations

from typing import Literal, cast

from emptychair.feedback.star._label import scan
from emptychair.feedback.star._weights import DOUBTS, TYPES

AnswerType = Literal["story", "pseudo-story", "exemplification", "opinion", "self-description"]


def answer_type(text: str) -> AnswerType:
    """Say what kind of answer a text is, after Bangerter, Corvalan & Cavin (2014).

    A *story* is one event that is over; a *pseudo-story* is what usually or might happen; an *exemplification* lists duties or short
    examples; an *opinion* says what matters; a *self-description* says what one is like. An empty text counts as an opinion.

    Example:
        >>> answer_type("In May a guest had lost her ring. I took the drain apart and found it. She stays with us every year.")
        'story'
        >>> answer_type("I am a patient person. I love people, and my strength is that I never give up. I am proud of that.")
        'self-description'
    """
    seen = scan(text)
    if not seen.sentences:
        return "opinion"
    return cast(AnswerType, TYPES[int(seen.whole[len(DOUBTS) :].argmax())])
