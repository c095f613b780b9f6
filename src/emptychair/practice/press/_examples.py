"""Documents to read, and parts told weak, middling and strong (``data/press/``)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Final

from emptychair._data import data_path
from emptychair.feedback import prfaq
from emptychair.practice.press._compose import compose
from emptychair.practice.press._draft import Draft
from emptychair.practice.press._read import read

# A part is read inside a document. This one says nothing, so that the points are the part's own.
_AROUND: Final = Draft(dateline="Springfield, May 3, 2027", summary="Today the maker opened what this page is about.")
_ASKED: Final = "**How large is the market, counted bottom-up?**\n"


@dataclass(frozen=True, slots=True)
class Example:
    """One part of the PR/FAQ of a product."""

    part: str
    level: str
    product: str
    text: str

    @property
    def points(self) -> int:
        """What the reader gives for it."""
        return points_alone(self.part, self.text)[0]

    @property
    def top(self) -> int:
        """What it could give."""
        return points_alone(self.part, self.text)[1]


@cache
def sample(name: str) -> Draft:
    """Give a document of ``data/press/``.

    Example:
        >>> sample("tern_lane").heading
        'Tern Lane Customers Get Their Refund Two Hours After the Scan'
    """
    return read(data_path(f"press/{name}.md").read_text(encoding="utf-8"))


@cache
def examples(part: str) -> tuple[Example, ...]:
    """Give a part told weak, middling and strong, from unlike products.

    Example:
        >>> [(it.level, it.points, it.top) for it in examples("heading")]
        [('weak', 1, 4), ('middling', 3, 4), ('strong', 4, 4)]
    """
    entries = tomllib.loads(data_path("press/examples.toml").read_text(encoding="utf-8"))
    return tuple(Example(part, **it) for it in entries[part])


@cache
def points_alone(part: str, text: str) -> tuple[int, int]:
    """Say what the reader gives for a part by itself, and what it could give. ``tam`` is an answer, not a part.

    Example:
        >>> points_alone("heading", "Small Bakeries Get Paid in Four Days")
        (4, 4)
    """
    draft = _AROUND.having(internal_faq=_ASKED + text) if part == "tam" else _AROUND.having(**{part: text})
    found = prfaq.review(compose(draft)).criterion(part)
    return found.level, found.top
