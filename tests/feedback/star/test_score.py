"""The score: one estimate from everything that is shown."""

from __future__ import annotations

import random

import numpy as np
import pytest
from feedback.star import texts

from emptychair.feedback import star
from emptychair.feedback._text import sentences
from emptychair.feedback.star._label import scan
from emptychair.feedback.star._rubric import TRAINED, rubric
from emptychair.feedback.star._score import Estimate, all_signals, estimate, score
from emptychair.feedback.star._weights import EVIDENCE
from emptychair.practice import Answer, answers

HELPFUL = {kind for name in TRAINED for kind in rubric()[name]["shows"]}


@pytest.mark.parametrize("kind", EVIDENCE)
def test_estimate_keeps_its_signs(kind: str) -> None:
    """Can evidence that a level looks for never cost points, and evidence that spoils one never bring any?"""
    weights = estimate().kinds[kind]
    assert all(weight >= 0 if kind in HELPFUL else weight <= 1e-4 for weight in weights)
    assert estimate().setting <= 0


def test_score_does_not_hang_on_the_order() -> None:
    """Is a text worth the same when the same sentences stand in another order, but for what gates say of it?"""
    pack = [sentence.text for sentence in sentences(texts.STRONG)]
    random.Random(3).shuffle(pack)
    other = " ".join(pack)
    assert score(scan(other), other) == score(scan(texts.STRONG), texts.STRONG)


def test_short_and_strong_is_worth_more_than_long_and_middling() -> None:
    """Do figures and names in plenty lose to fewer words with evidence in them, in stories that nothing was trained on?"""
    told: dict[str, dict[str, Answer]] = {}
    for answer in answers("held_out/short"):
        told.setdefault(answer.scenario, {})[answer.level] = answer
    assert all(len(it["strong"].text) < len(it["middling"].text) for it in told.values())
    points = [{level: score(scan(answer.text), answer.text) for level, answer in it.items()} for it in told.values()]
    assert len(points) == 6
    assert sum(it["weak"] < it["middling"] < it["strong"] for it in points) >= 5, points


@pytest.mark.parametrize("taken", [texts.ACT, texts.INSIGHT, texts.RESULT, texts.LASTING, texts.LESSON])
def test_every_part_is_worth_something(taken: str) -> None:
    """Does the score fall with each sentence that carries a level?"""
    less = " ".join(sentence for sentence in texts.ALL if sentence != taken)
    assert star.review(less).score < star.review(texts.STRONG).score


def test_estimate_stays_on_the_scale() -> None:
    """Is the estimate of nothing a one, and of more than there can be a five?"""
    steep = Estimate(dict.fromkeys(EVIDENCE, (9.0, 9.0)), setting=-9.0, intercept=-3.0)
    signals = all_signals(scan(texts.STRONG))
    assert steep.level(np.zeros_like(signals)) == 1
    assert steep.level(signals) == 5
