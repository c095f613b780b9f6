"""Figures of benchmarks/shop.py about the shop under policies."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
from shop_words import percent

from emptychair import shop
from emptychair.shop import _run
from emptychair.shop._engine import Engine
from emptychair.shop._scene import scene

POLICY_SEEDS = range(1, 101)
QUIET_SEEDS = range(1, 21)


def loops(seed: int, policies: tuple[shop.Policy, ...]) -> list[tuple[float, float, float, int]]:
    """Trust, profit, contacts per order and causes found of each policy."""
    world = SimpleNamespace(seed=seed, size=5_000, weeks=78)
    runs = [shop.run(world, policy) for policy in policies]
    return [(run.trust, run.profit_usd, run.contacts_per_order, len(run.found)) for run in runs]


def policies() -> list[str]:
    """Four feedback loops over many seeds, and where there is nothing to find."""
    every = np.array([loops(seed, (*shop.LOOPS, shop.AS_IT_WAS)) for seed in POLICY_SEEDS])
    ordered = [(np.diff(every[:, :4, column], axis=1) < 0).all(axis=1) for column in (0, 1)]
    lines = [
        "## Feedback loops",
        "",
        f"26 weeks of the same world under four policies, {len(every)} seeds, means. Bar: closed loop > always > only Tuesdays > marketing",
        "only, on trust and on profit, in at least 95 % of seeds.",
        "",
        "| policy | trust | profit, US dollars | contacts per order | causes found |",
        "|---|---|---|---|---|",
    ]
    for place, policy in enumerate((*shop.LOOPS, shop.AS_IT_WAS)):
        trust, profit, rate, count = every[:, place].mean(axis=0)
        lines.append(f"| {policy.name} | {trust:.3f} | {profit:,.0f} | {rate:.3f} | {count:.1f} |")
    lines += ["", "| gap | trust | profit, US dollars: mean, and 2.5–97.5 % of seeds |", "|---|---|---|"]
    for place in range(3):
        gap = every[:, place] - every[:, place + 1]
        low, high = np.quantile(gap[:, 1], [0.025, 0.975])
        pair = f"{shop.LOOPS[place].name} over {shop.LOOPS[place + 1].name}"
        lines.append(f"| {pair} | {gap[:, 0].mean():+.3f} | {gap[:, 1].mean():+,.0f}, {low:,.0f} to {high:,.0f} |")
    quiet = np.array([quiet_loops(seed) for seed in QUIET_SEEDS])
    cost = (quiet[:, 0, 1] - quiet[:, 2, 1]).mean()
    return [
        *lines,
        "",
        f"In this order: trust in {percent(ordered[0].mean(), 0)} of seeds, profit in {percent(ordered[1].mean(), 0)}, "
        f"both in {percent((ordered[0] & ordered[1]).mean(), 0)}.",
        "",
        f"The same policies where no cause is planted, {len(quiet)} seeds: closed loop, always and as it was end with the same trust in "
        f"{percent((np.ptp(quiet[:, :, 0], axis=1) == 0).mean(), 0)}, and closed loop is {-cost:,.0f} dollars worse than doing nothing. "
        "Nothing in the code prefers a policy; listening pays because there is something to hear.",
        "",
    ]


def quiet_loops(seed: int) -> list[tuple[float, float]]:
    """Trust and profit of three policies in a world without causes."""
    stage = scene(seed, 5_000, 78)._replace(rates=np.zeros((78, 9)))
    recorded = Engine(stage).advance(52)
    past = recorded.fork(shop.AS_IT_WAS, recorded.recorded)
    recorded.advance(78)
    out = []
    for policy in (shop.CLOSED_LOOP, shop.ALWAYS, shop.AS_IT_WAS):
        engine = past.fork(policy, recorded.recorded).advance(78)
        weeks = _run.weekly(engine, engine.history())
        out.append((engine.trust[-1], float(weeks["profit_usd"][52:].sum())))
    return out
