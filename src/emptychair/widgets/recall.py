"""Recall: three questions from earlier lessons, before a new one begins."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import Any

import traitlets

from emptychair._errors import EmptyChairError
from emptychair._progress import kept
from emptychair._recall import GAP, Answered, RecallQuestion, drawn, recall_questions
from emptychair.practice import rehearsal_gap
from emptychair.widgets._base import Face, module, recalled, remember
from emptychair.widgets.planner import NAME as PLAN
from emptychair.widgets.planner import SHELF as PLANS

ANSWERS, OPENINGS = "recalled", "openings"


def recall_view(asked: RecallQuestion, said: int | None, at: int, of: int, right: int) -> dict[str, Any]:
    """Work out what the face shows; nothing tells which choice is right before one has been made.

    Example:
        >>> asked = drawn("01_customer_obsession", {}, date(2027, 3, 1))[0]
        >>> recall_view(asked, 0, 1, 3, 0)["outcome"]
        'Not quite. It is: On May 3 I drove the missing part to Boise myself.'
    """
    hit = said == asked.right
    outcome = "Right." if hit else f"Not quite. It is: {asked.choices[asked.right]}"
    last = at == of
    return {
        "question": asked.question,
        "choices": list(asked.choices),
        "from": asked.lesson[:2],
        "at": at,
        "of": of,
        "said": said,
        "outcome": "" if said is None else outcome,
        "because": "" if said is None else asked.because,
        "summary": f"{right} of {of} without looking. They come back." if last and said is not None else "",
    }


class Recall(Face):
    """Three questions from the lessons before, chosen by what is due; answered once a day, and kept.

    Args:
        lesson: The lesson that opens with them.
        today: The day it is; the computer's own when not given.

    Raises:
        EmptyChairError: No lesson comes before this one.

    Example:
        >>> Recall("01_customer_obsession")
        Recall: three questions from earlier lessons
    """

    _esm = module("recall.js")

    view = traitlets.Dict().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)

    def __init__(self, lesson: str, today: date | None = None) -> None:
        self._lesson, self._today = lesson, today or date.today()
        entries, trouble = _entries(ANSWERS)
        self._asked = self._opening(entries)
        self._said = [_said(entries.get(it.name), it, self._today) for it in self._asked]
        self._at = min(sum(said is not None for said in self._said), len(self._asked) - 1)
        super().__init__(trouble=trouble)
        self._show()
        self.on_msg(lambda _face, wish, _buffers: self._take(wish))

    def _opening(self, entries: dict[str, Any]) -> tuple[RecallQuestion, ...]:
        """Choose the questions; those of today stay the same when the cell is run again."""
        begun = _entries(OPENINGS)[0].get(self._lesson)
        if isinstance(begun, dict) and begun.get("day") == self._today.isoformat():
            known = {it.name: it for it in recall_questions()}
            return tuple(known[name] for name in begun["names"] if name in known)
        answered = {name: it for name, entry in entries.items() if (it := _answered(entry))}
        return drawn(self._lesson, answered, self._today, _gap())

    def _take(self, wish: Any) -> None:
        said = wish.get("said") if isinstance(wish, dict) else None
        asked = self._asked[self._at]
        if said in range(len(asked.choices)) and self._said[self._at] is None:
            self._said[self._at] = said
            day = self._today.isoformat()
            opening = {"day": day, "names": [it.name for it in self._asked]}
            self.trouble = remember(OPENINGS, self._lesson, opening) or remember(
                ANSWERS, asked.name, {"day": day, "said": said, "right": said == asked.right}
            )
        elif isinstance(wish, dict) and wish.get("next") and self._said[self._at] is not None:
            self._at = min(self._at + 1, len(self._asked) - 1)
        self._show()

    def _show(self) -> None:
        right = sum(said == it.right for said, it in zip(self._said, self._asked, strict=True))
        asked, said = self._asked[self._at], self._said[self._at]
        self.view = recall_view(asked, said, self._at + 1, len(self._asked), right)

    def describe(self) -> str:
        return "Recall: three questions from earlier lessons"

    def static_html(self) -> str:
        asked = drawn(self._lesson, {}, self._today)
        items = "".join(
            f"<li>{escape(it.question)}<details><summary>Answer first, then open.</summary>"
            f"{escape(it.choices[it.right])} {escape(it.because)}</details></li>"
            for it in asked
        )
        return f"<p><strong>Recall.</strong> From earlier lessons, without looking:</p><ol>{items}</ol>"


def _entries(shelf: str) -> tuple[dict[str, Any], str]:
    try:
        return kept(shelf), ""
    except EmptyChairError as error:
        return {}, str(error)


def _answered(entry: Any) -> Answered | None:
    try:
        return Answered(date.fromisoformat(entry["day"]), bool(entry["right"]))
    except (KeyError, TypeError, ValueError):
        return None  # not written by this widget; the question counts as new


def _said(entry: Any, asked: RecallQuestion, today: date) -> int | None:
    of_today = isinstance(entry, dict) and entry.get("day") == today.isoformat()
    return entry["said"] if of_today and entry.get("said") in range(len(asked.choices)) else None


def _gap() -> int:
    plan, _ = recalled(PLANS, PLAN)
    try:
        return rehearsal_gap((date.fromisoformat(plan["interview"]) - date.fromisoformat(plan["first"])).days)
    except (KeyError, TypeError, ValueError):
        return GAP
