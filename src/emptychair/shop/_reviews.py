"""Reviews: who writes one, how many stars, about what.

What an order was worth to the customer has one hump in the middle; those for whom it was very good or very bad write more often,
so that the stars that are seen have the shape of a J (Hu, Zhang & Pavlou 2009, doi 10.1145/1562764.1562800).
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from emptychair.shop._checkout import Columns
from emptychair.shop._contacts import Said, joined
from emptychair.shop._review_themes import plan, worst_cause
from emptychair.shop._scene import Scene
from emptychair.shop._schema import tables
from emptychair.shop._settings import CATEGORIES, REGIONS, setting
from emptychair.shop._streams import Ints, generator
from emptychair.shop._tables import gaps, named
from emptychair.shop.texts import VOICES, write_reviews


def reviews(scene: Scene, orders: Columns) -> Said:
    """Write the reviews of all orders, and some that belong to none."""
    rng, form = generator(scene.seed, "reviews"), setting("review")
    worth = _worth(rng, scene, orders)
    day = orders["day"] + rng.integers(form["days"][0], form["days"][1], len(worth), endpoint=True)
    chance = np.take(form["write"], worth - 1) * np.where(orders["hit"] > 0, form["hit"], 1.0)
    wrote = np.flatnonzero((rng.random(len(worth)) < chance) & (day < 7 * scene.weeks))
    picked = {name: column[wrote] for name, column in orders.items()} | {"order": wrote, "day": day[wrote]}
    picked["rating"] = worth[wrote]
    picked["cause"] = worst_cause(rng, scene, picked["hit"])
    rows = plan(rng, scene, picked)
    rows = pd.concat([rows, _spam(rng, scene, round(form["spam"] * len(rows)))], ignore_index=True)
    rows = rows.sort_values("day", kind="stable", ignore_index=True)
    texts = np.array(write_reviews(generator(scene.seed, "review texts"), rows), dtype=object)
    bare = (rng.random(len(rows)) < form["stars_only"]) & ~rows["spam"].to_numpy()
    texts[bare] = None
    rows["text"] = texts
    for name in ("themes", "sentiments"):
        rows[name] = joined(rows[name].where(~bare, other=pd.Series([()] * len(rows))).tolist())
    return _tables(_twice(rng, rows, 7 * scene.weeks))


def _worth(rng: np.random.Generator, scene: Scene, orders: Columns) -> Ints:
    """What each order was worth to the customer, 1 to 5."""
    form = setting("review")["worth"]
    liked = form["product"] * rng.standard_normal(len(scene.range.category))
    late = orders["days"] > setting("delivery")["promise"]
    middle = form["middle"] + form["trust"] * (orders["trust"] - 0.6) + liked[orders["product"]]
    worth = middle + form["hit"] * (orders["hit"] > 0) + form["late"] * late
    stars: Ints = np.clip(np.rint(worth + form["spread"] * rng.standard_normal(len(worth))), 1, 5).astype(np.int64)
    return stars


def _spam(rng: np.random.Generator, scene: Scene, n: int) -> pd.DataFrame:
    """Reviews that have nothing to do with the product, without an order and without an account."""
    product = rng.integers(len(scene.range.category), size=n)
    return pd.DataFrame(
        {
            "order": -1,
            "customer": -1,
            "product": product,
            "day": rng.integers(7 * scene.weeks, size=n),
            "cause": None,
            "category": named(CATEGORIES, scene.range.category[product]),
            "rating": np.where(rng.random(n) < 0.8, 5, 1),
            "themes": [()] * n,
            "sentiments": [()] * n,
            "sarcastic": False,
            "voice": named(tuple(VOICES), rng.integers(len(VOICES), size=n)),
            "spam": True,
            "days_late": 0,
            "region": named(REGIONS, rng.integers(len(REGIONS), size=n)),
        }
    )


def _twice(rng: np.random.Generator, rows: pd.DataFrame, end: int) -> pd.DataFrame:
    """Some reviews are sent twice; ``twin`` is the number of the first one."""
    rows = rows.assign(review_id=np.arange(1, len(rows) + 1), twin=0)
    again = rows[rng.random(len(rows)) < setting("review")["twice"]]
    again = again.assign(
        day=np.minimum(again["day"] + rng.integers(0, 4, len(again)), end - 1), twin=again["review_id"]
    )
    both = pd.concat([rows, again], ignore_index=True).sort_values("day", kind="stable", ignore_index=True)
    new = pd.Series(np.arange(1, len(both) + 1), index=both.index)
    first = pd.Series(new[both["twin"] == 0].to_numpy(), index=both["review_id"][both["twin"] == 0])
    both["twin"] = both["twin"].map(first).fillna(0).astype(np.int64)
    numbered: pd.DataFrame = both.assign(review_id=new)
    return numbered


def _tables(rows: pd.DataFrame) -> Said:
    table = tables("shop")["reviews"].frame(
        {
            "review_id": rows["review_id"],
            "order_id": gaps(rows["order"].to_numpy() + 1, rows["order"].to_numpy() < 0),
            "customer_id": gaps(rows["customer"].to_numpy() + 1, rows["customer"].to_numpy() < 0),
            "product_id": rows["product"] + 1,
            "day": rows["day"],
            "week": rows["day"] // 7,
            "rating": rows["rating"],
            "text": rows["text"],
        }
    )
    twin = rows["twin"].to_numpy()
    kept = {name: rows[name] for name in ("review_id", "cause", "themes", "sentiments", "sarcastic", "voice", "spam")}
    return Said(table, tables("truth")["reviews"].frame(kept | {"duplicate_of": gaps(twin, twin == 0)}))
