"""Were two stories joined? The writer is two people, or he and she change places with every sentence.

Most joined stories give no such sign. What holds a story together (words that come back, names, a trade) is in many honest ones no
stronger than in joined ones: what the halves of a text share tells strong answers from joined ones by their length alone. Rules on it
are left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from emptychair.feedback._text import Sentence
from emptychair.feedback._tokens import tokens
from emptychair.feedback.star._portrait import stems

_OPENING = 2  # sentences in which somebody introduces himself
_MOST = 120  # sentences; nobody tells more
_JOB = (
    r"(?:[a-z]+[ -]){0,3}?"
    r"[a-z]+(?:er|or|ist|ian|man|woman|ant|nurse|clerk|cook|chef|aide|guard|midwife|librarian|porter)"
)
_NO_JOB = r"(?!not|only|just|still|also|no |all |here|there|under|after|rather|over|either|never|little|bit)"
_PLACE = r"(?:at|for|in|on|of) (?:an?|the|my|our|[A-Z])"
_HOUSE = r"(?:shop|store|office|practice|restaurant|bakery|salon|garage|studio|pizzeria|cafe|pharmacy)"
_AM = re.compile(
    rf"\b[Ii](?: am|'m|’m| was)(?: an?| the)? {_NO_JOB}({_JOB})\b(?=,? (?:{_PLACE}|when\b|and\b|who\b)|\.)"
    r"|\b[Ii] (?:run|manage|managed|own|owned|supervise|supervised) (?:an? |the )([a-z]+(?: [a-z]+){0,4}?)"
    rf"(?= (?:{_PLACE}|outside|and|when)|[,.])"
    rf"|\b[Ii]n my ({_HOUSE}(?: for [a-z -]+?)?)(?= (?:in|at) [A-Z])"
)
_AGAIN = re.compile(
    rf"\b[Ii](?:'m|’m| am| was) an? {_NO_JOB}({_JOB}) (?=(?:at|for|in) (?:an?|the|our) )"
    rf"|^As the ({_JOB}) (?=(?:for|at|of|in) the )"
    r"|^When I (?:sold|taught|ran|managed|worked|drove|cooked|repaired) ([a-z -]{4,30}) (?:at|for|in) an? [a-z]+"
)
_SHE, _HE = frozenset({"she", "her", "hers"}), frozenset({"he", "him", "his"})
_TURNS, _NEARLY_ALL = 5, 0.8  # changes between him and her, and their share of all that could be
_TIME = re.compile(
    r"\b(?:then|later|now|today|since|before|former|used to|next|new|promoted|became|once|instead|because|so)\b|[\"“”?]"
)


def introduced_twice(cut: Sequence[Sentence]) -> tuple[str, str] | None:
    """Give the two people that a writer says to be, if nothing says that one became the other.

    Example:
        >>> from emptychair.feedback._text import sentences
        >>> told = "I was night porter in a hotel in Bath. A guest rang. As the beekeeper for the estate I saw that hives were lost."
        >>> introduced_twice(sentences(told))
        ('night porter', 'beekeeper')
    """
    first = next((found for sentence in cut[:_OPENING] if (found := _AM.search(sentence.text))), None)
    if first is None:
        return None
    one = next(filter(None, first.groups()))
    opening = next(i for i, sentence in enumerate(cut) if sentence.text == first.string)
    for sentence in cut[opening + 1 : _MOST]:
        again = _AGAIN.search(sentence.text)
        if again and not _TIME.search(sentence.text[: again.end()]):
            two = next(filter(None, again.groups()))
            if stems(one).isdisjoint(stems(two)):
                return one, two
    return None


def taking_turns(cut: Sequence[Sentence]) -> bool:
    """Say whether nearly every sentence about her is followed by one about him, as when two stories are dealt like cards.

    Example:
        >>> from emptychair.feedback._text import sentences
        >>> taking_turns(sentences("She asked me why. He wanted shoes. " * 3)), taking_turns(sentences("She rang. She came. " * 3))
        (True, False)
    """
    said = [frozenset(tokens(sentence.text)) for sentence in cut[:_MOST]]
    hers = [not words.isdisjoint(_SHE) for words in said if words.isdisjoint(_SHE) != words.isdisjoint(_HE)]
    turns = sum(one != two for one, two in zip(hers, hers[1:], strict=False))
    return turns >= max(_TURNS, _NEARLY_ALL * (len(hers) - 1))
