"""Changing a value in place into another one: what a function did to its arguments, done on this side as well."""

from __future__ import annotations

import sys
from collections import deque
from typing import Any


def update(old: Any, new: Any) -> bool:
    """Make ``old`` equal to ``new`` without making it another object, as far as its type allows.

    Returns:
        Whether it could be done.

    >>> row = [1, 2]
    >>> grid = [row, 3]
    >>> update(grid, [[9, 2], 4, 5]), grid, row
    (True, [[9, 2], 4, 5], [9, 2])
    """
    kind = type(old)
    if kind is not type(new):
        return False
    if kind is list:
        kept = [one if update(one, other) else other for one, other in zip(old, new, strict=False)]
        old[:] = [*kept, *new[len(kept) :]]
    elif issubclass(kind, dict):
        kept_items = {key: old[key] if key in old and update(old[key], one) else one for key, one in new.items()}
        old.clear()
        old.update(kept_items)
    elif kind is set:
        old.intersection_update(new)
        old.update(new)
    elif kind is bytearray:
        old[:] = new
    elif kind is deque:
        old.clear()
        old.extend(new)
    elif kind is tuple:
        return len(old) == len(new) and all(
            [update(one, other) or one is other for one, other in zip(old, new, strict=True)]
        )
    else:
        return _update_table(old, new, kind)
    return True


def _update_table(old: Any, new: Any, kind: type) -> bool:
    numpy, pandas = sys.modules.get("numpy"), sys.modules.get("pandas")
    if numpy is not None and kind is numpy.ndarray:
        if old.shape != new.shape or old.dtype != new.dtype:
            return False
        old[...] = new
        return True
    if pandas is not None and kind in (pandas.DataFrame, pandas.Series):
        # there is no public way to put another table into an old object; this is what `inplace=True` itself uses
        old._update_inplace(new)
        return True
    return False
