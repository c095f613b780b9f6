"""StarStudio: type an answer on the left, see on the right what an interviewer would hear."""

from __future__ import annotations

from html import escape
from typing import Any

import traitlets

from emptychair._questions import question_text
from emptychair.feedback import Edit, render_html, star
from emptychair.feedback._render import WORDS, around, quote
from emptychair.feedback._text import count_words
from emptychair.widgets._base import Face, module

_QUESTION = "angry_customer"


def clock(words: int) -> str:
    """Speaking time as minutes and seconds at 140 words a minute.

    Example:
        >>> clock(113)
        '0:48'
    """
    seconds = round(words * 60 / star.WORDS_PER_MINUTE)
    return f"{seconds // 60}:{seconds % 60:02d}"


def studio_view(text: str, question: str) -> dict[str, Any]:
    """Work out everything the face shows for ``text``. Pure, JSON-serialisable.

    Example:
        >>> view = studio_view("I rang her.", "Tell me about an angry customer.")
        >>> view["words"], view["clock"], [label["letter"] for label in view["labels"]]
        (3, '0:01', ['A'])
    """
    labels = star.label(text)
    review = star.review(text, question)
    words = count_words(text)
    return {
        "text": text,
        "labels": [
            {"start": it.start, "end": it.end, "component": it.component, "letter": star.LETTERS[it.component]}
            for it in labels
        ],
        "shares": [
            {"component": name, "letter": star.LETTERS[name], "percent": share}
            for name, share in star.shares(text).items()
        ],
        "bands": [
            {"name": band.name, "low": band.low, "high": band.high, "share": share} for band, share in star.bands(text)
        ],
        "words": words,
        "clock": clock(words),
        "score": review.score,
        "verdict": review.verdict,
        "gates": [{"message": gate.message, "cap": gate.cap} for gate in review.gates],
        "criteria": [
            {"title": it.title, "level": it.level, "top": it.top, "next": it.next_step or ""} for it in review.criteria
        ],
        "findings": [
            {
                "severity": it.severity,
                "word": WORDS[it.severity],
                "start": it.start,
                "end": it.end,
                "message": it.message,
                "quote": quote(text, it),
                "hint": it.hint,
                "edit": it.edit and _edit_in_place(text, it.edit),
            }
            for it in review.findings
        ],
    }


def _edit_in_place(text: str, edit: Edit) -> dict[str, str]:
    before, after = around(text, edit)
    return {"before": before, "cut": text[edit.start : edit.end], "insert": edit.insert, "after": after}


class StarStudio(Face):
    """A page to write one STAR answer on, reviewed as one types.

    Args:
        text: the draft to begin with.
        question: id of a question in ``data/questions.toml``, or the question in words.

    Example:
        >>> StarStudio("I rang her.")
        StarStudio: 3 words, 0:01, 3 of 100 (not inclined)
    """

    _esm = module("star_studio.js")

    text = traitlets.Unicode("").tag(sync=True)
    question = traitlets.Unicode("").tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, text: str = "", question: str = _QUESTION) -> None:
        asked = question if " " in question else question_text(question)
        super().__init__(text=text, question=asked, view=studio_view(text, asked))
        self.observe(self._look_again, names=["text", "question"])

    def _look_again(self, _change: object) -> None:
        self.view = studio_view(self.text, self.question)

    def describe(self) -> str:
        view = self.view
        return f"StarStudio: {view['words']} words, {view['clock']}, {view['score']} of 100 ({view['verdict']})"

    def static_html(self) -> str:
        view = self.view
        sheet = " ".join(
            f"<sup><strong>{it['letter']}</strong></sup>{escape(self.text[it['start'] : it['end']])}"
            for it in view["labels"]
        )
        shares = ", ".join(f"{it['letter']} {it['percent']} %" for it in view["shares"] if it["percent"])
        return (
            f"<p><strong>StarStudio</strong>: {escape(self.question)}</p><blockquote>{sheet}</blockquote>"
            f"<p>Share of words: {shares}. {view['words']} words, {view['clock']} at {star.WORDS_PER_MINUTE} a minute.</p>"
            f"{render_html(star.review(self.text, self.question), self.text)}"
        )
