"""The world, week by week. Recorded history and every run under a policy come from this one loop.

Time runs in weeks of the mean season: in a busy week more of it passes. In this time each customer is a BG/NBD customer
(:mod:`emptychair.shop._customers`): gaps between orders are exponential, and after a repeat order the customer may leave.
"""

from __future__ import annotations

import copy
from typing import NamedTuple

import numpy as np

from emptychair.shop import _market, _trust
from emptychair.shop._checkout import Columns, fill, settle
from emptychair.shop._early import Early
from emptychair.shop._listening import Listener
from emptychair.shop._policies import AS_IT_WAS, Policy
from emptychair.shop._scene import Scene
from emptychair.shop._settings import setting
from emptychair.shop._state import State
from emptychair.shop._stock import Stock
from emptychair.shop._streams import Floats

WEEKLY_ORDERS = 0.06
"""Orders a week and customer (of all that will ever join) that the buyer guesses before there is any demand to look at."""
URGE_MEMORY = 300
"""Orders of earlier weeks that the mean urge to leave remembers, so that it does not jump about in a small shop."""


class History(NamedTuple):
    """Everything that happened, as columns: ``orders`` in order of time, ``contacts`` with the row of their order."""

    orders: Columns
    contacts: Columns


class Recorded(NamedTuple):
    """What of the recorded history the same weeks under a policy are compared with: a number a week."""

    trust: Floats
    urge: Floats


class Engine:
    """One shop. It begins as it was; :meth:`fork` makes another that goes on under a policy."""

    def __init__(self, scene: Scene) -> None:
        """Open the shop."""
        self.scene, self.policy, self.week = scene, AS_IT_WAS, 0
        launch = scene.range.launch
        launched = np.minimum(launch, scene.weeks - 1)
        shares = np.array([scene.range.shares(week)[place] for place, week in enumerate(launched)])
        guess = WEEKLY_ORDERS * scene.people.size * shares
        regions = np.array(setting("regions")["shares"])
        self.state = State.first(scene.people, len(scene.causes))
        self.stock = Stock(guess, regions, scene.range.category, launch, scene.weeks)
        self.listener = Listener(scene.seed, scene.causes, scene.rates)
        self.early: Early | None = None
        self.trust, self.urge, self.customers, self.newcomers = np.zeros((4, scene.weeks))
        self._recorded: Recorded | None = None
        self._answered = _market.answered(scene.weeks, ())
        self._orders: list[Columns] = []
        self._contacts: list[Columns] = []
        self._rows = 0

    @property
    def recorded(self) -> Recorded:
        """What the weeks that passed leave behind for comparison."""
        return Recorded(self.trust, self.urge)

    def fork(self, policy: Policy, recorded: Recorded) -> Engine:
        """Another shop with the same past, run under ``policy`` from now on.

        Where trust is higher than in the ``recorded`` history of the same week, more newcomers come.
        """
        other = copy.copy(self)
        other._answered = _market.answered(self.scene.weeks, policy.answers)
        other.policy, other._recorded = policy, recorded
        other.state, other.stock = self.state.copy(), self.stock.copy()
        other.listener = self.listener.fork(policy, self.week)
        for name in ("trust", "urge", "customers", "newcomers"):
            setattr(other, name, getattr(self, name).copy())
        other._orders, other._contacts = list(self._orders), list(self._contacts)
        if policy.ship_early is not None:
            other.early = Early(policy.ship_early, policy.keep_weeks, self.scene.people, self.scene.weeks)
            for batch in filter(lambda batch: len(batch["week"]), self._orders):
                other.early.arrive(int(batch["week"][0]), batch["customer"], batch["category"])
        return other

    def advance(self, weeks: int) -> Engine:
        """Let the weeks pass up to (not including) week number ``weeks``."""
        while self.week < weeks:
            self._pass_week(self.week)
            self.week += 1
        return self

    def history(self) -> History:
        """Gather what happened so far."""
        orders, contacts = _join(self._orders), _join(self._contacts)
        by_time = np.argsort(orders.pop("time"), kind="stable")
        row = np.empty_like(by_time)
        row[by_time] = np.arange(len(by_time))
        contacts["row"] = row[contacts["row"]]
        return History({name: column[by_time] for name, column in orders.items()}, contacts)

    def _pass_week(self, week: int) -> None:
        scene, state, rows = self.scene, self.state, self._rows
        urges = (self._recorded or self.recorded).urge
        usual_urge = urges[week - 1] if week else 1.0
        total = URGE_MEMORY * usual_urge
        self.newcomers[week] = self._welcome(week)
        self.stock.open_week(week, self.policy.reorder)
        if self.early:
            self.early.send(week, state.orders > 0)
        if week in scene.leaks:
            self._leak(week)
        while len(due := np.flatnonzero(state.next < scene.clock[week + 1])):
            basket = fill(scene, state, self.stock, week, due, self._answered[week])
            batch = settle(scene, state, self.listener, self.early, week, basket, usual_urge)
            total += batch.orders.pop("urge").sum()
            batch.contacts["row"] = self._rows + batch.contacts.pop("place")
            self._rows += len(batch.orders["customer"])
            self._orders.append(batch.orders)
            self._contacts.append(batch.contacts)
        self.customers[week] = state.active.sum()
        for cause in self.listener.close_week(week, self._rows - rows, int(self.customers[week])):
            if self.policy.close_loop:
                self._tell(week, cause)
        self.urge[week] = total / (self._rows - rows + URGE_MEMORY)
        self.trust[week] = state.trust[state.joined].mean() if state.joined.any() else np.nan

    def _welcome(self, week: int) -> int:
        """Let newcomers join: those of the history, more if the shop is spoken of better than it was, or fewer."""
        people, state, scene = self.scene.people, self.state, self.scene
        first, last = np.searchsorted(people.joined_week[: people.size], [week, week + 1])
        who = np.arange(first, last)
        if week and self._recorded is not None:
            better = np.nan_to_num(
                self.trust[week - 1] - self._recorded.trust[week - 1]
            )  # nobody, in week 0 of a tiny world
            more = np.exp(setting("trust")["talk"] * better) * self.listener.praise()
            first, last = people.size + np.searchsorted(people.joined_week[people.size :], [week, week + 1])
            who = np.concatenate([who, np.arange(first, last)])[: round(len(who) * more)]
        state.joined[who] = True
        state.next[who] = scene.clock[week] + people.joined_part[who] * scene.season[week]
        return len(who)

    def _tell(self, week: int, cause: int) -> None:
        """Tell everyone whom a cause has hit that it is mended; some trust, and with it some customers, come back."""
        state, people, form = self.state, self.scene.people, setting("listening")
        told = np.flatnonzero(state.hurt[cause])
        self.listener.listening_usd[week] += form["tell_usd"] * len(told)
        regained = form["tell_regains"] * state.hurt[cause, told]
        state.hurt[cause] = 0.0
        state.trust[told] = np.minimum(state.trust[told] + regained, 1.0)
        state.shock[told] = np.maximum(state.shock[told] - regained, 0.0)
        away = told[state.left_week[told] >= 0]
        moved = state.trust[away] - people.first_trust[away]
        back = away[_trust.urge(state.shock[away], moved) <= state.leave_odds[away]]
        state.left_week[back] = -1
        state.next[back] = self.scene.clock[week + 1] + state.gap[back]

    def _leak(self, week: int) -> None:
        """Personal data leak: trust falls, the more, the more of a customer's history was kept."""
        age = np.maximum(week - self.scene.people.joined_week, 1)
        keep = self.policy.keep_weeks
        known = np.ones(len(age)) if keep is None else np.minimum(keep / age, 1.0)
        joined = self.state.joined
        self.state.trust[joined] = _trust.after_leak(self.state.trust, known)[joined]


def _join(batches: list[Columns]) -> Columns:
    return {name: np.concatenate([batch[name] for batch in batches]) for name in batches[0]}
