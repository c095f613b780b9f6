"""The dive-deep interviewer: asks for what an answer does not show, and holds each reply against the story."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, replace

from emptychair._errors import EmptyChairError
from emptychair.practice._bank import TOLD, Question, questions
from emptychair.practice._probes import gaps, probes, supplies, wording
from emptychair.practice.consistency import Clash, clashes

MOST = 5
"""Follow-ups in one interview."""
_SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Turn:
    """A follow-up and the reply to it; an empty reply is a pass."""

    probe: str
    asked: str
    reply: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What became of one follow-up: was the evidence supplied, and does the reply fit the story?"""

    probe: str
    asked: str
    reply: str
    supplied: bool
    clashes: tuple[Clash, ...]

    @property
    def survived(self) -> bool:
        """The story survives a probe when the reply gives what was asked for and contradicts nothing."""
        return self.supplied and not self.clashes


@dataclass(frozen=True, slots=True)
class Report:
    """How the story stood up: every follow-up, and the evidence that is still missing (``open``)."""

    asked: tuple[Asked, ...]
    open: tuple[str, ...]

    @property
    def survived(self) -> int:
        """How many probes the story survived."""
        return sum(it.survived for it in self.asked)


@dataclass(frozen=True, slots=True)
class Interview:
    """A conversation about one answer. Frozen: ``reply`` gives the next state; everything else follows from it."""

    question: str
    answer: str
    turns: tuple[Turn, ...] = ()

    @property
    def told(self) -> str:
        """Everything that the speaker has said so far."""
        return "\n\n".join(part for part in (self.answer, *(turn.reply for turn in self.turns)) if part)

    @property
    def missing(self) -> tuple[str, ...]:
        """The evidence that is still missing, the surest gap first."""
        missing = gaps(self.told)
        if not self._wants_a_view:
            return missing
        return tuple(name for name in missing if (it := probes()[name]).view and not it.says(self.told))

    @property
    def pending(self) -> str | None:
        """The probe to be asked now; ``None`` when nothing is missing or five were asked."""
        asked = {turn.probe for turn in self.turns}
        surest = [name for name in self.missing if name not in asked][: MOST - len(self.turns)]
        return next((name for name in probes() if name in surest), None)  # a conversation follows the story

    @property
    def follow_up(self) -> str | None:
        """The next question in words, or ``None`` at the end."""
        return wording(probes()[self.pending], self.told, view=self._wants_a_view) if self.pending else None

    @property
    def _wants_a_view(self) -> bool:
        return any(it.text == self.question and it.type not in TOLD for it in questions())

    def reply(self, text: str) -> Interview:
        """Answer the pending follow-up; the empty string passes.

        Raises:
            EmptyChairError: nothing was asked.
        """
        probe, asked = self.pending, self.follow_up
        if probe is None or asked is None:
            raise EmptyChairError(
                "The interview is over: there is no follow-up to reply to. Start one with interview(question, answer)."
            )
        return replace(self, turns=(*self.turns, Turn(probe, asked, text.strip())))

    def report(self) -> Report:
        """Say what became of each follow-up."""
        return Report(tuple(self._judged(i) for i in range(len(self.turns))), self.missing)

    def _judged(self, i: int) -> Asked:
        turn, before = self.turns[i], replace(self, turns=self.turns[:i])
        supplied = supplies(turn.reply, turn.probe)
        return Asked(turn.probe, turn.asked, turn.reply, supplied, clashes(before.told, turn.reply))

    def to_json(self) -> str:
        """Give the state as JSON, from which :meth:`from_json` goes on after a restart."""
        return json.dumps({"schema": _SCHEMA, **asdict(self)}, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Interview:
        """Read what :meth:`to_json` wrote.

        Raises:
            EmptyChairError: it is something else.

        Example:
            >>> talk = interview("Tell me about an angry customer.", "We rang her.").reply("I rang her myself.")
            >>> Interview.from_json(talk.to_json()) == talk
            True
        """
        try:
            raw = json.loads(text)
            turns = tuple(Turn(**turn) for turn in raw["turns"])
            words = (
                raw["question"],
                raw["answer"],
                *(part for turn in turns for part in (turn.probe, turn.asked, turn.reply)),
            )
            whole = raw["schema"] == _SCHEMA and all(isinstance(it, str) for it in words)
            known = whole and all(turn.probe in probes() for turn in turns) and len(turns) <= MOST
        except (ValueError, KeyError, TypeError, RecursionError):
            known = False
        if not known:
            raise EmptyChairError(
                "This is not the state of an interview (or of another version of the kit). Start it again."
            )
        return cls(raw["question"], raw["answer"], turns)


def interview(question: Question | str, answer: str) -> Interview:
    """Begin to dive deep into an answer.

    Args:
        question: what was asked, from the bank or in your own words.
        answer: what was said.

    Example:
        >>> talk = interview("Tell me about an angry customer.", "Everyone was upset. We handled it well. They were happy.")
        >>> talk.pending
        'need'
        >>> talk = talk.reply("I asked each of them what it was for, and found that eleven needed theirs by Friday.")
        >>> talk.report().survived
        1
    """
    return Interview(question.text if isinstance(question, Question) else question, answer.strip())


def conversation(question: Question | str, answer: str, replies: str) -> Interview:
    """Hold a whole conversation from written replies: one paragraph for each follow-up, in the order in which they come.

    A paragraph ``pass`` passes. Paragraphs for which nothing is asked anymore are left out.

    Example:
        >>> talk = conversation("Tell me about an angry customer.", "We rang her.", "I rang her myself that evening.\\n\\npass")
        >>> [bool(it.reply) for it in talk.turns]
        [True, False]
    """
    talk = interview(question, answer)
    for paragraph in re.split(r"\n\s*\n", replies.strip()):
        if talk.pending and paragraph.strip():
            talk = talk.reply("" if paragraph.strip().lower().rstrip(".") == "pass" else paragraph)
    return talk
