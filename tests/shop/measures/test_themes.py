"""Themes and sentiment."""

from __future__ import annotations

import numpy as np
import pytest

from emptychair.shop.measures import fit_sentiment, fit_themes, theme_scores

SAYS = {
    "late": ["it came a week late", "still waiting for the parcel", "the courier was days behind"],
    "leaks": ["water runs out of the seal", "the kettle leaks", "a puddle under it every morning"],
    "gift": ["bought it for my sister", "a present for a wedding", "my mother unwrapped it"],
    "good_value": ["worth every cent", "a fair price", "cheaper than elsewhere"],
}
FILLER = [
    "I have had it for a month.",
    "Blue one.",
    "Ordered in spring.",
    "We are two in the house.",
    "Second one of these.",
]
BAD = {"late", "leaks"}


def reviews(count: int, seed: int) -> tuple[list[str], list[list[str]]]:
    """Reviews with none to two themes, filler and a typo here and there."""
    rng = np.random.default_rng(seed)
    texts, themes = [], []
    for _ in range(count):
        some = sorted(rng.choice(list(SAYS), rng.integers(0, 3), replace=False).tolist())
        parts = [str(rng.choice(SAYS[name])) for name in some] + [str(rng.choice(FILLER))]
        rng.shuffle(parts)
        text = ". ".join(parts)
        if rng.random() < 0.3:
            place = int(rng.integers(1, len(text) - 1))
            text = text[:place] + text[place + 1 :]
        texts.append(text)
        themes.append(some)
    return texts, themes


def test_themes_when_texts_are_new() -> None:
    """Are several, one and no themes found in texts that it has not seen?"""
    model = fit_themes(*reviews(500, seed=1))
    texts, themes = reviews(300, seed=2)
    assert theme_scores(themes, model.predict(texts))["macro"] > 0.95
    assert model.predict(["zzz qqq"]) == [()]
    assert "kettle" in " ".join(model.words("leaks"))
    assert model.chances(texts).shape == (300, 4)
    assert repr(model) == "Themes(4 themes)"


def test_themes_when_there_is_only_one() -> None:
    """Does one theme work as well, with the chance of yes?"""
    model = fit_themes(["came late", "late again", "all fine", "lovely lamp"] * 5, [["late"], ["late"], [], []] * 5)
    chances = model.chances(["late", "fine lamp"])["late"]
    assert chances[0] > 0.5 > chances[1]
    assert model.predict(["late", "fine lamp"]) == [("late",), ()]


def test_sentiment_when_texts_are_new() -> None:
    """Are bad and good texts told apart?"""
    texts, themes = reviews(500, seed=3)
    felt = [-1 if BAD & set(some) else 1 if some else 0 for some in themes]
    model = fit_sentiment(texts, felt)
    new, their = reviews(300, seed=4)
    truth = [-1 if BAD & set(some) else 1 if some else 0 for some in their]
    assert np.mean(model.predict(new) == np.array(truth)) > 0.9


def test_theme_scores_when_counted_by_hand() -> None:
    """Is it F1 for each theme, and the plain mean of them?"""
    scores = theme_scores([["a"], ["a"], ["a", "b"], []], [["a"], [], ["b"], ["b"]])
    assert scores["a"] == pytest.approx(2 * 1 / (1 + 3))
    assert scores["b"] == pytest.approx(2 * 1 / (2 + 1))
    assert scores["macro"] == pytest.approx((scores["a"] + scores["b"]) / 2)


@pytest.mark.parametrize(
    ("texts", "themes", "says"),
    [
        ([], [], "there are none"),
        ("late", [["late"]], "not a single one"),
        (["late", None], [["late"], []], "position 1"),
        (["late"], [["late"], []], "1 texts and 2"),
        (["a", "b"], [[], []], "no text has one"),
        (["a", "b"], [["late"], ["late"]], "every text"),
        (["a", "b"], ["late", []], "list of names"),
    ],
)
def test_fit_themes_when_labels_are_wrong(texts: list[str], themes: list[list[str]], says: str) -> None:
    """Does the error say where and what?"""
    with pytest.raises(ValueError, match=says):
        fit_themes(texts, themes)


def test_fit_sentiment_when_all_feel_the_same() -> None:
    """Is one kind of label refused?"""
    with pytest.raises(ValueError, match="all the same"):
        fit_sentiment(["a", "b"], [1, 1])
    with pytest.raises(ValueError, match="leaks"):
        fit_themes(["late", "late", "fine", "fine"] * 3, [["late"], ["late"], [], []] * 3).words("leaks")
