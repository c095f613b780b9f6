"""Numbers as benchmarks/shop.py prints them."""

from __future__ import annotations


def percent(share: float, digits: int = 1) -> str:
    """A share as a percentage."""
    return f"{100 * share:.{digits}f} %"
