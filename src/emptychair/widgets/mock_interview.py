"""MockInterview: questions against the clock, follow-ups at what is missing, a report at the end. Nothing said is ever lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import traitlets

from emptychair.practice import mock_html, mock_markdown, mock_report
from emptychair.widgets._base import Face, module
from emptychair.widgets._mock_room import Room

_FORMS = {"md": ("text/markdown", mock_markdown), "html": ("text/html", mock_html)}


class MockInterview(Face):
    """An interview for practice: choose, answer, be asked, read the report.

    Args:
        today: gives the day it is; the computer's own when not given.

    Example:
        >>> MockInterview()
        MockInterview: questions against the clock, follow-ups, a report at the end
    """

    _esm = module("mock_interview.js", "mock_clock.js", "recorder.js", "mock_talk.js", "save_file.js")

    view = traitlets.Dict().tag(sync=True)
    draft = traitlets.Dict().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)

    def __init__(self, today: Callable[[], date] = date.today) -> None:
        self._room = Room(today)
        super().__init__(view=self._room.view(), trouble=self._room.trouble)
        self.observe(self._note, names=["draft"])
        self.on_msg(lambda _face, wish, _buffers: self._act(wish))

    def _note(self, _change: object) -> None:
        self._room.note(self.draft)
        self.trouble = self._room.trouble

    def _act(self, wish: dict[str, Any]) -> None:
        """Do what a button asks for; anything else is no wish of ours."""
        acts: dict[str, Callable[[], None]] = {
            "begin": lambda: self._room.begin(wish.get("wishes")),
            "say": lambda: self._room.say(wish),
            "end": lambda: self._room.end(wish),
            "show": lambda: self._room.show(wish.get("index")),
            "save": lambda: self._save(str(wish.get("form"))),
        }
        act = acts.get(str(wish.get("act")))
        if act:
            act()
        # also where nothing changed: the face waits to hear that the kernel is there
        self.view, self.trouble = {**self._room.view(), "heard": wish.get("n")}, self._room.trouble

    def _save(self, form: str) -> None:
        text = self.report(form)
        if text:
            self.send({"file": {"name": f"mock-interview.{form}", "type": _FORMS[form][0], "text": text}})

    def report(self, form: str = "md") -> str:
        """Give the report that is shown, as ``md`` or ``html``; empty where none is shown."""
        found = self._room.reported()
        return _FORMS[form][1](mock_report(found[0]), found[1]) if found and form in _FORMS else ""

    def describe(self) -> str:
        return "MockInterview: questions against the clock, follow-ups, a report at the end"

    def static_html(self) -> str:
        return (
            "<p><strong>MockInterview.</strong> Run the cell, choose how many questions, and answer them aloud or in writing. "
            "After each answer comes what an interviewer would ask about it. The report is at the end.</p>"
        )
