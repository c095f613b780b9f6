"""What a review is about: the cause that hit the order, and what else people mention."""

from __future__ import annotations

import numpy as np
import pandas as pd

from emptychair.shop._checkout import Columns
from emptychair.shop._contacts import causes_named, voice_of
from emptychair.shop._scene import Scene
from emptychair.shop._settings import CATEGORIES, REGIONS, setting
from emptychair.shop._streams import Flags, Ints
from emptychair.shop._tables import named
from emptychair.shop.texts._library import COMPLAINTS

PLAUSIBLE = {
    "runs_small": ("raincoats", "boots"),
    "leaks": ("kettles", "umbrellas", "boots"),
    "arrived_damaged": ("lamps", "kettles", "toys", "knives"),
    "missing_part": ("backpacks", "toys", "lamps"),
    "not_as_pictured": ("bedding", "lamps", "raincoats", "backpacks"),
}
"""Themes that only some categories can have without a planted cause."""


def worst_cause(rng: np.random.Generator, scene: Scene, hit: Ints) -> Ints:
    """The cause that a review is about: the one that did most damage, unless the customer writes about something else."""
    bits = (hit[None, :] >> np.arange(len(scene.causes))[:, None]) & 1
    worst = (bits * scene.damage).argmax(axis=0)
    return np.where((hit > 0) & (rng.random(len(hit)) < setting("review")["cause"]), worst, -1)


def plan(rng: np.random.Generator, scene: Scene, picked: Columns) -> pd.DataFrame:
    """What each review is to be about."""
    n, form, rating = len(picked["order"]), setting("review"), picked["rating"]
    names = tuple(form["themes"])
    weight = np.array(list(form["themes"].values()), float)[:, rating - 1] * _possible(scene, picked, names)
    many = np.searchsorted(np.cumsum(form["how_many"])[:-1], rng.random(n), side="right") - (picked["cause"] >= 0)
    own = np.array([*(names.index(cause.theme) for cause in scene.causes), -1])[picked["cause"]]
    weight[own[own >= 0], np.flatnonzero(own >= 0)] = 0.0
    # The largest of log(weight) + Gumbel noise: a draw without replacement in proportion to the weights.
    with np.errstate(divide="ignore"):
        ranked = np.argsort(-(np.log(weight) + rng.gumbel(size=weight.shape)), axis=0)[:3]
    possible = np.take_along_axis(weight, ranked, axis=0) > 0
    chosen = np.where(possible & (np.arange(3)[:, None] < many), ranked, -1)
    places = np.vstack([own, chosen])
    mixed = rng.random(places.shape) < form["mixed"] * np.where(rating == 3, 3, 1)
    complaint = np.array([name in COMPLAINTS for name in names])[places]
    mood = np.where(mixed, 0, np.where(complaint | (rating < 3), -1, 1))
    themes = [tuple(names[place] for place in some if place >= 0) for some in places.T]
    return pd.DataFrame(
        {
            "order": picked["order"],
            "customer": picked["customer"],
            "product": picked["product"],
            "day": picked["day"],
            "cause": causes_named(scene, picked["cause"]),
            "category": named(CATEGORIES, scene.range.category[picked["product"]]),
            "rating": rating,
            "themes": themes,
            "sentiments": [
                tuple(int(one) for one, place in zip(m, p, strict=True) if place >= 0)
                for m, p in zip(mood.T, places.T, strict=True)
            ],
            "sarcastic": (rating <= 2) & (places >= 0).any(axis=0) & (rng.random(n) < form["sarcastic"]),
            "voice": voice_of(scene, picked["customer"]),
            "spam": False,
            "days_late": np.maximum(picked["days"] - setting("delivery")["promise"], 0),
            "region": named(REGIONS, picked["region"]),
        }
    )


def _possible(scene: Scene, picked: Columns, names: tuple[str, ...]) -> Flags:
    """Which themes a review can have: nobody praises a fast parcel that was late."""
    category = named(CATEGORIES, scene.range.category[picked["product"]])
    can = {theme: np.isin(category, categories) for theme, categories in PLAUSIBLE.items()} | {
        "late_delivery": picked["days"] > setting("delivery")["promise"],
        "fast_delivery": picked["days"] <= 2,
        "slow_refund": picked["returned"] == 1,
        "code_not_applied": picked["used_code"] == 1,
    }
    everyone = np.ones(len(category), bool)
    return np.array([can.get(name, everyone) for name in names])
