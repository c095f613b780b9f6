"""The room in which a mock interview takes place: what is kept, what may be done, and what the face shows.

Everything said is kept before it is answered, and what is being typed is kept as a draft, so that an interview goes on where it
was after the kernel or the page has gone. Another tab may have gone on meanwhile: what is kept is read again before each act.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from itertools import takewhile
from typing import Any

from emptychair._errors import EmptyChairError
from emptychair.practice import Mock, Past, mock_questions, mock_report
from emptychair.practice._transcript import spoken_words
from emptychair.widgets._base import recalled, remember
from emptychair.widgets._mock_said import allowed_wishes, seconds_of, text_of
from emptychair.widgets._mock_view import choose_view, over_view, talk_view

SHELF = "mock"


class Room:
    """What one learner has on the table: at most one running interview, a draft, the wishes, and the earlier interviews.

    Attributes:
        trouble: a sentence for the learner when something could not be kept or read; empty when all is well.
    """

    def __init__(self, today: Callable[[], date] = date.today) -> None:
        self._today = today
        self.trouble = ""
        self._state: dict[str, Any] = {}
        self._shown: Mock | None = None
        self._load()

    @property
    def mock(self) -> Mock | None:
        """The running interview."""
        return _mock(self._state.get("now"))

    @property
    def past(self) -> list[dict[str, Any]]:
        """The earlier interviews, the latest last: ``mock`` and ``line``."""
        entries = self._state.get("past")
        return [it for it in entries if _is_past(it)] if isinstance(entries, list) else []

    @property
    def step(self) -> str:
        """A name for where we are; two interviews have no step in common."""
        mock = self.mock
        return f"{len(self.past)}/{mock.step}" if mock else ""

    def view(self) -> dict[str, Any]:
        """Work out what the face shows."""
        lines = [Past(**it["line"]) for it in self.past]
        if self._shown:
            return over_view(self._shown, self._earlier(), lines) | {"step": "", "kept": not self.trouble}
        mock = self.mock
        if mock:
            return talk_view(mock, self._draft()) | {"step": self.step, "kept": not self.trouble}
        return choose_view(self._wishes(), lines) | {"step": "", "kept": not self.trouble}

    def begin(self, wishes: object) -> None:
        """Begin an interview with what is wished for; a running one goes on instead."""
        self._load()
        self._shown = None
        if self.mock:
            return
        found = allowed_wishes(wishes)
        before = [name for it in self.past for name in it["mock"]["asked"]]
        try:
            chosen = mock_questions(before=before, **found)
        except EmptyChairError as error:
            self.trouble = str(error)
            return
        mock = Mock(self._today(), tuple(it.id for it in chosen))
        self._save({**self._state, "wishes": found, "now": mock.to_data()})

    def say(self, said: dict[str, Any]) -> None:
        """Take an answer or a reply; what belongs to another step was taken before, or in another tab."""
        self._load()
        mock = self.mock
        if mock is None or said.get("step") != self.step:
            return
        self._go_on(_said(mock, said))

    def end(self, said: dict[str, Any]) -> None:
        """Stop here. What stands in the field and was not sent yet is taken first: nothing is lost."""
        self._load()
        mock = self.mock
        if mock is None:
            return
        if text_of(said).strip() and said.get("step") == self.step:
            mock = _said(mock, said)
        self._go_on(mock.end())

    def note(self, said: dict[str, Any]) -> None:
        """Keep what is being typed."""
        if said.get("step") != self.step or not self.step:
            return
        draft = {
            "step": self.step,
            "text": text_of(said),
            "seconds": seconds_of(said),
            "spoken": said.get("spoken") is True,
        }
        self.trouble = remember(SHELF, "draft", draft)

    def show(self, index: object) -> None:
        """Show an earlier report; anything that is no place of one closes it."""
        there = isinstance(index, int) and not isinstance(index, bool) and 0 <= index < len(self.past)
        self._shown = _mock(self.past[index]["mock"]) if there and isinstance(index, int) else None

    def reported(self) -> tuple[Mock, list[Past]] | None:
        """Give the interview whose report is shown, and the ones before it."""
        if self._shown is None:
            return None
        return self._shown, self._earlier()

    def _earlier(self) -> list[Past]:
        """The interviews before the one whose report is shown; what came after it is no comparison."""
        shown = self._shown.to_data() if self._shown else None
        return [Past(**it["line"]) for it in takewhile(lambda it: it["mock"] != shown, self.past)]

    def _go_on(self, mock: Mock) -> None:
        if mock.phase != "over":
            self._save({**self._state, "now": mock.to_data()})
            return
        mock = mock.end()
        entry = {"mock": mock.to_data(), "line": asdict(Past.of(mock_report(mock)))}
        said = any(it.talk.answer for it in mock.given)  # an interview in which nothing was said is none
        self._save({**self._state, "now": None, "past": [*self.past, *([entry] if said else [])]})
        self._shown = mock if said else None

    def _draft(self) -> dict[str, Any]:
        found, _ = recalled(SHELF, "draft")
        if not isinstance(found, dict) or found.get("step") != self.step:
            return {"text": "", "seconds": 0, "spoken": None}
        return {"text": text_of(found), "seconds": seconds_of(found), "spoken": found.get("spoken") is True}

    def _wishes(self) -> dict[str, Any]:
        return allowed_wishes(self._state.get("wishes"))

    def _load(self) -> None:
        found, self.trouble = recalled(SHELF, "room")
        if self.trouble:
            return  # what we remember ourselves is still good
        self._state = found if isinstance(found, dict) else {}
        if self._state.get("now") is not None and self.mock is None:
            self._aside()

    def _aside(self) -> None:
        """An interview that this version cannot read is put aside, never overwritten."""
        aside = [*(self._state.get("aside") or []), self._state["now"]]
        self._save({**self._state, "now": None, "aside": aside})
        self.trouble = self.trouble or (
            "The interview that was running cannot be read by this version of the kit. It is kept in the progress file, and a "
            "new one can begin."
        )

    def _save(self, state: dict[str, Any]) -> None:
        self._state = state
        self.trouble = remember(SHELF, "room", state)


def _said(mock: Mock, said: dict[str, Any]) -> Mock:
    """Take what was said; of a pasted transcript the words, and its length where no clock ran."""
    if said.get("spoken") is not True:
        return mock.say(text_of(said), seconds_of(said))
    found = spoken_words(text_of(said))
    return mock.say(found.text, seconds_of(said) or found.seconds, spoken=True)


def _mock(data: object) -> Mock | None:
    try:
        mock = Mock.from_data(data) if data is not None else None
    except EmptyChairError:
        return None
    return mock


def _is_past(entry: object) -> bool:
    try:
        assert isinstance(entry, dict)
        Past(**entry["line"])
        return _mock(entry["mock"]) is not None
    except (AssertionError, KeyError, TypeError):
        return False
