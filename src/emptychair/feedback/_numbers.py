"""Read the quantities of a text: value, unit, what is counted, and where it stands.

Dates, clock times, phone numbers, list numbers and versions are not quantities. Everything is linear in the length of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby, islice
from operator import itemgetter

from emptychair.feedback._lexicon import pairs_of, words_of
from emptychair.feedback._model import Span

# "may" and "march" are verbs, where they are small: 20 may have left.
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|(?-i:M)ar(?:ch)?|Apr(?:il)?|(?-i:M)ay|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?"
    r"|Dec(?:ember)?)\b\.?"
)
DATE = re.compile(
    rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:, ?\d{{4}})?\b|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? \d{{4}})?\b"
    rf"|\b{_MONTH},? \d{{4}}\b|\b\d{{1,2}}[/.]\d{{1,2}}[/.](?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d(?:-\d\d)?\b|\bQ[1-4] \d{{4}}\b",
    re.IGNORECASE,
)
"""A date as people write it; a bare year is not one."""

_NOT_QUANTITY = re.compile(
    rf"{DATE.pattern}|\b\d{{1,2}}:\d\d\b|\b\d{{1,2}} ?[ap]\.?m\b\.?|\b(?:19|20)\d\ds?\b(?!\s*[%×])"
    r"|\+?\b\d{3}-\d{3}-\d{4}\b|\b\d{3}-\d{4}\b"
    r"|^[ \t>*_#]*\(?(?:Q ?)?\d{1,3}[.):](?=\s)"
    r"|\b(?:step|phase|version|no\.|question|chapter|page|level|day|tier|type|class|grade) \d[\w.]*"
    r"|\b\d+(?:\.\d+){2,}\b|\b(?=\w*[a-z])(?=\w*\d)[a-z]\w*\b|\b\d{1,3}(?:st|nd|rd|th)\b",
    re.IGNORECASE | re.MULTILINE,
)
_SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
}
# The first digit stands first, and the looks behind follow, so that the search can skip to it.
_NUMBER = re.compile(
    r"\d(?<![\w.,]\d)(?:\d{0,2}(?:,\d{3})++|\d*+)(?:\.\d++)?+"
    r"(?:[ -]?(?P<scale>(?:hundred|thousand|million|billion|trillion|dozen|bn|[kKmM])(?!\w)))?",
)
_CURRENCY = re.compile(r"(?:([$€£¥₱₹]) ?|\b(USD|EUR|GBP) )$")
_PERCENT = re.compile(r"\s?(?:%|percent\b|per cent\b)(?P<points>[ -]points?)?", re.IGNORECASE)
_SHARE = re.compile(
    r" (?:in|of|out of)(?: every)? (?P<of>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred)\b(?![.,]?\d)",
    re.IGNORECASE,
)
# A quick look first: without one of these near it, a number is no date, time, label or version.
_SIGN = re.compile(
    r"\n|\d[.:/)a-z-]|[.:/+a-z-]\d| [ap]\.?m\b|\b(?:19|20)\d\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|\b(?:step|phase|version|no\.|question|chapter|page|level|day|tier|type|class|grade) \d"
)
_LABEL = re.compile(
    r"\b(?:step|phase|version|no\.|question|chapter|page|level|day|tier|type|class|grade) $", re.IGNORECASE
)
_CURRENCY_WORD = re.compile(r" (dollars?|euros?|pounds?|pesos?|rupees?|cents)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_NEAR = 18  # characters on either side in which a date, a time or a list number shows
MOST = 10_000
"""Numbers that are read; nobody compares more."""
_NOUN = re.compile(
    r"(?:[ -]+(?:(?:of|the|a|an|per|each|every|our|their|its|all|more|further|other|new)\s+){0,3}([^\W\d_]+(?:['’-][^\W\d_]+)*))",
    re.UNICODE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it is a number of. ``noun`` holds up to three of the words behind it, in lower case."""

    value: float
    span: Span
    currency: str = ""
    percent: bool = False
    noun: tuple[str, ...] = ()
    step: float = 0.0
    """Half of the last place that is written: 90.8 million is known to 50,000."""


@lru_cache(maxsize=64)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Read all quantities in reading order.

    Example:
        >>> [(q.value, q.currency, q.percent, q.noun) for q in quantities("By 9:30 on May 3, 2027 forty percent had paid $1.2 million.")]
        [(40.0, '', True, ('had', 'paid')), (1200000.0, '$', False, ())]
        >>> [q.value for q in quantities("3 in 10 of the twenty-four riders")]
        [30.0, 24.0]
    """
    out: list[Quantity] = []
    end = 0
    for start, stop, value, step, currency in _candidates(text):
        if start < end:
            continue
        found = _read(text, start, stop, value, step, currency)
        if found:
            out.append(found)
            end = found.span.end
    return tuple(out)


@lru_cache(maxsize=64)
def dates(text: str) -> frozenset[str]:
    """Give the dates of a text as they are written, each once.

    Example:
        >>> sorted(dates("On May 3, 2027 and in June 2028, not in 2029."))
        ['June 2028', 'May 3, 2027']
    """
    return frozenset(match[0] for match in DATE.finditer(text))


def _candidates(text: str) -> list[tuple[int, int, float, float, str]]:
    """Give start, end, value, half of the last place and currency of all numbers, digits and words, in reading order."""
    out = []
    for match in islice(_NUMBER.finditer(text), MOST):
        start, end = match.span()
        digits = match[0] if match["scale"] is None else text[start : match.start("scale")].rstrip(" -")
        if _suspect(text, start, start + len(digits)) and _other(text, start, start + len(digits)):
            continue
        paid = _CURRENCY.search(text, max(0, start - 4), start)
        scale = _SCALES.get((match["scale"] or "").lower(), 1.0)
        decimals = min(300, len(digits.partition(".")[2]))
        value = float(digits.replace(",", "")[:300]) * scale
        out.append(
            (
                paid.start() if paid else start,
                end,
                value,
                0.5 * 10.0**-decimals * scale,
                (paid[1] or paid[2]) if paid else "",
            )
        )
    for match in islice(_number_words().finditer(folded(text)), MOST):
        value = _spoken(match[0])
        if value != 1 or _SHARE.match(text, match.end()):  # "one" is a pronoun more often than a number
            out.append((*match.span(), value, 0.5, ""))
    return sorted(out)


def _suspect(text: str, start: int, end: int) -> bool:
    """Could these digits be a date, a time, a telephone or a list number? Most cannot, and this is quicker to see."""
    digits = text[start:end]
    if not digits.isdigit() or len(digits) > 4:
        return not digits.isdigit() and "," not in digits
    small = int(digits) <= 31 or 1900 <= int(digits) < 2100
    return (
        small
        or text[start - 1 : start] in ("-", "/", ":", ".", "+")
        or text[end : end + 1] in ("-", "/", ":", ".", ")")
        or _LABEL.search(text, max(0, start - 12), start) is not None
    )


def _other(text: str, start: int, end: int) -> bool:
    if start > _NEAR and not _SIGN.search(folded(text), start - _NEAR, end + _NEAR):
        return False
    near = _NOT_QUANTITY.finditer(text, max(0, start - _NEAR), end + _NEAR)
    return any(it.start() < end and start < it.end() for it in near)


def _read(text: str, start: int, end: int, value: float, step: float, currency: str) -> Quantity | None:
    percent = _PERCENT.match(text, end)
    if percent:
        return _made(text, value, step, start, percent.end(), "", True)
    share = _SHARE.match(text, end)
    if share and not currency:
        whole = _spoken(share["of"])
        if value <= whole and whole > 1:
            return _made(text, 100 * value / whole, 50 / whole, start, share.end(), "", True)
    if value == 1 and not text[start:end].isdigit():
        return None
    named = _CURRENCY_WORD.match(text, end)
    currency = currency or (named[1].lower().rstrip("s") if named else "")
    return _made(text, value, step, start, named.end() if named else end, currency, False)


def _made(text: str, value: float, step: float, start: int, end: int, currency: str, percent: bool) -> Quantity:
    nouns: list[str] = []
    at = end
    while len(nouns) < 3 and (following := _NOUN.match(text, at, at + 60)):
        nouns.append(following[1].lower())
        at = following.end()
    return Quantity(value, Span.of(text, start, end), currency, percent, tuple(nouns), step)


@lru_cache(maxsize=64)
def folded(text: str) -> str:
    """Give the text in small letters, each at its place: a letter whose small form is longer stays.

    Example:
        >>> folded("Forty İ"), len(folded("Forty İ"))
        ('forty İ', 7)
    """
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@cache
def _number_words() -> re.Pattern[str]:
    words = sorted(words_of("number_values"), key=lambda word: (word[0], -len(word), word))
    # A first letter stands first, and the look behind follows, so that the search can skip to it.
    first = "|".join(
        rf"{letter}(?<![^\W_].)(?:{'|'.join(word[1:] for word in some)})"
        for letter, some in groupby(words, itemgetter(0))
    )
    further = "|".join((*words, "hundred|thousand|million|billion|dozen"))
    return re.compile(rf"(?:{first})(?:[ -](?:and )?(?:{further})){{0,7}}(?!\w)")


def _spoken(phrase: str) -> float:
    """Add up number words: two hundred and five."""
    if phrase.isdigit():
        return float(phrase)
    total = current = 0.0
    for part in _WORD.findall(phrase.lower()):
        scale = _SCALES.get(part, 0.0)
        if scale >= 1000:
            total, current = total + (current or 1) * scale, 0.0
        elif scale:
            current = (current or 1) * scale
        else:
            current += float(pairs_of("number_values").get(part, "0"))
    return total + current
