"""Who leads it, in the release and in the answer; one post with two people, one person with two posts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emptychair.feedback._model import Span
from emptychair.feedback.consistency.base import WORD, Contradiction, Document, Lazy, differ, stem, twice

_NAME = r"[A-ZÀ-Þ][\w'’-]+ (?:[A-Z]\. |de |van |von |da |al-)?[A-ZÀ-Þ][\w'’-]+"
_LEADS = r"(?:leads|runs|heads|directs|manages|owns|is responsible for|is in charge of|answers for)"
_LEADER = Lazy(rf"\b(?P<name>{_NAME}),? (?:who )?{_LEADS} (?P<what>[^.,;:!?\"“”\n]{{2,40}})")
_WHO = Lazy(
    r"\bwho(?:'s| is| will)?\b.{0,30}?\b(?:leads?|runs?|heads?|owns?|responsible|in charge|accountable|answers? for|leader|owner)\b"
)
_DOES = Lazy(
    rf"\b(?P<name>{_NAME}),\s+who (?P<does>leads|directs|runs|heads|chairs|manages) (?P<what>(?:(?:the"
    rf"|our) [a-z]+(?: [a-z]+)?)|[A-ZÀ-Þ][\w'’&-]+(?: [A-ZÀ-Þ][\w'’&-]+)*)"
)
_PERSON = Lazy(rf"(?<![\w-])(?P<name>{_NAME})")
_POST = Lazy(
    rf"\b(?P<name>{_NAME}),? (?:who is )?(?:the |our |its |an? )?(?:[A-ZÀ-Þ][\w'’&-]+(?: [A-ZÀ-Þ&][\w'’&-]*){{0,3}}['’]s? )?"
    r"(?P<post>(?:(?P<rank>managing|executive|medical|technical|deputy|vice|regional) )?(?P<title>head|director|president|chief"
    r"|manager|principal|chair)"
    r" of (?P<of>[A-Za-zÀ-Þ][\w'’& -]{2,40}?))(?=[.,;:!?\"”\n]| (?:at|in|of|is|and|who|said|says|for|since)\b)"
)


def find(document: Document) -> Iterator[Contradiction]:
    """Find a leader who is somebody else, and posts that do not fit."""

    def place(it: re.Match[str]) -> Span:
        return Span.of(document.text, *it.span())

    leaders = [it for it in _LEADER.re.finditer(document.text) if _of_the_product(document, it["what"].lower())]
    if len({it["name"].split()[-1] for it in leaders}) > 1:
        yield from twice("who", leaders, _two_people, place)
    elif leaders and (named := _answered(document, leaders[0])):
        yield differ("who", place(leaders[0]), place(named))
    yield from twice("who", _DOES.re.finditer(document.text), _same_work, place)
    if document.facts.hears("head", "director", "president", "chief", "manager", "principal", "chair"):
        posts = (it for it in _POST.re.finditer(document.text) if "deputy" not in it["post"])
        yield from twice("who", posts, _posts_differ, place)


def _of_the_product(document: Document, what: str) -> bool:
    ours = what.startswith(("the project", "the team", "the work"))
    return ours or bool(document.names & set(WORD.re.findall(what)))


def _answered(document: Document, one: re.Match[str]) -> re.Match[str] | None:
    """Asked who leads it, does an answer name another, and the first not at all?"""
    for answer in document.answers:
        if answer.pieces and _WHO.re.search(answer.question):
            start, end = answer.pieces[0].start, answer.pieces[-1].end
            named = _PERSON.re.search(document.text, start, end)
            known = one["name"].split()[-1] in document.text[start:end] or start <= one.start() < end
            if named and not known and _two_people(one, named):
                return named
    return None


def _two_people(one: re.Match[str], two: re.Match[str]) -> bool:
    return bool(one["name"].split()[-1] != two["name"].split()[-1])


def _same_work(one: re.Match[str], two: re.Match[str]) -> bool:
    """Do two people direct the department?"""
    work = [f"{it['does']} {it['what']}".lower() for it in (one, two)]
    return work[0] == work[1] and _two_people(one, two)


def _posts_differ(one: re.Match[str], two: re.Match[str]) -> bool:
    """Are there two heads of private supplies; is one of them the head of two things?"""
    first, second = ({stem(word) for word in WORD.re.findall(it["of"])} - {"and", "the"} for it in (one, two))
    if one["title"] != two["title"]:
        return False
    same_post = one["rank"] == two["rank"] and first == second
    return (same_post and _two_people(one, two)) or bool(one["name"] == two["name"] and not first & second)
