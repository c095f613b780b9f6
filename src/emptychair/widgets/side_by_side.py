"""SideBySide: each part of an answer weak, middling and strong, from unlike jobs, with the level and the reason."""

from __future__ import annotations

from html import escape
from typing import Any

import traitlets

from emptychair.practice.ladders import Ladder, ladders
from emptychair.widgets._base import Face, module


def side_by_side_view() -> list[dict[str, Any]]:
    """Work out what the face shows.

    Example:
        >>> [it["title"] for it in side_by_side_view()][:2]
        ['Situation and task', 'Own action']
    """
    return [
        {
            "title": it.title,
            "asks": it.asks,
            "rungs": [{"job": rung.job, "text": rung.text, "level": rung.level, "why": rung.why} for rung in it.rungs],
        }
        for it in ladders()
    ]


class SideBySide(Face):
    """Seven parts, three ways to do each.

    Example:
        >>> SideBySide()
        SideBySide: seven parts of an answer, each weak, middling and strong
    """

    _esm = module("side_by_side.js")

    view = traitlets.List().tag(sync=True)

    def __init__(self) -> None:
        super().__init__(view=side_by_side_view())

    def describe(self) -> str:
        return "SideBySide: seven parts of an answer, each weak, middling and strong"

    def static_html(self) -> str:
        return "".join(map(_static_ladder, ladders()))


def _static_ladder(ladder: Ladder) -> str:
    rungs = "".join(
        f"<li><strong>Level {it.level}</strong>, {escape(it.job)}: <q>{escape(it.text)}</q> {escape(it.why)}</li>"
        for it in ladder.rungs
    )
    return f"<p><strong>{escape(ladder.title)}.</strong> {escape(ladder.asks)}</p><ul>{rungs}</ul>"
