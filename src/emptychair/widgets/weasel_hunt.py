"""WeaselHunt: mark the words that dodge, then see hits, misses and false alarms, each with its reason."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import Any

import traitlets

from emptychair.practice import hunt
from emptychair.widgets._base import Face, module, recalled, remember

SHELF = "hunt"
Said = dict[str, dict[str, Any]]


def hunt_view(asked: hunt.Round, marks: set[int], told: bool) -> dict[str, Any]:
    """Work out what the face shows of a round; nothing of the outcome is in it before the marks are compared.

    Example:
        >>> asked = hunt.Round("own", "mine", "It was significantly faster.", "")
        >>> hunt_view(asked, {2}, False)["calls"], hunt_view(asked, {2}, True)["summary"]
        ([], '1 of 1 found, no false alarm.')
    """
    words = hunt.words_of(asked.text)
    calls = hunt.judge(asked.text, marks) if told else ()
    return {
        "name": asked.name,
        "job": asked.job,
        "pieces": _pieces(asked.text, words),
        "marks": sorted(marks),
        "told": told,
        "kinds": [_kind(word.start, word.end, calls) for word in words],
        "calls": [{"kind": it.kind, "title": it.message, "why": it.hint} for it in calls],
        "summary": _summary(calls) if told else "",
        "mended": asked.mended if told else "",
    }


def _pieces(text: str, words: tuple[Any, ...]) -> list[dict[str, str]]:
    """Each word with what stands in front of it; the last piece is what follows the last word."""
    ends = [0, *(it.end for it in words)]
    pieces = [{"before": text[end : it.start], "word": it.text} for end, it in zip(ends, words, strict=False)]
    return [*pieces, {"before": text[ends[-1] :], "word": ""}]


def _kind(start: int, end: int, calls: tuple[hunt.Call, ...]) -> str:
    return next((it.kind for it in calls if it.span.start < end and start < it.span.end), "")


def _summary(calls: tuple[hunt.Call, ...]) -> str:
    counts = Counter(it.kind for it in calls)
    false = counts["false alarm"]
    alarms = "no false alarm" if not false else f"{false} false alarm{'' if false == 1 else 's'}"
    return f"{counts['hit']} of {counts['hit'] + counts['missed']} found, {alarms}."


class WeaselHunt(Face):
    """Texts in which words dodge. Marks are kept; a round that has been compared stays as it was marked.

    Args:
        text: A text of one's own to hunt in; the rounds of ``data/weasel_hunt.toml`` when not given.

    Example:
        >>> WeaselHunt()
        WeaselHunt: 3 texts in which words dodge
    """

    _esm = module("weasel_hunt.js")

    views = traitlets.List().tag(sync=True)
    said = traitlets.Dict().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)

    def __init__(self, text: str | None = None) -> None:
        self._own = text is not None
        self._rounds = hunt.rounds() if text is None else (hunt.Round("own", "your own text", text, ""),)
        kept, trouble = ({}, "") if self._own else _kept()
        self._known = {it.name: _allowed(it, kept.get(it.name)) for it in self._rounds}
        super().__init__(views=self._views(), said=self._known, trouble=trouble)
        self.observe(self._mark, names=["said"])

    def _views(self) -> list[dict[str, Any]]:
        known = self._known
        return [hunt_view(it, set(known[it.name]["marks"]), known[it.name]["told"]) for it in self._rounds]

    def _mark(self, _change: object) -> None:
        for it in self._rounds:
            before, now = self._known[it.name], _allowed(it, self.said.get(it.name))
            if before["told"] or before == now:
                continue
            self._known = {**self._known, it.name: now}
            self.trouble = "" if self._own else remember(SHELF, it.name, now)
        self.views = self._views()

    def describe(self) -> str:
        if self._own:
            return f"WeaselHunt: {len(hunt.words_of(self._rounds[0].text))} words of your own"
        return f"WeaselHunt: {len(self._rounds)} texts in which words dodge"

    def static_html(self) -> str:
        return "".join(
            f"<p><strong>{escape(it.job.capitalize())}</strong></p><blockquote>{escape(it.text)}</blockquote>"
            "<details><summary>Open this when you have marked the words that dodge.</summary><ul>"
            + "".join(f"<li>{escape(found.message)} {escape(found.hint)}</li>" for found in hunt.prey(it.text))
            + f"</ul><p>{escape(it.mended)}</p></details>"
            for it in self._rounds
        )


def _allowed(asked: hunt.Round, entry: object) -> dict[str, Any]:
    """Take from what was kept, or comes from the browser, what can be."""
    entry = entry if isinstance(entry, dict) else {}
    marks = entry.get("marks")
    places = range(len(hunt.words_of(asked.text)))
    known = {it for it in marks if type(it) is int and it in places} if isinstance(marks, list) else set()
    return {"marks": sorted(known), "told": entry.get("told") is True}


def _kept() -> tuple[Said, str]:
    found: Said = {}
    for it in hunt.rounds():
        value, trouble = recalled(SHELF, it.name)
        if trouble:
            return {}, trouble
        found[it.name] = value
    return found, ""
