"""The smallest next edit that lifts a dimension by a level, tried before it is offered.

An edit adds one sentence with [blanks] for the facts that only the writer has. It is offered only if the same sentence with
neutral facts filled in lifts the level when the text is read again; otherwise the advice stands without an edit.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from emptychair.feedback._model import Edit
from emptychair.feedback._text import Sentence
from emptychair.feedback.star._label import Scan
from emptychair.feedback.star._rubric import TRAINED, levels, rubric, signals
from emptychair.feedback.star._weights import weights

TOP = 5
_PRESENT = 0.6  # a kind of evidence seen with this chance is not asked for again


class Step(NamedTuple):
    """What is missing (``message``), why it matters (``hint``), and the edit if one holds."""

    shows: str
    message: str
    hint: str
    at: int  # number of the sentence before which something should be added
    edit: Edit | None


def next_step(seen: Scan, text: str, dimension: str, level: int) -> Step | None:
    """Find what would lift ``dimension`` from ``level``; ``None`` at the top or where nothing is missing."""
    if dimension not in TRAINED or level >= TOP:
        return None
    first = None
    for step in rubric()[dimension]["steps"]:
        if seen.surest[step["shows"]] > _PRESENT:
            continue
        index = _place(seen, step["after"])
        plain = Step(step["shows"], step["message"], step["hint"], index, None)
        first = first or plain
        edited = seen.inserting(_filled()[step["filled"]], index)
        if levels()[dimension].level(signals(edited, dimension)) > level:
            return plain._replace(edit=_insertion(seen, text, index, step["insert"]))
    return first


def _place(seen: Scan, after: list[str]) -> int:
    """Give the number of the sentence before which the new one goes."""
    for part in after:
        if part == "start":
            return 0
        if part == "end":
            break
        if part in seen.components:
            return len(seen.components) - seen.components[::-1].index(part)
    return len(seen.sentences)


@cache
def _filled() -> dict[str, Scan]:
    """Read the sentences of all edits, which are the same for every text."""
    listed = {step["filled"] for name in TRAINED for step in rubric()[name]["steps"]}
    read = {text: Scan(weights(), (Sentence(text, 0, len(text)),)) for text in listed}
    for seen in read.values():
        _ = seen.evidence  # now, and not in each process that is forked from this one
    return read


def _insertion(seen: Scan, text: str, index: int, sentence: str) -> Edit:
    if index < len(seen.sentences):
        at = seen.sentences[index].start
        return Edit(at, at, sentence + " ")
    at = len(text.rstrip())
    return Edit(at, at, (" " if at else "") + sentence)
