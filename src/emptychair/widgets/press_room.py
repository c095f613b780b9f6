"""PressRoom: a PR/FAQ part by part on the left; on the right what a reviewer would say, or the page as it will look."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import traitlets

from emptychair._errors import EmptyChairError
from emptychair.practice import press
from emptychair.widgets._base import Face, module, recalled, remember
from emptychair.widgets._press_view import press_view

SHELF = "press"
BEFORE = "{}.before"  # the draft that an import took the place of
_KINDS = {
    "markdown": ("md", "text/markdown"),
    "html": ("html", "text/html"),
    "docx": ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}


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
