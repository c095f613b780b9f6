"""How much of an answer each component takes."""

from __future__ import annotations

from feedback.star import texts

from emptychair.feedback import star


def test_shares_add_up() -> None:
    """Are shares whole percents of 100?"""
    assert sum(star.shares(texts.STRONG).values()) == 100
    assert set(star.shares("").values()) == {0}


def test_bands_cover_every_part_but_other() -> None:
    """Does each component but "other" have a target?"""
    covered = [name for band, _ in star.bands(texts.STRONG) for name in band.components]
    assert sorted([*covered, "other"]) == sorted(star.COMPONENTS)
