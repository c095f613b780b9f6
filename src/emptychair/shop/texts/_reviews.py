"""Reviews: a shape of the voice, filled with sentences of the themes."""

from __future__ import annotations

import numpy as np
import pandas as pd

from emptychair.shop.texts._desk import Desk
from emptychair.shop.texts._joins import hung
from emptychair.shop.texts._library import Pool, pools
from emptychair.shop.texts._plan import Row, natural, rows
from emptychair.shop.texts._slots import Slots
from emptychair.shop.texts._spam import spam

TONE = ("", "low", "low", "mid", "high", "high")
"""What the stars sound like."""


def write_reviews(rng: np.random.Generator, plan: pd.DataFrame) -> list[str]:
    """Write one review a row of the plan.

    Columns: ``category``, ``rating`` (1-5), ``themes`` and ``sentiments`` (tuples of the same length), ``sarcastic``,
    ``voice``, ``spam``, ``days_late`` (0: unknown), ``region``.
    The generator is asked for one number, so the same state gives the same texts.

    Example:
        >>> plan = pd.DataFrame({"category": ["lamps"], "rating": [2], "themes": [("late_delivery",)], "sentiments": [(-1,)],
        ...                      "sarcastic": [False], "voice": ["brief"], "spam": [False], "days_late": [6], "region": ["north"]})
        >>> len(write_reviews(np.random.default_rng(1), plan))
        1
    """
    desk = _Reviews(rng)
    return [desk.write(row) for row in rows(plan, ("rating", "spam"))]


class _Reviews(Desk):
    def write(self, row: Row) -> str:
        slots = self._slots(row)
        if row.spam:
            return slots.fill(spam(self._dealer, row.category))
        told = self._themed(row, slots) if row.themes else self._general(row)
        if len(told) == 1 and self._random() < 0.85:
            # Where nothing is added to a sentence, the same review soon stands there twice.
            told.append(self._verdict(row))
        return row.manner.spoken(" ".join(map(slots.fill, told)), self._random)

    def _themed(self, row: Row, slots: Slots) -> list[str]:
        # What is said with a sneer comes first.
        order = sorted(range(len(row.themes)), key=lambda n: row.sarcastic and row.sentiments[n] != -1)
        first, *others = [(row.themes[n], row.sentiments[n]) for n in order]
        told, verdict = self._main(row, *first)
        before = first[1]
        for theme, sentiment in others:
            told += self._other(row, theme, sentiment, before, slots)
            before = sentiment
        if not verdict and not row.sarcastic and _at_odds(row):
            verdict = [self._verdict(row)]
        return told + verdict

    def _main(self, row: Row, theme: str, sentiment: int) -> tuple[list[str], list[str]]:
        """The theme that the review is built around; the verdict apart, since other themes go before it."""
        book = pools("themes", theme)
        straight = sentiment == natural(theme) and not row.sarcastic
        # What it meant in somebody's life follows from the theme's natural side; a half-forgiven complaint still has one.
        lived = straight or (natural(theme) == -1 and sentiment < 1)
        told: list[str] = []
        verdict: list[str] = []
        for letter in self._shape(row):
            match letter:
                case "f":
                    told += self._stated(row, theme, sentiment, row.sarcastic)
                case "d" if lived:
                    told.append(self._deal(book["review.detail"], row))
                case "e" if straight:
                    told.append(self._deal(book["review.feeling"], row))
                case "c" if straight:
                    told.append(self._deal(book["review.closing"], row))
                case "o":
                    told.append(self._framed("openings", "opening", row))
                case "a":
                    told.append(self._framed("openings", "aside", row))
                case "v":
                    verdict = [self._verdict(row)]
        return told, verdict

    def _other(self, row: Row, theme: str, sentiment: int, before: int, slots: Slots) -> list[str]:
        """A further theme, with what hangs it onto the one before."""
        way = {2: "better", -2: "worse"}.get(sentiment - before, "same")
        statement, *more = self._stated(row, theme, sentiment, False)
        told = [hung(self._framed("joins", way, row), slots.fill(statement)), *more]
        if sentiment == natural(theme) and row.voice != "brief" and self._random() < 0.25:
            told.append(self._deal(pools("themes", theme)["review.detail"], row))
        return told

    def _general(self, row: Row) -> list[str]:
        """A review that is about nothing in particular."""
        told: list[str] = []
        for letter in self._shape(row):
            if letter == "f" or (letter in "de" and self._random() < 0.4):
                told.append(self._framed("general", TONE[row.rating], row))
            elif letter in "cv":
                told.append(self._verdict(row))
            elif letter in "oa":
                told.append(self._framed("openings", {"o": "opening", "a": "aside"}[letter], row))
        return told

    def _stated(self, row: Row, theme: str, sentiment: int, sarcastic: bool) -> list[str]:
        """The theme in one sentence, or in two, of which one says it in so many words."""
        pool = self._statement(row, theme, sentiment, sarcastic)
        told = [self._deal(pool, row)]
        plain = pools("themes", theme)["review.plain"]
        if sentiment == natural(theme) and not sarcastic and pool is not plain and self._random() < row.manner.frank:
            told.insert(int(self._random() * 2), self._deal(plain, row))
        return told

    def _statement(self, row: Row, theme: str, sentiment: int, sarcastic: bool) -> Pool:
        book = pools("themes", theme)
        if sarcastic and sentiment < 1:
            return book["review.sarcastic"]
        if sentiment != natural(theme):
            return book["review.reverse" if sentiment else "review.mixed"]
        own = book.get(f"review.{row.voice}")
        return own if own and self._random() < row.manner.own else book["review.fact"]

    def _verdict(self, row: Row) -> str:
        tone = TONE[row.rating]
        part = "sarcastic" if row.sarcastic else f"despite_{tone}" if _at_odds(row) else tone
        return self._framed("verdicts", part, row)

    def _shape(self, row: Row) -> str:
        return self._dealer.pick(f"shape.{row.voice}", row.manner.shapes)


def _at_odds(row: Row) -> bool:
    """Do the stars say one thing and all the themes the other?"""
    sign = {"low": 1, "high": -1}.get(TONE[row.rating])
    return bool(row.sentiments) and all(sentiment == sign for sentiment in row.sentiments)
