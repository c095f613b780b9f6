"""What the sentence model looks at: words, word pairs, grammatical shape, place in the answer, neighbors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from emptychair.feedback._tokens import shape, tokens

# A written label ("Situation:", "**Result** -") is the writer's claim, not evidence: the same story scores the same without it.
_LABEL = re.compile(
    r"\W*(?:situation|task|action|result|reflection|learnings?|lessons? learned|outcome|background|context)s?"
    r"(?:\s*(?:&|and|/)\s*(?:task|action|result|learning|reflection)s?)?\W*(?:[:\n–—-]|$)\W*",
    re.IGNORECASE,
)
_OPENING = 4  # tokens at the start of a sentence that count for more
_PREFIX, _ENDING = 5, 4


def unlabeled(sentence: str) -> str:
    """Take a written label off the start of a sentence.

    Example:
        >>> unlabeled("**Situation:** Our courier lost a pallet.")
        'Our courier lost a pallet.'
    """
    found = _LABEL.match(sentence)
    return sentence[found.end() :] if found else sentence


def sentence_features(sentence: str) -> tuple[list[str], int]:
    """Name what is in one sentence, each thing once, in a fixed order; and count its tokens.

    Example:
        >>> names, length = sentence_features("Action: I left.")
        >>> length, names  # doctest: +ELLIPSIS
        (2, ['w:^', 'w:i', 'w:left', 'w:$', 'b:^ i', 'b:i left', 'b:left $', 's:^ i ~ed', 's:i ~ed $', '^:i', '^s:i', ...])
    """
    words = ["^", *tokens(unlabeled(sentence)), "$"]
    shapes = [shape(word) for word in words]
    names = [f"w:{word}" for word in words]
    names += [f"b:{a} {b}" for a, b in zip(words, words[1:], strict=False)]
    names += [f"s:{a} {b} {c}" for a, b, c in zip(shapes, shapes[1:], shapes[2:], strict=False)]
    inner, inner_shapes = words[1:-1], shapes[1:-1]
    for size in range(1, min(_OPENING, len(inner)) + 1):
        names += ["^:" + " ".join(inner[:size]), "^s:" + " ".join(inner_shapes[:size])]
    names += [f"p:{word[:_PREFIX]}" for word in inner if len(word) > _PREFIX]
    names += [f"e:{word[-_ENDING:]}" for word in inner if len(word) > _ENDING + 2]
    return list(dict.fromkeys(names)), len(inner)


def place(index: int, count: int) -> tuple[int, int, int, int]:
    """Say roughly where sentence ``index`` of ``count`` stands: fifth, from the start, from the end, of how many.

    Example:
        >>> place(0, 9), place(8, 9)
        ((0, 0, 4, 2), (5, 4, 0, 2))
    """
    relative = index / (count - 1) if count > 1 else 0.5
    return int(relative * 5), min(index, 4), min(count - 1 - index, 4), min(count // 4, 4)


def size(length: int) -> int:
    """Say roughly how long a sentence of so many tokens is."""
    return min(length // 6, 5)


def place_features(fifth: int, from_start: int, from_end: int, of: int, long: int) -> list[str]:
    """Name a place and a size."""
    return [
        f"at:{fifth}",
        f"from-start:{from_start}",
        f"from-end:{from_end}",
        f"of:{of}",
        f"long:{long}",
    ]


SIDES = {"<": -1, ">": 1, "<<": -2, ">>": 2}
"""Where the words of other sentences stand: one or two before, one or two after."""
_SEEN_FROM = {1: ("w:", "^:", "^s", "s:"), 2: ("w:", "^:")}


def neighbor_features(names: Sequence[str], side: str) -> list[str]:
    """Name what stands in the sentence on that side of ``SIDES``."""
    seen = _SEEN_FROM[len(side)]
    return [side + name for name in names if name[:2] in seen]


def text_features(read: Iterable[Sequence[str]]) -> set[str]:
    """Name what is in a whole text, from the names of its sentences: words, their beginnings, shapes.

    Example:
        >>> sorted(text_features([sentence_features("I rang.")[0]]))[:2]
        ['s:^ i ~ed', 's:i ~ed $']
    """
    return {name for names in read for name in names if name[0] in "wps"}
