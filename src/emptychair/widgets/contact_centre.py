"""ContactCentre: listen, tag, look where it comes from, choose a fix, and watch contacts per order fall or not."""

from __future__ import annotations

from html import escape
from typing import Any

import traitlets

from emptychair.widgets._base import Face, module, recalled, remember
from emptychair.widgets._centre_view import SHOWN, Said, centre_view, choice
from emptychair.widgets._desk import form, outcome, sides, texts

SHELF, NAME = "contact_centre", "monday"


class ContactCentre(Face):
    """Ten contacts to listen to, a table of where they come from, fixes, and a run of the shop.

    Example:
        >>> ContactCentre()
        ContactCentre: 10 contacts to tag, 7 fixes to choose from, and what came of them
    """

    _esm = module("contact_centre.js", "chart.js", "tabs.js")

    view = traitlets.Dict().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)

    def __init__(self) -> None:
        entry, trouble = recalled(SHELF, NAME)
        self._said = _allowed(entry)
        open_places = [place for place, it in enumerate(texts()) if str(it.contact_id) not in self._said["tags"]]
        self._at = open_places[0] if open_places else 0
        self._tag = next(iter(form()["tags"]))
        outcome([])  # the shop up to the Monday, so that no fix waits for it
        for tag, it in form()["tags"].items():
            if "reason" in it:
                sides(tag)  # nor any table
        super().__init__(view=centre_view(self._said, self._at, self._tag), trouble=trouble)
        self.on_msg(lambda _face, wish, _buffers: self._take(wish))

    def _take(self, wish: Any) -> None:
        tags, tried = self._said["tags"], self._said["tried"]
        whole = len(tags) == len(texts())
        match wish:
            case {"tag": str(tag)} if tag in form()["tags"] and not whole:
                self._keep({**self._said, "tags": {**tags, str(texts()[self._at].contact_id): tag}})
                self._at = min(self._at + 1, len(texts()) - 1)
            case {"at": at} if at in range(len(texts())):
                self._at = at
            case {"where": str(tag)} if "reason" in form()["tags"].get(tag, {}):
                self._tag = tag
            case {"fixes": fixes} if whole and _are_fixes(fixes):
                self._keep({**self._said, "tried": [fixes, *(it for it in tried if it != fixes)][:SHOWN]})
        self.view = centre_view(self._said, self._at, self._tag)

    def _keep(self, said: Said) -> None:
        self._said = said
        self.trouble = remember(SHELF, NAME, said)

    def describe(self) -> str:
        return f"ContactCentre: {len(texts())} contacts to tag, {len(form()['fixes'])} fixes to choose from, and what came of them"

    def static_html(self) -> str:
        items = "".join(
            f"<li>{escape(it.text)}<details><summary>Tag it, then open.</summary>{escape(choice(it.tag))}.</details></li>"
            for it in texts()
        )
        return f"<p><strong>ContactCentre.</strong> What is each of these about?</p><ol>{items}</ol>"


def _are_fixes(value: Any) -> bool:
    if not isinstance(value, list) or not all(isinstance(it, str) for it in value):
        return False
    ways = [it for it in value if it in form()["ways"]]
    return len(ways) <= 1 and all(it in form()["fixes"] for it in value if it not in ways)


def _allowed(entry: Any) -> Said:
    """Keep what can be a choice: an edited file may say anything."""
    entries = entry if isinstance(entry, dict) else {}
    tags, tried = entries.get("tags"), entries.get("tried")
    known = {str(it.contact_id) for it in texts()}
    return {
        "tags": {who: tag for who, tag in tags.items() if who in known and tag in form()["tags"]}
        if isinstance(tags, dict)
        else {},
        "tried": [it for it in tried if _are_fixes(it)] if isinstance(tried, list) else [],
    }
