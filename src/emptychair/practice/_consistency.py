"""Does a reply fit the story? Numbers, who did it, and in which order.

A wrong accusation costs more than a miss: two sentences are only held against each other when most of their words are the same,
and what may differ for a good reason (another time, another place) is let through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from emptychair.feedback import star
from emptychair.feedback._lexicon import words_of
from emptychair.feedback._numbers import Quantity, quantities
from emptychair.feedback._text import words
from emptychair.feedback.consistency import contradictions

_SHARED, _SHARE = 2, 0.6  # words two sentences have in common, and what part of the shorter one that is
_ELSEWHERE = re.compile(
    r"\b(?:other|another|elsewhere|later|since|today|now|next|meanwhile|previous|last|target|goal|hoped|expected|instead|more|further|"
    r"only|except|of them|of those|estimated|thought|first)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:I (?:was|am|worked as)(?: the| an?| their| our)? |as (?:the |an? )?(?=[a-z -]{4,40},? I\b))((?:[a-z]+[ -]){0,3}?"
    r"(?:manager|lead|leader|supervisor|director|owner|assistant|clerk|intern|nurse|engineer|developer|analyst|agent|cashier|"
    r"technician|trainee|apprentice|teacher|student|representative|associate|coordinator|designer|volunteer|accountant|consultant))\b",
    re.IGNORECASE,
)
_BECAME = re.compile(r"\b(?:later|became|become|promoted|before that|since|then|today|now)\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:(?:my|our|the|a) (?:manager|boss|supervisor|colleague|coworker|co-worker|team lead|director|partner|lead|team)|"
    r"somebody else|someone else|she|he|they|we)\b(?: who| that|, not me,?)? (?:had |then |actually |really )?([a-z]+)\b",
    re.IGNORECASE,
)
_MINE = re.compile(r"\bI (?:had |then |also |first |only )?([a-z]+)\b")
_NOT_MINE = re.compile(
    r"\bI (?:did not|didn['’]t|never|had not|hadn['’]t) (?:actually |really |even )?([a-z]+)\b", re.IGNORECASE
)
_AFTER = re.compile(
    r"^(?:(?P<lead>only after|after|before|once)\s(?P<one>[^,]+),\s(?P<two>.+)"
    r"|(?P<first>.+?)\s(?P<link>after|before|once)\s(?P<second>.+))$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clash:
    """Two places that do not go together: ``told`` in the story, ``now`` in the reply, both in the speaker's words.

    ``kind`` is ``number``, ``role`` (who did it, or as what), ``order``, or ``fact`` (anything else that the reader finds).
    """

    kind: str
    told: str
    now: str
    message: str


def clashes(story: str, reply: str) -> tuple[Clash, ...]:
    """Find where a reply does not fit the story.

    Example:
        >>> story = "I was a shift lead. Complaints fell from 40 a week to 9 a week within three months."
        >>> [it.kind for it in clashes(story, "Complaints fell from 60 a week to 9 a week.")]
        ['number']
        >>> [it.kind for it in clashes(story, "As the store manager I could decide that.")]
        ['role']
        >>> clashes(story, "At the other store complaints stayed at 38 a week.")
        ()
    """
    found = [*_numbers(story, reply), *_roles(story, reply), *_doers(story, reply), *_order(story, reply)]
    found += [it for it in _facts(story, reply) if not any(other.told in it.told for other in found)]
    return tuple({(it.kind, it.told): it for it in found}.values())


def _facts(story: str, reply: str) -> Iterator[Clash]:
    """What the reader itself finds when it reads both as one text."""
    for it in contradictions(f"{story}\n\n{reply}"):
        if it.first.start < len(story) <= it.second.start:
            yield Clash("fact", it.first.text, it.second.text, it.message)


def _cut(text: str) -> list[str]:
    return [it.text for it in star.label(text)]


def _content(text: str) -> frozenset[str]:
    plain = words_of("function_words")
    return frozenset(
        _stem(word) for word in words(text) if len(word) > 2 and word.lower() not in plain and not word[0].isdigit()
    )


def _same(one: str, other: str) -> bool:
    """Do two pieces speak of the same thing?"""
    a, b = _content(one), _content(other)
    return len(a & b) >= _SHARED and len(a & b) >= _SHARE * min(len(a), len(b))


def _numbers(story: str, reply: str) -> Iterator[Clash]:
    for told, now in product(_cut(story), _cut(reply)):
        if not _same(told, now) or _ELSEWHERE.search(now) or _ELSEWHERE.search(told):
            continue
        before, after = quantities(told), quantities(now)
        known = [it.value for it in before]
        for one, other in product(before, after):
            if _unit(one) & _unit(other) and _place(told, one) == _place(now, other) and not _near(other.value, known):
                yield _number(one.span.text, other.span.text)


def _number(told: str, now: str) -> Clash:
    return Clash("number", told, now, f"The story says “{told}”, the reply says “{now}”.")


def _stem(word: str) -> str:
    """Cut endings, so that “call”, “calls” and “called” are one word."""
    low = word.lower()
    ending = next((it for it in ("ing", "ed", "es", "s", "e") if low.endswith(it) and len(low) > len(it) + 2), "")
    return low.removesuffix(ending)[:6]


def _unit(it: Quantity) -> set[str]:
    """What a number is a number of; a number of nothing is comparable with nothing."""
    if it.currency or it.percent:
        return {it.currency or "%"}
    return {_stem(noun) for noun in it.noun[:2] if noun not in words_of("function_words")}


def _place(text: str, it: Quantity) -> str:
    """The end of a change that a number stands at: ``from``, ``to`` or neither."""
    found = re.search(r"\b(from|to)\s(?:about |around |nearly )?[$€£]?$", text[: it.span.start])
    return found[1] if found else ""


def _near(value: float, known: list[float]) -> bool:
    return any(abs(value - it) <= 0.06 * max(abs(value), abs(it)) for it in known)


def _roles(story: str, reply: str) -> Iterator[Clash]:
    told = {_head(it[1]): it[1] for it in _ROLE.finditer(story)}
    for sentence in _cut(reply):
        now = _ROLE.search(sentence)
        if told and now and _head(now[1]) not in told and not _BECAME.search(f"{story} {sentence}"):
            was = next(iter(told.values()))
            yield Clash("role", was, now[1], f"In the story you were “{was}”, in the reply “{now[1]}”.")


def _head(role: str) -> str:
    return role.lower().replace("-", " ").split()[-1].removesuffix("er")


def _doers(story: str, reply: str) -> Iterator[Clash]:
    """The same act, done by the speaker in the story and by another in the reply, or the other way round."""
    for told, now in product(_cut(story), _cut(reply)):
        if not _same(told, now):
            continue
        mine, others = _verbs(_MINE, told), _verbs(_OTHERS, told)
        if mine & (_verbs(_OTHERS, now) | _verbs(_NOT_MINE, now)) and not mine & _verbs(_MINE, now):
            yield Clash("role", told, now, f"In the story it was you (“{told}”); in the reply it was not (“{now}”).")
        elif others - mine and (others - mine) & _verbs(_MINE, now):
            yield Clash("role", told, now, f"In the story it was not you (“{told}”); in the reply it is (“{now}”).")


def _verbs(pattern: re.Pattern[str], text: str) -> set[str]:
    plain = words_of("function_words") | _LIGHT
    return {_bare(it[1]) for it in pattern.finditer(text) if it[1].lower() not in plain}


def _bare(verb: str) -> str:
    low = verb.lower()
    return _PAST.get(low, _stem(low))


_LIGHT = frozenset(
    {"got", "get", "went", "go", "came", "said", "had", "did", "was", "were", "knew", "thought", "wanted", "needed"}
)
"""Verbs that everybody does."""
_PAST = {
    "rang": "ring", "wrote": "write", "told": "tell", "found": "find", "made": "make", "went": "go", "took": "take",
    "drove": "driv", "chose": "choos", "built": "build", "sent": "send", "gave": "give", "brought": "bring",
    "spoke": "speak", "met": "meet", "held": "hold", "sat": "sit", "paid": "pay", "kept": "keep", "saw": "see",
}  # fmt: skip


def _order(story: str, reply: str) -> Iterator[Clash]:
    """“I did X after Y”, where the story has X first."""
    acts = [it.text for it in star.label(story) if it.component in ("action", "situation", "task")]
    for sentence in _cut(reply):
        found = _AFTER.match(sentence)
        if not found:
            continue
        first, second = (found["one"], found["two"]) if found["lead"] else (found["second"], found["first"])
        if (found["lead"] or found["link"]).lower() == "before":
            first, second = second, first
        at, then = _where(first, acts), _where(second, acts)
        if at is not None and then is not None and at > then:
            yield Clash(
                "order",
                acts[then],
                sentence,
                f"The story has “{acts[then]}” before “{acts[at]}”; the reply says “{sentence}”.",
            )


def _where(piece: str, acts: list[str]) -> int | None:
    """The only act of the story that a piece can mean."""
    own = _content(piece)
    fits = [len(own & _content(act)) for act in acts]
    best = max(fits, default=0)
    return fits.index(best) if best >= max(_SHARED, _SHARE * len(own)) and fits.count(best) == 1 else None
