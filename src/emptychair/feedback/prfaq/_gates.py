"""Reasons for which a document cannot pass, whatever its points.

Each gate is one function that gives what it found, or nothing. The cap is one below the pass mark.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from emptychair.feedback import _faults as faults
from emptychair.feedback._model import Gate
from emptychair.feedback._text import count_words, words
from emptychair.feedback.prfaq._asked import covered
from emptychair.feedback.prfaq._cues import stems
from emptychair.feedback.prfaq._doc import Doc
from emptychair.feedback.prfaq._quotes import NAME
from emptychair.feedback.prfaq._rubric import rubric
from emptychair.feedback.prfaq._substance import segment_in

CAP = 59
_NAMED = re.compile(
    rf"(?:{NAME.pattern})|\b(?:said|says|added|adds) [A-ZÀ-Þ]\w+|\b[A-ZÀ-Þ]\w+(?:, [^,]{{3,40}},)? (?:said|says|added|adds)\b"
)
_QUESTIONS = 3  # fewer are no FAQ
_PARTS = ("problem", "solution", "leader_quote", "customer_quote", "getting_started", "call_to_action", "dateline")


def not_a_prfaq(doc: Doc) -> str | None:
    """Does it have a release and questions?"""
    missing = []
    answered = [q for q in doc.parsed.questions if q.answer and count_words(q.answer.text) > 2]
    if len(answered) < _QUESTIONS:
        missing.append("questions with answers")
    parts = [name for name in _PARTS if getattr(doc.parsed, name)]
    quoted = doc.parsed.leader_quote or doc.parsed.customer_quote
    if doc.parsed.summary is None or len(parts) < 3 or not (quoted or doc.parsed.dateline):
        missing.append("a press release")
    return (
        " and ".join(missing) + (" are" if len(missing) > 1 or "questions" in missing[0] else " is")
        if missing
        else None
    )


def contradiction(doc: Doc) -> str | None:
    """Do two numbers disagree?"""
    return doc.clashes[0].message if doc.clashes else None


def faq_shorter(doc: Doc) -> str | None:
    """Are the questions shorter than the release?"""
    if doc.faq_words < doc.release_words:
        return str(rubric()["gates"]["faq_shorter"]).format(doc.faq_words, doc.release_words)
    return None


def no_customer(doc: Doc) -> str | None:
    """Is nobody there for whom it is made?"""
    quoted = doc.parsed.customer_quote
    named = quoted is not None and _NAMED.search(re.sub(r"[\"“][^\"”]*[\"”]", " ", quoted.text)) is not None
    told = (doc.parsed.heading, doc.parsed.subheading, doc.parsed.summary, doc.parsed.problem)
    return None if named or any(segment_in(section.text) for section in told if section) else ""


def unrelated(doc: Doc) -> str | None:
    """Do problem and solution, or release and questions, speak of different things?

    The longer the other side, the more of the words come again when both speak of one thing (measured on the corpus, and on
    the corpus with its halves exchanged).
    """
    why, how = doc.parsed.problem, doc.parsed.solution
    if why and how:
        told, rest = stems(why.text), doc.text[: why.start] + doc.text[why.end :]
        need = 0.34 if doc.words >= 800 else 0.2 if doc.words >= 400 else 0.0
        apart = not told & stems(how.text) and count_words(how.text) >= 20
        if len(told) >= 12 and (apart or len(told & stems(rest)) < need * len(told)):
            return "Problem and solution"
    if len(doc.parsed.questions) >= _QUESTIONS and doc.faq_words >= 150:
        often = _often(doc.release)
        need = 0.44 if doc.faq_words >= 450 else 0.25
        if len(often) >= 10 and len(often & stems(doc.text[doc.release_end :])) < need * len(often):
            return "Release and questions"
    return None


def _often(text: str) -> frozenset[str]:
    """Give the words that a text keeps coming back to."""
    counted = Counter(stem for word in words(text) for stem in stems(word))
    return frozenset(stem for stem, count in counted.most_common(24) if count > 1)


def blanks(doc: Doc) -> str | None:
    """Is something still to be filled in?"""
    left = faults.blanks(doc.text)
    return left[0] if left else None


def repeated(doc: Doc) -> str | None:
    """Does the text say the same thing again?"""
    return "" if faults.repeats(doc.text) else None


def hollow(doc: Doc) -> str | None:
    """Are many questions asked and none answered?"""
    values = [value for value, _ in covered(doc.parsed.questions).values()]
    return "" if len(values) >= 5 and sum(values) < 0.3 * len(values) else None


GATES: tuple[tuple[str, Callable[[Doc], str | None]], ...] = (
    ("not_a_prfaq", not_a_prfaq),
    ("contradiction", contradiction),
    ("faq_shorter", faq_shorter),
    ("no_customer", no_customer),
    ("unrelated", unrelated),
    ("blanks", blanks),
    ("repeated", repeated),
    ("hollow", hollow),
)


def gates(doc: Doc) -> tuple[Gate, ...]:
    """Try every gate."""
    out = []
    for name, find in GATES:
        found = find(doc)
        if found is not None:
            message = found if name == "faq_shorter" else str(rubric()["gates"][name]).format(found)
            out.append(Gate(name, message, CAP))
    return tuple(out)
