"""Actions: each changes something, has one owner, and has a date."""

from __future__ import annotations

import re
from typing import NamedTuple

from emptychair.feedback._lexicon import words_of
from emptychair.feedback._numbers import DATE
from emptychair.feedback._reading import phrases
from emptychair.feedback._text import count_words
from emptychair.feedback.coe._parse import Item

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
WHEN = re.compile(
    "|".join(
        (
            DATE.pattern,
            r"\b(?:week|day) \d{1,3}\b|\b\d{1,2}/\d{1,2}\b|\bin \d+ (?:days|weeks)\b|\bdone\b",
            rf"\b(?:by|on|until|before|due|from|since|end of|in)\b[^.;|]{{0,20}}?\b(?-i:{_MONTH}|{_DAY})\b|(?-i:\b{_DAY}\b)",
            r"\b(?:today|tomorrow|tonight|next week|end of (?:the )?(?:week|month|quarter))\b",
        )
    ),
    re.IGNORECASE,
)
"""A day by which something is done, as people write it in a list."""

_LABEL = re.compile(
    r"\b(?:owner|who|responsible|assigned to|lead)\b[ \t]*[:=][ \t]*(?P<who>(?:[A-Z]\. ?)*[^,;|.()\n–—]{2,40})",
    re.IGNORECASE,
)
_FIELDS = re.compile(r"\s[–—-]{1,3}\s|[|;()\[\]]|,\s|\.\s|:\s")
_NAME = re.compile(r"(?:(?:Ms|Mr|Mrs|Dr)\.? )?[A-ZÀ-Þ][\w’'-]+(?: (?:de |van |von )?[A-ZÀ-Þ][\w’'-]*\.?){0,2}")
_FULL_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ][\w’'-]+")
_OPENING = re.compile(  # "Priya Nair: ...", "Priya will add ...", "The head of service is to write ..."
    rf"(?P<who>{_NAME.pattern}|[Tt]he (?:[\w’'-]+ ){{0,3}}?[\w’'-]+)(?=:| (?:will|is to|is going to|has to)\b)"
)
_CALENDAR = re.compile(rf"\b(?:{_MONTH}|{_DAY}|Week|Day|Q[1-4])\b")
_LONGEST = 6  # words of a name or a title


class Action(NamedTuple):
    """One entry, and what it has."""

    item: Item
    owner: str
    when: str
    wish: str

    @property
    def parts(self) -> int:
        """How many of three are there: a change, an owner, a date."""
        return (not self.wish) + bool(self.owner) + bool(self.when)


def action(item: Item) -> Action:
    """Read one action.

    Example:
        >>> read = lambda text: action(Item(text, 0, len(text)))[1:]
        >>> read("Scale at the bench refuses a kit that is too light — Priya Nair — June 3")
        ('Priya Nair', 'June 3', '')
        >>> read("Everyone will be more careful")
        ('', '', 'be more careful')
    """
    when = WHEN.search(item.text)
    return Action(item, _owner(item.text), when[0] if when else "", _wish(item.text))


def _owner(text: str) -> str:
    labeled = [it["who"].strip(" *_") for it in _LABEL.finditer(text)]
    if labeled:
        return next(filter(_owns, labeled), "")
    first, *rest = (it.strip(" *_.") for it in _FIELDS.split(text))
    for field in rest:
        if _owns(field) and (_NAME.fullmatch(field) or phrases("coe_roles").search(field)):
            return field
    opening = _OPENING.match(text)
    if opening and _owns(opening["who"]):
        return opening["who"]
    name = _FULL_NAME if len(rest) < 2 else _NAME  # "Sam - add an alarm - May 3"
    thing = phrases("coe_systems").search(first)
    return first if rest and _owns(first) and name.fullmatch(first) and not thing else ""


def _owns(who: str) -> bool:
    """Can this be one person or one post?"""
    plain = " ".join(who.lower().split())
    return (
        bool(re.search(r"[^\W\d_]", who))
        and 0 < count_words(who) <= _LONGEST
        and plain not in words_of("coe_nobodies")
        and not WHEN.search(who)
        and not _CALENDAR.search(who)
    )


def _wish(text: str) -> str:
    wish = phrases("coe_wishes").search(text)
    return wish[0] if wish and not phrases("coe_mechanisms").search(text) else ""
