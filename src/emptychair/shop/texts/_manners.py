"""What a voice does to a text that is already chosen: contractions, capitals, full stops, articles."""

from __future__ import annotations

import re
from collections.abc import Callable

from emptychair.shop.texts._joins import hung

Chance = Callable[[], float]
"""Gives a number from 0 up to 1, another at every call."""
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
_FULL = re.compile(
    r"\b(did|does|do|is|was|would|could|has|have|are|were|should) not\b"
    r"|\b(I) (am|will)(?= [a-z])|\b(I) (have)(?= (?:been|had|already|never|ordered|bought|seen|told|given|tried|used)\b)"
)
_JOINED = {"am": "'m", "have": "'ve", "will": "'ll"}
_CLIPPED = {
    "because": "bc",
    "thanks": "thx",
    "please": "pls",
    "about": "abt",
    "without": "w/o",
    "with": "w/",
    "you": "u",
    "to be honest": "tbh",
}
_CLIP = re.compile(rf"\b({'|'.join(_CLIPPED)})\b")
_RUNS = (",", ",", ",", "...", " ...")
_ARTICLE = re.compile(r"(?<=[a-z] )(?:the|a|an) (?=[a-z])")


def run_on(text: str, random: Chance, often: float) -> str:
    """Full stops that became commas or dots.

    Example:
        >>> run_on("It came. My son cried. I did too.", lambda: 0.0, 1.0)
        'It came, my son cried, I did too.'
    """
    first, *others = text.split(". ")
    for sentence in others:
        if random() < often:
            join = _RUNS[int(random() * len(_RUNS))]
            first += hung(join, sentence) if join.strip() != "..." else f"{join} {sentence}"
        else:
            first += f". {sentence}"
    return first


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


def _closed(found: re.Match[str]) -> str:
    return f"{found[1]}n't" if found[1] else f"I{_JOINED[found[3] or found[5]]}"


def loose(text: str, random: Chance) -> str:
    """Contractions closed up, and now and then words clipped as in a message to a friend.

    Example:
        >>> loose("I did not ask. I am fine.", lambda: 0.9)
        "I didn't ask. I'm fine."
    """
    text = _FULL.sub(_closed, text)
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
    return " ".join(
        s[:-1] + end if n in (at, len(sentences) - 1) and s.endswith(".") else s for n, s in enumerate(sentences)
    )


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
