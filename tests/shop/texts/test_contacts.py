"""Contact messages as they are written."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from shop.texts.plans import mixed_plan, plan_of

from emptychair.shop.texts import CATEGORIES, THEMES, VOICES, write_contacts
from emptychair.shop.texts._library import pools

RNG = np.random.default_rng


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_channel_voice_and_category(theme: str) -> None:
    """Does every combination give a message with nothing unfilled?"""
    rows = [
        {"themes": (theme,), "sentiments": (sentiment,), "voice": voice, "category": category}
        for sentiment, voice, category in product((-1, 0, 1), VOICES, CATEGORIES)
    ]
    plan = plan_of(*rows)
    for channel in ("phone", "chat", "email"):
        for text in write_contacts(RNG(1), plan.assign(channel=channel)):
            assert len(text) > 4
            assert not any(mark in text for mark in ("{", "}", "  ", "None"))


def test_contacts_when_the_plan_is_that_of_reviews() -> None:
    """Are columns for reviews ignored, and is the same state the same text?"""
    plan = mixed_plan(80)
    texts = write_contacts(RNG(2), plan)
    assert texts == write_contacts(RNG(2), plan.drop(columns=["rating", "spam"]))
    assert len(set(texts)) > 70


def test_phone_when_the_customer_shouts() -> None:
    """Are notes of calls in the agent's own hand?"""
    row = {"themes": ("leaks",), "sentiments": (-1,), "voice": "shouting"}
    texts = write_contacts(RNG(1), plan_of(*[row] * 30).assign(channel="phone"))
    assert not [text for text in texts if text.isupper()]
    assert any("upset" in text or "shouted" in text or "Angry" in text for text in texts)


def test_email_when_it_is_a_letter() -> None:
    """Does an email begin with a greeting?"""
    row = {"themes": ("late_delivery",), "sentiments": (-1,), "voice": "plain"}
    greetings = pools("frames", "contacts")["greeting.email"].general
    texts = write_contacts(RNG(1), plan_of(*[row] * 20).assign(channel="email"))
    assert sum(text.startswith(tuple(g[:6] for g in greetings)) for text in texts) > 15


def test_channel_when_it_is_unknown() -> None:
    """Does the error name the channels there are?"""
    with pytest.raises(ValueError, match="phone, chat, email"):
        write_contacts(RNG(1), plan_of({}).assign(channel="fax"))
