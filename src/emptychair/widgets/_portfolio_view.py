"""What the face of the story portfolio shows."""

from __future__ import annotations

from collections import Counter
from typing import Any

from emptychair.practice import PRINCIPLES, Portfolio
from emptychair.practice._portfolio import LEAST, YEARS

GAPS = 12  # shown at once; more is a wall


def portfolio_view(found: Portfolio) -> dict[str, Any]:
    """Work out everything the face shows. Pure, JSON-serializable.

    Example:
        >>> from datetime import date
        >>> from emptychair.practice import Story, portfolio, question
        >>> mine = portfolio([Story("Repair", "I rang her.", fits=frozenset({"angry_customer"}))], [question("angry_customer")])
        >>> portfolio_view(mine)["summary"]
        'One story answers 1 of 1 questions. None of them is without a story.'
    """
    counts = Counter(found.answered_by.values())
    texts = {it.id: it.text for it in found.questions}
    return {
        "summary": _summary(found),
        "flags": _flags(found),
        "rows": [
            {
                "title": it.title,
                "chosen": it.title in found.chosen,
                "answers": counts[it.title],
                "best": max(fits, default=0),
                "can": sum(fit >= LEAST for fit in fits),
                "principles": [PRINCIPLES[name] for name, titles in found.principles.items() if it.title in titles],
            }
            for it, fits in zip(found.stories, found.fit, strict=True)
        ],
        "uncovered": [PRINCIPLES[name] for name, titles in found.principles.items() if not titles],
        "gaps": [{"id": name, "text": texts[name]} for name in found.gaps[:GAPS]],
        "more": max(0, len(found.gaps) - GAPS),
        "questions": [{"id": it.id, "text": it.text, "by": found.answered_by.get(it.id, "")} for it in found.questions],
        "fit": {it.id: [row[column] for row in found.fit] for column, it in enumerate(found.questions)},
        "least": LEAST,
    }


def _summary(found: Portfolio) -> str:
    if not found.stories:
        return "No stories yet. Write the first one down; ten lines will do."
    answered, asked, few = len(found.answered_by), len(found.questions), len(found.chosen)
    if not few:
        return f"No story answers any of {asked} questions yet: none of them fits with {LEAST} or more."
    sure = "" if found.fewest == few else f" At least {found.fewest} are needed; there was no time to look for fewer."
    many = "One story answers" if few == 1 else f"{few} of {len(found.stories)} stories answer"
    missing = {0: "None of them is", 1: "One is"}.get(len(found.gaps), f"{len(found.gaps)} are")
    return f"{many} {answered} of {asked} questions. {missing} without a story.{sure}"


def _flags(found: Portfolio) -> list[dict[str, str]]:
    """One card for each thing to see to, the most pressing first."""
    counts = Counter(found.answered_by.values())
    flags = [
        {
            "tone": "warn",
            "word": "Used too often",
            "title": title,
            "why": f"It carries {counts[title]} of {len(found.answered_by)} questions. Told three times in a day of interviews it "
            "sounds like the only one. Write down a second story of this kind.",
        }
        for title in found.overused
    ]
    flags += [
        {
            "tone": "warn",
            "word": "Old",
            "title": title,
            "why": f"It is more than {YEARS} years old. Interviewers ask for something recent (third-party advice).",
        }
        for title in found.old
    ]
    flags += [
        {"tone": "", "word": "No date", "title": title, "why": "Say when it was; you will be asked."}
        for title in found.undated
    ]
    return flags
