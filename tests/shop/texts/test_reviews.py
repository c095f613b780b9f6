"""Reviews as they are written."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from collections import Counter
from itertools import product
from random import Random

import numpy as np
import pytest
from shop.texts.plans import mixed_plan, plan_of

from emptychair.shop.texts import CATEGORIES, THEMES, VOICES, write_reviews
from emptychair.shop.texts._decks import Dealer
from emptychair.shop.texts._library import pools
from emptychair.shop.texts._plan import natural
from emptychair.shop.texts._slots import Slots

RNG = np.random.default_rng


def digest(texts: list[str]) -> str:
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_sentiment_voice_and_category(theme: str) -> None:
    """Does every combination give a text with nothing unfilled and nothing doubled?"""
    rows = [
        {
            "themes": (theme,),
            "sentiments": (sentiment,),
            "voice": voice,
            "category": category,
            "rating": 3 + 2 * sentiment,
        }
        for sentiment, voice, category in product((-1, 0, 1), VOICES, CATEGORIES)
    ]
    for text in write_reviews(RNG(1), plan_of(*rows)):
        assert len(text) > 1
        assert text == text.strip()
        assert not any(mark in text for mark in ("{", "}", "  ", "_", "None"))


def test_texts_when_the_state_is_the_same() -> None:
    """Does the same state give the same texts, another state others, and is one number used up?"""
    plan = mixed_plan(60)
    one, same = RNG(5), RNG(5)
    assert write_reviews(one, plan) == write_reviews(same, plan)
    assert write_reviews(RNG(6), plan) != write_reviews(RNG(5), plan)
    same = RNG(5)
    same.integers(2**63)
    assert one.random() == same.random()


def test_texts_when_the_hash_seed_changes() -> None:
    """Do other processes with other hash seeds write the same?"""
    code = (
        "import sys; sys.path[:0] = ['tests']; from shop.texts.test_reviews import *;"
        "from emptychair.shop.texts import write_contacts;"
        "plan = mixed_plan(300, seed=2); print(digest(write_reviews(RNG(3), plan)), digest(write_contacts(RNG(3), plan)))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert runs[0].split()[0] == digest(write_reviews(RNG(3), mixed_plan(300, seed=2)))


@pytest.mark.parametrize("seed", [1, 2])
def test_reviews_when_there_are_thousands(seed: int) -> None:
    """Are fewer than 1 % of 4,000 reviews equal to another one?"""
    texts = Counter(write_reviews(RNG(seed), mixed_plan(4000, seed, spam=0.0)))
    assert sum(count for count in texts.values() if count > 1) < 40


def test_sentences_in_twenty_reviews() -> None:
    """Does a sentence come twice within twenty reviews hardly ever?"""
    plan = mixed_plan(2000, seed=4, spam=0.0)
    plan["voice"] = np.resize(["plain", "deadpan", "formal"], len(plan))  # the voices that alter least
    said = [{s for s in text.split(". ") if len(s.split()) > 4} for text in write_reviews(RNG(4), plan)]
    windows = [Counter(s for review in said[at : at + 20] for s in review) for at in range(0, len(said) - 20, 5)]
    assert sum(max(window.values()) > 1 for window in windows) < 0.03 * len(windows)


def sentences(theme: str, part: str) -> set[str]:
    pool = pools("themes", theme)[f"review.{part}"]
    return {line for line in [*pool.general, *sum(pool.special.values(), ())] if "{" not in line}


@pytest.mark.parametrize(("sentiment", "part"), [(0, "mixed"), (1, "reverse")])
def test_complaint_when_the_customer_is_not_cross(sentiment: int, part: str) -> None:
    """Is a theme that went well for once told in sentences that say so?"""
    row = {"themes": ("cannot_sign_in",), "sentiments": (sentiment,), "rating": 5}
    told = sentences("cannot_sign_in", part)
    other = (
        sentences("cannot_sign_in", "fact")
        | sentences("cannot_sign_in", "plain")
        | sentences("cannot_sign_in", "sarcastic")
    )
    for text in write_reviews(RNG(2), plan_of(*[row] * 60)):
        assert not any(line in text for line in other)
    untouched = [text for text in write_reviews(RNG(2), plan_of(*[row] * 60)) if any(line in text for line in told)]
    assert len(untouched) > 30


def test_sarcasm_when_the_plan_says_so() -> None:
    """Is a sarcastic review told in sarcastic sentences, and never otherwise?"""
    told = sentences("slow_refund", "sarcastic")
    row = {"themes": ("slow_refund",), "sentiments": (-1,), "rating": 1}
    meant, straight = (
        write_reviews(RNG(2), plan_of(*[row | {"sarcastic": sarcastic}] * 80)) for sarcastic in (True, False)
    )
    assert sum(any(line in text for line in told) for text in meant) > 50
    assert not [text for text in straight if any(line in text for line in told)]


def test_sarcasm_when_a_kind_word_comes_first_in_the_plan() -> None:
    """Does the sneer go to the theme that is meant badly?"""
    row = {"themes": ("gift", "slow_refund"), "sentiments": (1, -1), "rating": 2, "sarcastic": True}
    told = sentences("slow_refund", "sarcastic")
    texts = write_reviews(RNG(2), plan_of(*[row] * 40))
    assert sum(any(text.startswith(line) for line in told) for text in texts) > 20


@pytest.mark.parametrize(("rating", "sentiment", "part"), [(5, -1, "despite_high"), (1, 1, "despite_low")])
def test_stars_when_the_text_says_the_contrary(rating: int, sentiment: int, part: str) -> None:
    """Does a review end by saying why the stars do not fit what it tells?"""
    themes = tuple(theme for theme in THEMES if natural(theme) == sentiment)
    rows = [{"themes": (theme,), "sentiments": (sentiment,), "rating": rating} for theme in themes]
    slots = Slots(Dealer(Random(1)), "kettles", 0, "north", rating)
    ends = tuple(map(slots.fill, pools("frames", "verdicts")[f"{part}.any"].general))
    texts = write_reviews(RNG(1), plan_of(*rows * 5))
    # A few end in a slip of the hand, or in another noun for the kettle.
    assert sum(text.endswith(ends) for text in texts) > 0.85 * len(texts)


def test_stars_when_they_are_named() -> None:
    """Does a text that names its stars name those of the rating?"""
    names = {1: "one star", 2: "two stars", 3: "three stars", 4: "four stars", 5: "five stars"}
    plan = mixed_plan(3000, seed=6, spam=0.0)
    for rating, text in zip(plan["rating"], write_reviews(RNG(6), plan), strict=True):
        named = {r for r, name in names.items() if name in text.lower()}
        assert named <= {rating, 5} if "five stars for imagination" in text.lower() else named <= {rating}


def test_spam_when_the_plan_says_so() -> None:
    """Is spam spam, whatever else the row says?"""
    rows = [{"spam": True, "themes": ("leaks",), "sentiments": (-1,)}] * 60
    texts = write_reviews(RNG(1), plan_of(*rows))
    parts = {line for pool in pools("frames", "spam").values() for line in pool.general}
    assert all(any(text.startswith(line) for line in parts if "{" not in line) or "kettle" in text for text in texts)
    assert any(".example" in text for text in texts)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"voice": "angry"}, "voice"),
        ({"category": "hats"}, "umbrellas, raincoats"),
        ({"themes": ("late",), "sentiments": (-1,)}, "late_delivery"),
    ],
)
def test_plan_when_a_name_is_unknown(change: dict[str, object], message: str) -> None:
    """Does the error say which column is wrong and what there is?"""
    with pytest.raises(ValueError, match=message):
        write_reviews(RNG(1), plan_of(change))


def test_plan_when_it_is_empty() -> None:
    """Does a week without reviews give no texts?"""
    assert write_reviews(RNG(1), plan_of()) == []


def test_speed() -> None:
    """Are thousands of reviews written in a moment?"""
    plan = mixed_plan(2000)
    write_reviews(RNG(1), plan)
    spent = []
    for _ in range(3):
        start = time.process_time()
        write_reviews(RNG(1), plan)
        spent.append(time.process_time() - start)
    assert min(spent) < 0.2  # 10,000 a second; measured about 60,000
