"""The same world under other decisions."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from emptychair.shop import _tables
from emptychair.shop._accounts import weekly
from emptychair.shop._engine import Engine, Recorded
from emptychair.shop._listening import reached
from emptychair.shop._policies import AS_IT_WAS, Policy
from emptychair.shop._scene import scene
from emptychair.shop._world import World

RUN_WEEKS = 26


@dataclass(frozen=True, slots=True)
class Run:
    """What came of a policy: ``weeks`` has a row a week of the run, ``found`` a row a cause that listening found.

    ``orders`` and ``contacts`` are those of the run, for whoever wants to measure. The contacts are the first ones about each matter,
    without the agent's slips and without a text.
    """

    policy: Policy
    start: int
    weeks: pd.DataFrame = field(repr=False)
    found: pd.DataFrame = field(repr=False)
    orders: pd.DataFrame = field(repr=False)
    contacts: pd.DataFrame = field(repr=False)

    @property
    def trust(self) -> float:
        """Mean trust, at the end, of everybody who ever bought."""
        return float(self.weeks["trust"].iloc[-1])

    @property
    def profit_usd(self) -> float:
        """Profit of all weeks of the run."""
        return float(self.weeks["profit_usd"].sum())

    @property
    def contacts_per_order(self) -> float:
        """Contacts divided by orders, of all weeks of the run."""
        return float(self.weeks["contacts"].sum() / self.weeks["orders"].sum())


def run(world: World, policy: Policy = AS_IT_WAS, *, start: int | None = None, until: int | None = None) -> Run:
    """Step through the last weeks of a world again, under a policy.

    Up to ``start`` everything is as recorded; from then on the policy decides. Luck is the same under every policy (see
    :mod:`emptychair.shop._streams`), so what differs is the policy's doing; under ``AS_IT_WAS`` nothing differs.

    Args:
        world: The world; only its seed, size and weeks are used.
        policy: What to do.
        start: First week under the policy; 26 weeks before the end when it is not given.
        until: The week before which to stop; the end of the world when it is not given.

    Raises:
        ValueError: the world has no such week, or none is left between the two.

    Example:
        >>> from emptychair import shop
        >>> small = shop.simulate(customers=200, weeks=30, seed=1)
        >>> run(small, shop.ALWAYS, start=20).weeks.shape[0]
        10
    """
    first = max(world.weeks - RUN_WEEKS, 1) if start is None else start
    if not 1 <= first < world.weeks:
        raise ValueError(f"A run starts in week 1 to {world.weeks - 1} of this world, not in week {first}.")
    end = world.weeks if until is None else until
    if not first < end <= world.weeks:
        raise ValueError(
            f"A run that starts in week {first} ends before a week from {first + 1} to {world.weeks}, not {end}."
        )
    past, recorded = _past(world.seed, world.size, world.weeks, first)
    engine = past.fork(policy, recorded).advance(end)
    history = engine.history()
    table = weekly(engine, history)
    orders, contacts = _tables.orders(engine.scene, history.orders), _tables.bare_contacts(engine.scene, *history)
    return Run(
        policy=policy,
        start=first,
        weeks=table[table["week"].between(first, end - 1)].reset_index(drop=True),
        found=pd.DataFrame(engine.listener.found, columns=["cause", "week", "mended_week"]),
        orders=orders[orders["week"] >= first].reset_index(drop=True),
        contacts=contacts[contacts["week"].between(first, end - 1)].reset_index(drop=True),
    )


def treated(world: World, experiment: str, customer_id: ArrayLike, share: float = 0.5) -> NDArray[np.bool_]:
    """Tell which customers an experiment reaches: a random share, the same whenever it is asked for.

    The experiment ``"thin_box"`` reaches those whom ``Fix("thin_box", week, share)`` reaches; any other name splits anew.

    Example:
        >>> from emptychair import shop
        >>> bool(treated(shop.load(), "new banner", range(1, 5001)).mean().round(1) == 0.5)
        True
    """
    return reached(world.seed, experiment, share, np.asarray(customer_id, np.int64) - 1)


@lru_cache(maxsize=4)
def _past(seed: int, size: int, weeks: int, start: int) -> tuple[Engine, Recorded]:
    """The shop in week ``start``, and what it was to become."""
    engine = Engine(scene(seed, size, weeks)).advance(start)
    past = engine.fork(AS_IT_WAS, engine.recorded)
    return past, engine.advance(weeks).recorded
