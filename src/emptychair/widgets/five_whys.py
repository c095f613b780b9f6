"""FiveWhys: write up an incident of the shop part by part; each part is reviewed as it is typed."""

from __future__ import annotations

from functools import cache
from html import escape
from typing import Any

import traitlets

from emptychair import shop
from emptychair.feedback import coe
from emptychair.feedback._model import Finding
from emptychair.feedback._render import WORDS, quote
from emptychair.practice import scenario, scenarios
from emptychair.widgets._base import Face, module, recalled, remember
from emptychair.widgets._correction import FIELDS, as_rows, readable, written

SHELF, CHOSEN = "five_whys", "chosen"
_UNFINISHED = ("empty", "not_a_coe", "too_short")  # gates that say no more than what is still to write
MOST = 6  # findings; more at once is a scolding

FORM = {
    "impact": "Who was hit, how many out of how many, for how long, what it cost them",
    "timeline": "An entry a line, each with its week: began, first customer, noticed, mended, told",
    "whys": "Five answers. Each says what let the one above happen",
    "metric": "What is counted at the step itself, how often, and from which number somebody acts",
    "actions": "What changes, one owner, one day",
}
"""What is asked of each part."""


@cache
def facts(cause: str) -> tuple[str, ...]:
    """What the shop knows about an incident."""
    return shop.incident(shop.load(), cause).facts


def five_whys_view(cause: str, draft: dict[str, str]) -> dict[str, Any]:
    """Work out everything the face shows of a draft.

    Example:
        >>> view = five_whys_view("kettle_seal", {"whys-0": "The buyer forgot to test the seal."})
        >>> [(it["field"], it["message"]) for it in view["findings"]]
        [('whys-0', "The chain stops at a person's error."), ('whys-0', 'There is one why.')]
        >>> view["left"]
        'Still to write: Impact, Timeline, Input metric, Actions.'
    """
    it = scenario(cause)
    page = written(draft, it.asked.rstrip("."))
    body = page.text if page.places else ""
    seen = coe.review(body)
    found = [_card(it, body) | {"field": page.field_at(it.start)} for it in seen.findings if it.check != "missing_part"]
    gates = [{"message": gate.message, "cap": gate.cap} for gate in seen.gates if gate.name not in _UNFINISHED]
    return {
        "cause": cause,
        "asked": it.asked,
        "facts": list(facts(cause)),
        "notes": [{"who": note.who, "said": note.said} for note in it.notes],
        "metrics": [metric.text for metric in it.metrics],
        "score": seen.score,
        "verdict": seen.verdict if body else "nothing written yet",
        "gates": gates,
        "left": f"Still to write: {', '.join(coe.parse(body).missing)}." if coe.parse(body).missing else "",
        "criteria": [
            {"title": one.title, "level": one.level, "top": one.top, "next": one.next_step} for one in seen.criteria
        ],
        "findings": found[:MOST],
        "more": f"and {len(found) - MOST} more." if len(found) > MOST else "",
        "markdown": page.text,
    }


def _card(it: Finding, text: str) -> dict[str, Any]:
    return {
        "word": WORDS[it.severity],
        "severity": it.severity,
        "message": it.message,
        "hint": it.hint,
        "quote": quote(text, it),
        "insert": it.edit.insert.strip() if it.edit else "",
    }


class FiveWhys(Face):
    """A form for a correction of errors and a reviewer beside it. A draft is kept for each incident.

    Args:
        cause: Which incident to open; the one that was open last, when it is not given.

    Example:
        >>> FiveWhys()
        FiveWhys: write up one of 4 incidents of the shop, reviewed part by part
    """

    _esm = module("five_whys.js")

    incidents = traitlets.List([{"cause": it.cause, "asked": it.asked} for it in scenarios()]).tag(sync=True)
    form = traitlets.Dict(FORM).tag(sync=True)
    fields = traitlets.List(list(FIELDS)).tag(sync=True)
    cause = traitlets.Unicode("").tag(sync=True)
    draft = traitlets.Dict().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)

    def __init__(self, cause: str | None = None) -> None:
        known, trouble = recalled(SHELF, CHOSEN)
        names = [it.cause for it in scenarios()]
        chosen = scenario(cause).cause if cause else known if known in names else names[0]
        super().__init__(cause=chosen, trouble=trouble)
        self._open()
        self.observe(self._choose, names=["cause"])
        self.observe(self._type, names=["draft"])

    def _open(self) -> None:
        kept, trouble = recalled(SHELF, self.cause)
        draft = readable(kept)
        with self.hold_trait_notifications():
            self.draft = as_rows(draft)
            self.view = five_whys_view(self.cause, draft)
        self.trouble = self.trouble or trouble

    def _choose(self, _change: object) -> None:
        if self.cause in {it.cause for it in scenarios()}:
            self.trouble = remember(SHELF, CHOSEN, self.cause)
            self._open()

    def _type(self, _change: object) -> None:
        draft = readable(self.draft)
        self.view = five_whys_view(self.cause, draft)
        if draft != readable(recalled(SHELF, self.cause)[0]):
            self.trouble = remember(SHELF, self.cause, draft)

    def describe(self) -> str:
        return f"FiveWhys: write up one of {len(scenarios())} incidents of the shop, reviewed part by part"

    def static_html(self) -> str:
        first = scenarios()[0]
        known = "".join(f"<li>{escape(it)}</li>" for it in facts(first.cause))
        asked = "".join(f"<li>{escape(it)}.</li>" for it in FORM.values())
        return (
            f"<p><strong>FiveWhys.</strong> Run the cell to write. {escape(first.asked)}</p><ul>{known}</ul>"
            f"<p>What a correction of errors has:</p><ol>{asked}</ol>"
        )
