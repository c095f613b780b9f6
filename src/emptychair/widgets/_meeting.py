"""The planning day: an agenda, the policy that decisions amount to, and the eight quarters that come of it.

Nothing is known beforehand about which choice is better: every outcome is a run of the simulator under the policy.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from emptychair._data import data_path

if TYPE_CHECKING:
    from emptychair.shop import Policy, World

CUSTOMERS, START, QUARTER, QUARTERS = 3_000, 13, 13, 8
WEEKS = START + QUARTER * QUARTERS

Decided = Mapping[str, int]
"""What was decided: the place of a choice, by item."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice and the fields of ``shop.Policy`` that it sets."""

    text: str
    policy: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the agenda; ``said`` by person, ``was`` is the place of the choice that changes nothing."""

    name: str
    title: str
    said: dict[str, str]
    choices: tuple[Choice, ...]
    was: int


@dataclass(frozen=True, slots=True)
class Meeting:
    """Who sits there and what is decided."""

    lede: str
    people: dict[str, str]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Trust at the end of each quarter (0 to 100), profit of each quarter (US dollars)."""

    trust: tuple[float, ...]
    profit_usd: tuple[float, ...]

    @property
    def total_usd(self) -> float:
        """Profit of all quarters."""
        return sum(self.profit_usd)


@cache
def meeting() -> Meeting:
    """Read ``data/meeting.toml``.

    Example:
        >>> [item.name for item in meeting().items]
        ['letters', 'reply', 'carrier', 'moves', 'shelves', 'early', 'memory']
    """
    data = tomllib.loads(data_path("meeting.toml").read_text(encoding="utf-8"))
    return Meeting(data["lede"], data["people"], tuple(_item(it, data["people"]) for it in data["items"]))


def _item(raw: dict[str, Any], people: Iterable[str]) -> Item:
    return Item(
        name=raw["name"],
        title=raw["title"],
        said={who: raw[who] for who in people},
        choices=tuple(Choice(it["text"], it["policy"]) for it in raw["choices"]),
        was=raw["was"],
    )


def policy_of(decided: Decided) -> Policy:
    """Say which policy the decisions amount to; what was not decided stays as it was.

    Only who mends can tell customers about it: where nobody does, that decision is left out.

    Example:
        >>> from emptychair import shop
        >>> policy_of({"letters": 3, "reply": 1}) == shop.Policy(listen="always", close_loop=True)
        True
    """
    from emptychair.shop import Fix, Policy, Reorder

    fields: dict[str, Any] = {}
    for item in meeting().items:
        fields |= item.choices[decided.get(item.name, item.was)].policy
    if "fixes" in fields:
        starts = standard_world().truth.causes.set_index("cause")["start_week"]
        fields["fixes"] = tuple(Fix(cause, int(starts[cause])) for cause in fields["fixes"])
    if "reorder" in fields:
        fields["reorder"] = Reorder(**fields["reorder"])
    if "answers" in fields:
        fields["answers"] = tuple(fields["answers"])
    if not mends(decided):
        fields.pop("close_loop", None)
    return Policy(**fields)


def mends(decided: Decided) -> bool:
    """Say whether anybody would find and mend a cause."""
    (letters,) = [item for item in meeting().items if item.name == "letters"]
    return letters.choices[decided.get("letters", letters.was)].policy.get("listen") in ("always", "tuesdays")


@cache
def standard_world() -> World:
    """Simulate the shop of the meeting: one quarter behind it, eight to come."""
    from emptychair import shop

    return shop.simulate(customers=CUSTOMERS, weeks=WEEKS, only=())


@lru_cache(maxsize=512)
def outcome(policy: Policy) -> Outcome:
    """Run the shop for eight quarters under a policy."""
    from emptychair import shop

    weeks = shop.run(standard_world(), policy, start=START).weeks
    quarter = (weeks["week"] - START) // QUARTER
    return Outcome(
        trust=tuple((100 * weeks["trust"].groupby(quarter).last()).tolist()),
        profit_usd=tuple(weeks["profit_usd"].groupby(quarter).sum().tolist()),
    )


class Effect(NamedTuple):
    """What one decision did: the run as decided, minus the run with this one item left as it was."""

    item: Item
    trust: float
    profit_usd: float


def effects(decided: Decided) -> Iterator[Effect]:
    """Take back each decision alone, and see what that changes at the end; a run each, so they come one by one."""
    whole = outcome(policy_of(decided))
    for item in meeting().items:
        without = outcome(policy_of({**decided, item.name: item.was}))
        yield Effect(item, whole.trust[-1] - without.trust[-1], whole.total_usd - without.total_usd)
