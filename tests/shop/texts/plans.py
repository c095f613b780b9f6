"""Plans of texts: one row as wanted, or thousands as they come."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from emptychair.shop.texts import CATEGORIES, THEMES, VOICES
from emptychair.shop.texts._plan import natural

PLAIN = {
    "category": "kettles",
    "rating": 3,
    "themes": (),
    "sentiments": (),
    "sarcastic": False,
    "voice": "deadpan",
    "spam": False,
    "days_late": 0,
    "region": "north",
}


def plan_of(*rows: dict[str, Any]) -> pd.DataFrame:
    """A plan with these rows; what a row does not say is as in ``PLAIN``."""
    return pd.DataFrame([PLAIN | row for row in rows], columns=list(PLAIN))


def mixed_plan(count: int, seed: int = 0, spam: float = 0.02) -> pd.DataFrame:
    """Themes, voices and categories as they come; the stars follow the sentiments, with some noise."""
    rng = np.random.default_rng(seed)
    rows = []
    for _ in range(count):
        many = rng.choice([0, 1, 2, 3], p=[0.2, 0.5, 0.22, 0.08])
        themes = tuple(map(str, rng.choice(THEMES, size=many, replace=False)))
        sentiments = tuple(
            int(rng.choice([natural(theme), 0, -natural(theme)], p=[0.8, 0.12, 0.08])) for theme in themes
        )
        mood = np.mean(sentiments) if themes else rng.choice([-1, 0, 1], p=[0.1, 0.1, 0.8])
        rows.append(
            {
                "category": str(rng.choice(CATEGORIES)),
                "rating": int(np.clip(round(3 + 2 * mood + rng.normal(0, 0.7)), 1, 5)),
                "themes": themes,
                "sentiments": sentiments,
                "sarcastic": bool(-1 in sentiments and rng.random() < 0.08),
                "voice": str(rng.choice(VOICES, p=[0.3, 0.2, 0.15, 0.07, 0.05, 0.08, 0.08, 0.07])),
                "spam": bool(rng.random() < spam),
                "days_late": int(rng.choice([0, 0, 4, 6, 9])),
                "region": str(rng.choice(["north", "south", "east", "west"])),
            }
        )
    return plan_of(*rows)
