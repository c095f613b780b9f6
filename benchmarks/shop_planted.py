"""Figures of benchmarks/shop.py about what is planted and found again: root causes, effects of fixes, buying."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pandas as pd
from shop_words import percent

from emptychair import shop
from emptychair.shop import _run
from emptychair.shop._scene import scene
from emptychair.shop._simulate import SEED
from emptychair.shop.measures import ab_test, fit_bgnbd, purchase_summary

CAUSE_SEEDS = range(1, 31)
NULL_WORLDS, FIXED_WORLDS = 2_000, 400
BUYING_SEEDS = range(1, 7)


def found(seed: int) -> pd.DataFrame:
    """What the plain analyst finds in a world, beside what was planted."""
    world = shop.simulate(seed=seed, only=("contacts",))
    table = shop.find_causes(world).merge(world.truth.causes, on="reason", how="outer", suffixes=("", "_true"))
    table["placed"] = table["column"] + " = " + table["values"] == table["hits"]
    table["dated"] = (table["week"] - table["start_week"]).abs() <= 1
    table["inside"] = table["effect_true"].between(table["low"], table["high"])
    return table


def causes() -> list[str]:
    """Root causes found without knowing the truth."""
    lines = [
        "## Planted root causes",
        "",
        "`shop.find_causes` sees orders, products, customers and contacts. It looks for jumps in contacts per order and asks where they",
        "are. Effect: rise in contacts per order among the orders concerned. Bar: at least 8 of 9 in the right place, dated within one",
        f"week, effect within its 95 % interval. The default world (seed {SEED}, picked so that a lesson can show all nine):",
        "",
        "| reason | where | planted week | found week | planted effect | found effect | 95 % interval |",
        "|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {row.reason} | {row.hits} | {row.start_week} | {row.week:.0f} | {row.effect_true:.3f} | {row.effect:.3f} "
        f"| {row.low:.3f}–{row.high:.3f} |"
        for row in found(SEED).itertuples()
    ]
    tables = [found(seed) for seed in CAUSE_SEEDS]
    every = pd.concat(tables)
    good = np.array([int((one["placed"] & one["dated"] & one["inside"]).sum()) for one in tables])
    return [
        *lines,
        "",
        f"{len(tables)} other worlds, nine causes each:",
        "",
        "| what | share |",
        "|---|---|",
        f"| found, in the right place | {percent(every['placed'].mean())} |",
        f"| dated within one week | {percent(every['dated'].mean())} |",
        f"| effect within its 95 % interval | {percent(every['inside'].mean())} |",
        f"| false causes | {sum(len(one) - 9 for one in tables)} in all |",
        f"| worlds with all three for at least 8 of 9 | {percent((good >= 8).mean())} |",
        "",
        "Intervals that are right 95 times in 100 miss at least two of nine in 7 of 100 worlds, whatever the analyst does.",
        "",
    ]


def null_test(seed: int) -> tuple[bool, float]:
    """A test of nothing in a small world: whether it was positive, and the difference found."""
    world = shop.simulate(customers=300, weeks=12, seed=seed, only=("contacts",))
    arm = shop.treated(world, "nothing", world.customers["customer_id"])
    asked = world.customers["customer_id"].isin(world.contacts["customer_id"]).to_numpy()
    result = ab_test(int(asked[~arm].sum()), int((~arm).sum()), int(asked[arm].sum()), int(arm.sum()))
    return result.clear, result.difference


def fixed_test(seed: int) -> tuple[bool, bool]:
    """A test of the new size chart on half the customers: whether it was positive, and whether its interval holds the truth."""
    size, weeks, start = 3_000, 40, 14
    stage = scene(seed, size, weeks)
    place = stage.cause("size_chart")
    cause = stage.causes[place]
    past, recorded = _run._past(seed, size, weeks, start)
    policy = shop.Policy(fixes=(shop.Fix("size_chart", start, share=0.5),))
    orders, contacts = past.fork(policy, recorded).advance(weeks).history()
    coats = (orders["week"] >= start) & cause.at_risk[stage.range.category[orders["product"]]]
    asked = np.zeros(len(coats), bool)
    asked[contacts["row"][contacts["cause"] == place]] = True
    world = SimpleNamespace(seed=seed, size=size, weeks=weeks)
    arm = shop.treated(world, "size_chart", orders["customer"] + 1)
    counts = [
        int((asked & coats & ~arm).sum()),
        int((coats & ~arm).sum()),
        int((asked & coats & arm).sum()),
        int((coats & arm).sum()),
    ]
    result = ab_test(*counts)
    true = -cause.rate * cause.contacts * cause.removes
    return result.clear, result.low <= true <= result.high


def experiments() -> list[str]:
    """A/B tests with and without an effect."""
    null = [null_test(seed) for seed in range(NULL_WORLDS)]
    fixed = [fixed_test(seed) for seed in range(FIXED_WORLDS)]
    positive = np.mean([clear for clear, _ in null])
    return [
        "## A/B tests",
        "",
        f"{NULL_WORLDS:,} worlds of 300 customers and 12 weeks, half of whom are told apart and treated alike; the share of customers",
        f"who get in touch. Then {FIXED_WORLDS} worlds of 3,000 customers, half of whom get the new size chart; contacts per",
        "coat ordered.",
        "",
        "| what | figure | bar |",
        "|---|---|---|",
        f"| positive without an effect | {percent(positive)} | 3.5–6.5 % |",
        f"| intervals that hold the truth, no effect | {percent(1 - positive)} | 93–97 % |",
        f"| intervals that hold the truth, size chart | {percent(np.mean([inside for _, inside in fixed]))} | 93–97 % |",
        f"| positive with the size chart | {percent(np.mean([clear for clear, _ in fixed]))} | |",
        "",
    ]


def buying() -> list[str]:
    """BG/NBD fitted to the orders."""
    names = ("r", "alpha", "a", "b")
    rows, planted = [], {}
    for seed in BUYING_SEEDS:
        world = shop.simulate(customers=50_000, seed=seed, only=())
        table = purchase_summary(world.orders["customer_id"], world.orders["day"], until=7 * world.weeks)
        model = fit_bgnbd(table["frequency"], table["recency"], table["age"])
        planted = {name: world.truth.parameter(name) for name in names}
        rows.append([getattr(model, name) for name in names])
    lines = [
        "## Buying",
        "",
        "BG/NBD fitted by maximum likelihood to all orders of 50,000 customers, seasons, empty shelves, competitors, causes and all.",
        "Bar: within 10 %.",
        "",
        f"| parameter | planted | {' | '.join(f'seed {seed}' for seed in BUYING_SEEDS)} | furthest off |",
        f"|---|---|{'---|' * len(rows)}---|",
    ]
    for name, values in zip(names, np.array(rows).T, strict=True):
        off = max(abs(values / planted[name] - 1))
        lines.append(
            f"| {name} | {planted[name]} | {' | '.join(f'{value:.3f}' for value in values)} | {percent(off)} |"
        )
    return [*lines, ""]
