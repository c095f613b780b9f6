"""A mock interview as a value: what was asked, what was said, and what comes next. It can be kept and taken up again."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from emptychair._errors import EmptyChairError
from emptychair.practice._bank import Question, question
from emptychair.practice._interview import Interview, interview

LONGEST = {"answer": {True: 240, False: 600}, "follow_up": {True: 120, False: 300}}
"""Seconds after which the clock has run out, by step and by whether one speaks; typing takes longer. Third-party guides
lose listeners after three or four minutes and give a follow-up less than two."""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer, the talk about it, how long it took, and whether it was spoken (then ``seconds`` are seconds of speech)."""

    question: str
    talk: Interview
    seconds: int
    spoken: bool


@dataclass(frozen=True, slots=True)
class Mock:
    """A mock interview. Frozen: :meth:`say` gives the next state. ``asked`` are ids of questions."""

    began: date
    asked: tuple[str, ...]
    given: tuple[Given, ...] = ()
    ended: bool = False

    @property
    def phase(self) -> str:
        """What is wanted now: ``answer``, ``follow_up``, or nothing anymore (``over``)."""
        if self.ended:
            return "over"
        if self._talk is not None:
            return "follow_up"
        return "answer" if len(self.given) < len(self.asked) else "over"

    @property
    def step(self) -> str:
        """A name for where we are, the same until something has been said."""
        return f"{self.began}/{len(self.given)}/{len(self.given[-1].talk.turns) if self.given else 0}"

    @property
    def current(self) -> Question | None:
        """The question that is being talked about."""
        at = len(self.given) - (self.phase == "follow_up")
        return None if self.phase == "over" else question(self.asked[at])

    @property
    def prompt(self) -> str:
        """What the interviewer says now; empty at the end."""
        current = self.current
        if current is None:
            return ""
        return (self._talk.follow_up or "") if self._talk else current.text

    @property
    def _talk(self) -> Interview | None:
        """The talk that is not finished. A question that was passed is not talked about."""
        talk = self.given[-1].talk if self.given else None
        return talk if talk and talk.answer and talk.pending else None

    def say(self, text: str, seconds: int = 0, *, spoken: bool = False) -> Mock:
        """Answer the question or the follow-up that is asked; the empty string passes.

        Raises:
            EmptyChairError: the interview is over.

        Example:
            >>> mock = Mock(date(2027, 3, 1), ("angry_customer",)).say("We handled it well. Everyone was happy.", 40)
            >>> mock.phase, mock.given[0].talk.pending
            ('follow_up', 'need')
        """
        current = self.current
        if current is None:
            raise EmptyChairError("The interview is over. Begin another one.")
        if self._talk is None:
            return replace(
                self, given=(*self.given, Given(current.id, interview(current, text), max(0, seconds), spoken))
            )
        last = self.given[-1]
        return replace(self, given=(*self.given[:-1], replace(last, talk=last.talk.reply(text))))

    def end(self) -> Mock:
        """Stop here; what was said stays."""
        return replace(self, ended=True)

    def to_data(self) -> dict[str, Any]:
        """Give the state as something that JSON can hold."""
        given = [
            {"question": it.question, "talk": it.talk.to_json(), "seconds": it.seconds, "spoken": it.spoken}
            for it in self.given
        ]
        return {"began": self.began.isoformat(), "asked": list(self.asked), "given": given, "ended": self.ended}

    @classmethod
    def from_data(cls, data: object) -> Mock:
        """Read what :meth:`to_data` gave.

        Raises:
            EmptyChairError: it is something else, or asks questions that the bank does not have.

        Example:
            >>> mock = Mock(date(2027, 3, 1), ("angry_customer",)).say("I rang her.", 4, spoken=True)
            >>> Mock.from_data(mock.to_data()) == mock
            True
        """
        try:
            raw: Any = data
            given = tuple(
                Given(it["question"], Interview.from_json(it["talk"]), int(it["seconds"]), it["spoken"] is True)
                for it in raw["given"]
            )
            found = cls(date.fromisoformat(raw["began"]), tuple(raw["asked"]), given, raw["ended"] is True)
            whole = tuple(it.question for it in given) == found.asked[: len(given)]
            known = whole and all(question(name) for name in found.asked)
        except (EmptyChairError, ValueError, KeyError, TypeError, AttributeError, OverflowError):
            known = False
        if not known:
            shown = json.dumps(data, default=str)[:60]
            raise EmptyChairError(
                f"This is not the state of a mock interview (or of another version of the kit): {shown}"
            )
        return found
