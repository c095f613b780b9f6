"""What stands in the braces of a sentence: words of the category, and numbers that stay the same through one text."""

from __future__ import annotations

from functools import cache

from emptychair.shop.texts._decks import Dealer
from emptychair.shop.texts._library import table

_AGREE = {
    "it": ("it", "they"),
    "them": ("it", "them"),
    "one": ("one", "pair"),
    "is": ("is", "are"),
    "was": ("was", "were"),
    "has": ("has", "have"),
    "does": ("does", "do"),
    "this": ("this", "these"),
    "s": ("s", ""),
    "es": ("es", ""),
}
ONE, MANY = ({key: pair[n] for key, pair in _AGREE.items()} for n in (0, 1))
SMALL = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


@cache
def _goods(category: str) -> dict[str, tuple[str, ...]]:
    return {key: tuple(words) for key, words in table("frames", "goods")[category].items()}


@cache
def _words() -> dict[str, tuple[str, ...]]:
    return {key: tuple(words) for key, words in table("frames", "words")["words"].items()}


def days_in_words(days: int, figures: bool = False) -> str:
    """A number of days as customers say it.

    Example:
        >>> days_in_words(1), days_in_words(7), days_in_words(9), days_in_words(13)
        ('a day', 'a week', 'nine days', '13 days')
    """
    if days in (7, 14, 21):
        return ("a week", "two weeks", "three weeks")[days // 7 - 1]
    if days == 1:
        return "a day"
    return f"{days if figures or days >= len(SMALL) else SMALL[days]} days"


class Slots(dict[str, str]):
    """The fillings of one text; each is chosen when a sentence first asks for it."""

    def __init__(self, dealer: Dealer, category: str, days_late: int, region: str, rating: int) -> None:
        super().__init__(MANY if category == "boots" else ONE)
        self._dealer, self._category, self._days = dealer, category, days_late
        self["region"] = region
        self["stars"] = "one star" if rating == 1 else f"{SMALL[rating]} stars"

    def fill(self, sentence: str) -> str:
        """The sentence with its braces filled."""
        if "{" not in sentence:
            return sentence
        filled = sentence.format_map(self)
        return filled if sentence[0] != "{" else filled[0].upper() + filled[1:]

    def __missing__(self, key: str) -> str:
        if key[0].isupper():
            filled = self[key.lower()]
            filled = filled[0].upper() + filled[1:]
        elif key == "an_item":
            item = self["item"]
            article = "" if self["it"] == "they" else "an " if item[0] in "aeiou" else "a "
            filled = article + item
        elif key == "late":
            luck = self._dealer.luck.random
            filled = days_in_words(self._days if self._days > 0 else 2 + int(luck() * 10), luck() < 0.3)
        elif key in _goods(self._category):
            filled = self._dealer.pick(f"{self._category}.{key}", _goods(self._category)[key])
        else:
            filled = self._dealer.pick(key, _words()[key])
        self[key] = filled
        return filled
