"""The smallest next edit for a criterion, tried before it is offered.

An edit adds a sentence or a section with [blanks] for what only the writer knows. It is offered only if the same text with
neutral facts filled in earns more points when the document is read again; otherwise the advice stands without an edit. It is
written as the document is: with the marks of Markdown in Markdown, without them in plain text.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from emptychair.feedback._model import Edit
from emptychair.feedback.prfaq._doc import Doc
from emptychair.feedback.prfaq._model import Question
from emptychair.feedback.prfaq._rubric import points, rubric, standing

_MARKS = re.compile(r"^#+ |\*+", re.MULTILINE)
_MARKED = re.compile(r"^[ \t]*#{1,6} |\*\*|^[ \t]*\*[^*\s]", re.MULTILINE)
_EXTENDED = ("risk", "tam")  # an answer that is there is continued, not asked again
_ASKED = {"external_faq": "external", "internal_faq": "internal"}
_PARTS = (
    "heading",
    "subheading",
    "dateline",
    "summary",
    "leader_quote",
    "getting_started",
    "customer_quote",
    "call_to_action",
)


class _Tried(NamedTuple):
    """Where an edit goes, with blanks and with neutral facts."""

    at: int
    blank: str
    filled: str


def edit_for(doc: Doc, name: str) -> Edit | None:
    """Find the edit that lifts a criterion, or nothing where none holds."""
    found = _question(doc, name) if name in _ASKED else _part(doc, name)
    if found is None:
        return None
    at, blank, filled = found if _MARKED.search(doc.text) else _plain(found)
    tried = Edit(at, at, filled).apply(doc.text)
    better = points(name, tried).points > points(name, doc.text).points and standing(tried) > standing(doc.text)
    return Edit(at, at, blank) if better else None


def _plain(tried: _Tried) -> _Tried:
    return _Tried(tried.at, _MARKS.sub("", tried.blank), _MARKS.sub("", tried.filled))


def _part(doc: Doc, name: str) -> _Tried | None:
    """A sentence or a section of the release, or one more sentence of an answer."""
    entry = rubric()[name]
    if not entry["insert"] or (name in _PARTS and getattr(doc.parsed, name)):
        return None
    if name in _EXTENDED and (answer := _answer(doc, name)):
        return _Tried(answer, entry["more"], entry["more_filled"])
    at = _place(doc, entry["after"])
    return None if at is None else _Tried(at, entry["insert"], entry["filled"])


def _question(doc: Doc, name: str) -> _Tried | None:
    """The first topic that nobody has asked about, behind the last answer of its side."""
    asked: tuple[Question, ...] = getattr(doc.parsed, name)
    said = {topic for one in asked for topic in one.topics}
    missing = next((entry for topic, entry in questions()[_ASKED[name]].items() if topic not in said), None)
    if missing is None:
        return None
    heading = "" if asked else f"\n\n## {_ASKED[name].title()} FAQ"
    at = (asked[-1].answer or asked[-1].question).end if asked else len(doc.text.rstrip())
    blank, filled = (f"{heading}\n\n**{missing['ask']}**\n{missing[kind]}" for kind in ("blank", "filled"))
    return _Tried(at, blank, filled)


@cache
def questions() -> dict[str, dict[str, dict[str, str]]]:
    """Read ``questions.toml``."""
    return tomllib.loads(Path(__file__).with_name("questions.toml").read_text(encoding="utf-8"))


def _answer(doc: Doc, name: str) -> int | None:
    """Where the answer ends that already speaks of the risk, or of the market."""
    for one in doc.parsed.questions:
        if name in one.topics and one.answer:
            return one.answer.end
    return None


def _place(doc: Doc, after: str) -> int | None:
    found = doc.parsed
    if after == "start":
        return 0
    if after == "end":
        return len(doc.text.rstrip())
    if after == "before_summary":
        return found.summary.start if found.summary else None
    if after == "heading":
        return _line_end(doc.text, found.heading.end) if found.heading else None
    if after == "dateline":
        near = found.dateline or found.subheading or found.heading
        return _line_end(doc.text, near.end) if near else 0
    if after == "release":
        named = [getattr(found, name) for name in (*_PARTS, "problem", "solution")]
        return max((_line_end(doc.text, section.end) for section in named if section), default=None)
    section = getattr(found, after)
    return section.end if section else None


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
