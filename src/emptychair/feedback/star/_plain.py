"""Could it be anybody's story? One that names nobody, counts nothing and speaks of "the customer's problem" tells nothing.

A strong answer has five names and numbers at least, whatever its voice; a form without its brackets has none, and reads well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from emptychair.feedback._lexicon import words_of
from emptychair.feedback._text import Sentence
from emptychair.feedback._tokens import NUMBER, tokens
from emptychair.feedback.star._portrait import telling

LEAST = 6  # sentences; who says less has a lower score anyway
_MOST = 120  # sentences; nobody tells more
_SHARE, _MORE = (
    0.08,
    0.03,
)  # of the words that carry meaning, and for each name or number; honest stories stay far below
# The capital stands before the look behind it, so that the search can skip from capital to capital.
_NAME = re.compile(r"[A-Z](?<=[\w,;:] .)\w+")


def anybodys(cut: Sequence[Sentence]) -> bool:
    """Say whether the sentences name next to nothing and are made of words that fit any story.

    Example:
        >>> from emptychair.feedback._text import sentences
        >>> anybodys(sentences("A customer had a problem. I identified the issue and implemented a solution. " * 4))
        True
    """
    cut = cut[:_MOST]
    if len(cut) < LEAST:
        return False
    numbers = sum(tokens(sentence.text).count(NUMBER) for sentence in cut)
    names = {name for sentence in cut for name in _NAME.findall(sentence.text)}
    generic = words_of("generic")
    words = [word for sentence in cut for word in telling(sentence.text)]
    allowed = _SHARE + _MORE * (numbers + len(names))
    return sum(map(generic.__contains__, words)) > allowed * len(words)
