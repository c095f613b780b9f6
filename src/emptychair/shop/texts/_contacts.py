"""Contact messages: the agent's notes of a call, a chat, or an email."""

from __future__ import annotations

from random import Random

import numpy as np
import pandas as pd

from emptychair.shop.texts._decks import Dealer
from emptychair.shop.texts._joins import hung
from emptychair.shop.texts._library import Pool, pools
from emptychair.shop.texts._noise import slip
from emptychair.shop.texts._plan import Row, natural, rows
from emptychair.shop.texts._slots import Slots

CHANNELS = ("phone",) * 5 + ("chat",) * 3 + ("email",) * 2


def write_contacts(rng: np.random.Generator, plan: pd.DataFrame) -> list[str]:
    """Write one contact message a row of the plan.

    Columns as for ``write_reviews``, without ``rating`` and ``spam``. A column ``channel`` (phone, chat, email) says what the
    text looks like; without it half are notes of calls, three in ten chats, the rest emails.

    Example:
        >>> plan = pd.DataFrame({"category": ["lamps"], "themes": [("arrived_damaged",)], "sentiments": [(-1,)],
        ...                      "sarcastic": [False], "voice": ["plain"], "days_late": [0], "region": ["east"]})
        >>> len(write_contacts(np.random.default_rng(1), plan))
        1
    """
    desk = _Desk(Dealer(Random(int(rng.integers(2**63)))))
    return [desk.message(row) for row in rows(plan, ("channel",))]


def _ended(part: str) -> str:
    """A part that more will follow: with a full stop, if whoever typed it left that out."""
    return part if part.endswith((".", ",", "?", "!", ":", '"')) else f"{part}."


class _Desk:
    """Where the messages of one run are written."""

    def __init__(self, dealer: Dealer) -> None:
        self._dealer = dealer
        self._random = dealer.luck.random
        self._frames = pools("frames", "contacts")

    def message(self, row: Row) -> str:
        slots = Slots(self._dealer, row.category, row.days_late, row.region, row.rating)
        channel = row.channel or CHANNELS[int(self._random() * len(CHANNELS))]
        parts = self._note(row) if channel == "phone" else self._letter(row, channel)
        filled = [slots.fill(part) for part in parts]
        text = " ".join([*map(_ended, filled[:-1]), filled[-1]])
        if channel == "phone":
            # The agent types while listening; how the customer talks is not to be seen in the spelling.
            return slip(text, self._random) if self._random() < 0.12 else text
        return row.manner.spoken(text, self._random)

    def _note(self, row: Row) -> list[str]:
        told = []
        if self._random() < 0.35:
            told.append(self._framed(f"lead.{row.voice}", "lead.any", row))
        for n, (theme, sentiment) in enumerate(zip(row.themes, row.sentiments, strict=True)):
            told.append(hung("Also:" if n else "", self._stated(theme, sentiment, "contact.note", row)))
        if not row.themes:
            told.append(self._deal(self._frames["general.note"], row))
        if self._random() < 0.8:
            mood = "plain" if not row.themes else "good" if min(row.sentiments) > 0 else "any"
            told.append(self._deal(self._frames[f"action.{mood}"], row))
        return told

    def _letter(self, row: Row, channel: str) -> list[str]:
        told = []
        if channel == "email" or self._random() < 0.6:
            told.append(self._framed(f"greeting.{row.voice}", f"greeting.{channel}", row))
        if channel == "email" and self._random() < 0.6:
            told.append(self._deal(self._frames["reference.email"], row))
        for n, (theme, sentiment) in enumerate(zip(row.themes, row.sentiments, strict=True)):
            told.append(hung("Also," if n else "", self._stated(theme, sentiment, "contact.write", row)))
        if not row.themes:
            told.append(self._deal(self._frames["general.write"], row))
        elif row.voice in ("rambling", "chatty") and row.sentiments[0] == natural(row.themes[0]) and self._random() < 0.5:
            told.append(self._deal(pools("themes", row.themes[0])["review.detail"], row))
        if row.themes and row.sentiments[0] == natural(row.themes[0]) and self._random() < 0.8:
            told.append(self._deal(pools("themes", row.themes[0])["contact.ask"], row))
        if channel == "email" or self._random() < 0.2:
            told.append(self._framed(f"farewell.{row.voice}", f"farewell.{channel}", row))
        return told

    def _stated(self, theme: str, sentiment: int, key: str, row: Row) -> str:
        """The theme in the words of the channel; where the customer sees it otherwise than most, in the customer's own."""
        book = pools("themes", theme)
        if sentiment == natural(theme):
            return self._deal(book[key], row)
        said = self._deal(book["review.reverse" if sentiment else "review.mixed"], row)
        return f'Customer says: "{said}"' if key == "contact.note" else said

    def _framed(self, own: str, common: str, row: Row) -> str:
        return self._deal(self._frames[own if own in self._frames and self._random() < 0.7 else common], row)

    def _deal(self, pool: Pool, row: Row) -> str:
        return self._dealer.deal(pool, row.category)
