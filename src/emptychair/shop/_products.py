"""What is sold, how styles come and go, and what a customer of a segment picks in a given week."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np

from emptychair.shop._season import YEAR
from emptychair.shop._settings import CATEGORIES, SEGMENTS, read, setting
from emptychair.shop._streams import Floats, Ints, generator

TRENDS, STAYING = 8, 2
"""So many styles take off, and so many of them stay."""
LATE_LAUNCHES = 6


class Trend(NamedTuple):
    """When each style takes off and fades (nothing for those that do not), and its demand at the height, as a multiple."""

    takes_off: Floats
    fades: Floats
    lift: Floats


class Range(NamedTuple):
    """Everything on sale, an entry a product; ``picked[week, segment]`` are its cumulative chances to be picked."""

    category: Ints
    style: tuple[str, ...]
    name: tuple[str, ...]
    price: Floats
    cost: Floats
    launch: Ints
    trend: Trend
    picked: Floats

    def pick(self, week: int, segment: Ints, luck: Floats) -> Ints:
        """The product that each customer of a segment picks with this luck."""
        steps = self.picked[week]
        flat = (steps + np.arange(len(steps))[:, None]).ravel()
        place = np.searchsorted(flat, segment + luck, side="right")
        product: Ints = np.minimum(place - segment * steps.shape[1], steps.shape[1] - 1)
        return product

    def shares(self, week: int) -> Floats:
        """Each product's share of all orders in a week."""
        by_segment = np.diff(self.picked[week], axis=1, prepend=0.0)
        shares: Floats = np.asarray(setting("segments")["shares"]) @ by_segment
        return shares


@cache
def draw_range(seed: int, weeks: int) -> Range:
    """Draw prices, trends and launches."""
    rng = generator(seed, "products")
    goods = read("products")
    styles = [(place, style) for place, name in enumerate(CATEGORIES) for style in goods[name]["styles"]]
    count, category = len(styles), np.array([place for place, _ in styles])
    steps = [
        np.linspace(goods[name]["price"][0], goods[name]["price"][1], len(goods[name]["styles"])) for name in CATEGORIES
    ]
    price = np.round(np.round(np.concatenate(steps) * rng.uniform(0.95, 1.05, count)) - 0.05, 2)
    trend = _draw_trends(rng, count)
    launch = np.zeros(count, np.int64)
    late = rng.choice(np.flatnonzero(trend.lift == 1), LATE_LAUNCHES, replace=False)
    launch[late] = rng.integers(6, 45, LATE_LAUNCHES)
    week = np.arange(weeks)[:, None]
    wanted = rng.gamma(8.0, 1 / 8.0, count) * _risen(week, trend) * _seasons(week)[:, category] * (week >= launch)
    wants = np.array([[setting("segments")["wants"][segment][name] for name in CATEGORIES] for segment in SEGMENTS])
    chances = np.cumsum(wants[None, :, category] * wanted[:, None, :], axis=2)
    return Range(
        category=category,
        style=tuple(style for _, style in styles),
        name=tuple(_name(style, goods[CATEGORIES[place]]["noun"]) for place, style in styles),
        price=price,
        cost=np.round(price * rng.uniform(0.45, 0.60, count), 2),
        launch=launch,
        trend=trend,
        picked=chances / chances[:, :, -1:],
    )


def _draw_trends(rng: np.random.Generator, count: int) -> Trend:
    takes_off, fades, lift = np.full(count, np.nan), np.full(count, np.nan), np.ones(count)
    some = rng.choice(count, TRENDS, replace=False)
    takes_off[some] = rng.integers(9, 60, TRENDS)
    passing = some[STAYING:]
    fades[passing] = takes_off[passing] + rng.integers(10, 18, len(passing))
    lift[some] = np.round(rng.uniform(2.5, 4.0, TRENDS), 2)
    return Trend(takes_off, fades, lift)


def _name(style: str, noun: str) -> str:
    return f"{style.replace('-', ' ').capitalize()} {noun}"


def _risen(week: Ints, trend: Trend) -> Floats:
    """A logistic rise around one week and a slower logistic fall around another; 1 for styles without a trend."""
    rise = 1 / (1 + np.exp(-(week - trend.takes_off) / 1.3))
    fall = 1 / (1 + np.exp((week - trend.fades) / 2.0))
    lifted: Floats = 1 + np.nan_to_num((trend.lift - 1) * rise * np.where(np.isnan(trend.fades), 1.0, fall))
    return lifted


def _seasons(week: Ints) -> Floats:
    top, more = np.array([read("products")[name]["season"] for name in CATEGORIES]).T
    wave: Floats = 1 + more * np.cos(2 * np.pi * (week - top) / YEAR)
    return wave
