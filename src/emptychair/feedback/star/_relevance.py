"""Does the story answer what was asked?

A reader without a language model cannot tell in general. It can tell that a story for "a time you said no" has no no in it, or one
for "a time you gave up revenue" no price. It says so, and leaves the score alone: an interviewer would ask as well.
"""

from __future__ import annotations

from emptychair.feedback._lexicon import words_of
from emptychair.feedback._model import Finding
from emptychair.feedback._text import Sentence
from emptychair.feedback._tokens import tokens

_MISSING = {
    "no": "The question asks for a no. Where in the story is it?",
    "price": "The question asks for what was given up. What did it cost?",
    "wrong": "The question asks for something that went wrong. What was it?",
}
_HINT = (
    "Answer the question that was asked in your first or second sentence; a good story for another one does not count."
)


def beside_the_question(cut: tuple[Sentence, ...], question: str | None) -> Finding | None:
    """Say what the question asks for and the story does not have.

    Example:
        >>> cut = (Sentence("I rang every guest on the list.", 0, 31),)
        >>> beside_the_question(cut, "Tell me about a time you said no.").message
        'The question asks for a no. Where in the story is it?'
        >>> beside_the_question(cut, None)
    """
    if not question or not cut:
        return None
    asked = frozenset(tokens(question))
    told = {token for sentence in cut for token in tokens(sentence.text)}
    for theme, message in _MISSING.items():
        if not asked.isdisjoint(words_of(f"asked_{theme}")) and told.isdisjoint(words_of(f"told_{theme}")):
            return Finding("relevance", "essential", cut[0].start, cut[0].end, message, _HINT)
    return None
