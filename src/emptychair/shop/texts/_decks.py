"""Chance, dealt like cards: a sentence does not come back before half of its pool has been used."""

from __future__ import annotations

from random import Random

from emptychair.shop.texts._library import Pool


class Deck:
    """Cards that are dealt from the front half and put back at the end."""

    __slots__ = ("_cards", "_front", "_luck")

    def __init__(self, cards: tuple[str, ...], luck: Random) -> None:
        self._luck = luck.random
        # Sorted by random keys: of Random's methods only random() promises the same numbers in every Python.
        keyed = sorted((luck.random(), place) for place in range(len(cards)))
        self._cards = [cards[place] for _, place in keyed]
        self._front = (len(cards) + 1) // 2

    def deal(self) -> str:
        """The next card."""
        card = self._cards.pop(int(self._luck() * self._front))
        self._cards.append(card)
        return card


class Dealer:
    """All decks of one run, made when they are first needed."""

    def __init__(self, luck: Random) -> None:
        self.luck = luck
        self._decks: dict[tuple[str, str], Deck] = {}

    def deal(self, pool: Pool, category: str) -> str:
        """A sentence for a category: one of its own as often as these are among all that would do."""
        own = pool.special.get(category, ())
        if own and self.luck.random() * (len(own) + len(pool.general)) < len(own):
            return self._deck(pool.name, category, own).deal()
        return self._deck(pool.name, "", pool.general).deal()

    def pick(self, name: str, cards: tuple[str, ...]) -> str:
        """One of a few words, dealt from a deck of that name."""
        return self._deck(name, "", cards).deal()

    def _deck(self, name: str, category: str, cards: tuple[str, ...]) -> Deck:
        deck = self._decks.get((name, category))
        if deck is None:
            deck = self._decks[name, category] = Deck(cards, self.luck)
        return deck
