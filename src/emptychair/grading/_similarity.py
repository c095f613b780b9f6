"""Who wrote what somebody else wrote: near-duplicates among submissions, without what everybody was given.

Texts are cut into short overlapping runs of words or tokens. Runs of the assignment itself do not count, nor do runs
that most of the class has. MinHash finds the pairs worth a look; what is reported was then counted exactly.
"""

from __future__ import annotations

import io
import keyword
import re
import tokenize
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["prose", "code"]
_RUN: dict[Kind, int] = {"prose": 4, "code": 7}
_ENOUGH = 15  # runs; less is not enough to say anything
_OVERLAP: dict[Kind, float] = {"prose": 0.6, "code": 0.8}
_CANDIDATE = 0.35  # Jaccard similarity at which a pair is looked at
_PERMUTATIONS = 128
_COMMON, _COMMON_AT_LEAST = 0.5, 5
_LAYOUT = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}


@dataclass(frozen=True, slots=True)
class Work:
    """What one student wrote in one place.

    Attributes:
        student: Who.
        place: Where: works of the same place are compared.
        kind: ``prose`` or ``code``.
        text: What.
    """

    student: str
    place: str
    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """Works that are much alike: each is like another one of them.

    Attributes:
        place: Where.
        kind: ``prose`` or ``code``.
        students: Whose, in order.
        overlap: The share of the shorter work that the other has, too; of the two that are most alike.
        shared: The longest passage that these two have in common, in words.

    Example:
        >>> Likeness("star/repair", "prose", ("ana", "bo"), 0.92, "and then I rang her").overlap
        0.92
    """

    place: str
    kind: Kind
    students: tuple[str, ...]
    overlap: float
    shared: str


def lookalikes(works: Iterable[Work], given: Iterable[str] = ()) -> tuple[Likeness, ...]:
    """Find works that are much alike, the most alike first.

    Args:
        works: What the students wrote.
        given: Texts that everybody was given; runs of them do not count.

    Example:
        >>> text = "Two days before Diwali our courier lost a pallet of orders in Leeds and nobody told the customers"
        >>> works = [Work("ana", "repair", "prose", text), Work("bo", "repair", "prose", text.replace("Leeds", "York"))]
        >>> [one.students for one in lookalikes(works)]
        [('ana', 'bo')]
    """
    texts = list(given)
    known = {kind: {run for text in texts for run in _runs(text, kind)} for kind in _RUN}
    places: dict[tuple[str, Kind], list[tuple[Work, frozenset[str]]]] = {}
    for work in works:
        runs = frozenset(_runs(work.text, work.kind)) - known[work.kind]
        places.setdefault((work.place, work.kind), []).append((work, runs))
    found = [likeness for group in places.values() for likeness in _groups(_pairs(group))]
    return tuple(sorted(found, key=lambda one: (-one.overlap, one.place, one.students)))


def _pairs(group: Sequence[tuple[Work, frozenset[str]]]) -> Iterable[tuple[float, Work, Work]]:
    from datasketch import MinHash, MinHashLSH

    counted = Counter(run for _, runs in group for run in runs)
    most = max(_COMMON_AT_LEAST, _COMMON * len(group))
    common = {run for run, times in counted.items() if times > most}
    index = MinHashLSH(threshold=_CANDIDATE, num_perm=_PERMUTATIONS)
    seen: list[tuple[Work, frozenset[str]]] = []
    for work, all_runs in group:
        runs = all_runs - common
        if len(runs) < _ENOUGH:
            continue
        sketch = MinHash(num_perm=_PERMUTATIONS)
        sketch.update_batch([run.encode("utf-8", "replace") for run in sorted(runs)])
        for number in index.query(sketch):
            other, others = seen[number]
            overlap = len(runs & others) / min(len(runs), len(others))
            if overlap >= _OVERLAP[work.kind]:
                yield overlap, other, work
        index.insert(len(seen), sketch)
        seen.append((work, runs))


def _groups(pairs: Iterable[tuple[float, Work, Work]]) -> Iterable[Likeness]:
    """Join pairs that share a student: ten copies of one text are one finding and not forty-five."""
    group_of: dict[str, set[str]] = {}
    best: dict[str, tuple[float, Work, Work]] = {}
    for pair in sorted(pairs, key=lambda pair: (-pair[0], pair[1].student, pair[2].student)):
        first, second = pair[1].student, pair[2].student
        joined = group_of.get(first, {first}) | group_of.get(second, {second})
        leaders = [best[min(group_of[one])] for one in (first, second) if one in group_of]
        group_of.update(dict.fromkeys(joined, joined))
        best[min(joined)] = max([*leaders, pair], key=lambda each: each[0])
    for students in {frozenset(group) for group in group_of.values()}:
        overlap, one, other = best[min(students)]
        yield Likeness(one.place, one.kind, tuple(sorted(students)), round(overlap, 2), _shared(one, other))


def _runs(text: str, kind: Kind) -> Iterable[str]:
    words = _words(text) if kind == "prose" else _tokens(text)
    length = _RUN[kind]
    return (" ".join(words[start : start + length]) for start in range(len(words) - length + 1))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def _tokens(code: str) -> list[str]:
    """The tokens of a program without layout and comments; names that the writer chose are all the same."""
    try:
        found = [token for token in tokenize.generate_tokens(io.StringIO(code).readline) if token.type not in _LAYOUT]
    except (tokenize.TokenError, SyntaxError, ValueError):
        return _words(code)
    names = []
    for place, token in enumerate(found):
        before = found[place - 1].string if place else ""
        after = found[place + 1].string if place + 1 < len(found) else ""
        chosen = token.type == tokenize.NAME and not keyword.iskeyword(token.string) and before != "." and after != "("
        names.append("_" if chosen else token.string)
    return names


def _shared(first: Work, second: Work) -> str:
    """The longest passage that both have, word for word; programs whose names were changed may have a short one."""
    one, two = first.text.split()[:3000], second.text.split()[:3000]
    match = SequenceMatcher(None, one, two, autojunk=False).find_longest_match()
    words = one[match.a : match.a + match.size]
    return " ".join(words[:30]) + (" …" if len(words) > 30 else "")
