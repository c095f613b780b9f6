"""Figures of benchmarks/shop.py about what customers say: surveys and reviews."""

from __future__ import annotations

import numpy as np
import pandas as pd
from shop_words import percent

from emptychair import shop
from emptychair.shop.measures import fit_themes, response_weights, theme_scores, weighted_mean

SURVEY_SEEDS = range(1, 31)


def survey(seed: int) -> dict[str, float]:
    """What the survey of one world says, plainly and mended."""
    world = shop.simulate(seed=seed, only=("contacts", "surveys"))
    answered = world.surveys["answered"].to_numpy()
    satisfied = (world.surveys.loc[answered, "satisfied"] >= 4).astype(int).to_numpy()
    true = world.truth.parameter("csat")
    plain = weighted_mean(satisfied, np.ones(len(satisfied)))
    weighted = weighted_mean(satisfied, response_weights(known_of(world), answered))
    # Hansen & Hurwitz: those called stand for all who kept silent.
    silent = (world.callbacks["satisfied"] >= 4).astype(int).to_numpy()
    weights = np.concatenate([np.ones(len(satisfied)), np.full(len(silent), (~answered).sum() / len(silent))])
    called = weighted_mean(np.concatenate([satisfied, silent]), weights)
    return {
        "true": true,
        "planted": world.truth.parameter("csat_bias"),
        "off": plain.value - true,
        "plain": plain.low <= true <= plain.high,
        "weighted": weighted.low <= true <= weighted.high,
        "weighted_off": weighted.value - true,
        "called": called.low <= true <= called.high,
        "called_off": called.value - true,
    }


def known_of(world: shop.World) -> pd.DataFrame:
    """What is known about everybody who was asked: orders so far, and contacts in the six weeks before."""
    orders, contacts = (
        (one["customer_id"] * 1000 + one["week"]).sort_values().to_numpy() for one in (world.orders, world.contacts)
    )
    here = (world.surveys["customer_id"] * 1000 + world.surveys["week"]).to_numpy()
    count = np.searchsorted(orders, here, "right") - np.searchsorted(orders, world.surveys["customer_id"] * 1000)
    recent = np.searchsorted(contacts, here, "right") > np.searchsorted(contacts, here - 6, "right")
    return pd.DataFrame({"orders": np.minimum(count, 6), "recent": recent.astype(int)})


def surveys() -> list[str]:
    """The bias of the survey, and two ways to mend it."""
    table = pd.DataFrame([survey(seed) for seed in SURVEY_SEEDS])
    points = 100 * table[["true", "planted", "off", "weighted_off", "called_off"]].mean()
    return [
        "## Survey",
        "",
        f"Share of satisfied customers (4 or 5 of 5) among all who were asked, {len(table)} worlds. Weights: response_weights on orders so",
        "far and recent contacts. Calls: those who answered the phone stand for all who did not answer the email.",
        "",
        "| what | points off, mean | truth within the 95 % interval |",
        "|---|---|---|",
        f"| planted (truth: {points['true']:.1f} %) | {points['planted']:+.1f} | |",
        f"| plain share of the answers | {points['off']:+.1f} | {percent(table['plain'].mean(), 0)} |",
        f"| weighted by what is known | {points['weighted_off']:+.1f} | {percent(table['weighted'].mean(), 0)} |",
        f"| with calls to the silent | {points['called_off']:+.1f} | {percent(table['called'].mean(), 0)} |",
        "",
    ]


def themes() -> list[str]:
    """Themes of reviews against the truth."""
    world = shop.load()
    table = world.reviews.merge(world.truth.reviews, on="review_id")
    table = table[table["text"].notna() & ~table["spam"] & table["duplicate_of"].isna()].iloc[-4000:]
    labels = np.array([some.split() if isinstance(some, str) else [] for some in table["themes"]], dtype=object)
    test = np.random.default_rng(1).random(len(table)) < 0.25
    model = fit_themes(table["text"][~test], labels[~test].tolist())
    scores = theme_scores(labels[test].tolist(), model.predict(table["text"][test]))
    lines = [
        "## Themes of reviews",
        "",
        f"TF-IDF and logistic regression (`measures.fit_themes`), {len(table):,} reviews of the default world, three quarters to learn,",
        f"one quarter to test. Bar: macro-F1 0.80. **Macro-F1: {scores['macro']:.3f}.**",
        "",
        "| theme | F1 |",
        "|---|---|",
    ]
    return [*lines, *(f"| {name} | {score:.2f} |" for name, score in scores.drop("macro").sort_values().items()), ""]
