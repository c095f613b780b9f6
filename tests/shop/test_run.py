"""The same world under other decisions."""

from __future__ import annotations

import time
from types import SimpleNamespace

import numpy as np
import pytest

from emptychair import shop
from emptychair.shop import _run
from emptychair.shop._causes import causes
from emptychair.shop._engine import Engine
from emptychair.shop._policies import AS_IT_WAS
from emptychair.shop._scene import scene
from emptychair.shop.measures import ab_test

SEEDS = range(101, 107)


def world(seed: int = 1, size: int = 5000, weeks: int = 78) -> shop.World:
    """As much of a world as a run looks at: making the tables would take longer than running."""
    return SimpleNamespace(seed=seed, size=size, weeks=weeks)  # type: ignore[return-value]


@pytest.mark.parametrize("seed", SEEDS)
def test_run_puts_the_loops_in_order(seed: int) -> None:
    """Do trust and profit of 26 weeks fall from closed loop to always to Tuesdays to marketing?"""
    runs = [shop.run(world(seed), policy) for policy in shop.LOOPS]
    assert [run.trust for run in runs] == sorted((run.trust for run in runs), reverse=True)
    assert [run.profit_usd for run in runs] == sorted((run.profit_usd for run in runs), reverse=True)


def test_run_that_stops_sooner() -> None:
    """Are the first weeks the same when the last are not run, and is an end before the start refused?"""
    whole, part = (shop.run(world(3), shop.ALWAYS, start=40, until=until) for until in (None, 50))
    assert part.weeks.equals(whole.weeks.head(10))
    assert part.orders["week"].max() == part.contacts["week"].max() == 49
    with pytest.raises(ValueError, match="ends before a week from 41 to 78, not 40"):
        shop.run(world(3), start=40, until=40)


def test_run_when_there_is_nothing_to_find(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without causes, is listening only a cost? Then the order of the policies is their doing and not a script."""
    monkeypatch.setattr(_run, "scene", lambda *names: scene(*names)._replace(rates=np.zeros((78, 9))))
    monkeypatch.setattr(_run, "_past", _run._past.__wrapped__)
    closed, always, never = (shop.run(world(2), policy) for policy in (shop.CLOSED_LOOP, shop.ALWAYS, shop.AS_IT_WAS))
    assert len(closed.found) == 0
    assert closed.trust == always.trust == never.trust
    assert closed.profit_usd == always.profit_usd < never.profit_usd


def test_run_when_nothing_changes(kept: shop.World) -> None:
    """Does a run under the recorded decisions give the recorded orders?"""
    run = shop.run(kept)
    assert run.orders.equals(kept.orders[kept.orders["week"] >= 52].reset_index(drop=True))
    first = kept.contacts[kept.contacts["repeat_of"].isna() & (kept.contacts["week"] >= 52)]
    assert len(run.contacts) == len(first) == run.weeks["contacts"].sum()
    assert run.contacts["reason"].value_counts().equals(first["reason"].value_counts())


def test_run_finds_causes_after_they_began() -> None:
    """Is a cause found when it is at work, and mended later?"""
    found = shop.run(world(4), shop.ALWAYS, start=5).found
    starts = {cause.name: cause.start for cause in scene(4, 5000, 78).causes}
    assert len(found) >= 7
    assert (found["week"] >= found["cause"].map(starts)).all()
    assert (found["mended_week"] > found["week"]).all()


def test_run_when_a_cause_is_fixed() -> None:
    """Do a cause's hits end, all but the share that the fix leaves, in the week that was decided?"""
    before = Engine(scene(1, 5000, 78)).advance(78).history().orders
    past, recorded = _run._past(1, 5000, 78, 52)
    after = past.fork(shop.Policy(fixes=(shop.Fix("kit_shortage", 60),)), recorded).advance(78).history().orders
    place = scene(1, 5000, 78).cause("kit_shortage")
    hits = [np.bincount(one["week"], weights=(one["hit"] >> place) & 1, minlength=78) for one in (before, after)]
    assert (hits[0][:60] == hits[1][:60]).all()
    assert hits[1][60:].sum() < 0.25 * hits[0][60:].sum()


def test_run_when_a_fix_reaches_half() -> None:
    """Does an A/B test on a fix for half the customers find what the fix is worth?"""
    one = world(1, size=20_000)
    run = shop.run(one, shop.Policy(fixes=(shop.Fix("thin_box", 52, share=0.5),)))
    lamps = shop.simulate(customers=10, weeks=4, seed=1, only=()).products.query("category == 'lamps'")["product_id"]
    ripe = run.orders[run.orders["product_id"].isin(lamps) & (run.orders["week"] < 75)]
    asked = ripe["order_id"].isin(run.contacts.query("reason == 'damaged'")["order_id"]).to_numpy()
    arm = shop.treated(one, "thin_box", ripe["customer_id"])
    result = ab_test(int(asked[~arm].sum()), int((~arm).sum()), int(asked[arm].sum()), int(arm.sum()))
    cause = next(cause for cause in causes(1) if cause.name == "thin_box")
    assert result.low <= -cause.rate * cause.contacts * cause.removes <= result.high
    assert result.clear


def test_treated_is_random_and_lasting(small: shop.World) -> None:
    """Is the split even, unrelated to another experiment's, and the same when asked again in another order?"""
    ids = np.arange(1, 4001)
    one, two = shop.treated(small, "a", ids), shop.treated(small, "b", ids)
    assert 0.46 < one.mean() < 0.54
    assert 0.46 < (one == two).mean() < 0.54
    assert (shop.treated(small, "a", ids[::-1])[::-1] == one).all()
    assert shop.treated(small, "a", ids, share=0.1).mean() == pytest.approx(0.1, abs=0.03)


def test_run_ships_early_best_at_the_threshold() -> None:
    """Is the gain from shipping early greatest near p = C / (B + C), and a loss where one ships at every whim?"""
    gain = {p: -shop.run(world(1), shop.Policy(ship_early=p)).weeks["early_usd"].sum() for p in (0.03, 0.1, 0.22, 0.6)}
    assert max(gain, key=lambda p: gain[p]) == 0.22
    assert gain[0.03] < gain[0.1] < 0 < gain[0.22]
    assert gain[0.6] == pytest.approx(0, abs=30)


def test_run_keeps_less_and_loses_less_in_a_leak() -> None:
    """Does keeping less cost accuracy of the forecast and save trust when data leak?"""
    all_, little = (shop.run(world(1), shop.Policy(ship_early=0.2, keep_weeks=keep)) for keep in (None, 8))
    assert little.weeks["days_saved"].sum() < all_.weeks["days_saved"].sum()
    assert little.trust > all_.trust


def test_run_answers_only_moves_that_matter() -> None:
    """Is answering a move that takes customers better than answering noise?"""
    matters, noise = (shop.run(world(1), shop.Policy(answers=(week,))) for week in (56, 63))
    assert matters.profit_usd > noise.profit_usd
    assert matters.weeks["orders"].sum() > shop.run(world(1)).weeks["orders"].sum()


def test_run_reorders_neither_too_little_nor_too_much() -> None:
    """Do lost sales fall with the fractile, and does profit not simply rise with it?"""
    runs = {z: shop.run(world(1), shop.Policy(reorder=shop.Reorder(6, z))) for z in (0.4, 0.95, 0.99999)}
    lost = [run.weeks["lost_sales"].sum() for run in runs.values()]
    assert lost == sorted(lost, reverse=True)
    assert max(runs, key=lambda z: runs[z].profit_usd) == 0.95


def test_run_adds_up() -> None:
    """Is profit what is left of sales after every cost, in each week?"""
    weeks = shop.run(world(1), shop.CLOSED_LOOP).weeks
    costs = [name for name in weeks if name.endswith("_usd") and name not in ("sales_usd", "profit_usd")]
    assert np.allclose(weeks["profit_usd"], weeks["sales_usd"] - weeks[costs].sum(axis=1))
    assert weeks["week"].tolist() == list(range(52, 78))
    assert {"listening_usd", "fixing_usd", "campaign_usd", "stock_usd", "early_usd", "contacts_usd"} <= set(costs)


@pytest.mark.parametrize(("size", "weeks", "start"), [(10, 4, 1), (12, 8, 1), (40, 78, None)])
def test_run_in_a_tiny_world(size: int, weeks: int, start: int | None) -> None:
    """Does a shop with a handful of customers run under every policy, though nobody may come for weeks?"""
    early = shop.Policy(ship_early=0.1, keep_weeks=0, answers=(8,), fixes=(shop.Fix("size_chart", 3),))
    for policy in (*shop.LOOPS, shop.AS_IT_WAS, early):
        for seed in range(3):
            run = shop.run(world(seed, size, weeks), policy, start=start)
            assert np.isfinite(run.weeks["profit_usd"]).all()


@pytest.mark.parametrize("start", [0, -3, 30])
def test_run_when_there_is_no_such_week(start: int) -> None:
    """Does the message say which weeks there are?"""
    with pytest.raises(ValueError, match="week 1 to 29 of this world, not in week"):
        shop.run(world(size=100, weeks=30), start=start)


def test_run_is_quick_enough_for_a_slider() -> None:
    """Does a run of the default world take less than a tenth of a second of computing (twice that on a slow machine)?"""
    shop.run(world(1), AS_IT_WAS)
    begun = time.process_time()
    for policy in shop.LOOPS:
        shop.run(world(1), policy)
    assert (time.process_time() - begun) / len(shop.LOOPS) < 0.2
