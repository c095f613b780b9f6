"""Which of the competitors' moves customers noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emptychair.shop.measures._experiment import ab_test
from emptychair.shop.measures._input import Values, count, labels, numbers, same_length

if TYPE_CHECKING:
    import pandas as pd


def move_effects(weeks: Values, categories: Values, moves: pd.DataFrame, *, around: int = 4) -> pd.DataFrame:
    """What each move did to the share of our orders that its category has: a row a move, with ``effect``, ``low``, ``high``.

    Formula: the share while the move lasts less the share in the ``around`` weeks on either side of it, so that a season or a
    trend that runs through both cancels out, with the interval of :func:`ab_test`. ``weeks`` and ``categories`` have one entry
    for each order; ``moves`` has the columns ``competitor``, ``move``, ``category``, ``week`` (the first) and ``weeks``.

    Raises:
        ValueError: columns of different length, something missing, or a move without orders in or around it.

    Example:
        >>> import pandas as pd
        >>> moves = pd.DataFrame({"competitor": ["Halden"], "move": ["price cut"], "category": ["lamps"], "week": [4], "weeks": [1]})
        >>> orders = ["lamps", "boots"] * 4 + ["boots"] * 2 + ["lamps", "boots"] * 4
        >>> found = move_effects([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8], orders, moves)
        >>> found[["move", "effect"]].to_dict("records")
        [{'move': 'Halden: price cut, lamps', 'effect': -0.5}]
    """
    import pandas as pd

    when, what = numbers(weeks, "weeks", whole=True), labels(categories, "categories")
    same_length(weeks=when, categories=what)
    side = count(around, "around", least=1)
    rows = []
    for move in moves.to_dict("records"):
        begin, end = int(move["week"]), int(move["week"] + move["weeks"])
        during = (when >= begin) & (when < end)
        beside = (when >= begin - side) & (when < end + side) & ~during
        if not during.any() or not beside.any():
            raise ValueError(f"moves: there are no orders in or around week {begin}. Take moves of the same weeks.")
        own = what == move["category"]
        found = ab_test(int((own & beside).sum()), int(beside.sum()), int((own & during).sum()), int(during.sum()))
        name = f"{move['competitor']}: {move['move']}, {move['category']}"
        rows.append({"move": name, "effect": found.difference, "low": found.low, "high": found.high})
    return pd.DataFrame(rows, columns=["move", "effect", "low", "high"])
