"""One sample of each figure, and the awkward ones: long names, lines that end together, numbers far apart."""

from __future__ import annotations

import numpy as np
import pandas as pd

from emptychair.shop import measures, plot


def samples() -> dict[str, plot.Figure]:
    """Every figure of the course, drawn from seeded data."""
    rng = np.random.default_rng(2026)
    weeks = np.arange(78)
    rates = pd.Series(np.where(weeks < 46, 0.19, 0.11) + rng.normal(0, 0.008, 78), index=weeks)
    steps = np.where(np.isin(np.arange(40), [12, 26]), -17, 0.9)
    trust = np.clip(60 + np.cumsum(steps), 0, 100)
    chances = rng.beta(1.2, 2.5, 4000)
    ordered = rng.random(4000) < np.clip(chances * 0.85, 0, 1)
    reasons = rng.choice(
        ["where_is_my_order", "wrong_size", "defective", "where_is_my_refund", "damaged", "cannot_sign_in", "other"],
        2400, p=[0.44, 0.2, 0.13, 0.1, 0.06, 0.05, 0.02],
    )  # fmt: skip
    demand = np.round(12 + 70 / (1 + np.exp(-(np.arange(40) - 22) / 3)) + rng.normal(0, 3, 40)).clip(0)
    stock = np.maximum(0, 620 - np.cumsum(demand) + np.where(np.arange(40) >= 27, 900, 0))
    lost = np.where((stock == 0), demand, 0)
    half = np.arange(27)
    loop = pd.DataFrame(
        {
            "closed loop": 55 + 22 * (1 - np.exp(-half / 9)),
            "always": 55 + 9 * (1 - np.exp(-half / 9)),
            "only Tuesdays": 55 + 7.5 * (1 - np.exp(-half / 9)) - 0.05 * half,
            "marketing only": 55 - 14 * (1 - np.exp(-half / 12)),
        },
        index=half,
    )
    themes = pd.DataFrame(
        {
            "theme": [
                "late_delivery",
                "runs_small",
                "good_quality",
                "arrived_damaged",
                "not_as_pictured",
                "kind_service",
            ],
            "negative": [520, 310, 8, 190, 120, 10],
            "mixed": [60, 45, 30, 22, 31, 9],
            "positive": [14, 20, 430, 5, 12, 88],
        }
    )
    answers = {
        "next-day delivery": (["like"] * 50 + ["neutral"] * 30, ["neutral"] * 50 + ["neutral"] * 30),
        "true delivery date": (["expect"] * 60 + ["like"] * 20, ["dislike"] * 60 + ["dislike"] * 20),
        "refund within two days": (["like"] * 45 + ["expect"] * 35, ["dislike"] * 70 + ["tolerate"] * 10),
        "easy returns": (["like"] * 44 + ["expect"] * 36, ["dislike"] * 69 + ["tolerate"] * 11),
        "gift wrap": (["neutral"] * 60 + ["like"] * 20, ["neutral"] * 70 + ["tolerate"] * 10),
        "handwritten note": (["like"] * 30 + ["neutral"] * 50, ["neutral"] * 80),
    }
    moves = pd.DataFrame(
        {
            "move": ["delivery by the hour", "free returns", "price cut on lamps", "new logo", "loyalty points"],
            "effect": [-0.006, -0.031, -0.014, 0.001, 0.004],
            "low": [-0.017, -0.043, -0.026, -0.010, -0.008],
            "high": [0.005, -0.019, -0.002, 0.012, 0.016],
        }
    )
    empty = np.arange(24) >= 18
    sold_out = pd.DataFrame({"week": np.arange(24), "demand": demand[:24], "on_hand": np.where(empty, 0, stock[:24])})
    sold_out["lost_sales"] = np.where(empty, demand[:24], 0)
    events = [
        (12, "parcels late", False),
        (26, "photo warmer than the cloth", False),
        (5, "date held", True),
        (14, "refund unasked", True),
        (37, "told what changed", True),
    ]
    fixes = {
        "new size chart": measures.ab_test(250, 5000, 180, 5000),
        "softer hold music": measures.ab_test(250, 5000, 246, 5000),
    }
    seasons = {"spring": 60, "summer": 240, "autumn": 900}
    before = rng.poisson(1.6, 6000)
    expected = 0.3 + 0.8 * before
    chain = pd.Series(
        {"lamps": 0.31, "bedding": 0.22, "kettles": 0.14, "umbrellas": 0.1, "toys": 0.09, "boots": 0.08, "knives": 0.06}
    )
    days = np.array([7, 14, 30, 60, 90, 180, 365, 546])
    return {
        "repeat_and_trust": plot.repeat_and_trust(
            range(1, 9), [0.28, 0.3, 0.31, 0.33, 0.26, 0.27, 0.29, 0.32], [58, 61, 64, 66, 47, 50, 54, 59]
        ),
        "calibration": plot.calibration(measures.calibration_curve(chances, ordered)),
        "style_takeoff": plot.style_takeoff(
            pd.DataFrame({"week": np.arange(40), "demand": demand, "on_hand": stock, "lost_sales": lost}),
            style="wave", reorder_week=27,
        ),
        "style_sold_out": plot.style_takeoff(sold_out),
        "early_shipping": plot.early_shipping(
            measures.early_shipping_curve(chances, ordered, gain=3.2, cost=5.1), gain=3.2, cost=5.1
        ),
        "early_shipping_bold": plot.early_shipping(
            measures.early_shipping_curve(chances, ordered, gain=9, cost=1), gain=9, cost=1
        ),
        "pareto": plot.pareto(measures.pareto(reasons)),
        "contacts_per_order": plot.contacts_per_order(rates, fixed_week=46, fix="carrier in the north changed"),
        "contacts_late_fix": plot.contacts_per_order(rates, fixed_week=74, fix="seal replaced by the supplier"),
        "survey_bias": plot.survey_bias(
            {
                "answered": measures.proportion(330, 407),
                "answered, weighted": measures.Estimate(0.644, 0.571, 0.712),
                "asked": 0.661,
                "all customers": 0.624,
            }
        ),
        "themes": plot.themes(themes),
        "policies": plot.policies(loop),
        "ab_interval": plot.ab_interval(measures.ab_test(250, 5000, 180, 5000)),
        "ab_intervals": plot.ab_interval(fixes),
        "nps": plot.nps({name: measures.nps(rng.choice([10, 9, 8, 5, 2], n)) for name, n in seasons.items()}),
        "nps_one": plot.nps(measures.nps([10] * 50 + [8] * 30 + [4] * 20)),
        "trust_ledger": plot.trust_ledger(np.arange(40), trust, events),
        "trust_low": plot.trust_ledger(np.arange(40), trust - 35, events),
        "privacy_dial": plot.privacy_dial(
            pd.DataFrame({"days": days, "accuracy": 0.5 - 0.3 * np.exp(-days / 60)}), chosen=90
        ),
        "expected_purchases": plot.expected_purchases(before, rng.poisson(expected), expected * 1.06),
        "ratings": plot.ratings(rng.choice([1, 2, 3, 4, 5], 4000, p=[0.13, 0.05, 0.07, 0.16, 0.59])),
        "competitor_moves": plot.competitor_moves(moves),
        "kano": plot.kano({name: measures.kano(*pair) for name, pair in answers.items()}),
        "next_purchase": plot.next_purchase(chain, last="kettles"),
    }  # fmt: skip
