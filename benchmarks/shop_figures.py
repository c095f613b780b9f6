"""The figures of benchmarks/shop.py, a function a section; ``python shop_figures.py N`` times a world of N customers."""

from __future__ import annotations

import resource
import sys
import time
from types import SimpleNamespace

import numpy as np
import pandas as pd

from emptychair import shop
from emptychair.shop import _run
from emptychair.shop._engine import Engine
from emptychair.shop._scene import scene
from emptychair.shop._simulate import SEED
from emptychair.shop.measures import (
    ab_test,
    fit_bgnbd,
    fit_themes,
    purchase_summary,
    response_weights,
    theme_scores,
    weighted_mean,
)

CAUSE_SEEDS = range(1, 31)
NULL_WORLDS, FIXED_WORLDS = 2_000, 400
BUYING_SEEDS = range(1, 7)
SURVEY_SEEDS = range(1, 31)
POLICY_SEEDS = range(1, 101)
QUIET_SEEDS = range(1, 21)


def percent(share: float, digits: int = 1) -> str:
    """A share as a percentage."""
    return f"{100 * share:.{digits}f} %"


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


def times() -> list[str]:
    """How long the default world takes."""
    world = shop.simulate()
    shop.run(world, shop.ALWAYS)
    lines = ["## Default world", "", "| what | CPU seconds, best of five | bar |", "|---|---|---|"]
    for what, call, bar in (
        ("`shop.simulate()`", lambda: shop.simulate(), "2"),
        ("`shop.load()`", lambda: shop.load(), "0.3"),
        ("`shop.run(world, CLOSED_LOOP)`", lambda: shop.run(world, shop.CLOSED_LOOP), "0.1"),
        ("`shop.run(world, Policy(ship_early=0.2))`", lambda: shop.run(world, shop.Policy(ship_early=0.2)), ""),
        ("`shop.find_causes(world)`", lambda: shop.find_causes(world), ""),
    ):
        best = []
        for _ in range(5):
            begun = time.process_time()
            call()
            best.append(time.process_time() - begun)
        lines.append(f"| {what} | {min(best):.3f} | {bar} |")
    return [*lines, ""]


def one_size(customers: int) -> None:
    """Print CPU and clock seconds, peak memory, orders and contacts of one world."""
    cpu, wall = time.process_time(), time.perf_counter()
    world = shop.simulate(customers=customers, only=("contacts",))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(time.process_time() - cpu, time.perf_counter() - wall, peak, len(world.orders), len(world.contacts))


if __name__ == "__main__":
    one_size(int(sys.argv[1]))
