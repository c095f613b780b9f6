"""Themes: what 4,000 reviews say, the reviews themselves, and which cause to mend first."""

from __future__ import annotations

from functools import cache
from html import escape
from typing import Any, ClassVar

from emptychair import shop
from emptychair.widgets._base import module
from emptychair.widgets._chooser import Choice, Chooser, one_of
from emptychair.widgets._theme_numbers import (
    Counted,
    Opened,
    Worth,
    count_themes,
    found_themes,
    reviews_read,
    to_read,
    worth_of_fixes,
)

PAGE = 3
WEEKS = {"all": "all 78 weeks", "lately": "the last 26 weeks"}
NAMES = {
    "good_quality": "workmanship",
    "good_value": "value for money",
    "looks_good": "looks",
    "gift": "bought as a gift",
}
"""The pipeline names what a review is about, not what it thinks of it: unhappy reviews have these themes too."""


def theme_name(theme: str) -> str:
    """Say a theme in words that do not judge.

    Example:
        >>> theme_name("good_quality"), theme_name("late_delivery")
        ('workmanship', 'late delivery')
    """
    return NAMES.get(theme, theme.replace("_", " "))


def theme_rows(counted: tuple[Counted, ...], weeks: str) -> list[dict[str, Any]]:
    """Rank the themes by complaints, with the share of all complaints that they and those above them make.

    Example:
        >>> rows = theme_rows((Counted("leaks", 40, 30, 9, 9), Counted("gift", 50, 10, 20, 9)), "all")
        >>> [(row["title"], row["complaints"], row["cumulative"]) for row in rows]
        [('leaks', 30, 75), ('bought as a gift', 10, 100)]
    """
    late = weeks == "lately"
    numbers = [
        (it.theme, *((it.lately, it.complaints_lately) if late else (it.mentions, it.complaints))) for it in counted
    ]
    numbers.sort(key=lambda row: (-row[2], row[0]))
    total, so_far, rows = sum(complaints for *_, complaints in numbers) or 1, 0, []
    for theme, mentions, complaints in numbers:
        so_far += complaints
        cumulative = round(100 * so_far / total)
        rows.append(
            {
                "name": theme,
                "title": theme_name(theme),
                "mentions": mentions,
                "complaints": complaints,
                "cumulative": cumulative,
            }
        )
    return rows


def worth_told(worth: dict[str, Worth], first: str) -> dict[str, Any]:
    """Say what the learner's choice would have been worth, beside the others."""
    contacts = max(worth, key=lambda name: worth[name].contacts)
    profit = max(worth, key=lambda name: worth[name].profit_usd)
    if first in worth:
        it = worth[first]
        said = (
            f"Behind {theme_name(first)} is one cause ({it.title}). Its fix: {_small(it.fix)}. In place for the last 26 weeks, "
            f"it would have saved {it.contacts:,} contacts and earned {it.profit_usd:,} dollars."
        )
    else:
        said = f"There is no single cause behind {theme_name(first)}, so there is nothing to mend once and for all."
    best = (
        f"Most contacts: {theme_name(contacts)}, {worth[contacts].contacts:,}. "
        f"Most dollars: {theme_name(profit)}, {worth[profit].profit_usd:,}."
    )
    ranked = sorted(worth, key=lambda name: -worth[name].contacts)
    rows = [
        [
            theme_name(name),
            f"{worth[name].contacts:,}",
            f"{worth[name].profit_usd:,}",
            f"{worth[name].trust:+.1f}".replace("-", "−"),
        ]
        for name in ranked
    ]
    return {"said": said, "best": best, "rows": rows, "chosen": theme_name(first)}


@cache
def _numbers() -> tuple[tuple[Counted, ...], dict[str, Worth]]:
    world = shop.load()  # ten runs of it; a cell that is run again does not wait for them
    return count_themes(found_themes(), world.weeks), worth_of_fixes(world)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _page(reviews: tuple[Opened, ...], page: int) -> dict[str, Any]:
    shown = reviews[PAGE * page : PAGE * (page + 1)]
    return {
        "reviews": [{"head": f"week {it.week}, {it.stars} of 5 stars", "text": it.text} for it in shown],
        "pages": -(-len(reviews) // PAGE),
    }


class Themes(Chooser):
    """Themes that the pipeline named in 4,000 reviews, ranked by complaints; the learner reads and decides what to mend first.

    Example:
        >>> Themes()
        Themes: what 4,000 reviews say, and what to fix first
    """

    _esm = module("themes.js", "chooser.js")
    name: ClassVar[str] = "themes"
    start: ClassVar[Choice] = {"weeks": "all", "theme": "late_delivery", "page": 0, "first": ""}

    def __init__(self) -> None:
        self._rows = found_themes()
        self._counted, self._worth = _numbers()
        super().__init__()

    def fits(self, field: str, value: Any) -> bool:
        themes = [it.theme for it in self._counted]
        known = {"weeks": WEEKS, "theme": themes, "page": range(4), "first": ["", *themes]}
        return one_of(value, known[field])

    def settled(self, before: Choice, now: Choice) -> Choice:
        if now["theme"] != before["theme"]:
            now = now | {"page": 0}
        return now | {"first": before["first"] or now["first"]}  # a decision is made once

    def seen(self, choice: Choice) -> dict[str, Any]:
        return {
            "read": f"{reviews_read():,}",
            "weeks": [{"name": name, "text": text} for name, text in WEEKS.items()],
            "rows": theme_rows(self._counted, choice["weeks"]),
            "theme": theme_name(choice["theme"]),
            **_page(to_read(self._rows, choice["theme"]), choice["page"]),
            "told": worth_told(self._worth, choice["first"]) if choice["first"] else None,
        }

    def describe(self) -> str:
        return f"Themes: what {reviews_read():,} reviews say, and what to fix first"

    def static_html(self) -> str:
        ranked = "".join(
            f"<li>{escape(row['title'])}: {row['complaints']} complaints, {row['cumulative']} % so far</li>"
            for row in theme_rows(self._counted, "all")
        )
        told = worth_told(self._worth, "late_delivery")
        return (
            f"<p><strong>Themes.</strong> What {reviews_read():,} reviews complain about:</p><ol>{ranked}</ol>"
            f"<details><summary>Open this when you have chosen what to fix first.</summary><p>{escape(told['best'])}</p></details>"
        )
