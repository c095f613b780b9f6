"""SideBySide without a browser."""

from __future__ import annotations

import json

from emptychair.practice.ladders import ladders
from emptychair.widgets import SideBySide
from emptychair.widgets.side_by_side import side_by_side_view


def test_view_holds_every_rung() -> None:
    """Are seven parts shown three ways each, with level and reason, in plain JSON?"""
    view = side_by_side_view()
    assert json.loads(json.dumps(view)) == view
    assert [len(it["rungs"]) for it in view] == [3] * 7
    assert [it["level"] for it in view[3]["rungs"]] == [it.level for it in ladders()[3].rungs]


def test_static_html_can_be_read_without_a_kernel() -> None:
    """Is every level with its reason on the page?"""
    page = SideBySide().static_html()
    assert page.count("<li>") == 21
    assert "Level 5" in page
    assert repr(SideBySide()) == repr(SideBySide())
