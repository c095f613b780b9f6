"""The satisfaction survey: who is asked, what everybody would say, who answers, and whom the phone reaches.

Loyal customers answer more often, customers who just had trouble less, and a little also depends on what they would say. So the
answers are biased. Weights made of what is known about everybody who was asked (orders so far, recent contacts) mend most of it
(Little 1986); what hangs on the answer itself, only a call to a random sample of those who kept silent can mend (Hansen & Hurwitz
1946, doi 10.1080/01621459.1946.10501894).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from emptychair.shop._checkout import Columns
from emptychair.shop._scene import Scene
from emptychair.shop._schema import tables
from emptychair.shop._settings import setting
from emptychair.shop._streams import Flags, Floats, Ints, generator
from emptychair.shop._tables import gaps

RECENT = 4
"""Customers are asked who ordered within so many weeks."""


class Survey(NamedTuple):
    """Who was asked by email, who was called, and what all of them would have said."""

    surveys: pd.DataFrame
    callbacks: pd.DataFrame
    truth: pd.DataFrame


def survey(scene: Scene, orders: Columns, asked: Columns) -> Survey:
    """Ask a sample of recent customers every week."""
    rng, form = generator(scene.seed, "surveys"), setting("survey")
    each = max(1, round(form["asked"] * scene.people.size / 5000))
    week, row = _sample(rng, orders, scene.weeks, each)
    customer, n = orders["customer"][row], len(row)
    feeling = form["middle"] + form["trust"] * orders["trust"][row] + form["hit"] * (orders["hit"][row] > 0)
    troubled = _troubled(scene, orders, asked, customer, week)
    feeling = feeling + form["troubled_by"] * troubled + form["spread"] * rng.standard_normal(n)
    satisfied = np.clip(np.rint(feeling), 1, 5).astype(np.int64)
    score = np.clip(np.rint(2.25 * feeling - 1.0 + 0.9 * rng.standard_normal(n)), 0, 10).astype(np.int64)
    chance = _answers(satisfied, orders["count"][row], troubled)
    answered = rng.random(n) < chance
    called = ~answered & (rng.random(n) < form["callback"])
    shop, truth = tables("shop"), tables("truth")
    said = {"customer_id": customer + 1, "week": week, "score": score, "satisfied": satisfied}
    return Survey(
        shop["surveys"].frame(
            said
            | {
                "asked": np.ones(n, bool),
                "answered": answered,
                "score": gaps(score, ~answered),
                "satisfied": gaps(satisfied, ~answered),
            }
        ),
        shop["callbacks"].frame({name: values[called] for name, values in said.items()}),
        truth["surveys"].frame(said | {"answers": np.round(chance, 6)}),
    )


def _sample(rng: np.random.Generator, orders: Columns, weeks: int, each: int) -> tuple[Ints, Ints]:
    """For each week a sample of the customers with an order in the last weeks, and the row of their last order."""
    asked_week, rows = [], []
    bounds = np.searchsorted(orders["week"], np.arange(weeks + 1))
    for week in range(weeks):
        recent = np.arange(bounds[max(0, week + 1 - RECENT)], bounds[week + 1])
        # Of the reversed customers, the first place of each is that of the last order.
        last = recent[::-1][np.unique(orders["customer"][recent[::-1]], return_index=True)[1]]
        chosen = np.sort(rng.choice(last, min(each, len(last)), replace=False))
        rows.append(chosen)
        asked_week.append(np.full(len(chosen), week))
    return np.concatenate(asked_week), np.concatenate(rows)


def _answers(satisfied: Ints, orders: Ints, troubled: Flags) -> Floats:
    """The chance to answer the email."""
    form = setting("survey")
    odds = form["base"] + form["loyal"] * (np.minimum(orders, form["loyal_orders"]) - 1) + form["troubled"] * troubled
    odds = odds + form["delighted"] * (satisfied == 5) + form["angry"] * (satisfied <= 2)
    chance: Floats = 1 / (1 + np.exp(-odds))
    return chance


def _troubled(scene: Scene, orders: Columns, asked: Columns, customer: Ints, week: Ints) -> Flags:
    """Who got in touch in the week of the email or the weeks before."""
    span = 2 * scene.weeks + 1  # of two customers, no weeks overlap
    contacts = np.sort(orders["customer"][asked["row"]] * span + asked["day"] // 7)
    here = customer * span + week
    since = np.searchsorted(contacts, here - setting("survey")["troubled_weeks"], side="right")
    troubled: Flags = np.searchsorted(contacts, here, side="right") > since
    return troubled
