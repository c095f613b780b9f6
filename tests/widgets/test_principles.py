"""Principles without a browser."""

from emptychair.practice import PRINCIPLES
from emptychair.widgets import Principles


def test_all_sixteen_are_there() -> None:
    """Are all sixteen shown with their source, with and without a kernel?"""
    face = Principles()
    assert [row["name"] for row in face.rows] == list(PRINCIPLES.values())
    assert face.source in face.static_html()
    assert face.static_html().count("<li>") == 16
