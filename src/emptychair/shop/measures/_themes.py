"""What reviews are about: a pipeline of scikit-learn that fits on one page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from emptychair.shop.measures._words import read_texts, regression, words

if TYPE_CHECKING:
    import pandas as pd

ENOUGH = 0.35
"""The chance from which a theme is named: below one half, as a theme that is missed costs F1 more than one named too often."""


def theme_pipeline() -> Any:
    """Words and word pairs, and pieces of words for the typos, weighed by TF-IDF; one logistic regression for each theme.

    A scikit-learn ``Pipeline`` that is not fitted yet. A review may have several themes or none.

    Example:
        >>> list(theme_pipeline().named_steps)
        ['words', 'themes']
    """
    from sklearn.multiclass import OneVsRestClassifier
    from sklearn.pipeline import Pipeline

    return Pipeline([("words", words()), ("themes", OneVsRestClassifier(regression()))])


class Themes:
    """Names the themes of texts, fitted by :func:`fit_themes`."""

    def __init__(self, names: tuple[str, ...], pipeline: Any) -> None:
        self.names = names
        self.pipeline = pipeline

    def chances(self, texts: Iterable[str]) -> pd.DataFrame:
        """The chance of each theme for each text: a row for each text, a column for each theme.

        Raises:
            ValueError: something that is not text.
        """
        import pandas as pd

        table = self.pipeline.predict_proba(read_texts(texts))
        # With a single theme, scikit-learn gives the chances of "no" and "yes".
        return pd.DataFrame(table[:, -len(self.names) :], columns=list(self.names))

    def predict(self, texts: Iterable[str]) -> list[tuple[str, ...]]:
        """The themes of each text in alphabetical order, those with a chance above 0.35; often none."""
        chosen = self.chances(texts).to_numpy() > ENOUGH
        return [tuple(name for name, yes in zip(self.names, row, strict=True) if yes) for row in chosen]

    def words(self, theme: str, top: int = 8) -> list[str]:
        """The words that speak most for a theme: the quickest way to see whether it learned what it should.

        Raises:
            ValueError: a theme that was not among those it learned.
        """
        if theme not in self.names:
            raise ValueError(f"{theme!r} is not a theme of this model. It knows {', '.join(self.names)}.")
        features = self.pipeline.named_steps["words"].get_feature_names_out()
        weights = self.pipeline.named_steps["themes"].estimators_[self.names.index(theme)].coef_[0]
        whole = [place for place in np.argsort(-weights, kind="stable") if features[place].startswith("words__")]
        return [features[place].removeprefix("words__") for place in whole[:top]]

    def __repr__(self) -> str:
        """The same on every machine."""
        return f"Themes({len(self.names)} themes)"


def fit_themes(texts: Iterable[str], themes: Sequence[Iterable[str]]) -> Themes:
    """Learn themes from texts that people have labeled.

    ``themes`` holds the theme names of each text, several or none. A few hundred texts are a start; every theme needs some
    texts that have it and some that do not. See :func:`theme_scores` for how good it is, on texts it has not seen.

    Raises:
        ValueError: no texts, something that is not text, another number of labels than of texts, or no theme at all.

    Example:
        >>> texts = ["came a week late", "late again", "the lid leaks", "it leaks all over"] * 5
        >>> model = fit_themes(texts, [["late"], ["late"], ["leaks"], ["leaks"]] * 5)
        >>> model.predict(["two days late", "leaks from the lid"])
        [('late',), ('leaks',)]
    """
    from sklearn.preprocessing import MultiLabelBinarizer

    read, named = read_texts(texts), _themes(themes)
    if len(read) != len(named):
        raise ValueError(f"There are {len(read)} texts and {len(named)} sets of themes. Take both from the same rows.")
    binarizer = MultiLabelBinarizer()
    wanted = binarizer.fit_transform(named)
    if len(binarizer.classes_) == 0:
        raise ValueError("themes: no text has one. Label some texts first.")
    if everywhere := [name for name, share in zip(binarizer.classes_, wanted.mean(axis=0), strict=True) if share == 1]:
        raise ValueError(f"themes: every text has {everywhere[0]!r}, so there is nothing to tell apart.")
    return Themes(tuple(map(str, binarizer.classes_)), theme_pipeline().fit(read, wanted))


def theme_scores(true: Sequence[Iterable[str]], predicted: Sequence[Iterable[str]]) -> pd.Series[float]:
    """F1 for each theme that occurs, and their plain mean as ``macro``: 0 (never right) to 1 (always).

    Formula: F1 = 2 × right / (named + there). The plain mean counts a rare theme as much as a common one. By scikit-learn.

    Raises:
        ValueError: no texts, or another number of predictions than of texts.

    Example:
        >>> theme_scores([["late"], ["leaks"], []], [["late"], ["late"], []]).round(2).to_dict()
        {'late': 0.67, 'leaks': 0.0, 'macro': 0.33}
    """
    import pandas as pd
    from sklearn.metrics import f1_score
    from sklearn.preprocessing import MultiLabelBinarizer

    there, named = _themes(true), _themes(predicted)
    if len(there) != len(named):
        raise ValueError(f"There are {len(there)} texts and {len(named)} predictions. Take both from the same rows.")
    binarizer = MultiLabelBinarizer().fit(there + named)
    if len(binarizer.classes_) == 0:
        raise ValueError("There is not one theme in either of them, so there is nothing to score.")
    scores = f1_score(binarizer.transform(there), binarizer.transform(named), average=None, zero_division=0)
    table = pd.Series(scores, index=[str(name) for name in binarizer.classes_], name="f1")
    table["macro"] = table.mean()
    return table


def _themes(themes: Sequence[Iterable[str]]) -> list[list[str]]:
    named = []
    for place, some in enumerate(themes):
        if isinstance(some, str) or not isinstance(some, Iterable):
            raise ValueError(
                f"themes: what stands at position {place} ({some!r}) is not a list of names, such as ['late']."
            )
        named.append([str(name) for name in some])
    return named
