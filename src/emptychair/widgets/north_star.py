"""NorthStar: trace every piece of work to a promise of the release; see what drifts and which promise nobody works on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import traitlets

from emptychair.practice.north_star import NONE, Case, Item, Promise, case, trace
from emptychair.widgets._base import Face, module, recalled, remember

SHELF, NAME = "north_star", "links"


def star_view(asked: Case, links: Mapping[str, str], told: bool) -> dict[str, Any]:
    """Work out what the face shows; our own links are in it only once all items are linked and compared.

    Example:
        >>> view = star_view(case(), {"scan_feed": "two_hours"}, False)
        >>> view["left"], view["drift"], view["orphans"], view["told"]
        (11, '', [], [])
    """
    linked = [it for it in asked.items if it.name in links]
    found = trace(asked.promises, linked, links)
    whole = len(linked) == len(asked.items)
    texts = dict(asked.promises)
    return {
        "product": asked.product,
        "promises": [{"name": it.name, "text": it.text} for it in asked.promises],
        "items": [
            {"name": it.name, "title": it.title, "days": it.days, "to": links.get(it.name)} for it in asked.items
        ],
        "left": len(asked.items) - len(linked),
        "bars": [
            *(
                {"name": f"P{i}", "value": found.days[it.name], "tone": "accent"}
                for i, it in enumerate(asked.promises, 1)
            ),
            {"name": "no promise", "value": found.adrift, "tone": "f"},
        ],
        # before the last item is linked, a share or an orphan would be a guess
        "drift": f"{100 * found.drift:.0f} %" if whole else "",
        "summary": f"{found.adrift:g} of {found.adrift + sum(found.days.values()):g} days serve no promise."
        if whole
        else "",
        "orphans": [texts[name] for name in found.orphans] if whole else [],
        "keyed": any(it.why for it in asked.items),
        "told": [_told(asked, it, links[it.name]) for it in asked.items if it.why] if whole and told else [],
        "ours": _ours(asked) if whole and told else "",
    }


def _told(asked: Case, item: Item, to: str) -> dict[str, Any]:
    places = {it.name: f"P{i}" for i, it in enumerate(asked.promises, 1)}
    yours, ours = (places.get(name, "no promise") for name in (to, item.serves))
    return {
        "near": yours == ours,
        "word": f"Both: {ours}" if yours == ours else f"You: {yours}; we: {ours}",
        "title": item.title,
        "why": item.why,
    }


def _ours(asked: Case) -> str:
    found = trace(asked.promises, asked.items, {it.name: it.serves for it in asked.items})
    alone = len(found.orphans)
    return f"By our reading {100 * found.drift:.0f} % of the effort drifts; promises without work: {alone}."


class NorthStar(Face):
    """A backlog to be traced to promises.

    Args:
        promises: Sentences of a release of one's own; the lesson's when not given.
        backlog: Pairs of title and days.

    Example:
        >>> NorthStar()
        NorthStar: 12 pieces of work, 5 promises
    """

    _esm = module("north_star.js", "chart.js")

    view = traitlets.Dict().tag(sync=True)
    said = traitlets.Dict().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)

    def __init__(self, promises: Sequence[str] = (), backlog: Sequence[tuple[str, float]] = ()) -> None:
        self._own = bool(promises or backlog)
        self._case = _own_case(promises, backlog) if self._own else case()
        kept, trouble = (None, "") if self._own else recalled(SHELF, NAME)
        self._known = _allowed(self._case, kept)
        super().__init__(view=self._view(), said=self._known, trouble=trouble)
        self.observe(self._link, names=["said"])

    def _view(self) -> dict[str, Any]:
        return star_view(self._case, self._known["links"], self._known["told"])

    def _link(self, _change: object) -> None:
        now = _allowed(self._case, self.said)
        if now != self._known:
            self._known = now
            self.trouble = "" if self._own else remember(SHELF, NAME, now)
        self.view = self._view()

    def describe(self) -> str:
        return f"NorthStar: {len(self._case.items)} pieces of work, {len(self._case.promises)} promises"

    def static_html(self) -> str:
        promises = "".join(f"<li>{escape(it.text)}</li>" for it in self._case.promises)
        items = "".join(f"<li>{escape(it.title)} ({it.days:g} days)</li>" for it in self._case.items)
        return f"<p><strong>Promises</strong></p><ol>{promises}</ol><p><strong>Backlog</strong></p><ul>{items}</ul>"


def _own_case(promises: Sequence[str], backlog: Sequence[tuple[str, float]]) -> Case:
    items = (Item(f"item{i}", title, days) for i, (title, days) in enumerate(backlog))
    return Case("your product", tuple(Promise(f"promise{i}", text) for i, text in enumerate(promises)), tuple(items))


def _allowed(asked: Case, said: object) -> dict[str, Any]:
    """Take from what was kept, or comes from the browser, what can be."""
    said = said if isinstance(said, dict) else {}
    links = said.get("links")
    links = links if isinstance(links, dict) else {}
    names = {NONE, *(it.name for it in asked.promises)}
    known = {it.name: links[it.name] for it in asked.items if links.get(it.name) in names}
    return {"links": known, "told": said.get("told") is True and len(known) == len(asked.items)}
