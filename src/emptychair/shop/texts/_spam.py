"""Reviews that are no reviews."""

from __future__ import annotations

from emptychair.shop.texts._decks import Dealer
from emptychair.shop.texts._library import pools

KINDS = {
    "advert": ("advert.start", "advert.end", "advert.link"),
    "lure": ("lure.start", "lure.end"),
    "stray": ("stray.start", "stray.end"),
    "reward": ("reward.start", "reward.end"),
}
"""Links to other things, praise beyond measure, texts meant for something else, reviews for a gift card."""


def spam(dealer: Dealer, category: str) -> str:
    """One of them, with its braces still open."""
    kind = dealer.pick("spam", ("advert", *KINDS))
    return " ".join(dealer.deal(pools("frames", "spam")[part], category) for part in KINDS[kind])
