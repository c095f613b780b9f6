"""Train what tells a story from a pack of cards: what follows what (``_links.py``), and the judge of an order (``_order.py``)."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import GroupKFold
from star_net import Net, fit_net
from star_pieces import parts_first, stretches_moved
from star_sequel import NOTHING, fit_marks, fit_pairs
from star_texts import VOICE, voices

from emptychair.feedback._text import sentences
from emptychair.feedback.star._label import Scan
from emptychair.feedback.star._order import LEAST, Pack, order_odds, order_signals, pairs_of
from emptychair.feedback.star._weights import Judge, Sequel, Weights
from emptychair.practice import Answer

SHUFFLES, MOVED = 8, 3  # copies of an answer that are shuffled, and that have whole stretches moved
HONEST = ("middling", "strong")
LET_DOWN, STRANGERS_LET_DOWN = 0.012, 0.03
"""Share of the well told answers of the corpus, and of other voices, below the border; the higher of the two borders would be theirs
who tell as the corpus does."""
FOLDS = 4


ORDER = Net(16, 3.0, 25, 6)


class Story(NamedTuple):
    """A story that is told in an order, whose it is, how much it counts, and whether few like it may be refused."""

    pack: Pack
    parts: Sequence[str]
    job: str
    weight: int
    well: bool


class Told(NamedTuple):
    """The signals of one order, whether it is honest, and whether it is how a story was told by whoever wrote it."""

    signals: NDArray[np.float64]
    honest: bool
    plain: bool
    story: Story


def fit(corpus: Sequence[Answer], scans: Sequence[Scan], model: Weights) -> Weights:
    """Train on answers read by models that have not seen them, and on other voices."""
    told = [
        Story(seen.pack, answer.components, answer.job, 1, answer.level in HONEST)
        for answer, seen in zip(corpus, scans, strict=True)
        if answer.type == "story"
    ]
    told += [
        Story(
            (seen := Scan(model, sentences(it.text))).pack,
            seen.components,
            it.job.rpartition(" ")[0],
            round(VOICE),
            True,
        )
        for it in voices()
    ]
    told = [it for it in told if len(it.parts) >= LEAST]
    sequel, unseen = _fit_sequels(told, model)
    orders = [it for story, its in zip(told, unseen, strict=True) for it in _tell(story, its, model)]
    judge = _judge(orders)
    found = {
        **sequel._asdict(),
        **judge._asdict(),
        **{f"near_{name}": it for name, it in sequel.near._asdict().items()},
    }
    return replace(model, **{name: it.astype(np.float32) for name, it in found.items() if name != "near"})


def _judge(orders: Sequence[Told]) -> Judge:
    """Train the judge of an order, and shift it so that few honest stories fall below zero."""
    signals, right = np.array([it.signals for it in orders]), np.array([it.honest for it in orders])
    weight = np.array([it.story.weight for it in orders])
    unseen = np.zeros(len(right))
    for train, test in GroupKFold(FOLDS).split(signals, groups=[it.story.job for it in orders]):
        unseen[test] = order_odds(signals[test], fit_net(signals[train], right[train], weight[train], ORDER))
    plain = np.array([it.plain and it.story.well for it in orders])
    borders = [
        float(np.quantile(unseen[plain & some], share))
        for some, share in ((weight == 1, LET_DOWN), (weight > 1, STRANGERS_LET_DOWN))
    ]
    border = min(borders)
    for name, some in (("the corpus", weight == 1), ("voices", weight > 1)):
        caught, refused = (np.mean(unseen[some & it] < border) for it in (~right, plain))
        print(f"order, of {name}: {caught:.1%} of shuffled ones caught, {refused:.1%} of those told well")
    judge = fit_net(signals, right, weight, ORDER)
    judge.out[-1] -= border
    return judge


def _tell(story: Story, sequel: Sequel, model: Weights) -> Iterator[Told]:
    for order, honest in _orders(story.parts, random.Random(str([it.text for it in story.pack.cut]))):
        found = order_signals(story.pack.dealt(order), model.start, model.step, sequel)
        yield Told(found, honest, honest and order == sorted(order), story)


def _orders(parts: Sequence[str], chance: random.Random) -> list[tuple[list[int], bool]]:
    """As it was told, with parts of it moved, and shuffled."""
    n = len(parts)
    honest = [list(range(n)), *parts_first(parts), *(stretches_moved(parts, chance) for _ in range(MOVED))]
    shuffled = [chance.sample(range(n), n) for _ in range(SHUFFLES)]
    return [*((order, True) for order in honest), *((order, False) for order in shuffled)]


def _fit_sequels(told: Sequence[Story], model: Weights) -> tuple[Sequel, list[Sequel]]:
    """Train what follows what: for new stories, and for every story by those of other jobs."""
    folds = list(GroupKFold(FOLDS).split(told, groups=[it.job for it in told]))
    marked: list[Sequel] = [NOTHING] * len(told)
    for train, test in folds:
        found = fit_marks([told[i].pack for i in train])
        for i in test:
            marked[i] = found
    tables = [pairs_of(it.pack, model.step, sequel) for it, sequel in zip(told, marked, strict=True)]
    weights = [it.weight for it in told]
    unseen = list(marked)
    for train, test in folds:
        near, sooner = fit_pairs([tables[i] for i in train], [weights[i] for i in train])
        for i in test:
            unseen[i] = marked[i]._replace(near=near, sooner=sooner)
    near, sooner = fit_pairs(tables, weights)
    return fit_marks([it.pack for it in told])._replace(near=near, sooner=sooner), unseen
