"""Find the quotations of a press release and tell the leader's from the customer's."""

from __future__ import annotations

import re
from typing import NamedTuple

from emptychair.feedback._text import count_words
from emptychair.feedback.prfaq._blocks import Block
from emptychair.feedback.prfaq._cues import hits, pattern

_QUOTED = re.compile(
    r"[\"“„«](?P<said>[^\"”“»]{4,1500})[\"”»]|(?<![\w’'])['‘](?=\w)(?P<british>[^\n\"“]{4,600}?[.,?!])['’](?!\w)"
)
_DASH = re.compile(r"[\"”»’'*_]\s*(?:[—–-]{1,2}|~)\s*[A-Z*_]")
_SIGNED = re.compile(r"^[\s>*_]*[—–-]{1,2}\s?(?=[\w*_])")
NAME = re.compile(r"\b[A-ZÀ-Þ][\w'’-]+(?:\s+(?:[A-Z]\.|de|da|van|von|al|bin|[A-ZÀ-Þ][\w'’-]+)){1,3}")
_AGE = re.compile(r", \d\d(?:,|\b)")
_AWAY = re.compile(r"\b(?:in|of|from|at) (?:the )?[A-ZÀ-Þ][\w'’-]+")
_LEAST = 2  # quoted words
_WHOLE = 0.5  # of the words of a block


class Quote(NamedTuple):
    """A quotation: its block, what is said, who says it, and how far it leans to the leader (above 0) or the customer."""

    block: Block
    said: str
    speaker: str
    leaning: float

    @property
    def whole(self) -> bool:
        """Is the block a quotation, and not a paragraph that holds one?"""
        return count_words(self.said) >= _WHOLE * self.block.words


def join_signatures(some: tuple[Block, ...]) -> tuple[Block, ...]:
    """Put a line such as "— Ana Ruiz, nurse" to the quotation above it."""
    out: list[Block] = []
    for block in some:
        if (
            out
            and _SIGNED.match(block.text)
            and block.words <= 25
            and _QUOTED.search(out[-1].text)
            and block.title == out[-1].title
        ):
            last = out[-1]
            gap = " " * (block.start - last.end)  # only its length counts; the slice is cut again by the parser
            out[-1] = last._replace(end=block.end, text=last.text + gap + block.text)
        else:
            out.append(block)
    return tuple(out)


def quote_in(block: Block, names: frozenset[str]) -> Quote | None:
    """Read a block as a quotation; ``names`` are the words of the company's and the product's name."""
    said, outside = voices(block.text[:4000])
    if count_words(said) < _LEAST:
        return None
    titled = hits("head_leader_quote", block.title) + hits("head_customer_quote", block.title)
    spoken = pattern("says").search(outside) or _DASH.search(block.text) or (titled and count_words(outside) <= 25)
    if not spoken or count_words(said) < 0.2 * block.words:
        return None
    return Quote(block, said, outside, _leaning(block.title, said, outside, names))


def voices(text: str) -> tuple[str, str]:
    """Tell what is said between quotation marks, of whichever kind, from what stands around it.

    Example:
        >>> voices("'We boiled it all,' said Jo. 'Now we don't.'")
        ("We boiled it all, Now we don't.", '  said Jo.  ')
    """
    said = " ".join(found["said"] or found["british"] for found in _QUOTED.finditer(text))
    return said, _QUOTED.sub(" ", text)


def _leaning(title: str, said: str, speaker: str, names: frozenset[str]) -> float:
    score = 2.0 * min(2, hits("leader_roles", speaker)) - 2.0 * min(2, hits("customer_roles", speaker))
    score += 1.5 * any(word in speaker for word in names)
    score -= 1.5 * bool(_AGE.search(speaker))
    score -= 1.0 * any(m[0].split()[-1] not in names for m in _AWAY.finditer(speaker))
    score -= 0.5 * min(2, hits("quote_after", said)) + 0.25 * min(2, hits("quote_before", said))
    score += 0.5 * min(2, hits("leader_voice", said))
    score += 5.0 * bool(hits("head_leader_quote", title)) - 5.0 * bool(hits("head_customer_quote", title))
    return score


def pick(quotes: list[Quote]) -> tuple[Quote | None, Quote | None]:
    """Choose the leader's and the customer's quotation."""
    if not quotes:
        return None, None
    leader = max(quotes, key=lambda quote: quote.leaning)
    others = [quote for quote in quotes if quote is not leader]
    customer = min(others, key=lambda quote: quote.leaning, default=None)
    gap = leader.leaning - customer.leaning if customer else 0.0
    if leader.leaning <= 0 and (gap < 0.5 or leader.leaning < -1.5):  # nobody speaks for the company
        return None, customer if customer and customer.leaning < leader.leaning else leader
    if customer and customer.leaning > 0.5:  # a second leader is no customer
        customer = None
    return leader, customer
