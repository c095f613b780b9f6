"""EmptyChair: seven decisions, three people and a chair with a say in each; then eight quarters of the shop under them."""

from __future__ import annotations

from html import escape

import traitlets

from emptychair.widgets._base import Face, module, recalled, remember
from emptychair.widgets._meeting import Item, meeting
from emptychair.widgets._meeting_view import meeting_view

SHELF, NAME = "empty_chair", "decided"


class EmptyChair(Face):
    """A planning day: seven items, the voices of finance, engineering, the competitor watcher and the empty chair.

    What comes of the decisions is a run of the simulated shop under the ``shop.Policy`` that they amount to, beside two
    others: everything as it was, and the closed loop. Decisions are kept, and can be taken again.

    Example:
        >>> EmptyChair()
        EmptyChair: seven decisions, eight quarters of the shop under them
    """

    _esm = module("empty_chair.js", "chart.js")

    view = traitlets.Dict().tag(sync=True)
    decided = traitlets.Dict().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)

    def __init__(self) -> None:
        before, trouble = recalled(SHELF, NAME)
        decided = _allowed(before)
        super().__init__(view=meeting_view(decided), decided=decided, trouble=trouble)
        self.observe(self._decide, names=["decided"])

    def _decide(self, _change: object) -> None:
        decided = _allowed(self.decided)
        self.decided = decided
        self.trouble = remember(SHELF, NAME, decided)
        self.view = meeting_view(decided)

    def describe(self) -> str:
        return "EmptyChair: seven decisions, eight quarters of the shop under them"

    def static_html(self) -> str:
        items = "".join(_static_item(item) for item in meeting().items)
        return f"<p><strong>EmptyChair.</strong> {escape(meeting().lede)}</p><ol>{items}</ol>"


def _allowed(said: object) -> dict[str, int]:
    """Keep what can be a decision: the browser and an edited file may say anything."""
    entries = said if isinstance(said, dict) else {}
    return {
        item.name: entries[item.name]
        for item in meeting().items
        if type(entries.get(item.name)) is int and entries[item.name] in range(len(item.choices))
    }


def _static_item(item: Item) -> str:
    voices = "".join(f"<li>{escape(meeting().people[who])}: {escape(text)}</li>" for who, text in item.said.items())
    choices = "".join(f"<li>{escape(choice.text)}</li>" for choice in item.choices)
    return f"<li><p>{escape(item.title)}</p><ul>{voices}</ul><p>Choices:</p><ul>{choices}</ul></li>"
