"""Decisions as values."""

from __future__ import annotations

from typing import Any

import pytest

from emptychair import shop


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"listen": "sometimes"}, 'never, always, tuesdays, marketing, not "sometimes"'),
        ({"close_loop": True}, "listens and mends"),
        ({"close_loop": True, "listen": "marketing"}, "listens and mends"),
        ({"ship_early": 1.2}, "probability between 0 and 1, not 1.2"),
        ({"keep_weeks": -1}, "0 or more"),
    ],
)
def test_policy_when_it_makes_no_sense(wrong: dict[str, Any], message: str) -> None:
    """Is an impossible policy refused, with the reason?"""
    with pytest.raises(ValueError, match=message):
        shop.Policy(**wrong)


def test_fix_when_there_is_no_such_cause() -> None:
    """Does the message name the causes there are?"""
    with pytest.raises(ValueError, match='no cause "kettle"; there are size_chart, kit_shortage'):
        shop.Fix("kettle", 50)
    with pytest.raises(ValueError, match="between 0 and 1, not 2"):
        shop.Fix("thin_box", 50, share=2)


def test_policies_are_values() -> None:
    """Can a policy be compared, used as a key, and not be changed?"""
    assert shop.Policy(listen="always", name="listen always") == shop.ALWAYS
    assert len({shop.ALWAYS, shop.TUESDAYS, shop.ALWAYS}) == 2
    with pytest.raises(AttributeError):
        shop.ALWAYS.listen = "never"  # type: ignore[misc]
