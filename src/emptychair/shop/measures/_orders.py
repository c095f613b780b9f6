"""What orders and contacts say: who comes back, how often things go wrong, and why people have to write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from emptychair.shop.measures._input import Values, between, count, labels, numbers, same_length
from emptychair.shop.measures._values import Estimate

if TYPE_CHECKING:
    import pandas as pd


def repeat_rate(customers: Values, *, times: int = 2) -> float:
    """The share of buyers who bought at least ``times`` times.

    Formula: (customers with ``times`` or more orders) / (customers with an order); 0 to 1. ``customers`` holds one
    customer id for each order, as the column of an orders table does. Over which weeks is yours to say: a longer window
    has more repeats.

    Raises:
        ValueError: no orders, or a missing id.

    Example:
        >>> repeat_rate(["ana", "ben", "ana", "cy", "ana", "cy"])  # ana and cy came back, ben did not
        0.6666666666666666
    """
    _, orders = np.unique(labels(customers, "customers"), return_counts=True)
    return float((orders >= count(times, "times", least=1)).mean())


def contacts_per_order(contacts: float, orders: float) -> float:
    """How often customers had to get in touch for each order: contacts / orders; 0 or more.

    The best service is no service: the number falls when a cause is removed, not when calls get shorter. (Bill Price
    and David Jaffe, The Best Service Is No Service, 2008.)

    Raises:
        ValueError: counts that are not whole or below zero, or no orders.

    Example:
        >>> contacts_per_order(120, 1000)
        0.12
    """
    return count(contacts, "contacts") / count(orders, "orders", least=1)


def contacts_per_order_by_week(contact_weeks: Values, order_weeks: Values) -> pd.Series[float]:
    """Contacts per order for each week that has orders, the first week first.

    ``contact_weeks`` holds the week of each contact, ``order_weeks`` the week of each order. A week without orders has
    no rate and is left out.

    Raises:
        ValueError: no orders, or weeks that are missing or not whole.

    Example:
        >>> contacts_per_order_by_week([1, 1, 3], [1, 1, 1, 1, 2, 3, 3]).to_dict()
        {1: 0.5, 2: 0.0, 3: 0.5}
    """
    import pandas as pd

    contacts = pd.Series(numbers(contact_weeks, "contact_weeks", whole=True, empty=True).astype(int)).value_counts()
    orders = pd.Series(numbers(order_weeks, "order_weeks", whole=True).astype(int)).value_counts().sort_index()
    rate = contacts.reindex(orders.index, fill_value=0) / orders
    return rate.rename("contacts_per_order").rename_axis("week")


def defect_rate(defects: Values, orders: Values) -> float:
    """The share of orders about which at least one defect was reported.

    Formula: (orders with a report) / (orders); 0 to 1. ``defects`` holds the order id of each report, ``orders`` all
    order ids. Three calls about one order are one defective order.

    Raises:
        ValueError: no orders, missing ids, or reports about orders that are not among ``orders``.

    Example:
        >>> defect_rate([17, 17, 17, 20], range(10, 30))
        0.1
    """
    all_orders = set(labels(orders, "orders").tolist())
    reported = set(labels(defects, "defects", empty=True).tolist())
    if strangers := reported - all_orders:
        example = min(strangers, key=str)
        raise ValueError(
            f"defects: {len(strangers)} order ids are not among the orders (such as {example!r}). "
            "Take both from the same weeks."
        )
    return len(reported) / len(all_orders)


def proportion(found: int, among: int, *, confidence: float = 0.95) -> Estimate:
    """A share with its interval: ``found`` of ``among``.

    Formula: k / n with Wilson's interval (1927), which also holds its promise near 0 and 1; by statsmodels.

    Raises:
        ValueError: counts that are not whole, more found than there are, or a confidence that is not between 0 and 1.

    Example:
        >>> share = proportion(30, 200)
        >>> share.value, round(share.low, 3), round(share.high, 3)
        (0.15, 0.107, 0.206)
    """
    from statsmodels.stats.proportion import proportion_confint

    n = count(among, "among", least=1)
    k = count(between(count(found, "found"), "found", 0, n), "found")
    level = between(confidence, "confidence", 0, 1, open_ends=True)
    low, high = proportion_confint(k, n, alpha=1 - level, method="wilson")
    return Estimate(k / n, min(float(low), k / n), max(float(high), k / n))


def pareto(reasons: Values, weights: Values | None = None) -> pd.DataFrame:
    """Reasons by how much they matter: few of them make most of the contacts.

    A table, the greatest first (ties by name), with the columns ``reason``, ``count``, ``share`` (0 to 1) and
    ``cumulative`` (share of this reason and all above it). ``weights`` may say what each contact counts, such as its
    minutes or its cost. (Juran, Quality Control Handbook, 1951.)

    Raises:
        ValueError: no reasons, missing reasons, weights below zero or not one for each reason, or weights that are all 0.

    Example:
        >>> print(pareto(["late", "late", "leaks", "late"]).to_string(index=False))
        reason  count  share  cumulative
          late      3   0.75        0.75
         leaks      1   0.25        1.00
    """
    import pandas as pd

    why = labels(reasons, "reasons")
    weight: np.ndarray[Any, Any] = np.ones(len(why), dtype=int)
    if weights is not None:
        weight = numbers(weights, "weights", low=0)
    same_length(reasons=why, weights=weight)
    totals = pd.Series(weight).groupby(pd.Series(why.astype(str)), sort=True).sum()
    if not totals.sum() > 0:
        raise ValueError("weights: they are all 0, so nothing has a share.")
    table = totals.sort_values(ascending=False, kind="stable").rename("count").rename_axis("reason").reset_index()
    table["share"] = table["count"] / table["count"].sum()
    table["cumulative"] = (table["count"].cumsum() / table["count"].sum()).clip(upper=1.0)
    return table
