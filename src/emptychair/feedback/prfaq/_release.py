"""Points for the parts of the press release. One function a criterion; evidence that is told twice counts once."""

from __future__ import annotations

import re

from emptychair.feedback._model import Span
from emptychair.feedback._numbers import DATE, quantities
from emptychair.feedback._text import count_words, sentences
from emptychair.feedback.prfaq._cues import hits, pattern, stems
from emptychair.feedback.prfaq._doc import Doc, Scored
from emptychair.feedback.prfaq._substance import people_in, segment_in, vague

_NONE = Scored(0.0)
_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b(?!\d)")
_DOES = re.compile(
    r"\b(?:so that|so|without|no longer|gets?|sees?|can|know|knows|instead of|within|before|in \w+ (?:minutes|days|hours)"
    r"|has|have|makes?|keep|stays?)\b",
    re.IGNORECASE,
)


def heading(doc: Doc) -> Scored:
    """Present, a line and not two words, names a customer, names a benefit; hype undoes the benefit."""
    found = doc.parsed.heading
    if found is None:
        return _NONE
    words, hype = count_words(found.text), hits("praise_words", found.text) + ("!" in found.text)
    who = bool(people_in(found.text))
    gain = bool(hits("benefits", found.text) or quantities(found.text)) and not hype
    points = 1.0 + (4 <= words <= 14 and not hype) + (1.0 if who and not hype else 0.4 * who) + gain
    return Scored(points, (found,))


def subheading(doc: Doc) -> Scored:
    """One sentence with a customer and a benefit."""
    found = doc.parsed.subheading
    if found is None:
        return _NONE
    hype = min(1, vague(found.text))
    one = len(sentences(found.text)) == 1 and count_words(found.text) <= 30
    says = bool(people_in(found.text)) or bool(hits("benefits", found.text)) or bool(quantities(found.text))
    return Scored(max(0.0, 1.0 + one + says - hype), (found,))


def dateline(doc: Doc) -> Scored:
    """A place, a month with its year, a day."""
    found = doc.parsed.dateline
    if found is None:
        return _NONE
    date = DATE.search(found.text)
    rest = found.text.replace(date[0], "") if date else re.sub(r"\d{4}", "", found.text)
    place = bool(
        re.search(
            r"[A-ZÀ-Þ]\w{2,}",
            re.sub(
                r"(?i)for (?:immediate )?release|(?:spring|summer|fall|autumn|winter|internal) ?(?:announcement)?",
                "",
                rest,
            ),
        )
    )
    dated = bool(date and re.search(r"\d{4}", date[0]))
    day = bool(dated and date and _DAY.search(re.sub(r"\d{4}", "", date[0])))
    return Scored(float(place + dated + day), (found,))


def summary(doc: Doc) -> Scored:
    """The right length, who launches, for whom, what is better."""
    found = doc.parsed.summary
    if found is None:
        return _NONE
    words, hype = count_words(found.text), vague(found.text)
    length = 2.0 if 25 <= words <= 62 else 1.0 if 15 <= words <= 80 else 0.0
    launch = 1.0 if pattern("launch_verbs").search(found.text) else 0.0
    who = 1.5 if segment_in(found.text) else 0.7 if people_in(found.text) else 0.0
    gain = 1.5 if _DOES.search(found.text) or len(quantities(found.text)) > 1 else 0.0
    return Scored(max(0.0, length + launch + who + gain - min(2.5, 0.8 * hype)), (found,))


def problem(doc: Doc) -> Scored:
    """The customer's loss, a number with its source, a second number, the solution unnamed."""
    found = doc.parsed.problem
    if found is None:
        return _NONE
    text = found.text
    numbers = [q for q in quantities(text) if q.span.text.lower() not in ("two", "three", "one")]
    sourced = [s for s in sentences(text) if hits("sources", s.text) and quantities(s.text)]
    words = count_words(text)
    points = 1.0 * (words >= 25)
    points += 1.5 if people_in(text) else 0.0
    points += min(1.5, 0.5 * hits("losses", text))
    points += 2.0 if sourced else 0.8 if numbers else 0.0
    points += min(1.5, 0.75 * max(0, len(numbers) - 1))
    points += 1.0 if words >= 25 and not names_product(doc, text) else 0.0
    points -= min(2.5, 30 * vague(text) / max(words, 30))
    return Scored(
        max(0.5, points),
        tuple(Span.of(doc.text, found.start + s.start, found.start + s.end) for s in sourced[:2]) or (found,),
    )


def names_product(doc: Doc, text: str) -> bool:
    """Does a passage name what the solution is called?"""
    solution = doc.parsed.solution
    if solution is None:
        return False
    named = {
        m[0]
        for m in re.finditer(
            r"(?<=[a-z,] )[A-Z]\w+(?: [A-Z]\w+)+", doc.parsed.summary.text if doc.parsed.summary else ""
        )
    }
    return any(name in text and name in solution.text for name in named)


def solution(doc: Doc) -> Scored:
    """Answers what the problem says, in things the customer sees or does."""
    found, why = doc.parsed.solution, doc.parsed.problem
    if found is None:
        return _NONE
    text, words = found.text, count_words(found.text)
    shared = len(stems(text) & stems(why.text)) if why else 0
    points = 1.5 * (words >= 25) + min(3.0, 0.6 * shared)
    points += min(2.0, 0.6 * len({q.value for q in quantities(text)}))
    points += 1.0 if people_in(text) else 0.0
    points += 1.0 if why and words >= 25 and 25 * vague(text) / words < 1 else 0.0
    points -= min(3.0, 40 * vague(text) / max(words, 40))
    return Scored(max(0.5, points), (found,))
