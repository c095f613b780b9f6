"""What a doubt costs."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from feedback.star import texts

from emptychair.feedback.star._doubts import doubts
from emptychair.feedback.star._gates import CAP, Seen, gates
from emptychair.feedback.star._label import scan
from emptychair.feedback.star._weights import DOUBTS, TYPES

SURE = 9.0


def seen(order: float = SURE, sentences: int = 8, **odds: float) -> SimpleNamespace:
    """Stand for a text whose odds are these."""
    whole = np.array([*(odds.get(about, SURE) for about in DOUBTS), *(float(kind == "story") for kind in TYPES)])
    story = scan(texts.STRONG)
    return SimpleNamespace(
        sentences=story.sentences[:sentences], whole=whole, order=order, ordered=True, noticed=story.noticed
    )


def left(points: int, **odds: float) -> int:
    """Give what is left of so many points."""
    return min([points, *(gate.cap for gate in gates(Seen(texts.STRONG, seen(**odds), None), points))])


@pytest.mark.parametrize("about", DOUBTS)
def test_doubt_costs_more_the_stronger_it_is(about: str) -> None:
    """Is nothing lost where there is no doubt, a little where it begins, and the text where nothing speaks for it?"""
    found = [left(80, **{about: odds}) for odds in (SURE, 0.55, -0.2, -1.0, -9.0)]
    assert found[:2] == [80, 80]
    assert found[2:] == sorted(found[2:], reverse=True)
    assert 60 < found[2] < 80
    assert found[-1] == CAP


def test_small_doubts_add_up() -> None:
    """Do two doubts, neither of which fails a text, fail it together?"""
    assert left(76, own=-0.2) >= 60
    assert left(76, account=-0.2) >= 60
    assert left(76, own=-0.2, account=-0.2) <= 60


def test_doubts_never_help() -> None:
    """Does a weak text keep what it has, and no more?"""
    assert left(20, own=-9.0, topic=-9.0) == 20


def test_short_texts_are_not_doubted() -> None:
    """Is nothing said of three sentences as a whole?"""
    assert not list(doubts(seen(sentences=3, topic=-9.0)))


def test_order_costs_more_at_once() -> None:
    """Does a story fail by its order alone, that is as good as any otherwise?"""
    assert left(85, order=0.2) == 85
    assert left(85, order=-0.3) < 60
