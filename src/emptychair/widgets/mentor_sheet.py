"""MentorSheet: send a text with a blank rating form, bring the ratings back, see where mentor, learner and machine differ."""

from __future__ import annotations

from typing import Any

import traitlets

from emptychair._errors import EmptyChairError
from emptychair._questions import question_text
from emptychair.practice import Ratings, mentor_sheet_html, mentor_sheet_markdown, read_ratings
from emptychair.practice._mentor_form import KINDS_OF_SHEET, scales, sheet_code
from emptychair.widgets._base import Face, module, recalled, remember
from emptychair.widgets._mentor_view import mentor_view

SHELF, LAST = "mentor", "last"
MOST = 40  # sheets that came back for one text
_FORMS = {"md": ("text/markdown", mentor_sheet_markdown), "html": ("text/html", mentor_sheet_html)}


class MentorSheet(Face):
    """An answer or a PR/FAQ, rated by its writer, by people, and by the machine. Drafts and ratings are kept by text.

    Args:
        text: what is to be rated; without it the text of last time.
        kind: ``star`` or ``prfaq``.
        question: id of a question of the bank, or the question in words.

    Raises:
        EmptyChairError: there is no such kind or no such question.

    Example:
        >>> MentorSheet("I rang her.", question="angry_customer")
        MentorSheet: an answer of 3 words, to be rated by you, a mentor and the machine
    """

    _esm = module("mentor_sheet.js", "save_file.js")

    text = traitlets.Unicode("").tag(sync=True)
    kind = traitlets.Unicode("star").tag(sync=True)
    learner = traitlets.Dict().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)

    def __init__(self, text: str = "", kind: str = "star", question: str | None = None) -> None:
        scales(kind)  # refuses a kind that has no sheet
        self._question = question_text(question) if question and " " not in question else question
        self._given = (text, kind)
        last, trouble = recalled(SHELF, LAST) if not text else (None, "")
        if isinstance(last, dict) and isinstance(last.get("text"), str) and last.get("kind") in KINDS_OF_SHEET:
            text, kind = last["text"], last["kind"]
        self._raw: list[str] = []
        super().__init__(text=text, kind=kind, trouble=trouble)
        self._open()
        self.observe(self._move, names=["text", "kind"])
        self.observe(self._rate, names=["learner"])
        self.on_msg(lambda _face, wish, _buffers: self._act(wish))

    @property
    def code(self) -> str:
        """The code that ties sheets to this text."""
        return sheet_code(self.text, self.kind)

    def _open(self) -> None:
        """Take up what was kept for this text."""
        entry, trouble = recalled(SHELF, self.code)
        entry = entry if isinstance(entry, dict) else {}
        raw = entry.get("sheets")
        self._raw = [it for it in raw if isinstance(it, str)] if isinstance(raw, list) else []
        self.learner = _levels(entry.get("learner"), self.kind)
        self.view = mentor_view(self.text, self.kind, self._question, self._sheets(), self.learner)
        self.trouble = self.trouble or trouble

    def _sheets(self) -> list[Ratings]:
        found = []
        for raw in self._raw:
            try:
                sheet = read_ratings(raw)
            except EmptyChairError:
                continue
            found += [sheet] if (sheet.kind, sheet.code) == (self.kind, self.code) else []
        return found

    def _move(self, _change: object) -> None:
        if self.kind not in KINDS_OF_SHEET:
            self.kind = "star"
        self.trouble = remember(SHELF, LAST, {"text": self.text, "kind": self.kind})
        self._open()

    def _rate(self, _change: object) -> None:
        self.learner = _levels(self.learner, self.kind)
        self._keep()

    def _keep(self) -> None:
        self.trouble = remember(SHELF, self.code, {"learner": self.learner, "sheets": self._raw})
        self.view = mentor_view(self.text, self.kind, self._question, self._sheets(), self.learner)

    def _act(self, wish: dict[str, Any]) -> None:
        if wish.get("act") == "read":
            self._read(str(wish.get("sheet") or ""))
        elif wish.get("act") == "forget" and isinstance(wish.get("index"), int):
            rest = [it for n, it in enumerate(self._sheets_raw()) if n != wish["index"]]
            self._raw = rest
            self._keep()
        elif wish.get("act") == "save" and wish.get("form") in _FORMS:
            form = wish["form"]
            self.send({"file": {"name": f"rating-sheet.{form}", "type": _FORMS[form][0], "text": self.sheet(form)}})

    def _sheets_raw(self) -> list[str]:
        return [it for it in self._raw if _readable(it)]

    def _read(self, raw: str) -> None:
        """Take a sheet that came back: it has to be readable and about this very text."""
        try:
            sheet = read_ratings(raw)
        except EmptyChairError as error:
            self.trouble = str(error)
            return
        if (sheet.kind, sheet.code) != (self.kind, self.code):
            self.trouble = (
                f"The sheet of {sheet.rater or 'a rater without a name'} was made for another text or another draft. "
                "Put the draft that was sent into the field, then read it again."
            )
            return
        if raw not in self._raw:
            self._raw = [*self._raw, raw][-MOST:]
        self._keep()

    def sheet(self, form: str = "md") -> str:
        """Give the sheet to send, as ``md`` or ``html``."""
        return _FORMS[form][1](self.text, self.kind, self._question)

    def describe(self) -> str:
        text, kind = self._given  # not what was kept: a lesson looks the same for everybody
        what = "an answer" if kind == "star" else "a PR/FAQ"
        size = f" of {len(text.split())} words" if text else ""
        return f"MentorSheet: {what}{size}, to be rated by you, a mentor and the machine"

    def static_html(self) -> str:
        rows = "".join(f"<li>{it.title}, {it.low} to {it.high}</li>" for it in scales(self._given[1]))
        return (
            "<p><strong>MentorSheet.</strong> Run the cell, save the sheet, send it, and bring the ratings back. What is rated:</p>"
            f"<ul>{rows}</ul>"
        )


def _readable(raw: str) -> bool:
    try:
        read_ratings(raw)
    except EmptyChairError:
        return False
    return True


def _levels(rated: object, kind: str) -> dict[str, int]:
    """Keep what can be a rating: the browser and an edited file may say anything."""
    entries = rated if isinstance(rated, dict) else {}
    known = {it.name: it for it in scales(kind)}
    return {
        name: level
        for name, level in entries.items()
        if name in known and type(level) is int and known[name].low <= level <= known[name].high
    }
