"""Which part of the answer each sentence plays, and what evidence it carries."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from emptychair.feedback._text import Sentence, sentences
from emptychair.feedback.star._context import context, shifted, weighing
from emptychair.feedback.star._features import SIDES, place, size
from emptychair.feedback.star._model import COMPONENTS, Component, Labelled
from emptychair.feedback.star._order import LEAST, Pack, order_odds, order_signals
from emptychair.feedback.star._portrait import portrait
from emptychair.feedback.star._sentence import Alone, alone, at_place, of_whole
from emptychair.feedback.star._weights import EVIDENCE, Judge, Weights, weights

_ORDER = 0.1  # how much the usual order of components counts beside the words themselves
UNLIKELY = -8.0  # log chance of a kind of text below which it makes no difference
_MOST = 120  # sentences; nobody tells more, and the order of a book is another question
_PARTS = len(COMPONENTS)
_OWN = _PARTS + len(EVIDENCE) + 1
_AT = {kind: i for i, kind in enumerate(EVIDENCE)}


class Scan:
    """What a model sees in sentences. Every look costs something, so each is taken when it is first asked for."""

    def __init__(self, model: Weights, cut: tuple[Sentence, ...]) -> None:
        self.sentences = cut
        self._model = model

    @classmethod
    def after(cls, model: Weights, cut: tuple[Sentence, ...], first: FirstPass) -> Scan:
        """Look again at what another model's first pass saw, as training must."""
        seen = cls(model, cut)
        seen.log_chances, seen.alone, seen.noticed, seen.placed, seen.aside = first
        return seen

    def inserting(self, more: Scan, at: int) -> Scan:
        """See the same text with more sentences before number ``at``; none is read again."""
        again = Scan(self._model, (*self.sentences[:at], *more.sentences, *self.sentences[at:]))
        for name in ("alone", "noticed", "lengths", "_named"):
            mine = getattr(self, name)
            setattr(again, name, np.concatenate([mine[:at], getattr(more, name), mine[at:]]))
        return again

    def chance(self, kind: str) -> NDArray[np.float64]:
        """Give the chances of one kind of evidence, a number a sentence."""
        return self.evidence[:, _AT[kind]]

    @cached_property
    def amounts(self) -> dict[str, float]:
        """How much there is of each kind of evidence, as the sum of its chances."""
        columns = np.ascontiguousarray(self.evidence.T)  # added up like single ones, to the last bit
        return dict(zip(EVIDENCE, columns.sum(axis=1).tolist(), strict=True))

    @cached_property
    def surest(self) -> dict[str, float]:
        """The highest chance of each kind of evidence."""
        return dict(zip(EVIDENCE, self.evidence.max(axis=0, initial=0.0).tolist(), strict=True))

    def part(self, *names: Component) -> NDArray[np.float64]:
        """Give the chance that a sentence is one of these components, by its words alone."""
        chances: NDArray[np.float64] = np.exp(self.alone[:, [COMPONENTS.index(name) for name in names]]).sum(axis=1)
        return chances

    @cached_property
    def lengths(self) -> NDArray[np.float64]:
        """Tokens of each sentence."""
        return np.array([it.length for it in self._read], float)

    @cached_property
    def components(self) -> tuple[Component, ...]:
        """The part that each sentence plays."""
        if not self.sentences:
            return ()
        model = self._model
        found = context(self.log_chances, self.alone, self.noticed) @ model.second + model.second_bias
        path = _decode(log_softmax(found), model.start * _ORDER, model.step * _ORDER)
        return tuple(COMPONENTS[i] for i in path)

    @cached_property
    def evidence(self) -> NDArray[np.float64]:
        """Chances (0–1) of the kinds of evidence after a second look, sentences x EVIDENCE."""
        if not self.sentences:
            return np.zeros((0, len(EVIDENCE)))
        found = weighing(self.noticed, self.alone, self.lengths) @ self._model.third + self._model.third_bias
        chances: NDArray[np.float64] = np.maximum(_chances(found), self._named)
        return chances

    @cached_property
    def whole(self) -> NDArray[np.float64]:
        """Log odds of the text as a whole: DOUBTS, each zero at the border that few honest answers cross, then TYPES."""
        odds: NDArray[np.float64] = self.likeness @ self._model.judge + self._model.judge_bias
        return odds

    @cached_property
    def likeness(self) -> NDArray[np.float64]:
        """Log chances of KINDS by the words of the text, then its portrait; of at least one sentence."""
        traits = frozenset[str]().union(*(it.traits for it in self._read))
        total = of_whole(self._model, self._read)
        kinds = log_softmax((total / np.sqrt(max(1, len(traits))) + self._model.whole_bias)[None])[0]
        drawn = portrait([it.text for it in self.sentences], self.alone, self.noticed)
        return np.hstack([np.maximum(kinds, UNLIKELY), drawn])

    @property
    def ordered(self) -> bool:
        """Are there enough sentences for an order, and not too many?"""
        return LEAST <= len(self.sentences) <= _MOST

    @cached_property
    def order(self) -> float:
        """Could the sentences have been told in this order? Below zero is hardly; only where they are :attr:`ordered`."""
        model = self._model
        found = order_signals(self.pack, model.start, model.step, model.sequel)
        return float(order_odds(found, Judge(model.scale, model.hidden, model.out)))

    @property
    def pack(self) -> Pack:
        """The sentences as the judge of their order sees them."""
        return Pack(self.sentences, self.alone, self.noticed, self.placed, self.aside)

    @cached_property
    def log_chances(self) -> NDArray[np.float64]:
        """Log chances of the components by words, place and neighbors' words (first pass), sentences x COMPONENTS."""
        read, n = self._read, len(self._read)
        places = [at_place(self._model, *place(i, n), size(it.length)) for i, it in enumerate(read)]
        scores = self._own[:, :_PARTS] + np.array(places).reshape(-1, _PARTS)
        for i, by in enumerate(SIDES.values()):
            scores += shifted(self.aside[:, i], by)
        return log_softmax(scores)

    @cached_property
    def alone(self) -> NDArray[np.float64]:
        """The same without place and neighbors."""
        return log_softmax(self._own[:, :_PARTS])

    @cached_property
    def noticed(self) -> NDArray[np.float64]:
        """Chances of evidence by the words of the sentence alone."""
        chances: NDArray[np.float64] = np.maximum(_chances(self._own[:, _PARTS:-1]), self._named)
        return chances

    @cached_property
    def placed(self) -> NDArray[np.float64]:
        """Where such a sentence usually stands, by its words: 0 at the start, 1 at the end."""
        return self._own[:, -1]

    @cached_property
    def aside(self) -> NDArray[np.float64]:
        """What the words of a sentence say of its neighbors' components, sentences x SIDES x COMPONENTS."""
        return self._said[:, _OWN:].astype(float).reshape(-1, len(SIDES), _PARTS)

    @cached_property
    def _read(self) -> list[Alone]:
        return [alone(self._model, sentence.text) for sentence in self.sentences]

    @cached_property
    def _said(self) -> NDArray[np.float32]:
        return np.array([it.said for it in self._read], np.float32).reshape(-1, _OWN + len(SIDES) * _PARTS)

    @cached_property
    def _own(self) -> NDArray[np.float64]:
        return (self._said[:, :_OWN] + self._model.bias).astype(float)

    @cached_property
    def _named(self) -> NDArray[np.float64]:
        return np.array([it.named for it in self._read]).reshape(-1, len(EVIDENCE))


@lru_cache(maxsize=8)
def scan(text: str) -> Scan:
    """Read a text with the shipped weights."""
    return Scan(weights(), sentences(text))


class FirstPass(NamedTuple):
    """What the later looks are trained on."""

    log_chances: NDArray[np.float64]
    alone: NDArray[np.float64]
    noticed: NDArray[np.float64]
    placed: NDArray[np.float64]
    aside: NDArray[np.float64]


def first_pass(model: Weights, cut: tuple[Sentence, ...]) -> FirstPass:
    """Judge at least one sentence by its words, its place and its neighbors' words."""
    seen = Scan(model, cut)
    return FirstPass(seen.log_chances, seen.alone, seen.noticed, seen.placed, seen.aside)


def _chances(odds: NDArray[np.float64]) -> NDArray[np.float64]:
    return 1 / (1 + np.exp(-np.clip(odds, -30, 30)))


def log_softmax(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Turn scores into logarithms of chances, row by row."""
    scores = scores - scores.max(axis=1, keepdims=True)
    result: NDArray[np.float64] = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    return result


def _decode(scores: NDArray[np.float64], start: NDArray[np.float32], step: NDArray[np.float32]) -> list[int]:
    """Find the best path (Viterbi)."""
    best = scores[0] + start
    back = []
    for row in scores[1:]:
        paths = best[:, None] + step
        back.append(paths.argmax(axis=0))
        best = paths.max(axis=0) + row
    path = [int(best.argmax())]
    for links in reversed(back):
        path.append(int(links[path[-1]]))
    return path[::-1]


def label(text: str) -> tuple[Labelled, ...]:
    """Say for each sentence whether it is situation, task, action, result, reflection or something other.

    Example:
        >>> [it.component for it in label("I rang the customer and apologized. As a result, she stayed with us.")]
        ['action', 'result']
    """
    seen = scan(text)
    return tuple(Labelled(*cut, part) for cut, part in zip(seen.sentences, seen.components, strict=True))
