"""Eight ways of writing: how much is said, in which order, and what the hand does to it.

A shape is a string with one letter a sentence: ``o`` an opening, ``f`` the statement of the theme, ``d`` what it meant in
somebody's life, ``e`` what was felt, ``c`` the theme's last word, ``v`` a verdict that fits the rating, ``a`` an aside.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from emptychair.shop.texts._noise import slip, without_apostrophes

Chance = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Voice:
    """One way of writing.

    ``own`` is the chance that the theme is stated in a sentence of this voice's own, where there is one.
    ``slips`` is the chance of a slip, ``bare`` that of missing apostrophes, ``low`` that of a text without capitals.
    """

    shapes: tuple[str, ...]
    own: float = 0.0
    slips: float = 0.0
    bare: float = 0.0
    low: float = 0.0
    manner: Callable[[str, Chance], str] | None = None

    def spoken(self, text: str, random: Chance) -> str:
        """The text as this voice would have typed it."""
        if self.manner:
            text = self.manner(text, random)
        if random() < self.bare:
            text = without_apostrophes(text)
        if random() < self.low:
            text = text.lower()
        while random() < self.slips:
            text = slip(text, random)
        return text


_WRITTEN_OUT = tuple(
    (re.compile(pattern), full)
    for pattern, full in (
        (r"\b([Cc])an't\b", r"\1annot"),
        (r"\b([Ww])on't\b", r"\1ill not"),
        (r"\b([Ii])t's been\b", r"\1t has been"),
        (r"n't\b", " not"),
        (r"'re\b", " are"),
        (r"'ve\b", " have"),
        (r"'ll\b", " will"),
        (r"\bI'm\b", "I am"),
        (r"\b(it|that|there|here|what)'s\b", r"\1 is"),
        (r"\b(It|That|There|Here|What)'s\b", r"\1 is"),
    )
)
_FULL = re.compile(r"\b(did|does|do|is|was|would|could|has|have|are|were|should) not\b|\b(I) (am|have|will)(?= [a-z])")
_JOINED = {"am": "'m", "have": "'ve", "will": "'ll"}
_CLIPPED = {"because": "bc", "thanks": "thx", "please": "pls", "about": "abt", "without": "w/o", "with": "w/", "you": "u", "to be honest": "tbh"}
_CLIP = re.compile(rf"\b({'|'.join(_CLIPPED)})\b")
_ARTICLE = re.compile(r"(?<=[a-z] )(?:the|a|an) (?=[a-z])")


def stiff(text: str, _: Chance) -> str:
    """Contractions written out.

    Example:
        >>> stiff("I don't know. It's late.", lambda: 0.5)
        'I do not know. It is late.'
    """
    if "'" in text:
        for pattern, full in _WRITTEN_OUT:
            text = pattern.sub(full, text)
    return text


def loose(text: str, random: Chance) -> str:
    """Contractions closed up, and now and then words clipped as in a message to a friend.

    Example:
        >>> loose("I did not ask. I am fine.", lambda: 0.9)
        "I didn't ask. I'm fine."
    """
    text = _FULL.sub(lambda m: f"{m[1]}n't" if m[1] else f"{m[2]}{_JOINED[m[3]]}", text)
    if random() < 0.12:
        text = _CLIP.sub(lambda m: _CLIPPED[m[0]], text)
    if random() < 0.25 and text.endswith("."):
        text = text[:-1] + ("!", "!!", "", " lol")[int(random() * 4)]
    return text


def loud(text: str, random: Chance) -> str:
    """Capitals, for all of it or for one sentence.

    Example:
        >>> loud("Late again. Never more.", lambda: 0.0)
        'LATE AGAIN! NEVER MORE!'
    """
    if random() < 0.45:
        return re.sub(r"\.(?= |$)", "!", text.upper())
    sentences = re.split(r"(?<=[.!?]) ", text)
    at = int(random() * len(sentences))
    sentences[at] = sentences[at].upper()
    end = ("!", "!!", "!!!")[int(random() * 3)]
    return " ".join(s[:-1] + end if n in (at, len(sentences) - 1) and s.endswith(".") else s for n, s in enumerate(sentences))


def foreign(text: str, random: Chance) -> str:
    """Articles lost here and there.

    Example:
        >>> foreign("She put the kettle on a shelf.", lambda: 0.0)
        'She put kettle on shelf.'
    """
    return _ARTICLE.sub(lambda m: "" if random() < 0.35 else m[0], text)


def clipped(text: str, random: Chance) -> str:
    """Sometimes no full stop at the end.

    Example:
        >>> clipped("Late.", lambda: 0.0)
        'Late'
    """
    return text[:-1] if text.endswith(".") and random() < 0.35 else text


VOICE = {
    "plain": Voice(("f", "fd", "fd", "fe", "fdv", "ofd", "ofv", "fdc", "ofdc", "efd", "fc", "df", "ofde", "dfc"), slips=0.06, bare=0.03),
    "brief": Voice(("f", "fv", "fv", "fv", "vf", "fc", "fe"), own=0.75, slips=0.1, bare=0.15, low=0.25, manner=clipped),
    "chatty": Voice(("ofd", "ofdv", "fdev", "efdv", "ofdc", "fde", "fdc", "oefd"), slips=0.25, bare=0.2, low=0.12, manner=loose),
    "formal": Voice(("ofd", "ofdv", "fdv", "ofc", "fdc", "of", "fd"), slips=0.02, manner=stiff),
    "shouting": Voice(("f", "fe", "fd", "fc", "fv", "efv", "fdv"), slips=0.2, bare=0.3, manner=loud),
    "non_native": Voice(("fv", "f", "fd", "ofv", "fdv", "ofd"), own=0.7, slips=0.12, manner=foreign),
    "rambling": Voice(("oafdv", "ofadec", "ofdadv", "afdec", "ofdea", "fadvd"), slips=0.35, bare=0.2, low=0.08),
    "deadpan": Voice(("f", "fv", "fd", "fc", "dfc", "f"), own=0.65, slips=0.02),
}
VOICES = tuple(VOICE)
"""The names that a plan may give."""
