"""Connectives."""

from __future__ import annotations

import pytest

from emptychair.shop.texts._joins import hung


@pytest.mark.parametrize(
    ("join", "sentence", "text"),
    [
        ("_", "It leaks.", "It leaks."),
        ("But", "It leaks.", "But it leaks."),
        ("But", "I like it.", "But I like it."),
        ("But", "I'm fine.", "But I'm fine."),
        ("Also,", "Tuesday came and went.", "Also, Tuesday came and went."),
        ("Also,", "WISMO.", "Also, WISMO."),
        ("Another thing.", "It leaks.", "Another thing. It leaks."),
        ("And", "$18 for that.", "And $18 for that."),
        ("And", "A dent.", "And a dent."),
    ],
)
def test_hung(join: str, sentence: str, text: str) -> None:
    """Is only a common word made small, and only behind a connective that goes on?"""
    assert hung(join, sentence) == text
