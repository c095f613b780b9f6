"""The ledger of one customer's trust: what each order, broken promise and repair puts in or takes out.

The same rules as in the simulation (:mod:`emptychair.shop._trust`), for the mean of many customers to whom the same happens: where a
trouble hits a share of orders, the mean customer loses that share of the damage.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from emptychair.shop._settings import read, setting
from emptychair.shop._trust import after_leak

EVENTS: Final = tuple(read("ledger"))
"""What can be entered."""
TROUBLE: Final = "north_carrier"
ORDERS: Final = 40


@dataclass(slots=True)
class _Account:
    """Where the customer stands between two orders."""

    trust: float
    hurt: float = 0.0
    chance: float = 0.0
    running: bool = False  # a trouble that nobody has mended


def ledger(events: Iterable[tuple[int, str]] = (), *, orders: int = ORDERS, start: float | None = None) -> pd.DataFrame:
    """Trust after each order, from 0 to 1, and what was put in (``deposit``) and taken out (``withdrawal``) since the one before.

    ``events`` are pairs of an order (from 1) and one of the names in ``ledger.toml``; several may share an order. Row 0 is the day
    before the first order. ``start`` is the mean of new customers when it is not given.

    Raises:
        ValueError: there is no such event, or its order is not one of the ledger's.

    Example:
        >>> book = ledger([(3, "kettle_seal")], orders=4)
        >>> book["trust"].round(3).tolist()
        [0.6, 0.614, 0.628, 0.439, 0.459]
    """
    planned: dict[int, list[str]] = {}
    for order, name in events:
        if name not in EVENTS:
            raise ValueError(f'There is no event "{name}"; there are {", ".join(EVENTS)}.')
        if not 1 <= order <= orders:
            raise ValueError(f"An event stands at an order from 1 to {orders}, not at {order}.")
        planned.setdefault(order, []).append(name)
    a, b = setting("trust")["start"]
    account = _Account(a / (a + b) if start is None else start)
    rows = [(0, account.trust, 0.0, 0.0)]
    for order in range(1, orders + 1):
        steps = [account.trust]
        for name in planned.get(order, ()):
            _between(account, name)
            steps.append(account.trust)
        _order(account, planned.get(order, ()))
        moves = np.diff([*steps, account.trust])
        rows.append((order, account.trust, moves[moves > 0].sum(), -moves[moves < 0].sum()))
    return pd.DataFrame(rows, columns=["order", "trust", "deposit", "withdrawal"])


def _between(account: _Account, name: str) -> None:
    """What happens before the order is placed. As in the simulation, nobody can be told that it is mended before it is,
    and an apology that changes nothing is nothing."""
    cause = read("causes")[TROUBLE]
    if name == "leak":
        account.trust = float(after_leak(np.array([account.trust]), np.array([1.0]))[0])
    elif name == TROUBLE:
        account.chance, account.running = cause["rate"], True
    elif name == "fix":
        account.chance, account.running = account.chance * (1 - cause["fix"]["removes"]), False
    elif name == "told" and not account.running:
        account.trust = min(1.0, account.trust + setting("listening")["tell_regains"] * account.hurt)
        account.hurt = 0.0


def _order(account: _Account, names: Iterable[str]) -> None:
    """An order: a gain where all is well, a share lost where it is not. ``chance`` is that of the trouble that lasts."""
    form, causes, before = setting("trust"), read("causes"), account.trust
    names = tuple(names)
    if "sold_out" in names:  # nothing is delivered, so nothing is gained
        account.trust *= 1 - form["out_of_stock"]
        return
    hit = 1 - causes["kettle_seal"]["damage"] if "kettle_seal" in names else 1.0
    slow = 1 - form["late"] if "late" in names else 1.0
    fine = hit == slow == 1.0
    gain = form["gain"] + form["early"] * ("early" in names) if fine else 0.0
    damage = causes[TROUBLE]["damage"]
    spared = (1 - account.chance) * (before * hit * slow + gain * (1 - before))
    struck = account.chance * before * hit * (1 - damage)
    account.trust = spared + struck
    account.hurt += before * (1 - hit) + account.chance * before * damage
