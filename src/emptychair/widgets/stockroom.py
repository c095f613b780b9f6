"""Stockroom: which of four styles takes off, and how many pieces to order before one can be sure."""

from __future__ import annotations

from html import escape
from typing import Any

import traitlets

from emptychair.widgets._base import Face, module, recalled, remember
from emptychair.widgets._orders import mondays
from emptychair.widgets._stockroom_view import MOST, Said, stockroom_view

SHELF, NAME = "stockroom", "orders"


class Stockroom(Face):
    """Three Mondays: pick the style that takes off, place one order, see what customers wanted.

    Example:
        >>> Stockroom()
        Stockroom: three Mondays, four styles each; one takes off
    """

    _esm = module("stockroom.js", "chart.js", "tabs.js")

    view = traitlets.Dict().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)

    def __init__(self) -> None:
        entry, trouble = recalled(SHELF, NAME)
        self._said = _allowed(entry)
        open_places = [place for place, it in enumerate(mondays()) if "order" not in self._said.get(it.name, {})]
        self._at = open_places[0] if open_places else 0
        super().__init__(view=stockroom_view(self._said, self._at), trouble=trouble)
        self.on_msg(lambda _face, wish, _buffers: self._take(wish))

    def _take(self, wish: Any) -> None:
        monday = mondays()[self._at]
        here = self._said.get(monday.name, {})
        match wish:
            case {"style": name} if "order" not in here and name in {it.name for it in monday.styles}:
                self._keep(monday.name, {"style": name})
            case {"order": order} if "style" in here and "order" not in here and _is_order(order):
                self._keep(monday.name, {**here, "order": int(order)})
            case {"at": at} if at in range(len(mondays())):
                self._at = at
        self.view = stockroom_view(self._said, self._at)

    def _keep(self, monday: str, here: dict[str, Any]) -> None:
        self._said = {**self._said, monday: here}
        self.trouble = remember(SHELF, NAME, self._said)

    def describe(self) -> str:
        return "Stockroom: three Mondays, four styles each; one takes off"

    def static_html(self) -> str:
        items = "".join(
            f"<li>Week {it.week}: {escape('; '.join(f'{s.title} {list(s.seen)}' for s in it.styles))}."
            f"<details><summary>Choose one, then open.</summary>{escape(it.style(it.takes_off).title)}. {escape(it.told)}</details></li>"
            for it in mondays()
        )
        return f"<p><strong>Stockroom.</strong> Pieces wanted in the last twelve weeks. Which style takes off?</p><ol>{items}</ol>"


def _is_order(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= MOST


def _allowed(entry: Any) -> Said:
    """Keep what can be a decision: an edited file may say anything."""
    entries = entry if isinstance(entry, dict) else {}
    found: Said = {}
    for monday in mondays():
        here = entries.get(monday.name)
        if isinstance(here, dict) and here.get("style") in {it.name for it in monday.styles}:
            found[monday.name] = {"style": here["style"]}
            if _is_order(here.get("order")):
                found[monday.name]["order"] = int(here["order"])
    return found
