"""Who reads what customers say, how a root cause is found, and when it is mended.

A reader counts contacts by reason. When those of the last weeks are more than chance allows (two Poisson rates compared, now and in
the shop's first weeks), somebody digs for the root cause; digging costs money and succeeds after a while. Who listens only on
Tuesdays sees a seventh of the contacts and digs one day in five, so the same alarm rings later and the answer takes longer.
Nothing here knows which policy ought to win.
"""

from __future__ import annotations

import copy
from typing import NamedTuple

import numpy as np
from scipy import special

from emptychair.shop._causes import Cause, rates
from emptychair.shop._policies import ALWAYS, AS_IT_WAS, Policy
from emptychair.shop._settings import REASONS, setting
from emptychair.shop._streams import Flags, Floats, Ints, draws

TUESDAY = 1


class Found(NamedTuple):
    """A root cause that listening found, and the first week whose orders are mended."""

    cause: str
    week: int
    mended_week: int


def reached(seed: int, experiment: str, share: float, who: Ints) -> Flags:
    """Which customers belong to the share that an experiment reaches."""
    arm: Flags = draws(seed, f"arm {experiment}", who, np.zeros_like(who))[0] < share
    return arm


class Listener:
    """The part of the shop that reads, digs and mends."""

    def __init__(self, seed: int, causes: tuple[Cause, ...], rates: Floats) -> None:
        """Nobody listens yet."""
        weeks = len(rates)
        self._seed, self._causes, self._rates, self._weeks = seed, causes, rates, weeks
        self._names = [cause.name for cause in causes]
        self._policy, self._start = AS_IT_WAS, 0
        self._told = np.zeros((7 * weeks, len(REASONS)), np.int64)
        self._orders = np.zeros(weeks, np.int64)
        self.mended = np.full(len(causes), weeks)
        self.share = np.ones(len(causes))
        self.found: tuple[Found, ...] = ()
        self.listening_usd, self.fixing_usd, self.campaign_usd = np.zeros((3, weeks))

    def fork(self, policy: Policy, start: int) -> Listener:
        """A listener with the same files, under a policy; the fixes that are decided beforehand go into the calendar."""
        other = copy.deepcopy(self)
        other._policy, other._start = policy, start
        for fix in policy.fixes:
            place, week = self._names.index(fix.cause), max(fix.week, start)
            if week < self._weeks:
                other.mended[place], other.share[place] = week, fix.share
                other.fixing_usd[week] += self._causes[place].fix_usd
        return other

    def chances(self, week: int, rates: Floats, who: Ints) -> Floats:
        """The chance of each cause (a row) to hit each customer's order (a column) in a week."""
        removed = np.array([cause.removes for cause in self._causes]) * (week >= self.mended)
        everyone = (self.share == 1).all() or not removed.any()
        chance: Floats = rates[:, None] * (1 - removed[:, None] * (True if everyone else self.treated(who)))
        return chance

    def treated(self, who: Ints) -> Flags:
        """Which customers a fix reaches, a row a cause."""
        return np.stack([reached(self._seed, *pair, who) for pair in zip(self._names, self.share, strict=True)])

    @classmethod
    def reading_back(
        cls, seed: int, causes: tuple[Cause, ...], orders: Ints, day: Ints, reason: Ints, start: int, cause: str
    ) -> Listener:
        """Somebody who sits down with the files and reads, week by week from ``start``, until a cause is found.

        Args:
            seed: The world's.
            causes: The world's.
            orders: Orders of each week.
            day, reason: A contact each, the reason as its place in ``REASONS``.
            start: First week that is read; those before it are what is usual.
            cause: What is looked for.
        """
        weeks = len(orders)
        reader = cls(seed, causes, rates(causes, weeks))
        reader.hear(day, reason)
        reader._orders[:start] = orders[:start]
        reader._policy, reader._start = ALWAYS, start
        for week in range(start, weeks):
            reader.close_week(week, int(orders[week]), 0)
            if any(one.cause == cause for one in reader.found):
                break
        return reader

    def hear(self, day: Ints, reason: Ints) -> None:
        """Take in the contacts of a batch of orders, on the days on which they come."""
        seen = day < len(self._told)
        np.add.at(self._told, (day[seen], reason[seen]), 1)

    def praise(self) -> float:
        """How many times the usual newcomers come because of printed praise."""
        more: float = setting("listening")["campaign_brings"]
        return 1 + more * (self._policy.listen == "marketing")

    def close_week(self, week: int, orders: int, customers: int) -> list[int]:
        """Read what came in, dig where the alarm rings; give the causes whose fix begins with the next week."""
        self._orders[week] = orders
        form = setting("listening")
        self.listening_usd[week] += form["read_usd"] * self._read(week, week).sum()
        if self._policy.listen == "marketing":
            self.campaign_usd[week] += form["campaign_usd"] * customers / 1000
        elif self._policy.listen != "never":
            self._dig(week)
        return [place for place in range(len(self._causes)) if self.mended[place] == week + 1]

    def _read(self, first: int, last: int) -> Ints:
        """Contacts by reason that somebody read, from one week to another."""
        if self._policy.listen == "never":
            return np.zeros(len(REASONS), np.int64)
        days = self._told[7 * first : 7 * (last + 1)]
        read: Ints = (days[TUESDAY::7] if self._policy.listen == "tuesdays" else days).sum(axis=0)
        return read

    def _dig(self, week: int) -> None:
        form = setting("listening")
        since = max(self._start, week + 1 - form["look_back"])
        part = 1 / 7 if self._policy.listen == "tuesdays" else 1.0
        seen, usual = self._read(since, week), self._told[: 7 * form["usual"]].sum(axis=0)
        orders, usual_orders = part * self._orders[since : week + 1].sum(), self._orders[: form["usual"]].sum()
        # Given seen + usual, seen is binomial if nothing has changed; this is the chance of so many or more.
        chance = np.where(
            seen > 0, special.betainc(np.maximum(seen, 1), usual + 1, orders / max(orders + usual_orders, 1)), 1.0
        )
        luck = draws(self._seed, "digging", np.arange(len(self._causes)), np.full(len(self._causes), week))[0]
        days = form["days"][self._policy.listen]
        for place, cause in enumerate(self._causes):
            known = self.mended[place] < self._weeks or cause.name in (one.cause for one in self.found)
            if known or chance[REASONS.index(cause.reason)] >= form["alarm"]:
                continue
            self.listening_usd[week] += form["dig_usd"] * days
            if self._rates[week, place] > 0 and luck[place] < 1 - (1 - form["dig_finds"]) ** days:
                self._mend(week, place)

    def _mend(self, week: int, place: int) -> None:
        cause = self._causes[place]
        mended = week + cause.fix_weeks
        self.found += (Found(cause.name, week, mended),)
        self.fixing_usd[week] += cause.fix_usd
        self.mended[place] = min(mended, self._weeks)
