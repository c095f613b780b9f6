"""The eight quarters that come of a planning day.

Nothing is known beforehand about which choice is better: every outcome is a run of the simulator under the policy that the
decisions amount to. There are 972 of them at a seventh of a second each, so they were run once and are looked up;
``training/meeting.py`` runs them again.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from emptychair._data import data_path
from emptychair.widgets._meeting import Decided, Item, meeting, settled

if TYPE_CHECKING:
    from emptychair.shop import Policy, World

CUSTOMERS, START, QUARTER, QUARTERS = 3_000, 13, 13, 8
WEEKS = START + QUARTER * QUARTERS
TABLE = "meeting_runs.csv"
COLUMNS = tuple(f"{what}_{n}" for what in ("trust", "profit_usd") for n in range(1, QUARTERS + 1))


@dataclass(frozen=True, slots=True)
class Outcome:
    """Trust at the end of each quarter (0 to 100), profit of each quarter (US dollars)."""

    trust: tuple[float, ...]
    profit_usd: tuple[float, ...]

    @property
    def total_usd(self) -> float:
        """Profit of all quarters."""
        return sum(self.profit_usd)


class Effect(NamedTuple):
    """What one decision did: the run as decided, minus the run with this one item left as it was."""

    item: Item
    trust: float
    profit_usd: float


def outcome(decided: Decided) -> Outcome:
    """Look up the eight quarters under these decisions.

    Example:
        >>> len(outcome({"letters": 3}).trust)
        8
    """
    return _runs()[settled(decided)]


def effects(decided: Decided) -> tuple[Effect, ...]:
    """Take back each decision alone, and see what that changes at the end."""
    whole = outcome(decided)
    found = []
    for item in meeting().items:
        without = outcome({**decided, item.name: item.was})
        found.append(Effect(item, whole.trust[-1] - without.trust[-1], whole.total_usd - without.total_usd))
    return tuple(found)


@cache
def _runs() -> dict[tuple[int, ...], Outcome]:
    with data_path(TABLE).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    items = len(meeting().items)
    return {tuple(map(int, row[:items])): _outcome([*map(float, row[items:])]) for row in rows}


def _outcome(values: list[float]) -> Outcome:
    return Outcome(tuple(values[:QUARTERS]), tuple(values[QUARTERS:]))


def every() -> Iterator[dict[str, int]]:
    """Go through everything that can be decided and makes a difference.

    Example:
        >>> sum(1 for _ in every())
        972
    """
    items = meeting().items
    for places in product(*(range(len(item.choices)) for item in items)):
        decided = {item.name: place for item, place in zip(items, places, strict=True)}
        if settled(decided) == places:
            yield decided


def run(decided: Decided) -> Outcome:
    """Run the shop for eight quarters under these decisions, rounded as it is kept."""
    from emptychair import shop

    weeks = shop.run(standard_world(), policy_of(decided), start=START).weeks
    quarter = (weeks["week"] - START) // QUARTER
    return Outcome(
        trust=tuple((100 * weeks["trust"].groupby(quarter).last()).round(2).tolist()),
        profit_usd=tuple(weeks["profit_usd"].groupby(quarter).sum().round(2).tolist()),
    )


def policy_of(decided: Decided) -> Policy:
    """Say which policy the decisions amount to.

    Example:
        >>> from emptychair import shop
        >>> policy_of({"letters": 3, "reply": 1}) == shop.Policy(listen="always", close_loop=True)
        True
    """
    from emptychair.shop import Fix, Policy, Reorder

    fields: dict[str, Any] = {}
    for item, place in zip(meeting().items, settled(decided), strict=True):
        fields |= item.choices[place].policy
    if "fixes" in fields:
        starts = standard_world().truth.causes.set_index("cause")["start_week"]
        fields["fixes"] = tuple(Fix(cause, int(starts[cause])) for cause in fields["fixes"])
    if "reorder" in fields:
        fields["reorder"] = Reorder(**fields["reorder"])
    if "answers" in fields:
        fields["answers"] = tuple(fields["answers"])
    return Policy(**fields)


@cache
def standard_world() -> World:
    """Simulate the shop of the meeting: one quarter behind it, eight to come."""
    from emptychair import shop

    return shop.simulate(customers=CUSTOMERS, weeks=WEEKS, only=())
