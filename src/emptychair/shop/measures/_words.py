"""What the models see of a text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def words() -> Any:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.pipeline import FeatureUnion

    return FeatureUnion(
        [
            ("words", TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)),
            ("pieces", TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), min_df=3, sublinear_tf=True)),
        ]
    )


def regression() -> Any:
    from sklearn.linear_model import LogisticRegression

    # Balanced, because most themes are rare: without it the safest guess is always "no".
    return LogisticRegression(C=10.0, class_weight="balanced", max_iter=1000)


def read_texts(texts: Iterable[str]) -> list[str]:
    if isinstance(texts, str):
        raise ValueError("texts: expected several texts, such as a list or a column, not a single one.")
    read = list(texts)
    if not read:
        raise ValueError("texts: there are none.")
    for place, text in enumerate(read):
        if not isinstance(text, str):
            raise ValueError(f"texts: what stands at position {place} ({text!r}) is not text. Leave it out: dropna().")
    return read
