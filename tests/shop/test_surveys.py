"""The survey misleads by a planted amount, and can be mended."""

from __future__ import annotations

import numpy as np
import pandas as pd

from emptychair import shop
from emptychair.shop.measures import response_weights, weighted_mean


def known(world: shop.World) -> pd.DataFrame:
    """What is known about everybody who was asked: orders so far, and whether they got in touch in the weeks before."""
    keys = [
        (table["customer_id"] * 1000 + table["week"]).sort_values().to_numpy()
        for table in (world.orders, world.contacts)
    ]
    here = (world.surveys["customer_id"] * 1000 + world.surveys["week"]).to_numpy()
    orders = np.searchsorted(keys[0], here, "right") - np.searchsorted(keys[0], world.surveys["customer_id"] * 1000)
    recent = np.searchsorted(keys[1], here, "right") - np.searchsorted(keys[1], here - 6, "right")
    return pd.DataFrame({"orders": np.minimum(orders, 6), "recent": (recent > 0).astype(int)})


def test_survey_misleads_and_weights_mend(kept: shop.World) -> None:
    """Is the plain share off by the planted amount, and does the weighted one hold the truth within its interval?"""
    answered = kept.surveys["answered"].to_numpy()
    satisfied = (kept.surveys.loc[answered, "satisfied"] >= 4).astype(int).to_numpy()
    true, bias = kept.truth.parameter("csat"), kept.truth.parameter("csat_bias")
    plain = weighted_mean(satisfied, np.ones(len(satisfied)))
    assert bias > 0.04
    assert plain.low <= true + bias <= plain.high
    assert plain.low > true
    weighted = weighted_mean(satisfied, response_weights(known(kept), answered))
    assert weighted.low <= true <= weighted.high


def test_callbacks_are_a_sample_of_the_silent(kept: shop.World) -> None:
    """Were only those called who did not answer, about the planted share of them, and do they say what they think?"""
    silent = kept.surveys[~kept.surveys["answered"]]
    called = kept.callbacks.merge(silent[["customer_id", "week"]], on=["customer_id", "week"])
    assert len(called) == len(kept.callbacks)
    assert 0.08 < len(called) / len(silent) < 0.16
    true = kept.callbacks.merge(kept.truth.surveys, on=["customer_id", "week"], suffixes=("", "_true"))
    assert (true["score"] == true["score_true"]).all()


def test_answers_hide_the_silent(kept: shop.World) -> None:
    """Are answers given only by those who answered, and the truth known for everybody?"""
    assert (kept.surveys["score"].notna() == kept.surveys["answered"]).all()
    assert len(kept.truth.surveys) == len(kept.surveys)
    assert kept.truth.surveys["answers"].between(0, 1).all()
