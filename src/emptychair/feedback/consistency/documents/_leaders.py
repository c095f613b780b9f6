"""Who leads it, in the release and in the answer; one post with two people, one person with two posts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emptychair.feedback._model import Span
from emptychair.feedback.consistency._claims import stem
from emptychair.feedback.consistency._facts import Facts
from emptychair.feedback.consistency._lazy import Lazy
from emptychair.feedback.consistency._model import Contradiction
from emptychair.feedback.consistency.documents._document import Document, read
from emptychair.feedback.consistency.documents._phrases import WORD, differ

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


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find a leader who is somebody else, and posts that do not fit."""
    document = read(facts.text)
    if document is None:
        return
    yield from _asked(document)
    yield from _who_do(document)
    if not facts.index.keys().isdisjoint(("head", "director", "president", "chief", "manager", "principal", "chair")):
        yield from _posts(document)


def _asked(document: Document) -> Iterator[Contradiction]:
    """The release says who leads the product; asked who does, the answer names another, and not the first at all."""
    leaders = [
        it
        for it in _LEADER.re.finditer(document.text)
        if document.names & set(WORD.re.findall(it["what"].lower()))
        or it["what"].lower().startswith(("the project", "the team", "the work"))
    ]
    for one in leaders[:1]:
        for two in leaders[1:]:
            if _other(one["name"], two["name"]):
                yield differ("who", Span.of(document.text, *one.span()), Span.of(document.text, *two.span()))
                return
        for answer in document.answers:
            if not answer.pieces or not _WHO.re.search(answer.question):
                continue
            start, end = answer.pieces[0].start, answer.pieces[-1].end
            told = document.text[start:end]
            named = _PERSON.re.search(document.text, start, end)
            if (
                named
                and not start <= one.start() < end
                and one["name"].split()[-1] not in told
                and _other(one["name"], named["name"])
            ):
                yield differ("who", Span.of(document.text, *one.span()), Span.of(document.text, *named.span()))
                return


def _who_do(document: Document) -> Iterator[Contradiction]:
    """Two people who direct the department."""
    done: dict[str, re.Match[str]] = {}
    for it in _DOES.re.finditer(document.text):
        before = done.setdefault(f"{it['does']} {it['what']}".lower(), it)
        if _other(before["name"], it["name"]):
            yield differ("who", Span.of(document.text, *before.span()), Span.of(document.text, *it.span()))
            return


def _other(one: str, two: str) -> bool:
    return one.split()[-1] != two.split()[-1]


def _posts(document: Document) -> Iterator[Contradiction]:
    """One head of private supplies; one thing that she is the head of."""
    told = [it for it in _POST.re.finditer(document.text) if "deputy" not in it["post"]]
    for i, one in enumerate(told):
        for two in told[i + 1 :]:
            first, second = ({stem(word) for word in WORD.re.findall(it["of"])} - {"and", "the"} for it in (one, two))
            same_post = one["title"] == two["title"] and one["rank"] == two["rank"] and first == second
            if (same_post and _other(one["name"], two["name"])) or (
                one["name"] == two["name"] and one["title"] == two["title"] and not first & second
            ):
                yield differ("who", Span.of(document.text, *one.span()), Span.of(document.text, *two.span()))
                return
