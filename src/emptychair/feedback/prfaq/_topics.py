"""What a question is about, from the words of the question and of its answer.

A cue in the question weighs three, each different cue in the answer one, at most three. A topic needs a cue in the question,
or three in the answer when nothing in the question speaks for any topic ("And the others?" takes after the one before).
"""

from __future__ import annotations

from functools import lru_cache

from emptychair.feedback.prfaq._cues import hits

EXTERNAL = ("who", "what", "price", "how_it_works", "alternative", "where_to_start", "help", "privacy")
INTERNAL = (
    "tam",
    "evidence",
    "competitors",
    "acquisition",
    "risk",
    "dependencies",
    "phases",
    "scale",
    "economics",
    "measures",
    "why_now",
    "not_building",
    "disappointing",
    "rejected",
    "one_way_doors",
    "owner",
)
READ = 600
"""Characters of an answer that are looked at: what it is about shows at once."""
_ASKED, _MOST_SAID, _NEED = 3.0, 3, 3.0


@lru_cache(maxsize=4096)
def _asked(question: str) -> dict[str, int]:
    return {topic: found for topic in (*EXTERNAL, *INTERNAL) if (found := hits(f"topic_{topic}", question[:300]))}


def asked_for(question: str) -> tuple[str, ...]:
    """Name every topic that a question speaks of, on both sides.

    Example:
        >>> asked_for("What does it cost?")
        ('price', 'economics')
    """
    return tuple(_asked(question))


@lru_cache(maxsize=4096)
def weigh(question: str, answer: str, side: tuple[str, ...]) -> dict[str, float]:
    """Weigh the topics of one side of the FAQ.

    Example:
        >>> weigh("What does it cost?", "$12 a month.", EXTERNAL)["price"]
        4.0
    """
    asked = _asked(question)
    speaking = [
        topic for topic in side if topic in asked
    ] or side  # an answer alone speaks when the question says nothing
    out: dict[str, float] = {}
    for topic in speaking:
        said = min(_MOST_SAID, hits(f"topic_{topic}_says", answer[:READ]))
        if topic in asked or said:
            out[topic] = _ASKED * min(2, asked.get(topic, 0)) + said
    return out


@lru_cache(maxsize=4096)
def topics(question: str, answer: str, side: tuple[str, ...]) -> tuple[str, ...]:
    """Name the topics of one question, the clearest first, at most two.

    Example:
        >>> topics("Who are the competitors?", "Two vendors could add it within 90 days.", INTERNAL)
        ('competitors',)
    """
    found = weigh(question, answer, side)
    best = max(found.values(), default=0.0)
    clear = [name for name in side if found.get(name, 0.0) >= max(_NEED, 0.6 * best)]
    return tuple(sorted(clear, key=lambda name: -found[name])[:2])


@lru_cache(maxsize=4096)
def leaning(question: str, answer: str) -> float:
    """Tell which side a question belongs to: above 0 internal, below 0 external.

    Example:
        >>> leaning("How big is the market?", "") > 0 > leaning("Whom do I call?", "")
        True
    """
    inside = max(weigh(question, answer, INTERNAL).values(), default=0.0)
    outside = max(weigh(question, answer, EXTERNAL).values(), default=0.0)
    ours, mine = hits("internal_voice", question), hits("external_voice", question)
    return inside - outside + 3.0 * (min(ours, 1) - min(mine, 1))
