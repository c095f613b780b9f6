"""What the customers of Tern Lane write: reviews and contact messages whose themes are known.

Every sentence is authored (``themes/*.toml``, ``frames/*.toml``, one a line); the code only chooses, joins and misspells.
"""

from __future__ import annotations

from emptychair.shop.texts._contacts import write_contacts
from emptychair.shop.texts._library import CATEGORIES, THEMES
from emptychair.shop.texts._reviews import write_reviews
from emptychair.shop.texts._voices import VOICES

__all__ = ("CATEGORIES", "THEMES", "VOICES", "write_contacts", "write_reviews")
