"""What a survey says about the shop, by how many are asked, in which words, and how it is corrected; and what is so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from emptychair.shop import World
from emptychair.shop.measures import Estimate, response_weights, weighted_mean

SIZES = (100, 200, 400, 800, 1600, 3200)
"""Emails sent; all that were sent come after these."""
RECENT, REGULAR = 6, 6
"""Weeks in which a contact is recent, and orders from which more make no difference."""
_SHUFFLE = 2006  # the order in which a smaller survey would have sent its emails


class Wording(NamedTuple):
    """A form of the question, and the lowest feeling from 1 to 5 that it counts as satisfied."""

    name: str
    question: str
    options: tuple[str, ...]
    least: int


WORDINGS = (
    Wording(
        "even",
        "How satisfied were you with your order?",
        ("very satisfied", "satisfied", "neither", "dissatisfied", "very dissatisfied"),
        4,
    ),
    Wording(
        "leading",
        "How much did you enjoy your Tern Lane order?",
        ("loved it", "liked it", "it was fine", "not for me"),
        3,
    ),
)
"""The leading one has three pleasant answers, and whoever feels neither way has to take one of them."""
REMEDIES = ("as it is", "weighted", "with calls")


class Said(NamedTuple):
    """What a survey says: the share of satisfied customers, from so many answers and calls to so many emails."""

    sent: int
    answered: int
    called: int
    share: Estimate


class Surveyed(NamedTuple):
    """The survey of a world by wording, remedy and size, what everybody who was asked would have said, and who answered."""

    said: dict[tuple[str, str, int], Said]
    truth: dict[str, float]
    who: tuple[tuple[str, int, int], ...]

    @property
    def sizes(self) -> tuple[int, ...]:
        """The sizes, smallest first."""
        return tuple(sorted({size for _, _, size in self.said}))


def survey_numbers(world: World) -> Surveyed:
    """Work out every survey that the face can show.

    Example:
        >>> from emptychair import shop
        >>> numbers = survey_numbers(shop.load())
        >>> said = numbers.said["even", "as it is", 4680]
        >>> said.answered, round(said.share.value, 3), round(numbers.truth["even"], 3)
        (1296, 0.625, 0.54)
    """
    table, known = _asked(world), known_about(world)
    order = np.random.default_rng(_SHUFFLE).permutation(len(table))
    sizes = [size for size in SIZES if size < len(table)] + [len(table)]
    said: dict[tuple[str, str, int], Said] = {}
    for size in sizes:
        chosen = np.sort(order[:size])
        said |= _of_size(table.iloc[chosen], known.iloc[chosen])
    truth = {it.name: float((world.truth.surveys["satisfied"] >= it.least).mean()) for it in WORDINGS}
    return Surveyed(said, truth, _who(known, table["answered"].to_numpy(bool)))


def known_about(world: World) -> pd.DataFrame:
    """What the shop knows about everybody it asked, whether they answered: orders so far, and whether they wrote lately.

    Example:
        >>> from emptychair import shop
        >>> known_about(shop.load()).columns.tolist()
        ['orders', 'recent']
    """
    asked = world.surveys
    orders, contacts = (_moments(table) for table in (world.orders, world.contacts))
    here = asked["customer_id"].to_numpy() * _SPAN + asked["week"].to_numpy()
    count = np.searchsorted(orders, here, "right") - np.searchsorted(orders, asked["customer_id"].to_numpy() * _SPAN)
    recent = np.searchsorted(contacts, here, "right") > np.searchsorted(contacts, here - RECENT, "right")
    return pd.DataFrame({"orders": np.minimum(count, REGULAR), "recent": recent.astype(int)})


_SPAN = 1000  # of two customers, no weeks overlap


def _moments(table: pd.DataFrame) -> NDArray[np.int64]:
    moments: NDArray[np.int64] = np.sort(table["customer_id"].to_numpy() * _SPAN + table["week"].to_numpy())
    return moments


def _asked(world: World) -> pd.DataFrame:
    """The survey with what those said on the phone who did not answer the email."""
    calls = world.callbacks[["customer_id", "week", "satisfied"]].rename(columns={"satisfied": "on_the_phone"})
    table: pd.DataFrame = world.surveys.merge(calls, on=["customer_id", "week"], how="left")
    return table


def _of_size(table: pd.DataFrame, known: pd.DataFrame) -> dict[tuple[str, str, int], Said]:
    answered = table["answered"].to_numpy(bool)
    email = table.loc[answered, "satisfied"].to_numpy(np.int64)
    phone = table["on_the_phone"].dropna().to_numpy(np.int64)
    size, weights = len(table), response_weights(known, answered)
    # Hansen and Hurwitz: each call stands for its part of those who kept silent; those who answered stand for themselves.
    calls = np.concatenate([np.ones(len(email)), np.full(len(phone), (size - len(email)) / max(len(phone), 1))])
    both = np.concatenate([email, phone])
    by_remedy: Sequence[tuple[str, NDArray[np.int64], NDArray[np.float64], int]] = (
        ("as it is", email, np.ones(len(email)), 0),
        ("weighted", email, weights, 0),
        ("with calls", both, calls, len(phone)),
    )
    return {
        (wording.name, remedy, size): Said(size, len(email), called, weighted_mean(answers >= wording.least, weight))
        for wording in WORDINGS
        for remedy, answers, weight, called in by_remedy
    }


def _who(known: pd.DataFrame, answered: NDArray[np.bool_]) -> tuple[tuple[str, int, int], ...]:
    """Groups of those who were asked: name, asked, answered."""
    orders, recent = known["orders"].to_numpy(), known["recent"].to_numpy() == 1
    groups = (
        ("one order so far", orders == 1),
        ("two or three", (orders == 2) | (orders == 3)),
        ("four or more", orders >= 4),
        ("wrote to us lately", recent),
        ("did not", ~recent),
    )
    return tuple((name, int(here.sum()), int((here & answered).sum())) for name, here in groups)
