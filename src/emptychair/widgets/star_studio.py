"""StarStudio: type an answer on the left, see on the right what an interviewer would hear; keep drafts, see what moved."""

from __future__ import annotations

from html import escape
from typing import Any

import traitlets

from emptychair._errors import EmptyChairError
from emptychair._questions import question_text
from emptychair.feedback import Edit, render_html, star
from emptychair.feedback._render import WORDS, around, quote
from emptychair.feedback._text import count_words
from emptychair.practice.drafts import keep_draft, name_of
from emptychair.widgets._base import Face, module, recalled, remember
from emptychair.widgets._history import History

SHELF = "studio"
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
        "gates": [{"message": gate.message, "cap": gate.cap} for gate in review.gates if gate.name != "empty"],
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
    """A page to write one STAR answer on, reviewed as one types. What was written last is there again when the cell is run again.

    Args:
        text: the draft to begin with.
        question: id of a question in ``data/questions.toml``, or the question in words.

    Example:
        >>> StarStudio("I rang her.")
        StarStudio: 3 words, 0:01, 4 of 100 (not inclined)
    """

    _esm = module("star_studio.js", "drafts.js")

    text = traitlets.Unicode("").tag(sync=True)
    question = traitlets.Unicode("").tag(sync=True)
    view = traitlets.Dict().tag(sync=True)
    history = traitlets.Dict().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)

    def __init__(self, text: str = "", question: str = _QUESTION) -> None:
        asked = question if " " in question else question_text(question)
        self._given, self._asked = text, asked
        self._place = name_of(asked, text)
        rested, trouble = recalled(SHELF, self._place)
        now = rested if isinstance(rested, str) else text
        self._history, unread = History.of(asked, text)
        super().__init__(
            text=now,
            question=asked,
            view=studio_view(now, asked),
            history=self._history.view(now),
            trouble=trouble or unread,
        )
        self.observe(self._look_again, names=["text", "question"])
        self.on_msg(lambda _face, wish, _buffers: self._take(wish))

    def _look_again(self, _change: object) -> None:
        self.view = studio_view(self.text, self.question)
        self.history = self._history.view(self.text)

    def _take(self, wish: object) -> None:
        """Do what the browser asks for: let a text rest, keep a draft, compare with another one, go back to one."""
        entry = wish if isinstance(wish, dict) else {}
        match entry:
            case {"rest": str(text)}:
                self.trouble = remember(SHELF, self._place, text)
            case {"keep": str(text)}:
                self._keep(text)
            case {"against": int(draft)}:
                self._history = self._history.against(draft)
            case {"back": int(draft), "from": str(text)} if self._history.has(draft):
                self._keep(text)  # nothing that was written is lost by going back
                self.text = self._history.text(draft)
                self.trouble = self.trouble or remember(SHELF, self._place, self.text)
        self.history = self._history.view(self.text)

    def _keep(self, text: str) -> None:
        self.text = text
        if not text.strip() or text == self._given:
            return
        try:
            keep_draft(self._asked, text)
        except EmptyChairError as error:
            self.trouble = f"Not kept for later: {error}"
        self._history = self._history.kept(text)

    def describe(self) -> str:
        view = studio_view(self._given, self._asked)
        return f"StarStudio: {view['words']} words, {view['clock']}, {view['score']} of 100 ({view['verdict']})"

    def static_html(self) -> str:
        view = studio_view(self._given, self._asked)
        sheet = " ".join(
            f"<sup><strong>{it['letter']}</strong></sup>{escape(self._given[it['start'] : it['end']])}"
            for it in view["labels"]
        )
        shares = ", ".join(f"{it['letter']} {it['percent']} %" for it in view["shares"] if it["percent"])
        return (
            f"<p><strong>StarStudio</strong>: {escape(self._asked)}</p><blockquote>{sheet}</blockquote>"
            f"<p>Share of words: {shares}. {view['words']} words, {view['clock']} at {star.WORDS_PER_MINUTE} a minute.</p>"
            f"{render_html(star.review(self._given, self._asked), self._given)}"
        )
