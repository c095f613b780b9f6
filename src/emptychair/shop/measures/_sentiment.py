"""How reviews feel: the same words as for the themes, one regression."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

from emptychair.shop.measures._input import Values, labels, same_length
from emptychair.shop.measures._words import read_texts, regression, words


def sentiment_pipeline() -> Any:
    """The same words; one logistic regression that tells bad (-1), mixed (0) and good (1) apart.

    Example:
        >>> list(sentiment_pipeline().named_steps)
        ['words', 'sentiment']
    """
    from sklearn.pipeline import Pipeline

    return Pipeline([("words", words()), ("sentiment", regression())])


def fit_sentiment(texts: Iterable[str], sentiments: Values) -> Any:
    """Learn to tell bad from good texts; gives a fitted scikit-learn pipeline with ``predict`` and ``predict_proba``.

    ``sentiments`` holds -1, 0 or 1 (or any other names) for each text. The stars of a review are a cheap stand-in, with a fault of
    their own: people give five stars and complain.

    Raises:
        ValueError: no texts, something that is not text, another number of labels, or only one kind of label.

    Example:
        >>> texts = ["lovely kettle", "love it", "broken lid", "broken again"] * 5
        >>> fit_sentiment(texts, [1, 1, -1, -1] * 5).predict(["lovely lamp", "it is broken"]).tolist()
        [1, -1]
    """
    read, felt = read_texts(texts), labels(sentiments, "sentiments")
    same_length(texts=np.array(read, dtype=object), sentiments=felt)
    if len(np.unique(felt)) < 2:
        raise ValueError("sentiments: they are all the same, so there is nothing to tell apart.")
    return sentiment_pipeline().fit(read, felt)
