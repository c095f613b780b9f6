"""PressRoom: a PR/FAQ part by part on the left; on the right what a reviewer would say, or the page as it will look."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import traitlets

from emptychair._errors import EmptyChairError
from emptychair.feedback import Edit, Finding, prfaq
from emptychair.feedback._render import WORDS, around, quote
from emptychair.practice import press
from emptychair.widgets._base import Face, module, recalled, remember

SHELF = "press"
BEFORE = "{}.before"  # the draft that an import took the place of
STATES = {"empty": "not written yet", "short": "short", "within": "within", "long": "too long"}
_GOALS = {"Release": "250 to 500 words", "Questions": "no shorter than the release, at most five pages"}
_KINDS = {
    "markdown": ("md", "text/markdown"),
    "html": ("html", "text/html"),
    "docx": ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}


def press_view(draft: press.Draft) -> dict[str, Any]:
    """Work out everything the face shows for a draft. Pure, JSON-serializable.

    Example:
        >>> view = press_view(press.Draft(heading="Small Bakeries Get Paid in Four Days"))
        >>> view["parts"][0]["words"], view["parts"][0]["level"], view["parts"][1]["state"]
        (7, 4, 'not written yet')
    """
    text = press.compose(draft)
    review, heard, counts = prfaq.review(text), prfaq.parse(text), press.counts(draft)
    return {
        "parts": [_part(it, review.criterion(it.name).level, bool(getattr(heard, it.name))) for it in counts],
        "budget": [_budget(title, it) for title, it in zip(_GOALS, press.pages(draft), strict=True)],
        "score": review.score,
        "verdict": _verdict(review.verdict, counts),
        "gates": [{"message": gate.message, "cap": gate.cap} for gate in review.gates],
        "levels": [
            {"title": it.title, "level": it.level, "top": it.top, "next": it.next_step or ""}
            for it in review.criteria
            if it.name not in prfaq.SECTIONS
        ],
        "findings": [_finding(draft, text, it) for it in review.findings],
        "page": [list(block) for block in press.blocks(draft.having(rest=""))],
        "rest": draft.rest,
    }


def _verdict(of_reader: str, counts: tuple[press.Count, ...]) -> list[str]:
    """Say what there is to say about the whole: no verdict before it is one, however many points its parts have."""
    empty = sum(not it.words for it in counts)
    return [f"{empty} to write", f"of {len(counts)} parts"] if empty else [of_reader, "our threshold, not Amazon's"]


def _part(count: press.Count, level: int, heard: bool) -> dict[str, Any]:
    entry = press.part(count.name)
    return {
        "name": entry.name,
        "title": entry.title,
        "duty": entry.duty,
        "skeleton": entry.skeleton,
        "words": count.words,
        "bounds": f"{entry.low} to {entry.high}",
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
    at = press.place(draft, it.start, it.end) if it.end > it.start else None
    name, start, end = at or ("", 0, 0)
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


def _edit_in_place(text: str, edit: Edit) -> dict[str, str]:
    before, after = around(text, edit)
    return {"before": before, "cut": text[edit.start : edit.end], "insert": edit.insert, "after": after}


class PressRoom(Face):
    """A room to write a PR/FAQ in: every part with its duty, its budget and its review; kept as one types.

    Args:
        draft: The name under which the draft is kept; another name is another draft.
        start: What stands there before anything has been kept: a document, or a ``press.Draft``.

    Example:
        >>> PressRoom()
        PressRoom: a PR/FAQ in twelve parts, reviewed as one types
    """

    _esm = module("press_room.js", "page.js")

    texts = traitlets.Dict().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)
    undo = traitlets.Bool(False).tag(sync=True)

    def __init__(self, draft: str = "own", start: str | press.Draft = "") -> None:
        import docx  # noqa: F401  # now, because nobody should wait for it at the first file for Word

        self._name = draft
        begun = press.read(start) if isinstance(start, str) else start
        kept, trouble = recalled(SHELF, draft)
        self.draft = press.Draft.of(kept) if isinstance(kept, dict) else begun
        before, _ = recalled(SHELF, BEFORE.format(draft))
        super().__init__(texts=self.draft.as_dict(), view=press_view(self.draft), trouble=trouble, undo=bool(before))
        self.observe(self._look_again, names=["texts"])
        self.on_msg(self._wish)

    def _look_again(self, _change: object) -> None:
        self.draft = press.Draft.of(self.texts)
        self.view = press_view(self.draft)
        self.trouble = remember(SHELF, self._name, self.draft.as_dict())

    def _wish(self, _face: object, content: dict[str, Any], buffers: Sequence[memoryview]) -> None:
        if content.get("want") in _KINDS:
            ending, mime = _KINDS[content["want"]]
            self.send({"file": f"pr_faq.{ending}", "type": mime}, [self.exported(content["want"])])
        elif content.get("want") == "undo":
            self._swap()
        elif "take" in content and buffers:
            self.take(str(content["take"]), bytes(buffers[0]))

    def exported(self, kind: str) -> bytes:
        """Give the draft as a file: ``markdown``, ``html`` or ``docx``."""
        if kind == "docx":
            return press.to_docx(self.draft)
        return (press.to_html(self.draft) if kind == "html" else press.to_markdown(self.draft)).encode()

    def take(self, name: str, data: bytes) -> None:
        """Put a file in the place of the draft, which can be brought back; say so when it cannot be read."""
        try:
            taken = press.read_file(name, data)
        except EmptyChairError as error:
            self.trouble = str(error)
            return
        trouble = remember(SHELF, BEFORE.format(self._name), self.draft.as_dict())
        self.undo, self.texts = True, taken.as_dict()
        self.trouble = trouble or self.trouble

    def _swap(self) -> None:
        before, trouble = recalled(SHELF, BEFORE.format(self._name))
        if isinstance(before, dict):
            trouble = remember(SHELF, BEFORE.format(self._name), self.draft.as_dict())
            self.texts = press.Draft.of(before).as_dict()
        self.trouble = trouble or self.trouble

    def describe(self) -> str:
        return "PressRoom: a PR/FAQ in twelve parts, reviewed as one types"

    def static_html(self) -> str:
        rows = "".join(
            f"<tr><th>{escape(it.title)}</th><td>{it.low} to {it.high} words</td><td>{escape(it.duty)}</td></tr>"
            for it in press.PARTS
        )
        return f"<p><strong>PressRoom.</strong> Run the cell to write. The parts, and what each is for:</p><table>{rows}</table>"
