"""The desk at which one run of texts is written: its decks remember what was used last."""

from __future__ import annotations

from random import Random

import numpy as np

from emptychair.shop.texts._decks import Dealer
from emptychair.shop.texts._library import Pool, pools
from emptychair.shop.texts._plan import Row
from emptychair.shop.texts._slots import Slots


class Desk:
    """What reviews and contact messages need alike."""

    def __init__(self, rng: np.random.Generator) -> None:
        # One number is taken from the generator, however many texts are asked for.
        luck = Random(int(rng.integers(2**63)))
        self._dealer = Dealer(luck)
        self._random = luck.random

    def _slots(self, row: Row) -> Slots:
        return Slots(self._dealer, row.category, row.days_late, row.region, row.rating)

    def _deal(self, pool: Pool, row: Row) -> str:
        return self._dealer.deal(pool, row.category)

    def _framed(self, name: str, part: str, row: Row, common: str = "any") -> str:
        """A sentence that is not about a theme: the voice's own where there is one, else one that anybody would use."""
        book = pools("frames", name)
        own = book.get(f"{part}.{row.voice}")
        return self._deal(own if own and self._random() < 0.8 else book[f"{part}.{common}"], row)
