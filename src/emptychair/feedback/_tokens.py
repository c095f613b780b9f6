"""Words as the models see them: no case, no curly quotes, no contractions, one sign for every number.

What is folded here cannot change a score: "didn't" and "did not", "40" and "forty", "organise" and "organize".
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain

from emptychair.feedback._lexicon import words_of

NUMBER = "#"

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d[\d.,:]*(?:st|nd|rd|th)?|[$%€£?!;:]")
_CLITICS = {"ve": "have", "re": "are", "ll": "will", "m": "am"}
_PRONOUNS = frozenset(
    {"i", "you", "he", "she", "it", "we", "they", "that", "this", "there", "here", "who", "what", "where", "how"}
)
_PARTICIPLES = frozenset(
    {"been", "had", "got", "gotten", "gone", "done", "seen", "taken", "given", "written", "known", "grown"}
)
_BETWEEN = frozenset({"already", "always", "just", "never", "not", "only", "also", "since", "even", "ever"})
_NEGATED = {"can't": "can", "won't": "will", "shan't": "shall"}
_BRITISH = (
    ("is", re.compile(r"(?<=[a-z]{3})is(?=(?:e|ed|es|ing|ation|ations)$)"), "iz"),
    ("our", re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|ing|ite|ites|ful|able)?$)"), "or"),
    ("ll", re.compile(r"(?<=^(?:travel|cancel|signal|marvel|shovel))l(?=(?:ed|ing|er|ers)$)"), ""),
    ("ll", re.compile(r"(?<=^(?:label|model|level|total|equal|rival))l(?=(?:ed|ing|er|ers)$)"), ""),
)
_FIXED = {
    "centre": "center",
    "centres": "centers",
    "cheque": "check",
    "dialogue": "dialog",
    "first": "first",
    "grey": "gray",
    "1st": "first",
    "2nd": "second",
    "o'clock": NUMBER,
    "percent": "%",
    "programme": "program",
    "programmes": "programs",
    "theatre": "theater",
}


@lru_cache(maxsize=8192)
def _fold(word: str) -> tuple[str, ...]:
    if word in _FIXED:
        return (_FIXED[word],)
    if word[0].isdigit() or word in words_of("number_words"):
        return (NUMBER,)
    if word.endswith("n't"):
        stem = _NEGATED.get(word, word[:-3])
        return (stem, "not") if stem else ("not",)  # a bare "n't" has no stem
    stem, _, clitic = word.partition("'")
    if clitic:
        return (*_fold(stem), _CLITICS.get(clitic, "'" + clitic))
    if word == "cannot":
        return ("can", "not")
    for sign, pattern, american in _BRITISH:
        if sign in word:  # which is quick to see, and seldom so
            word = pattern.sub(american, word)
    return (word,)


@lru_cache(maxsize=1024)
def tokens(text: str) -> tuple[str, ...]:
    """Fold a text into model tokens.

    Example:
        >>> tokens("I didn’t organise forty-two calls; they’d paid $12.")
        ('i', 'did', 'not', 'organize', '#', 'calls', ';', 'they', 'had', 'paid', '$', '#')
    """
    straight = text.replace("’", "'").replace("‘", "'").lower().replace("per cent", "percent")
    out = list(chain.from_iterable(map(_fold, _TOKEN.findall(straight))))
    if NUMBER in out:
        out = _one_sign(out)
    if "'s" in out or "'d" in out:
        out = [_spell_out(out, i) if token in ("'s", "'d") else token for i, token in enumerate(out)]
    return tuple(out)


def _one_sign(found: list[str]) -> list[str]:
    """Put one sign where several stand for one number: four hundred and twenty."""
    out: list[str] = []
    for token in found:
        if token != NUMBER:
            out.append(token)
        elif out[-2:] == [NUMBER, "and"]:
            out.pop()
        elif out[-1:] != [NUMBER]:
            out.append(token)
    return out


def _spell_out(found: list[str], i: int) -> str:
    """Say whether "'s" is "is" or "has" and "'d" is "had" or "would"; a noun's "'s" stays."""
    if i == 0 or found[i - 1] not in _PRONOUNS:
        return found[i]
    after = next((token for token in found[i + 1 : i + 4] if token not in _BETWEEN), "")
    finished = after in _PARTICIPLES or shape(after or ".") == "~ed"
    if found[i] == "'d":
        return "had" if finished or after == "better" else "would"
    return "has" if after in _PARTICIPLES else "is"


_SUFFIXES = ("ing", "ed", "ly", "tion", "ment", "s")


@lru_cache(maxsize=8192)
def shape(token: str) -> str:
    """Reduce a token to what grammar can see of it: function words stay, others become their ending.

    Example:
        >>> [shape(t) for t in tokens("She wrote quickly because parcels vanished")]
        ['she', '~ed', '~ly', 'because', '~s', '~ed']
    """
    if token in words_of("function_words") or not token[0].isalpha():
        return token
    if token in words_of("irregular_past"):
        return "~ed"
    if token.endswith("eed") and token not in ("agreed", "freed", "guaranteed"):
        return "~"  # need, feed, proceed: not the past of anything
    for suffix in _SUFFIXES:
        if token.endswith(suffix) and len(token) > len(suffix) + 2:
            return "~" + suffix
    return "~"
