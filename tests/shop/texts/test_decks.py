"""Chance without quick repeats."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from emptychair.shop.texts._decks import Dealer, Deck
from emptychair.shop.texts._library import Pool


@given(st.integers(1, 40), st.integers(0, 2**32))
def test_deck_when_a_card_returns(size: int, seed: int) -> None:
    """Are at least half of the cards dealt before one comes back, and all of them in the long run?"""
    cards = tuple(map(str, range(size)))
    deck = Deck(cards, Random(seed))
    dealt = [deck.deal() for _ in range(60 * size)]
    last: dict[str, int] = {}
    for place, card in enumerate(dealt):
        assert place - last.get(card, -size) >= size // 2
        last[card] = place
    assert set(dealt) == set(cards)


def test_dealer_when_a_category_has_its_own() -> None:
    """Are a category's own sentences dealt to it only, and as often as their number says?"""
    dealer = Dealer(Random(3))
    pool = Pool("fact", ("a", "b"), {"lamps": ("x", "y")})
    lamps = [dealer.deal(pool, "lamps") for _ in range(400)]
    assert {dealer.deal(pool, "toys") for _ in range(50)} == {"a", "b"}
    assert 140 < sum(card in "xy" for card in lamps) < 260
