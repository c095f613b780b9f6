"""What 4,000 reviews are about, theme by theme, and what mending the cause behind a theme would have been worth."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import pandas as pd

from emptychair import shop
from emptychair._data import data_path
from emptychair.shop import World

UNHAPPY = 3
"""A review with so many stars or fewer complains; the stars are a stand-in for the feeling, and not a perfect one."""
RECENT = 26
"""The weeks that count as lately."""
SHOWN = 12
"""Reviews of a theme that are there to read."""


class Opened(NamedTuple):
    """A review to read: who wrote it is not in it."""

    week: int
    stars: int
    text: str


class Counted(NamedTuple):
    """How often a theme is named, over all weeks and lately, and in how many of these reviews somebody complains."""

    theme: str
    mentions: int
    complaints: int
    lately: int
    complaints_lately: int


class Worth(NamedTuple):
    """What mending the cause of a theme for everyone would have changed in the last weeks: less of the one, more of the other."""

    title: str
    fix: str
    contacts: int
    profit_usd: int
    trust: float


@cache
def found_themes() -> pd.DataFrame:
    """The reviews that the pipeline has read, a row for each theme that it named: ``data/themes.csv`` with the reviews beside it.

    Example:
        >>> found_themes().columns.tolist()
        ['review_id', 'theme', 'week', 'rating', 'text']
    """
    named = shop.named_themes()
    rows = named.assign(theme=named["themes"].str.split()).explode("theme").dropna(subset="theme")
    reviews = shop.load().reviews[["review_id", "week", "rating", "text"]]
    table: pd.DataFrame = rows[["review_id", "theme"]].merge(reviews, on="review_id")
    return table


def reviews_read() -> int:
    """How many reviews the pipeline has read, with a theme or without."""
    return len(pd.read_csv(data_path("themes.csv")))


def count_themes(rows: pd.DataFrame, weeks: int) -> tuple[Counted, ...]:
    """Count every theme; the one with the most complaints first.

    Example:
        >>> count_themes(found_themes(), 78)[0].complaints > 100
        True
    """
    late, low = rows["week"] >= weeks - RECENT, rows["rating"] <= UNHAPPY
    table = pd.DataFrame(
        {"mentions": 1, "complaints": low, "lately": late, "complaints_lately": low & late}, rows.index
    )
    sums = table.astype(int).groupby(rows["theme"]).sum()
    sums = sums.sort_values("complaints", ascending=False, kind="stable")
    return tuple(Counted(str(name), *map(int, row)) for name, row in zip(sums.index, sums.to_numpy(), strict=True))


def to_read(rows: pd.DataFrame, theme: str) -> tuple[Opened, ...]:
    """The newest complaints of a theme."""
    chosen = rows[(rows["theme"] == theme) & (rows["rating"] <= UNHAPPY)].sort_values("week", kind="stable")[-SHOWN:]
    return tuple(
        Opened(int(week), int(stars), str(text))
        for week, stars, text in chosen[["week", "rating", "text"]].to_numpy()[::-1]
    )


def worth_of_fixes(world: World) -> dict[str, Worth]:
    """Step through the last weeks once for each planted cause, with that one mended from their first day, and compare.

    Luck is the same in every run, so what differs is the fix's doing. Themes that are not in the answer have no single cause.

    Example:
        >>> worth = worth_of_fixes(shop.load())
        >>> worth["not_as_pictured"].contacts, worth["not_as_pictured"].profit_usd
        (199, 9374)
    """
    base, found = shop.run(world), {}
    for cause in world.truth.causes.itertuples():
        mended = shop.run(world, shop.Policy(fixes=(shop.Fix(str(cause.cause), base.start),)))
        found[str(cause.theme)] = Worth(
            title=_title(str(cause.hits)),
            fix=str(cause.fix),
            contacts=int(base.weeks["contacts"].sum() - mended.weeks["contacts"].sum()),
            profit_usd=round(mended.profit_usd - base.profit_usd),
            trust=round(100 * (mended.trust - base.trust), 1),
        )
    return found


def _title(hits: str) -> str:
    """Which orders are hit, in words."""
    column, _, values = hits.partition(" = ")
    return {"returned": "orders that came back", "used_code": "orders with a code"}.get(column, f"{column}: {values}")
