"""The one style sheet: no widget dresses another by accident."""

from __future__ import annotations

import re
from collections import Counter

from emptychair.widgets._base import asset

# Styled twice on purpose, the second time for a narrow window, or together with a sibling.
TWICE = {"two", "rungs", "tint", "field", "lines", "progress", "line-field", "things", "heads", "theme"}


def test_class_is_styled_once() -> None:
    """Does a class that two widgets would each style for themselves show here? Take another name for one of them."""
    selectors = re.findall(r"([^{}]+)\{", re.sub(r"/\*.*?\*/", "", asset("emptychair.css"), flags=re.S))
    plain = Counter(
        found[1]
        for group in selectors
        for it in group.split(",")
        if (found := re.fullmatch(r"\.ec \.([a-z-]+)", it.strip()))
    )
    assert {name for name, times in plain.items() if times > 1} == TWICE
