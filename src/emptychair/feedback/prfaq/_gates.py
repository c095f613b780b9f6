"""Reasons for which a document cannot pass, whatever its points.

Each gate is one function that gives what it found, or nothing. The cap is one below the pass mark.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from emptychair.feedback import _faults as faults
from emptychair.feedback._jumble import jumbled
from emptychair.feedback._model import Gate
from emptychair.feedback._numbers import dates, quantities
from emptychair.feedback._text import count_words
from emptychair.feedback.prfaq._asked import covered
from emptychair.feedback.prfaq._doc import Doc
from emptychair.feedback.prfaq._head import announces
from emptychair.feedback.prfaq._quotes import NAME, voices
from emptychair.feedback.prfaq._related import QUESTIONS, apart, beside_the_point
from emptychair.feedback.prfaq._rubric import rubric
from emptychair.feedback.prfaq._substance import segment_in, vague

CAP = 59
_NAMED = re.compile(
    rf"(?:{NAME.pattern})|\b(?:said|says|added|adds) [A-ZÀ-Þ]\w+|\b[A-ZÀ-Þ]\w+(?:, [^,]{{3,40}},)? (?:said|says|added|adds)\b"
)
_JUDGED = 250  # words from which words and numbers are counted against each other
_BUZZ = 6  # vague words in a hundred; strong documents have one, middling ones up to five
_NUMBERS = 0.7  # numbers in 75 words; the rubric asks for one, strong documents have three
_PARTS = ("problem", "solution", "leader_quote", "customer_quote", "getting_started", "call_to_action", "dateline")


def not_a_prfaq(doc: Doc) -> str | None:
    """Does it have a release and questions?"""
    missing = []
    answered = [q for q in doc.parsed.questions if q.answer and count_words(q.answer.text) > 2]
    if len(answered) < QUESTIONS:
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
    named = quoted is not None and _NAMED.search(voices(quoted.text)[1]) is not None
    told = (doc.parsed.heading, doc.parsed.subheading, doc.parsed.summary, doc.parsed.problem)
    return None if named or any(segment_in(section.text) for section in told if section) else ""


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


def out_of_order(doc: Doc) -> str | None:
    """Does the announcement stand among the questions?"""
    behind = doc.text[doc.release_end :].splitlines() if doc.parsed.dateline is None else ()
    return "" if any("20" in line[:110] and announces(line) for line in behind) else None


def jumble(doc: Doc) -> str | None:
    """Were the words shuffled?"""
    return "" if jumbled(doc.text, doc.words) else None


def buzzwords(doc: Doc) -> str | None:
    """Does every sixteenth word dodge or praise?"""
    found = vague(doc.text)
    return f"{100 * found / doc.words:.0f}" if doc.words >= _JUDGED and 100 * found > _BUZZ * doc.words else None


def no_numbers(doc: Doc) -> str | None:
    """Is hardly a number there that measures something? Small ones in words ("two") do not."""
    said = {
        (q.value, q.percent, q.currency, q.noun[:1])
        for q in quantities(doc.text)
        if q.value >= 10 or q.percent or q.currency
    }
    measured = len(said) + len(dates(doc.text))
    return str(measured) if doc.words >= _JUDGED and 75 * measured < _NUMBERS * doc.words else None


GATES: tuple[tuple[str, Callable[[Doc], str | None]], ...] = (
    ("not_a_prfaq", not_a_prfaq),
    ("contradiction", contradiction),
    ("faq_shorter", faq_shorter),
    ("no_customer", no_customer),
    ("unrelated", apart),
    ("blanks", blanks),
    ("repeated", repeated),
    ("hollow", hollow),
    ("beside_the_point", beside_the_point),
    ("out_of_order", out_of_order),
    ("jumble", jumble),
    ("buzzwords", buzzwords),
    ("no_numbers", no_numbers),
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
