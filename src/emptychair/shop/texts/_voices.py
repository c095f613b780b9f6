"""Eight ways of writing: how much is said, in which order, and what the hand does to it.

A shape is a string with one letter a sentence: ``o`` an opening, ``f`` the statement of the theme, ``d`` what it meant in
somebody's life, ``e`` what was felt, ``c`` the theme's last word, ``v`` a verdict that fits the rating, ``a`` an aside.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from emptychair.shop.texts._manners import Chance, clipped, foreign, loose, loud, run_on, stiff
from emptychair.shop.texts._noise import slip, without_apostrophes


@dataclass(frozen=True, slots=True)
class Voice:
    """One way of writing.

    ``own`` is the chance that the theme is stated in a sentence of this voice's own, where there is one.
    ``frank`` is the chance that it is also said in so many words.
    ``slips`` is the chance of a slip, ``bare`` that of missing apostrophes, ``low`` that of a text without capitals,
    ``runs`` that of a sentence that runs on into the next.
    """

    shapes: tuple[str, ...]
    own: float = 0.0
    frank: float = 0.5
    slips: float = 0.0
    bare: float = 0.0
    low: float = 0.0
    runs: float = 0.0
    manner: Callable[[str, Chance], str] | None = None

    def spoken(self, text: str, random: Chance) -> str:
        """The text as this voice would have typed it."""
        if self.runs and random() < 0.6:
            text = run_on(text, random, self.runs)
        if self.manner:
            text = self.manner(text, random)
        if random() < self.bare:
            text = without_apostrophes(text)
        if random() < self.low:
            text = text.lower()
        while random() < self.slips:
            text = slip(text, random)
        return text


VOICE = {
    "plain": Voice(
        ("f", "fd", "fd", "fe", "fdv", "ofd", "ofv", "fdc", "ofdc", "efd", "fc", "df", "ofde", "dfc", "fv", "f"),
        own=0.7,
        slips=0.06,
        bare=0.03,
        runs=0.06,
    ),
    "brief": Voice(
        frank=0.0,
        shapes=("f", "fv", "fv", "fv", "vf", "fc", "fe"),
        own=0.85,
        slips=0.1,
        bare=0.15,
        low=0.25,
        runs=0.2,
        manner=clipped,
    ),
    "chatty": Voice(
        ("ofd", "ofdv", "fdev", "efdv", "ofdc", "fde", "fdc", "oefd", "fv", "ofv"),
        own=0.5,
        slips=0.25,
        bare=0.2,
        low=0.12,
        runs=0.35,
        manner=loose,
    ),
    "formal": Voice(("ofd", "ofdv", "fdv", "ofc", "fdc", "of", "fd", "ofv", "fv"), own=0.5, slips=0.02, manner=stiff),
    "shouting": Voice(("f", "fe", "fd", "fc", "fv", "efv", "fdv"), own=0.5, slips=0.2, bare=0.3, manner=loud),
    "non_native": Voice(("fv", "f", "fd", "ofv", "fdv", "ofd"), own=0.7, slips=0.12, runs=0.3, manner=foreign),
    "rambling": Voice(
        ("oafdv", "ofadec", "ofdadv", "afdec", "ofdea", "fadvd"), slips=0.35, bare=0.2, low=0.08, runs=0.4
    ),
    "deadpan": Voice(("f", "fv", "fd", "fc", "dfc", "f"), own=0.65, slips=0.02),
}
VOICES = tuple(VOICE)
"""The names that a plan may give."""
