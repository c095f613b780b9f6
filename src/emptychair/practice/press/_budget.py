"""Words and pages: what each part takes of what it may take."""

from __future__ import annotations

from typing import Final, NamedTuple

from emptychair.practice.press._draft import Draft
from emptychair.practice.press._parts import FAQ, PARTS, RELEASE

PAGE: Final = 500
"""Words of a page, by which lengths are estimated: a page of plain text at 11 points holds about as many."""
RELEASE_WORDS: Final = (250, PAGE)
FAQ_PAGES: Final = 5


class Count(NamedTuple):
    """The words of a part against its bounds."""

    name: str
    words: int
    low: int
    high: int

    @property
    def state(self) -> str:
        """Say it in a word: ``empty``, ``short``, ``within`` or ``long``."""
        if not self.words:
            return "empty"
        return "short" if self.words < self.low else "long" if self.words > self.high else "within"


def words(text: str) -> int:
    """Count words as a word processor does: pieces with a letter or a digit.

    Example:
        >>> words("Riders — 38 of them — wait.")
        5
    """
    return sum(any(sign.isalnum() for sign in piece) for piece in text.split())


def counts(draft: Draft) -> tuple[Count, ...]:
    """Count every part, in the order of the page.

    Example:
        >>> counts(Draft(heading="Riders Go Home When Ready"))[0].state
        'within'
    """
    return tuple(Count(it.name, words(draft[it.name]), it.low, it.high) for it in PARTS)


def pages(draft: Draft) -> tuple[Count, Count]:
    """Count the release against one page and the questions against five.

    The questions should not be shorter than the release: a PR/FAQ is not finished before they are longer.

    Example:
        >>> [it.state for it in pages(Draft(heading="Riders Go Home When Ready"))]
        ['short', 'empty']
    """
    release, faq = (sum(words(draft[name]) for name in names) for names in (RELEASE, FAQ))
    return Count("release", release, *RELEASE_WORDS), Count("faq", faq, max(release, 1), FAQ_PAGES * PAGE)
