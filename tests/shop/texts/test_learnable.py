"""Can a learner find the themes again, and not with one word?"""

from __future__ import annotations

import numpy as np
import pytest
from shop.texts.plans import mixed_plan
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MultiLabelBinarizer

from emptychair.shop.texts import THEMES, write_reviews

COUNT, TRAIN = 4000, 3000


@pytest.fixture(scope="module")
def labeled() -> tuple[list[str], np.ndarray]:
    """4,000 reviews and, a column a theme, what they are about."""
    plan = mixed_plan(COUNT, seed=7)
    themes = [() if spam else themes for spam, themes in zip(plan["spam"], plan["themes"], strict=True)]
    return write_reviews(np.random.default_rng(7), plan), MultiLabelBinarizer(classes=THEMES).fit_transform(themes)


def test_themes_when_learned(labeled: tuple[list[str], np.ndarray]) -> None:
    """Does TF-IDF with logistic regression reach a macro-F1 of 0.80 on reviews it has not seen?"""
    texts, themes = labeled
    model = make_pipeline(
        TfidfVectorizer(sublinear_tf=True, min_df=2),
        OneVsRestClassifier(LogisticRegression(C=30, class_weight="balanced", solver="liblinear")),
    )
    found = model.fit(texts[:TRAIN], themes[:TRAIN]).predict(texts[TRAIN:])
    assert f1_score(themes[TRAIN:], found, average="macro") >= 0.80


def test_themes_when_one_word_is_all(labeled: tuple[list[str], np.ndarray]) -> None:
    """Does no single word give a theme away?"""
    texts, themes = labeled
    there = CountVectorizer(binary=True, min_df=3).fit_transform(texts)
    both = (there.T @ themes).astype(float)
    f1 = 2 * both / (np.asarray(there.sum(axis=0)).T + themes.sum(axis=0))
    assert f1.max() < 0.75
