"""SilentReading: a document, a clock and a margin for notes; then a decision with reasons, beside the reader's gates."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from html import escape
from typing import Any

import traitlets

from emptychair.practice import press, silent
from emptychair.widgets._base import Face, module, recalled, remember

SHELF = "silent"
LONGEST = 20_000  # signs of a note; more is another document
NEW: dict[str, Any] = {
    "began": 0.0,
    "ended": 0.0,
    "notes": "",
    "decision": "",
    "reasons": [],
    "why": "",
    "decided": False,
}


def reading_view(asked: silent.Document, said: dict[str, Any]) -> dict[str, Any]:
    """Work out what the face shows: the document once reading has begun, the comparison once there is a decision.

    Example:
        >>> asked = silent.sitting().documents[0]
        >>> view = reading_view(asked, NEW)
        >>> view["stage"], view["page"], view["told"]
        ('closed', [], None)
    """
    stage = "decided" if said["decided"] else "deciding" if said["ended"] else "reading" if said["began"] else "closed"
    return {
        "name": asked.name,
        "place": asked.place,
        "stage": stage,
        "words": asked.words,
        "minutes": asked.minutes,
        "began": said["began"],
        "ended": said["ended"],
        "page": [list(it) for it in press.blocks(asked.draft)] if stage != "closed" else [],
        "told": _told(asked, said) if stage == "decided" else None,
    }


def _told(asked: silent.Document, said: dict[str, Any]) -> dict[str, Any]:
    sitting = silent.sitting()
    found = silent.compare(asked.draft, said["reasons"])
    minutes = (said["ended"] - said["began"]) / 60
    shut = len(found.alike) + len(found.missed)
    return {
        "took": f"{int(minutes)}:{round(60 * (minutes % 1)) % 60:02d}",
        "yours": sitting.decisions[said["decision"]],
        "ours": sitting.decisions[found.ours],
        "score": found.score,
        "summary": f"{len(found.alike)} of {shut} gate{'' if shut == 1 else 's'} found.",
        "cards": [
            *({"tone": "good", "word": "Both", "title": it.message, "why": ""} for it in found.alike),
            *(
                {"tone": "bad", "word": "Reader only", "title": it.message, "why": f"Caps the score at {it.cap}."}
                for it in found.missed
            ),
            *(
                {
                    "tone": "note",
                    "word": "You only",
                    "title": sitting.reasons[name] + ".",
                    "why": "The reader found none of this. Point to the sentence; if you can, you are right and it is not.",
                }
                for name in found.own
            ),
        ],
        "beyond": asked.beyond,
    }


class SilentReading(Face):
    """Documents to read against the clock and to decide on; what was decided is kept.

    Args:
        now: Gives the time in seconds; the computer's own when not given.

    Example:
        >>> SilentReading()
        SilentReading: 2 documents, a clock, a decision with reasons
    """

    _esm = module("silent_reading.js", "page.js")

    views = traitlets.List().tag(sync=True)
    said = traitlets.Dict().tag(sync=True)
    asked = traitlets.Dict().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)

    def __init__(self, now: Callable[[], float] = time.time) -> None:
        self._now = now
        sitting = silent.sitting()
        self._known: dict[str, dict[str, Any]] = {}
        trouble = ""
        for it in sitting.documents:
            kept, wrong = recalled(SHELF, it.name)
            trouble = trouble or wrong
            self._known[it.name] = _allowed(kept)
        super().__init__(
            views=self._views(),
            said=self._known,
            asked={"decisions": list(sitting.decisions.items()), "reasons": list(sitting.reasons.items())},
            trouble=trouble,
        )
        self.observe(self._hear, names=["said"])
        self.on_msg(self._wish)

    def _views(self) -> list[dict[str, Any]]:
        return [reading_view(it, self._known[it.name]) for it in silent.sitting().documents]

    def _wish(self, _face: object, content: dict[str, Any], _buffers: object) -> None:
        """The clock is Python's: it runs on while the page is away, and nobody can turn it back."""
        name, entry = content.get("of"), self._known.get(str(content.get("of")))
        if entry is None:
            return
        if content.get("want") == "begin" and not entry["began"]:
            self._set(str(name), {**entry, "began": self._now()})
        elif content.get("want") == "end" and entry["began"] and not entry["ended"]:
            self._set(str(name), {**entry, "ended": self._now()})
        elif content.get("want") == "decide" and entry["ended"] and entry["decision"] and not entry["decided"]:
            self._set(str(name), {**entry, "decided": True})

    def _hear(self, _change: object) -> None:
        for name, before in self._known.items():
            now = _allowed(self.said.get(name))
            now |= {key: before[key] for key in ("began", "ended", "decided")}
            if before["decided"]:
                now |= {key: before[key] for key in ("decision", "reasons", "why")}
            if now != before:
                self._set(name, now)

    def _set(self, name: str, entry: dict[str, Any]) -> None:
        self._known = {**self._known, name: entry}
        self.trouble = remember(SHELF, name, entry)
        self.said = self._known
        self.views = self._views()

    def describe(self) -> str:
        return f"SilentReading: {len(self._known)} documents, a clock, a decision with reasons"

    def static_html(self) -> str:
        return "".join(
            f"<details><summary>From {escape(it.place)}: {it.words} words, {it.minutes} minutes</summary>"
            + "".join(f"<p>{escape(text)}</p>" for _, _, text in press.blocks(it.draft))
            + "</details>"
            for it in silent.sitting().documents
        )


def _allowed(entry: object) -> dict[str, Any]:
    """Take from what was kept, or comes from the browser, what can be."""
    entry = entry if isinstance(entry, dict) else {}
    sitting = silent.sitting()
    began, ended = (_seconds(entry.get(key)) for key in ("began", "ended"))
    decision = entry.get("decision") if entry.get("decision") in sitting.decisions else ""
    given = entry.get("reasons")
    return {
        "began": began,
        "ended": ended if began and ended >= began else 0.0,
        "notes": _text(entry.get("notes")),
        "decision": decision,
        "reasons": [name for name in sitting.reasons if isinstance(given, list) and name in given],
        "why": _text(entry.get("why")),
        "decided": bool(entry.get("decided") is True and began and ended >= began and decision),
    }


def _seconds(value: object) -> float:
    fine = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value) and value > 0
    return float(value) if fine else 0.0  # type: ignore[arg-type]  # `fine` says that it is a number


def _text(value: object) -> str:
    return value[:LONGEST] if isinstance(value, str) else ""
