"""What PressRoom shows for a draft: points for each part, its length, the gates, and what to do next."""

from __future__ import annotations

import re
from typing import Any

from emptychair.feedback import Edit, Finding, prfaq
from emptychair.feedback._render import WORDS, around, quote
from emptychair.practice import press

STATES = {"empty": "not written yet", "short": "short", "within": "within", "long": "too long"}
_GOALS = {"Release": "250 to 500 words", "Questions": "no shorter than the release, at most five pages"}
# The parts that must be written before a remark or a gate says more than that they are not.
_NEEDS = {
    **{name: (name,) for name in prfaq.SECTIONS},
    "solution": ("problem", "solution"),
    "risk": ("internal_faq",),
    "tam": ("internal_faq",),
    "length": press.RELEASE,
    "empty": ("heading",),
    "not_a_prfaq": ("summary", *press.FAQ),
    "faq_shorter": press.FAQ,
    "no_customer": ("summary", "problem", "customer_quote"),
}
_SHORT = 30  # words that fit into three lines
_FEW = 4  # names of parts that one reads; with more of them the number says enough
_FAQ_HEADING = re.compile(r"^\s*## .+\n\s*")


def press_view(draft: press.Draft) -> dict[str, Any]:
    """Work out everything the face shows for a draft. Pure, JSON-serializable.

    Example:
        >>> view = press_view(press.Draft(heading="Small Bakeries Get Paid in Four Days"))
        >>> view["parts"][0]["words"], view["parts"][0]["level"], view["parts"][1]["state"]
        (7, 4, 'not written yet')
    """
    text = press.compose(draft)
    review, heard, counts = prfaq.review(text), prfaq.parse(text), press.counts(draft)
    missing = {it.name for it in counts if not it.words}
    return {
        "parts": [_part(it, review.criterion(it.name).level, bool(getattr(heard, it.name))) for it in counts],
        "budget": [_budget(title, it) for title, it in zip(_GOALS, press.pages(draft), strict=True)],
        "score": review.score,
        "verdict": _verdict(review.verdict, len(missing)),
        "missing": _still(missing),
        "gates": [{"message": gate.message, "cap": gate.cap} for gate in review.gates if _ripe(gate.name, missing)],
        "levels": [
            {"title": it.title, "level": it.level, "top": it.top, "next": it.next_step or ""}
            for it in review.criteria
            if it.name not in prfaq.SECTIONS and len(missing) < len(counts)
        ],
        "findings": [_finding(draft, text, it) for it in review.findings if _ripe(it.check, missing)],
        "page": [list(block) for block in press.blocks(draft.having(rest=""))],
        "rest": draft.rest,
    }


def _verdict(of_reader: str, missing: int) -> list[str]:
    """Say what there is to say about the whole: no verdict before it is one, however many points its parts have."""
    if missing:
        return [f"{missing} to write", f"of {len(press.PARTS)} parts"]
    return [of_reader, "our threshold, not Amazon's"]


def _still(missing: set[str]) -> str:
    """Name the last parts that are not written yet; before the first word, where to begin."""
    if len(missing) == len(press.PARTS):
        return "Begin with the heading and the problem. The review answers as you type."
    titles = [it.title for it in press.PARTS if it.name in missing]
    return f"Still to write: {', '.join(titles)}." if 0 < len(titles) <= _FEW else ""


def _ripe(name: str, missing: set[str]) -> bool:
    """Is everything there that a remark or a gate speaks about?"""
    return missing.isdisjoint(_NEEDS.get(name, ()))


def _part(count: press.Count, level: int, heard: bool) -> dict[str, Any]:
    entry = press.part(count.name)
    return {
        "name": entry.name,
        "title": entry.title,
        "duty": entry.duty,
        "skeleton": entry.skeleton,
        "words": count.words,
        "bounds": f"{entry.low} to {entry.high}",
        "rows": 3 if entry.high <= _SHORT else 9,
        "state": STATES[count.state],
        "level": level,
        "top": _top(entry.name),
        # a part that the reader takes for something else earns nothing; the writer should know why
        "unheard": bool(count.words) and not heard,
    }


def _top(name: str) -> int:
    return prfaq.review("").criterion(name).top


def _budget(title: str, count: press.Count) -> dict[str, Any]:
    return {
        "title": title,
        "words": count.words,
        "pages": f"{count.words / press.PAGE:.1f}",
        "goal": _GOALS[title],
        "state": STATES[count.state],
        "percent": min(100, round(100 * count.words / count.high)),
    }


def _finding(draft: press.Draft, text: str, it: Finding) -> dict[str, Any]:
    name, start, end = _place(draft, it)
    return {
        "severity": it.severity,
        "word": WORDS[it.severity],
        "message": it.message,
        "quote": quote(text, it),
        "hint": it.hint,
        "edit": it.edit and _edit_in_place(text, it.edit),
        "part": name,
        "start": start,
        "end": end,
    }


def _place(draft: press.Draft, it: Finding) -> tuple[str, int, int]:
    """Find what a remark points at; what is missing in a part belongs at its end."""
    at = press.place(draft, it.start, it.end) if it.end > it.start else None
    home = _NEEDS.get(it.check, ())
    if at or len(home) != 1:
        return at or ("", 0, 0)
    return home[0], len(draft[home[0]]), len(draft[home[0]])


def _edit_in_place(text: str, edit: Edit) -> dict[str, str]:
    """Show an edit as one types it into its part: the heading above the questions is not typed there."""
    before, after = around(text, edit)
    insert = _FAQ_HEADING.sub("", edit.insert)
    if edit.insert.startswith("\n"):
        before, insert, after = "", insert.strip(), ""
    return {"before": before, "cut": text[edit.start : edit.end], "insert": insert, "after": after}
