"""The week loop: one past, several futures."""

from __future__ import annotations

import numpy as np
import pytest

from emptychair.shop._engine import Engine
from emptychair.shop._policies import ALWAYS, AS_IT_WAS, CLOSED_LOOP, Policy
from emptychair.shop._scene import scene


def histories(policy: Policy, start: int, weeks: int = 40, seed: int = 3) -> tuple[Engine, Engine]:
    """The recorded shop, and one that forks off it."""
    recorded = Engine(scene(seed, 600, weeks)).advance(start)
    past = recorded.fork(AS_IT_WAS, recorded.recorded)
    recorded.advance(weeks)
    return recorded, past.fork(policy, recorded.recorded).advance(weeks)


@pytest.mark.parametrize("start", [1, 17, 39])
def test_fork_when_nothing_changes(start: int) -> None:
    """Does the shop that goes on as it was repeat the recorded history, order by order and contact by contact?"""
    recorded, other = histories(AS_IT_WAS, start)
    for one, two in zip(recorded.history(), other.history(), strict=True):
        assert one.keys() == two.keys()
        assert all((one[name] == two[name]).all() for name in one)
    assert (recorded.trust == other.trust).all()


def test_fork_leaves_the_past_alone() -> None:
    """Are the weeks before a policy begins the same under every policy, and is the recorded shop untouched by it?"""
    alone = Engine(scene(3, 600, 40)).advance(40).history().orders
    recorded, other = histories(CLOSED_LOOP, 20)
    mine, theirs = recorded.history().orders, other.history().orders
    assert all((alone[name] == mine[name]).all() for name in alone)
    before = mine["week"] < 20
    assert all((mine[name][before] == theirs[name][theirs["week"] < 20]).all() for name in mine)


def test_fork_meets_the_same_luck() -> None:
    """Does an order that two policies both see have the same luck, so that what differs is the policy's doing?"""
    recorded, other = (engine.history().orders for engine in histories(ALWAYS, 20))
    keys = [
        set(zip(one["customer"].tolist(), one["count"].tolist(), one["product"].tolist(), strict=True))
        for one in (recorded, other)
    ]
    assert len(keys[0] & keys[1]) > 0.85 * len(keys[0])


def test_history_is_in_order() -> None:
    """Are orders in order of time, contacts not before their order, and counts of a customer's orders complete?"""
    orders, contacts = Engine(scene(3, 600, 40)).advance(40).history()
    assert (np.diff(orders["day"]) >= 0).all()
    assert (contacts["day"] >= orders["day"][contacts["row"]]).all()
    for customer in range(0, 600, 50):
        mine = orders["count"][orders["customer"] == customer]
        assert mine.tolist() == list(range(1, len(mine) + 1))


def test_world_without_a_cause_hits_nobody() -> None:
    """Do orders stay whole where no cause is planted?"""
    quiet = scene(3, 600, 40)._replace(rates=np.zeros((40, 9)))
    assert (Engine(quiet).advance(40).history().orders["hit"] == 0).all()


def test_causes_hit_whom_they_can_at_their_rate() -> None:
    """Is every cause at work from its week on, among the orders it can hit, at about its rate?"""
    stage = scene(5, 20_000, 78)
    orders = Engine(stage).advance(78).history().orders
    columns = {
        **orders,
        "category": stage.range.category[orders["product"]],
        "channel": stage.people.channel[orders["customer"]],
    }
    for place, cause in enumerate(stage.causes):
        hit = (orders["hit"] >> place) & 1
        at_risk = cause.at_risk[columns[cause.field]] & (orders["week"] >= cause.start)
        assert hit[~at_risk].sum() == 0
        # Eight causes hit first; refunds are among orders that may have come back because of them.
        assert hit[at_risk].mean() == pytest.approx(cause.rate, abs=4 * np.sqrt(cause.rate / at_risk.sum()))
