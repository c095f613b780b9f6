"""Contact messages: the agent's notes of a call, a chat, or an email."""

from __future__ import annotations

import numpy as np
import pandas as pd

from emptychair.shop.texts._desk import Desk
from emptychair.shop.texts._joins import hung
from emptychair.shop.texts._library import pools
from emptychair.shop.texts._noise import slip
from emptychair.shop.texts._plan import Row, natural, rows

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
    desk = _Contacts(rng)
    return [desk.write(row) for row in rows(plan, ("channel",))]


class _Contacts(Desk):
    def write(self, row: Row) -> str:
        slots = self._slots(row)
        channel = row.channel or self._dealer.pick("channel", CHANNELS)
        *parts, end = map(slots.fill, self._note(row) if channel == "phone" else self._letter(row, channel))
        if channel == "email":
            parts = [part[0].upper() + part[1:] for part in parts]
        text = " ".join([*map(_ended, parts), end])
        if channel == "phone":
            # The agent types while listening; how the customer talks is not to be seen in the spelling.
            return slip(text, self._random) if self._random() < 0.12 else text
        return row.manner.spoken(text, self._random)

    def _note(self, row: Row) -> list[str]:
        told = []
        if self._random() < 0.35:
            told.append(self._framed("contacts", "lead", row))
        told += self._matter(row, "note", "Also:")
        if self._random() < 0.8:
            mood = "easy" if not row.themes else "good" if min(row.sentiments) > 0 else "any"
            told.append(self._framed("contacts", "action", row, mood))
        return told

    def _letter(self, row: Row, channel: str) -> list[str]:
        told = []
        if channel == "email" or self._random() < 0.6:
            told.append(self._framed("contacts", "greeting", row, channel))
        if channel == "email" and self._random() < 0.6:
            told.append(self._framed("contacts", "reference", row))
        told += self._matter(row, "write", "Also,")
        if row.themes and row.sentiments[0] == natural(row.themes[0]):
            book = pools("themes", row.themes[0])
            if row.voice in ("rambling", "chatty") and self._random() < 0.5:
                told.append(self._deal(book["review.detail"], row))
            if self._random() < 0.8:
                told.append(self._deal(book["contact.ask"], row))
        if channel == "email" or self._random() < 0.2:
            told.append(self._framed("contacts", "farewell", row, channel))
        return told

    def _matter(self, row: Row, key: str, join: str) -> list[str]:
        """What it is about, theme by theme."""
        if not row.themes:
            return [self._framed("contacts", "general", row, key)]
        told = [
            self._stated(row, theme, sentiment, key)
            for theme, sentiment in zip(row.themes, row.sentiments, strict=True)
        ]
        return [told[0], *(hung(join, sentence) for sentence in told[1:])]

    def _stated(self, row: Row, theme: str, sentiment: int, key: str) -> str:
        """The theme in the words of the channel; where the customer sees it otherwise than most, in the customer's own."""
        book = pools("themes", theme)
        if sentiment == natural(theme):
            return self._deal(book[f"contact.{key}"], row)
        said = self._deal(book["review.reverse" if sentiment else "review.mixed"], row)
        return f'Customer says: "{said}"' if key == "note" else said


def _ended(part: str) -> str:
    """A part that more will follow: with a full stop, if whoever typed it left that out."""
    return part if part.endswith((".", ",", "?", "!", ":", '"')) else f"{part}."
