"""What a run earned and what it cost, week by week."""

from __future__ import annotations

import numpy as np
import pandas as pd

from emptychair.shop._causes import at_risk
from emptychair.shop._engine import Engine, History
from emptychair.shop._settings import REASONS, setting
from emptychair.shop._streams import Floats


def weekly(engine: Engine, history: History) -> pd.DataFrame:
    """Count and add up every week: what customers saw, and in US dollars what the shop saw.

    An order that comes back is undone: its price is paid back, the goods return to the shelf, handling is lost.
    """
    scene, orders, money = engine.scene, history.orders, setting("money")
    week, weeks = orders["week"], scene.weeks

    def total(values: Floats | np.ndarray) -> Floats:
        return np.bincount(week, weights=values, minlength=weeks).astype(np.float64)

    kept = 1 - orders["returned"]
    far = orders["warehouse"] != orders["region"]
    told = history.contacts["day"] // 7
    minutes = np.array([setting("contact")["minutes"][reason] for reason in REASONS])[history.contacts["reason"]]
    talked = np.bincount(told, weights=minutes, minlength=weeks)[:weeks] * (1 + setting("contact")["repeat"])
    early, form = engine.early, setting("early")
    table = pd.DataFrame(
        {
            "week": np.arange(weeks),
            "orders": np.bincount(week, minlength=weeks),
            "newcomers": engine.newcomers.astype(np.int64),
            "customers": engine.customers.astype(np.int64),
            "trust": engine.trust,
            "orders_hit": total(orders["hit"] > 0).astype(np.int64),
            "contacts": np.bincount(told, minlength=weeks)[:weeks],
            "lost_sales": engine.stock.lost.sum(axis=(1, 2)),
            "sent_early": early.sent if early else 0,
            "days_saved": setting("delivery")["early_days"] * (early.right if early else np.zeros(weeks, np.int64)),
            "misrouted": early.wrong if early else 0,
            "sales_usd": total(orders["price"] * orders["quantity"] * kept),
            "goods_usd": total(scene.range.cost[orders["product"]] * orders["quantity"] * kept),
            "shipping_usd": total(money["shipping"] + money["far_shipping"] * far),
            "returns_usd": total(money["handling_return"] * orders["returned"]),
            "contacts_usd": talked * money["contact_minute"],
            "stock_usd": (engine.stock.on_hand.sum(axis=2) @ scene.range.cost) * money["holding"],
            "early_usd": form["wrong_usd"] * early.wrong - form["right_usd"] * early.right if early else 0.0,
            "listening_usd": engine.listener.listening_usd,
            "fixing_usd": engine.listener.fixing_usd + _dearer(engine, history),
            "campaign_usd": engine.listener.campaign_usd,
        }
    )
    costs = [name for name in map(str, table) if name.endswith("_usd") and name != "sales_usd"]
    table["profit_usd"] = table["sales_usd"] - table[costs].sum(axis=1)
    return table


def _dearer(engine: Engine, history: History) -> Floats:
    """What fixes add to the orders that could have been hit."""
    orders, listener, scene = history.orders, engine.listener, engine.scene
    mended = (orders["week"] >= listener.mended[:, None]) & listener.treated(orders["customer"])
    each = np.array([cause.fix_usd_per_order for cause in scene.causes])
    extra = np.bincount(orders["week"], weights=each @ (mended & at_risk(scene.causes, orders)), minlength=scene.weeks)
    return extra.astype(np.float64)
