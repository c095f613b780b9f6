"""Five whys: what each answer says, whether it hangs a fault on a person, says the one above again, or stops at an error."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from emptychair.feedback._lexicon import words_of
from emptychair.feedback._reading import one_of, phrases
from emptychair.feedback._text import words
from emptychair.feedback.coe._parse import Item

Place = tuple[int, int]

_OPENERS = (
    "Nobody|Nothing|None|No|It|This|That|There|Then|But|And|We|I|In|On|At|So|If|When|Because|Since|As|The|A|An|Our"
)
# Everything is bounded, so that a text of nothing but names or blanks is read as fast as any other.
_WORD, _GAP = r"[\w’'-]{1,30}", r"\s{1,3}"
_NAME = rf"(?-i:\b(?!(?:{_OPENERS})\b|\w{{1,30}}s missed\b)[A-ZÀ-Þ][\w’'-]{{0,30}}(?: [A-ZÀ-Þ][\w’'-]{{0,30}})?)"
_NEXT = rf"(?:{_GAP}(?!(?:not|never|nobody|no)\b){_WORD}){{0,4}}?{_GAP}"  # "the packer on the night shift forgot"
_ADVERB = r"\w{1,20}ly|just|also|had|has|have|again|even|and|(?-i:[A-ZÀ-Þ])\w{1,30}|the \w{1,30}"
_ADVERBS = rf"(?:{_GAP}(?:{_ADVERB})){{0,3}}{_GAP}"  # "Grace simply forgot"
_DENIED = 3  # words before a fault in which a "not" takes it back
_REST = 300  # characters of a sentence in which a reason is looked for
_SAME = 0.7  # of the words that carry meaning
_WORN = 2  # answers in which a word has been; it carries nothing new then


@cache
def _blame() -> re.Pattern[str]:
    """A person, then a fault: "the night packer simply forgot"; and faults that need no person to be one's."""
    people = one_of((form for it in words_of("coe_people") for form in (it, f"{it}s")), re.escape)
    traits = rf"(?:is|was|are|were|has been|have been){_GAP}(?:{_WORD}{_GAP}){{0,3}}?{phrases('coe_traits').pattern}"
    faults = rf"(?:{phrases('coe_faults').pattern}|{traits}|has always been{_GAP}(?:{_WORD}{_GAP}){{0,2}}?{phrases('coe_traits').pattern})"
    post = rf"(?:\b(?:the|a|an|our|my|one|some|this|that){_GAP}(?:{_WORD}{_GAP}){{0,3}}?)?\b{people}(?![\w’']){_NEXT}{faults}"
    whose = rf"\b(?:{_NAME}['’]s|his|her|their|the \w{{1,30}}['’]s) (?:own )?(?:fault|mistake|error|carelessness|negligence)\b"
    nobody = r"\b(?:nobody|no one)\b[^.;:]{0,30}?\b(?:bothered|cared|paid attention|was paying attention)\b"
    return re.compile(rf"{post}|{_NAME}{_ADVERBS}{faults}|{whose}|{nobody}", re.IGNORECASE)


def blamed(text: str) -> Iterator[Place]:
    """Where a text says that a person fell short. A fault that is denied, or explained in the same breath, is none.

    Example:
        >>> said = "The night packer simply forgot the seal. Nobody was at fault: the bench has no list."
        >>> [said[a:b] for a, b in blamed(said)]
        ['The night packer simply forgot']
    """
    for match in _blame().finditer(text):
        if not _denied(text, match.start()) and not _explained(text, match):
            yield match.span()


def _denied(text: str, at: int) -> bool:
    """Does a "not" stand right before it?"""
    before = " ".join(words(re.split(r"[.!?;:\n]", text[max(0, at - 60) : at])[-1])[-_DENIED:])
    return bool(phrases("coe_denials").search(before))


def _explained(text: str, match: re.Match[str]) -> bool:
    """Does the sentence go on to say what let it happen? "...missed the crack because the bench has no light"."""
    rest = re.split(r"[.!?](?:\s|$)|\n", text[match.end() : match.end() + _REST], maxsplit=1)[0]
    reason = re.search(r"\b(?:because|since)\b(.*)", rest)
    return bool(reason and phrases("coe_systems").search(reason[1]) and not _blame().search(reason[1]))


def stops_at_error(item: Item) -> bool:
    """Does an answer call a person's error the cause and leave it there?

    Example:
        >>> [stops_at_error(Item(text, 0, len(text))) for text in ("Human error.", "The form has no field for the batch.")]
        [True, False]
    """
    errors = [it for it in phrases("coe_human_errors").finditer(item.text) if not _denied(item.text, it.start())]
    if errors:
        return not _explained(item.text, errors[0])
    return any(True for _ in blamed(item.text))


def says_again(item: Item, before: Sequence[Item]) -> bool:
    """Does an answer only repeat one above it in other words?

    Example:
        >>> first, second = (Item(it, 0, len(it)) for it in ("The parcels were late.", "Because parcels were too late."))
        >>> says_again(second, [first])
        True
    """
    own = _meaning(item.text)
    said = [_meaning(it.text) for it in before]
    worn = frozenset(word for word in own if sum(word in it for it in said) >= _WORN)
    return bool(own) and (any(_overlap(own, it) >= _SAME for it in said) or (bool(worn) and len(own - worn) < _WORN))


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the shorter one that is in the other; of two words or fewer all must be, and nothing else."""
    if min(len(a), len(b)) < 2:
        return float(a == b)
    return len(a & b) / min(len(a), len(b))


def _meaning(text: str) -> frozenset[str]:
    """The words that carry meaning, without their endings."""
    return frozenset(_stem(word.lower()) for word in words(text) if word.lower() not in words_of("coe_small_words"))


def _stem(word: str) -> str:
    return re.sub(r"(?:ing|edly|ed|es|s|ly|e)$", "", word) if len(word) > 4 else word


def ends_in_system(item: Item) -> bool:
    """Does an answer end at something one can change: a form, a rule, a contract, or that nobody was given a task?"""
    lacking = re.search(
        r"\b(?:nobody|no one|nothing|none|there (?:is|was) no|has no|had no|have no|without a|no \w+)\b",
        item.text,
        re.I,
    )
    return bool(lacking or phrases("coe_systems").search(item.text)) and not stops_at_error(item)
