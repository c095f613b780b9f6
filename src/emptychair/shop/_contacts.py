"""The log of customer service, and what each contact is really about."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from emptychair.shop._checkout import Columns
from emptychair.shop._scene import Scene
from emptychair.shop._schema import tables
from emptychair.shop._settings import CATEGORIES, REASONS, REGIONS, read, setting
from emptychair.shop._streams import generator
from emptychair.shop._tables import gaps, named
from emptychair.shop.texts import VOICES, write_contacts

THEME_OF = {cause["reason"]: cause["theme"] for cause in read("causes").values()}


class Said(NamedTuple):
    """A table and its truth."""

    table: pd.DataFrame
    truth: pd.DataFrame


def voice_of(scene: Scene, customer: np.ndarray) -> np.ndarray:
    """The way in which a customer writes; it stays the same."""
    own = generator(scene.seed, "voices").integers(len(VOICES), size=scene.people.all)
    return named(tuple(VOICES), own[customer])


def contacts(scene: Scene, orders: Columns, asked: Columns) -> Said:
    """Give every contact a channel, a length and a text; some customers get in touch a second time."""
    rng, form = generator(scene.seed, "contacts"), setting("contact")
    rows = _with_repeats(rng, asked, 7 * scene.weeks)
    n, order, reason = len(rows["day"]), rows["row"], rows["reason"]
    customer = orders["customer"][order]
    channel = rng.choice(list(form["channels"]), n, p=list(form["channels"].values())).astype(object)
    usual = np.array([form["minutes"][name] for name in REASONS])[reason]
    minutes = np.maximum(np.round(rng.gamma(4.0, usual / 4.0), 1), 0.5)
    minutes[rng.random(n) < form["clock_running"]] = np.nan
    themes, sentiments = _themes(rng, reason, rows["again"])
    plan = pd.DataFrame(
        {
            "category": named(CATEGORIES, scene.range.category[orders["product"][order]]),
            "themes": themes,
            "sentiments": sentiments,
            "sarcastic": False,
            "voice": voice_of(scene, customer),
            "days_late": np.maximum(orders["days"][order] - setting("delivery")["promise"], 0),
            "region": named(REGIONS, orders["region"][order]),
            "channel": channel,
        }
    )
    number = np.arange(1, n + 1)
    table = tables("shop")["contacts"].frame(
        {
            "contact_id": number,
            "customer_id": customer + 1,
            "order_id": gaps(order + 1, rng.random(n) < form["order_unknown"]),
            "day": rows["day"],
            "week": rows["day"] // 7,
            "reason": named(REASONS, reason),
            "channel": channel,
            "minutes": minutes,
            "repeat_of": gaps(rows["first"] + 1, ~rows["again"]),
            "text": write_contacts(generator(scene.seed, "contact texts"), plan),
        }
    )
    truth = tables("truth")["contacts"].frame(
        {
            "contact_id": number,
            "cause": causes_named(scene, rows["cause"]),
            "themes": joined(themes),
            "sentiments": joined(sentiments),
            "order_id": order + 1,
        }
    )
    return Said(table, truth)


def causes_named(scene: Scene, cause: np.ndarray) -> np.ndarray:
    """Names of causes; nothing where there is none (-1)."""
    names: np.ndarray = np.array([*(one.name for one in scene.causes), None], dtype=object)[cause]
    return names


def joined(items: list[tuple[object, ...]]) -> list[str | None]:
    """Several words in one cell; nothing where there are none."""
    return [" ".join(map(str, some)) or None for some in items]


def _with_repeats(rng: np.random.Generator, asked: Columns, end: int) -> Columns:
    """Contacts in order of time, up to the last day, with the second contacts of those whose first did not help.

    ``first`` is the place of the first contact, ``again`` says whether this is a second one.
    """
    form = setting("contact")
    seen = np.flatnonzero(asked["day"] < end)
    seen = seen[np.argsort(asked["day"][seen], kind="stable")]
    once = {name: column[seen] for name, column in asked.items()}
    n = len(seen)
    second = np.flatnonzero(rng.random(n) < form["repeat"])
    day = once["day"][second] + rng.integers(2, 8, len(second))
    second, day = second[day < end], day[day < end]
    both = {name: np.concatenate([column, column[second]]) for name, column in once.items()}
    both["day"] = np.concatenate([once["day"], day])
    both["again"] = np.arange(n + len(second)) >= n
    order = np.argsort(both["day"], kind="stable")
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    both["first"] = place[np.concatenate([np.arange(n), second])]
    return {name: column[order] for name, column in both.items()}


def _themes(
    rng: np.random.Generator, reason: np.ndarray, again: np.ndarray
) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """Themes and sentiments: the reason's own theme, and now and then a word about the service."""
    own = np.array([THEME_OF.get(name) for name in REASONS], dtype=object)[reason]
    luck = rng.random(len(reason))
    service = named(
        (None, "slow_service", "kind_service"), np.select([luck < np.where(again, 0.6, 0.04), luck > 0.98], [1, 2])
    )
    mood = {"slow_service": -1, "kind_service": 1}
    themes = [tuple(theme for theme in pair if theme) for pair in zip(own, service, strict=True)]
    return themes, [tuple(mood.get(theme, -1) for theme in some) for some in themes]
