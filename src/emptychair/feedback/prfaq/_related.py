"""Does what belongs together speak of the same thing: problem and solution, release and questions, question and answer?

The borders were measured on the corpus, and on the corpus with problems, questions and answers exchanged.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from emptychair.feedback._numbers import quantities
from emptychair.feedback._text import count_words, words
from emptychair.feedback.prfaq._cues import hits, stem_of, stems
from emptychair.feedback.prfaq._doc import Doc
from emptychair.feedback.prfaq._substance import people_in
from emptychair.feedback.prfaq._topics import READ, asked_for

QUESTIONS = 3
"""Fewer are no FAQ."""
_KIN, _FEW_STEMS = 0.6, 12  # the least kinship of a problem with its document; shorter problems cannot be judged
_SHARED, _SHARED_SHORT, _OFTEN = 0.44, 0.25, 10  # share of the release's words that come again in the questions
_ANSWERED, _LEAD = (
    0.7,
    1.5,
)  # the least share of questions that are answered, and what a lead over others' answers adds to it
_ENOUGH = 6  # questions from which this can be said
_KEPT = 25  # words that a document comes back to most often
_YES_NO = re.compile(r"(?:is|are|do|does|can|will|did|has|have|isn't|could|would|should)\b", re.IGNORECASE)
_YES = re.compile(r"(?:yes|no|not|only|you can|it (?:is|does)|they)\b", re.IGNORECASE)
_MONEY = re.compile(r"\b(?:cost|costs|price|pay|pays|earn|much|fee|save)\b", re.IGNORECASE)
_PAID = re.compile(r"[$€£¥₱]|\b(?:free|nothing|dollars|euros|pounds|pesos|cents|margin)\b", re.IGNORECASE)
_HOW_MANY = re.compile(r"\bhow (?:many|large|big|long|often|fast|exact|accurate)\b", re.IGNORECASE)
_WHO = re.compile(r"(?:who|whom)\b", re.IGNORECASE)
_NAME = re.compile(r"[A-Z]\w+ [A-Z]\w+")
_WHEN = re.compile(r"(?:when|in what order|in which)\b", re.IGNORECASE)
_TIME = re.compile(
    r"\b20\d\d\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_WHERE = re.compile(r"(?:where|how do i)\b", re.IGNORECASE)
_PLACE = re.compile(r"\.example|\.com|\bat\b|\bopen|\bgo to", re.IGNORECASE)
_FORMS = (  # what is asked, what answers it, what it is worth
    (_YES_NO, _YES, 1.0),
    (_WHEN, _TIME, 1.0),
    (_WHO, _NAME, 0.5),
    (_WHERE, _PLACE, 0.5),
)


def apart(doc: Doc) -> str | None:
    """Name what has nothing in common, or nothing."""
    why, how = doc.parsed.problem, doc.parsed.solution
    if why and how:
        told = frozenset(stems(why.text))
        strange = not told & stems(how.text) and count_words(how.text) >= 20
        if len(told) >= _FEW_STEMS and (strange or (doc.words >= 400 and kinship(doc) < _KIN)):
            return "Problem and solution"
    if len(doc.parsed.questions) >= QUESTIONS and doc.faq_words >= 150:
        often = frozenset(stem for stem, count in _counted(doc.release).most_common(24) if count > 1)
        need = _SHARED if doc.faq_words >= 450 else _SHARED_SHORT
        if len(often) >= _OFTEN and len(often & stems(doc.text[doc.release_end :])) < need * len(often):
            return "Release and questions"
    return None


def kinship(doc: Doc) -> float:
    """Say how much of the document is in its problem, and of the problem in heading, summary and solution; about 1 is usual."""
    parsed = doc.parsed
    if not parsed.problem:
        return 0.0
    own = _counted(parsed.problem.text)
    rest = _counted(doc.text[: parsed.problem.start] + " " + doc.text[parsed.problem.end :])
    ahead = [section.text for section in (parsed.heading, parsed.summary, parsed.solution) if section]
    kept = sum(stem in own for stem, _ in rest.most_common(_KEPT)) / _KEPT
    again = [stem for stem, count in own.items() if count > 1]
    back = sum(stem in rest for stem in again) / len(again) if again else 1.0
    return kept + 0.5 * back + len(own.keys() & stems(" ".join(ahead))) / max(1, len(own))


def _counted(text: str) -> Counter[str]:
    return Counter(stem for stem in map(stem_of, words(text)) if stem)


def beside_the_point(doc: Doc) -> str | None:
    """Do the answers belong to other questions: do they fit hardly better than those a third or half of the FAQ away?"""
    told = [(q.question.text, q.answer.text) for q in doc.parsed.questions if q.answer]
    if len(told) < _ENOUGH:
        return None
    own = _fit(told, 0)
    away = [_fit(told, step) for step in (len(told) // 3, len(told) // 2)]
    return "" if own + _LEAD * (own - sum(away) / len(away)) < _ANSWERED else None


def _fit(told: list[tuple[str, str]], step: int) -> float:
    moved = [*told[step:], *told[:step]]
    return sum(answers(question, answer) for (question, _), (_, answer) in zip(told, moved, strict=True)) / len(told)


@lru_cache(maxsize=4096)
def answers(question: str, answer: str) -> float:
    """Say from 0 to 1 whether an answer speaks of what is asked: its topic, its words, or the form of its answer.

    Example:
        >>> answers("What does it cost?", "$12 a month."), answers("What does it cost?", "In Ohio, by bus.")
        (1.0, 0.0)
    """
    said = answer[:READ]
    if any(hits(f"topic_{topic}_says", said) for topic in asked_for(question)) or stems(question) & stems(answer):
        return 1.0
    worth = sum(points for asks, says, points in _FORMS if asks.match(question) and says.search(said))
    worth += 1.0 if _MONEY.search(question) and _PAID.search(said) else 0.0
    worth += 0.5 if _HOW_MANY.search(question) and quantities(said) else 0.0
    worth += 0.5 if _WHO.match(question) and people_in(said) else 0.0
    return min(1.0, worth)
